"""A language that nobody speaks: each Chinese text in brackets and two fifths more characters.

A text without brackets on a page was never translated; a text that is cut has no room for a longer language.
What services say (Words) falls to Chinese, so it stands without brackets, like a name.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

LANGUAGE = "pseudo"
OPEN, CLOSE = "[", "]"
LONGER = 0.4
SHIPPED = Path(__file__).parents[2] / "resources" / "translations"
FILLING = "oblong "
"""Words of a usual length: a line breaks between them only."""
_HOLE = re.compile(r"%[\dn]")
_HANZI = re.compile(r"[\u4e00-\u9fff]")


def marked(text: str) -> str:
    """The text in brackets and longer; its holes (%1) stay. A text without hanzi keeps its length."""
    letters = len(_HOLE.sub("", text)) if _HANZI.search(text) else 0
    more = round(letters * LONGER)
    return f"{OPEN}{text}{(FILLING * (more // len(FILLING) + 1))[:more].rstrip()}{CLOSE}"


def texts_of(folder: Path, locale: str) -> dict[str, str]:
    """All texts of the .ts files of a locale, by id; of a text with a number the last form."""
    return {key: forms[-1] for key, forms in forms_of(folder, locale).items()}


def forms_of(folder: Path, locale: str) -> dict[str, list[str]]:
    """The forms of all texts of a locale, by id: one, or as many as its numbers need."""
    return {
        message.attrib["id"]: [each.text or "" for each in said(message)]
        for path in sorted(folder.glob(f"*_{locale}.ts"))
        for message in ElementTree.parse(path).getroot().iter("message")
    }


def said(message: ElementTree.Element) -> list[ElementTree.Element]:
    """The elements of a message that hold what is said: its translation, or the forms of that."""
    translation = message.find("translation")
    assert translation is not None
    return list(translation.iter("numerusform")) or [translation]


def write(out: Path, shipped: Path = SHIPPED) -> Path:
    """A folder that speaks the shipped languages and this one; it is `out`."""
    for path in shipped.glob("*.qm"):
        shutil.copy(path, out)
    for path in sorted(shipped.glob("*_zh_CN.ts")):
        tree = ElementTree.parse(path)
        for message in tree.getroot().iter("message"):
            for each in said(message):
                each.text = marked(each.text or "")
        source = out / f"{path.name.removesuffix('_zh_CN.ts')}_{LANGUAGE}.ts"
        tree.write(source, encoding="utf-8", xml_declaration=True)
        _release(source)
    return out


def _release(source: Path) -> None:
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    target = source.with_suffix(".qm")
    subprocess.run([str(tool), "-silent", str(source), "-qm", str(target)], check=True, timeout=60)
