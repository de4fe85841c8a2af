"""Reading many rows by their ids, a bounded number at a time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Select

Item = TypeVar("Item")
Query = Select[*tuple[Any, ...]]

BATCH = 900
"""Values in one list of a statement: below the limit of the oldest SQLite versions (999)."""


def batches(items: Iterable[Item], size: int = BATCH) -> Iterator[Sequence[Item]]:
    """The items in order, `size` at a time."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch
