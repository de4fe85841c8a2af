"""The record of what analysts said: read and added to, nothing else."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from tracker.model.decisions import Decision, DecisionKind, DecisionTarget
from tracker.model.errors import NotFound
from tracker.store.reading import Query, batches
from tracker.store.tables import DecisionRow, DecisionTargetRow

PURGED = "[purged]"


class Decisions:
    """The decisions of a database, within one unit of work."""

    def __init__(self, connection: Connection, now: dt.datetime) -> None:
        self._connection = connection
        self._now = now

    def add(
        self,
        kind: DecisionKind,
        negotiation_id: int,
        *,
        by: str,
        why: str = "",
        event_id: int | None = None,
        targets: Iterable[DecisionTarget] = (),
        field: str = "",
        value: str = "",
        undoes: int | None = None,
    ) -> Decision:
        """Adds a decision, made now, to the end of the record."""
        row = {
            "kind": kind.value,
            "negotiation_id": negotiation_id,
            "at": self._now,
            "by": by,
            "why": why,
            "event_id": event_id,
            "field": field,
            "value": value,
            "undoes": undoes,
        }
        made = self._connection.execute(insert(DecisionRow).returning(DecisionRow.id), row).scalar_one()
        rows = [
            {"decision_id": made, "position": position, "key": target.key, "words": target.words}
            for position, target in enumerate(targets)
        ]
        if rows:
            self._connection.execute(insert(DecisionTargetRow), rows)
        return self.get(made)

    def of(self, negotiation_id: int) -> tuple[Decision, ...]:
        """All decisions on a negotiation in the order in which they were made, undone ones among them."""
        return self._read(select(DecisionRow).where(DecisionRow.negotiation_id == negotiation_id))

    def get(self, decision_id: int) -> Decision:
        """The decision with this id. Raises NotFound."""
        found = self._read(select(DecisionRow).where(DecisionRow.id == decision_id))
        if not found:
            raise NotFound(f"There is no decision {decision_id}.")
        return found[0]

    def forget_words(self, text_hash: str) -> None:
        """Replaces the words of a purged text in the targets that quote it; who decided what, when and why stays."""
        at = DecisionTargetRow.key.startswith(f"{text_hash}:", autoescape=True)
        self._connection.execute(update(DecisionTargetRow).where(at).values(words=PURGED))

    def _read(self, table: Query) -> tuple[Decision, ...]:
        rows = self._connection.execute(table.order_by(DecisionRow.id)).all()
        targets: defaultdict[int, list[DecisionTarget]] = defaultdict(list)
        for ids in batches([row.id for row in rows]):
            of_these = select(DecisionTargetRow).where(DecisionTargetRow.decision_id.in_(ids))
            of_these = of_these.order_by(DecisionTargetRow.decision_id, DecisionTargetRow.position)
            for row in self._connection.execute(of_these):
                targets[row.decision_id].append(DecisionTarget(row.key, row.words))
        return tuple(
            Decision(
                row.id,
                DecisionKind(row.kind),
                row.negotiation_id,
                row.at,
                row.by,
                row.why,
                row.event_id,
                tuple(targets[row.id]),
                row.field,
                row.value,
                row.undoes,
            )
            for row in rows
        )
