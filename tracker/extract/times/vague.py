"""References to the past, the present and the future as such."""

from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.reading import Reading, reader
from tracker.model.times import TimexType


@reader
def reference(match: Match, context: Context) -> Reading | None:
    """ "now", "recently", "the future", "at the time": the value is what the rule file gives, or the word's own."""
    value = match.argument("value") or match.key("ref_noun") or match.key("ref_adjective")
    return Reading(TimexType.DATE, value, is_anaphoric=bool(match.argument("anaphoric")))
