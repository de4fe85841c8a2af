"""Proposals, answers, references, and whose turn it is, on events made by hand."""

from dataclasses import replace

import pytest
from happenings import day, happening

from tracker.model.standing import AnswerKind, TermKind
from tracker.views import EventIndex, proposals, standing
from tracker.views.proposals import table_of
from tracker.views.turn import turn_of

UNION, PORTS, MINISTRY = "Dockers Union", "Meridian Ports", "Labour Ministry"
OFFER = happening(
    1,
    "proposal",
    "03-10",
    [PORTS],
    [UNION],
    words="Meridian Ports offered a 4 percent raise.",
    about="a 4 percent raise",
)
YES = happening(
    2, "acceptance", "03-12", [UNION], [PORTS], sense="accept", words="It accepted the offer.", about="the offer"
)
NO = happening(
    3, "rejection", "03-12", [UNION], [PORTS], sense="reject", words="It rejected the offer.", about="the offer"
)
TIED = happening(
    4,
    "acceptance",
    "03-12",
    [UNION],
    [PORTS],
    sense="accept",
    words="It accepted the offer.",
    about="the offer",
    conditional=True,
)
STUDY = happening(5, "statement", "03-11", [UNION], sense="study", words="It studies the offer.", about="the offer")
COUNTER = happening(
    6,
    "proposal",
    "03-13",
    [UNION],
    [PORTS],
    words="The union made a counter-offer of 7 percent pay.",
    about="a counter-offer",
)
BETTER = happening(
    7,
    "proposal",
    "03-14",
    [PORTS],
    [UNION],
    words="The ports made a revised offer: 5 percent pay.",
    about="a revised offer",
)
DEAL = happening(8, "agreement", "03-20", [UNION, PORTS])


def live_of(events):
    return next((one.event_id for one in proposals(events) if one.is_live), None)


FLOATED = happening(9, "proposal", "03-09", words="Two former ministers had floated an idea.")
LIVE = [
    ("nobody offered anything", [NO], None),
    ("an offer", [OFFER], 1),
    ("only an idea of nobody's", [FLOATED], 9),
    ("an idea of nobody's before an offer that was rejected", [FLOATED, OFFER, NO], None),
    ("an offer that is only planned", [happening(1, "proposal", "03-10", [PORTS], [UNION], status="planned")], None),
    ("studied", [OFFER, STUDY], 1),
    ("accepted by all", [OFFER, YES], None),
    ("rejected by all", [OFFER, NO], None),
    ("answered with a condition by all", [OFFER, TIED], None),
    ("countered", [OFFER, NO, COUNTER], 6),
    ("revised", [OFFER, BETTER], 7),
    ("settled", [OFFER, COUNTER, DEAL], None),
    (
        "answered by one of two",
        [happening(1, "proposal", "03-10", [MINISTRY], [UNION, PORTS], words="the plan"), YES],
        1,
    ),
    (
        "withdrawn",
        [
            OFFER,
            happening(9, "rejection", "03-15", [PORTS], words="The ports took back the offer.", sense="reject"),
        ],
        None,
    ),
    (
        "an offer of talks, then talks",
        [
            happening(1, "proposal", "03-10", ["Norway"], words="Norway offered to mediate."),
            happening(2, "mediation", "03-12", ["Norway"], [UNION, PORTS]),
        ],
        None,
    ),
    (
        "an offer of talks, no talks yet",
        [happening(1, "proposal", "03-10", ["Norway"], words="Norway offered to mediate.")],
        1,
    ),
    (
        "a deal of no known day, told with the offer",
        [OFFER, happening(8, "agreement", None, [UNION, PORTS], published="03-10")],
        1,
    ),
    (
        "a deal of no known day, told later",
        [OFFER, happening(8, "agreement", None, [UNION, PORTS], published="03-20")],
        None,
    ),
    (
        "an invitation to talks after an offer",
        [OFFER, happening(8, "proposal", "03-20", ["Norway"], words="asked both in", sense="invite")],
        1,
    ),
    ("an open door", [happening(1, "proposal", "03-10", [PORTS], [UNION], sense="the door is open")], None),
    ("an open door after an offer", [OFFER, happening(8, "proposal", "03-20", [PORTS], sense="the door is open")], 1),
    (
        "overtaken by a later one that is accepted",
        [
            OFFER,
            happening(7, "proposal", "04-20", [PORTS], ["Crane Drivers"], words="the pay plan"),
            happening(9, "acceptance", "04-22", ["Crane Drivers"], [PORTS], words="the pay plan", about="the pay plan"),
        ],
        None,
    ),
    (
        "another of the same week that others accept",
        [
            OFFER,
            happening(7, "proposal", "03-14", [PORTS], ["Crane Drivers"], words="the pay plan"),
            happening(9, "acceptance", "03-16", ["Crane Drivers"], [PORTS], words="the pay plan", about="the pay plan"),
        ],
        1,
    ),
    ("a deal of others", [OFFER, happening(8, "agreement", "03-20", ["Crane Drivers", "Northgate"])], 1),
]


