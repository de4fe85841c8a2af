"""Commands that show where a negotiation stands."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.opening import chosen, open_for_reading
from tracker.cli.options import AsOf, Json, Negotiation, day_option
from tracker.cli.output import as_json, console, table, write_line

if TYPE_CHECKING:
    from tracker.model.standing import Changes, PartyStatus, Proposal, Standing, StatusLine


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(epilog="Example: tracker status --as-of 2024-01-30")(status)
    app.command(epilog="Example: tracker proposals --json")(proposals)
    app.command(epilog="Example: tracker tallies")(tallies)
    app.command(epilog="Example: tracker deadlines --as-of 2024-01-31")(deadlines)
    app.command(epilog="Example: tracker changes --since 2024-01-31")(changes)


def status(negotiation: Negotiation = None, as_of: AsOf = None, json: Json = False) -> None:
    """Show where each party stands: its last move, its answer, demands by and on it.

    Days waited count to the day of the last report. Lines marked with ? rest on one source or were not reviewed.
    """
    app = open_for_reading()
    standing = app.standing(chosen(app, negotiation), as_of)
    if json:
        _print_json(standing)
    else:
        _print_standing(standing)


def proposals(negotiation: Negotiation = None, as_of: AsOf = None, json: Json = False) -> None:
    """Show the proposals with their terms and each party's answer."""
    app = open_for_reading()
    found = tuple(app.proposals(chosen(app, negotiation), as_of))
    if json:
        _print_json(found)
        return
    for proposal in found:
        _print_proposal(proposal)
    if not found:
        print("No proposal is known.")


def tallies(negotiation: Negotiation = None, as_of: AsOf = None, json: Json = False) -> None:
    """Show what was promised, done and is left: hostages, prisoners, trucks and the like, as ranges."""
    app = open_for_reading()
    found = tuple(app.tallies(chosen(app, negotiation), as_of))
    if json:
        _print_json(found)
        return
    from tracker.views.wording import done_words, left_words

    rows = [(t.party, t.label, _range(t.promised), done_words(t), left_words(t)) for t in found]
    table(("Party", "What", "Promised", "Done", "Left"), rows, empty="No figure is known.")


def deadlines(negotiation: Negotiation = None, as_of: AsOf = None, json: Json = False) -> None:
    """Show what is due when, and what has passed without a report of it."""
    app = open_for_reading()
    found = tuple(app.deadlines(chosen(app, negotiation), as_of))
    if json:
        _print_json(found)
        return
    from tracker.views.wording import PROGRESS_WORDS, day_words

    rows = [
        (
            day_words(one.due) + (" (passed)" if one.has_passed else ""),
            ", ".join(one.parties),
            one.words,
            PROGRESS_WORDS[one.progress],
            str(one.event_id),
        )
        for one in found
    ]
    table(("Due", "Who", "What", "How far", "Event"), rows, empty="No deadline is known.")


def changes(
    since: Annotated[date, day_option("--since", "What was published after this day counts as new.")],
    negotiation: Negotiation = None,
    json: Json = False,
) -> None:
    """Show what the articles published after a day changed."""
    app = open_for_reading()
    found = app.changes_since(chosen(app, negotiation), since)
    if json:
        _print_json(found)
    else:
        print_changes(found)


def print_changes(changes: "Changes") -> None:
    """Prints what changed, a heading per kind of change."""
    print_lines(
        (
            ("New", changes.new),
            ("Confirmed by another report", changes.confirmed),
            ("Contradicted", changes.contradicted),
            ("Narrower dates", changes.narrowed),
            ("Answers", changes.answers),
            ("Whose turn it is", changes.turns),
            ("Gone", changes.gone),
        )
    )


def print_lines(headed: "Sequence[tuple[str, Sequence[StatusLine]]]") -> None:
    """Prints lines under their headings; says so where there are none."""
    out = console()
    for heading, lines in headed:
        if lines:
            out.print(heading, style="bold")
        for line in lines:
            out.print(f"  {_numbers(line.event_ids)}{line.words}")
    if not any(lines for _, lines in headed):
        out.print("Nothing changed.")


def _print_json(value: object) -> None:
    from tracker.export.plain import plain

    write_line(as_json(plain(value), indent=1))


