"""The sentences that the program's code says, as phrases with holes: what a third language translates.

Services compose their texts in both our languages: `Words(f"约 {metres} 米", f"about {metres} m")`.
They are read out of the code as lupdate reads ids out of QML: `about %1 m`. Standard library only.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise, product
from pathlib import Path

NOT_SAID = ("commands/", "pack/", "report/", "ui/gallery/", "ui/language_file.py")
"""What is for a terminal, a spreadsheet or those who draw pages."""

OF_VISITORS = (
    *("domain/admission_words.py", "domain/directions.py", "domain/dates.py", "domain/terms.py"),
    *("domain/attendee.py", "domain/exhibitor.py", "domain/major_classes.py", "domain/opening_terms.py"),
    *("domain/plan_words.py", "domain/printer_trouble.py", "domain/badge_type.py", "domain/regions.py"),
    *("services/find/", "services/visit/", "services/wayfinding.py", "services/badge_desk.py"),
    *("services/gate.py", "services/values.py", "services/delegations.py", "services/doors.py"),
    *("ui/find/", "ui/"),
)
"""Where a visitor's sentences are made; all else is for staff. ui/staff is not among them."""

SIDES = {"zh": 0, "en": 1}
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_HOLE = re.compile(r"%(?:\d|n)")
_SIDE_OF = re.compile(r"\.(?:zh|en)\b|\.of\(['\"](?:zh|en)['\"]\)")
_NAMED = {"zh": {"zh", "chinese", "hanzi"}, "en": {"en", "english"}}
_VARIANTS_MOST = 16


@dataclass(frozen=True, slots=True)
class Sentence:
    """A phrase of a module. `one` is what it is for the number 1, where it counts (%n)."""

    module: str
    source: str
    other: str = ""
    """The same in the other language of ours, where it stands beside it."""
    one: str = ""

    @property
    def for_visitors(self) -> bool:
        """Whether visitors are told it."""
        return self.module.startswith(OF_VISITORS) and not self.module.startswith("ui/staff/")


@cache
def sentences(kiosk: Path, side: str) -> list[Sentence]:
    """All sentences of the package in "zh" or "en", each once: visitors' first."""
    found: dict[str, Sentence] = {}
    paths = {path.relative_to(kiosk).as_posix(): path for path in sorted(kiosk.rglob("*.py"))}
    modules = [
        _Module(text, name, side)
        for name, path in paths.items()
        if not name.startswith(NOT_SAID) and _HANZI.search(text := path.read_text(encoding="utf-8"))
    ]
    said = [each for module in modules for each in module.sentences()]
    for sentence in sorted(said, key=lambda each: not each.for_visitors):
        if _is_said(sentence.source, side):
            found.setdefault(sentence.source, sentence)
    return list(found.values())


def _is_said(source: str, side: str) -> bool:
    bare = _HOLE.sub("", source)
    if side == "zh":
        return bool(_HANZI.search(bare))
    return bool(re.search(r"[A-Za-z]", bare)) and not _HANZI.search(bare)


@dataclass
class _Template:
    """A text in the making: its stretches, and what fills its holes by what the code calls it."""

    text: str = ""
    holes: tuple[str, ...] = ()

    def plus(self, text: str) -> _Template:
        return _Template(self.text + text, self.holes)

    def hole(self, called: str) -> _Template:
        holes = self.holes if called in self.holes else (*self.holes, called)
        return _Template(f"{self.text}%{holes.index(called) + 1}", holes)


