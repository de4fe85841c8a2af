"""A dispute made by hand: one article, three sentences, two events."""

import datetime as dt

from tracker.export.chronicle import Chronicle
from tracker.model.articles import Article, PublicationGround
from tracker.model.dates import DateInterval, Grain, Ground, Span
from tracker.model.events import Conflict, ConflictSide, Event, EventStatus, Figure, Report, Trust
from tracker.model.mentions import Approximation, EventType, Mention, Quantity, Status, Unit
from tracker.model.negotiations import Negotiation
from tracker.model.parties import PartyKind, PartyReference

TEXT = (
    "The rebels freed 40 captives on Tuesday. The ministry thanked the rebels. "
    "A second outlet said that the rebels freed 38 captives on Tuesday."
)
ARTICLE = Article(TEXT, "=Captives freed", None, "Herald", dt.date(2021, 3, 4), PublicationGround.GIVEN)
TUESDAY = DateInterval(
    dt.date(2021, 3, 2), dt.date(2021, 3, 2), grain=Grain.DAY, ground=Ground.STATED, words="on Tuesday"
)


def reference(words: str, side: str, after: int = 0) -> PartyReference:
    first = TEXT.index(words, after)
    return PartyReference(Span(first, first + len(words)), words, words, side, PartyKind.ARMED_GROUP)


def report(words: str, kind: EventType, after: int = 0, count: float | None = None) -> Report:
    first = TEXT.index(words, after)
    trigger = Span(first, first + len(words))
    sentence = Span(TEXT.rfind(". ", 0, first) + 2 if ". " in TEXT[:first] else 0, TEXT.index(".", first) + 1)
    quantities = (Quantity(count, Unit.HOSTAGES, trigger, str(count)),) if count is not None else ()
    mention = Mention(
        type=kind,
        status=Status.OCCURRED,
        trigger=trigger,
        words=words,
        clause=sentence,
        sentence=sentence,
        sense=f"{kind.value}.made",
        date=TUESDAY,
        actors=(reference("rebels", "Northern Front"), reference("The rebels", "Northern Front")),
        quantities=quantities,
        plover="RETREAT",
        plover_mode="release",
        cameo="08",
    )
    return Report(
        key=mention.key(ARTICLE.text_hash),
        mention=mention,
        article_id=7,
        title=ARTICLE.title,
        outlet=ARTICLE.outlet,
        published=ARTICLE.published,
        entered=dt.datetime(2021, 3, 5, tzinfo=dt.UTC),
        evidence=TEXT[sentence.first : sentence.last],
        at=Span(first - sentence.first, first - sentence.first + len(words)),
        actors=("Northern Front",),
    )


def chronicle(trust: Trust = Trust.CONFIRMED, corrected: frozenset[str] = frozenset()) -> Chronicle:
    release = Event(
        id=3,
        type=EventType.RELEASE,
        status=EventStatus.OCCURRED,
        date=TUESDAY,
        actors=("Northern Front",),
        targets=(),
        mediators=(),
        reports=(
            report("freed", EventType.RELEASE, count=40.0),
            report("freed", EventType.RELEASE, TEXT.index("second"), count=38.0),
        ),
        figures=(
            Figure(40.0, Unit.HOSTAGES, Approximation.EXACT, None, None, None, (0,)),
            Figure(38.0, Unit.HOSTAGES, Approximation.AT_LEAST, 38.0, None, None, (1,)),
        ),
        conflicts=(Conflict("figure", (ConflictSide("40", (0,)), ConflictSide("38", (1,)))),),
        trust=trust,
        note="-1+1",
    )
    thanks = Event(
        id=4,
        type=EventType.SUPPORT,
        status=EventStatus.OCCURRED,
        date=TUESDAY,
        actors=("Ministry",),
        targets=("Northern Front",),
        mediators=(),
        reports=(report("thanked", EventType.SUPPORT),),
        trust=Trust.CONFIRMED,
    )
    return Chronicle(Negotiation(1, "north", "The north"), (release, thanks), {7: ARTICLE}, {4: corrected})


__all__ = ["ARTICLE", "TEXT", "chronicle", "report"]
