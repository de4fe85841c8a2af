"""The tree put right where the model errs again and again: names, subjects hung elsewhere, participles for verbs."""

from calendar import month_name
from typing import TYPE_CHECKING

from tracker.extract.agent_repairs import hang_on_act, hang_on_occasion
from tracker.extract.attachment_repairs import (
    free_auxiliary,
    free_from_verb,
    hang_on_deed,
    hang_on_offer,
    hang_on_officials,
    hang_on_refusal,
    make_blamed,
    make_gerund,
    make_infinitive,
    make_preposition,
    make_verb_after,
    mend_subject,
    part_from_month,
)
from tracker.extract.condition_repairs import join_conditions
from tracker.extract.day_repairs import (
    OCCASIONS,
    TOLD_AS,
    count_from,
    hang_day,
    hang_on_cause,
    hang_on_promise,
    hang_on_verb_before,
)
from tracker.extract.headlines import mend_headlines
from tracker.extract.hostility import hang_on_struck
from tracker.extract.list_repairs import hang_on_ranked, hang_past_explanation, join_list, join_states, part_state
from tracker.extract.main_verbs import find_verb
from tracker.extract.name_repairs import join_to_neighbour, list_names, make_list, repair_names
from tracker.extract.object_repairs import (
    make_shifted_object,
    make_subject_of,
)
from tracker.extract.parse_labels import FINITE, SIDE_NAMES, SUBJECTS, VERBS
from tracker.extract.participle_repairs import (
    free_from_noun,
    free_from_place,
    hang_on_agreed,
    hang_on_freed,
    make_bare,
    make_caused,
    make_held,
)
from tracker.extract.present_repairs import make_finite
from tracker.extract.relative_repairs import (
    find_offer,
    hang_on_body,
    hang_on_deal,
    hang_on_offered,
    hang_on_penalty,
    hang_on_person,
    hang_on_side,
    hang_on_summed,
    hang_on_talks,
    make_relative,
    part_from_auxiliary,
)
from tracker.extract.repairs_by_word import BY_WORD
from tracker.extract.report_repairs import (
    hang_afterwards,
    hang_on_report,
    hang_on_speaker,
    hang_on_speaking,
    hang_on_telling,
    hang_on_who_said,
    hang_past_insertion,
)
from tracker.extract.subject_repairs import (
    find_gerund_subject,
    find_subject,
    hang_on_name,
    join_subjects,
    make_attribute,
    make_cause,
    part_opening,
)
from tracker.extract.verb_repairs import (
    PARTICLES,
    find_cleft,
    give_tense,
    hang_on_meeting,
    hang_on_text,
    join_to_finite,
    make_content,
    make_particle,
    make_subjunctive,
    make_verbal,
    part_absolute,
)
from tracker.extract.word_class_repairs import make_adjective, make_deal, make_noun, make_participle, make_perfect
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc, Token

_MONTHS = frozenset(month_name[1:])
# The dependencies and words of which some are mended: most words of a text need no look.
_MENDED = {
    *("acl", "advcl", "agent", "appos", "aux", "auxpass", "compound"),
    *("conj", "nsubj", "nsubjpass", "prep", "prt", "relcl", "xcomp"),
}


def repair(doc: "Doc") -> None:
    """Mends names and headlines, then verbs without a subject and sentences without a verb, in place."""
    repair_names(doc)
    mend_headlines(doc)
    explaining = []
    like_plurals = word_class("verbs_like_plurals") | word_class("no_plurals")
    for token in doc:
        if token.tag_ in {"NN", "NNS", "VBZ"} and token.lemma_ in like_plurals:
            make_finite(token)
        dependency = token.dep_
        if dependency in _MENDED or token.lower_ in BY_WORD or token.lower_ == "free":
            _mend(token, dependency)
        elif dependency == "pobj" and token.head.dep_ == "mark":
            make_subject_of(token)
        elif dependency in {"dobj", "pobj"} and token.tag_ in {"NN", "NNS"}:
            if dependency == "pobj":
                make_shifted_object(token)
            if token.tag_ == "NN":
                make_verbal(token)
        elif dependency == "pcomp" and token.tag_ == "VBG":
            make_cause(token)
        elif dependency == "ccomp" and token.tag_ in FINITE and hang_on_verb_before(token):
            pass
        elif dependency == "ccomp" and token.head.lemma_ == "be":
            find_cleft(token)
        elif dependency == "npadvmod" and token.head.lemma_ in TOLD_AS:
            hang_on_cause(token)
        elif dependency in {"dep", "oprd"} and token.pos_ == "NOUN":
            join_list(token)
        if dependency == "appos" and token.ent_type_ == "PERSON":
            explaining.append(token)
    for token in explaining:
        list_names(token)
    for token in doc:
        if token.tag_ == "VBZ" and token.lemma_ in load_lexicon().nouns:
            make_noun(token)
        if token.tag_ == "VBP" and not make_bare(token) and token.lemma_ in word_class("deal"):
            make_deal(token)
        if token.tag_ in {"VBD", "VBN"} and token.pos_ == "VERB":
            free_from_noun(token)
            make_held(token)
            make_caused(token)
            hang_on_agreed(token)
            hang_on_freed(token)
            make_participle(token)
            make_attribute(token)
            make_adjective(token)
            if token.dep_ in {"ROOT", "advcl", "ccomp", "conj"}:
                join_conditions(token)
            if token.tag_ == "VBD":
                make_subjunctive(token)
                make_perfect(token)
    for token in doc:
        if token.pos_ in VERBS:
            if token.tag_ in {"VB", "VBN"}:
                give_tense(token)
            join_subjects(token)
            if token.tag_ in FINITE and not any(c.dep_ in SUBJECTS for c in token.children):
                find_subject(token)
            part_opening(token)
            hang_afterwards(token)
            if token.lemma_ in word_class("before_gerund"):
                make_gerund(token)
    for sentence in list(doc.sents):
        find_verb(sentence.root)


