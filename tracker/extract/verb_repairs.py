"""Verbs put right in the tree: particles read as prepositions, gerunds read as nouns, what "it was X that" did."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import FINITE, SUBJECTS, VERBS
from tracker.extract.report_repairs import is_of_the_speaker, is_past_after_modal
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

PARTICLES = {"over", "up", "off", "down", "back", "away"}
_ASPECTUAL = {"begin", "continue", "halt", "keep", "quit", "resume", "risk", "start", "stop"}
# What is insisted on or suggested may be a fact.
_ALSO_TOLD, _QUOTATION_MARKS = {"insist", "suggest"}, {'"', "''"}
_RELATIVES = {"that", "who", "which"}
_NOT_BEFORE_CONDITIONS = {"neither", "nor", "not", "only", "so"}


def make_particle(word: "Token") -> None:
    """Makes a particle of the preposition right after a verb with which it is one in the lexicon: "hands over the
    bodies"."""
    verb = word.head
    if word.lower_ not in PARTICLES or verb.i != word.i - 1 or not _is_phrasal(verb.lemma_, word.lower_):
        return
    has_thing = any(c.dep_ == "pobj" for c in word.children)
    if verb.pos_ in VERBS and has_thing and not any(c.dep_ == "dobj" for c in verb.children):
        _join_to_verb(word, verb)


def free_particle(there: "Token") -> None:
    """Gives the verb the particle that the parser hangs on "there": "ten walked out there on Monday"."""
    verb, word = there.head, there.nbor(-1) if there.i > there.sent.start else there
    is_between = word.head == there and verb.i == word.i - 1 and verb.pos_ in VERBS
    if is_between and _is_phrasal(verb.lemma_, word.lower_):
        word.head, word.dep_ = verb, "advmod"


def make_progressive(gerund: "Token") -> None:
    """Makes a verb of what the tagger takes for a noun in "Oman is mediating between them"; ", with envoy Ali Said
    mediating" belongs to the clause's verb."""
    be = gerund.head if gerund.dep_ == "attr" else next((c for c in gerund.children if c.dep_ == "aux"), gerund)
    if gerund.tag_ != "NN":
        return
    if gerund.dep_ == "pobj" and gerund.head.lower_ == "with":
        _hang_absolute(gerund)
    if be.lemma_ != "be":
        return
    gerund.pos_, gerund.tag_, gerund.lemma_ = "VERB", "VBG", "mediate"
    if gerund.dep_ == "attr":
        outer = be.head
        for child in [c for c in be.children if c != gerund]:
            child.head = gerund
        gerund.head, gerund.dep_ = (gerund if outer == be else outer), be.dep_
        be.head, be.dep_ = gerund, "aux"


def _hang_absolute(gerund: "Token") -> None:
    link = gerund.head
    when = (t.head for t in reversed(link.doc[link.sent.start : link.i]) if t.lower_ == "when" and t.dep_ == "advmod")
    verb = next((node for node in (*when, *link.ancestors) if node.pos_ in VERBS and node.i < link.i), None)
    if verb is not None and link.i > 0 and link.nbor(-1).text == ",":
        link.head = verb


def make_verbal(noun: "Token") -> None:
    """Makes a clause of a gerund without an article that the tagger takes for a noun, where the lexicon knows it as a
    verb only: "denied mediating between them", "stopped short of handing over the ports"."""
    lexicon, word = load_lexicon(), noun.lower_
    if not word.endswith("ing") or word in lexicon.nouns or any(c.i < noun.i for c in noun.children):
        return
    stem = word.removesuffix("ing")
    lemma = next((form for form in (stem, stem + "e") if form in lexicon.verbs), None)
    if lemma is None or noun.i + 1 >= len(noun.doc) or not _takes_gerund(noun):
        return
    after = noun.nbor(1)
    is_phrasal = _is_phrasal(lemma, after.lower_)
    if not is_phrasal and (after.head != noun or after.dep_ != "prep" or after.lower_ == "of"):
        return
    noun.pos_, noun.tag_, noun.lemma_ = "VERB", "VBG", lemma
    noun.dep_ = "xcomp" if noun.dep_ == "dobj" else "pcomp"
    if is_phrasal:
        _join_to_verb(after, noun)


