"""The subject of a finite verb that the parser hangs on a word before it: on a verb, a preposition, a noun."""

from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.extract.list_repairs import part_from_list
from tracker.extract.parse_labels import CLAUSE_LINKS, FINITE, NO_NAMES, SIDE_NAMES, SUBJECTS, VERBS
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_NOMINAL = {"NOUN", "PROPN", "PRON"}
# How many words may stand between a subject and its verb, and how long a subject is sought after a comma.
_BETWEEN = {"advmod", "neg", "aux", "auxpass", "punct"}
_LONGEST_SUBJECT = 16
_TIMES = {"after", "before", "since"}
_MISREAD = {"ccomp", "conj", "dep", "parataxis"}
_PREDICATES = {"attr", "acomp", "oprd"}
_MISHUNG = {"advcl", "appos", "conj", "pobj", "npadvmod", "dobj"}


def find_subject(verb: "Token") -> None:
    """Gives a finite verb the noun phrase right before it: the object of the verb above ("told the BBC two bombs
    exploded"), or what follows a comma and hangs on a word before it ("In reply to Mali, Chad warned"), or what has
    its own article behind the place with which the clause opens ("From its seat in Mali the bloc urged")."""
    last = verb.i - 1
    while last > verb.sent.start and verb.doc[last].dep_ in _BETWEEN and verb.doc[last].head == verb:
        last -= 1
    day = verb.doc[last]
    if day.ent_type_ in NO_NAMES and day.head.dep_ == "prep" and day.head.head == verb:  # "after Mali on Monday agreed"
        last = day.head.i - 1
    governor = verb.head
    if verb.dep_ == "ccomp" and governor.pos_ in VERBS and governor.i < verb.i:
        for thing in governor.children:
            if thing.dep_ == "dobj" and governor.i < thing.i and thing.right_edge.i == last:
                thing.head, thing.dep_ = verb, "nsubj"
                return
    if verb.dep_ in {"advcl", "conj", "ccomp"} and _make_clause(verb, last):
        return
    if verb.dep_ in {"advcl", "ccomp", "conj"} and verb.tag_ == "VBD" and part_from_list(verb, last):
        return
    if verb.dep_ in {"ROOT", "ccomp", "parataxis"} or (verb.dep_ in {"advcl", "conj"} and verb.tag_ == "VBD"):
        noun = _after_comma(verb, last) or _after_opening(verb)
        if noun is not None and noun not in verb.ancestors:
            noun.head, noun.dep_ = verb, "nsubj"


def part_opening(verb: "Token") -> None:
    """Parts "a week after the strike that halted trains, the unions have met", read as a clause whose subject is the
    strike, into a time and a main clause."""
    link = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in _TIMES and c.i < verb.i), None)
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and link is not None and c.i > link.i), None)
    if verb.dep_ != "ROOT" or link is None or noun is None or noun.left_edge.i != link.i + 1:
        return
    doing = [t for t in noun.subtree if t.dep_ == "appos" and t.i < verb.i and verb.sent.start < t.left_edge.i]
    doing = [t for t in doing if t.nbor(t.left_edge.i - 1 - t.i).text == "," and t.right_edge == noun.right_edge]
    if len(doing) == 1:
        link.dep_, noun.head, noun.dep_ = "prep", link, "pobj"
        doing[0].head, doing[0].dep_ = verb, "nsubj"


def join_subjects(verb: "Token") -> None:
    """Makes one phrase of two nouns side by side that are read as two subjects ("the opposition grouping agreed"), and
    a list of two with "and" between them ("General X of Peru and General Y of Chile met")."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    for first, second in pairwise(subjects):
        if first.i + 1 == second.i and first.tag_ == second.tag_ == "NN":
            first.head, first.dep_ = second, "compound"
        link = second.left_edge.nbor(-1) if second.left_edge.i > first.i else second
        if link.lower_ == "and" and link.i == first.right_edge.i and second.right_edge.i < verb.i:
            second.head, second.dep_ = first, "conj"
            link.head = first


def find_gerund_subject(gerund: "Token") -> bool:
    """Gives a gerund the side right before it that a noun or "despite" governs: "in response to Mali closing the
    port", "freed them in exchange for Mali returning ten", "allegations of Mali shelling towns"; whether it had one."""
    first = gerund.left_edge.i
    before = gerund.doc[first - 1] if first > gerund.sent.start else gerund
    noun = next((n for n in (before, *before.ancestors) if n.dep_ == "pobj"), before)
    link = noun.head
    end = gerund.right_edge.i if noun in gerund.ancestors else first - 1
    if noun.dep_ != "pobj" or noun.right_edge.i != end:
        return False
    over = link.head
    governs = link.lower_ == "despite" or (
        link.lower_ in {"for", "of", "to"} and over.lemma_.lower() in word_class("before_a_gerund_with_subject")
    )
    if not governs or not (noun.ent_type_ in SIDE_NAMES or noun.lemma_.lower() in word_class("person_or_party")):
        return False
    if link in gerund.subtree or any(c.dep_ in {"det", "poss", "aux"} for c in gerund.children):
        return False
    gerund.head, gerund.dep_ = link, "pcomp"
    noun.head, noun.dep_ = gerund, "nsubj"
    return True


