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

JOINTS = ("\n", "; ", ". ", ": ", ", ", " or ", " and ", "。", "；", "，", "：", "、", "·", "・")
"""Where a text is taken apart that is no phrase as a whole, the strongest first."""

_HOLE = re.compile(r"%(?:\d|n)")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_NUMBER = r"(\d[\d,]*)"
_BRACKETS = re.compile(r"(.+?)( ?[(（])(.+)([)）])", re.DOTALL)
_NUMBERED = re.compile(rf"(.+) {_NUMBER}", re.DOTALL)
_WEAK_LETTERS = 6
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
    """All phrases of a language. `value` says a day or a large number; None for what is neither."""

    def __init__(
        self,
        phrases: Iterable[Phrase],
        plural: Plural,
        value: Callable[[str], str | None] = lambda _text: None,
    ) -> None:
        self._plural, self._value = plural, value
        self._whole: dict[str, str] = {}
        self._shapes: list[_Shape] = []
        self._joints: dict[str, str] = {}
        self._kept: dict[str, str | None] = {}
        for phrase in phrases:
            self._add(phrase)
        self._shapes.sort(key=lambda shape: -shape.letters)

    def say(self, text: str) -> str:
        """The text in this language as far as it is known; what is not stays as it is."""
        said = self._find(text)
        return text if said is None else said

    def _add(self, phrase: Phrase) -> None:
        if phrase.source in JOINTS:
            self._joints[phrase.source] = phrase.said[0]
        elif not _HOLE.search(phrase.source):
            self._whole[phrase.source] = phrase.said[0]
        elif _letters(phrase.source):
            self._shapes += [_Shape.of(each, phrase.said) for each in {phrase.source, phrase.one} if each]

    def _find(self, text: str) -> str | None:
        """What is said instead; None where nothing of the text is known."""
        if text not in self._kept:
            if len(self._kept) >= _KEPT_MOST:
                self._kept.clear()
            self._kept[text] = self._sought(text)
        return self._kept[text]

    def _sought(self, text: str) -> str | None:
        ways = (self._known, self._in_other_case, self._before_a_stop, self._by_parts)
        for way in (*ways, self._in_brackets, self._with_number):
            said = way(text)
            if said is not None:
                return said
        return None

    def _known(self, text: str) -> str | None:
        said = self._whole.get(text)
        if said is None:
            said = self._value(text)
        return self._by_shape(text) if said is None else said

    def _in_other_case(self, text: str) -> str | None:
        """Put at the beginning of a sentence, or into one."""
        first, rest = text[:1], text[1:]
        if first.isupper() and (said := self._known(first.lower() + rest)):
            return said[:1].upper() + said[1:]
        if first.islower() and (said := self._known(first.upper() + rest)):
            return said[:1].lower() + said[1:]
        return None

    def _before_a_stop(self, text: str) -> str | None:
        if text[-1:] not in (".", "。"):
            return None
        said = self._find(text[:-1])
        stop = f"{text[-1]} " if text[-1] == "." else text[-1]
        return None if said is None else said + self._joints.get(stop, stop).rstrip()

    def _by_shape(self, text: str) -> str | None:
        for shape in self._shapes:
            if shape.longest in text and (found := shape.pattern.fullmatch(text)):
                parts = dict(zip(shape.holes, found.groups(), strict=True))
                if not shape.weak or any(map(self._tells, parts.values())):
                    return self._filled(shape.said, parts)
        return None

    def _tells(self, part: str) -> bool:
        """Whether a filling is one of ours, a number or a zone, and so the shape round it is no accident."""
        return part.isupper() or any(map(str.isdigit, part)) or self._find(part) is not None

    def _filled(self, said: tuple[str, ...], parts: dict[str, str]) -> str:
        form = said[0]
        if len(said) > 1:
            count = int(parts.get("%n", "0").replace(",", ""))
            form = said[min(self._plural.of(count), len(said) - 1)]
        return _HOLE.sub(lambda hole: self.say(parts.get(hole[0], "")), form)

    def _by_parts(self, text: str) -> str | None:
        """Part by part, where at least half of them are known: else it is a sentence of somebody else's."""
        for joint in JOINTS:
            if joint in text:
                parts = text.split(joint)
                found = [self._find(part) for part in parts]
                worded = sum(any(map(str.isalpha, part)) for part in parts)
                known = sum(each is not None for each in found)
                if known and 2 * known >= worded:
                    said = [part if each is None else each for part, each in zip(parts, found, strict=True)]
                    return self._joints.get(joint, joint).join(said)
        return None

    def _in_brackets(self, text: str) -> str | None:
        """Before the booked slot (13:00)."""
        found = _BRACKETS.fullmatch(text)
        if found is None:
            return None
        before, inside = self._find(found[1]), self._find(found[3])
        if before is None and inside is None:
            return None
        return f"{before or found[1]}{found[2]}{inside or found[3]}{found[4]}"

    def _with_number(self, text: str) -> str | None:
        """Bachelor 12."""
        found = _NUMBERED.fullmatch(text)
        said = self._find(found[1]) if found else None
        return None if found is None or said is None else f"{said} {self.say(found[2])}"


@dataclass(frozen=True, slots=True)
class _Shape:
    pattern: re.Pattern[str]
    holes: tuple[str, ...]
    said: tuple[str, ...]
    longest: str
    """Its longest stretch without a hole: where that is missing, the pattern need not be tried."""
    letters: int
    weak: bool
    """So little of it is fixed (`%1 to %2`) that it fits by accident."""

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
        letters = _letters(source)
        weak = "%n" not in holes and not source[0].isupper() and letters < _WEAK_LETTERS
        return cls(re.compile(pattern, re.DOTALL), holes, said, longest, letters, weak)


def _letters(source: str) -> int:
    """How much of it is said whatever fills its holes."""
    return sum(letter.isalpha() for letter in _HOLE.sub("", source))
