import os
import sys

import pytest
from command_line import run

from tracker.cli.running import config_arguments
from tracker.resources import dashboard_path


def test_the_dashboard_runs_on_this_computer_only_and_tells_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda _, command: started.append(command))
    assert run("dashboard", "--port", "8599", "--headless").exit_code == 0
    (command,) = started
    assert command[:5] == [sys.executable, "-m", "streamlit", "run", str(dashboard_path())]
    options = dict(zip(command[5::2], command[6::2], strict=True))
    assert options["--server.address"] == options["--browser.serverAddress"] == "localhost"
    assert options["--browser.gatherUsageStats"] == options["--server.showEmailPrompt"] == "false"
    assert (options["--server.port"], options["--server.headless"]) == ("8599", "true")


def test_streamlit_knows_every_setting() -> None:
    from streamlit import config

    known = config.get_config_options()
    assert {argument.removeprefix("--") for argument in config_arguments()[::2]} <= known.keys()
