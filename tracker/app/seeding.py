"""Loading the negotiations that come with the program into a database that has never had them."""

from pathlib import Path

from tracker.app.adding import add_articles
from tracker.app.called import called
from tracker.model.parties import Party
from tracker.read.seeds import Seed, read_seeds
from tracker.resources import seeds_path
from tracker.store import Store


def load_seeds(store: Store, folder: Path | None = None) -> tuple[str, ...]:
    """Loads the seeds in `folder` (default: the program's); returns the slugs of those loaded, none on later runs.

    Each seed is loaded once: a user who removes its articles does not find them back. One that was interrupted is
    finished the next time, since its articles are recognised. Raises SeedError.
    """
    place = folder or seeds_path()
    with store.read() as unit:
        done = unit.negotiations.loaded_seeds()
    if all(path.parent.name in done for path in place.glob("*/negotiation.toml")):
        return ()
    wanted = [seed for seed in read_seeds(place) if seed.slug not in done]
    for seed in wanted:
        _load(store, seed)
    return tuple(seed.slug for seed in wanted)


def _load(store: Store, seed: Seed) -> None:
    with store.begin() as unit:
        if seed.slug not in unit.negotiations.slugs():
            unit.negotiations.add(seed.slug, seed.title)
        negotiation = unit.negotiations.get(seed.slug)
        for one in seed.parties:
            party_id = unit.negotiations.put_party(Party(called(one.name), one.kind, one.is_verified))
            unit.negotiations.put_role(negotiation.id, party_id, one.role)
    for _ in add_articles(store, seed.articles, [seed.slug]):
        pass
    with store.begin() as unit:
        unit.negotiations.mark_seeds(seed.slug)
