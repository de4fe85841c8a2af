"""How long the dashboard takes to open, against an empty Streamlit page on the same machine.

    python benchmarks/dashboard.py [--rounds 5] [--picture docs/dashboard.png]

Prints the median seconds from opening the address to a drawn page for an empty page, for the overview with the seed
negotiation (cold: first visit of the process; warm: later visits) and the ratio of the warm one. `--picture` also draws
the overview into a file, for the README.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--picture", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        empty = Path(folder) / "empty.py"
        empty.write_text("import streamlit as st\nst.write('ready')\n")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        database = {"TRACKER_DATABASE_URL": f"sqlite:///{folder}/tracker.db"}
        _, plain = times(browser, empty, 8765, "[data-testid=stMarkdown]", given.rounds, {})
        script = ROOT / "dashboard.py"
        cold, warm = times(browser, script, 8766, ".mark-symbol path", given.rounds, database, given.picture)
        browser.close()
    print(f"empty page       {plain:.2f} s")
    print(f"overview, first  {cold:.2f} s (imports, migration and seeds included)")
    print(f"overview, later  {warm:.2f} s, {warm / plain:.2f} x the empty page")


def times(
    browser: Browser,
    script: Path,
    port: int,
    drawn: str,
    rounds: int,
    environment: dict[str, str],
    picture: Path | None = None,
) -> tuple[float, float]:
    """Seconds of the first visit, and the median of later ones, until `drawn` is there; one more for a picture."""
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    server = subprocess.Popen(
        [*command, "--server.headless", "true"], cwd=ROOT, env=os.environ | environment, stdout=subprocess.DEVNULL
    )
    try:
        wait(f"http://localhost:{port}/_stcore/health")
        taken = [visit(browser, f"http://localhost:{port}", drawn) for _ in range(rounds + 1)]
        if picture:
            visit(browser, f"http://localhost:{port}", drawn, picture)
    finally:
        server.terminate()
        server.wait(timeout=20)
    return taken[0], statistics.median(taken[1:])


def visit(browser: Browser, address: str, drawn: str, picture: Path | None = None) -> float:
    """Seconds from opening `address` in a fresh tab until `drawn` is there."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(drawn, timeout=120_000)
    seconds = time.perf_counter() - start
    if picture:
        page.wait_for_selector("[data-test-script-state=notRunning]")
        page.wait_for_timeout(1_000)
        page.screenshot(path=picture)
    page.close()
    return seconds


def wait(address: str) -> None:
    """Returns once a server answers at `address`; raises TimeoutError after a minute."""
    for _ in range(300):
        try:
            urlopen(address).close()
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)


if __name__ == "__main__":
    main()
