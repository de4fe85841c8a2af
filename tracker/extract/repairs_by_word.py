"""Mends of the tree by the word that calls for them."""

from typing import TYPE_CHECKING

from tracker.extract.attachment_repairs import (
    hang_on_clause,
    hang_on_counted,
    hang_on_naming,
    join_hyphened,
    name_by_percent,
    part_from_weekday,
)
from tracker.extract.day_repairs import hang_late
from tracker.extract.object_repairs import free_from_hold, free_from_margin, make_object
from tracker.extract.report_repairs import free_after_colon, hang_on_saying, part_at_semicolon
from tracker.extract.subject_repairs import part_relative
from tracker.extract.verb_repairs import free_particle, make_condition, make_progressive

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.extract.tokens import Token

BY_WORD: "dict[str, Callable[[Token], None]]" = {
    "-": join_hyphened, ":": free_after_colon, ";": part_at_semicolon, "as": hang_on_naming, "at": hang_on_clause,
    "both": make_object, "hold": free_from_hold, "majority": free_from_margin, "margin": free_from_margin,
    "mediating": make_progressive, "per": part_from_weekday, "percent": name_by_percent, "should": make_condition,
    "that": hang_on_saying, "there": free_particle, "until": hang_late, "which": part_relative,
    "whom": part_relative, "whose": part_relative, "with": hang_on_counted,
}  # fmt: skip
