"""What can go wrong for a user. Each message is one clear sentence: what was wrong and what to do.

TrackerError
├── ArticleError              a text or file that cannot be read as an article
├── DateUnknown               a day is needed and not known
├── NotFound                  no such negotiation, article, event, party or decision
├── NegotiationChoiceNeeded   an article was added without saying to which negotiation
└── DatabaseError             the database cannot be opened, migrated or backed up
"""


class TrackerError(Exception):
    """The root: the program says the message and stops, nothing is half-done."""


class ArticleError(TrackerError):
    """A text or file that cannot be read as an article."""


class DateUnknown(TrackerError):  # noqa: N818
    """A day is needed and not known."""


class NotFound(TrackerError):  # noqa: N818
    """There is no such negotiation, article, event, party or decision."""


class NegotiationChoiceNeeded(TrackerError):  # noqa: N818
    """It was not said to which negotiation an article belongs. `options` are the slugs proposed, best first."""

    def __init__(self, message: str, options: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.options = options


class DatabaseError(TrackerError):
    """The database cannot be opened, migrated or backed up."""
