"""The party data and its loaders."""

from datetime import date
from pathlib import Path

import pytest

from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, Term, load_countries, load_leaders, load_name_book, words_of
from tracker.rules.parties.leaders import LeaderFile, last_names, read_people
from tracker.rules.parties.names import PartyFile
from tracker.rules.reading import RuleError, read_rules, rule_files


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kim Jong-un", ("Kim", "Jong", "un")),
        ("Lord's Resistance Army", ("Lord", "'s", "Resistance", "Army")),
        ("Côte d'Ivoire", ("Cote", "d'Ivoire")),
        ("Workers' Party", ("Workers", "'", "Party")),
        ("U.S.", ("U.S.",)),
    ],
)
def test_words_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("name", "party", "kind"),
    [
        ("Britain", "United Kingdom", PartyKind.STATE),
        ("Türkiye", "Turkey", PartyKind.STATE),
        ("Kremlin", "Russia", PartyKind.STATE),
        ("Nairobi", "Kenya", PartyKind.STATE),
        ("Nato", "NATO", PartyKind.ALLIANCE),
        ("Revolutionary Armed Forces of Colombia", "FARC", PartyKind.ARMED_GROUP),
        ("UAW", "United Auto Workers", PartyKind.UNION),
        ("Mauritanian", "Mauritania", PartyKind.STATE),
    ],
)
def test_names_lead_to_their_party(name: str, party: str, kind: PartyKind) -> None:
    known = load_name_book().get(name)
    assert known is not None
    assert (known.party, known.kind) == (party, kind)


@pytest.mark.parametrize("name", ["Reunion", "Hamilton", "East", "Monday"])
def test_other_words_are_no_names(name: str) -> None:
    assert load_name_book().get(name) is None


def test_countries_have_one_name_each() -> None:
    names = [state.name for state in load_countries()]
    assert len(names) == len(set(names))
    assert len(names) > 190


@pytest.mark.parametrize(
    ("name", "day", "party"),
    [
        ("Javier Solana", date(1998, 1, 1), "NATO"),
        ("Javier Solana", date(2005, 1, 1), "European Union"),
        ("Javier Solana", date(2020, 1, 1), None),
        ("Sergei Lavrov", date(2024, 1, 1), "Russia"),
        ("Alberto Fujimori", date(1997, 4, 22), "Peru"),
        ("Pierre Nkurunziza", date(2003, 11, 16), "CNDD-FDD"),
        ("Pierre Nkurunziza", date(2008, 5, 26), "Burundi"),
    ],
)
def test_leaders_have_days(name: str, day: date, party: str | None) -> None:
    (leader,) = (leader for leader in load_leaders() if leader.name == name)
    assert leader.party_on(day) == party


def test_leaders_lead_packaged_parties_or_name_their_own() -> None:
    book = load_name_book()
    without = {term.party for leader in load_leaders() for term in leader.terms if book.kind_of(term.party) is None}
    assert without == {"Venezuelan opposition"}


def test_terms_hold_on_both_their_days() -> None:
    term = Term("Peru", date(2020, 1, 1), date(2020, 1, 31))
    assert term.holds(date(2020, 1, 1))
    assert term.holds(date(2020, 1, 31))
    assert not term.holds(date(2020, 2, 1))
    assert Term("Peru", date(2020, 1, 1), None).holds(date(2030, 1, 1))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Rosa Quintana", ("Quintana",)),
        ("Abdel Fattah el-Sisi", ("el-Sisi", "Sisi")),
        ("Ursula von der Leyen", ("von der Leyen", "der Leyen", "Leyen")),
        ("Prachanda", ()),
    ],
)
def test_last_names(name: str, short: tuple[str, ...]) -> None:
    assert last_names(name) == short


def test_short_names_of_two_leaders_are_kept_apart_by_day() -> None:
    known = load_name_book().get("Kim")
    assert known is not None
    assert known.sort is NameSort.SHORT
    assert {leader.name for leader in known.leaders} >= {"Kim Jong-il", "Kim Jong-un"}


@pytest.mark.parametrize(
    ("model", "text", "fault"),
    [
        (PartyFile, 'kind = "armed group"\n[parties."X"]\nnickname = ["Y"]\n', "parties.X.nickname"),
        (PartyFile, 'kind = "army"\n', "kind"),
        (LeaderFile, "[people]\nX = 3\n", "people.X"),
    ],
)
def test_a_fault_names_file_and_key(
    tmp_path: Path, model: type[PartyFile] | type[LeaderFile], text: str, fault: str
) -> None:
    file = tmp_path / "some.toml"
    file.write_text(text)
    with pytest.raises(RuleError, match=f"some.toml: {fault}"):
        read_rules(file, model)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("A B 2001-02/..", "does not read"),
        ("A B: 2001/..", "is no interval"),
        ("A B: 2001-13/..", "is no interval"),
        ("A B: 2001-02/2000-01", "ends before it begins"),
    ],
)
def test_a_faulty_line_names_file_party_and_line(lines: str, fault: str) -> None:
    with pytest.raises(RuleError, match=f"some.toml: people.X.*{fault}"):
        read_people("some.toml", LeaderFile(people={"X": lines}), {})


def test_arabic_articles_are_known_with_a_capital() -> None:
    known = load_name_book().get("Ali Al-Naimi")
    assert known is not None
    assert [leader.name for leader in known.leaders] == ["Ali al-Naimi"]


def test_no_file_grows_beyond_measure() -> None:
    """A file of people or parties with more than 400 lines is to be split by region."""
    long = [file.name for file in rule_files("parties") if file.read_text(encoding="utf-8").count("\n") > 400]
    assert set(long) <= {"countries.toml", "nouns.toml"}
