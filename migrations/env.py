"""Runs the migrations: on the connection that the program hands over, or, from Alembic's own command line, on the
database that the settings name."""

from alembic import context
from sqlalchemy import Connection

from tracker.settings import get_settings
from tracker.store.engine import make_engine
from tracker.store.tables import Base


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_server_default=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


if (given := context.config.attributes.get("connection")) is not None:
    run(given)
else:
    settings = get_settings()
    with make_engine(settings.database_url, settings.busy_seconds).connect() as connection:
        run(connection)
