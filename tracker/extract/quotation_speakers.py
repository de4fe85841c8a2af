"""Who speaks a quotation that has no reporting verb of its own."""

from typing import TYPE_CHECKING

from tracker.extract.quotations import told_later
from tracker.extract.subjects import is_passive, subject
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc, Span, Token

# "Was quoted as saying" has its speaker as subject.
QUOTED = {"quote", "cite"}


def spread_quotations(
    doc: "Doc",
    quoted: list[bool],
    speakers: "list[Token | None]",
    reporters: "list[Token | None]",
    verbs: "list[Token]",
) -> None:
    """Gives quoted words without a reporting verb of their own to the speaker of their sentence, else of the sentence
    before them, else of the one after, else to the person of whom the sentence before them tells: 'Ruiz smiled. "No."'
    A question in between is the interviewer's, and changes no speaker.
    """
    last: tuple[Token, Token] | None = None
    interviewed: tuple[Token, Token] | None = None
    waiting: list[Token] = []
    told_of: tuple[Token, Token] | None = None
    main: dict[int, tuple[Token, Token]] = {}
    others = (t for t in doc if t.pos_ == "VERB" and not quoted[t.i] and _quotes(t, quoted))
    for verb in (*verbs, *others):
        who = subject(verb)
        is_speaker = not is_passive(verb) or verb.lemma_ in QUOTED
        if who is not None and is_speaker and verb.dep_ != "relcl" and not quoted[verb.i]:
            main.setdefault(verb.sent.start, (who, verb))
    reports = {
        sentence.start: main.get(sentence.start) or _attributed(sentence, quoted, speakers, reporters)
        for sentence in doc.sents
    }
    later = told_later(doc, quoted, reports)

    def give(tokens: "list[Token]", said: "tuple[Token, Token] | None") -> None:
        for token in tokens:
            if said is not None and token != said[1] and token not in said[0].subtree:
                speakers[token.i], reporters[token.i] = said

    for sentence in doc.sents:
        open_words = [t for t in sentence if quoted[t.i] and speakers[t.i] is None and not t.is_punct]
        if not open_words and _is_question(sentence, quoted):
            give(waiting, told_of)
            waiting, last = [], interviewed
            continue
        said = reports[sentence.start] or later.get(sentence.start)
        if said is not None:
            give([*waiting, *open_words], said)
            waiting, last, interviewed = [], said, said
        elif open_words:
            if last is not None and quoted[sentence.start]:
                give(open_words, last)
            elif quoted[sentence.start] or len(open_words) > 4:
                give(waiting, told_of)
                waiting = open_words
                told_of = _person_before(sentence) if quoted[sentence.start] else None
        else:
            give(waiting, told_of)
            waiting, last = [], None
    give(waiting, told_of)


def _is_question(sentence: "Span", quoted: list[bool]) -> bool:
    """Whether the reporter asks something, outside of quotation marks."""
    marks = [t for t in sentence if t.text == "?"]
    return bool(marks) and not any(quoted[t.i] for t in sentence)


def _person_before(sentence: "Span") -> "tuple[Token, Token] | None":
    """The person who does what the sentence before tells, in the same paragraph, and the verb."""
    doc = sentence.doc
    if not sentence.start or "\n" in doc[sentence.start - 1].text:
        return None
    verb = doc[sentence.start - 1].sent.root
    who = subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
    return (who, verb) if who is not None and not is_passive(verb) and _is_person(who) else None


def _is_person(who: "Token") -> bool:
    """Whether a subject is one person: "he", a tagged name, or a name of two words with an office beside it."""
    office = any(c.dep_ == "appos" and c.lemma_ in word_class("person_or_party") for c in who.children)
    is_named = who.pos_ == "PROPN" and any(c.dep_ == "compound" for c in who.children) and office
    return who.ent_type_ == "PERSON" or who.lower_ in {"he", "she"} or is_named


def _quotes(verb: "Token", quoted: list[bool]) -> bool:
    """Whether what a verb governs stands in quotation marks, be it one of saying or not: '"Never," he shot back'."""
    return any(c.dep_ == "ccomp" and quoted[c.i] for c in verb.children)


def _attributed(
    sentence: "Span", quoted: list[bool], speakers: "list[Token | None]", reporters: "list[Token | None]"
) -> "tuple[Token, Token] | None":
    """Who says quoted words of a sentence, told outside of the quotation: not "I" in "I must say that"."""
    for token in sentence:
        speaker, reporter = speakers[token.i], reporters[token.i]
        if quoted[token.i] and speaker is not None and reporter is not None and not quoted[speaker.i]:
            return speaker, reporter
    return None
