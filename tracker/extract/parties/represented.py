"""Those who stand for another side: workers for their union ("the pilots", "cabin crew at Air Mali"), forces for whom
they are loyal to."""

from itertools import pairwise

from tracker.extract.parties.memory import distinct
from tracker.extract.parties.scene import STATE, SUBJECTS, Scene
from tracker.extract.parties.sides import Meant
from tracker.model.parties import PartyKind
from tracker.rules import word_class

# Workers whom the union of the others does not represent.
_APART = {
    "other", "former", "retired", "temporary", "replacement", "contract", "migrant", "foreign", "non", "agency",
}  # fmt: skip
# Trades and the unions' names share so many letters: "nurses", "Nursing".
_STEM = 4
# Unions of states or of lenders.
_OTHER_UNIONS = {"credit", "currency", "customs", "economic", "monetary", "personal", "political"}
# Sentences back in which "their union" finds whose it is.
_BACK = 2
# Workforces told in the singular: "crew stayed away".
_CREWS = {"crew", "staff"}
_SHARES = {"half", "majority", "quarter", "third"}
_EMPLOYERS = ("at", "of", "for", "from", "with")
_NOT_THEIRS = STATE | {PartyKind.PERSON, PartyKind.ARMED_GROUP, PartyKind.ALLIANCE}


def _employers(scene: Scene, i: int) -> tuple[Meant, ...]:
    return scene.owners(i) or scene.owned_by(i, *_EMPLOYERS)


def is_workforce(scene: Scene, i: int, lemma: str) -> bool:
    """Whether workers whose noun may also tell of a state's forces ("pilots") are those of a company."""
    if lemma not in scene.nouns.workers or not scene.tree.is_plural(i):
        return False
    employers = _employers(scene, i)
    return bool(employers) and not any(m.side.kind in _NOT_THEIRS for m in employers)


def _is_main_trade(scene: Scene, lemma: str) -> bool:
    """Whether the article tells of no other trade as often."""
    told = scene.trades
    return all(told[lemma] > times for trade, times in told.items() if trade != lemma)


def represented(scene: Scene, i: int, lemma: str, full: str) -> tuple[Meant, ...]:
    """The union of the article whose name tells the trade of these workers, or the only one that it tells of; () for
    workers of a state or a union, for those told to be others, and for a number of them to whom something is done."""
    tree, nouns = scene.tree, scene.nouns
    is_bare_member = lemma == "member" and _is_of_the_members(scene, i)
    is_crew = full in nouns.workforces or (lemma in _CREWS and tree.dep[i] in SUBJECTS and not tree.children[i])
    unions = [name for name, side in scene.sides.items() if side.kind is PartyKind.UNION]
    so_named = [name for name in unions if lemma in nouns.any_worker and _bears_workplace(scene, name, full)]
    is_workers = is_crew or bool(so_named) or (lemma in nouns.workers and tree.is_plural(i))
    if not (is_workers or is_bare_member):
        return ()
    before = tree.lower[tree.phrase_start(i) : i]
    if not _APART.isdisjoint(before) or (tree.child(i, "nummod") is not None and tree.dep[i] != "nsubj"):
        return ()
    if not unions or any(m.side.kind in {*_NOT_THEIRS, PartyKind.UNION} for m in _employers(scene, i)):
        return ()
    by_trade = [name for name in unions if any(word[:_STEM].lower() == lemma[:_STEM] for word in name.split())]
    trades = {lemma}.union(*(trade for trade in nouns.same_trades if lemma in trade))
    by_trade = by_trade or [name for name in unions if not trades.isdisjoint(trades_told(scene, name))]
    by_trade = by_trade or [name for name in unions if not _is_of_another_trade(scene, name, trades)]
    if lemma in nouns.any_worker or is_bare_member:
        meant = so_named or unions
    else:
        meant = by_trade or (unions if _is_main_trade(scene, lemma) else [])
    return scene.phrase(i, (Meant(scene.sides[meant[0]], meant[0], i, i + 1),)) if len(meant) == 1 else ()


def _is_of_the_members(scene: Scene, i: int) -> bool:
    """Whether members whose they are is not told act, all of them or a share: "members approved it", "most members",
    "a majority of the members"."""
    tree = scene.tree
    own = {tree.lower[c] for c in tree.children[i]}
    if tree.dep[i] in SUBJECTS:
        return own <= {"most"}
    share = tree.head[tree.head[i]]
    is_share = (
        tree.preposition(i) == "of"
        and tree.lemma[share] in _SHARES | word_class("percent")
        and tree.dep[share] in SUBJECTS
    )
    return is_share and own <= {"the"}


