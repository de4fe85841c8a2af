"""Options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer


def parse_day(words: str) -> date:
    """An ISO day."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise typer.BadParameter(f"{words!r} is no day; write it as in 2024-01-30.") from error


def day_option(name: str, help: str) -> typer.models.OptionInfo:
    """An option that takes an ISO day."""
    option: typer.models.OptionInfo = typer.Option(name, parser=parse_day, metavar="DAY", help=help)
    return option


Negotiation = Annotated[
    str | None,
    typer.Option("--negotiation", "-n", metavar="NAME", help="The negotiation's short name; needed if there are more."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
AsOf = Annotated[date | None, day_option("--as-of", "As it stood in what was published by this day.")]
Published = Annotated[date | None, day_option("--published", "The day on which it was published.")]
Files = Annotated[
    list[Path], typer.Argument(metavar="FILE", help="Articles to read; - is standard input.", allow_dash=True)
]
