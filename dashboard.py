"""The dashboard: `streamlit run dashboard.py`, or `tracker dashboard`."""

from tracker.dashboard.registry import run

run()
