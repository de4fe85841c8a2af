"""The dashboard: one file a page under `pages`. Streamlit is imported here and in `dashboard.py`, nowhere else.

Pure parts (words, marks, chart data, the address) are plain functions; pages only place what they return.
"""
