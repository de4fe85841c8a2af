"""`tracker decide` and `tracker undo`: what an analyst says, on the record."""

import getpass
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.chronology import find_event
from tracker.cli.opening import chosen, open_app, open_for_reading
from tracker.cli.options import Json, Negotiation
from tracker.cli.output import as_json, write_line
from tracker.model.decisions import Decision, DecisionKind
from tracker.model.errors import NotFound
from tracker.model.parties import NegotiationRole

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.model.mentions import MentionKey

EventId = Annotated[int, typer.Argument(metavar="EVENT", help="The event's number in the timeline.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so (default: the account's name).")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the decision.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    group = typer.Typer(help="Say what is right: decisions outlive every rebuild and can be undone.")
    group.callback(invoke_without_command=True, epilog="Example: tracker decide --negotiation gaza-truce-2024")(record)
    group.command(epilog="Example: tracker decide confirm 3 --why 'seen in two wires'")(confirm)
    group.command(epilog="Example: tracker decide reject 3 --why 'a hypothetical'")(reject)
    group.command(epilog="Example: tracker decide correct 3 date 2024-01-27/2024-01-28")(correct)
    group.command(epilog="Example: tracker decide merge 3 8")(merge)
    group.command(epilog="Example: tracker decide split 3 --report 2")(split)
    group.command(epilog="Example: tracker decide move 3 2 8")(move)
    group.command(epilog="Example: tracker decide add meeting --date 2024-02-01 --actor Israel --actor Qatar")(add)
    group.command(epilog='Example: tracker decide alias "the movement" Hamas')(alias)
    group.command(epilog="Example: tracker decide role Egypt mediator")(role)
    group.command(epilog='Example: tracker decide side "Qassam Brigades" Hamas')(side)
    group.command(epilog='Example: tracker decide grade "Daily Herald" B2')(grade)
    app.add_typer(group, name="decide")
    app.command(epilog="Example: tracker undo 4")(undo)


def record(context: typer.Context, negotiation: Negotiation = None, as_json_: Json = False) -> None:
    """Say what is right: confirm, reject, correct, merge ... Without a command, list what was decided."""
    if context.invoked_subcommand is not None:
        return
    from tracker.cli.event_text import decision_words
    from tracker.export.plain import plain

    app = open_for_reading()
    found = app.decisions(chosen(app, negotiation))
    if as_json_:
        write_line(as_json(plain(tuple(found)), indent=1))
        return
    for one in found:
        about = f" on event {one.event_id}" if one.event_id is not None else ""
        print(f"{one.id}{about}: {decision_words(one)}")
    if not found:
        print("Nothing was decided yet.")


def confirm(event: EventId, by: By = None, why: Why = "") -> None:
    """Confirm that an event is right as it stands."""
    _decide(DecisionKind.CONFIRM, by, why, events=[event])


def reject(event: EventId, by: By = None, why: Why = "") -> None:
    """Reject an event: it is none, and is shown no more."""
    _decide(DecisionKind.REJECT, by, why, events=[event])


def correct(
    event: EventId,
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD", help="type, status, date, actors, targets, mediators, source, place, count or note."
        ),
    ],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help='The new value; names parted by ";", "" for not known.')
    ],
    by: By = None,
    why: Why = "",
) -> None:
    """Correct one field of an event.

    A date is a day, START/END, or START/.. for what goes on; a count is as in "13 hostages".
    """
    _decide(DecisionKind.CORRECT, by, why, events=[event], field=field, value=value)


def merge(
    events: Annotated[list[int], typer.Argument(metavar="EVENT", help="The events that are one.")],
    by: By = None,
    why: Why = "",
) -> None:
    """Make one event of several that are the same."""
    _decide(DecisionKind.MERGE, by, why, events=events)


def split(
    event: EventId,
    reports: Annotated[
        list[int], typer.Option("--report", metavar="N", help="A report's number in `tracker event`; may be repeated.")
    ],
    by: By = None,
    why: Why = "",
) -> None:
    """Take reports out of an event; they become an event of their own."""
    _decide(DecisionKind.SPLIT, by, why, events=[event], reports=[(event, number) for number in reports])


def move(
    event: EventId,
    report: Annotated[int, typer.Argument(metavar="REPORT", help="The report's number in `tracker event`.")],
    to: Annotated[int, typer.Argument(metavar="TO", help="The event that it belongs to.")],
    by: By = None,
    why: Why = "",
) -> None:
    """Move one report from an event to another."""
    _decide(DecisionKind.MOVE, by, why, events=[to], reports=[(event, report)])


