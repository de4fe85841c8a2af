"""What holds for the places and words of every mention."""

from itertools import pairwise

from tracker.model.dates import Span
from tracker.model.mentions import Extraction, Mention, Role


def spans(mention: Mention) -> list[Span]:
    references = [reference.span for role in Role for reference in mention.parties(role)]
    places = [mention.source.span] if mention.source else []
    places += [mention.place.span] if mention.place else []
    optional = [mention.about, mention.content_of, mention.date.span]
    numbers = [quantity.span for quantity in mention.quantities]
    return [mention.trigger, mention.clause, mention.sentence, *references, *places, *numbers, *filter(None, optional)]


def check(text: str, extraction: Extraction) -> None:
    for mention in extraction.mentions:
        assert all(0 <= span.first < span.last <= len(text) for span in spans(mention))
        assert mention.words == text[mention.trigger.first : mention.trigger.last]
        assert mention.sentence.contains(mention.clause)
        for role in Role:
            for reference in mention.parties(role):
                assert reference.words == text[reference.span.first : reference.span.last]
                assert reference.name
                assert reference.side
    triggers = [mention.trigger for mention in extraction.mentions]
    assert all(before <= after for before, after in pairwise(triggers))
    assert len({mention.key("") for mention in extraction.mentions}) == len(triggers)