def _takes_gerund(noun: "Token") -> bool:
    """Whether what a noun is the object of goes with a clause: "denied", "without", "short of"."""
    over = noun.head
    if noun.dep_ == "dobj":
        return over.lemma_ in word_class("before_gerund") | _ASPECTUAL
    short = over.lower_ == "of" and over.head.lower_ == "short"
    return noun.dep_ == "pobj" and (short or over.lower_ in {"by", "without"})


def make_subjunctive(verb: "Token") -> None:
    """Makes an infinitive of what looks like a past in "demanded that Mali cut its duties", "is vital that it cut"."""
    over = verb.head
    if verb.lower_ != verb.lemma_ or verb.dep_ != "ccomp" or verb.i < over.i:
        return
    told = {over.lower_, *(c.lower_ for c in over.children if c.dep_ == "acomp")}
    is_asked = over.lemma_ in word_class("mandative") - _ALSO_TOLD or told & word_class("needed")
    if is_asked and any(c.lower_ == "that" for c in verb.children):
        verb.tag_ = "VB"


def give_tense(verb: "Token") -> None:
    """Gives a tense to what the tagger takes for a bare form or a participle though somebody does it: the past to "The
    two, old foes, put their names to it" and "Ri Yong-ho proposed on Monday", the present to "The rebels in turn
    criticize it"."""
    is_bare = any(c.dep_ in {"aux", "mark"} and (c.lower_ == "to" or c.tag_ in {"MD", "VB"}) for c in verb.children)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if is_bare or subject is None or verb.dep_ not in {"ROOT", "conj", "relcl", "advcl"}:
        return
    if verb.lower_ in word_class("unchanged_in_past") if verb.tag_ == "VB" else not _has_helper(verb):
        verb.tag_ = "VBD"
    elif verb.dep_ == "ROOT" and subject.tag_ in {"NNS", "NNPS"} and all(c.dep_ != "aux" for c in verb.children):
        verb.tag_ = "VBP"


