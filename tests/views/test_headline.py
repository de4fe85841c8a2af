"""The line that tells an event never claims more than its status."""

import datetime as dt
from dataclasses import replace
from itertools import product

import pytest
from happenings import happening

from tracker.extract import extract
from tracker.model.articles import Article
from tracker.model.events import EventStatus
from tracker.model.mentions import EventType
from tracker.resolve import PartyRules, resolve
from tracker.resolve.reporting import reports_of
from tracker.rules import load_lexicon
from tracker.views import headline
from tracker.views.phrases import headlines

CASES = [
    (
        happening(1, "release", "03-10", ["Israel"], status="proposed", counts=[(30, "prisoners")]),
        "Israel is to release 30 prisoners (proposed)",
    ),
    (
        happening(1, "release", "03-10", ["Hamas"], counts=[(1, "hostages")]),
        "Hamas released 1 hostage",
    ),
    (
        happening(1, "release", "03-10", status="planned", counts=[(30, "prisoners")]),
        "30 prisoners are to be released (planned)",
    ),
    (
        happening(1, "release", "03-10", ["Kenya"], status="unconfirmed"),
        "Kenya was to release captives (planned, not reported since)",
    ),
    (
        happening(1, "meeting", "03-10", ["Egypt", "Israel", "United States"]),
        "Egypt, Israel and the United States met",
    ),
    (happening(1, "meeting", "03-10", ["Hamas"]), "Hamas held talks"),
    (happening(1, "meeting", "03-10", ["settlers"], status="planned"), "Settlers are to hold talks (planned)"),
    (happening(1, "meeting", "03-10", ["NGOs"], status="planned"), "NGOs are to hold talks (planned)"),
    (happening(1, "meeting", "03-10", ["Cyprus"], status="planned"), "Cyprus is to hold talks (planned)"),
    (happening(1, "meeting", "03-10", ["MSS"], status="planned"), "MSS is to hold talks (planned)"),
    (
        happening(1, "sanction", "03-10", ["Norway"], ["Eritrea"], status="denied", sense="lift sanctions"),
        "Norway lifted sanctions on Eritrea",
    ),
    (
        happening(1, "sanction", "03-10", ["Norway"], ["Eritrea"], status="denied", sense="lift a suspension"),
        "Norway lifted a suspension for Eritrea",
    ),
    (
        happening(1, "sanction", "03-10", ["Norway"], ["Eritrea"], status="planned", sense="lift sanctions"),
        "Norway is to lift sanctions on Eritrea (planned)",
    ),
    (happening(1, "meeting", "03-10", ["Hamas"], status="denied"), "Hamas did not hold talks"),
    (
        happening(1, "meeting", "03-10", ["Hamas", "Israel"], mediators=["Qatar"], status="planned"),
        "Hamas and Israel are to meet, with Qatar mediating (planned)",
    ),
    (
        happening(
            1, "attack", "03-10", ["Israel"], ["Hamas"], source="Hamas", status="disputed", counts=[(12, "dead")]
        ),
        "Israel reportedly attacked Hamas, according to Hamas (disputed; 12 dead)",
    ),
    (
        happening(
            1, "demand", "03-10", ["Hamas"], ["Israel"], words="It asks a lasting truce.", about="a lasting truce"
        ),
        "Hamas demanded “a lasting truce” of Israel",
    ),
    (
        happening(1, "rejection", "03-10", ["Mali"], ["Chad"], about="any foreign troops"),
        "Mali rejected “any foreign troops”",
    ),
    (
        happening(1, "rejection", "03-10", targets=["Chad"], about="any foreign troops"),
        "“any foreign troops” was rejected",
    ),
    (
        happening(1, "rejection", "03-10", ["Mali"], ["Chad"], about="the latest offer"),
        "Mali rejected “the latest offer” of Chad",
    ),
    (
        happening(1, "demand", "03-10", ["Mali"], ["Chad"], words="It that Chad leave the lake islands."),
        "Mali demanded “that Chad leave the lake islands”",
    ),
    (
        happening(1, "demand", "03-10", ["Mali"], ["Chad"], words="It on Chad to leave the lake islands."),
        "Mali asked Chad “to leave the lake islands”",
    ),
    (
        happening(1, "demand", "03-10", ["Mali"], ["Chad"], words="It in the hall by the lake to the envoys of Chad."),
        "Mali made a demand on Chad",
    ),
    (happening(1, "detention", "03-10", ["Mali"], ["dockers"]), "Mali seized dockers"),
    (happening(1, "detention", "03-10", targets=["dockers"]), "Dockers were seized"),
    (happening(1, "detention", "03-10", targets=["Chad"]), "People were seized from Chad"),
    (happening(1, "detention", "03-10", ["Mali"], ["dockers"], counts=[(3, "people")]), "Mali seized 3 people"),
    (
        happening(1, "rejection", "03-10", ["Mali"], ["Chad"], sense="refuse", words="It to leave the islands."),
        "Mali refused “to leave the islands”",
    ),
    (
        happening(1, "threat", "03-10", ["Mali"], ["Chad"], words="It to close the port."),
        "Mali threatened “to close the port”",
    ),
    (
        happening(
            1,
            "acceptance",
            "03-10",
            ["Hamas"],
            ["Egypt"],
            sense="accept",
            words="the plan",
            about="the plan",
            conditional=True,
        ),
        "Hamas accepted the plan of Egypt (with conditions)",
    ),
    (
        happening(1, "truce", "03-10", ["Israel", "Hamas"], counts=[(7, "days")], phase="begin"),
        "A 7-day truce between Israel and Hamas began",
    ),
    (happening(1, "truce", "03-10", phase="extend", status="denied"), "A truce was not extended"),
    (
        happening(1, "agreement", "03-10", ["Aro", "Berg"], phase="begin"),
        "An agreement between Aro and Berg took effect",
    ),
    (
        happening(1, "protest", "03-10", ["Dockers Union"], ["Meridian Ports"]),
        "The Dockers Union protested against Meridian Ports",
    ),
    (
        happening(1, "mediation", "03-10", ["Qatar"], ["Hamas", "Israel"], mediators=["Qatar"]),
        "Qatar mediated between Hamas and Israel",
    ),
    (
        happening(
            1, "statement", "03-10", ["Syrian rebels"], sense="study", words="They read the plan.", about="the plan"
        ),
        "The Syrian rebels weighed the plan",
    ),
    (happening(1, "attack", "03-10"), "An attack was carried out"),
    (
        happening(1, "proposal", "03-10", ["Mali"], words="the plan of 30 May", about="30 May"),
        "Mali put forward a proposal",
    ),
    (
        happening(1, "demand", "03-10", ["Mali"], ["Chad"], words="these demands", about="these demands"),
        "Mali made a demand on Chad",
    ),
    (
        happening(1, "rejection", "03-10", ["Mali"], words="Chad and Niger", about="Chad and Niger"),
        "Mali rejected a proposal",
    ),
    (
        happening(1, "release", "03-10", ["Hamas"], counts=[(100, "hostages"), (253, "people")], source="Hamas"),
        "Hamas released 100 hostages, by its own account",
    ),
    (happening(1, "demand", "03-10", ["Hamas"], source="Hamas"), "Hamas made a demand"),
    (
        happening(1, "threat", "03-10", ["Mali"], ["Chad", "Niger"], sense="give a deadline"),
        "Mali set a deadline for Chad and Niger",
    ),
    (
        happening(1, "threat", "03-10", ["Mali"], ["Chad"], sense="give hours to do", status="planned"),
        "Mali is to set a deadline for Chad (planned)",
    ),
    (happening(1, "demand", "03-10", ["Hamas"], source="Qatar"), "Hamas made a demand, according to Qatar"),
    (
        happening(
            1,
            "demand",
            "03-10",
            ["Mali"],
            ["Chad"],
            sense="set a condition",
            words="unless Chad drops plans to fly",
            about="plans to fly",
        ),
        "Mali set a condition for Chad",
    ),
    (happening(1, "release", "03-10", ["Mali"], ["families"]), "Mali released captives to families"),
    (
        happening(1, "rejection", "03-10", ["Mali"], ["Chad"], about="The demand"),
        "Mali rejected the demand of Chad",
    ),
    (
        happening(1, "rejection", "03-10", ["Mali"], about="The offer of a ferry"),
        "Mali rejected “the offer of a ferry”",
    ),
    (happening(1, "rejection", "03-10", [], about="the offer"), "The offer was rejected"),
    (happening(1, "rejection", "03-10", [], ["Chad"]), "A proposal of Chad was rejected"),
    (happening(1, "rejection", "03-10", ["Mali"], about="both claims"), "Mali rejected “both claims”"),
    (
        happening(1, "statement", "03-10", ["Mali"], words="talks with Chad are in a better place"),
        "Mali commented: “talks with Chad are in a better place”",
    ),
    (
        happening(1, "statement", "03-10", ["Mali"], words="if the talks with Chad go well"),
        "Mali commented on the negotiation",
    ),
    (happening(1, "statement", "03-10", ["Mali"], words="it said so"), "Mali commented on the negotiation"),
    (
        happening(1, "statement", "03-10", ["Mali"], words="the talks go well", status="planned"),
        "Mali is to comment on the negotiation (planned)",
    ),
    (happening(1, "meeting", "03-10", ["Coal Office"], ["airline"]), "The Coal Office held talks with the airline"),
    (happening(1, "meeting", "03-10", ["Chad"], ["growers"]), "Chad held talks with growers"),
    (happening(1, "meeting", "03-10", ["Chad"], ["each side"]), "Chad held talks with each side"),
]


