"""Who says what: the speaker behind each token of an article."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.extract.quotation_speakers import QUOTED, spread_quotations
from tracker.extract.quotations import quoted_words
from tracker.extract.subjects import is_passive, prepositional_objects, subject
from tracker.rules import load_language, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc, Token

# "Has never acknowledged that it sent troops": nobody says so.
_ADMITTING = {"acknowledge", "admit", "concede", "confirm", "recognise", "recognize"}
_CITING = {"citing", "quoting"}
# What is told after these stands beside the sentence, unlike ", as Mali said".
_BESIDE = {"after", "although", "because", "before", "if", "since", "though", "until", "when", "whereas", "while"}


@dataclass(frozen=True, slots=True)
class Speech:
    """For each token of a document the token that heads its speaker, the verb or noun that reports it, and whether it
    stands in direct speech."""

    speakers: tuple["Token | None", ...]
    reporters: tuple["Token | None", ...]
    quoted: tuple[bool, ...]

    def speaker(self, token: "Token") -> "Token | None":
        """Who says the words around this token, or None where the reporter does."""
        return self.speakers[token.i]

    def reporter(self, token: "Token") -> "Token | None":
        """The verb or noun that reports the words around this token."""
        return self.reporters[token.i]

    def is_quoted(self, token: "Token") -> bool:
        """Whether the token stands in direct speech."""
        return self.quoted[token.i]


def _depth(token: "Token") -> int:
    return sum(1 for _ in token.ancestors)


def _is_reporter(token: "Token") -> bool:
    """Whether a verb reports: one of the language's verbs, or "made clear", "made it plain"."""
    if token.pos_ == "VERB" and token.lemma_ == "make":  # the parser may hang "clear" on the verb of what is told
        return any(t.lower_ in {"clear", "plain", "known"} for t in token.doc[token.i + 1 : token.i + 4])
    speech = load_language("en").speech
    return token.pos_ == "VERB" and token.lemma_ in speech.verbs


def _is_bidden(verb: "Token") -> bool:
    """Whether somebody is only told to say or see something: "Peru must admit that", "needs to understand that"."""
    needs = verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "need", "ought"}
    return needs or any(c.lower_ in {"must", "should"} for c in verb.children if c.dep_ == "aux")


def _complements(verb: "Token") -> list["Token"]:
    found = [
        c
        for c in verb.children
        if (c.dep_ in {"ccomp", "parataxis"} and not _is_closed(c, verb))
        or (c.dep_ == "xcomp" and c.lower_ != "saying")
    ]
    found += [c for c in verb.children if c.dep_ == "advcl" and c.lower_ in {"saying", "adding"}]
    if (
        verb.dep_ in {"parataxis", "advcl"}
        and not found
        and verb.head.pos_ in {"VERB", "AUX"}
        and subject(verb) != verb.head
    ):
        first = verb.left_edge.i  # the comma before "Peru, Chile said, had struck" is part of the report
        commas = any(t.text in {",", '"'} for t in verb.doc[max(first - 1, 0) : first + 1])
        beside = any(c.dep_ in {"mark", "advmod"} and c.lower_ in _BESIDE for c in verb.children)
        beside |= bool(prepositional_objects(verb, {"about"}))  # "as each side complained about a delay"
        if commas and not beside and any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
            found.append(verb.head)
    return found


def _is_closed(clause: "Token", verb: "Token") -> bool:
    """Whether a semicolon closes a clause before a verb: "the army attacked; the rebels denied it"."""
    return clause.i < verb.i and any(t.text == ";" for t in verb.doc[clause.i : verb.i])


