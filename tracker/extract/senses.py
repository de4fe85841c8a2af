"""Which sense of the lexicon a word of an article carries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.extract.arguments import Arguments, arguments, subject
from tracker.extract.conditions import condition_word, set_by
from tracker.extract.context import Context
from tracker.extract.features import form_feature
from tracker.extract.frames import POSITIONS, clauses, has_particle, heads, hyphenated, in_class, is_imperative, modals
from tracker.extract.judgement import is_reported_clause, shows
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind
from tracker.rules import Lexicon, Sense, TypeRules, load_language, load_lexicon
from tracker.rules.lexicon import Entry

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = {"GPE", "LOC", "FAC"}
# A noun with a capital in one of these is a part of a name: the month of March, a company called Rally.
_NAMES = {"DATE", "ORG", "PERSON", "PRODUCT"}


@dataclass(slots=True)
class Trigger:
    """A word that tells an event: its sense, its type's rules and its arguments."""

    token: "Token"
    rules: TypeRules
    sense: Sense
    arguments: Arguments
    entry: Entry
    score: int

    @property
    def type(self) -> EventType:
        return self.rules.type


def _own_words(token: "Token") -> Iterator["Token"]:
    """A word and those under it, but for those of further clauses."""
    yield token
    for child in token.children:
        if child.pos_ not in {"VERB", "AUX"} or child.dep_ not in {"conj", "parataxis"}:
            yield from _own_words(child)


