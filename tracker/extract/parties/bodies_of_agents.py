"""Bodies by what those do who act for them: "the state mediator" where the article names the Mediation Office."""

from tracker.extract.parties.scene import Scene
from tracker.extract.parties.sides import Side

_AGENT = ("or", "er")
_ACTIVITY = "ion"


def body_of_agent(scene: Scene, titles: set[str]) -> Side | None:
    """The one body of the article whose name tells the activity of which a title without an owner tells the agent:
    the Conciliation Office for "state conciliator", the Commission for "trade commissioner"."""
    for title in titles:
        *before, agent = title.split()
        stem = agent[:-2]
        activity = {stem + _ACTIVITY, stem if stem.endswith(_ACTIVITY) else ""}
        if not agent.endswith(_AGENT) or not set(before) <= scene.nouns.organ_qualifiers:
            continue
        found = {side.name: side for name, side in scene.sides.items() if activity & set(name.lower().split())}
        for span in scene.span_at.values():
            if span.is_side and activity & set(scene.tree.lower[span.first : span.last]):
                found[span.side.name] = span.side
        if len(found) == 1:
            return next(iter(found.values()))
    return None
