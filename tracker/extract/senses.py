"""Which sense of the lexicon a word of an article carries."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.extract.arguments import Arguments, arguments
from tracker.extract.conditions import condition_word
from tracker.extract.context import Context
from tracker.extract.frames import Particles, clauses, hyphenated, modals
from tracker.extract.judgement import is_reported_clause
from tracker.extract.side_features import SideFeatures
from tracker.extract.wanted import WordMatcher
from tracker.model.mentions import EventType
from tracker.rules import Lexicon, Sense, TypeRules, load_lexicon, word_class
from tracker.rules.lexicon import Entry

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# A noun with a capital in one of these is a part of a name: the month of March, a company called Rally.
_NAMES = {"DATE", "ORG", "PERSON", "PRODUCT"}


# Where the subject of an infinitive or a participle hangs on the verb over it.
_RAISED = {"nsubj", "nsubjpass"}
# Clauses in which what is said in passing may accuse: "thanked the nurses, who are bullied by their managers".
_ASIDE = {"relcl", "advcl"}


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


def _words_about(found: Arguments) -> set[str]:
    """The lemmas of a trigger's own words and of its subject where that hangs on the verb over it: "convoys of tanks
    were seen moving", "joint patrols are due to start"."""
    token = found.trigger
    words = {t.lemma_.lower() for t in _own_words(token)}
    if token.dep_ == "xcomp":
        for thing in found.get("object" if found.passive else "subject"):
            if thing.dep_ in _RAISED and thing.head != token:
                words |= {t.lemma_.lower() for t in _noun_phrase(thing)}
    return words


def _noun_phrase(noun: "Token") -> Iterator["Token"]:
    """A noun and those under it, without clauses."""
    yield noun
    for child in noun.children:
        if child.pos_ not in {"VERB", "AUX"}:
            yield from _noun_phrase(child)


def _clause_verbs(found: Arguments) -> set[str]:
    """The verbs of a trigger's complements as rules write them: "vote" and "vote against"."""
    names = set[str]()
    for verb in clauses(found):
        beside = (c.lower_ for c in verb.children if c.dep_ in {"prep", "prt"})
        names |= {verb.lemma_, *(f"{verb.lemma_} {word}" for word in beside)}
    return names


def _is_how_long(span: "Token") -> bool:
    """Whether a word for a time tells how long, so that "fought for a second night" is for nothing."""
    is_span = span.head.lower_ == "for" and span.lemma_ in word_class("spans")
    long = span.tag_ == "NNS" or any(c.dep_ in {"amod", "nummod"} for c in span.children)
    return is_span and long and not any(c.lower_ == "of" for c in span.children)


