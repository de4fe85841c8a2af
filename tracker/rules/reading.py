"""Reading TOML rule files: a fault names the file and the key."""

import hashlib
import tomllib
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError


class RuleError(ValueError):
    """A rule file that cannot be used; the message names file and key."""


class RuleModel(BaseModel):
    """Base of what rule files hold: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=RuleModel)


def read_rules(file: Traversable, model: type[Model]) -> Model:
    """One rule file as `model`. Raises RuleError for bad TOML, unknown keys and values of the wrong kind."""
    try:
        return model.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as fault:
        raise RuleError(f"{file.name}: not valid TOML: {fault}") from fault
    except ValidationError as faults:
        first = faults.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise RuleError(f"{file.name}: {key}: {first['msg']}") from faults


def rule_files(folder: str) -> list[Traversable]:
    """The TOML files of a folder of tracker/rules, by name."""
    return sorted(
        (f for f in (files("tracker.rules") / folder).iterdir() if f.name.endswith(".toml")), key=lambda f: f.name
    )


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """SHA-256 over all packaged rule files, 12 hexadecimal digits: changes when any rule does."""
    digest = hashlib.sha256()
    for folder in ("events", "languages", "parties", "times"):
        directory = files("tracker.rules") / folder
        if directory.is_dir():
            for file in rule_files(folder):
                digest.update(f"{folder}/{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:12]
