"""The `tracker` command with all its subcommands."""

from typing import Any

import typer
from typer.core import TyperGroup

from tracker.cli.output import complain
from tracker.model.errors import NegotiationChoiceNeeded, TrackerError

BAD_INPUT = 2
"""The exit code for input that the program cannot use."""


class Commands(TyperGroup):
    """Says what the user can mend in one sentence and ends with code 2; everything else is a fault of the program."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the help."""
        return _without_coercion(super().get_help_option(ctx))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command with this name, or None."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            _without_coercion(command.get_help_option(ctx))
        return command

    def invoke(self, ctx: Any) -> Any:
        """Runs the command that the words in `ctx` name."""
        try:
            return super().invoke(ctx)
        except NegotiationChoiceNeeded as error:
            complain(str(error))
            for option in error.options:
                complain(f"  --negotiation {option}")
            raise typer.Exit(BAD_INPUT) from error
        except TrackerError as error:
            complain(str(error))
            raise typer.Exit(BAD_INPUT) from error


def _without_coercion(option: Any) -> Any:
    """The help option with a default that is a bool already: for None, typer loads Pydantic, a quarter of the time that
    a small command takes to start."""
    if option is not None:
        option.default = False
    return option


app = typer.Typer(
    name="tracker",
    cls=Commands,
    help="Turns news articles about a negotiation into a chronology that shows the words behind every event.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def version(value: bool) -> None:
    """Prints the version and ends, if asked to."""
    if value:
        from importlib.metadata import version as installed

        typer.echo(installed("negotiation-tracker"))
        raise typer.Exit


@app.callback()
def options(
    _: bool = typer.Option(False, "--version", callback=version, is_eager=True, help="Print the version and end."),
) -> None:
    """Turns news articles about a negotiation into a chronology that shows the words behind every event."""


def register() -> None:
    """Adds every module's commands."""
    from tracker.cli import (
        adding,
        articles,
        chronology,
        databases,
        deciding,
        exporting,
        extracting,
        measuring,
        running,
        standing,
    )

    modules = (running, adding, articles, chronology, standing, deciding, exporting, extracting, measuring, databases)
    for module in modules:
        module.register(app)


register()