def _make_clause(verb: "Token", last: int) -> bool:
    """Makes a clause of "after Mali and Chad agreed", read as a phrase and a verb by itself; whether it was one."""
    ending = verb.doc[last]
    noun = next((n for n in (ending, *ending.ancestors) if n.head.lower_ in CLAUSE_LINKS), ending)
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in CLAUSE_LINKS or link.head == link or noun.pos_ not in _NOMINAL:
        return False
    if noun.right_edge.i != last or verb.head not in {link.head, *link.ancestors} or noun.ent_type_ in NO_NAMES:
        return False
    over = link.head
    if over == verb or verb in over.ancestors or noun in verb.ancestors:
        return False
    noun.head, noun.dep_ = verb, "nsubj"
    link.head, link.dep_ = verb, "mark"
    verb.head, verb.dep_ = over, "advcl"
    return True


def make_cause(gerund: "Token") -> None:
    """Makes a subject of the gerund in "after shelling killed ten", whose verb the parser hangs elsewhere."""
    if gerund.i == 0 or gerund.i + 1 >= len(gerund.doc):
        return
    link, verb = gerund.nbor(-1), gerund.nbor(1)
    if (
        link.lower_ not in CLAUSE_LINKS
        or verb.tag_ not in {"VBD", "VBN"}
        or verb.pos_ != "VERB"
        or gerund.head == link.head
    ):
        return
    over, top = link.head, verb.head
    if verb in link.ancestors:
        while top.pos_ not in VERBS and top.head != top:
            top = top.head
        if top == verb or top.pos_ not in VERBS:
            return
        (over if over.head == verb else link).head = top
    gerund.pos_, gerund.tag_, gerund.head, gerund.dep_ = "NOUN", "NN", verb, "nsubj"
    verb.head, verb.dep_, verb.tag_ = link, "pcomp", "VBD"


def hang_on_name(clause: "Token") -> bool:
    """Hangs a relative clause on the name right before it that explains a noun: "its only ally, Chad, whose envoy
    came"; whether it was so."""
    noun, first = clause.head, clause.left_edge.i
    for name in noun.children if noun.pos_ == "NOUN" else ():
        if name.dep_ == "appos" and name.ent_type_ in SIDE_NAMES and name.right_edge.i + 2 == first:
            clause.head = name
            return True
    return False


def explain_insertion(name: "Token") -> bool:
    """Makes a person between commas the apposition of the noun before in "the bank, in the person of its president, Ana
    Ruiz, offered a plan", read as a second subject; whether it was one."""
    comma, after = name.left_edge.i - 1, name.i + 1
    if name.ent_type_ != "PERSON" or comma <= name.sent.start or after >= len(name.doc):
        return False
    is_enclosed = name.doc[comma].text == "," and name.doc[after].text == ","
    title = name.doc[comma - 1]
    first = next((c for c in name.head.children if c.dep_ == name.dep_ and c.i < comma), None)
    if not is_enclosed or title.pos_ != "NOUN" or title.dep_ != "pobj" or first is None or name.head in {title, first}:
        return False
    name.head, name.dep_ = title, "appos"
    return True


