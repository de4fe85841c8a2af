"""Which labelled party a given name stands for: demonyms and acronyms count, a person or a capital does not."""

from collections.abc import Callable, Mapping, Sequence

_NEUTRAL = {"government", "regime", "authorities", "state", "of", "and", "the", "republic", "administration"}
_SHORT = {
    "us": "united states", "u.s.": "united states", "u.s": "united states", "american": "united states",
    "uk": "united kingdom", "british": "united kingdom", "dutch": "netherlands", "un": "united nations",
    "u.n.": "united nations", "eu": "european union",
}  # fmt: skip
# Demonyms share this many letters with the country's name.
_STEM = 4


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _words(name: str) -> list[str]:
    return [w for w in name.replace("-", " ").split() if w not in _NEUTRAL]


def names_party(form: str, party: str) -> bool:
    """Whether a surface form is a name of the party, not one of its people or places."""
    form, party = _plain(form), _plain(party)
    form = _SHORT.get(form, form)
    words = _words(party)
    if form.replace(".", "") == "".join(w[0] for w in words):
        return True
    kept = _words(form)
    return bool(kept) and all(any(w[:_STEM] == v[:_STEM] for v in words) for w in kept)


def namer(parties: Mapping[str, Sequence[str]]) -> Callable[[str], frozenset[str]]:
    """A function from a name to the labelled parties that it names; the name itself where it names none of them.

    `parties` maps each labelled party to the surface forms that the label file gives for it.
    """
    exact = {_plain(party): frozenset({party}) for party in parties}
    forms: dict[str, frozenset[str]] = {}
    for party, surface in parties.items():
        for form in surface:
            if names_party(form, party):
                forms[_plain(form)] = forms.get(_plain(form), frozenset()) | {party}

    def resolve(name: str) -> frozenset[str]:
        plain = _plain(name)
        if plain in exact:
            return exact[plain]
        if plain in forms:
            return forms[plain]
        near = frozenset(party for party in parties if names_party(plain, party))
        whole = frozenset(party for party in near if names_party(party, plain))
        return next((found for found in (whole, near) if len(found) == 1), frozenset({plain}))

    return resolve
