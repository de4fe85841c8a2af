"""Adding an article reads no table that grows with the articles as a whole, nor all rows of a negotiation."""

import re
from typing import Any

from made_extraction import article
from sqlalchemy import event

from tracker.app import App

SMALL = {"negotiation", "alias", "party", "decision", "negotiation_party"}
WHOLE = re.compile(r"SCAN (\w+)|SEARCH (\w+) USING .*\(negotiation_id=\?\)")


def test_adding_uses_indexes(app: App) -> None:
    asked: dict[str, Any] = {}
    with app.store.connect() as connection:
        engine = connection.engine

    @event.listens_for(engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        if not many and statement.startswith(("SELECT", "UPDATE", "DELETE")):
            asked.setdefault(statement, parameters)

    app.add(article("Arland met Borland on 2024-01-05. Kell offered Arland.", address="https://a.example/1"), ["talks"])
    app.add(article("General Kell of Arland met Borland on 2024-01-05.", "2024-02-01"), ["talks"])
    changed = app.add(article("Arland met Borland on 2024-01-06.", address="https://a.example/1"), ["talks"])
    app.remove(changed.article_id)
    event.remove(engine, "before_cursor_execute", note)
    assert len(asked) > 40
    with app.store.connect() as connection:
        for statement, parameters in asked.items():
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            read = {name for row in plan for match in WHOLE.finditer(row[3]) for name in match.groups() if name}
            assert read <= SMALL, (read, statement)