class Matcher:
    """Finds the best sense for each word of one article."""

    def __init__(self, context: Context, lexicon: Lexicon | None = None) -> None:
        self.context = context
        self.lexicon = lexicon or load_lexicon()
        self._wild = self.lexicon.verbs.get("*", ())
        self.words = WordMatcher(context)
        self.features = SideFeatures(context, self.words)
        self._modals: dict[int, set[str]] = {}
        self._own: dict[int, set[str]] = {}
        self._particles: dict[int, Particles] = {}
        self._fits: dict[str, Callable[[Sense, Entry, Arguments], int | None]] = {
            "modal": self._modal_fits,
            "complement": self._complement_fits,
            "subject": self._subject_fits,
            "modifiers": self._modifiers_fit,
            "nearby": self._nearby_fits,
            "features": self._features_fit,
        }

    def triggers(self) -> Iterator[Trigger]:
        """The words that carry a sense, in the order of the text; whether they assert an event is not decided here."""
        for token in self.context.doc:
            entries = self._entries(token)
            if not entries:
                continue
            found = arguments(token)
            best: Trigger | None = None
            for entry in self._possible(entries, found):
                score = self.score(entry, found)
                if score is not None and (best is None or score > best.score):
                    best = Trigger(token, entry.rules, entry.sense, found, entry, score)
            if best is not None:
                yield best

    def _possible(self, entries: tuple[Entry, ...], found: Arguments) -> Iterator[Entry]:
        """The entries whose particle stands by the word and whose slots are filled; a verb may have a hundred more."""
        filled = found.slots.keys()
        for entry in entries:
            if entry.particle and not self._particles_of(found.trigger).has(entry.particle):
                continue
            for group in entry.slots:
                if group.isdisjoint(filled):
                    break
            else:
                yield entry

    def _entries(self, token: "Token") -> tuple[Entry, ...]:
        joined = hyphenated(token)
        whole = (self.lexicon.verbs if token.pos_ == "VERB" else self.lexicon.nouns).get(joined, ())
        return whole or self._plain_entries(token)

    def _plain_entries(self, token: "Token") -> tuple[Entry, ...]:
        if token.pos_ == "VERB" or (
            token.pos_ == "AUX" and token.lemma_ in {"be", "have", "do"} and token.dep_ not in {"aux", "auxpass"}
        ):
            known = self.lexicon.verbs.get(token.lemma_, ())
            if not known and token.lower_.endswith(("ed", "ing")):  # the model's lemma of "staged" is "stag"
                known = self.lexicon.verbs.get(f"{token.lemma_}e", ())
            if (
                self._modals_of(token)
                or condition_word(token)
                or is_reported_clause(self.context, token)
                or (token.dep_ in _ASIDE and token.lemma_ in word_class("bad_deed"))
            ):
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
        """How well the frame of a possible sense fits, more where it asks for more; None where it does not."""
        sense = entry.sense
        if sense.not_verbs and found.trigger.lemma_ in sense.not_verbs:
            return None
        score = 10 * sense.priority + (6 if entry.particle else 0)
        if entry.modifier:
            if not any(c.lemma_.lower() == entry.modifier for c in found.get("modifier")):
                return None
            score += 6
        for part in entry.asks:
            points = self._fits[part](sense, entry, found)
            if points is None:
                return None
            score += points
        return score

    def _modal_fits(self, sense: Sense, _: Entry, found: Arguments) -> int | None:
        return 3 if not self._modals_of(found.trigger).isdisjoint(sense.modals) else None

    def _modals_of(self, token: "Token") -> set[str]:
        if token.i not in self._modals:
            self._modals[token.i] = modals(token)
        return self._modals[token.i]

    def _particles_of(self, token: "Token") -> Particles:
        if token.i not in self._particles:
            self._particles[token.i] = Particles(token)
        return self._particles[token.i]

    def _complement_fits(self, sense: Sense, entry: Entry, found: Arguments) -> int | None:
        objects = found.get("object")
        if sense.not_object and any(self.words.matches(t, sense.not_object) for t in objects):
            return None
        if any(not _is_how_long(t) for p in sense.not_prepositions for t in found.get(p)):
            return None
        for preposition, unwanted in sense.not_prepositional.items():
            if any(self.words.matches(t, unwanted) for t in found.get(preposition)):
                return None
        if sense.prepositions and not any(found.get(p) for p in sense.prepositions):
            return None
        clause_verbs = _clause_verbs(found) if sense.clause_verbs or sense.not_clause_verbs else set[str]()
        said_of_it = found.get("attribute") or objects  # "is a hurdle", "remains a hurdle"
        if sense.attribute and not any(self.words.matches(t, sense.attribute) for t in said_of_it):
            return None
        if sense.not_clause_verbs and not clause_verbs.isdisjoint(sense.not_clause_verbs):
            return None
        if not sense.object and not sense.prepositional and not sense.clause_verbs:
            return 2 if sense.prepositions else 0
        if sense.object and any(self.words.matches(t, sense.object) for t in objects):
            return 4
        for preposition, wanted in sense.prepositional.items():
            if any(self.words.matches(t, wanted) for t in found.get(preposition)):
                return 4
        if clause_verbs and ("*" in sense.clause_verbs or not clause_verbs.isdisjoint(sense.clause_verbs)):
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

    def _subject_fits(self, sense: Sense, _: Entry, found: Arguments) -> int | None:
        subjects = found.get("by") if found.passive else found.get("subject")
        if sense.not_subject and any(
            t.lower_ in sense.not_subject or self.words.matches(t, sense.not_subject) for t in subjects
        ):
            return None
        if not sense.subject:
            return 0
        if found.passive and not subjects:
            if sense.object:
                return 0
            subjects = found.get("object")
        return 3 if any(self.words.matches(t, sense.subject) or t.lower_ in sense.subject for t in subjects) else None

    def _modifiers_fit(self, sense: Sense, _: Entry, found: Arguments) -> int | None:
        words = {t.lower_ for t in found.get("modifier")} | {t.lemma_.lower() for t in found.get("modifier")}
        if words & set(sense.not_modifiers):
            return None
        if not sense.modifiers:
            return 0
        possessed = any(t.lower_ in sense.modifiers for t in found.get("poss"))
        return 3 if words & set(sense.modifiers) or possessed else None

    def _nearby_fits(self, sense: Sense, _: Entry, found: Arguments) -> int | None:
        token = found.trigger
        if token.i not in self._own:
            self._own[token.i] = _words_about(found)
        return 2 if not self._own[token.i].isdisjoint(sense.nearby) else None

    def _features_fit(self, sense: Sense, _: Entry, found: Arguments) -> int | None:
        for feature in sense.needs:
            if not self.features.shows(feature, found):
                return None
        for feature in sense.lacks:
            if self.features.shows(feature, found):
                return None
        return len(sense.needs)