def test_an_invitation_lapses():
    invitation = [happening(1, "proposal", "03-10", ["Norway"], [UNION, PORTS], words="Norway invited both to talks.")]
    live = [any(one.is_live for one in proposals(invitation, day(today))) for today in ("03-20", "04-20")]
    assert live == [True, False]


def test_what_nobody_spoke_of_for_half_a_year_lies_on_no_table():
    live = [any(one.is_live for one in proposals([OFFER], day(today))) for today in ("08-10", "10-10")]
    assert live == [True, False]


@pytest.mark.parametrize(("events", "expected"), [case[1:] for case in LIVE], ids=[case[0] for case in LIVE])
def test_live_proposal(events, expected):
    assert live_of(events) == expected


def yes(number, when="03-12", words="the offer", **fields):
    """A yes of the union to the ports' offer."""
    return happening(
        number, "acceptance", when, [UNION], [PORTS], sense="accept", words=words, about="the offer", **fields
    )


ANSWERS = [
    ("no answer", [OFFER], AnswerKind.NONE),
    ("studying", [OFFER, STUDY], AnswerKind.STUDYING),
    ("accepted", [OFFER, YES], AnswerKind.ACCEPTED),
    ("rejected", [OFFER, NO], AnswerKind.REJECTED),
    ("with conditions", [OFFER, TIED], AnswerKind.CONDITIONAL),
    (
        "others set conditions",
        [
            OFFER,
            yes(4, words="accepted the offer, while the clerks set conditions for their own answer"),
        ],
        AnswerKind.ACCEPTED,
    ),
    (
        "changed its mind",
        [
            OFFER,
            NO,
            yes(9, "03-16"),
        ],
        AnswerKind.ACCEPTED,
    ),
    (
        "answered before it was made",
        [OFFER, happening(9, "rejection", "03-02", [UNION], [PORTS], words="the offer", about="the offer")],
        AnswerKind.NONE,
    ),
    (
        "rejected something else",
        [OFFER, happening(9, "rejection", "03-12", [UNION], [PORTS], words="the allegations", about="the allegations")],
        AnswerKind.NONE,
    ),
    (
        "promised a deed",
        [OFFER, happening(9, "acceptance", "03-12", [UNION], [PORTS], sense="promise")],
        AnswerKind.NONE,
    ),
    (
        "only plans to accept",
        [
            OFFER,
            yes(9, status="planned"),
        ],
        AnswerKind.NONE,
    ),
    (
        "would accept, if",
        [
            OFFER,
            yes(9, status="proposed", conditional=True),
        ],
        AnswerKind.CONDITIONAL,
    ),
    (
        "did not accept",
        [
            OFFER,
            happening(
                9,
                "acceptance",
                "03-12",
                [UNION],
                [PORTS],
                sense="accept",
                status="denied",
                words="the offer",
                about="the offer",
            ),
        ],
        AnswerKind.NONE,
    ),
]


@pytest.mark.parametrize(("events", "expected"), [case[1:] for case in ANSWERS], ids=[case[0] for case in ANSWERS])
def test_answer(events, expected):
    (first, *_) = proposals(events)
    assert [one.kind for one in first.answers if one.party == UNION] == [expected]


STUDIED = [("it", "study it"), ("the figures", "study"), ("the proposed extension", "study")]


@pytest.mark.parametrize(("about", "sense"), STUDIED, ids=[about for about, _ in STUDIED])
def test_what_of_an_offer_is_studied(about, sense):
    words = f"The union studies {about}."
    study = happening(5, "statement", "03-11", [UNION], sense=sense, words=words, about=about, article=1)
    offer = happening(
        1,
        "proposal",
        "03-10",
        [PORTS],
        [UNION],
        words="The ports offered an extension.",
        about="an extension",
        article=1,
    )
    (found,) = proposals([offer, study])
    assert found.answers[0].kind is AnswerKind.STUDYING


