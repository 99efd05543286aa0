"""A language's one file: Qt's TS, with texts by id, sentences of services by their source, and its own facts.

`sourcelanguage` is the language of ours that it falls back to: its sentences are found by that language's
words, and names come in it. Nothing here needs a window.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from kiosk.domain.counted import counted
from kiosk.domain.phrases import Phrase
from kiosk.domain.plurals import Plural, plural_of
from kiosk.domain.words import Words

FALLBACKS = {"en": "en", "en_US": "en", "zh": "zh", "zh_CN": "zh"}
"""What `sourcelanguage` may say, and the language of ours that it means."""

OF_ITSELF = "language."
"""The ids of what the file says of its language itself: name, date, day, day_year."""

_HOLE = re.compile(r"%(?:\d|n)")
_GONE = ("vanished", "obsolete")


class LanguageFault(Exception):
    """A file that cannot be used; `words` say why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the file: `id` is empty for a sentence of services, `one` its source for the number 1.
    `said` holds a form for each plural or one text, each empty where it is not translated yet."""

    area: str
    id: str
    source: str
    one: str
    numbered: bool
    said: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether all its forms are there."""
        return all(self.said)


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """What was read, in the file's order."""

    code: str
    fallback: str
    plural: Plural
    messages: tuple[Message, ...]

    def of_itself(self, what: str, otherwise: str) -> str:
        """What the file says of its language: its name, how it writes a day."""
        key = OF_ITSELF + what
        return next((each.said[0] for each in self.messages if each.id == key and each.done), otherwise)

    def texts(self) -> dict[str, tuple[str, ...]]:
        """The translated texts by id."""
        return {each.id: each.said for each in self.messages if each.id and each.done}

    def phrases(self) -> list[Phrase]:
        """The translated sentences of services."""
        return [
            Phrase(each.source, each.said, each.one) for each in self.messages if not each.id and each.done
        ]


def read(path: Path) -> LanguageFile:
    """Read a language's file; LanguageFault where it cannot be used as a whole."""
    try:
        root = ElementTree.parse(path).getroot()  # noqa: S314, a file of the program like its code
    except (OSError, ElementTree.ParseError) as fault:
        raise _fault(path, "读不出来，请检查文件。", "cannot be read: check the file.") from fault
    fallback = FALLBACKS.get(root.get("sourcelanguage", ""))
    if root.tag != "TS" or fallback is None:
        raise _fault(
            path,
            "不是语言文件：请用 begin.py 新建，sourcelanguage 写 en 或 zh_CN。",
            "is no language file: begin one with begin.py; its sourcelanguage is en or zh_CN.",
        )
    code = path.stem
    if root.get("language", "").replace("-", "_") != code:
        raise _fault(
            path, f"language 应为 {code}，和文件名一样。", f"must say language {code}, as its name does."
        )
    plural = plural_of(code)
    messages = tuple(
        _message(message, context.findtext("name") or "", plural)
        for context in root.iter("context")
        for message in context.iter("message")
        if _translation(message).get("type") not in _GONE
    )
    return LanguageFile(code, fallback, plural, messages)


def faults(file: LanguageFile) -> list[Words]:
    """What is wrong with single texts: holes that are lost or added, forms of a number that are missing."""
    found = []
    for each in file.messages:
        if each.numbered and any(each.said) and not each.done:
            found.append(
                Words(
                    f"“{each.id or each.source}”应有 {file.plural.forms} 种数量形式，请写齐。",
                    f"'{each.id or each.source}' needs {counted(file.plural.forms, 'form')} of its number.",
                )
            )
        wanted = sorted(set(_HOLE.findall(each.source)))
        for said in each.said:
            had = sorted(set(_HOLE.findall(said)))
            if said and had != wanted and not (each.numbered and set(had) < set(wanted)):
                found.append(
                    Words(
                        f"“{said}”里的 %1、%n 和原文“{each.source}”不一样。",
                        f"'{said}' has not the same %1, %n as its source '{each.source}'.",
                    )
                )
    return found


def _translation(message: ElementTree.Element) -> ElementTree.Element:
    found = message.find("translation")
    return ElementTree.Element("translation") if found is None else found


def _message(message: ElementTree.Element, area: str, plural: Plural) -> Message:
    translation = _translation(message)
    numbered = message.get("numerus") == "yes"
    said = tuple((each.text or "").strip("\r") for each in translation.iter("numerusform"))
    if not numbered:
        said = (translation.text or "",)
    elif len(said) != plural.forms:
        said = (*said, *[""] * plural.forms)[: plural.forms]
    one = message.findtext("comment") or "" if numbered else ""
    return Message(area, message.get("id", ""), message.findtext("source") or "", one, numbered, said)


def _fault(path: Path, zh: str, en: str) -> LanguageFault:
    return LanguageFault(Words(f"语言文件 {path.name} {zh}", f"The language file {path.name} {en}"))
