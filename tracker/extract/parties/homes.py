"""The state at whose seat a sentence opens, and the one that a body without an owner belongs to."""

from bisect import bisect_left
from collections.abc import Collection, Container

from tracker.extract.parties.hosts import outsiders
from tracker.extract.parties.scene import STATE, Scene
from tracker.extract.parties.sides import Meant, Side
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, load_name_book

# What beginning the article counts for a state beside being named.
_LEAD_WEIGHT = 3
_DATELINE_WEIGHT = 2
# What rules or fights for the state that has a junta, however much more the article tells of a mediator.
_OF_STRIFE = {"junta", "regime", "army", "military", "general", "soldier", "troop", "air force"}
_RULERS = {"government", "ruler", "leader", "regime"}
_SEATS = frozenset({NameSort.CAPITAL})
STATES_AND_SEATS = frozenset({NameSort.CAPITAL, NameSort.NAME})


def seat_of(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The state in whose capital a sentence opens, for the phrase that follows: "In Oslo, officials said", "In Oslo a
    spokesman said"."""
    tree, (_, first) = scene.tree, _sentence_start(scene, i)
    span = scene.span_at.get(first + 1) if tree.lower[first] == "in" else None
    if span is None or span.known.sort is not NameSort.CAPITAL or span.last >= i:
        return ()
    if tree.words[span.last] != "," and tree.pos[span.last] != "DET":
        return ()
    if any(tree.pos[k] in {"VERB", "AUX"} for k in range(span.last, i)):
        return ()
    return (Meant(span.side, tree.text(span.first, span.last), span.first, span.last),)


def seated_in(scene: Scene, head: int, sorts: frozenset[NameSort] = _SEATS) -> tuple[Meant, ...]:
    """The state in whose capital an organ sits: "the Commerce Ministry in Beijing"; with other `sorts` of names, in
    which its officials are: "the authorities in Chad"."""
    spans = (scene.span_at.get(i) for i in scene.tree.objects(head, "in"))
    places = [span for span in spans if span is not None and span.known.sort in sorts and span.known.kind in STATE]
    return tuple(Meant(s.side, scene.tree.text(s.first, s.last), s.first, s.last) for s in places[:1])


def _sentence_start(scene: Scene, i: int) -> tuple[int, int]:
    """Where the sentence of a token begins, and its first word."""
    first = bisect_left(scene.tree.sentence, scene.tree.sentence[i], 0, i)
    return first, next((k for k in range(first, i) if scene.tree.pos[k] not in {"SPACE", "PUNCT"}), i)


def _seat_before(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The state in whose capital the sentence before opens, in the same paragraph."""
    first, _ = _sentence_start(scene, i)
    if not first or "\n" in scene.tree.words[first - 1]:
        return ()
    _, opening = _sentence_start(scene, first - 1)
    span = scene.span_at.get(opening + 1)
    return seat_of(scene, span.last + 1) if span is not None and span.last + 1 < first else ()


def whose_organ(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The state that has what only states have ("its foreign minister"), where the body told last has none: the one in
    whose capital the sentence before tells something, else the one told last."""
    if scene.tree.lemma[scene.tree.head[i]] not in scene.nouns.of_states_alone:
        return ()
    sentence = scene.tree.sentence[i]
    spans = [s for s in scene.span_at.values() if s.known.sort is NameSort.CAPITAL and s.known.kind in STATE]
    seats = {s.side.name: s for s in spans if scene.tree.sentence[s.first] == sentence - 1}
    if len(seats) == 1:
        return tuple(Meant(s.side, s.side.name, i, i + 1) for s in seats.values())
    return scene.memory.of_kind(sentence, STATE)


def torn_state(scene: Scene) -> tuple[Meant, ...]:
    """The one state of whose war within, rebels or truce an article speaks most: "Syria's civil war", "the truce in
    Yemen"; () where it speaks of none, or of two alike."""
    (name, most), (_, next_most) = (*scene.torn.most_common(2), ("", 0), ("", 0))[:2]
    return (Meant(scene.sides[name], name, 0, 1),) if most > next_most and name in scene.sides else ()


def home_state(scene: Scene, i: int, but: Collection[str] = ()) -> tuple[Meant, ...]:
    """The state, none of those named in `but`, that a body without an owner belongs to: the one in whose capital its
    sentence opens, for a junta or an army the one of strife, else the one named most and first, those far back counting
    half and mediators only where there is no other; a headline or dateline may be all that names it."""
    if seat := seat_of(scene, i) or _seat_before(scene, i):
        return seat
    if scene.tree.lemma[i] in _OF_STRIFE and (torn := _state_of_strife(scene)):
        return torn
    borne = _borne_by_unions(scene)
    recent = {m.side.name for m in scene.memory.recent(scene.tree.sentence[i], 4, STATE)}
    told = {m.side.name: m for m in scene.memory.recent(scene.tree.sentence[i], 1_000, STATE)}
    for name, side in ((scene.sides if not told else {}) | scene.grounds).items():
        if side.kind in STATE:
            told.setdefault(name, Meant(side, name, i, i + 1))
    for name, state in borne.items():
        told.setdefault(name, Meant(state, name, i, i + 1))
    told = {name: meant for name, meant in told.items() if name not in but}
    if not told:
        return ()
    told = {name: meant for name, meant in told.items() if name not in scene.between} or told
    if not scene.nouns.of_state.isdisjoint(scene.tree.lemma):
        apart = outsiders(scene.tree, scene.span_at.values())
        others = {n: s for n, s in scene.sides.items() if apart and s.kind in STATE and n not in {*but, *scene.between}}
        later = {name: Meant(side, name, i, i + 1) for name, side in others.items() if name not in apart}
        told = {name: meant for name, meant in told.items() if name not in apart} or later or told
    best = max(told, key=lambda name: _weight(scene, name, borne) * (2 if name in recent else 1))
    return (told[best],)


def ruled_state(scene: Scene, i: int, owners: tuple[Meant, ...]) -> tuple[Meant, ...]:
    """The state whose government is told by the party in power: "the new Labour government"; () for another owner."""
    of_party = len(owners) == 1 and owners[0].side.kind is PartyKind.ORGANISATION and owners[0].person is None
    is_government = scene.tree.lemma[i] == "government" and scene.tree.child(i, "poss") is None
    return home_state(scene, i) if of_party and is_government and owners[0].side.is_verified else ()


def _borne_by_unions(scene: Scene) -> dict[str, Side]:
    """The states whose adjective the article's unions bear: "the Finnish Pilots' Guild" tells of Finland."""
    book, found = load_name_book(), dict[str, Side]()
    for name, side in scene.sides.items():
        known = book.get(name.split()[0]) if side.kind is PartyKind.UNION else None
        if known is not None and known.sort is NameSort.ADJECTIVE and known.kind in STATE and known.party:
            found[known.party] = Side(known.party, known.kind, is_verified=True)
    return found


def _weight(scene: Scene, name: str, borne: Container[str]) -> int:
    """How much an article is a state's own: how often it names it and tells of a war within, more where the first
    sentence begins with it, the headline names it, the dateline does ("LIMA, Peru": the text may then leave the name
    out), or it is among those whose adjective is `borne` by a union."""
    of_heading = _DATELINE_WEIGHT if name in scene.grounds else 0
    of_union = _DATELINE_WEIGHT if name in borne else 0
    return of_union + scene.named[name] + scene.torn[name] + (_LEAD_WEIGHT if name in scene.leading else of_heading)


def _state_of_strife(scene: Scene) -> tuple[Meant, ...]:
    """The one state that the article tells to have a junta, or, where it tells of a junta, rebels in it: "Myanmar's
    military rulers", "a rebel-held town in northern Myanmar"."""
    tree, nouns, found = scene.tree, scene.nouns, dict[str, Meant]()
    for k, lemma in enumerate(tree.lemma):
        is_military = lemma in _RULERS and any(tree.lower[c] == "military" for c in tree.children[k])
        told: tuple[Meant, ...] = scene.owners(k) if lemma == "junta" or is_military else ()
        if lemma in nouns.of_state and "junta" in tree.lemma:
            held = tree.words[k + 1 : k + 2] == ["-"]
            spans = (scene.span_at.get(o) for o in tree.objects(tree.rightmost_head(k) if held else k, "in"))
            told = tuple(Meant(s.side, tree.text(s.first, s.last), s.first, s.last) for s in spans if s is not None)
        found.update({m.side.name: m for m in told if m.side.kind in STATE and m.person is None})
    return tuple(found.values()) if len(found) == 1 else ()
