"""Names put right in the tree: read as adverbs or verbs, hung on the wrong word, torn out of their lists."""

from typing import TYPE_CHECKING

from tracker.extract.body_names import name_with_causes
from tracker.extract.bracketed_names import hang_on_bracketed
from tracker.extract.explaining_names import explain_count, hang_on_title
from tracker.extract.list_repairs import part_bodies
from tracker.extract.parse_labels import ACTOR_NAMES, NO_NAMES, SIDE_NAMES, SUBJECTS, VERBS
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import load_party_nouns

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc, Token

_LOOSE = {"advmod", "advcl", "amod", "npadvmod", "dep", "nmod"}
_ARMED_MEN = {"assailants": "assailant", "attackers": "attacker", "gunmen": "gunman", "militants": "militant"}
_MISHUNG = {"appos", "attr", "dep", "npadvmod", "nsubj", "oprd"}
_NOMINAL = {"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj"}


def repair_names(doc: "Doc") -> None:
    """Makes a name before a verb without a subject its subject ("Tarvia accepted the plan", read as an adverb), one
    before "and" and the subject a part of that, one right after a verb its object, and one after "to" what is addressed
    ("presented a plan to Tarvia", read as a verb). "On Thursday rebels fired" is parted between day and doer. A
    person's name that is read as a noun ("Ndege refused", after "Tom Ndege") is a name again."""
    persons = {t.text for t in doc if t.ent_type_ == "PERSON" and t.tag_ == "NNP" and t.text.istitle()}
    for token in doc:
        _make_noun(token)
        if token.i and token.text.istitle() and token.nbor(-1).text.istitle():
            _make_body(token)
        if token.lower_ in {"for", "of"} and token.i:
            name_with_causes(token.nbor(-1))
        if token.text == "(" and token.i:
            hang_on_bracketed(token)
        if token.text in persons and token.pos_ in {"NOUN", "ADJ"} and token.dep_ in _NOMINAL and not token.lefts:
            token.pos_, token.tag_, token.lemma_ = "PROPN", "NNP", token.text
        if token.dep_ in {"appos", "conj"} and token.tag_ == "NNP":
            explain_count(token)
        if token.ent_type_ == "PERSON" and token.dep_ in _MISHUNG:
            hang_on_title(token)
        if token.dep_ in {"nmod", "compound", "amod"} and token.ent_type_ == "GPE" and token.tag_ == "NNP":
            _part_from_adjective(token)
            if token.text.istitle() and "." not in token.text:  # "US and union officials" are the officials of both
                _part_from_noun(token)
        elif token.dep_ in _LOOSE | {"compound"} and token.text in persons and token.i + 3 < len(doc):
            _part_from_title(token, persons)
        elif token.dep_ in {"nmod", "compound"} and token.ent_type_ == "ORG" and token.tag_ == "NNP":
            part_bodies(token)
            _part_from_noun(token)
        _part_from_weekday(token)
        if not _is_name(token):
            continue
        if token.dep_ in {"advcl", "xcomp"} and _after_to(token):
            _address(token, token.doc[token.i - 1])
        elif token.dep_ in _LOOSE and token.head.pos_ in VERBS and token.i < token.head.i and not _is_joined(token):
            _make_subject(token, token.head)
        elif token.dep_ == "advmod" and token.head.pos_ == "VERB" and token.i == token.head.i + 1:
            _make_object(token, token.head)


def _is_title_case(first: "Token", last: "Token") -> bool:
    """Whether the words around a name have capitals too, as in a headline."""
    before = first.i and not first.is_sent_start and not first.nbor(-1).text.islower()
    return bool(before) or last.i + 1 >= len(last.doc) or not last.nbor(1).text.islower()


def _make_body(last: "Token") -> None:
    """Makes a name of two words with capitals of which the second tells a body: "Osa Front fighters", read as
    adjectives or common nouns."""
    first = last.nbor(-1)
    is_mistaken = {first.tag_, last.tag_} & {"JJ", "NN", "NNS"} and first.tag_ in {"JJ", "NN", "NNS", "NNP"}
    if not is_mistaken or first.ent_type_ in {"GPE", "NORP"} or _is_title_case(first, last):
        return
    if load_party_nouns().kind_of_name(last.lower_) is PartyKind.UNKNOWN:
        return
    for token in (first, last):
        token.pos_, token.tag_, token.lemma_ = "PROPN", "NNP", token.text
    if first.head != last and last not in first.ancestors:
        return
    first.head, first.dep_ = last, "compound"