@pytest.mark.parametrize(("words", "parent"), [("replaces the union's plan", 6), ("rests on the union's plan", None)])
def test_a_compromise_that_replaces_a_plan_goes_back_to_it(words, parent):
    plan = happening(6, "proposal", "03-13", [UNION], words=f"The {UNION} put forward a plan.", about="a plan")
    text = f"The ministry's compromise, which {words.replace('the union', 'the ' + UNION)}, is short."
    compromise = happening(7, "proposal", "03-14", [MINISTRY], words=text, about="compromise")
    found = {one.event_id: one.parent for one in proposals([plan, compromise])}
    assert found[7] == parent


def test_a_deal_approved_is_not_the_offer_rejected_before():
    later = replace(YES, id=8, date=happening(8, "acceptance", "03-20").date)
    plan = happening(
        7, "proposal", "03-14", [MINISTRY], [UNION, PORTS], words="The ministry put forward a plan.", about="a plan"
    )
    first, second = proposals([OFFER, NO, plan, later])
    assert first.answers[0].kind is AnswerKind.REJECTED
    assert [one.kind for one in second.answers if one.party == UNION] == [AnswerKind.ACCEPTED]


def test_an_answer_has_day_speaker_words_and_history():
    events = [
        OFFER,
        NO,
        happening(
            9,
            "acceptance",
            "03-16",
            [UNION],
            [PORTS],
            sense="accept",
            words="Ms Aro accepted the offer.",
            about="the offer",
            speaker="Lena Aro",
        ),
    ]
    (first,) = proposals(events)
    assert [(one.kind, one.day, one.event_id) for one in first.history] == [
        (AnswerKind.REJECTED, day("03-12"), 3),
        (AnswerKind.ACCEPTED, day("03-16"), 9),
    ]
    (answer,) = first.answers
    assert (answer.speaker, answer.words) == ("Lena Aro", "Ms Aro accepted the offer.")


US = happening(
    1, "proposal", "03-01", ["United States"], ["Hamas"], words="US envoys put a draft to Hamas.", about="a draft"
)
PARIS = happening(
    2, "proposal", "03-05", ["Egypt"], ["Hamas"], words="Egypt put forward a plan in Paris.", about="a plan in Paris"
)
OWN = happening(3, "proposal", "03-08", ["Hamas"], ["Israel"], words="Hamas named its terms.", about="its terms")


@pytest.mark.parametrize(
    ("about", "actor", "expected"),
    [
        ("the Paris plan", "Hamas", 2),
        ("the plan", "Hamas", 2),
        ("the United States draft", "Hamas", 1),
        ("Hamas's terms", "Israel", 3),
        ("the Geneva plan", "Hamas", None),
        ("Norway's plan", "Hamas", None),
        ("the demand", "Hamas", None),
    ],
)
def test_the_proposal_that_words_stand_for(about, actor, expected):
    other = happening(8, "meeting", "03-01", ["Norway"])
    answer = happening(9, "rejection", "03-12", [actor], words=f"It rejected {about}.", about=about)
    found = [
        one.event_id for one in proposals([US, PARIS, OWN, other, answer]) if any(a.event_id == 9 for a in one.answers)
    ]
    assert found == ([expected] if expected else [])


def test_who_relays_a_proposal_carries_it_to_its_addressee():
    made = happening(1, "proposal", "03-10", [PORTS], words="The ports made an offer.", about="an offer")
    relayed = happening(
        2,
        "mediation",
        "03-11",
        [MINISTRY],
        [UNION],
        sense="relay",
        words="It handed over the offer.",
        about="the offer",
        status="planned",
    )
    (found,) = proposals([made, relayed])
    assert (found.authors, found.carriers, found.addressees) == ((PORTS,), (MINISTRY,), (UNION,))


def test_who_carries_a_proposal_is_not_asked_to_answer_it():
    made = happening(
        1, "proposal", "03-10", [PORTS], [UNION, MINISTRY], words="The ports made an offer.", about="an offer"
    )
    relayed = happening(
        2, "mediation", "03-11", [MINISTRY], [UNION], words="It handed over the offer.", about="the offer"
    )
    (alone,), (found,) = proposals([made]), proposals([made, relayed])
    assert (alone.addressees, found.addressees) == ((UNION, MINISTRY), (UNION,))


