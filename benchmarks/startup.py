"""How long `tracker info` takes to start, against `python -c "import sqlalchemy, typer"`: at most 1.5 times is the aim.

    python benchmarks/startup.py [--runs 20]

Prints the median and the least of both in milliseconds, and their ratio (of the medians). The database is a new file.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BASE = [sys.executable, "-c", "import sqlalchemy, typer"]
INFO = [str(Path(sys.executable).with_name("tracker")), "info"]


def timed(command: list[str], environment: dict[str, str]) -> float:
    """Milliseconds that one run takes."""
    begin = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    """Runs both in turn, after one run each that is not counted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"TRACKER_DATABASE_URL": f"sqlite:///{folder}/tracker.db"}
        times: dict[str, list[float]] = {"base": [], "info": []}
        for run in range(runs + 1):
            for name, command in (("base", BASE), ("info", INFO)):
                spent = timed(command, environment)
                if run:
                    times[name].append(spent)
    for name, spent_times in times.items():
        print(f"{name}  median {statistics.median(spent_times):6.1f} ms  least {min(spent_times):6.1f} ms")
    print(f"ratio {statistics.median(times['info']) / statistics.median(times['base']):.2f}")


if __name__ == "__main__":
    main()
