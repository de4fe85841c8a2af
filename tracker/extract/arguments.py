"""The arguments of a trigger, read off the dependency tree.

Passives, control, relative and participial clauses, coordination and light verbs are undone here, so that a rule
speaks of subject and object alone.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.extract.conditions import set_by
from tracker.extract.light_verbs import light_verb
from tracker.extract.subjects import involved, is_passive, is_to_infinitive, prepositional_objects, referent, subject
from tracker.rules import load_language, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# What stands between a verb and its preposition: "walked away from the offer".
_DIRECTIONS = {"ahead", "along", "apart", "aside", "away", "back", "down", "forward", "off", "out", "up"}
# "Talks about Iraq with Iran": the parser hangs "with" on the topic.
_TOPICS = {"about", "on", "over", "concerning", "regarding"}
# Where talks stand to which somebody comes, or which they leave.
_TO_TALKS = ("for", "to", "into", "in", "at", "from", "of", "out", "during")
# How far above a noun the verb of its clause is sought.
_UP_TO_A_VERB = 4
_MODIFIERS = {"poss", "amod", "compound", "nmod", "nummod"}


@dataclass(slots=True)
class Arguments:
    """The tokens that head each argument, by slot.

    Slots: `subject`, `object`, `indirect`, `by`, each preposition by its word ("with", "from"), `poss`, `modifier` for
    nouns, `clause` for clausal complements, `setter` for who sets the condition that the trigger's clause tells.
    `light` is the light verb of a noun trigger. `passive` tells the voice.
    """

    trigger: "Token"
    slots: dict[str, list["Token"]] = field(default_factory=dict)
    light: "Token | None" = None
    passive: bool = False

    def get(self, slot: str) -> list["Token"]:
        """The tokens in a slot; none for a slot that is not there."""
        return self.slots.get(slot, [])

    def add(self, slot: str, token: "Token") -> None:
        """Puts a token into a slot once."""
        held = self.slots.setdefault(slot, [])
        if token not in held:
            held.append(token)


# What stands before a day as well as before a thing.
OF_DAYS = {"on", "in", "at", "by"}


def _add_prepositions(found: Arguments, token: "Token") -> None:
    for child in token.children:
        if child.dep_ == "prt" or (child.dep_ == "advmod" and child.lower_ in _DIRECTIONS):
            _add_prepositions(found, child)
        elif child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            _add_objects(found, "by", child)
        elif (child.lower_, token.lower_) == ("of", "ahead"):
            continue  # "will meet Peru ahead of talks with Chile"
        elif child.dep_ in {"prep", "dative"} and child.pos_ in {"ADP", "SCONJ", "VERB", "ADV", "PART"}:
            _add_objects(found, child.lower_, child)
            for other in child.children:  # "met with Chad and with Mali"
                if other.dep_ == "conj" and other.pos_ == "ADP":
                    _add_objects(found, other.lower_, other)


def _share_occasion(found: Arguments, verb: "Token") -> None:
    """Gives the dead what the wounded beside them were hurt in: "ten died and two were wounded in a raid"."""
    if verb.lemma_ not in word_class("killing"):
        return
    for hurt in verb.children:
        if hurt.dep_ == "conj" and hurt.lemma_ in word_class("wounding"):
            _add_prepositions(found, hurt)
            for other in hurt.children:
                if other.dep_ == "conj":
                    _add_prepositions(found, other)


def _add_objects(found: Arguments, slot: str, preposition: "Token") -> None:
    for child in preposition.children:
        if slot in OF_DAYS and child.ent_type_ in {"DATE", "TIME"}:
            continue  # "flew medicine to Chad on Monday" is about no Monday
        if child.dep_ in {"pobj", "pcomp"}:
            found.add("with" if slot == "alongside" and preposition.head.pos_ == "NOUN" else slot, child)
            if slot in _TOPICS:
                for thing in prepositional_objects(child, {"with"}):
                    found.add("with", thing)
        elif child.dep_ == "prep":  # "from across", "out of", "because of"
            for thing in child.children:
                if thing.dep_ == "pobj":
                    found.add(child.lower_, thing)


def _is_content(clause: "Token", verb: "Token") -> bool:
    """Whether an infinitive that the parser takes for a purpose is what was promised or decided, "pledged in Oslo to
    pay", where the place or day stands between, or what somebody is moved to: "pushed Mali to pay"."""
    if clause.dep_ != "advcl" or clause.tag_ != "VB" or clause.i < verb.i:
        return False
    moved = verb.lemma_ in word_class("moving") and any(c.dep_ == "dobj" and c.i < clause.i for c in verb.children)
    promised = verb.lemma_ in word_class("promising") | word_class("deciding") | {"count", "rely", "threaten"}
    return (moved or promised) and is_to_infinitive(clause)