@pytest.mark.parametrize(("event", "expected"), CASES, ids=[expected for _, expected in CASES])
def test_headline(event, expected):
    assert headline(event) == expected


QUALIFIED = {"planned": "planned", "proposed": "proposed", "unconfirmed": "not reported since", "disputed": "disputed"}


ROLES = [((), ()), (("Chad",), ()), (("Chad",), ("Mali",)), ((), ("Mali",)), (("Chad", "Mali"), ())]


@pytest.mark.parametrize("kind", EventType)
def test_every_type_and_status_reads_as_a_line(kind):
    """A capital at the start, no gaps, no stop; what did not happen says so; what only may says that."""
    for status, (actors, targets) in product(EventStatus, ROLES):
        line = headline(happening(1, kind.value, "03-10", actors, targets, status=status.value))
        assert line[0].isupper(), line
        assert "  " not in line, line
        assert not line.endswith((".", " ", "()")), line
        if status is EventStatus.DENIED:
            assert " not " in line
        elif status.value in QUALIFIED:
            assert QUALIFIED[status.value] in line
        else:
            assert "(" not in line
            assert " not " not in line


def test_differing_figures_are_a_range():
    told = happening(1, "release", "03-10", ["Chad"], counts=[(13, "hostages")])
    other = happening(2, "release", "03-10", ["Chad"], counts=[(17, "hostages")])
    both = replace(
        told,
        reports=(*told.reports, *other.reports),
        figures=(told.figures[0], replace(other.figures[0], reports=(1,))),
    )
    assert headline(both) == "Chad released 13 to 17 hostages"


def test_every_type_has_a_phrase():
    assert set(headlines().types) == set(EventType)


def test_senses_named_in_the_phrases_are_senses_of_the_rules():
    known = {kind: {sense.name for sense in rules.senses} for kind, rules in load_lexicon().types.items()}
    missing = {
        (kind.value, sense)
        for kind, phrase in headlines().types.items()
        for sense in phrase.senses
        if sense not in known[kind]
    }
    assert not missing


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Chad asked Ali Said, the leader of the Osa Front, to free the crew.",
            "Chad asked the Osa Front “to free the crew”",
        ),
        ("Kenya urged Mali to resume the talks.", "Kenya asked Mali “to resume the talks”"),
        ("Chad demanded the release of Mali's crew.", "Chad demanded “the release of Mali's crew”"),
    ],
)
def test_whom_a_demand_addresses_is_not_what_it_demands(text, line):
    article = Article(text, published=dt.date(2024, 3, 12))
    extraction = extract(article)
    reports = reports_of(article, extraction, 1, dt.datetime(2024, 3, 12, tzinfo=dt.UTC))
    events = resolve(reports, PartyRules.of(extraction.affiliations)).events
    assert line in [headline(event) for event in events]
