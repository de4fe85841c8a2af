"""The features of a frame that ask who the parties are, who speaks, or what the article is about."""

from typing import TYPE_CHECKING

from tracker.extract import judgement
from tracker.extract.arguments import Arguments
from tracker.extract.conditions import condition_word, set_by
from tracker.extract.context import Context
from tracker.extract.features import form_feature
from tracker.extract.frames import POSITIONS, heads, is_imperative, is_mutual
from tracker.extract.subjects import subject
from tracker.extract.wanted import WordMatcher
from tracker.rules import load_language

if TYPE_CHECKING:
    from tracker.extract.tokens import Token
    from tracker.model.parties import PartyReference

# How many words of relief make an article one about it, where a lorry carries aid.
_MUCH_RELIEF = 3
# The classes of words that stand for somebody who can act, or for what such a one says.
_ACTING = ("person_or_party", "actor", "texts", "some_of_them")
# How many words back a text may have spoken of what it goes on to call "the agreement" or "the claim".
_TAKEN_UP = 80
_OF_OTHERS = ("object between", "object of", "object among", "between")
# What "it" takes up, by class; of several nouns the first is what a sentence is about.
_TAKEN = ("truce", "deal", "offers")
_DEALS = {"accord", "agreement", "deal", "pact"}
# Whose country, army or party a speaker speaks for: the class own_side after one of these.
_OWN = {"his", "her", "their", "its", "our", "my"}


