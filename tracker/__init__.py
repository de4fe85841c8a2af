"""Turns news articles about a negotiation into a chronology in which every fact shows the words behind it."""
