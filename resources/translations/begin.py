"""Begin a language, or bring its file up to date: `python resources/translations/begin.py ja`.

Writes languages/<code>.ts, the one file that a language needs: every text of the pages and every sentence of
the program, with what is translated already kept. `--from zh` for a language that falls back to Chinese
(Japanese, traditional Chinese): names come in it, and Chinese is what is translated from.

Standard library, and kiosk.domain and PySide6's QLocale for what is known of languages.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
sys.path[:0] = [str(FOLDER), str(ROOT)]

from sentences import sentences  # noqa: E402, beside this script

from kiosk.domain.phrases import JOINTS  # noqa: E402
from kiosk.domain.plurals import plural_of  # noqa: E402
from kiosk.ui.language_file import FALLBACKS, faults, read  # noqa: E402

SOURCES = {"en": "en", "zh": "zh_CN"}
STAFF = frozenset({"staff", "batch", "printing", "sync", "truth", "floor", "scanners", "guard", "keeper"})
"""Areas of texts that visitors seldom or never see; they come last."""

KEPT_IN_OURS = re.compile(r"attract\..*|idle\.question|idle\..*_zh")
"""What stands there in Chinese or English whatever is spoken. The idle question asks in Chinese and in the
visitor's language; where that is Chinese, in English."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One message that a language's file should have."""

    area: str
    source: str
    note: str
    id: str = ""
    one: str = ""
    numbered: bool = False
    staff: bool = False
    otherwise: tuple[str, ...] = ()
    """What stands there at first."""

    @property
    def key(self) -> str:
        """What an older file knows it by."""
        return self.id or f"say:{self.source}"


def wanted(code: str, side: str, folder: Path = FOLDER, kiosk: Path = ROOT / "kiosk") -> list[Wanted]:
    """All that a language should say, visitors' texts first."""
    spoken = [
        Wanted(
            f"said: {each.module}",
            each.source,
            each.other,
            one=each.one,
            numbered=bool(each.one),
            staff=not each.for_visitors,
        )
        for each in sentences(kiosk, side)
    ]
    all_of_them = [*_of_itself(code, side), *_texts(folder, side), *spoken]
    return sorted(all_of_them, key=lambda each: each.staff)


def _of_itself(code: str, side: str) -> Iterator[Wanted]:
    """What a language says of itself: filled in as far as Qt knows it."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415, only here

    area = "language itself"
    name = QLocale(code).nativeLanguageName() or code
    yield Wanted(
        area, "English", "The name of your language, in your language", "language.name", otherwise=(name,)
    )
    for what, source in (("date", "d MMM"), ("day", "ddd d MMM"), ("day_year", "ddd d MMM yyyy")):
        note = "How a day is written: d, MMM, ddd, yyyy as in Qt's QLocale; 'text' in quotes"
        yield Wanted(area, source, note, f"language.{what}", otherwise=(source,))
    for joint in (each for each in JOINTS if each.strip() and each.isascii() == (side == "en")):
        yield Wanted("joints", joint, "Stands between parts of a sentence", otherwise=(joint,))


def _texts(folder: Path, side: str) -> Iterator[Wanted]:
    other = "zh" if side == "en" else "en"
    for path in sorted(folder.glob(f"*_{SOURCES[side]}.ts")):
        area = path.stem.removesuffix(f"_{SOURCES[side]}")
        beside = dict(_ours(path.with_name(f"{area}_{SOURCES[other]}.ts")))
        for key, forms in _ours(path):
            if not KEPT_IN_OURS.fullmatch(key):
                numbered = len(forms) > 1 or len(beside[key]) > 1
                yield Wanted(area, forms[-1], beside[key][-1], key, numbered=numbered, staff=area in STAFF)


def _ours(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The texts of one of our own files: id, its forms."""
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None:
            forms = [each.text or "" for each in translation.iter("numerusform")]
            yield message.attrib["id"], forms or [translation.text or ""]


# ---- the file


@dataclass(frozen=True, slots=True)
class Kept:
    """A translation that an older file has."""

    area: str
    source: str
    said: tuple[str, ...]
    unfinished: bool