def _told_deeds(verb: "Token") -> list["Token"]:
    """What a verb of reporting tells by a noun: "reported a raid", "confirmed the release of two men"."""
    return [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_ in word_class("reporting_deeds") else []


def _cited(verb: "Token") -> "Token | None":
    """Whom somebody passes on: the army in "Reuters reported, citing the army", "Reuters quoted the army as saying".
    Where it is a thing ("citing the raid"), who cites it speaks (`Context.speaker_sides`)."""
    beside = (c for c in verb.children if c.dep_ == "advcl" and c.lower_ in _CITING)
    citing = verb if verb.lemma_ in QUOTED and not is_passive(verb) else next(beside, None)
    return next((c for c in citing.children if c.dep_ == "dobj"), None) if citing is not None else None


def _attribution_noun(token: "Token") -> "Token | None":
    """X in "according to X" and in "in the words of X", "in X's version of events"."""
    if token.lower_ == "according":
        return next(iter(prepositional_objects(token, {"to"})), None)
    if token.lower_ not in {"in", "by"} or token.dep_ != "prep":
        return None
    telling = next((c for c in token.children if c.dep_ == "pobj" and c.lower_ in word_class("tellers_words")), None)
    owner = next((c for c in telling.children if c.dep_ == "poss"), None) if telling is not None else None
    return owner or next(iter(prepositional_objects(telling, {"of"})), None) if telling is not None else None


def _before_colon(colon: "Token") -> "Token | None":
    """Who is named alone before a colon and what he says: "The minister: \"We will leave.\"", "Ruiz: Chad broke it"."""
    opening = colon.doc[colon.sent.start : colon.i]
    after = colon.doc[colon.i + 1 : colon.i + 2]
    if not len(opening) or any(t.pos_ in {"VERB", "AUX"} or (t.is_punct and t.text != ",") for t in opening):
        return None
    name = opening[len(opening) - 1]
    while name.head in opening and name.head != name:
        name = name.head
    is_person = name.ent_type_ in {"ORG", "PERSON"} or name.lemma_.lower() in word_class("person_or_party")
    is_quoted = any(t.text in {'"', "``"} for t in after)
    return name if name.pos_ in {"NOUN", "PROPN"} and (is_quoted or is_person) else None


def _who_claims(noun: "Token") -> "Token | None":
    """Whose a claim is: "Chile's report", "a report by Chile", "Chilean reports"."""
    owners = [c for c in noun.children if c.dep_ == "poss"] or prepositional_objects(noun, {"by", "from", "of"})
    national = (c for c in noun.children if c.dep_ in {"amod", "compound"} and c.ent_type_ in {"GPE", "NORP", "ORG"})
    return next(iter([*owners, *national]), None)


def _maker(clause: "Token") -> "Token | None":
    """Whose plan tells a relative clause: Chad in "Chad's draft under which both would go", "a Chadian draft"."""
    noun = clause.head
    told = any(t.tag_ == "WDT" for t in prepositional_objects(clause, {"under", "in"}))
    if not told or noun.lemma_ not in word_class("proposal"):
        return None
    own = [c for c in noun.children if c.dep_ == "poss" or c.ent_type_ in {"NORP", "GPE", "ORG"}]
    return next(iter([*own, *prepositional_objects(noun, {"by", "from"})]), None)


def attribute(doc: "Doc") -> Speech:
    """Reads the speakers off a parsed document.

    Reported clauses belong to the subject of their verb, quoted words to the sentence's main reporting verb, quoted
    sentences without one to the speaker before them (or after, where a quotation opens a paragraph), and "according
    to X" gives its clause to X. The innermost report wins.
    """
    size = len(doc)
    speakers: list[Token | None] = [None] * size
    reporters: list[Token | None] = [None] * size
    quoted = quoted_words(doc)
    nouns = load_language("en").speech.nouns
    verbs = sorted((t for t in doc if _is_reporter(t)), key=lambda t: (_depth(t), t.i))

    unclaimed = word_class("no_claim")  # "said both had agreed to meet": who says so claims it

    def paint(tokens: "list[Token]", speaker: "Token | None", reporter: "Token") -> None:
        for token in tokens:
            if speakers[token.i] is None or reporter.lemma_ not in unclaimed:
                speakers[token.i], reporters[token.i] = speaker, reporter

    for token in doc:
        named = _attribution_noun(token)
        if named is not None:
            inner = {t.i for t in token.subtree}
            top = token.head if token.head.pos_ in {"VERB", "AUX"} else token.sent.root
            paint([t for t in top.subtree if t.i not in inner], named, token)
    for verb in verbs:
        speaker = _cited(verb) or (None if _is_bidden(verb) else subject(verb))
        if is_passive(verb) and verb.lemma_ not in QUOTED:
            speaker = next(iter(prepositional_objects(verb, {"by"})), None)
        unsaid = verb.lemma_ in _ADMITTING and any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
        if speaker is None or unsaid:
            continue
        within = {t.i for t in verb.subtree}  # a speaker told by "who" holds the report in its own clause
        own = {verb.i} | {t.i for t in speaker.subtree if verb.i < speaker.i or t.i not in within}
        paint(_told_deeds(verb), speaker, verb)
        for complement in _complements(verb):
            scope = [
                t for t in complement.subtree if t.i not in own and not (complement == verb.head and t in verb.subtree)
            ]
            paint(scope, speaker, verb)
    for noun in (t for t in doc if t.pos_ == "NOUN" and t.lemma_ in nouns):
        agent = _who_claims(noun)
        if noun.dep_ == "dobj" and (agent is None or noun.head.lemma_ in word_class("denying")):
            agent = subject(noun.head)  # who rejects another's claim that he struck denies it
        for clause in noun.children:
            if (
                clause.dep_ in {"acl", "ccomp", "relcl"}
                and agent is not None
                and (clause.lower_ == "saying" or clause.dep_ == "acl")
            ):
                is_bare = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children)
                if clause.tag_ in {"VBN", "VBG"} and clause.lower_ != "saying" and is_bare:
                    continue
                paint([t for t in clause.subtree if t != clause or clause.lower_ != "saying"], agent, noun)
    for clause in (t for t in doc if t.dep_ == "relcl"):
        maker = _maker(clause)
        if maker is not None:
            paint(list(clause.subtree), maker, clause.head)
    for colon in (t for t in doc if t.text == ":"):
        named = _before_colon(colon)
        if named is not None:
            paint([t for t in doc[colon.i + 1 : colon.sent.end] if speakers[t.i] is None], named, named)
    spread_quotations(doc, quoted, speakers, reporters, verbs)
    return Speech(tuple(speakers), tuple(reporters), tuple(quoted))
