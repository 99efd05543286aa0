"""Which texts are the fair's data and which are our own: told by the fakes' values and the .ts files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

from kiosk.ui.languages import OURS
from tests.ui import pseudo

TESTS = Path(__file__).parents[2]
DOMAIN = TESTS.parent / "kiosk" / "domain"
SPOKEN = {"zh": "zh_CN", "en": "en"}
_HOLE = re.compile(r"%[\dn]")
_COUNTED = re.compile(r"\[?%[\dn] [^%]*")
_MARKED = re.compile(r"\[[^\[\]]*\]")
_HANZI = re.compile(r"[\u4e00-\u9fff]+")
_ID = re.compile(r"[a-z_]+\.[a-z_0-9]+")
_JOINERS = str.maketrans({"\u2060": "", "\u00a0": " ", "\n": " "})
_DATES = re.compile(
    r"\d{4}年|\d+月\d+日|周[一二三四五六日]"
    r"|\d+ (January|February|March|April|May|June|July|August|September|October|November|December)"
)
"""What the clock says, in a language's own way."""
_MASKED = re.compile(r"\w＊+\w?")
"""A name as a queue needs it."""
SHORTENED = "…"
_WORD = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z]{3,}")
_LATIN_OURS = re.compile(r"[A-Za-z]{3,}")


def spoken_by(paths: Iterable[Path]) -> set[str]:
    """Every piece of text that stands in these modules: what fakes and decisions are made of."""
    found: set[str] = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.update(part.strip() for part in node.value.split("\n") if part.strip())
    return found


def plain(text: str) -> str:
    """The text with ordinary spaces and without joiners."""
    return text.translate(_JOINERS)


class Data:
    """What services say: the fakes' values, scenes' typing, and what the domain words by itself."""

    def __init__(self, pieces: Iterable[str]) -> None:
        useful = {each for each in map(plain, pieces) if _HANZI.search(each) or _LATIN_OURS.search(each)}
        self._pieces = sorted(useful)

    @classmethod
    def of_the_fakes(cls) -> Data:
        """The data of the scenes."""
        folders = (TESTS / "fakes", TESTS / "ui" / "scenes", DOMAIN)
        pieces = spoken_by(path for folder in folders for path in sorted(folder.glob("*.py")))
        places = [place.partition(" ")[2] for piece in pieces for place in piece.split(";") if ";" in piece]
        return cls([*pieces, *places])

    def rest_of(self, text: str) -> str:
        """What of a text no service says: hanzi and words; capitals alone are keys and codes."""
        text = _MASKED.sub(" ", _DATES.sub(" ", plain(text)))
        said = bytearray(len(text))
        for piece in self._pieces:
            at = text.find(piece)
            while at >= 0:
                said[at : at + len(piece)] = b"\1" * len(piece)
                at = text.find(piece, at + 1)
        left = "".join(" " if by else letter for by, letter in zip(said, text, strict=True))
        words = [each for each in _WORD.findall(left) if not each.isupper()]
        if SHORTENED in text:  # of a long name its beginning and its end are left
            words = [each for each in words if not any(each in piece for piece in self._pieces)]
        return " ".join(words)


class Ours:
    """The texts of our own in one language, with whatever stands in their holes."""

    def __init__(self, texts: Iterable[str], *, kept: Iterable[str] | None = None) -> None:
        """`kept` are the texts that a marked language shows without marks."""
        self._marked = kept is not None
        texts = [*texts, *(kept or ())]
        self._whole = {text for text in texts if not _HOLE.search(text)}
        patterns = [text for text in texts if _HOLE.search(text) and _tells(_HOLE.sub("", text))]
        alone = self._whole.intersection(kept) if kept is not None else filter(_HANZI.search, self._whole)
        chinese = sorted(alone, key=len, reverse=True)
        self._chinese = re.compile("|".join(map(re.escape, chinese)) or r"(?!)")
        self._with_holes = re.compile("|".join(map(_pattern, patterns)) or r"(?!)", re.DOTALL)

    @classmethod
    def of(cls, language: str, folder: Path = pseudo.SHIPPED) -> Ours:
        """The texts of "zh", "en" or the pseudo-language."""
        locale = SPOKEN.get(language, "zh_CN")
        said = pseudo.forms_of(folder, locale)
        texts = [form for forms in said.values() for form in forms]
        if language == pseudo.LANGUAGE:
            kept = [form for key, forms in said.items() if pseudo.stays(key) for form in forms]
            return cls(map(pseudo.marked, texts), kept=[*kept, *OURS.values()])
        return cls([*texts, *OURS.values()])

    def __contains__(self, text: str) -> bool:
        if text in self._whole:
            return True
        return bool(self._with_holes.fullmatch(text)) and not (self._marked and _is_of_parts(text))

    def without(self, text: str) -> str:
        """A text without those of our own that are Chinese in every language, as on the idle question."""
        return self._chinese.sub(" ", text)


def _is_of_parts(text: str) -> bool:
    """Whether a marked text is several side by side, so that it is as long as its parts."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == pseudo.OPEN) - (letter == pseudo.CLOSE)
        if depth == 0 and at < len(text) - 1:
            return text.startswith(pseudo.OPEN)
    return False


def is_id(text: str) -> bool:
    """Whether a text is the id of one that was not found."""
    return bool(_ID.fullmatch(text.strip()))


def without_marks(text: str) -> str:
    """What of a text stands outside the pseudo-language's brackets."""
    before = ""
    while text != before:
        before, text = text, _MARKED.sub(" ", text)
    return text


def hanzi_in(text: str) -> list[str]:
    """The runs of hanzi in a text."""
    return _HANZI.findall(text)


def _tells(fixed: str) -> bool:
    """Whether what stands between the holes tells a text from others: "%1 on %2" may be anything."""
    said = fixed.strip(" ·,，：:[]")
    return bool(said) and not re.fullmatch("[a-z]{1,2}", said)


def _pattern(text: str) -> str:
    """As an expression. What is counted is a number: "%1 hall" is no name that ends so."""
    hole = "[0-9,]+" if _COUNTED.fullmatch(text) else ".*"
    return "".join(hole if _HOLE.fullmatch(part) else re.escape(part) for part in re.split(r"(%[\dn])", text))
