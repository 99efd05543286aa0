"""Sentences in another language: found by what they are made of, filled in with their parts. Pure.

Services say a text in Chinese and English (Words), composed in code: a third language has to know it by its
shape. A phrase is such a text with holes: `About %1 m`, from the code's f-string (resources/translations/
begin.py takes them from there). What stands in a hole may be a phrase itself; what is none is a name or a
number, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kiosk.domain.plurals import Plural

JOINTS = ("\n", "; ", ". ", ": ", ", ", "。", "；", "，", "：", "、", "·", "・")
"""Where a text is taken apart that is no phrase as a whole, the strongest first."""

_HOLE = re.compile(r"%(?:\d|n)")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_NUMBER = r"(\d[\d,]*)"
_KEPT_MOST = 4096


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is said, with holes (%1; %n for a number that decides the form), and what is said instead.

    `one` is the source for the number 1, where that is another text; `said` has a form for each of the
    language's plurals, or one.
    """

    source: str
    said: tuple[str, ...]
    one: str = ""


class Phrases:
    """All phrases of a language. `day` says a date or gives None for what is none."""

    def __init__(
        self, phrases: Iterable[Phrase], plural: Plural, day: Callable[[str], str | None] = lambda _text: None
    ) -> None:
        self._plural, self._day = plural, day
        self._whole: dict[str, str] = {}
        self._shapes: list[_Shape] = []
        self._joints: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        for phrase in phrases:
            self._add(phrase)
        self._shapes.sort(key=lambda shape: -shape.letters)

    def say(self, text: str) -> str:
        """The text in this language as far as it is known; what is not stays as it is."""
        kept = self._kept.get(text)
        if kept is None:
            if len(self._kept) >= _KEPT_MOST:
                self._kept.clear()
            kept = self._kept[text] = self._said(text)
        return kept

    def _add(self, phrase: Phrase) -> None:
        if phrase.source in JOINTS:
            self._joints[phrase.source] = phrase.said[0]
        elif not _HOLE.search(phrase.source):
            self._whole[phrase.source] = phrase.said[0]
        elif _letters(phrase.source):
            self._shapes += [_Shape.of(each, phrase.said) for each in {phrase.source, phrase.one} if each]

    def _said(self, text: str) -> str:
        said = self._known(text)
        if said is None and text[:1].isupper():
            said = self._known(text[0].lower() + text[1:])  # put at the beginning of a sentence
            said = said[:1].upper() + said[1:] if said else said
        elif said is None and text[:1].islower():
            said = self._known(text[0].upper() + text[1:])  # put into one
            said = said[:1].lower() + said[1:] if said else said
        return self._by_parts(text) if said is None else said

    def _known(self, text: str) -> str | None:
        said = self._whole.get(text)
        if said is None:
            said = self._day(text)
        return self._by_shape(text) if said is None else said

    def _by_shape(self, text: str) -> str | None:
        for shape in self._shapes:
            if shape.longest in text and (found := shape.pattern.fullmatch(text)):
                parts = dict(zip(shape.holes, found.groups(), strict=True))
                return self._filled(shape.said, parts)
        return None

    def _filled(self, said: tuple[str, ...], parts: dict[str, str]) -> str:
        form = said[0]
        if len(said) > 1:
            count = int(parts.get("%n", "0").replace(",", ""))
            form = said[min(self._plural.of(count), len(said) - 1)]
        return _HOLE.sub(lambda hole: self.say(parts.get(hole[0], "")), form)

    def _by_parts(self, text: str) -> str:
        for joint in JOINTS:
            if joint in text:
                parts = text.split(joint)
                said = [self.say(part) for part in parts]
                if said != parts:
                    return self._joints.get(joint, joint).join(said)
        return text


@dataclass(frozen=True, slots=True)
class _Shape:
    pattern: re.Pattern[str]
    holes: tuple[str, ...]
    said: tuple[str, ...]
    longest: str
    """Its longest stretch without a hole: where that is missing, the pattern need not be tried."""
    letters: int

    @classmethod
    def of(cls, source: str, said: tuple[str, ...]) -> _Shape:
        stretches = _HOLE.split(source)
        holes = tuple(_HOLE.findall(source))
        gap = ""
        if _HANZI.search(source):  # Chinese puts a gap beside what is Latin, and none beside hanzi
            stretches, gap = [each.strip(" ") for each in stretches], " ?"
        pattern = re.escape(stretches[0])
        for hole, stretch in zip(holes, stretches[1:], strict=True):
            pattern += gap + (_NUMBER if hole == "%n" else "(.+?)") + gap + re.escape(stretch)
        longest = max(stretches, key=len)
        return cls(re.compile(pattern, re.DOTALL), holes, said, longest, _letters(source))


def _letters(source: str) -> int:
    """How much of it is said whatever fills its holes."""
    return sum(letter.isalpha() for letter in _HOLE.sub("", source))