def _said_of(verb: "Token") -> "Token | None":
    """The noun that a reported relative clause is about, where the verb has no other object: "the bomb that the army
    said it tested"."""
    told = verb.head
    if verb.dep_ != "ccomp" or told.dep_ != "relcl" or told.lemma_ not in load_language("en").speech.verbs:
        return None
    whole = any(c.dep_ in {"xcomp", "ccomp", "attr", "acomp", "mark"} or c.tag_ == "WDT" for c in verb.children)
    return None if whole or not any(c.dep_ == "nsubj" for c in verb.children) else told.head


def _is_told_of_by_preposition(verb: "Token") -> bool:
    """Whether the noun of a relative clause is only under, in or by what it was done: "the pact under which Chad agreed
    to pay", "the day when they struck"; "the firms, where they struck" are whom it was done to."""
    return any(
        (c.dep_ == "advmod" and c.lower_ in {"when", "why", "whereby"})
        or (c.dep_ == "prep" and any(g.tag_ == "WDT" for g in c.children))
        for c in verb.children
        if c.i < verb.i
    )


def _verb_arguments(found: Arguments, verb: "Token") -> None:
    found.passive = is_passive(verb)
    who = subject(verb)
    if who is not None:
        found.add("object" if found.passive else "subject", who)
    for child in verb.children:
        if child.dep_ in {"dobj", "oprd"} or (child.dep_ == "attr" and verb.lemma_ != "be"):
            found.add("object", referent(child))
        elif child.dep_ == "attr":
            found.add("attribute", child)
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            found.add("indirect", child)
        elif child.dep_ in {"xcomp", "ccomp"} or _is_content(child, verb):
            found.add("clause", child)
            if verb.lemma_ == "let" and child.lemma_ == "go":  # "let four nurses go"
                for held in (c for c in child.children if c.dep_ == "nsubj"):
                    found.add("object", referent(held))
                for by in prepositional_objects(child, {"by"}):  # "were let go by rebels"
                    found.add("by", by)
            if child.pos_ in {"ADJ", "NOUN"} and verb.lemma_ in word_class("naming"):  # "branded it unfair"
                for named in (c for c in child.children if c.dep_ == "nsubj"):
                    found.add("object", named)
        elif child.dep_ == "prt":  # "brought in reinforcements", read as "in reinforcements"
            for thing in child.children:
                if thing.dep_ == "pobj":
                    found.add("object", thing)
    if verb.dep_ in {"relcl", "acl"} and not found.passive and not found.get("object"):
        pronoun = any(referent(t) == verb.head for t in found.get("subject"))
        if not pronoun and verb.dep_ == "relcl" and not _is_told_of_by_preposition(verb):
            found.add("object", verb.head)
    if (gap := _said_of(verb)) is not None and not found.passive and not found.get("object"):
        found.add("object", gap)
    _add_prepositions(found, verb)
    for slot in _TO_TALKS:
        for thing in found.get(slot):
            _add_of_talks(found, thing, "object ")
    governor = set_by(verb)
    setter = subject(governor) if governor is not None else None
    if setter is not None:
        found.add("setter", setter)
    for thing in found.get("object"):
        _add_of_object(found, thing)
        for counted in prepositional_objects(thing, {"of"}):  # "a second round of talks with Iran"
            _add_of_object(found, counted)


def _add_of_talks(found: Arguments, thing: "Token", within: str) -> None:
    """Adds with or between whom the talks are that a preposition leads to: "left for talks with Iran", "a round of
    talks about grain with Iran"."""
    if thing.lemma_ in word_class("talks"):
        for slot in ("with", "between"):
            topics = (t for topic in _TOPICS for t in prepositional_objects(thing, {topic}))
            for token in (t for over in (thing, *topics) for t in prepositional_objects(over, {slot})):
                found.add(within + slot, token)


def _add_of_object(found: Arguments, thing: "Token") -> None:
    for child in thing.children:
        if child.dep_ == "prep" and child.lower_ not in found.slots:
            for pobj in child.children:
                if pobj.dep_ == "pobj":
                    found.add("object " + child.lower_, pobj)


