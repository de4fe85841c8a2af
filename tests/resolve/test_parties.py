import datetime as dt
from itertools import permutations

import pytest

from tracker.model.dates import Span
from tracker.model.decisions import Decision, DecisionKind
from tracker.model.parties import Affiliation, Alias, PartyKind, PartyReference
from tracker.resolve import PartyBook, PartyRules
from tracker.resolve.parties import changed_names

AT = Span(0, 1)
DAY = dt.date(2031, 3, 5)


def reference(
    words: str, name: str = "", side: str = "", kind: PartyKind = PartyKind.UNKNOWN, *, verified: bool = False
) -> PartyReference:
    name = name or words
    return PartyReference(AT, words, name, side or name, kind, is_verified=verified)


def affiliation(name: str, side: str) -> Affiliation:
    return Affiliation(name, side, AT, f"{side}'s {name}")


def decided(kind: DecisionKind, field: str, value: str, number: int = 1) -> Decision:
    return Decision(number, kind, 1, dt.datetime(2031, 1, number, tzinfo=dt.UTC), "analyst", field=field, value=value)


LEARNED = [affiliation("Mara Quell", "Velia"), affiliation("Mara Quell", "Velia"), affiliation("Mara Quell", "Qasr")]


@pytest.mark.parametrize(
    ("who", "party"),
    [
        (reference("Mara Quell"), "Velia"),
        (reference("Quell"), "Velia"),
        (reference("Mara Quell", side="Ardan Front"), "Ardan Front"),
        (reference("Mara Quell", side="Ardan Front", verified=True), "Ardan Front"),
        (reference("Mara Quell", side="Qasr", kind=PartyKind.STATE), "Velia"),
        (reference("Tom Quill", side="Qasr", kind=PartyKind.STATE), "Qasr"),
        (reference("Mara Quell", side="Qasr", kind=PartyKind.STATE, verified=True), "Qasr"),
        (reference("Mara Quell", side="government"), "Velia"),
        (reference("Tom Quill", side="government"), "government"),
        (reference("the rebels"), "rebels"),
        (reference("Tom Quill"), "Tom Quill"),
        (reference("Pro-Russia rebels"), "pro-Russian fighters"),
        (reference("pro-Russian separatists"), "pro-Russian fighters"),
        (reference("pro-government separatists"), "pro-government separatists"),
        (reference("pro-Russian parties"), "pro-Russian parties"),
    ],
)
def test_what_other_articles_teach_names_a_person(who: PartyReference, party: str) -> None:
    assert PartyBook(PartyRules.of(LEARNED)).name(who, DAY) == party


@pytest.mark.parametrize(
    ("who", "party"),
    [
        (reference("Sable Motor"), "Sable"),
        (reference("the carmaker", name="Sable Motor"), "Sable"),
        (reference("Ida Tarr", side="Sable Motor"), "Sable"),
        (reference("Sable"), "Sable"),
        (reference("Sable Motorways"), "Sable Motorways"),
    ],
)
def test_a_firm_goes_by_the_name_by_which_an_article_goes_on(who: PartyReference, party: str) -> None:
    assert PartyBook(PartyRules.of([affiliation("Sable Motor", "Sable")])).name(who, DAY) == party


def test_order_of_learning_changes_nothing() -> None:
    more = [affiliation("Jon Tarr", "Velia"), affiliation("Jon Tarr", "Qasr"), affiliation("Ida Tarr", "Qasr")]
    names = {
        tuple(PartyBook(PartyRules.of(order)).name(reference(words), DAY) for words in ("Jon Tarr", "Tarr", "Ida Tarr"))
        for order in permutations(more)
    }
    assert len(names) == 1


def test_a_surname_of_two_sides_names_neither() -> None:
    rules = PartyRules.of([affiliation("Jon Tarr", "Velia"), affiliation("Ida Tarr", "Qasr")])
    assert PartyBook(rules).name(reference("Tarr"), DAY) == "Tarr"


@pytest.mark.parametrize(
    ("day", "party"),
    [(dt.date(2030, 1, 1), "Velia"), (dt.date(2032, 1, 1), "Qasr"), (dt.date(2028, 1, 1), "the Marshal")],
)
def test_aliases_hold_for_their_days(day: dt.date, party: str) -> None:
    aliases = (
        Alias("the Marshal", "Velia", dt.date(2029, 1, 1), dt.date(2030, 12, 31)),
        Alias("the Marshal", "Qasr", dt.date(2031, 1, 1), None),
    )
    found = PartyBook(PartyRules(aliases=aliases)).name(reference("the Marshal"), day)
    assert found.removeprefix("the ") == party.removeprefix("the ")


def test_an_analysts_alias_goes_before_all_else() -> None:
    book = PartyBook(PartyRules.of(LEARNED), [decided(DecisionKind.PARTY_ALIAS, "Quell", "Nordhavn")])
    assert book.name(reference("Quell", "Mara Quell", "Velia", verified=True), DAY) == "Nordhavn"


def test_a_faction_counts_to_its_side_and_circles_end() -> None:
    one = decided(DecisionKind.PARTY_SIDE, "Northern Wing", "Ardan Front", 1)
    assert PartyBook(PartyRules(), [one]).name(reference("Northern Wing"), DAY) == "Ardan Front"
    back = decided(DecisionKind.PARTY_SIDE, "Ardan Front", "Northern Wing", 2)
    assert PartyBook(PartyRules(), [one, back]).name(reference("Northern Wing"), DAY) == "Ardan Front"


def test_only_names_whose_side_changes_are_told() -> None:
    before = PartyRules.of(LEARNED)
    assert changed_names(before, PartyRules.of([*LEARNED, affiliation("Mara Quell", "Velia")])) == frozenset()
    after = PartyRules.of([*LEARNED, affiliation("Jon Tarr", "Velia")])
    assert changed_names(before, after) == {"jon tarr", "tarr"}
