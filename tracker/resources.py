"""Where the files that come with the program lie: beside the package in a clone or an editable install, inside it in a
wheel (`tracker/_resources`, filled by the build)."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources_root(package: Path = _PACKAGE) -> Path:
    """The folder that holds `migrations`, `seeds`, `dashboard.py` and `.streamlit` for the package in `package`.

    Raises FileNotFoundError, naming the places looked at, where neither a wheel's nor a clone's folder is there.
    """
    candidates = (package / "_resources", package.parent)
    for candidate in candidates:
        if (candidate / "migrations").is_dir() and (candidate / "dashboard.py").is_file():
            return candidate
    places = " and ".join(str(candidate) for candidate in candidates)
    raise FileNotFoundError(f"The program's own files are missing (looked in {places}): install it again.")


def migrations_path() -> Path:
    """The folder of the Alembic environment (`env.py`, `versions/`)."""
    return resources_root() / "migrations"


def seeds_path() -> Path:
    """The folder that holds one folder per seed negotiation."""
    return resources_root() / "seeds"


def dashboard_path() -> Path:
    """The script that `streamlit run` starts."""
    return resources_root() / "dashboard.py"


def streamlit_config_path() -> Path:
    """The Streamlit settings that the dashboard is to run with."""
    return resources_root() / ".streamlit" / "config.toml"
