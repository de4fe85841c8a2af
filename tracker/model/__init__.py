"""The nouns of the tracker. Imports nothing of ours."""
