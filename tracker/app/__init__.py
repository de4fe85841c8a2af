"""Adds an article end to end: the one place where the stages meet."""

from tracker.app.application import App
from tracker.app.chronology import Chronology
from tracker.app.records import Added, LostDecision, Preview, RebuildReport, Refused

__all__ = ["Added", "App", "Chronology", "LostDecision", "Preview", "RebuildReport", "Refused"]