@dataclass
class _Module:
    text: str
    name: str
    side: str
    _nodes: list[ast.AST] = field(init=False)
    _functions: dict[str, ast.FunctionDef] = field(init=False)

    def __post_init__(self) -> None:
        self._nodes = list(ast.walk(ast.parse(self.text)))
        self._functions = {each.name: each for each in self._nodes if isinstance(each, ast.FunctionDef)}

    def sentences(self) -> Iterator[Sentence]:
        """What its code says in Chinese and English side by side, and what it puts together for that."""
        for scope in self._nodes:
            for said, beside in self._said_in(scope):
                yield from self._as_sentences(said, beside)

    def _said_in(self, node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr | None]]:
        """Expressions of this language, with that of the other beside it."""
        if isinstance(node, ast.Call):
            if _name(node.func) == "Words":
                yield from self._pair(_two(node))
            yield from self._pairs(node.args)
            yield from self._added(node)
        elif isinstance(node, ast.Tuple):
            yield from self._pairs(node.elts)
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if key is not None:
                    yield from self._pairs([key, value])
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                yield from self._assigned(target, node.value)

    def _pair(self, two: list[ast.expr]) -> Iterator[tuple[ast.expr, ast.expr | None]]:
        if len(two) == 2:
            at = SIDES[self.side]
            yield two[at], two[1 - at]

    def _pairs(self, row: Iterable[ast.expr]) -> Iterator[tuple[ast.expr, ast.expr | None]]:
        """Chinese and English that stand side by side."""
        for zh, en in pairwise(row):
            texts = _literal(zh), _literal(en)
            if _HANZI.search(texts[0]) and _LATIN.search(texts[1]) and not _HANZI.search(texts[1]):
                yield from self._pair([zh, en])

    def _added(self, call: ast.Call) -> Iterator[tuple[ast.expr, ast.expr | None]]:
        """en.append(f"wanted by {count}")."""
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        if _name(call.func) == "append" and _name(owner) in _NAMED[self.side] and call.args:
            yield call.args[0], None

    def _assigned(self, target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr | None]]:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            for each, part in zip(target.elts, value.elts, strict=False):
                yield from self._assigned(each, part)
        elif _name(target) in _NAMED[self.side]:
            yield value, None

    def _as_sentences(self, said: ast.expr, beside: ast.expr | None) -> Iterator[Sentence]:
        others = [each.text for each in self._templates(beside)] if beside is not None else []
        for at, template in enumerate(self._templates(said)):
            other = others[min(at, len(others) - 1)] if others else ""
            yield Sentence(self.name, template.text, other)
        for node in ast.walk(said):
            yield from self._counted(node)
            called = self._functions.get(_name(node.func) or "") if isinstance(node, ast.Call) else None
            if called is not None and not _returns_words(called):
                for each in ast.walk(called):
                    if isinstance(each, ast.Return) and each.value is not None:
                        for template in self._templates(each.value):
                            yield Sentence(self.name, template.text)
                        for part in ast.walk(each.value):
                            yield from self._counted(part)

    def _counted(self, node: ast.AST) -> Iterator[Sentence]:
        """counted(3, "stall") is a phrase of its own: %n stalls."""
        if isinstance(node, ast.Call) and _name(node.func) == "counted" and self.side == "en":
            nouns = [_literal(each) for each in node.args[1:]]
            if nouns:
                many = nouns[1] if len(nouns) > 1 else f"{nouns[0]}s"
                yield Sentence(self.name, f"%n {many}", one=f"%n {nouns[0]}")

    # ---- an expression as texts with holes: one for each way that it can come out

    def _templates(self, node: ast.expr | None) -> list[_Template]:
        return [] if node is None else self._grown([_Template()], node, whole=True)[:_VARIANTS_MOST]

    def _grown(self, so_far: list[_Template], node: ast.expr, *, whole: bool = False) -> list[_Template]:
        """The texts so far, each with what this expression adds; nothing where it is no text at all."""
        match node:
            case ast.Constant(value=str(text)):
                grown = [each.plus(text) for each in so_far]
            case ast.JoinedStr():
                grown = so_far
                for part in node.values:
                    grown = self._grown(grown, part.value if isinstance(part, ast.FormattedValue) else part)
            case ast.BinOp(op=ast.Add()):
                grown = self._grown(self._grown(so_far, node.left), node.right)
            case ast.IfExp():
                ways = (node.body, node.orelse)
                grown = [each for way in ways for each in self._grown(so_far, way, whole=whole)]
            case ast.BoolOp() if whole:
                grown = [each for way in node.values for each in self._grown(so_far, way, whole=True)]
            case ast.Call():
                grown = self._called(so_far, node, whole=whole)
            case _:
                grown = [] if whole else [each.hole(_called_by(node)) for each in so_far]
        return grown

    def _called(self, so_far: list[_Template], node: ast.Call, *, whole: bool) -> list[_Template]:
        name = _name(node.func)
        if name == "noun" and len(node.args) > 1:
            one = _literal(node.args[1])
            many = _literal(node.args[2]) if len(node.args) > 2 else f"{one}s"
            return [each.plus(noun) for each, noun in product(so_far, (one, many))]
        if name == "gapped":
            for part in node.args:
                so_far = self._grown(so_far, part)
            return so_far
        if name == "format" and isinstance(node.func, ast.Attribute):
            pieces = re.split(r"\{\w*\}", _literal(node.func.value))
            if len(pieces) > 1:
                return [each.plus(_numbered(pieces)) for each in so_far]
        if name in ("strip", "lstrip", "rstrip") and isinstance(node.func, ast.Attribute):
            return self._grown(so_far, node.func.value, whole=whole)
        return [] if whole else [each.hole(_called_by(node)) for each in so_far]


def _numbered(pieces: list[str]) -> str:
    return pieces[0] + "".join(f"%{at}{piece}" for at, piece in enumerate(pieces[1:], 1))


def _two(call: ast.Call) -> list[ast.expr]:
    named = {each.arg: each.value for each in call.keywords}
    row = [*call.args, *(named[each] for each in ("zh", "en") if each in named)]
    return row[:2]


def _returns_words(function: ast.FunctionDef) -> bool:
    return function.returns is not None and "str" not in ast.unparse(function.returns)


def _name(node: ast.AST | None) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else None


def _literal(node: ast.AST) -> str:
    """The text of an expression without what is put into it."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(each) for each in node.values)
    if isinstance(node, ast.BinOp):
        return _literal(node.left) + _literal(node.right)
    return ""


def _called_by(node: ast.expr) -> str:
    """What the code calls a hole's filling, the same in both languages."""
    return _SIDE_OF.sub("", ast.unparse(node))