def _bears_workplace(scene: Scene, name: str, full: str) -> bool:
    """Whether a union's name tells where its workers work as these words do: "hotel staff", "Hotel Workers' Union"."""
    place, _, noun = full.partition(" ")
    words = [word.rstrip("'’") for word in name.lower().split()]
    followed = (after for word, after in pairwise(words) if word == place)
    return bool(noun) and any(after.removesuffix("s") in scene.nouns.any_worker for after in followed)


def trades_told(scene: Scene, name: str) -> set[str]:
    """The trades that an article tells a union to be of: "the cabin crew union Siipi", "Siipi, which speaks for 1,300
    flight attendants", "attendants voted; their union, Siipi, agreed"."""
    tree, found = scene.tree, set[str]()
    words = name.split()
    for at in range(1, len(tree) - len(words) + 1):
        if tree.words[at : at + len(words)] != words:
            continue
        before = at - 2 if tree.words[at - 1] == "," else at - 1
        if before > 0 and tree.lemma[before] == "union":
            first = before
            while first and tree.pos[first - 1] in {"NOUN", "PROPN", "ADJ", "PART"}:
                first -= 1
            found |= set(tree.lemma[first:before])
            if tree.lower[before - 1] == "their":
                found |= _workers_before(scene, before)
        behind = at + len(words)
        if tree.words[behind : behind + 1] == [","] and tree.lower[behind + 1 : behind + 2] in (["which"], ["who"]):
            verb = next((k for k in range(behind + 2, min(behind + 4, len(tree))) if tree.pos[k] == "VERB"), None)
            if verb is not None and tree.lemma[verb] in {"represent", "speak"}:
                members = [c for c in tree.children[verb] if tree.dep[c] == "dobj"] + tree.objects(verb, "for")
                found |= {tree.lemma[k] for k in members}
    return found


def _workers_before(scene: Scene, i: int) -> set[str]:
    """The trade of the workers told last before a place, in its sentence or the two before."""
    tree, nouns = scene.tree, scene.nouns
    for k in range(i - 1, -1, -1):
        if tree.sentence[k] < tree.sentence[i] - _BACK:
            break
        if tree.lemma[k] in _CREWS or (tree.lemma[k] in nouns.workers and tree.is_plural(k)):
            return {tree.lemma[k]}
    return set()


def owned_union(scene: Scene, i: int, lemma: str, owner: tuple[Meant, ...]) -> tuple[Meant, ...]:
    """A union told with whose it is: the article's one with a name, else one of its own, which "Peru's main rail union"
    calls "the union" from then on."""
    tree, of_state = scene.tree, any(m.side.is_verified for m in owner)
    if of_state and (lemma != "union" or tree.is_plural(i) or tree.lower[i - 1] in _OTHER_UNIONS):
        return ()
    whose = tree.child(i, "poss")
    trade = tree.lemma[whose] if whose is not None else ""
    is_other = trade in scene.nouns.workers - scene.nouns.any_worker and not _is_main_trade(scene, trade)
    named = () if is_other else scene.named_of_kind(i, frozenset({PartyKind.UNION}))
    name = lemma if of_state else tree.text(tree.phrase_start(i), i + 1)
    return scene.phrase(i, named) or scene.own(i, name, PartyKind.UNION)


def _is_of_another_trade(scene: Scene, name: str, trades: set[str]) -> bool:
    """Whether a union's name, or the article, tells of another trade than these and of none of them."""
    told = trades_told(scene, name)
    stems = {word[:_STEM].lower() for word in name.split()}
    told |= {trade for trade in scene.nouns.workers - scene.nouns.any_worker if trade[:_STEM] in stems}
    return bool(told) and not told & trades


def their_union(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The one union of several that may be that of the workers told last, for "their union": none told to be of another
    trade ("the drivers' union Siipi" is not the doctors')."""
    trade = _workers_before(scene, i)
    unions = [name for name, side in scene.sides.items() if side.kind is PartyKind.UNION]
    fits = [name for name in unions if not _is_of_another_trade(scene, name, trade)]
    if not trade or not 1 == len(fits) < len(unions):
        return ()
    return (Meant(scene.sides[fits[0]], fits[0], i, i + 1),)


def loyal_to(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The sides in "forces loyal to X", "sources close to X", "a group representing X"; "the alliance, which
    represents X" has a name."""
    tree = scene.tree
    for c in tree.children[i]:
        if tree.dep[c] == "relcl" and tree.words[c - 2 : c] == [",", "which"]:
            continue
        if tree.lemma[c] in {"loyal", "close", "answer", "belong", "represent", "allied"}:
            found = [m for o in tree.objects(c, "to", "with") for m in scene.with_conjuncts(o)]
            found += [m for d in tree.children[c] if tree.dep[d] == "dobj" for m in scene.with_conjuncts(d)]
            if found:
                return distinct(found)
    return ()
