"""Events as one table and as one JSON document."""

import csv
import io
import json
from collections.abc import Iterator

from tracker.export.chronicle import Chronicle, EventRecord, event_record
from tracker.export.plain import plain
from tracker.model.events import Event, Figure

COLUMNS = (
    "id",
    "date",
    "start",
    "end",
    "type",
    "status",
    "actors",
    "targets",
    "mediators",
    "source",
    "place",
    "figures",
    "ground",
    "trust",
    "plover",
    "cameo",
    "articles",
    "outlets",
    "conflicts",
    "evidence",
    "note",
)
"""`date` is EDTF; several names in a cell are parted by "; "."""

# A spreadsheet runs a cell that begins so as a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def csv_files(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """One table with a row per event, as RFC 4180 has it, with a byte order mark so that spreadsheets read UTF-8."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in chronicle.events:
        writer.writerow([safe_cell(cell) for cell in _row(event)])
    yield f"{chronicle.negotiation.slug}.csv", "\ufeff" + stream.getvalue()


def json_files(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """One document: {"negotiation", "events", "articles"}; the articles without their text."""
    articles = [
        {
            "id": article_id,
            "title": article.title,
            "outlet": article.outlet,
            "address": article.address,
            "published": plain(article.published),
            "publication_ground": article.publication_ground.value,
        }
        for article_id, article in sorted(chronicle.articles.items())
    ]
    content = {
        "negotiation": {"slug": chronicle.negotiation.slug, "title": chronicle.negotiation.title},
        "events": [event_record(event) for event in chronicle.events],
        "articles": articles,
    }
    yield f"{chronicle.negotiation.slug}.json", json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def safe_cell(value: str) -> str:
    """The cell's words, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def figure_words(figure: Figure) -> str:
    """A figure in short words: "at least 100 hostages"."""
    prefix = "" if figure.approximation.value == "exact" else f"{figure.approximation.value} "
    return f"{prefix}{figure.value:,.10g} {figure.unit.value}"


def _row(event: Event) -> list[str]:
    record: EventRecord = event_record(event)
    outlets = dict.fromkeys(report.outlet for report in event.reports if report.outlet)
    articles = dict.fromkeys(report.article_id for report in event.reports)
    return [
        str(record["id"]),
        record["edtf"],
        record["start"] or "",
        record["end"] or "",
        record["type"],
        record["status"],
        "; ".join(record["actors"]),
        "; ".join(record["targets"]),
        "; ".join(record["mediators"]),
        record["source"] or "",
        record["place"] or "",
        "; ".join(figure_words(figure) for figure in event.figures),
        record["ground"],
        record["trust"],
        record["plover"] or "",
        record["cameo"] or "",
        " ".join(str(article) for article in articles),
        "; ".join(outlets),
        "; ".join(f"{c.field}: {' / '.join(side.value for side in c.sides)}" for c in event.conflicts),
        event.reports[0].evidence if event.reports else "",
        record["note"],
    ]
