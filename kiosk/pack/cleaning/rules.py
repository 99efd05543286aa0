"""The cleaning rules as data: what each is called, why it is there, how grave it is, and examples.

A cleaning function names the rule that it used by its id, and the ledger keeps the id. RULES.md beside this
file is written from here by `kiosk rules --cleaning`.
"""

from __future__ import annotations

from kiosk.pack.cleaning.rule import Gravity, Rule
from kiosk.pack.cleaning.rules_of_classes import RULES_OF_CLASSES
from kiosk.pack.cleaning.rules_of_records import RULES_OF_RECORDS
from kiosk.pack.cleaning.rules_of_texts import RULES_OF_TEXTS

__all__ = ["ALL_RULES", "Gravity", "Rule", "markdown_table", "rule"]

ALL_RULES = (*RULES_OF_TEXTS, *RULES_OF_CLASSES, *RULES_OF_RECORDS)
"""Every rule, in the table's order."""
_BY_ID = {each.id: each for each in ALL_RULES}
_NAMES_OF_INVISIBLE = {"\n": "⏎", "\u3000": "〔全角空格〕"}


def rule(name: str) -> Rule:
    """The rule of that id. Raises KeyError for an id that no cleaning function uses."""
    return _BY_ID[name]


def markdown_table() -> str:
    """All rules as a table in Markdown, in both languages."""
    header = ("规则", "rule", "怎样处理", "what is done", "程度", "原来 → 改为")
    lines = [header, tuple("---" for _ in header), *(_line(each) for each in ALL_RULES)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _line(each: Rule) -> tuple[str, ...]:
    examples = "<br>".join(f"{_shown(was)} → {_shown(became)}" for was, became in each.examples)
    grave = each.gravity.words
    return (
        each.name.zh,
        each.name.en,
        each.explanation.zh,
        each.explanation.en,
        f"{grave.zh} {grave.en}",
        examples,
    )


def _shown(text: str) -> str:
    """A cell's text inside a table: what is invisible by its name, in quotes where spaces end it."""
    if not text:
        return "（空）"
    visible = "".join(
        each if each.isprintable() else _NAMES_OF_INVISIBLE.get(each, f"〔U+{ord(each):04X}〕")
        for each in text
    ).replace("|", "\\|")
    return visible if visible.strip() == visible else f"“{visible}”"