def test_a_counter_offer_has_a_parent_and_shows_what_changed():
    first, counter = proposals([OFFER, COUNTER])
    assert (first.parent, counter.parent) == (None, 1)
    assert [(one.kind, one.value) for one in counter.added] == [(TermKind.PAY, 7.0)]
    assert [(one.kind, one.value) for one in counter.dropped] == [(TermKind.PAY, 4.0)]


def test_terms_are_the_content_of_the_offer():
    offer = happening(
        1, "proposal", "03-10", ["Israel"], ["Hamas"], words="a 42-day truce", about="a 42-day truce", article=1
    )
    inside = happening(
        2, "release", None, ["Hamas"], status="proposed", counts=[(33, "hostages")], content_of=1, article=1
    )
    next_to_it = happening(
        3, "withdrawal", None, ["Israel"], status="proposed", article=1, published="03-11", sentence=1
    )
    done = happening(4, "aid", "03-09", ["Israel"], article=1, sentence=1)
    (found,) = proposals([offer, inside, next_to_it, done])
    assert [(one.kind, one.days, one.value, one.event_id) for one in found.terms] == [
        (TermKind.TRUCE, 42.0, None, 1),
        (TermKind.WITHDRAWAL, None, None, 3),
        (TermKind.RELEASE, None, 33.0, 2),
    ]


@pytest.mark.parametrize(
    ("about", "wanted"),
    [("an offer of 35 berths for ferries, which it made", "35 berths for ferries"), ("an offer of talks", None)],
)
def test_what_is_offered_by_number_is_a_term(about, wanted):
    (found,) = proposals([happening(1, "proposal", "03-10", [PORTS], [UNION], words=about, about=about)])
    assert [one.words for one in found.terms] == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Under the offer, wages would rise by 4 percent.", {(TermKind.PAY, 4.0)}),
        (
            "Under it, wages would rise by 4 percent and gates would open at dawn.",
            {(TermKind.PAY, 4.0), (TermKind.OTHER, None)},
        ),
        ("The ports and the railway would watch the gates.", {(TermKind.OTHER, None)}),
        (
            "The ports would open the gates while inspectors would count the trucks",
            {(TermKind.OTHER, None), (TermKind.MONITORING, None)},
        ),
        (
            "Iran would enrich to 4 percent and inspectors would return.",
            {(TermKind.OTHER, None), (TermKind.MONITORING, None)},
        ),
    ],
)
def test_what_the_next_sentences_spell_out_are_terms(words, wanted):
    told = happening(1, "proposal", "03-10", [PORTS], [UNION], words="made an offer")
    offer = replace(told, reports=tuple(replace(one, terms=words) for one in told.reports))
    (found,) = proposals([offer])
    assert {(one.kind, one.value) for one in found.terms} == wanted


def test_one_offer_told_by_two_events_is_one_proposal():
    again = happening(2, "proposal", "03-10", [PORTS], [UNION], words="an offer of the ports", about="an offer")
    without_author = happening(3, "proposal", None, words="the offer", about="the offer", article=1, published="03-11")
    later = happening(4, "proposal", "04-20", [PORTS], [UNION], words="an offer of the ports", about="an offer")
    assert [one.event_ids for one in proposals([OFFER, again, without_author])] == [(1, 2, 3)]
    assert len(proposals([OFFER, later])) == 2


TURNS = [
    ("an offer", [OFFER], (UNION,), "03-10"),
    ("studying is no answer", [OFFER, STUDY], (UNION,), "03-10"),
    ("rejected", [OFFER, NO], (), None),
    ("a condition", [OFFER, TIED], (PORTS,), "03-12"),
    (
        "a condition on a plan that another has still to answer",
        [
            happening(1, "proposal", "03-10", [MINISTRY], [PORTS, UNION], words="The ministry made a plan."),
            replace(TIED, targets=(MINISTRY,)),
        ],
        (PORTS,),
        "03-10",
    ),
    ("a counter-offer", [OFFER, NO, COUNTER], (PORTS,), "03-13"),
    ("a condition and then a deal", [OFFER, TIED, DEAL], (), None),
    ("nobody knows whom it addresses", [happening(1, "proposal", "03-10", [MINISTRY], words="a plan")], (), None),
    (
        "a condition without a reported offer",
        [happening(1, "acceptance", "03-12", ["Hamas"], ["Israel"], sense="accept", words="a truce", conditional=True)],
        ("Israel",),
        "03-12",
    ),
]


