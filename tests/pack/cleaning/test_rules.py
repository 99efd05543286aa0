"""The table of rules: every id that the code uses stands in it, and every example comes true."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.commands.rules import rules as rules_command
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.rules import ALL_RULES, Rule, rule
from kiosk.pack.cleaning.texts import has_han
from tests.pack.cleaning.rule_examples import EXAMPLES

PACK = Path(__file__).parents[3] / "kiosk" / "pack"


def _strings(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may be: of `a or ("b" if c else "d")` a, b and d."""
    assert not isinstance(node, ast.JoinedStr), "a rule's id is no f-string"
    if isinstance(node, ast.IfExp):
        yield from (*_strings(node.body), *_strings(node.orelse))
    elif isinstance(node, ast.BoolOp):
        yield from (text for each in node.values for text in _strings(each))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _given(call: ast.Call) -> ast.expr | None:
    """The argument of a call that is a rule's id: Cleaned(value, rule), ledger.mend(..., rule)."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    at = {"Cleaned": 1, "mend": 5, "note": 5}.get(name)
    return call.args[at] if at is not None and at < len(call.args) else None


def _ids(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (given := _given(node)) is not None:
            found.update(_strings(given))
        if isinstance(node, ast.Assign) and _names_a_rule(node.targets):
            found.update(_strings(node.value))
    return found - {""}


def _names_a_rule(targets: list[ast.expr]) -> bool:
    return any(
        isinstance(each, ast.Name) and (each.id == "rule" or each.id.endswith("_rule")) for each in targets
    )


def test_every_rule_in_use_stands_in_the_table() -> None:
    used = {name: path.name for path in sorted(PACK.rglob("*.py")) for name in _ids(path)}
    assert len(used) > 50, "the collector finds them"
    known = {each.id for each in ALL_RULES}
    assert {name: file for name, file in used.items() if name not in known} == {}
    assert known - used.keys() == set(), "a rule that nothing uses"


def test_ids_are_found_again() -> None:
    assert len({each.id for each in ALL_RULES}) == len(ALL_RULES)
    assert all(rule(each.id) is each for each in ALL_RULES)
    with pytest.raises(KeyError):
        rule("no such rule")


def test_every_rule_speaks_both_languages() -> None:
    for each in ALL_RULES:
        for words in (each.name, each.explanation):
            assert has_han(words.zh), each.id
            assert words.en not in {"", words.zh}, each.id
        assert each.examples, f"{each.id} has no example"


@pytest.mark.parametrize("each", ALL_RULES, ids=lambda each: each.id)
def test_every_example_comes_true(each: Rule, lists: Lists) -> None:
    for was, became in each.examples:
        assert EXAMPLES[each.id](was, lists) == (became, each.id)


def test_the_document_is_what_the_command_writes() -> None:
    written = CliRunner().invoke(rules_command, ["--cleaning"])
    assert written.exit_code == 0
    assert (PACK / "cleaning" / "RULES.md").read_text(encoding="utf-8") == written.output


def test_the_command_gives_the_rules_to_programs_too() -> None:
    written = CliRunner().invoke(rules_command, ["--json"])
    found = json.loads(written.output)["cleaning"]
    assert [each[0] for each in found] == [each.id for each in ALL_RULES]
    assert {each[1] for each in found} == {"spelling", "choice", "lost"}
