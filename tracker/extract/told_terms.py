"""Where an article spells out what an offer or a deal holds: "Under the proposal, the crew would get ..."."""

from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.same import Told
from tracker.model.dates import Span
from tracker.model.mentions import EventType, Status
from tracker.rules import word_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extract.tokens import Span as Sentence
    from tracker.extract.tokens import Token

_HOLDERS = {EventType.PROPOSAL, EventType.AGREEMENT}
_KNOWN = {"the", "this", "that", "its", "their", "his", "her"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_JUDGED = {"move", "step", "idea", "meeting", "visit"}
_CONDITIONAL = {"would", "'d"}
_TO_COME = {"would", "'d", "will", "'ll", "must", "shall"}
_OF_DEALS = {"agreement", "accord", "deal", "pact", "treaty", "truce", "ceasefire", "contract", "settlement"}
_TERM = "term"
# Within so many sentences of a deal "its terms" are the deal's.
_NEAR = 3
# Within so many words of its sentence "under" opens it, with its noun.
_OPENING = 9
# A holder told so many sentences before is the last that is taken up.
_FARTHEST = 12


def told_terms(context: Context, told: list[Told]) -> dict[int, Span]:
    """The characters in which the terms of a proposal or an agreement are spelled out, by the place in `told` of the
    mention that they belong to: the sentences that say what holds "under" it, what it would bring or provides for, and
    those that go on in "would", also right after a proposal is told. Of several such passages the first counts."""
    holders: dict[int, list[int]] = {}
    for place, event in enumerate(told):
        if event.trigger.type in _HOLDERS:
            holders.setdefault(event.sentence, []).append(place)
    if not holders:
        return {}
    found: dict[int, Span] = {}
    holder: int | None = None
    for number, sentence in enumerate(context.doc.sents):
        noun = _held_by(sentence)
        if noun is not None:
            holder = _holder(context, told, holders, number, noun)
        elif holder is not None and holder not in found and sentence[-1].text == "?":
            continue  # "What does the plan say?"
        elif holder is None or not _goes_on(context, sentence, is_first=holder not in found):
            holder = next((p for p in reversed(holders.get(number, ())) if _is_made(told[p])), None)
            continue
        if holder is None:
            continue
        here, before = _span(context, sentence), found.get(holder)
        if before is None:
            found[holder] = here
        elif not context.text[before.last : here.first].strip():
            found[holder] = Span(before.first, here.last)
    for place in (p for places in holders.values() for p in places if p not in found):
        if (clause := _own_clause(told[place])) is not None:
            last = max((t.right_edge.i for t in _going_on(clause)), default=clause.right_edge.i)
            found[place] = Span(clause.left_edge.idx, context.doc[last].idx + len(context.doc[last]))
    return found


def _going_on(clause: "Token") -> "Iterator[Token]":
    """The clauses behind one that go on with what would be, wherever the parser hangs them."""
    beside = (c for node in clause.ancestors for c in node.children if c.dep_ in {"advcl", "conj"} and c.i > clause.i)
    return (c for c in beside if any(g.dep_ == "aux" and g.lower_ in _TO_COME for g in c.children))


def _own_clause(event: Told) -> "Token | None":
    """The clause on an offer or a deal that tells what it would bring, where no sentence does: "presented a compromise
    under which Mali would issue ten permits"."""
    nouns = [t for t in (event.trigger.token, *event.trigger.arguments.get("object")) if _is_offer(t)]
    clauses = (c for noun in nouns for c in noun.children if c.dep_ == "relcl")
    return next((c for c in clauses if any(g.dep_ == "aux" and g.lower_ in _TO_COME for g in c.children)), None)


def _is_made(event: Told) -> bool:
    """Whether a mention tells that a proposal was made, after which its terms may follow."""
    return event.trigger.type is EventType.PROPOSAL and event.status is Status.OCCURRED


def _span(context: Context, sentence: "Sentence") -> Span:
    words = context.text[sentence.start_char : sentence.end_char]
    first = sentence.start_char + len(words) - len(words.lstrip())
    return Span(first, sentence.start_char + len(words.rstrip()))


def _held_by(sentence: "Sentence") -> "Token | None":
    """The noun of the offer or deal whose content a sentence tells; None for other sentences."""
    return _under(sentence) or _which_would(sentence)


def _under(sentence: "Sentence") -> "Token | None":
    """ "Under the U.S. proposal, both would", "According to the deal, pay will rise": read off the words, since the
    parser hangs them anywhere."""
    opening = sentence[:_OPENING]
    under = next((t for t in opening if t.lower_ == "under" or _is_according_to(t)), None)
    if under is None or not any(t.lower_ in _TO_COME for t in sentence):
        return None
    known = False
    if under.nbor(1).lower_ == "it":
        return _told_just_before(sentence)
    for token in opening[under.i - sentence.start + 1 :]:
        if token.is_punct and token.text != "-":
            return None
        if known and _is_offer(token):
            return token
        known = known or token.lower_ in _KNOWN or token.tag_ == "POS" or bool(token.ent_type_)
    return None


def _told_just_before(sentence: "Sentence") -> "Token | None":
    """The offer or deal of which the sentence before tells first: "The accord runs until May. Under it, Mali will"."""
    start = sentence.start
    before = sentence.doc[start - 1].sent if start else ()
    return next((t for t in before if t.pos_ == "NOUN" and _is_offer(t)), None)


def _is_according_to(token: "Token") -> bool:
    return token.lower_ == "to" and token.i > token.sent.start and token.nbor(-1).lower_ == "according"


def _which_would(sentence: "Sentence") -> "Token | None":
    """ "The compromise would raise wages", "their draft provides for a truce, officials said"."""
    for verb in _verbs(sentence.root):
        conditional = any(c.dep_ == "aux" and c.lower_ in _CONDITIONAL for c in verb.children)
        contains = verb.lemma_ in word_class("containing") and verb.tag_ in {"VBZ", "VBP", "VBD"}
        for noun in verb.children:
            if noun.dep_ in _SUBJECTS and _is_offer(noun) and (contains or conditional):
                known = any(
                    c.lower_ in _KNOWN or c.dep_ == "poss" or c.ent_type_ for t in noun.lefts for c in t.subtree
                )
                return noun if known else None
    return None


def _verbs(root: "Token") -> "list[Token]":
    """The verb of a sentence, before it that of what it reports: "It provides for a truce, officials said"."""
    reported = [c for c in root.children if c.dep_ == "ccomp" and c.i < root.i]
    return [verb for verb in (*reported, root) if verb.pos_ in {"VERB", "AUX"}]


def _is_offer(noun: "Token") -> bool:
    return noun.lemma_.lower() in word_class("offers") | word_class("drafts") | _OF_DEALS


def _goes_on(context: Context, sentence: "Sentence", *, is_first: bool) -> bool:
    """Whether the reporter goes on with what would be: "Motorists would pay a charge". In the first sentence after the
    offer "that would" and the like judge it."""
    for verb in _verbs(sentence.root):
        subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if subject is None and any(c.dep_ == "expl" for c in verb.children):  # "There would be a commission"
            given = (c for c in verb.children if c.dep_ == "attr")
            subject = next((c for c in given if not any(d.lower_ == "no" for d in c.children)), None)
        is_it = subject is not None and subject.lower_ == "it" and verb.lemma_ in word_class("containing")
        judges = is_first and (subject is None or subject.pos_ == "PRON" or subject.lemma_ in _JUDGED)
        conditional = any(c.dep_ == "aux" and c.lower_ in _CONDITIONAL for c in verb.children)
        goes_on = is_it or (conditional and not judges)
        if goes_on and not context.speech.is_quoted(verb):
            return True
    return False


def _holder(
    context: Context, told: list[Told], holders: dict[int, list[int]], number: int, noun: "Token"
) -> int | None:
    """The place of the mention that a noun takes up: the last told before that is of its kind and, where the noun says
    whose it is, of that side."""
    of = (g for c in noun.children if c.lower_ == "of" for g in c.children if _is_offer(g))
    noun = next(of, noun) if noun.lemma_ == _TERM else noun  # "under the terms of the deal"
    wanted = EventType.AGREEMENT if noun.lemma_.lower() in _OF_DEALS else EventType.PROPOSAL
    if noun.lemma_ == _TERM and any(
        told[place].trigger.type is EventType.AGREEMENT and told[place].status is Status.OCCURRED
        for n in range(max(number - _NEAR, 0), number)
        for place in holders.get(n, ())
    ):
        wanted = EventType.AGREEMENT  # what is signed has terms before what is proposed has
    in_force: int | None = None
    owners = {
        side.side for how, side in context.parties.modifiers(noun) if how in {"poss", "amod", "compound", "of", "by"}
    }
    for place in _back(holders, number):
        event = told[place]
        later = event.trigger.token.i > noun.i and event.sentence == number and event.trigger.token != noun
        if later and noun not in event.trigger.token.ancestors:  # "the plan that Mali presented provides for ..."
            continue
        if _is_counter(noun) and not any(
            map(_is_counter, (event.trigger.token, *event.trigger.arguments.get("object")))
        ):
            continue
        authors = {r.side for r in (*event.roles.actors, *event.roles.mediators)}
        if event.trigger.type is wanted and (not owners or not authors or owners & authors):
            if wanted is EventType.AGREEMENT and event.trigger.sense.phase is not None and in_force is None:
                in_force = place  # that it takes effect; rather that it was made
                continue
            return place
    return in_force


def _is_counter(noun: "Token") -> bool:
    """Whether an offer is called one that answers another: "counter-proposal", "counteroffer"."""
    return noun.lower_.startswith("counter") or (noun.i > 1 and noun.doc[noun.i - 2].lower_ == "counter")


def _back(holders: dict[int, list[int]], number: int) -> "Iterator[int]":
    """The holders of a sentence and those before it, the nearest first."""
    for sentence in range(number, max(number - _FARTHEST, 0) - 1, -1):
        yield from reversed(holders.get(sentence, ()))