@pytest.mark.parametrize(("events", "parties", "since"), [case[1:] for case in TURNS], ids=[case[0] for case in TURNS])
def test_turn(events, parties, since):
    index = EventIndex(events)
    turn = turn_of(index, table_of(index))
    assert (turn.parties, turn.since) == (parties, day(since) if since else None)
    assert turn.days(day("03-20")) == ((day("03-20") - day(since)).days if since else None)


def test_what_lies_after_today_is_not_there_yet():
    assert proposals([OFFER, BETTER], day("03-12"))[-1].event_id == 1


def test_agreeing_to_talk_answers_no_offer_of_pay():
    agreed = happening(2, "acceptance", "03-12", [UNION], [PORTS], sense="agree to")
    talks = happening(3, "meeting", "03-20", [UNION, PORTS], status="planned", content_of=2)
    (found,) = proposals([OFFER, agreed, talks])
    assert [one.kind for one in found.answers] == [AnswerKind.NONE]


def test_a_willingness_with_a_condition_in_its_sentence_puts_the_turn_to_whom_it_names():
    words = "The rebels are willing to accept a truce, but only if Chad stops its air strikes."
    willing = happening(1, "acceptance", "03-12", ["Rebels"], status="proposed", words=words, article=1, sentence=1)
    wanted = happening(2, "demand", "03-12", [], ["Chad"], words=words, article=1, sentence=1)
    index = EventIndex([willing, wanted])
    assert turn_of(index, table_of(index)).parties == ("Chad",)
    freely = happening(1, "acceptance", "03-12", ["Rebels"], status="proposed", words="The rebels are willing.")
    index = EventIndex([freely])
    assert turn_of(index, table_of(index)).parties == ()


def test_a_condition_puts_the_turn_to_all_who_act_under_it_whatever_the_yes_was_said_to():
    words = "The rebels are ready to sign a truce, but only if Chad ends its raids and Sudan pulls back."
    willing = happening(
        1, "acceptance", "03-12", ["Rebels"], ["Niger"], status="proposed", words=words, article=1, sentence=1
    )
    raids = happening(61, "attack", "03-12", ["Chad"], ["Rebels"], words=words, article=1, sentence=1)
    leaving = happening(75, "withdrawal", None, ["Sudan"], status="proposed", words=words, article=1, sentence=1)
    own = happening(4, "truce", None, ["Rebels"], status="proposed", words=words, article=1, sentence=1)
    index = EventIndex([willing, raids, leaving, own])
    assert turn_of(index, table_of(index)).parties == ("Chad", "Sudan")


@pytest.mark.parametrize(("conditional", "turn"), [(True, ("Chad",)), (False, ())])
def test_an_agreement_that_is_itself_conditional_settles_nothing(conditional, turn):
    words = "The rebels would accept a truce if Chad ends its raids."
    willing = happening(1, "acceptance", "03-12", ["Rebels"], ["Chad"], status="proposed", words=words)
    deal = happening(2, "agreement", "03-14", ["Rebels", "Chad"], conditional=conditional)
    index = EventIndex([willing, deal])
    assert turn_of(index, table_of(index)).parties == turn


def test_a_response_of_its_own_to_the_plan_is_a_yes_with_conditions():
    words = "The union gave its response to the offer."
    told = happening(2, "proposal", "03-12", [UNION], words=words, about="its response to the offer")
    yes = replace(YES, reports=(*YES.reports, *told.reports))
    (found,) = proposals([OFFER, yes])
    assert [one.kind for one in found.answers] == [AnswerKind.CONDITIONAL]


def test_another_name_beside_the_author_does_not_part_an_answer_from_the_plan():
    words = "It accepted the proposal of Meridian Ports and the Harbour Council's ruling."
    about = "the proposal of Meridian Ports and the Harbour Council's ruling"
    yes = happening(2, "acceptance", "03-12", [UNION], [PORTS], sense="accept", words=words, about=about)
    assert [one.kind for one in proposals([OFFER, yes])[0].answers] == [AnswerKind.ACCEPTED]


