"""How what is written is said: stall numbers digit by digit, times as times, a language by its own voice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_DIGITS = {"zh": "零一二三四五六七八九", "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")}  # fmt: skip  # noqa: E501
_STALL = re.compile(r"(?<![A-Za-z0-9])([A-Z])-?(\d{2,4})(?![0-9A-Za-z])")
_LONG = re.compile(r"(?<!\d)\d{5,}(?!\d)")
"""A number so long is a code: a student number, a phone."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CLOCK = r"(\d{1,2}):(\d{2})(?!\d)"
_TIMES = re.compile(rf"(?<!\d){_CLOCK}\s*[-–—至]\s*{_CLOCK}")
_TIME = re.compile(rf"(?<!\d){_CLOCK}")
_MASKED = re.compile("＊+")
_SLASH = re.compile(r"(?<=\d)/(?=[A-Z]\d)")
_PAUSES = re.compile(r"\s*[·|•\n]\s*")
_UNITS = ((re.compile(r"(?<=\d) m\b"), " metres"), (re.compile(r"(?<=\d) s\b"), " seconds"), (re.compile(r"(?<=\d) min\b"), " minutes"))  # fmt: skip  # noqa: E501
_UNSPOKEN = re.compile("[\u2060…→←↑↓＊*✓]")
_HANZI = "\u3400-\u9fff\U00020000-\U0003ffff"
_LATIN_RUN = re.compile(rf"[^{_HANZI}]*[A-Za-z]{{3,}}[^{_HANZI}]*")
_HANZI_RUN = re.compile(rf"[{_HANZI}](?:[{_HANZI}0-9\s（）()、，。：；·%＊]*[{_HANZI}）＊])?")
_ENDS = {"zh": ("。", "，"), "en": (".", ",")}


@dataclass(frozen=True, slots=True)
class Piece:
    """What one voice says: a text as it is spoken, and its language, "zh" or "en"."""

    text: str
    language: str


def spoken(text: str, language: str) -> str:
    """A text as a voice of that language should read it."""
    text = _THOUSANDS.sub("", text.replace("\u00a0", " "))
    text = _SLASH.sub("和" if language == "zh" else " and ", text)
    text = _STALL.sub(lambda found: f"{found[1]} {digits(found[2], language)}", text)
    text = _TIMES.sub(lambda found: _span(found, language), text)
    text = _TIME.sub(lambda found: _time(found[1], found[2], language), text)
    text = _LONG.sub(lambda found: digits(found[0], language), text)
    text = _MASKED.sub("某" if language == "zh" else " ", text)
    if language == "en":
        for unit, word in _UNITS:
            text = unit.sub(word, text)
    text = _PAUSES.sub(_ENDS[language][1] + ("" if language == "zh" else " "), text)
    return " ".join(_UNSPOKEN.sub(" ", text).split())


def digits(number: str, language: str) -> str:
    """012 as 零一二, or as zero one two."""
    said = [_DIGITS[language][int(digit)] for digit in number]
    return "".join(said) if language == "zh" else " ".join(said)


def pieces(sentences: Iterable[str], language: str, voices: frozenset[str]) -> list[Piece]:
    """Sentences as voices say them, one after the other.

    What stands in the other language is said by its voice, and left out where there is none: a voice that
    reads a script that is not its own helps nobody. `voices`: the languages that there are voices for.
    """
    found: list[Piece] = []
    for sentence in sentences:
        for text, spoken_in in _parted(sentence, language):
            said = spoken(text, spoken_in)
            if not re.search(r"\w", said) or spoken_in not in voices:
                continue
            if found and found[-1].language == spoken_in:
                found[-1] = Piece(_joined(found[-1].text, said, spoken_in), spoken_in)
            else:
                found.append(Piece(said, spoken_in))
    return found


def _parted(text: str, language: str) -> Iterable[tuple[str, str]]:
    """A text's parts by script. Numbers, single letters and capitals belong to what is spoken anyway."""
    other, run = ("en", _LATIN_RUN) if language == "zh" else ("zh", _HANZI_RUN)
    at = 0
    for found in run.finditer(text):
        if other == "en" and found[0].strip().isupper():
            continue
        yield text[at : found.start()], language
        yield found[0], other
        at = found.end()
    yield text[at:], language


def _joined(before: str, after: str, language: str) -> str:
    stop, after = _ENDS[language][0], after.lstrip("，, ")
    if before[-1] in "。，.,：:；;？?":
        return f"{before} {after}" if language == "en" else before + after
    return f"{before}{stop} {after}" if language == "en" else f"{before}{stop}{after}"


def _time(hour: str, minute: str, language: str) -> str:
    if language == "zh":
        return f"{int(hour)}点" + ("" if minute == "00" else f"{int(minute)}分")
    if minute == "00":
        return f"{int(hour)} o'clock"
    return f"{int(hour)} {'oh ' if minute[0] == '0' else ''}{int(minute)}"


def _span(found: re.Match[str], language: str) -> str:
    first, last = _time(found[1], found[2], language), _time(found[3], found[4], language)
    return f"{first}到{last}" if language == "zh" else f"{first} to {last}"