def _make_noun(token: "Token") -> None:
    """A word for armed men that opens a report with a capital is no name: "LIMA - Gunmen stormed a hotel"; the second
    half of "director-general" is no adjective, nor is "its neighbour Chile" or "the latter"; an entity in capitals
    among small letters is a name."""
    word = token.lower_
    is_named = {"poss", "appos"} <= {c.dep_ for c in token.children} or word in {"latter", "former"}
    if token.pos_ == "ADJ" and token.dep_ in _NOMINAL and is_named:
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", word
        return
    if token.pos_ == "NOUN" and len(word) > 3 and token.text.isupper() and token.ent_type_ in SIDE_NAMES | {"PERSON"}:
        around = token.doc[max(token.i - 1, 0) : token.i + 2]
        if word.isalpha() and sum(t.text.isupper() for t in around) == 1:
            token.pos_, token.tag_, token.lemma_ = "PROPN", "NNP", token.text
        return
    is_first = token.ent_type_ == "PERSON" and token.dep_ == "compound"
    if is_first and f"{word} {token.head.lower_}" in load_party_nouns().workforces:
        token.ent_type_ = ""  # "Cabin crew will stay away"
    elif (
        word == "general" and token.pos_ == "ADJ" and token.dep_ in _NOMINAL and token.i and token.nbor(-1).text == "-"
    ):
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", "general"
    elif word in _ARMED_MEN and token.pos_ == "PROPN" and token.dep_ in SUBJECTS and not token.lefts:
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", _ARMED_MEN[token.lower_]


def _is_name(token: "Token") -> bool:
    """A word with a capital that is an entity by itself and no date or number."""
    if not token.text.istitle() or token.ent_type_ in NO_NAMES | {""}:
        return False
    alone = token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor(1).ent_iob_ != "I")
    return alone and (token.pos_ in {"PROPN", "ADV"} or (token.pos_ == "ADJ" and token.ent_type_ != "NORP"))


def _part_from_adjective(state: "Token") -> None:
    """Makes two sides of "between Mali and Chadian rebels", read as rebels of Mali and Chad; "US and Chadian officials"
    stays, since "US" goes before nouns itself."""
    noun = state.head
    nation = next((c for c in state.children if c.dep_ == "conj" and c.ent_type_ == "NORP" and c.i < noun.i), None)
    link = next((c for c in state.children if c.dep_ == "cc" and c.lower_ == "and"), None)
    is_adjective = (
        nation is not None and nation.tag_ in {"JJ", "NNP"} and not any(c.i > nation.i for c in nation.children)
    )
    if nation is None or link is None or not is_adjective or state.text.isupper() or noun.dep_ in {"nmod", "compound"}:
        return
    nation.dep_ = "amod"
    _part(state, link, nation, noun)


def _part_from_noun(body: "Token") -> None:
    """Makes two sides of "the CGT and dock owners met", "Iran and world powers", read as owners or powers of both."""
    noun = body.head
    kind = next((c for c in body.children if c.dep_ == "conj" and c.tag_ == "NN" and c.nbor(1) == noun), None)
    link = next((c for c in body.children if c.dep_ == "cc" and c.lower_ == "and"), None)
    if kind is None or link is None or noun.tag_ != "NNS" or kind.ent_type_ or link.nbor(1) != kind:
        return
    if noun.dep_ in _NOMINAL:
        kind.dep_ = "compound"
        _part(body, link, kind, noun)


def _part(first: "Token", link: "Token", kind: "Token", noun: "Token") -> None:
    """Makes a name and the noun behind it, with the word that tells its kind, two parts of a list."""
    first.head, first.dep_ = noun.head, noun.dep_
    link.head = first
    noun.head, noun.dep_ = first, "conj"
    kind.head = noun
    for child in list(noun.children):
        if child.i < first.i:  # "the", of the name
            child.head = first


def _part_from_title(person: "Token", persons: set[str]) -> None:
    """Makes two persons of "Brandt and Minister Li Wen met", where the parser hangs the one on the other or on the
    title between them; "Brandt and Li aide Tom Hale" is one."""
    link, name = person.nbor(1), person.head
    while name.dep_ in {"compound", "nmod"} and name.i < name.head.i:
        name = name.head
    between = person.doc[person.i + 2 : name.i]
    if link.lower_ != "and" or name.ent_type_ != "PERSON" or not len(between) or between[0].ent_type_ == "PERSON":
        return
    if between[0].text in persons or all(t.ent_type_ == "PERSON" for t in between):
        return
    person.head, person.dep_ = name.head, name.dep_
    person.pos_, person.tag_, person.lemma_ = "PROPN", "NNP", person.text
    name.head, name.dep_ = person, "conj"
    link.head = person
    for title in between:
        if title.head == person:
            title.head, title.dep_ = name, "compound"


def _part_from_weekday(day: "Token") -> None:
    """ "On Thursday rebels fired rockets", "in a speech on Thursday Ndege said", "said on Thursday rebels had fired":
    the parser reads "Thursday rebels" as what follows "on"."""
    if day.dep_ not in {"compound", "nmod"} or day.ent_type_ != "DATE":
        return
    noun, preposition = day.head, day.head.head
    verb = preposition.head
    if noun.dep_ != "pobj":
        return
    while (verb.pos_ not in VERBS or (verb.dep_ == "acl" and verb.i < noun.i)) and verb.head != verb:
        verb = verb.head
    if noun.tag_ not in {"NNS", "NNP"} or noun.ent_type_ in NO_NAMES:
        return
    if verb == preposition or noun in verb.ancestors:
        return
    if verb.i < preposition.i:  # the clause of what is said
        told = (c for c in verb.children if c.dep_ == "ccomp" and c.i > noun.i)
        verb = next(told, verb)
    is_clause = preposition.lower_ == "on" and verb.pos_ in VERBS and verb.tag_ in {"VBD", "VBN", "VBZ", "VBP"}
    if is_clause and noun.i < verb.i and not any(c.dep_ in SUBJECTS for c in verb.children):
        noun.head, noun.dep_ = verb, "nsubj"
        day.head, day.dep_ = preposition, "pobj"