class SideFeatures:
    """Reads the features of the triggers of one article."""

    def __init__(self, context: Context, words: WordMatcher) -> None:
        self.context = context
        self.words = words
        self.classes = load_language("en").classes
        self._acting = frozenset[str]().union(*(self.classes[name] for name in _ACTING))
        lemmas = [t.lemma_.lower() for t in context.doc]
        self._armed, self._relief, self._labour = (
            sum(lemma in self.classes[theme] for lemma in lemmas) for theme in ("of_war", "of_relief", "of_labour")
        )

    def shows(self, name: str, found: Arguments) -> bool:
        """Whether a trigger's arguments show a feature of the rule files."""
        shown = form_feature(name, found)
        if shown is not None:
            return shown
        context, token = self.context, found.trigger
        if name in POSITIONS:
            return POSITIONS[name](token)
        passive = found.passive and token.pos_ != "ADJ"  # "disappointed by the ruling" is said of who is so
        subjects = found.get("by") if passive else found.get("subject")
        match name:
            case "own object":
                sides = {r.side for t in subjects for r in context.sides(t)}
                return bool(sides & {r.side for t in found.get("object") for r in context.sides(t)})
            case "another's object":
                owners = {r.side for t in found.get("object") for c in t.children for r in self._owned_by(c)}
                return bool(owners - {r.side for t in subjects for r in context.sides(t)})
            case "party subject":
                return any(self._acts(t) for t in subjects) or (found.passive and not subjects)
            case "party object":
                return any(context.sides(t) for t in found.get("object"))
            case "armed text":
                return self._armed > self._labour
            case "relief text":
                return self._relief >= _MUCH_RELIEF
            case "labour text":
                return self._labour > self._armed
            case "party modifier":
                return any(context.sides(t) for t in (*found.get("poss"), *found.get("modifier")))
            case "party argument":
                slots = (tokens for slot, tokens in found.slots.items() if slot not in {"clause", "setter"})
                return any(context.sides(t) for tokens in slots for t in tokens)
            case "plural subject":
                return any(
                    len(context.sides(t)) > 1
                    or t.tag_ in {"NNS", "NNPS"}
                    or t.lower_ in {"both", "they"}
                    or any(c.dep_ in {"conj", "cc"} for c in t.children)
                    for t in subjects
                )
            case "two sides":
                return (
                    len({r.side for t in subjects for r in context.sides(t)}) > 1
                    or any(t.lower_ == "both" or any(c.lower_ in {"both", "two"} for c in t.children) for t in subjects)
                    or is_mutual(token)
                )
            case "with one side":
                beside = (*found.get("with"), *found.get("object with"))
                return len({r.side for t in beside for r in context.sides(t)}) == 1
            case "for others":
                theirs = {r.side for s in _OF_OTHERS for t in found.get(s) for r in context.sides(t)}
                return len(theirs) > 1 and not theirs & {r.side for t in subjects for r in context.sides(t)}
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
                own = {r.side for t in subjects for r in context.sides(t) if not judgement.is_condemned_deed(t, token)}
                return bool(said & own) or any(t.lower_ in {"we", "i"} or self._is_speaker(t) for t in subjects)
            case "own need":
                its = [t for t in subjects if t.lower_ == "it"] if token.head.lemma_ == "have" else []
                said = {r.side for r in context.speaker_sides(token)} if its else set[str]()
                return bool(said & ({r.side for t in its for r in context.sides(t)} or said))
            case "reported root":
                return self._is_reported_root(token)
            case "condition":
                return self._is_condition(token)
            case "of a truce":
                heads_of_clause = found.get("object") if found.passive else found.get("subject")
                return any(self._takes_up_a_truce(t) for t in heads_of_clause)
            case "takes up an offer":
                return any("offers" in self._taken_up(t) for t in found.get("object"))
            case "takes up a deal":
                return any(self._taken_up(t) == {"deal"} for t in found.get("subject"))
            case "takes up a truce":
                told_of = found.get("object") if found.passive else found.get("subject")
                return any("truce" in self._taken_up(t) for t in told_of)
            case "of a demand":
                return any(self._is_claim_made(t) or self._takes_up_a_demand(t) for t in found.get("object"))
            case "of a protest":
                return any(self._counts(t) for t in subjects) and self._goes_on_with_a_protest(token)
            case "under a promise" | "under a threat":
                reporter = context.speech.reporter(token)
                verbs = self.classes["promising" if name == "under a promise" else "threatening"]
                return reporter is not None and reporter.lemma_ in verbs
            case "imperative":
                return context.speech.is_quoted(token) and is_imperative(token)
            case "another's infinitive":
                clause_subjects = (c for t in found.get("clause") for c in t.children if c.dep_ == "nsubj")
                told = [*(t for slot in ("object", "on", "to", "for") for t in found.get(slot)), *clause_subjects]
                return any(context.sides(t) or self.words.matches(t, ("@person_or_party",)) for t in told)
            case _:
                return judgement.shows(name, context, found)

    def _owned_by(self, child: "Token") -> "tuple[PartyReference, ...]":
        return self.context.sides(child) if child.dep_ == "poss" else ()

    def _acts(self, token: "Token") -> bool:
        """Whether a subject can act: a side, a person's pronoun, or the words for those who lead and negotiate."""
        if self.context.sides(token) or token.lower_ in {"he", "she", "they", "we", "i", "who"}:
            return True
        counted = heads(token)[1:]  # "37 of the 42 clubs"
        if counted:
            return any(self._acts(t) for t in counted)
        return token.lemma_.lower() in self._acting or (
            token.lower_ == "it" and self.context.speech.speaker(token) is not None
        )

    def _is_speaker(self, token: "Token") -> bool:
        """Whether a word takes up the speaker in indirect speech: "the minister said he would not resign", "said his
        country would retaliate"."""
        verb, reporter = token.head, self.context.speech.reporter(token)
        indirect = verb.dep_ == "ccomp" and verb.head == reporter and not self.context.speech.is_quoted(token)
        if any(c.dep_ == "poss" and c.lower_ in _OWN for c in token.children):
            return indirect and token.lemma_.lower() in self.classes["own_side"]
        return indirect and token.lower_ in {"he", "she", "they"} and not self.context.sides(token)

    def _is_claim_made(self, claim: "Token") -> bool:
        """Whether a claim is one that the text has told to be lodged, or to be for something, not one about what
        happened."""
        doc = self.context.doc
        before = (t for t in doc[max(0, claim.i - _TAKEN_UP) : claim.i] if t.lemma_ == claim.lemma_)
        return any(
            (t.dep_ in {"dobj", "nsubjpass"} and t.head.lemma_ in self.classes["lodging"])
            or any(c.dep_ == "prep" and c.lower_ == "for" for c in t.children)
            for t in (*before, claim)
        )

    def _takes_up_a_truce(self, noun: "Token") -> bool:
        """Whether "the agreement" is the truce that the text spoke of last: no other deal stands between."""
        if not any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in noun.children):
            return False
        for before in reversed(self.context.doc[max(0, noun.i - _TAKEN_UP) : noun.i]):
            lemma = before.lemma_.lower()
            if lemma in self.classes["truce"]:
                return True
            if lemma in self.classes["treaties"] or (lemma in _DEALS and before.i + 1 != noun.i):
                return any(c.lemma_.lower() in self.classes["truce"] for c in before.lefts)
        return False

    def _taken_up(self, pronoun: "Token") -> set[str]:
        """The classes of what "it" takes up: in its own sentence before it ("agreed to a truce, but it was broken"), of
        the sentence before ("Peru has a plan. It was sent in May"), further back where that goes on with "it", or the
        subject that comes after it ("a week after it was sent, the plan")."""
        if pronoun.lower_ != "it":
            return set()
        start, main = pronoun.sent.start, subject(pronoun.sent.root)
        is_joined = pronoun.head.dep_ == "conj" and pronoun.head.head.i < pronoun.i
        before = list(pronoun.doc[pronoun.head.head.i : pronoun.i]) if is_joined else []
        before += [main] if main is not None and main.i > pronoun.i else []
        while start:
            sentence = pronoun.doc[start - 1].sent
            before += sentence
            start = sentence.start if sentence.root.pos_ == "VERB" and sentence[0].lower_ == "it" else 0
        told = ({name for name in _TAKEN if t.lemma_.lower() in self.classes[name]} for t in before if t.pos_ == "NOUN")
        return next((classes for classes in told if classes), set())

    def _takes_up_a_demand(self, noun: "Token") -> bool:
        """Whether "the claim" is what the text told last that somebody asks for, and no charge."""
        if noun.tag_ != "NN" or not any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in noun.children):
            return False
        return self._told_last(noun, "asking", "charging")

    def _goes_on_with_a_protest(self, verb: "Token") -> bool:
        """Whether "4,000 took part" is in the strike or the march that the text told of last."""
        return self._told_last(verb, "protests", "gatherings")

    def _told_last(self, token: "Token", wanted: str, others: str) -> bool:
        """Whether of two classes of words the text used one of the first last, not too far before a token."""
        before = (t.lemma_.lower() for t in reversed(self.context.doc[max(0, token.i - _TAKEN_UP) : token.i]))
        last = next((w for w in before if w in self.classes[wanted] or w in self.classes[others]), "")
        return last in self.classes[wanted]

    def _counts(self, noun: "Token") -> bool:
        return noun.like_num or any(c.dep_ == "nummod" for c in noun.children)

    def _is_condition(self, token: "Token") -> bool:
        """Whether a verb heads a condition that a side sets, be it told by that side or by the reporter."""
        governor = set_by(token)
        if governor is None:
            return False
        setter, kept = subject(governor), subject(token)
        sides = [{r.side for r in self.context.sides(t)} if t is not None else set() for t in (setter, kept)]
        same = setter is not None and (setter == kept or bool(sides[0] & sides[1]))
        if condition_word(token) in {"until", "before"}:
            # "will stay until the crisis ends" tells how long, "until parliament is dissolved" what is asked of whom.
            lasting = governor.lemma_ in self.classes["persisting"] and (kept is None or not self._acts(kept))
            if same or lasting:
                return False
        speaker = self.context.speech.speaker(token)
        told_by = bool(self.context.speaker_sides(token)) or (speaker is not None and self._acts(speaker))
        return told_by or (setter is not None and self._acts(setter))

    def _is_reported_root(self, token: "Token") -> bool:
        """Whether a verb heads what a speaker says: the complement of a reporting verb, or a quoted sentence; "has to
        leave" counts as one verb."""
        if token.dep_ == "xcomp" and token.head.lemma_ in {"have", "need", "ought"} | self.classes["trying"]:
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
