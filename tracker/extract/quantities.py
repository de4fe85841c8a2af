"""Numbers of people, bodies, troops, trucks and days that belong to an event."""

from typing import TYPE_CHECKING

from tracker.extract.arguments import arguments
from tracker.extract.attack_telling import is_toll
from tracker.extract.counted_units import DAY_TYPES, bare_unit, unit_of
from tracker.extract.distances import is_distance
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.model.dates import Span
from tracker.model.mentions import Approximation, EventType, Quantity, Unit
from tracker.rules import load_language, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_COUNTING_TYPES = {
    EventType.ATTACK, EventType.DETENTION, EventType.RELEASE, EventType.PROTEST, EventType.MOBILIZATION,
    EventType.WITHDRAWAL, EventType.AID, EventType.ACCEPTANCE, EventType.SANCTION,
}  # fmt: skip
_SLOTS = ("object", "subject", "of", "by", "object of", "in")
# "Put the toll at 40", "rose to 40".
_REACHED = {"at", "to"}
# Numbers that count nothing: "arrested in 2010", "70 percent".
_NO_COUNT = {"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
# How long what is ended has lasted tells nothing of the deal: "a pact to end a six-week dispute".
_ENDING = {"avert", "cap", "defuse", "end", "halt", "resolve", "settle", "stop"}
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.0, "hour": 1 / 24}


def number(words: str) -> float | None:
    """The value of a number in figures or English words ("1,200", "thirty-five", "2.5 million"); None for others."""
    language = load_language("en")
    total, current, seen = 0.0, 0.0, False
    for part in words.lower().replace(",", "").replace("-", " ").split():
        if part in {"and", "a", "an"}:
            continue
        try:
            value = float(part)
        except ValueError:
            if part not in language.number_words:
                return None
            value = language.number_words[part]
        seen = True
        if value >= 100 and part.isalpha():
            current = (current or 1) * value
            if value >= 1000:
                total, current = total + current, 0.0
        else:
            current += value
    return total + current if seen else None


def _approximation(numeral: "Token") -> Approximation:
    language = load_language("en")
    nearby = {t.lower_ for t in numeral.doc[max(0, numeral.i - 4) : numeral.i] if t.sent == numeral.sent}
    children = {c.lower_ for c in numeral.subtree} & (language.at_least | language.at_most | language.about)
    words = children | (
        {t for t in nearby if t in language.at_least | language.about | language.at_most} if not children else set()
    )
    if "up" in words and "to" not in nearby:
        words.discard("up")
    if words & language.at_least:
        return Approximation.AT_LEAST
    if words & language.about:
        return Approximation.ABOUT
    if words & language.at_most:
        return Approximation.AT_MOST
    return Approximation.EXACT


def _read(numeral: "Token") -> tuple[float, float | None, float | None, "Token", "Token"] | None:
    """Value, bounds and the first and last token of a numeral or a vague number."""
    language = load_language("en")
    vague = language.vague_numbers.get(numeral.lower_)
    if vague is not None:
        compound = next(
            (
                c
                for c in numeral.children
                if c.dep_ in {"compound", "nummod", "quantmod"} and number(c.text) is not None
            ),
            None,
        )
        times = number(compound.text) if compound is not None else 1
        if numeral.i > 1 and numeral.nbor(-1).lower_ == "of" and numeral.nbor(-2).lower_ in language.multiples:
            compound = numeral.nbor(-2)  # "tens of thousands"
            times = language.multiples[compound.lower_]
        return vague[0] * (times or 1), vague[0] * (times or 1), vague[1] * (times or 1), compound or numeral, numeral
    first = numeral
    while (
        first.i > 0
        and first.nbor(-1).head in {numeral, first}
        and (first.nbor(-1).like_num or first.nbor(-1).lower_ in {"-", "and"})
    ):
        first = first.nbor(-1)
    value = number(numeral.doc[first.i : numeral.i + 1].text)
    if value is None:
        return None
    share = _share_of(first, numeral)
    if share is not None:
        first, value = share, value * _FRACTIONS[share.lemma_.lower()]
    return value, None, None, first, numeral


def _share_of(first: "Token", numeral: "Token") -> "Token | None":
    """The fraction before a number: "half a million", "a quarter of a million"."""
    before = numeral.doc[max(first.sent.start, first.i - 3) : first.i]
    between = {"a", "of", "an"}
    for token in reversed(before):
        if token.lemma_.lower() in _FRACTIONS:
            return token
        if token.lower_ not in between:
            return None
    return None


def _numerals(noun: "Token", trigger: Trigger) -> list["Token"]:
    vague = load_language("en").vague_numbers
    parts = [noun, *(c for c in noun.children if c.dep_ == "compound" and c.pos_ == "NOUN")]  # "40 people hostages"
    found = [
        c
        for part in parts
        for c in part.children
        if c.dep_ in {"nummod", "amod", "det", "compound", "npadvmod"} and (c.like_num or c.lower_ in vague)
    ]
    of_the_whole = trigger.token.dep_ == "relcl" and trigger.token.head == noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        above = noun.head.head
        if (above.like_num or above.lower_ in vague) and not (of_the_whole and not _is_pointed_out(above)):
            found.insert(0, above)
    return found


def _is_pointed_out(numeral: "Token") -> bool:
    """Whether a number is that of whom a clause tells: "it was five of its people who were seized"."""
    verb = numeral.head
    return numeral.dep_ == "attr" and verb.lemma_ == "be" and any(c.lower_ == "it" for c in verb.children)