def _mend(token: "Token", dependency: str) -> None:
    """Mends one word by how it hangs in the tree; the first mend whose mark it bears is the one."""
    word, tag = token.lower_, token.tag_
    if (dependency == "relcl" and tag in FINITE and hang_on_verb_before(token)) or (
        dependency == "conj" and hang_past_explanation(token)
    ):
        pass
    elif dependency == "conj" and token.pos_ == "PROPN":
        join_to_neighbour(token)
    elif dependency == "nsubjpass" and tag == "WDT":
        hang_on_deal(token)
    elif word in BY_WORD:
        BY_WORD[word](token)
    elif dependency == "prt" and token.head.dep_ == "dobj":
        token.head = token.head.head  # "turned Mali's offer down"
    elif dependency == "prep" and word == "by":
        hang_on_act(token)
        hang_on_promise(token)
    elif dependency == "prep" and word in OCCASIONS and token.i > 0 and hang_day(token):
        pass
    elif dependency == "prep" and word == "in" and token.i > 0:
        hang_on_officials(token)
        hang_on_speaking(token)
    elif dependency == "prep" and word in PARTICLES:
        make_particle(token)
    elif dependency == "prep" and word in {"against", "on"} and token.i > 1:
        hang_on_struck(token)
    elif dependency == "prep" and word in {"for", "of"} and token.i > 1:
        hang_on_offer(token)
    elif dependency == "prep" and word == "to" and token.head.tag_ == "JJ":
        make_verb_after(token)
    elif dependency == "nsubj" and token.ent_type_ == "GPE" and token.head.tag_ == "VBG":
        free_from_place(token)
    elif dependency in {"nsubj", "nsubjpass"}:
        mend_subject(token)
    elif word == "free" and tag == "JJ":
        make_infinitive(token)
    elif dependency == "conj" and token.pos_ in VERBS:
        hung = count_from(token) or hang_past_insertion(token) or hang_on_who_said(token)
        if not hung and (tag in FINITE or tag in {"VBN", "VBG"}):
            join_to_finite(token)
    elif dependency == "relcl" and token.head.ent_type_ in {"DATE", "TIME"}:
        hang_on_side(token)
    elif (
        dependency == "relcl"
        and token.head.dep_ == "pobj"
        and any(hang(token) for hang in (hang_on_talks, hang_on_offered, hang_on_penalty))
    ):
        pass
    elif dependency == "relcl" and token.head.ent_type_ == "GPE":
        hang_on_person(token)
    elif dependency == "relcl" and token.head.pos_ == "PROPN" and token.head.ent_type_ in {"PERSON", ""}:
        hang_on_body(token)
    elif dependency == "relcl" and hang_on_name(token):
        pass
    elif dependency in {"acl", "relcl"} and tag in {"VBD", "VBN"}:
        find_offer(token)
        if dependency == "acl":
            make_relative(token)
    elif dependency == "compound" and token.ent_type_ == "GPE":
        part_state(token)
    elif dependency == "compound" and token.ent_type_ == "DATE" and token.text in _MONTHS:
        part_from_month(token)
    elif dependency == "aux" and word == "to" and token.head.tag_ == "NNS":
        make_preposition(token)
    elif dependency == "aux" and tag == "VBG":
        make_cause(token)
    elif dependency in {"aux", "auxpass"} and token.head.i > token.i:
        if not part_from_auxiliary(token):
            free_auxiliary(token)
    elif dependency == "compound" and tag == "NNS" and token.head.dep_ == "ROOT":
        free_from_verb(token)
    elif dependency in {"acl", "advcl"} and tag == "VBG" and find_gerund_subject(token):
        pass
    elif dependency == "advcl" and tag == "VBG":
        hang_on_deed(token)
        hang_on_report(token)
        hang_on_speaker(token)
        part_absolute(token)
    elif dependency == "advcl" and tag == "VBD":
        hang_on_telling(token)
    elif dependency == "advcl" and tag == "VBN":
        hang_on_text(token)
        hang_on_meeting(token)
    elif dependency == "acl" and tag == "VBG" and token.head.dep_ == "pobj":
        part_absolute(token)
    elif dependency == "xcomp" and word == "blame":
        make_blamed(token)
    elif dependency in {"xcomp", "advcl"} and tag == "VB":
        hang_on_refusal(token)
        if dependency == "advcl":
            make_content(token)
    elif dependency == "appos" and token.pos_ == "NOUN" and token.head.pos_ in VERBS | {"NOUN"} and not token.ent_type_:
        join_list(token)
    elif dependency == "appos" and tag == "NN" and token.head.pos_ == "PROPN":
        hang_on_summed(token)
    elif dependency == "appos" and tag in {"JJ", "JJS"}:
        hang_on_ranked(token)
    elif dependency == "appos" and token.ent_type_ in {*SIDE_NAMES, ""} and token.pos_ in {"PROPN", "ADJ"}:
        make_list(token)
        join_states(token)
    elif dependency == "agent":
        hang_on_occasion(token)