def add(
    type_: Annotated[str, typer.Argument(metavar="TYPE", help="The event's type, as in `tracker codebook`.")],
    negotiation: Negotiation = None,
    status: Annotated[str, typer.Option(metavar="STATUS", help="occurred, planned, proposed or denied.")] = "occurred",
    date: Annotated[str, typer.Option(metavar="DAY", help="A day, START/END, or START/.. for what goes on.")] = "",
    actors: Annotated[list[str] | None, typer.Option("--actor", metavar="NAME", help="May be repeated.")] = None,
    targets: Annotated[list[str] | None, typer.Option("--target", metavar="NAME", help="May be repeated.")] = None,
    mediators: Annotated[list[str] | None, typer.Option("--mediator", metavar="NAME", help="May be repeated.")] = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="What happened, in your words.")] = "",
    by: By = None,
    why: Why = "",
) -> None:
    """Add an event that no article reports."""
    fields: dict[str, object] = {"type": type_, "status": status, "date": date, "note": note}
    fields |= {"actors": actors, "targets": targets, "mediators": mediators}
    value = json.dumps({name: given for name, given in fields.items() if given}, ensure_ascii=False)
    _decide(DecisionKind.ADD, by, why, negotiation=negotiation, value=value)


def alias(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Words that stand for a party.")],
    party: Annotated[str, typer.Argument(metavar="PARTY", help="The party's name.")],
    negotiation: Negotiation = None,
    by: By = None,
    why: Why = "",
) -> None:
    """Say which party some words stand for, in every article."""
    _decide(DecisionKind.PARTY_ALIAS, by, why, negotiation=negotiation, field=words, value=party)


def role(
    party: Annotated[str, typer.Argument(metavar="PARTY", help="The party's name.")],
    role: Annotated[
        NegotiationRole, typer.Argument(metavar="ROLE", help="party, mediator, guarantor, host, observer.")
    ],
    negotiation: Negotiation = None,
    by: By = None,
    why: Why = "",
) -> None:
    """Say what a party is to the negotiation."""
    _decide(DecisionKind.PARTY_ROLE, by, why, negotiation=negotiation, field=party, value=role.value)


def side(
    party: Annotated[str, typer.Argument(metavar="PARTY", help="The body or group.")],
    side: Annotated[str, typer.Argument(metavar="SIDE", help="The party that it counts to.")],
    negotiation: Negotiation = None,
    by: By = None,
    why: Why = "",
) -> None:
    """Say to which side a body or group counts."""
    _decide(DecisionKind.PARTY_SIDE, by, why, negotiation=negotiation, field=party, value=side)


def grade(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help='An outlet, or "article 12".')],
    grade: Annotated[str, typer.Argument(metavar="GRADE", help="Admiralty: A-F for the source, 1-6 for what it says.")],
    negotiation: Negotiation = None,
    by: By = None,
    why: Why = "",
) -> None:
    """Grade a source and its information."""
    _decide(DecisionKind.GRADE, by, why, negotiation=negotiation, field=source, value=grade)


def undo(
    decision: Annotated[int, typer.Argument(metavar="DECISION", help="Its number in `tracker decide`.")],
    by: By = None,
    why: Why = "",
) -> None:
    """Take a decision back; it stays on the record. An undoing can be undone too."""
    made = open_app().undo(decision, by=by or getpass.getuser(), why=why)
    print(f"Decision {decision} is taken back (decision {made.id}).")


def _decide(
    kind: DecisionKind,
    by: str | None,
    why: str,
    *,
    events: Sequence[int] = (),
    reports: Sequence[tuple[int, int]] = (),
    negotiation: str | None = None,
    field: str = "",
    value: str = "",
) -> None:
    app = open_app()
    slug = None if events else chosen(app, negotiation)
    mentions = tuple(_report(app, event, number) for event, number in reports)
    made: Decision = app.decide(
        kind,
        by=by or getpass.getuser(),
        why=why,
        events=tuple(events),
        mentions=mentions,
        field=field,
        value=value,
        slug=slug,
    )
    print(f"Decision {made.id} is on the record; `tracker undo {made.id}` takes it back.")


def _report(app: "App", event_id: int, number: int) -> "MentionKey":
    """The mention behind the report with this number (from 1). Raises NotFound."""
    reports = find_event(app, event_id).reports
    if not 1 <= number <= len(reports):
        raise NotFound(f"Event {event_id} has no report {number}; `tracker event {event_id}` numbers them.")
    return reports[number - 1].key
