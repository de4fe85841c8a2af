"""The README is true: its commands exist, print what it shows, and its links lead somewhere."""

import re
import shlex
from pathlib import Path

import pytest
from command_line import run

from tracker.cli.reference import commands

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = dict(commands())
SHOWN = sorted(set(re.findall(r"(?:^\$ (?:[^|\n]* \| )?|`)(tracker [^`\n]+)", README, re.MULTILINE)))


@pytest.mark.parametrize("line", SHOWN)
def test_every_command_shown_is_accepted(line: str) -> None:
    words = shlex.split(line.split(" | ")[0].split(" > ")[0], comments=True)
    name = next(" ".join(words[:n]) for n in (3, 2) if " ".join(words[:n]) in COMMANDS)
    command = COMMANDS[name]
    rest = words[len(name.split()) :]
    if any(parameter.required and parameter.param_type_name == "argument" for parameter in command.params) and not rest:
        return
    command.make_context(name, rest, resilient_parsing=not rest)


def test_the_commands_shown_with_their_output_print_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DATABASE_URL", f"sqlite:///{tmp_path / 'tracker.db'}")
    (shown,) = re.findall(r"<!-- transcript -->\n```console\n(.*?)```\n<!-- /transcript -->", README, re.DOTALL)
    commands = re.findall(r"^\$ tracker (.*)$", shown, re.MULTILINE)
    printed = [f"$ tracker {words}\n{run(*shlex.split(words)).stdout}" for words in commands]
    lines = [line.rstrip() for line in "\n".join(printed).splitlines()]
    assert shown.rstrip().splitlines() == lines, "\n".join(lines)


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert {"dashboard", "test", "test-all"} <= set(re.findall(r"make ([a-z-]+)", README)) <= targets
