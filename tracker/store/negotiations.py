"""Negotiations, their parties and aliases, and the marker of the seeds."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import Connection, func, insert, select, update

from tracker.model.errors import NotFound, TrackerError
from tracker.model.negotiations import Negotiation, NegotiationParty
from tracker.model.parties import Alias, NegotiationRole, Party, PartyKind
from tracker.store.tables import AliasRow, NegotiationPartyRow, NegotiationRow, PartyRow, SeedLoadRow


class Negotiations:
    """The negotiations of a database, within one unit of work."""

    def __init__(self, connection: Connection, now: dt.datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, slug: str, title: str) -> Negotiation:
        """A new negotiation. Raises TrackerError where the slug is taken."""
        if slug in self.slugs():
            raise TrackerError(f"There is a negotiation {slug!r} already; choose another short name.")
        row = {"slug": slug, "title": title, "created": self._now, "generation": 0}
        made = self._connection.execute(insert(NegotiationRow).returning(NegotiationRow.id), row).scalar_one()
        return Negotiation(made, slug, title)

    def rename(self, negotiation_id: int, title: str) -> None:
        """Gives a negotiation another title; its slug stays."""
        table = update(NegotiationRow).where(NegotiationRow.id == negotiation_id)
        self._connection.execute(table.values(title=title))

    def all(self) -> tuple[Negotiation, ...]:
        """All negotiations in the order of their slugs."""
        table = select(NegotiationRow.id, NegotiationRow.slug, NegotiationRow.title).order_by(NegotiationRow.slug)
        return tuple(Negotiation(*row) for row in self._connection.execute(table))

    def slugs(self) -> tuple[str, ...]:
        """The slugs of all negotiations, in order."""
        return tuple(one.slug for one in self.all())

    def get(self, slug: str) -> Negotiation:
        """The negotiation with this slug. Raises NotFound, naming those that there are."""
        every = self.all()
        for one in every:
            if one.slug == slug:
                return one
        known = ", ".join(one.slug for one in every) or "none yet"
        raise NotFound(f"There is no negotiation {slug!r} (there are: {known}).")

    def by_id(self, negotiation_id: int) -> Negotiation:
        """The negotiation with this id."""
        return next(one for one in self.all() if one.id == negotiation_id)

    def parties(self, negotiation_id: int) -> tuple[NegotiationParty, ...]:
        """The parties of a negotiation: those that negotiate first, then by role and name."""
        order = list(NegotiationRole)
        found = self._connection.execute(
            select(PartyRow.name, PartyRow.kind, NegotiationPartyRow.role, PartyRow.is_verified)
            .join(NegotiationPartyRow, NegotiationPartyRow.party_id == PartyRow.id)
            .where(NegotiationPartyRow.negotiation_id == negotiation_id)
        )
        parties = [
            NegotiationParty(name, PartyKind(kind), NegotiationRole(role), sure) for name, kind, role, sure in found
        ]
        return tuple(sorted(parties, key=lambda one: (order.index(one.role), one.name)))

    def put_party(self, party: Party) -> int:
        """Stores a party by its name, or brings what is stored up to date; returns its id."""
        found = self._connection.execute(select(PartyRow.id).where(PartyRow.name == party.name)).scalar()
        values = {"kind": party.kind.value, "is_verified": party.is_verified}
        if found is None:
            made = insert(PartyRow).returning(PartyRow.id)
            return self._connection.execute(made, {"name": party.name, **values}).scalar_one()
        self._connection.execute(update(PartyRow).where(PartyRow.id == found).values(**values))
        return found

    def put_role(self, negotiation_id: int, party_id: int, role: NegotiationRole) -> None:
        """Says what a party is to a negotiation; the last word counts."""
        at = (NegotiationPartyRow.negotiation_id == negotiation_id, NegotiationPartyRow.party_id == party_id)
        changed = self._connection.execute(update(NegotiationPartyRow).where(*at).values(role=role.value))
        if changed.rowcount == 0:
            row = {"negotiation_id": negotiation_id, "party_id": party_id, "role": role.value}
            self._connection.execute(insert(NegotiationPartyRow), row)

    def put_aliases(self, party_id: int, aliases: Iterable[Alias]) -> None:
        """Adds the aliases that the party does not have yet; `Alias.party` is not read."""
        columns = (AliasRow.words, AliasRow.since, AliasRow.until)
        known = {tuple(row) for row in self._connection.execute(select(*columns).where(AliasRow.party_id == party_id))}
        for one in dict.fromkeys((alias.words, alias.since, alias.until) for alias in aliases):
            if one not in known:
                words, since, until = one
                row = {"party_id": party_id, "words": words, "since": since, "until": until}
                self._connection.execute(insert(AliasRow), row)

    def aliases(self) -> tuple[Alias, ...]:
        """All aliases, in the order of their words."""
        table = (
            select(AliasRow.words, PartyRow.name, AliasRow.since, AliasRow.until)
            .join(PartyRow, PartyRow.id == AliasRow.party_id)
            .order_by(AliasRow.words, PartyRow.name, AliasRow.id)
        )
        return tuple(Alias(*row) for row in self._connection.execute(table))

    def generation(self, negotiation_id: int | None = None) -> int:
        """A number that grows with every change of a negotiation's events, or (None) of any negotiation's."""
        if negotiation_id is None:
            total = select(func.coalesce(func.sum(NegotiationRow.generation + 1), 0))
            return int(self._connection.execute(total).scalar_one())
        one = select(NegotiationRow.generation).where(NegotiationRow.id == negotiation_id)
        return self._connection.execute(one).scalar_one()

    def moved_on(self, negotiation_id: int) -> None:
        """Says that something changed, so that what readers keep is read anew."""
        table = update(NegotiationRow).where(NegotiationRow.id == negotiation_id)
        self._connection.execute(table.values(generation=NegotiationRow.generation + 1))

    def loaded_seeds(self) -> frozenset[str]:
        """The seeds that the database has ever had."""
        return frozenset(self._connection.execute(select(SeedLoadRow.slug)).scalars())

    def mark_seeds(self, slug: str) -> None:
        """Remembers that a seed was loaded."""
        self._connection.execute(insert(SeedLoadRow), {"slug": slug, "at": self._now})