def part_relative(opening: "Token") -> None:
    """Parts a clause with "whose" or "according to which" from the one around it, where the parser makes its first
    subject one of the relative verb: "The head of Chad, whose army is backed by Mali, refused to come"."""
    first = opening
    while opening.dep_ == "pobj" and first.head.dep_ == "prep":
        first = first.head
    if first != opening and first.i and first.nbor(-1).dep_ == "prep" and first.nbor(-1).head == first.head:
        first = first.nbor(-1)
    owned = opening.head if opening.dep_ == "poss" else opening
    verb = owned.head if owned.dep_ in SUBJECTS else first.head
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    outer = next((c for c in subjects if c.i < first.left_edge.i), None)
    inner = next((c for c in subjects if c.i >= opening.i), None)
    is_misread = opening.dep_ == "poss" and outer is None and verb.dep_ in _MISREAD - {"conj"}
    if is_misread and owned.dep_ in SUBJECTS and verb.head.i < opening.i:
        _hang_on_owner(opening, verb)
        return
    if opening.i == 0 or first.left_edge.nbor(-1).text != "," or None in {outer, inner} or outer is None:
        return
    if verb.pos_ not in VERBS or verb.i < owned.i:
        return
    beside = [verb.head] if verb.dep_ == "ccomp" else [c for c in verb.children if c.dep_ in _MISREAD]
    main = next((v for v in beside if v.i > verb.i and v.tag_ in FINITE and _lacks_subject(v, verb)), None)
    if main is None:
        return
    if main.head == verb:
        main.head, main.dep_ = (main if verb.head == verb else verb.head), verb.dep_
    outer.head, outer.dep_ = main, "nsubj"
    verb.head, verb.dep_ = outer, "relcl"


def _hang_on_owner(whose: "Token", verb: "Token") -> None:
    """Hangs a clause with "whose" that the parser takes for a complement on the subject right before it: "So is Chad,
    whose army fled"."""
    owner = next((c for c in verb.head.children if c.dep_ in SUBJECTS and c.i < whose.i), None)
    if owner is not None and whose.nbor(-1).text == "," and owner.right_edge.i in {whose.i - 1, whose.i - 2}:
        verb.head, verb.dep_ = owner, "relcl"


def _lacks_subject(main: "Token", inner: "Token") -> bool:
    return not any(c.dep_ in SUBJECTS for c in main.children) and any(t.text == "," for t in main.doc[inner.i : main.i])


def make_attribute(participle: "Token") -> None:
    """Makes what somebody is said to be of the subject of a past tense right after it: "they were soldiers captured on
    a mission"."""
    noun = next((c for c in participle.children if c.dep_ == "nsubj"), None)
    first = noun.left_edge.i if noun is not None else 0
    if noun is None or first == 0 or noun.i + 1 != participle.i or noun.pos_ != "NOUN":
        return
    be = noun.doc[first - 1]
    if be.lemma_ != "be" or be.pos_ not in VERBS or any(c.dep_ in _PREDICATES for c in be.children):
        return
    if be.head == participle or any(c.dep_ in {"dobj", "aux", "ccomp"} for c in participle.children):
        return
    noun.head, noun.dep_ = be, "attr"
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"


def _after_opening(verb: "Token") -> "Token | None":
    for opening in verb.children:
        if opening.i > verb.i:
            break
        if opening.dep_ != "prep":
            continue
        for noun in opening.subtree:
            first = noun.left_edge
            if noun.dep_ == "appos" and first.dep_ == "det" and first.i == noun.head.i + 1 < noun.i < verb.i:
                return noun
            own = next((c for c in noun.children if c.lower_ == "the" and first.i < c.i < noun.i < verb.i), None)
            place = own.nbor(-1) if own is not None and noun.dep_ == "pobj" else noun
            if place.head == noun and place.dep_ in {"compound", "nmod"}:
                place.head, place.dep_ = noun.head, "pobj"
                return noun
    return None


def _after_comma(verb: "Token", last: int) -> "Token | None":
    """The head of the noun phrase that ends at a place and begins right after a comma, if it hangs on a word before
    that or stands beside the verb; a name that commas part from it is its apposition ("the envoy, Ana Ruiz, said")."""
    doc, start = verb.doc, verb.sent.start
    name: Token | None = None
    ends = {last}
    if doc[last].text == "," and last - 1 > start and doc[last - 1].pos_ == "PROPN":
        name = doc[last - 1]
        last = name.left_edge.i - 2
        ends = {last, name.i, name.i + 1}
        if last <= start or doc[last + 1].text != ",":
            return None
    for comma in range(last - 1, max(start, last - _LONGEST_SUBJECT), -1):
        if doc[comma].text != ",":
            continue
        noun = doc[comma + 1]
        while comma < noun.head.i <= last and noun.head != noun:
            noun = noun.head
        if noun.left_edge.i != comma + 1 or noun.right_edge.i not in ends:
            continue
        is_mishung = noun.dep_ in _MISHUNG or (noun.dep_ == "dep" and noun.head.dep_ == "prep")
        outside = is_mishung and (noun.head.i < comma or noun.head == verb)
        if not outside or noun.pos_ not in _NOMINAL or noun.ent_type_ in NO_NAMES:
            return None
        if name is not None and noun.right_edge != name:
            name.head, name.dep_ = noun, "appos"
        return noun
    return None
