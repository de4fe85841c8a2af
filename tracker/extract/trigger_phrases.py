"""The characters that stand for a trigger: its word with what belongs to it."""

from tracker.extract.attack_telling import named_by
from tracker.extract.frames import hyphenated
from tracker.extract.judgement import judging_words, said_of_it
from tracker.extract.senses import Trigger
from tracker.model.dates import Span
from tracker.model.mentions import EventType

# How many words a verb and the noun that it carries may be apart.
_NEAR = 4
# The features of a frame whose verb alone ("is", "shows") tells nothing: its predicate is what is told.
_JUDGEMENTS = {"bad judgement", "good judgement"}


def phrase(trigger: Trigger, folded: list[Trigger]) -> Span:
    """The characters of the trigger: the word with its particle, from the light verb where that stands close, up to the
    words that judge where it is a statement; from the noun that names the event, if it is among the `folded`."""
    token = trigger.token
    named = named_by(trigger, folded)
    if named is not trigger:
        noun = phrase(named, [])
        return Span(noun.first, token.idx + len(token)) if token.i - named.token.i <= _NEAR else noun
    words = [token]
    if trigger.entry.particle:
        first = trigger.entry.particle.split()[0]
        near = [c for c in token.children if c.lower_ == first and abs(c.i - token.i) <= 3]
        words += sorted(near, key=lambda c: (c.i < token.i, c.i))[:1]
    if trigger.entry.modifier:
        words += [c for c in trigger.arguments.get("modifier") if c.lemma_.lower() == trigger.entry.modifier]
    light = trigger.arguments.light
    if light is not None and 0 < token.i - light.i <= _NEAR:
        words.append(light)
    if hyphenated(token):
        words += [c for c in token.lefts if c.i >= token.i - 2]
    if trigger.type is EventType.STATEMENT and token.pos_ in {"VERB", "AUX"}:
        words += judging_words(token)
    elif _JUDGEMENTS.intersection(trigger.sense.needs):
        words += said_of_it(token)
    first_token, last_token = min(words, key=lambda t: t.i), max(words, key=lambda t: t.i)
    return Span(first_token.idx, last_token.idx + len(last_token))
