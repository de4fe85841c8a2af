"""The codebook, made from the rule files."""

from tracker.model.mentions import EventType
from tracker.rules import Example, TypeRules, load_lexicon


def _fields(example: Example) -> str:
    told = []
    if example.status is not None:
        told.append(str(example.status))
    if example.actors:
        told.append("by " + ", ".join(example.actors))
    if example.targets:
        told.append("to " + ", ".join(example.targets))
    if example.start:
        told.append(
            example.start if not example.end or example.end == example.start else f"{example.start}/{example.end}"
        )
    if example.count is not None:
        told.append(f"{example.count:g}")
    return f" *({'; '.join(told)})*" if told else ""


def _section(rules: TypeRules) -> list[str]:
    mode = f", mode {rules.plover_mode}" if rules.plover_mode else ""
    words = sorted({w for s in rules.senses for w in (*s.verbs, *s.nouns, *s.adjectives) if w != "*"})
    lines = [
        f"## {rules.type.value}",
        "",
        rules.definition,
        "",
        f"- PLOVER: {rules.plover or 'none'}{mode}; CAMEO: {rules.cameo}",
        f"- Senses: {', '.join(s.name for s in rules.senses)}",
        f"- Words: {len(words)}, such as {', '.join(words[:12])}",
    ]
    lines += ["- Is one:"] + [f"  - {e.text}{_fields(e)}" for e in rules.examples]
    lines += ["- Is none:"] + [f"  - {e.text}" for e in rules.counterexamples]
    return [*lines, ""]


def codebook() -> str:
    """The codebook as Markdown: each type's definition, codes, senses, examples and counterexamples."""
    lexicon = load_lexicon()
    lines = [
        "# Codebook",
        "",
        "Made from the rule files by `tracker codebook`; do not edit by hand.",
        "",
        "The codes are those of acts that took place. An act that is only promised has the PLOVER root AGREE, one",
        "that is demanded REQUEST, one that is refused REJECT, a hostile one that is threatened or planned THREATEN.",
        "",
    ]
    for event_type in EventType:
        lines += _section(lexicon.types[event_type])
    return "\n".join(lines)
