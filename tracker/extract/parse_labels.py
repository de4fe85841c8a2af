"""Sets of the parser's and the tagger's labels that several repairs of a parse ask for."""

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
VERBS = {"VERB", "AUX"}
# Tags of verbs in a tense.
FINITE = {"VBD", "VBZ", "VBP"}
HELPERS = {"aux", "auxpass"}
# Names of who may be a side of a negotiation, and those or persons.
SIDE_NAMES = {"GPE", "NORP", "ORG"}
ACTOR_NAMES = SIDE_NAMES | {"PERSON"}
# Names of nobody and of no place.
NO_NAMES = {"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY", "LANGUAGE", "EVENT", "LAW"}
# Auxiliaries of the perfect and the present of "be", and what opens a condition as "if" does.
HAVE = {"has", "have", "'ve"}
BE = {"is", "are", "'s", "'re", "am", "'m"}
PROVISOS = {"provided", "providing"}
# Words that open a clause of time, and that a parser may take for prepositions.
CLAUSE_LINKS = {"after", "as", "before", "since", "until", "while"}
