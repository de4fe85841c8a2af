"""The dashboard as a process of its own on a fresh database, and Chromium to drive it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("localhost", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium of this machine; without one Playwright looks for its own and fails where there is none either."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    return browser_type_launch_args | {"args": quiet} | ({"executable_path": found} if found else {})


@pytest.fixture(scope="module")
def dashboard_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on a database of its own, which loads the seeds when it is first opened."""
    folder, port = tmp_path_factory.mktemp("dashboard"), free_port()
    environment = os.environ | {"TRACKER_DATABASE_URL": f"sqlite:///{folder / 'tracker.db'}"}
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless", "true"]
    log = (folder / "log").open("w+")
    server = subprocess.Popen(
        [*command, "--server.port", str(port)], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        wait_until_healthy(f"http://localhost:{port}/_stcore/health", server)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.seek(0)
        print(log.read())
        log.close()


def wait_until_healthy(address: str, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Returns once the server answers. Raises RuntimeError where it ends or stays silent."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"The dashboard ended with code {server.returncode}.")
        try:
            with urlopen(address) as answer:
                if answer.status == 200:
                    return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise RuntimeError(f"The dashboard did not answer within {seconds:g} seconds.")
