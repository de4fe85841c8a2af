"""How long the dashboard takes to open, against an empty Streamlit page on the same machine.

    python benchmarks/dashboard.py [--rounds 5]

Prints the median seconds from opening the address to a drawn page for an empty page, for the overview with the seed
negotiation (cold: first visit of the process; warm: later visits) and the ratio of the warm one.
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
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        empty = Path(folder) / "empty.py"
        empty.write_text("import streamlit as st\nst.write('ready')\n")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        database = {"TRACKER_DATABASE_URL": f"sqlite:///{folder}/tracker.db"}
        _, plain = times(browser, empty, 8765, "[data-testid=stMarkdown]", rounds, {})
        cold, warm = times(browser, ROOT / "dashboard.py", 8766, ".mark-symbol path", rounds, database)
        browser.close()
    print(f"empty page       {plain:.2f} s")
    print(f"overview, first  {cold:.2f} s (imports, migration and seeds included)")
    print(f"overview, later  {warm:.2f} s, {warm / plain:.2f} x the empty page")


def times(
    browser: Browser, script: Path, port: int, drawn: str, rounds: int, environment: dict[str, str]
) -> tuple[float, float]:
    """Seconds of the first visit and the median of later ones until `drawn` is on the page."""
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    server = subprocess.Popen(
        [*command, "--server.headless", "true"], cwd=ROOT, env=os.environ | environment, stdout=subprocess.DEVNULL
    )
    try:
        wait(f"http://localhost:{port}/_stcore/health")
        taken = [visit(browser, f"http://localhost:{port}", drawn) for _ in range(rounds + 1)]
    finally:
        server.terminate()
        server.wait(timeout=20)
    return taken[0], statistics.median(taken[1:])


def visit(browser: Browser, address: str, drawn: str) -> float:
    """Seconds from opening `address` in a fresh tab until `drawn` is there."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(drawn, timeout=120_000)
    seconds = time.perf_counter() - start
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
