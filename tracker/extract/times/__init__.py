"""Finds and normalises the time expressions of English news."""

from tracker.extract.times.tagger import find_times, tag_times

__all__ = ["find_times", "tag_times"]