class Matcher:
    """Finds the best sense for each word of one article."""

    def __init__(self, context: Context, lexicon: Lexicon | None = None) -> None:
        self.context = context
        self.lexicon = lexicon or load_lexicon()
        self.classes = load_language("en").classes
        self._wild = self.lexicon.verbs.get("*", ())
        self._armed = sum(t.lemma_.lower() in self.classes["of_war"] for t in context.doc)
        self._labour = sum(t.lemma_.lower() in self.classes["of_labour"] for t in context.doc)

    def triggers(self) -> Iterator[Trigger]:
        """The words that carry a sense, in the order of the text; whether they assert an event is not decided here."""
        for token in self.context.doc:
            entries = self._entries(token)
            if not entries:
                continue
            found = arguments(token)
            best: Trigger | None = None
            for entry in entries:
                score = self.score(entry, found)
                if score is not None and (best is None or score > best.score):
                    best = Trigger(token, entry.rules, entry.sense, found, entry, score)
            if best is not None:
                yield best

    def _entries(self, token: "Token") -> tuple[Entry, ...]:
        joined = hyphenated(token)
        whole = (self.lexicon.verbs if token.pos_ == "VERB" else self.lexicon.nouns).get(joined, ())
        return whole or self._plain_entries(token)

    def _plain_entries(self, token: "Token") -> tuple[Entry, ...]:
        if token.pos_ == "VERB" or (
            token.pos_ == "AUX" and token.lemma_ in {"be", "have"} and token.dep_ not in {"aux", "auxpass"}
        ):
            known = self.lexicon.verbs.get(token.lemma_, ())
            if not known and token.lower_.endswith(("ed", "ing")):  # the model's lemma of "staged" is "stag"
                known = self.lexicon.verbs.get(f"{token.lemma_}e", ())
            if modals(token) or condition_word(token) or is_reported_clause(self.context, token):
                known = (*known, *self._wild)
            if token.tag_ == "VBN" and token.dep_ == "amod":
                return self.lexicon.adjectives.get(token.lower_, ())
            return known
        named = token.pos_ == "PROPN" and token.lower_ in self.lexicon.nouns and token.ent_type_ not in _NAMES
        if token.pos_ == "NOUN" or named:
            lemma = token.lemma_.lower() if token.pos_ == "NOUN" else token.lower_
            return self.lexicon.nouns.get(lemma, ())
        if token.pos_ == "ADJ":
            return self.lexicon.adjectives.get(token.lower_, ())
        return ()

    def score(self, entry: Entry, found: Arguments) -> int | None:
        """How well a sense's frame fits, more where it asks for more; None where it does not."""
        sense, token = entry.sense, found.trigger
        score = 10 * sense.priority
        if entry.particle:
            if not has_particle(entry.particle, token):
                return None
            score += 6
        if entry.modifier:
            if not any(c.lemma_.lower() == entry.modifier for c in found.get("modifier")):
                return None
            score += 6
        checks = (
            self._modal_fits(sense, token),
            self._complement_fits(sense, entry, found),
            self._subject_fits(sense, found),
            self._modifiers_fit(sense, found),
            self._nearby_fits(sense, found),
            self._features_fit(sense, found),
        )
        total = score
        for points in checks:
            if points is None:
                return None
            total += points
        return total

    def _modal_fits(self, sense: Sense, token: "Token") -> int | None:
        if not sense.modals:
            return 0
        return 3 if modals(token) & set(sense.modals) else None

    def matches(self, token: "Token", wanted: Iterable[str]) -> bool:
        """Whether a token, or what it counts, is one of the lemmas, @classes, PARTY, PLACE or PERSON."""
        for word in wanted:
            for head in heads(token):
                plain = head.lower_.removesuffix("s") if head.tag_ == "NNPS" else head.lemma_.lower()
                for lemma in (plain, hyphenated(head)):
                    if word == "*" or word == lemma or (word[0] == "@" and in_class(lemma, self.classes[word[1:]])):
                        return True
                if word == "PARTY" and self.context.sides(head):
                    return True
                if word == "PLACE" and (head.ent_type_ in _PLACES or self._is_country(head)):
                    return True
                if word == "PERSON" and (head.ent_type_ == "PERSON"):
                    return True
        return False

    def _is_country(self, token: "Token") -> bool:
        """Whether a name stands for a state: the tagger takes the rarer countries for persons."""
        return token.pos_ == "PROPN" and any(r.kind is PartyKind.STATE for r in self.context.sides(token))

    def _complement_fits(self, sense: Sense, entry: Entry, found: Arguments) -> int | None:
        objects = found.get("object")
        if sense.not_object and any(self.matches(t, sense.not_object) for t in objects):
            return None
        if sense.not_prepositions and any(found.get(p) for p in sense.not_prepositions):
            return None
        if sense.prepositions and not any(found.get(p) for p in sense.prepositions):
            return None
        if sense.attribute and not any(self.matches(t, sense.attribute) for t in found.get("attribute")):
            return None
        if sense.not_clause_verbs and any(t.lemma_ in sense.not_clause_verbs for t in clauses(found)):
            return None
        if not sense.object and not sense.prepositional and not sense.clause_verbs:
            return 2 if sense.prepositions else 0
        if sense.object and any(self.matches(t, sense.object) for t in objects):
            return 4
        for preposition, wanted in sense.prepositional.items():
            if any(self.matches(t, wanted) for t in found.get(preposition)):
                return 4
        if sense.clause_verbs and any(
            "*" in sense.clause_verbs or t.lemma_ in sense.clause_verbs for t in clauses(found)
        ):
            return 2
        if (
            not sense.object
            and not sense.clause_verbs
            and objects
            and not entry.particle
            and found.trigger.pos_ == "VERB"
        ):
            return 0
        return None

    def _subject_fits(self, sense: Sense, found: Arguments) -> int | None:
        subjects = found.get("by") if found.passive else found.get("subject")
        if sense.not_subject and any(
            t.lower_ in sense.not_subject or self.matches(t, sense.not_subject) for t in subjects
        ):
            return None
        if not sense.subject:
            return 0
        if found.passive and not subjects:
            if sense.object:
                return 0
            subjects = found.get("object")
        return 3 if any(self.matches(t, sense.subject) or t.lower_ in sense.subject for t in subjects) else None

    def _modifiers_fit(self, sense: Sense, found: Arguments) -> int | None:
        if not sense.modifiers and not sense.not_modifiers:
            return 0
        words = {t.lower_ for t in found.get("modifier")} | {t.lemma_.lower() for t in found.get("modifier")}
        if words & set(sense.not_modifiers):
            return None
        if not sense.modifiers:
            return 0
        possessed = any(t.lower_ in sense.modifiers for t in found.get("poss"))
        return 3 if words & set(sense.modifiers) or possessed else None

    @staticmethod
    def _nearby_fits(sense: Sense, found: Arguments) -> int | None:
        if not sense.nearby:
            return 0
        return 2 if any(t.lemma_.lower() in sense.nearby for t in _own_words(found.trigger)) else None

    def _features_fit(self, sense: Sense, found: Arguments) -> int | None:
        for feature in sense.needs:
            if not self.feature(feature, found):
                return None
        for feature in sense.lacks:
            if self.feature(feature, found):
                return None
        return len(sense.needs)

    def feature(self, name: str, found: Arguments) -> bool:
        """Whether a trigger's arguments show a feature of the rule files."""
        shown = form_feature(name, found)
        if shown is not None:
            return shown
        context, token = self.context, found.trigger
        if name in POSITIONS:
            return POSITIONS[name](token)
        subjects = found.get("by") if found.passive else found.get("subject")
        match name:
            case "own object":
                sides = {r.side for t in subjects for r in context.sides(t)}
                return bool(sides & {r.side for t in found.get("object") for r in context.sides(t)})
            case "party subject":
                return any(self._acts(t) for t in subjects) or (found.passive and not subjects)
            case "party object":
                return any(context.sides(t) for t in found.get("object"))
            case "armed text":
                return self._armed > self._labour
            case "labour text":
                return self._labour > self._armed
            case "party modifier":
                return any(context.sides(t) for t in (*found.get("poss"), *found.get("modifier")))
            case "party argument":
                slots = (tokens for slot, tokens in found.slots.items() if slot not in {"clause", "setter"})
                return any(context.sides(t) for tokens in slots for t in tokens)
            case "plural subject":
                return any(
                    len(context.sides(t)) > 1 or t.tag_ in {"NNS", "NNPS"} or t.lower_ in {"both", "they"}
                    for t in subjects
                )
            case "two sides":
                return len({r.side for t in subjects for r in context.sides(t)}) > 1 or any(
                    t.lower_ == "both" or any(c.lower_ in {"both", "two"} for c in t.children) for t in subjects
                )
            case "singular":
                return token.tag_ in {"NN", "NNP"}
            case "plural":
                return token.tag_ in {"NNS", "NNPS"}
            case "quoted":
                return context.speech.is_quoted(token)
            case "spoken":
                return context.speech.speaker(token) is not None
            case "own words":
                said = {r.side for r in context.speaker_sides(token)}
                own = {r.side for t in subjects for r in context.sides(t)}
                return bool(said & own) or any(t.lower_ in {"we", "i"} or self._is_speaker(t) for t in subjects)
            case "reported root":
                return self._is_reported_root(token)
            case "condition":
                return self._is_condition(token)
            case "under a promise":
                reporter = context.speech.reporter(token)
                return reporter is not None and reporter.lemma_ in self.classes["promising"]
            case "imperative":
                return context.speech.is_quoted(token) and is_imperative(token)
            case "another's infinitive":
                clause_subjects = (c for t in found.get("clause") for c in t.children if c.dep_ == "nsubj")
                told = [*(t for slot in ("object", "on", "to", "for") for t in found.get(slot)), *clause_subjects]
                return any(context.sides(t) or self.matches(t, ("@person_or_party",)) for t in told)
            case _:
                return shows(name, context, found)

    def _acts(self, token: "Token") -> bool:
        """Whether a subject can act: a side, a person's pronoun, or the words for those who lead and negotiate."""
        if self.context.sides(token) or token.lower_ in {"he", "she", "they", "we", "i", "who"}:
            return True
        acting = self.classes["person_or_party"] | self.classes["actor"] | self.classes["document"]
        return token.lemma_.lower() in acting or (
            token.lower_ == "it" and self.context.speech.speaker(token) is not None
        )

    def _is_speaker(self, token: "Token") -> bool:
        """Whether a pronoun takes up the speaker in indirect speech: "the minister said he would not resign"."""
        verb, reporter = token.head, self.context.speech.reporter(token)
        indirect = verb.dep_ == "ccomp" and verb.head == reporter and not self.context.speech.is_quoted(token)
        return indirect and token.lower_ in {"he", "she", "they"} and not self.context.sides(token)

    def _is_condition(self, token: "Token") -> bool:
        """Whether a verb heads a condition that a side sets, be it told by that side or by the reporter."""
        governor = set_by(token)
        if governor is None:
            return False
        setter, kept = subject(governor), subject(token)
        sides = [{r.side for r in self.context.sides(t)} if t is not None else set() for t in (setter, kept)]
        same = setter is not None and (setter == kept or bool(sides[0] & sides[1]))
        if same and condition_word(token) == "until":
            return False
        return bool(self.context.speaker_sides(token)) or (setter is not None and self._acts(setter))

    def _is_reported_root(self, token: "Token") -> bool:
        """Whether a verb heads what a speaker says: the complement of a reporting verb, or a quoted sentence; "has to
        leave" counts as one verb."""
        if token.dep_ == "xcomp" and token.head.lemma_ in {"have", "need", "ought"}:
            token = token.head
        reporter = self.context.speech.reporter(token)
        speaker = self.context.speech.speaker(token)
        if reporter is None or speaker is None or reporter.lower_ == "according":
            return False
        if not self.context.sides(speaker) and not self._acts(speaker):
            return False
        return (
            (token.dep_ in {"ccomp", "parataxis"} and token.head == reporter)
            or token.head == token
            or reporter.head == token
        )
