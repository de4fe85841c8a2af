"""Running commands as a user does."""

from pathlib import Path

from typer.testing import CliRunner, Result

from tracker.cli.application import app


def run(*words: object, stdin: bytes | str | None = None) -> Result:
    """The result of a command; a fault of the program is raised, not swallowed."""
    result = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def one_sentence(result: Result) -> str:
    """The complaint of a command that refused its input: exit code 2, one line, nothing on standard output."""
    assert result.exit_code == 2, (result.exit_code, result.output)
    assert result.stdout == ""
    (line,) = [line for line in result.stderr.splitlines() if line.strip()]
    assert line.endswith(".")
    return line


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path
