"""A language that nobody speaks: each Chinese text in brackets and two fifths more characters.

A text without brackets on a page was never translated; a text that is cut has no room for a longer language.
It is a language's one file, begun by resources/translations/begin.py like any other; only names come without
brackets.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

LANGUAGE = "eo"
"""Esperanto's code: Qt knows it, it is set in Latin letters, and no fair has asked for it."""
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
    """A folder that speaks the shipped languages and this one, whose file is one like any other; it is `out`.

    It falls back to English, and so is set like a Latin language.
    """
    for path in shipped.glob("*.qm"):
        shutil.copy(path, out)
    begin = _begin()
    folder = out / "languages"
    folder.mkdir()
    path = folder / f"{LANGUAGE}.ts"
    path.write_text(begin.text_of(LANGUAGE, "en", begin.wanted(LANGUAGE, "en"), {}), encoding="utf-8")
    tree = ElementTree.parse(path)
    for message in tree.getroot().iter("message"):
        for form in said(message):
            if message.get("id") == "language.name":
                form.text = f"{OPEN}{form.text}{CLOSE}"
            elif not form.text:
                form.text = _told(message)
        message.find("translation").attrib.pop("type", None)
    tree.write(path, encoding="utf-8", xml_declaration=True)
    return out


def _told(message: ElementTree.Element) -> str:
    """A page's Chinese text, marked; a sentence of services in brackets, with its parts in theirs."""
    source, chinese = message.findtext("source") or "", message.findtext("extracomment") or ""
    if message.get("id") and chinese:
        return marked(chinese)
    whole = source[-2:].isalpha() or source.endswith(".")  # the brackets take no more room than they replace
    return f"{OPEN}{source[:-2] if whole and len(source) > len(FILLING) else source}{CLOSE}"


def stays(key: str) -> bool:
    """Whether a text stands in Chinese or English whatever is spoken."""
    return bool(_begin().KEPT_IN_OURS.fullmatch(key))


@cache
def _begin() -> ModuleType:
    """resources/translations/begin.py, which is no package's module."""
    spec = importlib.util.spec_from_file_location("begin", SHIPPED / "begin.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