def _print_standing(standing: "Standing") -> None:
    from tracker.model.parties import PartyKind
    from tracker.views.wording import ROLE_WORDS, counted, day_words, listing

    out = console()
    today = f"As of {day_words(standing.today)}" if standing.today else "No report has a date"
    undated = standing.undated_articles
    out.print(today + (f"; {counted(undated, 'undated article')} left out" if undated else ""))
    if standing.live_proposal:
        live = standing.live_proposal
        out.print(f"Live proposal: {live.title} (event {live.event_id})")
        out.print(f"Turn: {listing(standing.turn) if standing.turn else 'not known'}")
    for party in standing.parties:
        out.print()
        kind = "" if party.kind is PartyKind.UNKNOWN else f"{party.kind.value}, "
        out.print(f"{party.party} ({kind}{ROLE_WORDS[party.role]})", style="bold")
        for label, words in _party_lines(party):
            out.print(f"  {label:<16}{words}")
    if not standing.parties:
        out.print("No event names a party yet.")
    else:
        out.print("\n? rests on one source or on reports that nobody has reviewed; [3] is event 3: tracker event 3")


def _party_lines(party: "PartyStatus") -> Iterable[tuple[str, str]]:
    from tracker.views.wording import ANSWER_WORDS, DIRECTION_WORDS, PROGRESS_WORDS, counted, day_words

    single = (
        ("last move", party.last_move),
        ("last statement", party.last_statement),
        ("last attack", party.last_attack),
        ("latest answer", party.latest_answer),
    )
    yield from ((label, _line(line)) for label, line in single if line)
    if party.live_answer:
        yield "live proposal", ANSWER_WORDS[party.live_answer.kind]
    if party.is_its_turn:
        yield "its turn", f"for {counted(party.days_waited, 'day')}" if party.days_waited is not None else "yes"
    yield from (("demands", _line(line)) for line in party.demands_made)
    yield from (("demand on it", _line(line)) for line in party.demands_on_it)
    yield from (("demand met", _line(line)) for line in party.demands_met)
    yield from (("commitment", f"{_line(line)}: {PROGRESS_WORDS[done]}") for done, line in party.commitments)
    yield from (("alleged breach", _line(line)) for line in party.alleged_breaches)
    yield from (("contradiction", f"{_line(one)} / {_line(other)}") for one, other in party.contradictions)
    if party.direction_events:
        yield "direction", f"{DIRECTION_WORDS[party.direction]} {_numbers(party.direction_events)}".rstrip()
    if party.last_report:
        sources = counted(party.independent_sources, "independent source")
        yield "known from", f"{sources}, last report {day_words(party.last_report)}"


def _line(line: "StatusLine") -> str:
    from tracker.views.wording import day_words

    doubt = " ?" if line.is_tentative else ""
    day = f", {day_words(line.day)}" if line.day else ""
    return f"{_numbers(line.event_ids)}{line.words}{day}{doubt}"


def _print_proposal(proposal: "Proposal") -> None:
    from tracker.views.wording import ANSWER_WORDS, day_words, interval_words, listing

    out = console()
    first, last = proposal.earliest, proposal.latest
    when = interval_words(first, last) if first and last else day_words(first or last)
    live = ", live" if proposal.is_live else ""
    out.print(f"{proposal.event_id}  {proposal.title}  ({when}{live})", style="bold")
    people = (("by", proposal.authors), ("carried by", proposal.carriers), ("to", proposal.addressees))
    for label, names in people:
        if names:
            out.print(f"  {label:<12}{listing(names)}")
    if proposal.parent:
        out.print(f"  {'answers':<12}event {proposal.parent}")
    for label, terms in (("term", proposal.terms), ("added", proposal.added), ("dropped", proposal.dropped)):
        for term in terms:
            out.print(f"  {label:<12}{term.kind.value}: {term.words}{_event_number(term.event_id)}")
    for answer in proposal.answers:
        day = f", {day_words(answer.day)}" if answer.day else ""
        speaker = f", {answer.speaker}" if answer.speaker and answer.speaker != answer.party else ""
        said = f"{ANSWER_WORDS[answer.kind]}{day}{speaker}{_event_number(answer.event_id)}"
        out.print(f"  {'answer':<12}{answer.party}: {said}")


def _event_number(event_id: int | None) -> str:
    return f" [{event_id}]" if event_id is not None else ""


def _numbers(event_ids: Iterable[int]) -> str:
    numbers = ", ".join(str(event_id) for event_id in event_ids)
    return f"[{numbers}] " if numbers else ""


def _range(bounds: tuple[float, float] | None) -> str:
    from tracker.views.wording import amounts

    return amounts(*bounds) if bounds else ""
