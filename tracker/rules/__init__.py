"""The packaged rules: data files and the loader that checks them."""

from tracker.rules.language import Language, load_language, word_class
from tracker.rules.lexicon import Example, Lexicon, Sense, TypeRules, load_lexicon
from tracker.rules.reading import RuleError, rules_digest

__all__ = [
    "Example",
    "Language",
    "Lexicon",
    "RuleError",
    "Sense",
    "TypeRules",
    "load_language",
    "load_lexicon",
    "rules_digest",
    "word_class",
]
