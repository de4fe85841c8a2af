"""Several programs over one database."""

import threading
from pathlib import Path

from made_extraction import article

from tracker.app import Added, App
from tracker.store import describe, open_store

MANY = [article(f"Arland met Borland on 2024-01-{day:02d}. Corland struck Dorland.") for day in range(1, 13)]


def test_two_that_add_the_same_articles_add_each_once(app: App, tmp_path: Path) -> None:
    outcomes: list[str] = []

    def add(articles: list) -> None:
        other = App(open_store(f"sqlite:///{tmp_path / 'tracker.db'}"))
        outcomes.extend(one.outcome for one in other.add_many(articles, ["talks"]) if isinstance(one, Added))
        other.store.close()

    threads = [threading.Thread(target=add, args=(order,)) for order in (MANY, MANY[::-1], MANY[6:] + MANY[:6])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["added"] * 12 + ["same"] * 24
    assert describe(app.store).articles == 12
    assert app.store.check() == ()
    before = app.events("talks")
    app.rebuild()
    assert app.events("talks") == before


def test_what_is_kept_follows_what_another_program_writes(app: App, tmp_path: Path) -> None:
    assert app.events("talks") == ()
    generation = app.generation()
    other = App(open_store(f"sqlite:///{tmp_path / 'tracker.db'}"))
    other.add(MANY[0], ["talks"])
    assert app.generation() > generation
    assert len(app.events("talks")) == 2
    other.store.close()
