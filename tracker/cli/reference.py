"""docs/cli.md, made from the commands themselves: `python -m tracker.cli.reference > docs/cli.md`."""

import inspect
import sys
from collections.abc import Iterator
from typing import Any

HEAD = """# The command line

Made from the commands by `python -m tracker.cli.reference`; a test keeps it equal. Data goes to standard output,
everything else to standard error. Exit codes: 0 done, 1 a problem found or a fault of the program, 2 input that cannot
be used, with one sentence that says why.
"""


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its full name, groups before their members, in the order of the help."""
    import typer.main

    from tracker.cli.application import app

    yield from _below("tracker", typer.main.get_command(app))


def reference() -> str:
    """The page as Markdown."""
    return "\n".join([HEAD, *(_section(name, command) for name, command in commands() if name != "tracker")])


def _below(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield name, command
    for child_name, child in getattr(command, "commands", {}).items():
        yield from _below(f"{name} {child_name}", child)


def _section(name: str, command: Any) -> str:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and one.name != "help"]
    words = [name, *(_usage(one) for one in arguments), *(["[OPTIONS]"] if options else [])]
    lines = [f"## {name}", "", "```", " ".join(words), "```", "", inspect.cleandoc(command.help or ""), ""]
    for one in arguments:
        lines.append(f"- `{_usage(one)}`: {one.help}")
    for one in options:
        metavar = "" if one.is_flag else f" {one.metavar or one.type.name.upper()}"
        lines.append(f"- `{', '.join([*one.opts, *one.secondary_opts])}{metavar}`: {one.help}")
    if arguments or options:
        lines.append("")
    if command.epilog:
        lines += [command.epilog.replace("Example: ", "Example: `", 1) + "`", ""]
    return "\n".join(lines)


def _usage(argument: Any) -> str:
    metavar: str = argument.metavar or argument.name.upper()
    return f"{metavar}..." if argument.nargs != 1 else metavar


if __name__ == "__main__":
    sys.stdout.write(reference())
