"""Commands that show what happened."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.opening import chosen, open_for_reading
from tracker.cli.options import AsOf, Json, Negotiation, day_option
from tracker.cli.output import as_json, console, table, write_line
from tracker.model.errors import NotFound
from tracker.model.events import EventStatus
from tracker.model.mentions import EventType

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.model.events import Event
    from tracker.model.standing import KeyDay


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(epilog="Example: tracker timeline --party Hamas --status occurred --since 2023-11-01")(timeline)
    app.command(epilog="Example: tracker event 3")(event)
    app.command(epilog="Example: tracker negotiations")(negotiations)
    app.command(epilog="Example: tracker parties --negotiation gaza-truce-2024")(parties)


def timeline(
    negotiation: Negotiation = None,
    as_of: AsOf = None,
    party: Annotated[str | None, typer.Option(metavar="NAME", help="Only events in which this party is named.")] = None,
    types: Annotated[
        list[EventType] | None, typer.Option("--type", metavar="TYPE", help="Only this type; may be repeated.")
    ] = None,
    statuses: Annotated[
        list[EventStatus] | None, typer.Option("--status", metavar="STATUS", help="Only this status; may be repeated.")
    ] = None,
    since: Annotated[date | None, day_option("--since", "Only what can lie on this day or later.")] = None,
    until: Annotated[date | None, day_option("--until", "Only what can lie on this day or before.")] = None,
    top: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the N days that matter most, with the reasons.")
    ] = None,
    confirmed_only: Annotated[
        bool, typer.Option("--confirmed-only", help="Only events that an analyst confirmed or corrected.")
    ] = False,
    json: Json = False,
) -> None:
    """Show a negotiation's events in the order of time."""
    from tracker.views import Filters
    from tracker.views import timeline as filtered

    app = open_for_reading()
    slug = chosen(app, negotiation)
    filters = Filters(party, tuple(types or ()), tuple(statuses or ()), since, until, confirmed_only)
    events = filtered(app.events(slug, as_of), filters)
    if top:
        _key_days(app, slug, top, as_of, events, json)
    elif json:
        _print_events(events)
    else:
        _table(events)


def event(
    event_id: Annotated[int, typer.Argument(metavar="ID", help="The event's number in the timeline.")],
    as_of: AsOf = None,
    json: Json = False,
) -> None:
    """Show one event with the sentences that report it and the analyst's decisions on it."""
    app = open_for_reading()
    found = find_event(app, event_id, as_of)
    if json:
        from tracker.export.chronicle import event_record

        write_line(as_json(event_record(found), indent=1))
        return
    from tracker.cli.event_text import print_event

    print_event(found, app.history(found.id))


def find_event(app: "App", event_id: int, as_of: date | None = None) -> "Event":
    """The event with this number, or the one that it was merged into. Raises NotFound."""
    found = app.event(event_id)
    if found is not None and as_of is not None:
        slugs = [one.slug for one in app.negotiations()]
        found = next((one for slug in slugs for one in app.events(slug, as_of) if one.id == found.id), None)
    if found is None:
        raise NotFound(f"Event {event_id} was rejected, or no article reports it (any more, or by that day).")
    return found


def negotiations(json: Json = False) -> None:
    """List the negotiations with the number of their articles and events."""
    app = open_for_reading()
    rows = [
        {
            "slug": one.slug,
            "title": one.title,
            "articles": len(app.articles(one.slug)),
            "events": len(app.events(one.slug)),
        }
        for one in app.negotiations()
    ]
    if json:
        write_line(as_json(rows, indent=1))
    else:
        cells = [[str(value) for value in row.values()] for row in rows]
        table(("Name", "Title", "Articles", "Events"), cells, empty="There is no negotiation yet.")


def parties(negotiation: Negotiation = None, json: Json = False) -> None:
    """List the parties of a negotiation with kind and role; those that only articles know are marked."""
    app = open_for_reading()
    found = app.parties(chosen(app, negotiation))
    if json:
        from tracker.export.plain import plain

        write_line(as_json(plain(tuple(found)), indent=1))
    else:
        rows = [(one.name, one.kind.value, one.role.value, "" if one.is_verified else "not verified") for one in found]
        table(("Party", "Kind", "Role", ""), rows, empty="No party is known yet.")


def _print_events(events: "tuple[Event, ...]") -> None:
    from tracker.export.chronicle import event_record
    from tracker.views import headline

    write_line(as_json([{"headline": headline(event), **event_record(event)} for event in events], indent=1))


def _table(events: "tuple[Event, ...]") -> None:
    from tracker.views import headline
    from tracker.views.wording import STATUS_WORDS, when

    rows = [
        (str(one.id), when(one.date), STATUS_WORDS[one.status], headline(one), str(len(one.reports))) for one in events
    ]
    table(("ID", "When", "Status", "What", "Reports"), rows, empty="No event fits.")


def _key_days(app: "App", slug: str, count: int, as_of: date | None, events: "tuple[Event, ...]", json: bool) -> None:
    """The key days among the events that the filters let through."""
    by_id = {one.id: one for one in events}
    days: list[KeyDay] = [day for day in app.key_days(slug, count, as_of) if by_id.keys() & set(day.event_ids)]
    if json:
        from tracker.export.plain import plain

        write_line(as_json(plain(days), indent=1))
        return
    from tracker.views import headline
    from tracker.views.wording import day_words

    out = console()
    for day in days:
        out.print(f"{day_words(day.day)}: {'; '.join(day.reasons)}", style="bold")
        for event_id in day.event_ids:
            if event_id in by_id:
                out.print(f"  {event_id}  {headline(by_id[event_id])}")
    if not days:
        out.print("No event fits.")
