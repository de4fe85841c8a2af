"""The tree of headlines put right: verbs that look like nouns, lists of names without "and", what comes after a comma.

A headline leaves out articles and "and", so that the parser reads "Miners demand talks" and "Mali, Chad trade blame" as
nouns in a row. Lines without a full stop are looked at, and sentences that have no verb.
"""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import VERBS
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc, Token

_CLOSING = {".", ",", "!", "?", ":", "…", ")", "-", "–", "—"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_NOMINAL = {*_NOUNS, "JJ", "CD", "POS", "HYPH", "DT"}
# What the tagger makes of a verb that it takes for a noun or an adjective.
_MISREAD = {"NN", "JJ", "VB"}
_BEFORE_OBJECT = {"compound", "amod", "nmod", "nsubj"}
_PARTS = {",", ";"}
# What opens a further clause, whose verb is not the headline's.
_LINKS = {"after", "amid", "as", "before", "but", "despite", "if", "over", "until", "when", "while", "and", "that"}
_SHORTEST, _LONGEST = 4, 30


def mend_headlines(doc: "Doc") -> None:
    """Mends the sentences that are headlines, in place."""
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if len(words) < _SHORTEST:
            continue
        if len(words) <= _LONGEST and words[-2 if words[-1].is_quote else -1].text not in _CLOSING:
            _mend(words)
        if sentence.root.pos_ in {"NOUN", "PROPN"} and not any(t.tag_ in _FINITE for t in words):
            _make_plural(words)


def _mend(words: "list[Token]") -> None:
    if words[-1].lower_ == "talks" and words[-1].tag_ == "VBZ":
        _make_talks(words)
    _retag_talks(words)
    _give_subject(words)
    listed = _listed(words)
    for place in range(1, len(words) - 1):
        if _could_be_verb(words[place]):
            _make_verb(words, place, listed)
    if listed:
        verb = words[listed].head if words[listed].dep_ in {"aux", "auxpass"} else words[listed]
        if verb.pos_ in VERBS and verb.i >= words[listed].i:
            _lead(words, verb, listed)
            _part_names(words[:listed])


def _make_plural(words: "list[Token]") -> None:
    """Makes the verb of a sentence without one of the noun behind two doers: "Mali and the EU call for a truce."."""
    for place in range(1, len(words) - _SHORTEST):
        if words[place].lower_ == "and" and words[place - 1].tag_ in _NOUNS:
            end = _phrase_end(words, place + 1)
            if place + 1 < end < len(words) - 1 and _could_be_verb(words[end]):
                first, second = words[place - 1], words[end - 1]
                _turn(words[end])
                _lead(words, words[end], end)
                first.head, first.dep_, second.head, second.dep_ = words[end], "nsubj", first, "conj"
                _gather(words[: place - 1], first, {*words[:place]})
                words[place].head = first
            return


def _make_talks(words: "list[Token]") -> None:
    """Makes a noun of the last word of "No breakthrough in Cyprus talks", which the parser takes for a verb."""
    talks, before = words[-1], words[-2]
    link = before.head
    if before.dep_ != "pobj" or link == talks:
        return
    talks.pos_, talks.tag_, talks.lemma_ = "NOUN", "NNS", "talk"
    rest = [c for c in talks.children if c != before]
    first = next((c for c in rest if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if first is not None:
        over, dependency = talks.head, "dobj" if talks.dep_ in {"ccomp", "xcomp"} else talks.dep_
        first.head, first.dep_ = (first, "ROOT") if over == talks else (over, dependency)
        for child in [c for c in rest if c != first]:
            child.head = first
    talks.head, talks.dep_ = link, "pobj"
    before.head, before.dep_ = talks, "compound"


def _retag_talks(words: "list[Token]") -> None:
    """Makes a noun of "Rail talks to resume", which the parser takes for a verb."""
    for talks, to, verb in zip(words[1:], words[2:], words[3:], strict=False):
        if talks.lower_ == "talks" and talks.tag_ == "VBZ" and to.lower_ == "to" and verb.tag_ == "VB":
            talks.pos_, talks.tag_, talks.lemma_ = "NOUN", "NNS", "talk"
            for child in talks.children:
                child.dep_ = "compound" if child.dep_ == "nsubj" else child.dep_


def _give_subject(words: "list[Token]") -> None:
    """Makes a clause of "Chad to free captives" and "Rail talks to resume", whose verb the parser hangs on the noun."""
    end = _phrase_end(words, 0)
    if not end or end + 1 >= len(words) or words[end].lower_ != "to":
        return
    noun, verb = words[end - 1], words[end + 1]
    acting = word_class("person_or_party") | word_class("actor") | {"talk"}
    acts = noun.pos_ == "PROPN" or noun.lemma_.lower() in acting
    if verb.tag_ != "VB" or verb.head != noun or not acts or noun.dep_ in {"nsubj", "nsubjpass"}:
        return
    verb.head, verb.dep_ = (verb, "ROOT") if noun.head == noun else (noun.head, "ccomp")
    for child in [c for c in noun.children if c.i > verb.i]:
        child.head = verb
    noun.head, noun.dep_ = verb, "nsubj"


def _could_be_verb(word: "Token") -> bool:
    return word.tag_ in _MISREAD and word.pos_ != "VERB" and word.text in word_class("headline_verbs")


def _phrase_end(words: "list[Token]", start: int) -> int:
    """The place after the last noun of the phrase that opens at a place; `start` where none opens."""
    end = start
    for place in range(start, len(words)):
        if words[place].tag_ not in _NOMINAL or (place > start and _could_be_verb(words[place])):
            break
        if words[place].tag_ in _NOUNS:
            end = place + 1
    return end


def _listed(words: "list[Token]") -> int:
    """The place of the plural verb of which two names parted by a comma are the subject; 0 without one."""
    first = _phrase_end(words, 0)
    if not first or first + 2 >= len(words) or words[first].text != ",":
        return 0
    second = _phrase_end(words, first + 1)
    if second == first + 1 or second >= len(words):
        return 0
    verb = words[second]
    return second if verb.tag_ in {"VBP", "VBD", "MD", "TO"} or _could_be_verb(verb) else 0


def _is_clause_of_its_own(words: "list[Token]", place: int) -> bool:
    """Whether no verb stands between a word and the next comma or link."""
    after = words[place + 1 :]
    end = next((i for i, t in enumerate(after) if t.text in _PARTS or t.lower_ in _LINKS), len(after))
    return not any(t.tag_ in _FINITE for t in after[:end])


def _make_verb(words: "list[Token]", place: int, listed: int) -> None:
    """Makes a verb of a word that stands where a headline has one: after a plural or a list, "Miners demand talks", or
    after the comma that follows a first verb, "reject offer, demand talks"."""
    word, before, after = words[place], words[place - 1], words[place + 1]
    told = next((t for t in words[:place] if t.tag_ in _FINITE and t.pos_ == "VERB"), None)
    second = told is not None and before.text in _PARTS
    if second and after.tag_ == "VBZ" and word.head == after:
        after.pos_, after.tag_ = "NOUN", "NNS"  # the "guarantees" of "agree to talk, demand guarantees"
    if not _is_clause_of_its_own(words, place):
        return
    if told is not None and second:
        _turn(word)
        _follow(words, word, told)
    elif told is None and (place == listed or (_are_doers(before) and _phrase_end(words, 0) == place)):
        _turn(word)
        _lead(words, word, place)


def _are_doers(noun: "Token") -> bool:
    """Whether a plural is of people or sides: "miners", not the "arms" of "arms trade"."""
    return noun.tag_ in {"NNS", "NNPS"} and noun.lemma_.lower() in word_class("person_or_party") | word_class("actor")


def _turn(word: "Token") -> None:
    """Makes a verb of a noun or adjective, and its object of what it was taken to describe."""
    thing = word.head
    word.pos_, word.tag_ = "VERB", "VBP"
    if word.dep_ in _BEFORE_OBJECT and thing.i > word.i and thing.pos_ not in VERBS:
        if thing.head == thing:
            word.head, word.dep_ = word, "ROOT"
        else:
            word.head, word.dep_ = thing.head, thing.dep_
        thing.head, thing.dep_ = word, "dobj"


def _lead(words: "list[Token]", verb: "Token", place: int) -> None:
    """Makes a verb the root of its headline, and the noun phrase before a place its subject."""
    noun = words[place - 1]
    before, after = words[: place - 1], [t for t in words[place:] if t != verb]
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    _gather(before, noun, set(words[:place]))
    _gather(after, verb, set(words[place:]))


def _follow(words: "list[Token]", verb: "Token", first: "Token") -> None:
    """Makes a verb the second one of its headline, beside the first."""
    left = {t for t in words if t.i < verb.i}
    if not left.issuperset(first.ancestors):
        first.head, first.dep_ = first, "ROOT"
    verb.head, verb.dep_ = first, "conj"
    _gather([t for t in words if t.i < verb.i and t != first], first, left)
    _gather([t for t in words if t.i > verb.i], verb, {t for t in words if t.i >= verb.i})


def _gather(words: "list[Token]", over: "Token", inside: "set[Token]") -> None:
    """Hangs on a word those of its part of a headline that hang on none of that part."""
    for word in words:
        if word.head == word or word.head not in inside:
            was_root = word.head == word
            word.head = over
            if over.pos_ not in VERBS:
                word.dep_ = word.dep_ if word.dep_ in {"amod", "det", "poss", "punct"} else "compound"
            elif word.pos_ in VERBS and was_root:
                word.dep_ = "conj"
            elif word.tag_ in _NOUNS and word.i > over.i:
                word.dep_ = "npadvmod" if any(c.dep_ == "dobj" for c in over.children) else "dobj"


def _part_names(words: "list[Token]") -> None:
    """Makes the second of two names parted by a comma a list with the first."""
    comma = next(i for i, t in enumerate(words) if t.text == ",")
    first, second = words[comma - 1], words[-1]
    first.head, first.dep_ = second.head, "nsubj"
    second.head, second.dep_ = first, "conj"
    for noun, part in ((first, words[: comma - 1]), (second, words[comma + 1 : -1])):
        _gather(part, noun, {noun, *part})
    words[comma].head = first