def _has_helper(verb: "Token") -> bool:
    """Whether an auxiliary, or "with", stands by a participle or by what it is coordinated with."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in VERBS:
        first = first.head
    beside = [c for over in (verb, first) for c in over.children]
    return any(c.dep_ in {"aux", "auxpass"} or (c.dep_ == "mark" and c.lower_ == "with") for c in beside)


def find_cleft(verb: "Token") -> None:
    """Makes what "it was X that" tells a relative clause of X: "it was Mali that shelled the port"."""
    copula = verb.head
    relative = next((c for c in verb.children if c.dep_ in SUBJECTS and c.lower_ in _RELATIVES), None)
    if relative is None or copula.lemma_ != "be":
        return
    named = next((c for c in copula.children if c.dep_ == "attr" and c.i < verb.i), None)
    if named is not None and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in copula.children):
        verb.head, verb.dep_ = named, "relcl"


def join_to_finite(verb: "Token") -> None:
    """Coordinates a finite verb with the finite one above instead of what is said: an infinitive ("urged them to leave
    and vowed to help", "said it would leave and called on Peru to act") or a quotation ('warned that "all is possible"
    and left'), or how things stand ("said Togo was wrong and urged it to leave")."""
    before = verb.head
    if before.pos_ == "ADP" and _hang_on_relative(verb):
        return
    if verb.tag_ == "VBN":
        # "Called it a farce and imposed sanctions": no participle has an object of its own.
        active = not any(c.dep_ in {"aux", "auxpass", "agent"} for c in verb.children)
        if before.tag_ == "VBD" and active and any(c.dep_ == "dobj" for c in verb.children):
            verb.tag_ = "VBD"
        if not is_past_after_modal(verb):
            return
        verb.tag_ = "VBD"
    # "They have to go and is arming them": a gerund may go on with what it stands behind.
    is_progressive = any(c.tag_ in FINITE and c.dep_ == "aux" for c in verb.children) and _is_bare(before, verb)
    if verb.tag_ == "VBG" and not is_progressive:
        return
    charge = before.tag_ == "VBG" and before.dep_ == "pcomp"  # "accused it of lying and demands that it go"
    bare = before.head if before.dep_ == "ccomp" and before.head.lemma_ == "have" else before  # "to have them jailed"
    outside = charge or _is_bare(bare, verb) or _closes_quote(before, verb) or is_of_the_speaker(verb)
    if any(c.dep_ in SUBJECTS for c in verb.children) or not outside:
        return
    above = before.head
    while above.head != above and (above.pos_ != "VERB" or above.tag_ not in {*FINITE, "VBN"} or _has_to(above)):
        above = above.head
    if above.tag_ not in {*FINITE, "VBN"} or above.pos_ != "VERB" or above == before or above.i > before.i:
        return
    for child in [c for c in before.children if c.dep_ in {"cc", "punct"} and before.i < c.i < verb.i]:
        child.head = above
    verb.head = above


def _hang_on_relative(verb: "Token") -> bool:
    """Puts a verb that hangs on a preposition to the clause on its noun, whether there is one: "Under the pact, which
    was signed on Monday and took effect on Tuesday,"."""
    nouns = (c for c in verb.head.children if c.dep_ == "pobj" and c.i < verb.i)
    clauses = [c for noun in nouns for c in noun.children if c.dep_ == "relcl" and c.i < verb.i]
    if not clauses or any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    for child in [c for c in verb.head.children if c.dep_ in {"cc", "punct"} and clauses[-1].i < c.i < verb.i]:
        child.head = clauses[-1]
    verb.head = clauses[-1]
    return True


def _is_bare(before: "Token", verb: "Token") -> bool:
    """Whether a verb is an infinitive with "to" or a modal: none that a finite verb can be coordinated with. After a
    modal a plural present may be a second infinitive: "will come to Rome and meet Chad"."""
    marks = [c for c in before.children if c.dep_ == "aux" and (c.lower_ == "to" or c.tag_ == "MD")]
    return before.tag_ == "VB" and any(c.lower_ == "to" or verb.tag_ != "VBP" for c in marks)


def _has_to(verb: "Token") -> bool:
    """Whether a verb is the "has" of "has to go"."""
    infinitives = (c for c in verb.children if c.dep_ == "xcomp" and verb.lemma_ == "have")
    return any(g.lower_ == "to" for c in infinitives for g in c.children)


def _closes_quote(quoted: "Token", verb: "Token") -> bool:
    """Whether the quotation in which what is said stands ends before a verb."""
    between = verb.doc[quoted.i + 1 : verb.i]
    return quoted.dep_ == "ccomp" and sum(t.text in _QUOTATION_MARKS for t in between) == 1


def part_absolute(verb: "Token") -> None:
    """Gives a participle the subject that ", with" names before it: "held talks, with Oman's envoy, Ali Said, shuttling
    between them"; without the comma it tells what the sides do: "met with the envoy, urging him to stay"."""
    within = verb.head if verb.dep_ == "acl" and verb.i > 0 and verb.nbor(-1).text == "," else None
    links = (within.head,) if within is not None else verb.head.children
    for link in links:
        if link.dep_ != "prep" or link.lower_ != "with" or link.i == 0 or link.nbor(-1).text != ",":
            continue
        subject = within or next((c for c in link.children if c.dep_ == "pobj" and c.i < verb.i), None)
        if subject is None or subject.i > verb.i:
            return
        last = subject if within is not None else subject.right_edge
        if within is not None or all(t.text == "," for t in verb.doc[last.i + 1 : verb.i]):
            subject.head, subject.dep_ = verb, "nsubj"
            verb.head, verb.dep_ = link, "pcomp"
        return


def hang_on_text(participle: "Token") -> None:
    """Hangs on an offer how it was handed over: "put a plan to Peru, delivered by way of the Swiss envoy"."""
    verb = participle.head
    bare = not any(c.dep_ in {"nsubj", "nsubjpass", "mark"} for c in participle.children)
    told = participle.lemma_ in word_class("handing_over") and bare
    things = [c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < participle.i] if told else []
    if things and things[-1].lemma_.lower() in word_class("offers") | word_class("drafts"):
        participle.head, participle.dep_ = things[-1], "acl"


def hang_on_meeting(participle: "Token") -> None:
    """Hangs on talks for when they are set: "stayed away from a summit with X, planned for May"."""
    comma = participle.i - 1
    if participle.lemma_ not in word_class("scheduling") or participle.doc[comma].text != ",":
        return
    if not any(c.dep_ == "prep" and c.lower_ == "for" for c in participle.children):
        return
    noun = participle.doc[comma - 1]
    while noun.lemma_.lower() not in word_class("talks") and noun.dep_ in {"pobj", "prep", "compound"}:
        noun = noun.head
    if noun.lemma_.lower() in word_class("talks"):
        participle.head, participle.dep_ = noun, "acl"


def make_content(infinitive: "Token") -> None:
    """Makes content of what is promised or threatened far on in a sentence: "threatened on Tuesday to stay away"."""
    verb = infinitive.head
    if verb.lemma_ not in word_class("committing") or verb.i > infinitive.i:
        return
    start = infinitive.left_edge
    goes_on = start.lower_ == "to" and start.dep_ == "aux" and start.nbor(-1).text != ","
    if goes_on and not any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in verb.children):
        infinitive.dep_ = "xcomp"


