"""Numbers in figures and in words."""

from fractions import Fraction

from tracker.rules.times import vocabulary


def _word_values() -> dict[str, int]:
    categories = vocabulary().categories
    found = {}
    for name in ("number", "ordinal_word"):
        found.update({word: int(value) for word, value in categories[name].words.items()})
    return found


def spelled(words: list[str]) -> int | None:
    """The cardinal or ordinal that `words` spell ("two hundred", "twenty first"); None where they spell none."""
    values, total, current = _word_values(), 0, 0
    for word in words:
        if word in ("-", "and", "a", "an"):
            continue
        value = values.get(word)
        if value is None:
            return None
        if value in (100, 1000, 12) and (value != 12 or word == "dozen"):
            current = max(current, 1) * value
            if value == 1000:
                total, current = total + current, 0
        else:
            current += value
    return total + current or None


def spelled_year(words: list[str]) -> int | None:
    """The year that `words` spell: "nineteen ninety four" (1994), "two thousand and three" (2003)."""
    words = [word for word in words if word not in ("-", "and", "the")]
    if not words:
        return None
    if "thousand" in words or "hundred" in words:
        return spelled(words)
    century, rest = spelled(words[:1]), spelled([word for word in words[1:] if word not in ("oh", "o")])
    return century * 100 + rest if century and rest else None


def quantity(text: str) -> float | None:
    """The number in words such as "2 1/2", "two and a half", "a hundred", "half a", "1,000"; None if there is none."""
    words = text.replace("-", " - ").split()
    half = 0.0
    if "quarter" in words:
        return 0.25
    if "half" in words:
        half = 0.5
        words = [word for word in words if word not in ("half", "and")]
        if all(word in ("a", "an") for word in words):
            return half
        if words and words[-1] in ("a", "an"):
            words.pop()
    for word in [word for word in words if "/" in word]:
        top, bottom = word.split("/")
        half += float(Fraction(int(top), int(bottom))) if int(bottom) else 0.0
        words.remove(word)
    words = [word for word in words if word not in ("and", "-")]
    if not words:
        return half or None
    if words[0][0].isdigit():
        value = float(words[0].replace(",", ""))
        for word in words[1:]:
            value *= {"hundred": 100, "thousand": 1000, "dozen": 12}.get(word, 1)
        return value + half
    if all(word in ("a", "an") for word in words):
        return 1 + half
    number = spelled(words)
    return None if number is None else number + half
