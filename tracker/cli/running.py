"""`tracker dashboard`: starts Streamlit with the packaged settings, reachable from this computer only."""

import os
import sys
from typing import Annotated

import typer

from tracker.resources import dashboard_path, streamlit_config_path


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command(epilog="Example: tracker dashboard --port 8502")(dashboard)


def dashboard(
    port: Annotated[int | None, typer.Option(min=1, max=65535, metavar="PORT", help="The port to listen on.")] = None,
    headless: Annotated[
        bool, typer.Option("--headless", "--server.headless", help="Do not open a browser window.")
    ] = False,
) -> None:
    """Open the dashboard in the browser. On the first run it reads the negotiation that comes with the program."""
    command = [sys.executable, "-m", "streamlit", "run", str(dashboard_path()), *config_arguments()]
    if port:
        command += ["--server.port", str(port)]
    if headless:
        command += ["--server.headless", "true"]
    sys.stdout.flush()
    os.execv(sys.executable, command)


def config_arguments() -> list[str]:
    """The packaged settings of server and privacy as arguments, which nothing in the user's folders overrides.

    Streamlit finds the rest, the theme, beside the script.
    """
    import tomllib

    content = tomllib.loads(streamlit_config_path().read_text(encoding="utf-8"))
    arguments: list[str] = []
    for section in ("browser", "server", "client"):
        for key, value in content.get(section, {}).items():
            arguments += [f"--{section}.{key}", str(value).lower() if isinstance(value, bool) else str(value)]
    return arguments