def kept(path: Path) -> dict[str, Kept]:
    """All that is translated in a file so far, by Wanted.key; nothing where there is none yet."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context") if path.exists() else ():
        for message in context.iter("message"):
            translation, source = message.find("translation"), message.findtext("source") or ""
            if translation is not None:
                forms = tuple(each.text or "" for each in translation.iter("numerusform"))
                said = forms or (translation.text or "",)
                if any(said):
                    key = message.get("id") or f"say:{source}"
                    area = context.findtext("name") or ""
                    found[key] = Kept(area, source, said, translation.get("type") == "unfinished")
    return found


def text_of(code: str, side: str, messages: Iterable[Wanted], old: dict[str, Kept]) -> str:
    """The file's text. What is not wanted any more stays in it as vanished, in case it comes back."""
    forms = plural_of(code).forms
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{code}" sourcelanguage="{SOURCES[side]}">',
    ]
    area, left = "", dict(old)
    for each in messages:
        if each.area != area:
            lines += ["</context>"] if area else []
            lines += ["<context>", f"    <name>{escape(each.area)}</name>"]
            area = each.area
        lines += _message(each, left.pop(each.key, None), forms)
    lines += ["</context>"] if area else []
    if left:
        lines += ["<context>", "    <name>vanished</name>"]
        for key, gone in left.items():
            lines += _vanished(key, gone)
        lines += ["</context>"]
    return "\n".join([*lines, "</TS>", ""])


def _message(each: Wanted, old: Kept | None, forms: int) -> list[str]:
    said = old.said if old else each.otherwise
    known = f" id={quoteattr(each.id)}" if each.id else ""
    lines = [f"    <message{known}" + (' numerus="yes">' if each.numbered else ">")]
    lines += [f"        <source>{escape(each.source)}</source>"]
    if old and old.source != each.source:
        lines += [f"        <oldsource>{escape(old.source)}</oldsource>"]
    if each.one:
        lines += [f"        <comment>{escape(each.one)}</comment>"]
    if each.note:
        lines += [f"        <extracomment>{escape(each.note)}</extracomment>"]
    done = any(said) and not (old and (old.unfinished or old.source != each.source))
    state = "" if done else ' type="unfinished"'
    if not each.numbered:
        text = escape(said[0]) if said else ""
        lines += [f"        <translation{state}>{text}</translation>"]
    else:
        padded = [*said, *[""] * forms][:forms]
        lines += [f"        <translation{state}>"]
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in padded]
        lines += ["        </translation>"]
    return [*lines, "    </message>"]


def _vanished(key: str, gone: Kept) -> list[str]:
    known = "" if key.startswith("say:") else f" id={quoteattr(key)}"
    inner = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in gone.said)
    numbered, text = (' numerus="yes"', inner) if len(gone.said) > 1 else ("", escape(gone.said[0]))
    return [
        f"    <message{known}{numbered}>",
        f"        <source>{escape(gone.source)}</source>",
        f'        <translation type="vanished">{text}</translation>',
        "    </message>",
    ]


# ---- the command


def main(words: list[str]) -> int:
    """Write or update a language's file and say how far it is; 1 where something in it is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("code", help="the language: ja, fr, zh_TW, pt_BR")
    parser.add_argument("--from", dest="side", choices=SOURCES, help="what it is translated from (en)")
    parser.add_argument("--folder", type=Path, default=FOLDER / "languages", help="where the file lies")
    asked = parser.parse_args(words)
    if refusal := _refused(asked.code):
        print(refusal)
        return 1
    path = asked.folder / f"{asked.code}.ts"
    old = kept(path)
    side = asked.side or (_side_of(path) if path.exists() else "en")
    messages = wanted(asked.code, side)
    asked.folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text_of(asked.code, side, messages, old), encoding="utf-8")
    return _say(path, messages, old)


def _refused(code: str) -> str:
    """Why a language cannot be drawn or told from others; nothing where it can."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415, only here

    from kiosk.ui.tongue import SCRIPTS  # noqa: PLC0415

    locale = QLocale(code)
    if code in ("zh", "zh_CN", "en") or locale.language() == QLocale.Language.C:
        return f"{code} is no language to add: give a code as Qt knows it, such as ja, fr, zh_TW, pt_BR."
    if locale.script() not in SCRIPTS:
        return (
            f"The shipped fonts cannot write {code} ({locale.script().name}). Add a font to resources/fonts "
            "and kiosk/ui/fonts.py and its script to kiosk/ui/tongue.py first; a language from right to left "
            "also needs pages that mirror."
        )
    return ""


def _side_of(path: Path) -> str:
    root = ElementTree.parse(path).getroot()
    return FALLBACKS.get(root.get("sourcelanguage", ""), "en")


def _say(path: Path, messages: list[Wanted], old: dict[str, Kept]) -> int:
    """How far it is, what is new since, what is wrong."""
    file = read(path)
    done = {each.id or f"say:{each.source}" for each in file.messages if each.done}
    new = sum(each.key not in old for each in messages)
    print(f"{path}: {len(messages)} texts, {new} of them new or not translated yet")
    for who, staff in (("visitors'", False), ("staff's", True)):
        theirs = [each.key in done for each in messages if each.staff is staff]
        print(f"  {who}: {sum(theirs)} of {len(theirs)} done")
    wrong = faults(file)
    for each in wrong:
        print(f"  {each.en}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
