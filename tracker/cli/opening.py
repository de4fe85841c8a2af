"""Opening the database for a command, and choosing the negotiation that it is about."""

from typing import TYPE_CHECKING

from tracker.cli.output import complain
from tracker.model.errors import NegotiationChoiceNeeded, NotFound

if TYPE_CHECKING:
    from tracker.app import App


def open_app() -> "App":
    """The application over the database of the settings; says so if its tables were brought up to date."""
    from tracker.app import App
    from tracker.store import open_store

    store = open_store()
    if store.upgrade and store.upgrade.backup:
        complain(f"The database was brought up to date; a copy of the old one is {store.upgrade.backup}.")
    return App(store)


def open_for_reading() -> "App":
    """The application, with the negotiations that come with the program where there is no other. Their loading, if it
    was interrupted, is finished."""
    from tracker.resources import seeds_path

    app = open_app()
    slugs = {negotiation.slug for negotiation in app.negotiations()}
    if not slugs:
        complain("Reading the negotiation that comes with the program (the first run only) ...")
    if slugs <= {path.parent.name for path in seeds_path().glob("*/negotiation.toml")}:
        app.load_seeds()
    return app


def chosen(app: "App", slug: str | None) -> str:
    """The negotiation that `slug` names, or the only one there is.

    Raises NotFound where there is no such one or none at all, NegotiationChoiceNeeded where there are several.
    """
    slugs = tuple(negotiation.slug for negotiation in app.negotiations())
    if slug in slugs:
        return slug
    if slug is not None:
        known = f"there are {', '.join(slugs)}" if slugs else "there is none yet"
        raise NotFound(f"There is no negotiation {slug!r}; {known}.")
    if not slugs:
        raise NotFound('There is no negotiation yet; make one with `tracker add FILE --new-negotiation "TITLE"`.')
    if len(slugs) > 1:
        raise NegotiationChoiceNeeded("There is more than one negotiation; say which:", slugs)
    return slugs[0]