def make_condition(should: "Token") -> None:
    """Reads "should" before its subject as "if": "should Peru refuse, Chile will leave", "will leave should Peru
    refuse"; not in questions, nor in "nor should Peru refuse"."""
    verb, before = should.head, should.nbor(-1) if should.i > should.sent.start else None
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and should.i < c.i < verb.i), None)
    if subject is None or subject.left_edge.i != should.i + 1 or should.sent[-1].text == "?":
        return
    if before is not None and (before.lower_ in _NOT_BEFORE_CONDITIONS or before.tag_.startswith("W")):
        return
    told = [
        c for c in verb.children if c.dep_ in {"ccomp", "parataxis"} and any(g.dep_ in SUBJECTS for g in c.children)
    ]
    beside = [c for c in verb.head.children if c.i > verb.i and c.dep_ in {"ccomp", "conj", "parataxis"}]
    if verb.dep_ == "ROOT" and told:  # "it will leave, should Peru refuse", read as what refuses
        main = told[0]
        main.head, main.dep_ = main, "ROOT"
        for child in [c for c in verb.children if c.i < min(should.i, main.i) or c.i > verb.right_edge.i]:
            child.head = main
        verb.head = main
    elif verb.dep_ == "ccomp" and verb.head.i < verb.i and beside:  # "said that should Peru refuse, Chile would leave"
        main = beside[0]
        main.dep_ = "ccomp"
        for mark in [c for c in verb.children if c.dep_ == "mark"]:
            mark.head = main
        verb.head = main
    elif verb.dep_ not in {"advcl", "ccomp"}:
        return
    verb.dep_ = "advcl"
    should.dep_, should.lower_, should.pos_, should.tag_ = "mark", "if", "SCONJ", "IN"


def _join_to_verb(particle: "Token", verb: "Token") -> None:
    """Makes a preposition the particle of a verb, and its objects the verb's."""
    for thing in list(particle.children):
        if thing.dep_ == "pobj":
            thing.head, thing.dep_ = verb, "dobj"
    particle.head, particle.dep_, particle.pos_, particle.tag_ = verb, "prt", "ADP", "RP"


def _is_phrasal(lemma: str, particle: str) -> bool:
    """Whether the lexicon knows a verb with this particle."""
    return any(entry.particle == particle for entry in load_lexicon().verbs.get(lemma, ()))
