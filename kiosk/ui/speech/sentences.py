"""What is said of a page, a control, a verdict: sentences, out of what the tree holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import qtTrId

from kiosk.ui.speech.tree import Node, Role

ROWS_SAID = 3
"""Of a list so many rows; the others are counted."""
WAYS_SAID = 2
"""Of controls that have come so many."""
_NUMBER = re.compile(r"\d+")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_HANZI = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]{3,}")


def of_page(nodes: Sequence[Node]) -> list[str]:
    """A page: its title, what it says, its lists, what can be touched; the foot last."""
    page = [each for each in nodes if each.place == "page"]
    said = [each.name for each in nodes if each.place == "head" and each.role == Role.StaticText][:1]
    said += [each.name for each in page if _is_read(each) and not each.rows]
    said += typed(nodes)
    said += [sentence for rows in _lists(page) for sentence in of_rows(rows)]
    said += [
        of_control(each) for each in page if each.touched and each.enabled and not each.rows and each.name
    ]
    said += [of_control(each) for each in nodes if each.place == "foot" and each.touched and each.enabled]
    return _once(said)


def of_layer(nodes: Sequence[Node], language: str) -> list[str]:
    """What lies over the page and speaks both languages: what it says in this one, and its controls."""
    own = _HANZI if language == "zh" else _LATIN
    said = [each.name for each in nodes if _is_read(each) and own.search(each.name)]
    return _once([*said, *(of_control(each) for each in nodes if each.touched and each.enabled)])


def of_verdict(nodes: Sequence[Node], first: Sequence[str], left_out: Sequence[str]) -> list[str]:
    """A verdict: its word and its sentence first, then what else stands there.

    `left_out`: which kiosk it is, and the sentence in the other language.
    """
    shown = [each.name for each in nodes if _is_read(each) and not _CLOCK.fullmatch(each.name)]
    said = [each for each in first if each in shown] + [each for each in shown if each not in left_out]
    return _once([*said, *(of_control(each) for each in nodes if each.touched and each.enabled)])


def of_rows(rows: Sequence[Node]) -> list[str]:
    """The first rows of a list, and how many more are in sight."""
    more = len(rows) - ROWS_SAID
    said = [each.name for each in rows[:ROWS_SAID]]
    # % "下面还有 %n 行"
    return [*said, qtTrId("voice.more", more)] if more > 0 else said


def of_control(node: Node) -> str:
    """A control's name, and whether it is on."""
    if node.secret:
        # % "键"
        return qtTrId("voice.key")
    if not node.checkable:
        return node.name
    # % "已选中"
    # % "未选中"
    return f"{node.name}, {qtTrId('voice.on') if node.checked else qtTrId('voice.off')}"


def of_focus(node: Node, *, contents: bool) -> str:
    """What has the focus: its name, its state, what it is. `contents`: a field's text may be said."""
    if node.role == Role.EditableText:
        # % "输入框"
        field = f"{node.name}, {qtTrId('voice.field')}"
        if not node.value:
            return field
        return f"{field}, {node.value}" if contents else f"{field}, {_count(len(node.value))}"
    if node.role == Role.Graphic:
        # % "方向键移动，加减号缩放，回车选中间的"
        return f"{node.name}. {qtTrId('voice.map')}"
    if not node.touched:
        return node.name
    # % "按钮"
    said = (
        of_control(node) if node.checkable or node.secret else f"{of_control(node)}, {qtTrId('voice.button')}"
    )
    # % "现在不能按"
    return said if node.enabled else f"{said}, {qtTrId('voice.disabled')}"


def typed(nodes: Sequence[Node]) -> list[str]:
    """How much stands in a field for digits or a code; never what."""
    letters = sum(len(each.name) for each in nodes if each.secret and each.role == Role.StaticText)
    return [_count(letters)] if letters else []


def news(before: Sequence[Node], now: Sequence[Node]) -> list[str]:
    """What a page says now that it did not say before, without clocks and countdowns."""
    known = [each.name for each in before]
    counted = {_NUMBER.sub("#", name): name for name in known}
    said = []
    for node in now:
        if node.place != "page" or not _is_read(node) or node.rows or node.name in known:
            continue
        if node.role == Role.Graphic:
            continue  # what is lit on a map changes with every letter
        was = counted.get(_NUMBER.sub("#", node.name))
        if _CLOCK.fullmatch(node.name) or (was is not None and _counts_down(was, node.name)):
            continue
        said.append(node.name)
    if typed(now) != typed(before):
        said += typed(now)
    ways = [each for each in now if each.place == "page" and each.touched and each.enabled and not each.rows]
    ways = [each for each in ways if each.name not in known and not each.secret]
    said += [of_control(each) for each in ways[:WAYS_SAID]]
    rows = {each.name for each in before if each.rows}
    said += [s for each in _lists(now) if any(row.name not in rows for row in each) for s in of_rows(each)]
    return _once(said)


def is_another(before: Sequence[Node], now: Sequence[Node]) -> bool:
    """Whether so much is different that the page is read anew."""
    known = {each.name for each in before if each.place == "page"}
    page = [each.name for each in now if each.place == "page" and not each.rows and not each.secret]
    return 2 * sum(name not in known for name in page) > len(page)


def _is_read(node: Node) -> bool:
    return not node.touched and not node.secret and node.role != Role.List and bool(node.name)


def _lists(nodes: Iterable[Node]) -> list[list[Node]]:
    """The rows of each list that is in sight."""
    found: dict[int, list[Node]] = {}
    for each in nodes:
        if each.rows and each.name and each.role != Role.List:
            found.setdefault(each.rows, []).append(each)
    return list(found.values())


def _counts_down(before: str, now: str) -> bool:
    was, are = _NUMBER.findall(before), _NUMBER.findall(now)
    return len(was) == len(are) and any(
        0 < int(one) - int(other) <= 2 for one, other in zip(was, are, strict=True)
    )


def _count(letters: int) -> str:
    # % "已输入 %n 位"
    return qtTrId("voice.typed", letters)


def _once(sentences: Iterable[str]) -> list[str]:
    """Without repetitions: a text and the control of that name."""
    return list(dict.fromkeys(each for each in sentences if each))
