"""The name under which events know a party that somebody names in other words."""

from collections.abc import Collection

from tracker.resolve.words import fold
from tracker.rules.parties import NameSort, load_name_book

_NAMES = (NameSort.NAME, NameSort.NICKNAME)


def called(name: str, used: Collection[str] = ()) -> str:
    """The party that a typed name means: as it stands in `used` (the names of a negotiation's events), in any case;
    else the packaged party so called ("International Atomic Energy Agency": "IAEA"); else as it is typed."""
    typed = name.strip()
    in_use = {fold(one): one for one in used}
    if (found := in_use.get(fold(typed))) is not None:
        return found
    known = load_name_book().get(typed)
    return known.party if known is not None and known.sort in _NAMES and known.party else typed
