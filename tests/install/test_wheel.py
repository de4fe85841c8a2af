"""A wheel, installed into an empty environment, does everything that a clone does."""

import json
import os
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CARRIED = (
    "tracker/_resources/dashboard.py",
    "tracker/_resources/.streamlit/config.toml",
    "tracker/_resources/migrations/env.py",
    "tracker/_resources/seeds/gaza-truce-2024/negotiation.toml",
    "tracker/rules/events/release.toml",
)

pytestmark = pytest.mark.install


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=kept | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands' folder of an environment with the wheel alone; what it depends on is borrowed from this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return folder / "bin"


def test_the_wheel_carries_what_a_clone_has_beside_the_package(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert set(CARRIED) <= set(names)
    assert not [name for name in names if name.startswith(("tests/", "docs/")) or name.endswith((".db", ".pyc"))]


def test_the_installed_program_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    where = "import tracker, tracker.resources as r; print(tracker.__file__, r.dashboard_path(), r.migrations_path())"
    paths = run(installed / "python", "-c", where, cwd=tmp_path).split()
    assert all(path.startswith(str(installed.parent)) for path in paths)
    database = {"TRACKER_DATABASE_URL": f"sqlite:///{tmp_path / 'tracker.db'}"}
    info = json.loads(run(installed / "tracker", "info", "--json", cwd=tmp_path, **database))
    assert info["database"] == database["TRACKER_DATABASE_URL"]
    assert info["articles"] == 0
    events = json.loads(run(installed / "tracker", "timeline", "--json", cwd=tmp_path, **database))
    assert {"meeting", "release", "rejection"} <= {event["type"] for event in events}
    assert json.loads(run(installed / "tracker", "info", "--json", cwd=tmp_path, **database))["articles"] == 2
    assert run(installed / "tracker", "db", "check", cwd=tmp_path, **database) == "The database is sound.\n"


def test_the_installed_dashboard_answers(installed: Path, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"TRACKER_DATABASE_URL": f"sqlite:///{tmp_path / 'tracker.db'}"}
    command = [installed / "tracker", "dashboard", "--headless", "--port", str(port)]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            assert answers(f"http://localhost:{port}/_stcore/health", process)
        finally:
            process.terminate()


def answers(address: str, process: "subprocess.Popen[bytes]", seconds: float = 60) -> bool:
    """Whether the address answers before the time is over or the process ends."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    return False
