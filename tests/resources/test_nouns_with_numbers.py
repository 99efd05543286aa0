"""A number and an English noun agree: 1 stall, 2 stalls. No text counts in the plural only."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
NO_NOUNS = frozenset(
    {
        *(
            "is",
            "was",
            "has",
            "its",
            "as",
            "us",
            "this",
            "less",
            "across",
            "always",
            "minus",
            "plus",
            "yours",
        ),
        *("asks", "holds", "does", "names", "uses", "differs", "wants", "comes", "lies", "stays", "works"),
        *(
            "needs",
            "stands",
            "ends",
            "says",
            "bears",
            "agrees",
            "begins",
            "gives",
            "takes",
            "goes",
            "belongs",
        ),
    }
)
"""Words that end as plurals do and are none."""
PLURAL = r"(?:(?:more|other|new|last) )*(?P<noun>[a-z]{2,}s|people)\b(?!')"
AFTER_A_HOLE = re.compile(rf"%\d {PLURAL}")
AFTER_A_VALUE = re.compile(rf"[ \xa0]{PLURAL}")
NEVER_ONE = {
    "attract.halls_en": "a fair with several halls has more than one stall",
    "attract.stalls_en": "a fair has more than one stall",
    "%1 pixels": "a picture",
    "%1 characters": "the least of a passphrase",
    "%1 months": "a salary is paid twelve times and more",
}
TECHNICAL = (
    *("commands/", "pack/", "report/", "keys/", "store/", "app/watch.py"),
    *("sync/wire.py", "sync/messages.py", "sync/network/status.py", "sync/stick/outward.py"),
)
"""For a terminal, a spreadsheet, or whoever reads a fault."""


def in_files(folder: Path) -> Iterator[str]:
    """Ids of English texts that count without forms for their numbers."""
    for path in sorted(folder.glob("*_en.ts")):
        for message in ElementTree.parse(path).getroot().iter("message"):
            text, key = message.findtext("translation") or "", message.get("id")
            if message.get("numerus") != "yes" and key not in NEVER_ONE and plurals(AFTER_A_HOLE, text):
                yield f"{path.name}: {key}: {text}"


def in_code(text: str) -> Iterator[str]:
    """Texts with a value and a plural behind it that do not ask kiosk.domain.counted."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.JoinedStr):
            for value, behind in zip(node.values, node.values[1:], strict=False):
                if not isinstance(value, ast.FormattedValue) or not isinstance(behind, ast.Constant):
                    continue
                for noun in plurals(AFTER_A_VALUE, behind.value):
                    if f"%1 {noun}" not in NEVER_ONE:
                        yield ast.unparse(node)


def plurals(pattern: re.Pattern[str], text: str) -> list[str]:
    """The plural nouns right behind a number."""
    found = pattern.finditer(text) if pattern is AFTER_A_HOLE else [pattern.match(text)]
    return [each["noun"] for each in found if each and each["noun"] not in NO_NOUNS]


def test_texts_of_pages_have_a_form_for_one():
    assert list(in_files(ROOT / "resources" / "translations")) == []


def test_sentences_of_services_have_a_word_for_one():
    found = []
    for path in sorted((ROOT / "kiosk").rglob("*.py")):
        name = path.relative_to(ROOT / "kiosk").as_posix()
        if not name.startswith(TECHNICAL):
            found += [f"{name}: {each}" for each in in_code(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ('f"{count} facts"', True),
        ('f"{count:,} more stalls are free"', True),
        ('f"{gate} has opened"', False),
        ("f\"{counted(count, 'fact')} kept\"", False),
        ('f"{count} min"', False),
    ],
)
def test_what_is_wrong_is_seen(code, wrong):
    assert bool(list(in_code(code))) is wrong


def test_what_is_wrong_in_a_file_is_seen(tmp_path):
    (tmp_path / "x_en.ts").write_text(
        '<TS><context><message id="a"><translation>%1 stops, about %2 m</translation></message>'
        '<message id="b"><translation>%1 asks to join</translation></message>'
        '<message id="c" numerus="yes"><translation><numerusform>%n stop</numerusform>'
        "<numerusform>%n stops</numerusform></translation></message></context></TS>"
    )
    assert [each.split(":")[1].strip() for each in in_files(tmp_path)] == ["a"]
