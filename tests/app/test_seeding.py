"""Seeds come once, whole, and stay away when they are taken out."""

from pathlib import Path
from typing import Any

import pytest

from tracker.app import App, seeding
from tracker.app.seeding import load_seeds
from tracker.model.parties import NegotiationRole

FORM = """
title = "The {slug} talks"

[[parties]]
name = "Arland"
kind = "state"
role = "party"

[[parties]]
name = "Corland"
kind = "state"
role = "mediator"

[[articles]]
file = "one.txt"
published = 2024-01-30

[[articles]]
file = "two.txt"
published = 2024-02-02
outlet = "Post"
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    for number, slug in enumerate(("first", "second"), start=1):
        folder = tmp_path / "seeds" / slug
        (folder / "articles").mkdir(parents=True)
        (folder / "negotiation.toml").write_text(FORM.format(slug=slug))
        texts = {"one": f"Arland met Borland on 2024-01-0{number}.", "two": f"Arland refused Borland, {slug} of all."}
        for name, text in texts.items():
            (folder / "articles" / f"{name}.txt").write_text(text)
    return tmp_path / "seeds"


def test_seeds_come_with_parties_and_events(app: App, seeds: Path) -> None:
    assert load_seeds(app.store, seeds) == ("first", "second")
    assert [one.slug for one in app.negotiations()] == ["first", "second", "talks"]
    roles = {one.name: one.role for one in app.parties("first")}
    assert roles == {"Arland": NegotiationRole.PARTY, "Corland": NegotiationRole.MEDIATOR}
    assert len(app.events("first")) == 2
    assert [stored.article.outlet for stored in app.articles("first")] == [None, "Post"]


def test_they_come_once(app: App, seeds: Path) -> None:
    load_seeds(app.store, seeds)
    for stored in app.articles("first"):
        app.remove(stored.id)
    assert load_seeds(app.store, seeds) == ()
    assert app.events("first") == ()


def test_an_interrupted_load_is_finished(app: App, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = seeding.add_articles

    def stops(*arguments: Any) -> Any:
        yield next(original(*arguments))
        raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr(seeding, "add_articles", stops)
        with pytest.raises(KeyboardInterrupt):
            load_seeds(app.store, seeds)
    assert load_seeds(app.store, seeds) == ("first", "second")
    assert len(app.articles("first")) == len(app.articles("second")) == 2
