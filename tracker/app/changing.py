"""One change of one article, with what follows from it in all its negotiations."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace

from tracker.app.learning import changed_verdicts, taught_names, verdicts
from tracker.app.resolving import Resolver
from tracker.model.articles import Article
from tracker.model.mentions import Extraction
from tracker.model.parties import Affiliation
from tracker.model.standing import Changes
from tracker.resolve.words import fold
from tracker.store.unit import Unit


@contextmanager
def changing(
    unit: Unit, article_id: int, joining: Iterable[int] = (), teaching: Iterable[Affiliation] = ()
) -> Iterator[Mapping[int, Resolver]]:
    """Takes the article's mentions out of the events of its negotiations, lets the caller change rows, and puts in what
    counts then. `joining` are the negotiations that it may come into, `teaching` what a new extraction of it teaches.
    Gives the resolvers by negotiation, to be asked for the differences afterwards."""
    was = placed(unit, article_id)
    taught = unit.mentions.folded_names(article_id) | taught_names(one.name for one in teaching)
    resolvers = {one: Resolver(unit, one) for one in sorted({*was, *joining})}
    before = {one: verdicts(unit, one, taught) for one in resolvers}
    for one, version_id in was.items():
        resolvers[one].take_out(unit.mentions.keys_of_version(version_id))
    yield resolvers
    now = placed(unit, article_id)
    for one, resolver in resolvers.items():
        reports = list(unit.reports.of_versions([now[one]])) if one in now else []
        resolver.put_in(reports, changed_verdicts(before[one], verdicts(unit, one, taught)))


def placed(unit: Unit, article_id: int) -> dict[int, int]:
    """The version of the article that counts, by the negotiations where it does; empty where it is removed or gone."""
    newest = unit.articles.counting_version_id(article_id)
    return {} if newest is None else dict.fromkeys(unit.articles.negotiation_ids(article_id), newest)


def save_extraction(unit: Unit, version_id: int, article: Article, extraction: Extraction) -> None:
    """Stores what was found in a version and makes it count."""
    made = unit.mentions.save(version_id, extraction, article.published, fold)
    unit.mentions.make_current(made)


def changes_of(resolvers: Iterable[Resolver]) -> Changes:
    """What changed in all these negotiations, in words."""
    from tracker.views import changes

    found = []
    for resolver in resolvers:
        before, after, today = resolver.difference()
        context = resolver.context(before, after)
        told = changes(before, after, today, context.events)
        found.append(told if context.reaches_today else replace(told, turns=()))
    parts = {part.name: tuple(line for one in found for line in getattr(one, part.name)) for part in fields(Changes)}
    return Changes(**parts)
