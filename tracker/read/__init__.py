"""From a file, a page or pasted text to an `Article`. Nothing is stored here, and no network is used."""

from tracker.read.files import SUFFIXES, read_bytes, read_file, read_files, readable_files
from tracker.read.pasted import Given, read_text
from tracker.read.records import Record, read_records
from tracker.read.seeds import Seed, read_seeds

__all__ = [
    "SUFFIXES",
    "Given",
    "Record",
    "Seed",
    "read_bytes",
    "read_file",
    "read_files",
    "read_records",
    "read_seeds",
    "read_text",
    "readable_files",
]
