import re
import shlex
from pathlib import Path

import pytest
from command_line import run

from tracker.cli.reference import commands, reference

ROOT = Path(__file__).parents[2]
COMMANDS = dict(commands())
LEAVES = [name for name, command in COMMANDS.items() if not getattr(command, "commands", None)]


def test_the_reference_is_made_from_the_commands() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "tracker"])
def test_every_command_is_documented(name: str) -> None:
    assert f"## {name}\n" in reference()


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_has_an_example_that_it_accepts(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert command.epilog.startswith(f"Example: {name}")
    words = shlex.split(command.epilog.removeprefix(f"Example: {name}").split(" > ")[0])
    context = command.make_context(name.split()[-1], words)
    assert context.params.keys() == {one.name for one in command.params if one.name != "help"}


@pytest.mark.parametrize("name", LEAVES)
def test_every_parameter_is_explained(name: str) -> None:
    for parameter in COMMANDS[name].params:
        assert getattr(parameter, "help", None), f"{name}: {parameter.name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_shown(name: str) -> None:
    result = run(*name.split()[1:], "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")
    assert name == "tracker" or "Example: tracker" in result.stdout or getattr(COMMANDS[name], "commands", None)


def test_the_version_is_told() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", run("--version").stdout)


def test_a_command_that_is_none_is_refused() -> None:
    assert run("tmeline").exit_code == 2
