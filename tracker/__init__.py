"""Tracks negotiations."""
