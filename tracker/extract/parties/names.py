"""Packaged names in a text, acronyms that the article introduces, and capitalised names that nobody knows."""

from dataclasses import dataclass, replace

from tracker.extract.parties.datelines import is_shouted_word
from tracker.extract.parties.sides import Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules import load_lexicon, word_class
from tracker.rules.parties import KnownName, NameBook, NameSort, PartyNouns
from tracker.rules.parties.names import folded

PARTICLES = {
    "al", "el", "bin", "ben", "ibn", "de", "da", "del", "der", "van", "von", "di", "la", "le", "abu", "ul", "-",
}  # fmt: skip
_SIDE_SORTS = {NameSort.NAME, NameSort.ADJECTIVE, NameSort.CAPITAL, NameSort.ORGAN, NameSort.NICKNAME}
_PORTFOLIO_HEADS = {
    "minister", "ministry", "secretary", "department", "court", "tribunal", "relations", "commission", "commissioner",
    "board", "office", "bureau", "inspectorate",
}  # fmt: skip
_LINKS = {"of", "for", "and", "the", "in", "on"}
# What news leaves out of a company's name.
_LEGAL_FORMS = {
    "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "llc", "plc", "ag", "sa", "s.a.", "gmbh", "co", "co.", "lp", "l.p.",
    "nv", "n.v.", "spa", "s.p.a.", "sgps", "se", "ab", "asa", "oyj", "kk", "pty", "pte", "bv", "b.v.",
}  # fmt: skip
# "The North last fired": read as adjectives.
_TIMES = {"first", "last", "next"}
_FORMS = [[form] for form in _LEGAL_FORMS]
# What news leaves out too where it goes on with the words before: "Sable Motor Co", then "Sable".
_TRADES = {
    "holdings", "holding", "group", "motor", "motors", "technologies", "industries", "international", "systems",
    "company", "corporation", "incorporated", "limited", "enterprises", "partners", "worldwide", "global",
    "stores", "brands", "laboratories", "labs", "communications", "pharmaceuticals", "electronics", "airlines",
    "airways", "energy", "petroleum", "foods", "entertainment", "resources", "software", "networks",
}  # fmt: skip
BEFORE_OFFICES = {
    "interim", "acting", "deputy", "vice", "senior", "chief", "executive", "general", "assistant", "associate",
    "regional", "national", "first", "former", "co", "incoming", "outgoing", "managing",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A packaged name at the tokens `first` up to, not including, `last`, or one that the article itself teaches."""

    first: int
    last: int
    known: KnownName
    is_packaged: bool = True

    @property
    def is_side(self) -> bool:
        """Whether it names a side by itself (no title, outlet or leader)."""
        return self.known.sort in _SIDE_SORTS

    @property
    def side(self) -> Side:
        """The side that it names."""
        return Side(self.known.party, self.known.kind, is_verified=self.is_packaged)


def _is_cased(tree: Tree, at: int, place: int, word: str) -> bool:
    """Whether a token is a later word of a name, small in the book, with a capital: "Kim Jong-Il", "Kim Jong Un"."""
    return place > 0 and word.islower() and tree.words[at][0].isupper() and tree.lower[at] == word


def _match(tree: Tree, i: int, words: tuple[str, ...]) -> int | None:
    """Where a name that begins at a token ends, hyphens passed over; None where it is not there."""
    at, size = i, len(tree)
    for k, word in enumerate(words):
        if k:
            while at < size and tree.words[at] == "-":
                at += 1
        if at >= size or (
            tree.words[at] != word and folded(tree.words[at]) != word and not _is_cased(tree, at, k, word)
        ):
            return None
        at += 1
    return at


def _is_part_of_person(tree: Tree, first: int, last: int, known: KnownName, nouns: PartyNouns) -> bool:
    """Whether a country's name is a person's given or last name here: "Israel Katz", "Michael Jordan", "Sai Lao"."""
    if last - first != 1 or known.sort not in {NameSort.NAME, NameSort.CAPITAL, NameSort.ADJECTIVE}:
        return False
    if known.sort is NameSort.ADJECTIVE:
        ends = last == len(tree) or tree.pos[last] not in {"ADJ", "NOUN", "PROPN"}
        are_one = first > 0 and tree.entity[first - 1] == tree.entity[first] == "PERSON"
        return are_one and ends and tree.pos[first - 1] == "PROPN" and tree.lower[first - 1] not in nouns.title_words
    of_office = first > 1 and tree.lower[first - 1] == "of" and tree.lower[first - 2] in nouns.title_words
    if of_office or tree.words[first] not in nouns.also_given:
        return False  # "the President of France Émile Duval"
    follows = last < len(tree) and tree.pos[last] == "PROPN" and tree.lower[last] not in nouns.title_words
    precedes = first > 0 and tree.pos[first - 1] == "PROPN" and tree.lower[first - 1] not in nouns.title_words
    return tree.entity[first] == "PERSON" and (follows or precedes)


def find_names(tree: Tree, book: NameBook, nouns: PartyNouns) -> list[NameSpan]:
    """All packaged names, the longest at each place, in the order of the text."""
    found: list[NameSpan] = []
    i, size = 0, len(tree)
    while i < size:
        best: NameSpan | None = None
        for known in book.starting(folded(tree.words[i])):
            last = _match(tree, i, known.words)
            if last is not None:
                best = NameSpan(i, last, known)
                break
        if best is None or _is_no_name(tree, best, nouns):
            i += 1
            continue
        if best.known.kind is PartyKind.COMPANY and tree.lower[best.last : best.last + 1] in _FORMS:
            best = replace(best, last=best.last + 1)
        found.append(best)
        i = best.last
    naming = {NameSort.NAME, NameSort.ADJECTIVE, NameSort.CAPITAL}
    # "The South" beside North Korea is the other Korea, named or not.
    named = {s.known.party for s in found if s.known.party and s.known.sort in naming and not s.known.is_common}
    present = {party.split()[-1] for party in named}
    return [
        s
        for s in found
        if (s.known.sort is not NameSort.CAPITAL or not s.known.is_common or s.known.party in named)
        and (
            s.known.sort is not NameSort.NICKNAME
            or s.known.party.split()[-1] in present
            or tree.lower[s.last : s.last + 1] in (["and"], ["or"])
        )
    ]


def _is_no_name(tree: Tree, span: NameSpan, nouns: PartyNouns) -> bool:
    first, last, known = span.first, span.last, span.known
    if known.sort is NameSort.NICKNAME:
        if last + 1 < len(tree) and tree.lower[last] in {"and", "or"} and tree.words[last + 1] in {"South", "North"}:
            return False
        described = last < len(tree) and tree.pos[last] in {"PROPN", "ADJ"} and tree.lower[last] not in _TIMES
        before = first - 2 if first > 1 and tree.pos[first - 1] == "ADJ" else first - 1  # "the communist North"
        return before < 0 or tree.lower[before] != "the" or described
    if known.words == ("West",):  # "the West", not "the West Midlands" or "Adam West"
        return first == 0 or tree.lower[first - 1] != "the" or tree.words[min(last, len(tree) - 1)].istitle()
    if known.words == ("IS",) and any(
        w.isupper() and w.isalpha() and len(w) > 1 for w in tree.words[first - 1 : first] + tree.words[last : last + 1]
    ):
        return True
    is_portfolio = tree.lower[first] in nouns.portfolios and tree.lower[min(last, len(tree) - 1)] in _PORTFOLIO_HEADS
    return is_portfolio or _is_part_of_person(tree, first, last, known, nouns)


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A capitalised name that the packaged rules do not know, with the label that the model gives it; `full` where the
    article goes on with less of it."""

    first: int
    last: int
    text: str
    entity: str
    full: str = ""


def _is_common_noun(tree: Tree, i: int, nouns: PartyNouns) -> bool:
    """Whether a lone capitalised word is a noun of the rules that opens a sentence or follows an article."""
    opens = i == 0 or tree.sentence[i - 1] != tree.sentence[i] or tree.pos[i - 1] in {"SPACE", "PUNCT"}
    return (opens or tree.lower[i - 1] == "the") and tree.as_noun(i, nouns.generic)


def _is_body_word(tree: Tree, i: int, nouns: PartyNouns) -> bool:
    is_capital = tree.words[i][0].isupper() and tree.pos[i] in {"NOUN", "PROPN"}  # "Drivers' Union", read as a noun
    return is_capital and nouns.kind_of_name(tree.lower[i]) is not PartyKind.UNKNOWN


def _ends_name(tree: Tree, i: int, nouns: PartyNouns) -> bool:
    """Whether a noun with a capital ends the name of a body that the words before it begin: "Osa Front commander X"."""
    is_noun = tree.pos[i] == "NOUN" and tree.words[i].istitle()
    return is_noun and tree.head[i - 1] == i and nouns.kind_of_name(tree.lower[i]) is not PartyKind.UNKNOWN


def _words_inside(tree: Tree, taken: list[bool]) -> set[str]:
    """The words as they stand inside sentences, where a capital tells a name."""
    inside = (i for i in range(1, len(tree)) if not _opens(tree, i, taken))
    return {tree.words[i] for i in inside}


def _opens(tree: Tree, i: int, taken: list[bool]) -> bool:
    before = i - 1
    return (
        i == 0
        or tree.sentence[before] != tree.sentence[i]
        or tree.pos[before] in {"SPACE", "PUNCT"}
        or (taken[before] and tree.words[before].isupper())
    )


def _only_opens(tree: Tree, i: int, taken: list[bool], inside: set[str], nouns: PartyNouns) -> bool:
    """Whether a word has its capital from the place alone: "Air strikes" where the article tells of "the air", "Hope
    fades", "Trust has grown"."""
    if tree.words[i] in inside or not _opens(tree, i, taken):
        return False
    return tree.lower[i] in inside or tree.as_noun(i, load_lexicon().nouns) or tree.as_noun(i, nouns.abstracts)


def find_unknown(tree: Tree, taken: list[bool], nouns: PartyNouns) -> list[UnknownName]:
    """Runs of proper nouns outside of known names; "of", "for" and the like join runs within one named entity.

    A common noun that the tagger took for a name ("Rebels attacked") becomes a noun in the tree.
    """
    found: list[UnknownName] = []
    inside = _words_inside(tree, taken)
    i, size = 0, len(tree)
    while i < size:
        if tree.pos[i] != "PROPN" or taken[i] or not tree.words[i][0].isupper():
            i += 1
            continue
        is_legal_form = i > 0 and taken[i - 1] and tree.lower[i] in _LEGAL_FORMS
        is_cut = len(tree.words[i]) > 1 and tree.words[i].endswith("-")  # "a Chilean- and Peruvian-brokered truce"
        if is_legal_form or is_cut or is_shouted_word(tree, i) or _is_of_a_date(tree, i):
            i += 1
            continue
        last = i + 1
        while last < size and not taken[last] and tree.sentence[last] == tree.sentence[i]:
            if (tree.pos[last] == "PROPN" and "\n" not in tree.words[last]) or _ends_name(tree, last, nouns):
                last += 1
                continue
            onward = last
            while onward < size and tree.lower[onward] in PARTICLES and onward - last < 3:
                onward += 1
            if onward < size and onward > last and tree.pos[onward] == "PROPN" and not taken[onward]:
                last = onward + 1
                continue
            is_owned = tree.words[last] == "'" and last + 1 < size and not taken[last + 1]
            if is_owned and _is_body_word(tree, last + 1, nouns):
                last += 2
                continue
            if (end := tree.end_of_possessive(i, last)) is not None:
                last = end
                continue
            joined = tree.lower[last] in _LINKS and tree.entity[last] == "ORG" and tree.entity[i] == "ORG"
            if joined and last + 1 < size and tree.entity[last + 1] == "ORG" and not taken[last + 1]:
                last += 2
                continue
            break
        while last - 1 > i and (tree.lower[last - 1] in _LINKS or tree.words[last - 1] == "-"):
            last -= 1
        end = _without_office(tree, i, last, nouns)
        is_word = end - i == 1 and (_is_common_noun(tree, i, nouns) or _only_opens(tree, i, taken, inside, nouns))
        if not is_word and not _is_portfolio(tree, end):
            found.append(UnknownName(i, end, _plain_name(tree, i, end), tree.entity[end - 1]))
        i = last
    return _shortened(found, nouns)


def _is_portfolio(tree: Tree, end: int) -> bool:
    """Whether a name that ends there is what a minister is charged with: "Regional Cooperation Minister X"."""
    is_charge = tree.lower[end : end + 1] in (["minister"], ["ministers"])
    return is_charge and tree.entity[end - 1] not in {"GPE", "NORP", "PERSON"}


def _is_of_a_date(tree: Tree, i: int) -> bool:
    """Whether a word is the day or month before a name: "last October Sable refused"."""
    ends = i + 1 == len(tree) or tree.entity[i + 1] != "DATE"
    return tree.entity[i] == "DATE" and (ends or tree.lower[i] in word_class("weekday"))


def _shortened(names: list[UnknownName], nouns: PartyNouns) -> list[UnknownName]:
    """Companies by the short name that the article goes on with: "Sable Motor" is "Sable" where it says "Sable" too."""
    told = {name.text for name in names}

    def short(name: UnknownName) -> str:
        words = name.text.split(" ")
        if nouns.kind_of_name(words[-1].lower()) is PartyKind.COMPANY and " ".join(words[:-1]) in told:
            return " ".join(words[:-1])
        for size in range(1, len(words)):
            rest = {word.lower() for word in words[size:]}
            if rest <= _TRADES | _LEGAL_FORMS and " ".join(words[:size]) in told:
                return " ".join(words[:size])
        return name.text

    return [replace(name, text=text, full=name.text) if (text := short(name)) != name.text else name for name in names]


def _plain_name(tree: Tree, first: int, last: int) -> str:
    """A name as news gives it on second mention, the legal form of a company left out: "Harlan Mills Inc."."""
    end = last
    while end - 1 > first and tree.lower[end - 1] in _LEGAL_FORMS | {"&", ","}:
        end -= 1
    return tree.text(first, end)


def _without_office(tree: Tree, first: int, last: int, nouns: PartyNouns) -> int:
    """Where a name ends before the words of an office: "Northern Miners Federation Interim President X"."""
    end = last
    if last < len(tree) and tree.lower[last] in nouns.title_words:
        while end - 1 > first and tree.lower[end - 1] in BEFORE_OFFICES:
            end -= 1
    return end
