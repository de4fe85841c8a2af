"""What commands print: data to standard output, everything else to standard error."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console


_NO_FOLD = 10_000


def as_json(value: object, indent: int | None = None) -> str:
    """JSON with letters as they are; half a surrogate pair, which UTF-8 cannot hold, as its escape."""
    words = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


def write_line(words: str) -> None:
    """One line of data to standard output, in UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(words.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def complain(sentence: str) -> None:
    """One sentence for the user to standard error."""
    print(sentence, file=sys.stderr)


class Advance(Protocol):
    """Tells a progress bar that one more is done, and of how many."""

    def __call__(self, description: str = "", total: int | None = None) -> None: ...


@contextmanager
def progress(description: str, total: int | None = None) -> Iterator[Advance]:
    """A progress bar on standard error for work of `total` steps (None: not known); silent where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda description="", total=None: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(description, total=total)

        def advance(description: str = "", total: int | None = None) -> None:
            bar.update(task, advance=1, description=description or None, total=total)

        yield advance


def console() -> "Console":
    """A console on standard output that takes no text for markup. Into a file or a pipe, lines are not folded."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else _NO_FOLD
    return Console(markup=False, highlight=False, emoji=False, soft_wrap=True, width=width)


def table(columns: Iterable[str], rows: Iterable[Iterable[str]], *, empty: str) -> None:
    """Rows under headings, folded to the terminal's width; `empty` where there is none."""
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        grid.add_column(column, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    if grid.row_count:
        console().print(grid, soft_wrap=False)
    else:
        print(empty)