def _doer_in_passing(noun: "Token") -> "Token | None":
    """Who is on a visit or has made a promise that is told only in passing: "said on a trip to Chad", "the envoy, on a
    visit, vowed", "won the vote on a promise to end the war"."""
    node = noun.head.head
    on_the_way = noun.head.lower_ in {"on", "during"} and noun.lemma_ in word_class("journeys")
    on_a_promise = noun.head.lower_ == "on" and noun.lemma_ in word_class("promises")
    if noun.dep_ != "pobj" or not (on_the_way or on_a_promise):
        return None
    for _ in range(_UP_TO_A_VERB):
        if node.pos_ in {"VERB", "AUX"}:
            return subject(node)
        if node.dep_ == "nsubj":
            return node
        node = node.head
    return None


def _is_leaning(name: "Token") -> bool:
    """Whether a name is whom something is for or against: "a pro-Palestine protest"."""
    before = name.doc[max(name.i - 2, 0) : name.i]
    return len(before) > 1 and before[1].text == "-" and before[0].lower_ in {"pro", "anti"}


def _noun_arguments(found: Arguments, noun: "Token") -> None:
    for child in noun.children:
        if child.dep_ == "poss":
            found.add("poss", referent(child))
        elif child.dep_ in _MODIFIERS and not _is_leaning(child):
            found.add("modifier", child)
            if child.dep_ == "compound" and child.pos_ == "NOUN":  # "rebel mortar fire", read as fire of rebel mortars
                for inner in child.children:
                    if inner.dep_ in {"compound", "amod"}:
                        found.add("modifier", inner)
        elif child.dep_ in {"acl", "relcl"} and child.pos_ in {"VERB", "AUX"}:
            found.add("clause", child)
            if is_passive(child) and child.lemma_ not in word_class("done_by_others"):
                for pobj in prepositional_objects(child, {"by"}):
                    found.add("by", pobj)
    _add_prepositions(found, noun)
    for taking_part in involved(noun):
        found.add("involving", taking_part)
    for thing in found.get("of"):
        _add_of_talks(found, thing, "")
    doer = None if found.get("poss") or found.get("by") or found.get("of") else _doer_in_passing(noun)
    if doer is not None:
        found.add("subject", doer)
    found.light = light_verb(noun)
    if found.light is not None:
        carried = Arguments(found.light)
        _verb_arguments(carried, found.light)
        found.passive = carried.passive
        for slot, tokens in carried.slots.items():
            for token in tokens:
                if (
                    token != noun
                    and token not in (c for c in noun.conjuncts)
                    and slot != "object"
                    and token != found.light
                    and not (slot == "subject" and found.light.lemma_ in word_class("causing"))
                    and not (slot == "with" and found.light.doc[max(token.head.i - 1, 0)].lower_ == "together")
                ):
                    found.add(slot, token)


def _is_noun(gerund: "Token") -> bool:
    """Whether a gerund that the tagger calls a verb stands as a noun: "rebel shelling killed ten"."""
    as_noun = gerund.tag_ == "VBG" and gerund.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
    if not as_noun or any(c.dep_ in {"dobj", "xcomp", "ccomp", "aux"} for c in gerund.children):
        return False
    return any(c.dep_ in {"compound", "amod", "poss"} and c.i < gerund.i for c in gerund.children)


def arguments(trigger: "Token") -> Arguments:
    """The arguments of a verb, noun or adjective trigger."""
    found = Arguments(trigger)
    if trigger.pos_ in {"VERB", "AUX"} and not _is_noun(trigger):
        _verb_arguments(found, trigger)
        _share_occasion(found, trigger)
    elif trigger.pos_ == "ADJ":
        _verb_arguments(found, trigger)
        if trigger.head.pos_ in {"AUX", "VERB"} and trigger.dep_ in {"acomp", "attr", "oprd"}:
            if (who := subject(trigger.head)) is not None:
                found.add("subject", who)
            impersonal = any(c.dep_ in {"nsubj", "expl"} and c.lower_ == "it" for c in trigger.head.children)
            for child in trigger.head.children:
                told = impersonal or any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
                of_whom = child.dep_ == "advcl" and is_to_infinitive(child) and subject(child) is not None
                if told and (of_whom or child.dep_ in {"ccomp", "xcomp"}) and child.i > trigger.i:
                    found.add("clause", child)
    else:
        _noun_arguments(found, trigger)
    return found