def test_a_willingness_tied_to_a_condition_is_the_latest_answer():
    words = "The rebels are willing to accept a truce, but only if Chad stops its air strikes."
    willing = happening(1, "acceptance", "03-12", ["Rebels"], status="proposed", words=words)
    (rebels,) = standing([willing], ()).parties
    assert rebels.latest_answer is not None
    assert rebels.latest_answer.event_ids == (1,)
    freely = happening(1, "acceptance", "03-12", ["Rebels"], status="proposed", words="The rebels are willing.")
    (rebels,) = standing([freely], ()).parties
    assert rebels.latest_answer is None


@pytest.mark.parametrize(("asked", "turn"), [([PORTS, MINISTRY], (PORTS, MINISTRY)), ([MINISTRY], (PORTS,))])
def test_asking_the_author_to_go_on_from_a_conditional_yes_puts_the_turn_to_all_who_are_asked(asked, turn):
    index = EventIndex([OFFER, TIED, happening(9, "demand", "03-14", [UNION], asked, words="The union called for it.")])
    assert turn_of(index, table_of(index)).parties == turn


def test_a_pronoun_takes_up_what_another_answer_of_the_article_answers():
    offer = happening(1, "proposal", "03-10", [PORTS], [UNION, MINISTRY], words="It offered a raise.", article=1)
    no = happening(
        2,
        "rejection",
        "03-12",
        [MINISTRY],
        [PORTS],
        sense="reject",
        words="It rejected the offer.",
        about="the offer",
        article=2,
    )
    yes = happening(
        3, "acceptance", "03-13", [UNION], sense="accept", words="The union accepted it.", about="it", article=2
    )

    def answer(events):
        return next(one.kind for one in proposals(events)[0].answers if one.party == UNION)

    assert answer([offer, no, yes]) is AnswerKind.ACCEPTED
    assert answer([offer, yes]) is not AnswerKind.ACCEPTED


def test_what_is_offered_and_refused_in_one_sentence_is_one_thing():
    words = "Meridian Ports offered ten more days, which the union rejected as crumbs."
    offer = happening(
        1, "proposal", "03-10", [PORTS], [UNION], words=words, about="ten more days", article=1, sentence=1
    )
    no = happening(
        2, "rejection", "03-10", [UNION], [PORTS], sense="reject", words=words, about="which", article=1, sentence=1
    )
    assert [one.kind for one in proposals([offer, no])[0].answers] == [AnswerKind.REJECTED]


def test_what_its_author_submits_and_proposes_in_one_sentence_is_one_thing():
    words = "In terms that it submitted to the ministry, the union proposes that Meridian Ports rehire ten men."
    submitted = happening(
        1, "proposal", "03-10", [UNION], [MINISTRY], words=words, about="terms", article=1, sentence=1
    )
    proposes = happening(2, "proposal", None, [UNION], [PORTS], words=words, about="that", article=1, sentence=1)
    apart = happening(3, "proposal", "03-20", [UNION], [PORTS], words="The union proposes a vote.", about="a vote")
    assert len(proposals([submitted, proposes])) == 1
    assert len(proposals([submitted, proposes, apart])) == 2


@pytest.mark.parametrize(
    ("sense", "words", "expected"),
    [
        ("refuse", "The union refused to sign.", AnswerKind.REJECTED),
        ("refuse", "The union refused to leave the port.", AnswerKind.NONE),
        ("stay away from a session", "The union stayed away from the meeting.", AnswerKind.NONE),
    ],
)
def test_who_refuses_to_sign_answers_what_lies_before_it(sense: str, words: str, expected: AnswerKind):
    no = happening(2, "rejection", "03-12", [UNION], sense=sense, words=words)
    assert [one.kind for one in proposals([OFFER, no])[0].answers] == [expected]


def test_who_is_only_charged_with_refusing_has_not_answered():
    words = "Meridian Ports accused the union of refusing to agree to a deal."
    no = happening(2, "rejection", "03-12", [UNION], sense="refuse", words=words, source=PORTS)
    assert [one.kind for one in proposals([OFFER, no])[0].answers] == [AnswerKind.NONE]


def test_an_answer_is_to_what_was_put_to_its_party():
    theirs = happening(
        2, "proposal", "03-11", [MINISTRY], [PORTS], words="A draft was put to the ports.", about="A draft", article=2
    )
    yes = happening(
        3, "acceptance", "03-12", [UNION], sense="accept", words="It accepted a draft.", about="a draft", article=2
    )
    found = {one.event_id: one for one in proposals([OFFER, theirs, yes])}
    assert [one.kind for one in found[1].answers] == [AnswerKind.ACCEPTED]