def _hyphened_days(trigger: Trigger) -> Quantity | None:
    """ "a seven-day truce": the hyphenated measure before the noun."""
    if trigger.type not in DAY_TYPES or trigger.token.lemma_ in _ENDING:
        return None
    nouns = [trigger.token, *trigger.arguments.get("object"), *trigger.arguments.get("subject")]
    for noun in nouns:
        for child in noun.children:
            unit = (
                child.lemma_.lower() if child.dep_ in {"compound", "nmod", "amod", "npadvmod", "nummod", "poss"} else ""
            )
            if unit in _DAYS:
                numeral = next((c for c in child.children if c.like_num), None)
                value = number(numeral.text) if numeral is not None else None
                if numeral is not None and value is not None and unit != "hour" and not is_distance(child):
                    span = Span(numeral.idx, child.idx + len(child))
                    return Quantity(
                        value * _DAYS[unit], Unit.DAYS, span, trigger.token.doc.text[span.first : span.last]
                    )
    return None


def quantities(triggers: list[Trigger], text: str) -> tuple[Quantity, ...]:
    """The quantities in the arguments of an event's trigger and of those folded into it, the trigger's own first."""
    seen: dict[Span, Quantity] = {}
    counts = triggers[0].type in _COUNTING_TYPES | DAY_TYPES
    for trigger in triggers if counts else []:
        days = _hyphened_days(trigger)
        for quantity in (*([days] if days is not None else []), *_counted(trigger, text)):
            seen.setdefault(quantity.span, quantity)
    return tuple(seen.values())


def _counted(trigger: Trigger, text: str) -> list[Quantity]:
    if trigger.type not in _COUNTING_TYPES:
        return []
    nouns = [t for slot in _SLOTS for t in trigger.arguments.get(slot)]
    # "Of the 120 prisoners, it has freed 100".
    fronted = (t for t in trigger.arguments.get("of") if t.i < trigger.token.i and t.head.head == trigger.token)
    whole = next(fronted, None) if any(t.like_num for t in nouns) else None
    nouns = [t for t in nouns if t != whole]
    if is_toll(trigger):
        reached = [t for link in trigger.token.subtree if link.lower_ in _REACHED for t in link.children]
        nouns += [*reached, *(c for t in reached if t.pos_ == "ADJ" for c in t.children)]  # "stands at 11 dead"
    if trigger.type is EventType.ATTACK:
        nouns += [t for verb in _harming(trigger.token) for t in arguments(verb).get("object")]
    nouns += [c for t in nouns for c in t.conjuncts]
    of = [counted for noun in nouns for counted in prepositional_objects(noun, {"of"})]
    nouns += [*of, *(c for t in of for c in t.conjuncts)]
    numbers = [t for t in nouns if t.like_num or t.lower_ in load_language("en").vague_numbers]
    # "20 of the 38 sailors" are read at their number.
    nouns = [t for t in nouns if not (t.dep_ == "pobj" and t.head.lower_ == "of" and t.head.head in numbers)]
    return [quantity for noun in nouns if not _is_corrected(noun) for quantity in _of_noun(noun, trigger, text, whole)]


def _is_corrected(noun: "Token") -> bool:
    """Whether a figure is told to be wrong: "17, and not 19 as first reported", "not 19 but 17"."""
    first = noun.left_edge if noun.left_edge.lower_ != "not" else noun.left_edge.nbor(1)
    told = first.like_num and first.lower_ != "one" and first.i > 0
    return told and first.nbor(-1).lower_ == "not"


def _harming(token: "Token") -> list["Token"]:
    """The verbs of harm that go on with an attack: "a raid that killed 12", "killed two and hurt five"."""
    near = [c for c in token.children if c.dep_ in {"conj", "relcl", "acl", "advcl", "ccomp"}]
    if token.pos_ == "NOUN" and token.dep_ == "nsubj":
        near.append(token.head)
    harm = word_class("killing") | word_class("wounding")
    return [verb for verb in near if verb.pos_ == "VERB" and verb.lemma_ in harm]


def _of_noun(noun: "Token", trigger: Trigger, text: str, whole: "Token | None") -> list[Quantity]:
    """The quantities of a noun or a bare number; of a number, out of the `whole` that its clause tells elsewhere."""
    if noun.like_num or noun.lower_ in load_language("en").vague_numbers:
        if noun.ent_type_ in _NO_COUNT and not is_toll(trigger):
            return []
        counted = next((g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
        total_of = counted if counted is not None else whole
        unit = unit_of(total_of, trigger) if total_of is not None else bare_unit(noun, trigger)
        total_numeral = (
            next((c for c in total_of.children if c.dep_ == "nummod"), None) if total_of is not None else None
        )
        read = _read(noun)
        if unit is None or read is None:
            return []
        value, low, high, first, last = read
        end = counted if counted is not None else last
        span = Span(first.idx, end.idx + len(end))
        total = number(total_numeral.text) if total_numeral is not None else None
        return [Quantity(value, unit, span, text[span.first : span.last], _approximation(noun), low, high, total)]
    unit = unit_of(noun, trigger)
    if unit is None or unit is Unit.DAYS:
        return []
    found = []
    for numeral in _numerals(noun, trigger):
        read = _read(numeral)
        if read is None:
            continue
        value, low, high, first, last = read
        edges = sorted((first, last, noun), key=lambda t: t.i)
        span = Span(edges[0].idx, edges[-1].idx + len(edges[-1]))
        found.append(Quantity(value, unit, span, text[span.first : span.last], _approximation(numeral), low, high))
    return found
