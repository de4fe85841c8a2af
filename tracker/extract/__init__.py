"""Article -> mentions."""

from tracker.extract.pipeline import extract, extract_many, rules_version

__all__ = ["extract", "extract_many", "rules_version"]
