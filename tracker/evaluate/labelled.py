"""`tracker evaluate GOLD_DIR`: the extraction's figures on a folder of labelled articles."""

from collections.abc import Callable
from pathlib import Path

from tracker.evaluate.gold import gold_articles
from tracker.evaluate.scores import Figures, Score
from tracker.export.labels import as_written


def evaluate(folder: Path, on_article: Callable[[str, Figures], None] | None = None) -> Figures:
    """Extracts every labelled article of a folder and scores it.

    `on_article` is called with each article's name and its own figures. Raises ArticleError for a folder without
    labelled articles or with a faulty one.
    """
    from tracker.extract import extract_many

    gold = gold_articles(folder)
    total = Score()
    for labels, extraction in zip(gold, extract_many([g.article for g in gold]), strict=True):
        mentions = as_written(extraction)
        total.add(labels, mentions)
        if on_article is not None:
            alone = Score()
            alone.add(labels, mentions)
            on_article(labels.name, alone.figures())
    return total.figures()
