"""The formats that `tracker export` knows. A new one is one function and one line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tracker.export.chronicle import Chronicle
from tracker.export.gold import gold_files
from tracker.export.tables import csv_files, json_files


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name in the command, what it is, and the function that gives (file name, content) for each file.

    `is_one_file`: always exactly one, fit for standard output.
    """

    name: str
    description: str
    files: Callable[[Chronicle], Iterator[tuple[str, str]]]
    is_one_file: bool = True


FORMATS = {
    form.name: form
    for form in (
        Format("csv", "a table with a row per event, dates also in EDTF", csv_files),
        Format("json", "events with their reports, figures and conflicts", json_files),
        Format("gold", "reviewed articles in the label form, a file each", gold_files, is_one_file=False),
    )
}