def _make_object(name: "Token", verb: "Token") -> None:
    if not any(c.dep_ in {"dobj", "prt", "ccomp", "xcomp"} for c in verb.children):
        name.dep_, name.pos_, name.tag_ = "dobj", "PROPN", "NNP"


def _is_joined(token: "Token") -> bool:
    """Whether a hyphen follows: "Hamas-led gunmen"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).text in {"-", "\u2013"}


def _after_to(token: "Token") -> bool:
    return token.i > 0 and token.nbor(-1).lower_ == "to" and token.nbor(-1).head == token


def _address(name: "Token", to: "Token") -> None:
    verb = name.head
    for child in list(name.children):
        child.head = verb
    to.dep_, to.pos_, to.tag_ = "prep", "ADP", "IN"
    name.head, name.dep_, name.pos_, name.tag_ = to, "pobj", "PROPN", "NNP"


def _make_subject(name: "Token", verb: "Token") -> None:
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        name.dep_ = "nsubj"
    elif subject.dep_ in {"nsubj", "nsubjpass"} and name.nbor(1).lower_ == "and" and name.i < subject.i:
        name.dep_, subject.dep_ = subject.dep_, "conj"
        subject.head = name
        conjunction = name.nbor(1)
        conjunction.head, conjunction.dep_ = name, "cc"
    else:
        return
    name.pos_, name.tag_ = "PROPN", "NNP"


def list_names(name: "Token") -> None:
    """ "His counterpart X, the EU's Y and the IAEA's Z": the parser reads Y and Z as what explains X."""
    others = [c for c in name.children if c.dep_ == "conj"]
    item = name.head if name.head.dep_ == "appos" and name.head.ent_type_ != "PERSON" else name  # "the EU's chief Y"
    first = item.head
    if first.ent_type_ != "PERSON" or first.i > item.i or not others:
        return
    while first.dep_ == "appos" and first.head.i < first.i:
        first = first.head
    if first.dep_ == "pobj" and first.head.head.tag_ == "NNS":  # "two aides to X, Y and Z": Y and Z are the aides
        return
    item.head, item.dep_ = first, "conj"
    for other in others:
        other.head = item


def join_to_neighbour(name: "Token") -> None:
    """Puts a name after "and" to the name or its army right before it: "gave a draft to Mali and Chad", "to Mali's army
    and the FACT", not "a draft and Chad"."""
    first = name.left_edge.i - 1
    if first < 1 or name.doc[first].lower_ not in {"and", "or"}:
        return
    neighbour, head = name.doc[first - 1], name.head
    if head == neighbour and head.ent_type_ == "GPE" and (person := _whose_state(head)) is not None:
        if name.ent_type_ == "PERSON":  # "General X of Peru and General Y of Chile"
            name.head = name.doc[first].head = person
        return
    if not name.ent_type_ or head.ent_type_ or head.i > neighbour.i or head not in neighbour.ancestors:
        return
    is_thing = head.dep_ == "dobj" and head.lemma_ not in word_class("person_or_party")
    is_army = any(c.ent_type_ in {"GPE", "NORP"} and c.i < neighbour.i for c in neighbour.children)
    is_side = is_army and is_thing and name.ent_type_ != "PERSON"
    if name not in neighbour.ancestors and (is_side or (neighbour.pos_ == "PROPN" and neighbour.ent_type_)):
        name.head = neighbour
        name.doc[first].head = neighbour


def _whose_state(state: "Token") -> "Token | None":
    """The person whose state is named right behind them: "General X of Peru"."""
    person = state.head.head
    is_of = state.dep_ == "pobj" and state.head.lower_ == "of" and state.head.i == person.i + 1
    return person if is_of and person.ent_type_ == "PERSON" else None


def make_list(name: "Token") -> None:
    """Makes a list of "Mali, the U.S. and Chad met", "the Greens, the liberal Volt and Peru First signed", whose second
    name the parser takes to explain the first; not of places in places ("in Osh, Kyrgyzstan and Baku, Azerbaijan")."""
    first = name.head
    if (
        first.pos_ != "PROPN"
        or first.ent_type_ in NO_NAMES
        or first.right_edge.i < name.i
        or name.left_edge.i == name.i
    ):
        return
    article, before = name.left_edge, name.doc[name.left_edge.i - 1]
    is_next = before.text == "," and before.i == first.i + 1 and article.lower_ == "the"
    named = (c for c in name.children if c.dep_ == "conj" and c.pos_ == "PROPN")
    last = next((c for c in named if c.ent_type_ in {*ACTOR_NAMES, "", "ORDINAL"}), None)
    if is_next and last is not None and any(c.lower_ == "and" for c in name.children):
        name.dep_ = "conj"
