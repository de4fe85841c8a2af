"""The one place where the stages meet: what a front end asks for, in one class."""

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.app.adding import add_article, add_articles
from tracker.app.chronology import Chronology, read_chronology
from tracker.app.deciding import Wish, decide, history, undo
from tracker.app.editing import UNSET, Unset, edit_article, purge_article, remove_article, restore_article
from tracker.app.previewing import preview
from tracker.app.rebuilding import Progress, rebuild
from tracker.app.records import Added, Preview, RebuildReport, Refused
from tracker.app.seeding import load_seeds
from tracker.app.slugs import check_slug, slug_for
from tracker.model.articles import Article
from tracker.model.decisions import Decision, DecisionKind
from tracker.model.events import Event
from tracker.model.mentions import Mention, MentionKey
from tracker.model.negotiations import Negotiation, NegotiationParty
from tracker.store import Store, StoredArticle

if TYPE_CHECKING:
    from tracker.model.standing import Agreement, Changes, Deadline, KeyDay, Proposal, Standing, Tally

_KEPT = 12


class App:
    """A tracker over one database; threads may share it. Methods raise errors of `tracker.model.errors`; what they
    write is whole or not at all. `slug` is a negotiation's short name; `as_of` a day whose reports alone count."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._keeping = threading.Lock()
        self._kept: OrderedDict[tuple[str, dt.date | None], tuple[int, Chronology]] = OrderedDict()

    # Articles

    def preview(self, article: Article) -> Preview:
        """What adding the article would find; stores nothing."""
        return preview(self.store, article)

    def add(self, article: Article, negotiations: Sequence[str] = (), *, new_negotiation: str | None = None) -> Added:
        """Adds an article to negotiations, and to a new one with the title `new_negotiation`."""
        return add_article(self.store, article, negotiations, new_negotiation)

    def add_many(
        self,
        articles: Iterable[Article],
        negotiations: Sequence[str],
        on_done: Callable[[Added | Refused], None] | None = None,
    ) -> Iterator[Added | Refused]:
        """Adds articles one by one as the result is read, calling `on_done` after each. Started again after an
        interruption it goes on where it stopped."""
        return add_articles(self.store, articles, negotiations, on_done)

    def articles(self, slug: str | None = None) -> tuple[StoredArticle, ...]:
        """The articles (of one negotiation) by publication day, the removed ones last."""
        with self.store.read() as unit:
            at = unit.negotiations.get(slug).id if slug is not None else None
            return (*unit.articles.all(at), *unit.articles.all(at, removed=True))

    def article(self, article_id: int) -> StoredArticle:
        """One article, removed or not."""
        with self.store.read() as unit:
            return unit.articles.get(article_id)

    def mentions(self, article_id: int) -> tuple[Mention, ...]:
        """The mentions of an article's counting version, in the order of the text."""
        with self.store.read() as unit:
            version = unit.articles.newest_version(article_id)
            return tuple(one.mention for one in unit.mentions.of_version(version.id))

    def set_date(self, article_id: int, day: dt.date) -> "Changes":
        """Says when an article was published, and dates all it reports anew."""
        return edit_article(self.store, article_id, published=day)

    def edit(
        self,
        article_id: int,
        *,
        title: str | Unset | None = UNSET,
        outlet: str | Unset | None = UNSET,
        published: dt.date | Unset | None = UNSET,
        negotiations: Sequence[str] | Unset = UNSET,
    ) -> "Changes":
        """Changes the details that are given; None takes one away."""
        return edit_article(
            self.store, article_id, title=title, outlet=outlet, published=published, negotiations=negotiations
        )

    def remove(self, article_id: int) -> "Changes":
        """Takes an article out; `restore` takes it back in."""
        return remove_article(self.store, article_id)

    def restore(self, article_id: int) -> "Changes":
        """Takes a removed article back in."""
        return restore_article(self.store, article_id)

    def purge(self, article_id: int) -> "Changes":
        """Deletes an article's texts and quotes for good."""
        return purge_article(self.store, article_id)

    def rebuild(self, slug: str | None = None, on_progress: Progress | None = None) -> RebuildReport:
        """Extracts and resolves a negotiation, or all, by today's rules; tells what changed."""
        return rebuild(self.store, slug, on_progress)

    def articles_by_other_rules(self) -> int:
        """How many articles were read by other rules than today's; above zero, a rebuild may find more or better."""
        from tracker.extract import rules_version

        with self.store.read() as unit:
            return unit.mentions.by_other_rules(rules_version())

    def load_seeds(self) -> tuple[str, ...]:
        """Loads the negotiations that come with the program, each once for a database; gives those loaded now."""
        return load_seeds(self.store)

    # Decisions

    def decide(
        self,
        kind: DecisionKind,
        *,
        by: str,
        why: str = "",
        events: Sequence[int] = (),
        mentions: Sequence[MentionKey] = (),
        field: str = "",
        value: str = "",
        slug: str | None = None,
    ) -> Decision:
        """Records and applies what an analyst says; `deciding.Wish` tells what each kind takes."""
        wish = Wish(kind, by, why, tuple(events), tuple(mentions), field, value, slug)
        with self.store.begin() as unit:
            return decide(unit, wish)

    def undo(self, decision_id: int, *, by: str, why: str = "") -> Decision:
        """Takes a decision, or an undoing, back."""
        with self.store.begin() as unit:
            return undo(unit, decision_id, by, why)

    def history(self, event_id: int) -> tuple[Decision, ...]:
        """All decisions on an event, undone and undoing ones among them, in order."""
        with self.store.read() as unit:
            return history(unit, event_id)

    def decisions(self, slug: str) -> tuple[Decision, ...]:
        """All decisions on a negotiation, in order."""
        with self.store.read() as unit:
            return unit.decisions.of(unit.negotiations.get(slug).id)

    # Negotiations

    def negotiations(self) -> tuple[Negotiation, ...]:
        """All negotiations in the order of their slugs."""
        with self.store.read() as unit:
            return unit.negotiations.all()

    def create_negotiation(self, title: str, slug: str | None = None) -> Negotiation:
        """A new negotiation; its slug is made of the title unless given."""
        with self.store.begin() as unit:
            chosen = check_slug(slug) if slug else slug_for(title, unit.negotiations.slugs())
            return unit.negotiations.add(chosen, title.strip())

    def generation(self, slug: str | None = None) -> int:
        """A number that grows with every change (of one negotiation): what is kept beyond it is stale."""
        with self.store.read() as unit:
            return unit.negotiations.generation(unit.negotiations.get(slug).id if slug is not None else None)

    # What the events mean

    def chronology(self, slug: str, as_of: dt.date | None = None) -> Chronology:
        """A negotiation's events, parties and day, read once for each state of the database."""
        with self.store.read() as unit:
            generation = unit.negotiations.generation(unit.negotiations.get(slug).id)
            kept = self._kept.get((slug, as_of))
            if kept is None or kept[0] != generation:
                kept = (generation, read_chronology(unit, slug, as_of))
        with self._keeping:
            self._kept[slug, as_of] = kept
            self._kept.move_to_end((slug, as_of))
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return kept[1]

    def events(self, slug: str, as_of: dt.date | None = None) -> tuple[Event, ...]:
        """The events, those that analysts rejected left out, by date, those without one last."""
        return self.chronology(slug, as_of).events

    def event(self, event_id: int) -> Event | None:
        """The event with a public id, followed to where it was merged; None where no article reports it any more or an
        analyst rejected it. Raises NotFound for an id never given."""
        with self.store.read() as unit:
            current = unit.events.current_id(event_id)
            slug = unit.negotiations.by_id(unit.events.negotiation_id(current)).slug
        return next((one for one in self.events(slug) if one.id == current), None)

    def current_event_id(self, event_id: int) -> int:
        """The id under which an event lives today. Raises NotFound for one never given."""
        with self.store.read() as unit:
            return unit.events.current_id(event_id)

    def rejected_events(self, slug: str) -> tuple[Event, ...]:
        """The events that analysts rejected."""
        with self.store.read() as unit:
            return unit.events.of(unit.negotiations.get(slug).id, rejected=True)

    def parties(self, slug: str, as_of: dt.date | None = None) -> tuple[NegotiationParty, ...]:
        """The parties with their roles: those that are set, else those that most events name."""
        return self.chronology(slug, as_of).parties

    def standing(self, slug: str, as_of: dt.date | None = None) -> "Standing":
        """Where the negotiation and each of its parties stand."""
        from tracker.views import standing

        known = self.chronology(slug, as_of)
        return standing(known.index, known.parties, known.today, known.undated)

    def proposals(self, slug: str, as_of: dt.date | None = None) -> "tuple[Proposal, ...]":
        """The proposals with their terms and answers."""
        from tracker.views import proposals

        known = self.chronology(slug, as_of)
        return proposals(known.index, known.today)

    def tallies(self, slug: str, as_of: dt.date | None = None) -> "tuple[Tally, ...]":
        """What was promised, done and is left."""
        from tracker.views import tallies

        return tallies(self.chronology(slug, as_of).index)

    def deadlines(self, slug: str, as_of: dt.date | None = None) -> "tuple[Deadline, ...]":
        """What is due when."""
        from tracker.views import deadlines

        known = self.chronology(slug, as_of)
        return deadlines(known.index, known.today)

    def agreements(self, slug: str, as_of: dt.date | None = None) -> "tuple[Agreement, ...]":
        """Deals and truces with what they promise."""
        from tracker.views import agreements

        known = self.chronology(slug, as_of)
        return agreements(known.index, known.today)

    def key_days(self, slug: str, count: int, as_of: dt.date | None = None) -> "tuple[KeyDay, ...]":
        """The `count` days that matter most."""
        from tracker.views import key_days

        return key_days(self.chronology(slug, as_of).index, count)

    def changes_since(self, slug: str, day: dt.date) -> "Changes":
        """What the reports published after `day` changed."""
        from tracker.views import changes

        now = self.chronology(slug)
        return changes(self.events(slug, day), now.events, now.today)
