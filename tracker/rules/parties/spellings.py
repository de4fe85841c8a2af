"""Leaders by spellings of their names that no list gives: "Moamer Kadhafi", "Hasan Rohani"."""

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from tracker.rules.parties.leaders import Leader, load_leaders
from tracker.rules.parties.names import folded

# Letters and groups of them that transliterations of one sound differ in; vowels, "h" and doubled letters fall out.
_SOUNDS = (
    ("sch", "s"), ("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"),
    ("ts", "s"), ("q", "k"), ("c", "k"), ("w", "v"), ("x", "ks"), ("z", "s"),
)  # fmt: skip
_SILENT = re.compile(r"[aeiouyhj'’\- .]")
_DOUBLED = re.compile(r"(.)\1+")
# A name of fewer consonants may be anybody's.
_FEWEST = 4
# How alike two spellings with the same consonants must be, of 1.
_ALIKE = 0.86


def consonants(name: str) -> str:
    """What the transliterations of a name have in common: its consonants, in small letters, alike ones made one."""
    plain = folded(name).casefold().replace(" al-", " ").replace(" el-", " ")
    for written, sound in _SOUNDS:
        plain = plain.replace(written, sound)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", plain))


def leaders_spelled_like(name: str) -> tuple[Leader, ...]:
    """The leaders whose usual name, or one of its listed spellings, has the consonants of `name`, its first letter and
    nearly its letters; a name of one word or of few consonants is nobody's."""
    key = consonants(name)
    if len(key) < _FEWEST or " " not in name:
        return ()
    return tuple(leader for form, leader in _by_consonants().get(key, ()) if _are_alike(form, name))


def _are_alike(form: str, name: str) -> bool:
    return JaroWinkler.normalized_similarity(folded(form).casefold(), folded(name).casefold()) >= _ALIKE


@lru_cache(maxsize=1)
def _by_consonants() -> dict[str, list[tuple[str, Leader]]]:
    found: dict[str, list[tuple[str, Leader]]] = {}
    for leader in load_leaders():
        forms = {consonants(form): form for form in (*leader.spellings, leader.name) if " " in form}
        for key, form in forms.items():
            found.setdefault(key, []).append((form, leader))
    return found
