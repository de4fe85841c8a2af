"""Who can be a side: packaged parties, states, leaders and the generic nouns for them."""

from tracker.rules.parties.countries import Country, load_countries, renamed_states
from tracker.rules.parties.examples import PartyExample
from tracker.rules.parties.leaders import Leader, Term, load_leaders
from tracker.rules.parties.names import KnownName, NameBook, NameSort, load_name_book, words_of
from tracker.rules.parties.nouns import PartyNouns, head_of_name, load_party_nouns

__all__ = [
    "Country",
    "KnownName",
    "Leader",
    "NameBook",
    "NameSort",
    "PartyExample",
    "PartyNouns",
    "Term",
    "head_of_name",
    "load_countries",
    "load_leaders",
    "load_name_book",
    "load_party_nouns",
    "renamed_states",
    "words_of",
]
