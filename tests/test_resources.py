from pathlib import Path

import pytest

from tracker import resources


def lay_out(root: Path) -> None:
    (root / "migrations").mkdir(parents=True)
    (root / "dashboard.py").touch()


def test_a_wheel_carries_its_files_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "tracker"
    lay_out(package / "_resources")
    assert resources.resources_root(package) == package / "_resources"


def test_a_clone_has_them_beside_the_package(tmp_path: Path) -> None:
    lay_out(tmp_path)
    assert resources.resources_root(tmp_path / "tracker") == tmp_path


def test_a_folder_that_only_looks_like_a_clone_is_refused(tmp_path: Path) -> None:
    (tmp_path / "migrations").mkdir()
    with pytest.raises(FileNotFoundError, match="install it again"):
        resources.resources_root(tmp_path / "tracker")


def test_the_running_installation_has_all_of_them() -> None:
    assert (resources.migrations_path() / "env.py").is_file()
    assert any(resources.seeds_path().glob("*/negotiation.toml"))
    assert resources.dashboard_path().is_file()
    assert resources.streamlit_config_path().is_file()
