"""Scenes of the floor as staff see it: what is closed, what is asked, stalls as places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.floor_values import CutOff, PassageRow
from kiosk.services.values import Need
from tests.fakes import services as fakes
from tests.fakes.floor import PASSAGES
from tests.ui.scenes.staff import broken, desk, loading, sign_in, typed
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]

NEED = Need(
    "notice",
    Words("1 号电梯关着", "Closed: Lift 1"),
    Words("9:12 起，陈示例关的；所有路线都绕开它", "Since 9:12 by 陈示例. Every way avoids it."),
    "floor",
)
SHARED = Need(
    "notice",
    Words("A050 有不止一家单位", "More than one host at A050"),
    Words("请把其中一家搬到空展位", "Move one of them to a free stall."),
    "floor:stalls",
)
LONG = Words("国家会议中心二期一层东登录厅北侧货运电梯", "Goods lift north of the east registration hall")


def passages(
    *steps: str,
    closed: tuple[str, ...] = (),
    rows: tuple[PassageRow, ...] = PASSAGES,
    cut: tuple[int, int] = (0, 0),
) -> Scene:
    """Aisles and lifts, some of them closed; then calls of PassagesModel, or of `floor.`, in order."""

    def scene(stage: Stage) -> None:
        fake = stage.kiosk.floor
        fake.passages, fake.cut = rows, CutOff(*cut)
        ids = frozenset(one for row in rows if row.id in closed for one in row.ids)
        fake.standing_value = replace(fake.standing_value, closed=ids)
        sign_in(stage)
        stage.models.staff.open("floor")
        stage.rest()
        _go(stage, stage.models.staff.floor.passages, steps)

    return scene


def places(*steps: str, closed: tuple[str, ...] = (), moved: tuple[str, ...] = ()) -> Scene:
    """Stalls as places, some closed or moved (A001>A099); then calls of PlacesModel in order."""

    def scene(stage: Stage) -> None:
        fake = stage.kiosk.floor
        away = dict(each.split(">") for each in moved)
        states = {
            **fake.standing_value.states,
            **dict.fromkeys(closed, StallState.CLOSED),
            **dict.fromkeys(away, StallState.MOVED),
        }
        fake.standing_value = replace(fake.standing_value, states=states, moved=away)
        sign_in(stage)
        stage.models.staff.lead("floor:stalls")
        stage.rest()
        _go(stage, stage.models.staff.floor.stalls, steps)

    return scene


def typing(stage: Stage) -> None:
    """A stall is being typed, with the keyboard up."""
    places()(stage)
    field = next(each for each in _items(stage.window.quick.contentItem()) if _is_field(each))
    box = field.mapRectToScene(QRectF(0, 0, field.width(), field.height()))
    QTest.mouseClick(stage.window.quick, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    stage.rest()
    typed(stage, "A00")


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from _items(child)


def _is_field(item: QQuickItem) -> bool:
    return item.isVisible() and item.property("sought") is not None


def _go(stage: Stage, model: object, steps: tuple[str, ...]) -> None:
    for step in steps:
        call, _, value = step.partition(":")
        if call in ("hold", "fail"):
            getattr(stage.kiosk, call)(value)
            continue
        owner = model
        if call.startswith("floor."):
            owner, call = stage.models.staff.floor, call.removeprefix("floor.")
        getattr(owner, call)(*([value] if value else []))
        stage.rest()


MANY = tuple(
    replace(
        PASSAGES[at % 7], id=f"p{at}", ids=(f"p{at}",), name=LONG if at % 9 == 1 else PASSAGES[at % 7].name
    )
    for at in range(60)
)

SCENES: dict[str, Scene] = {
    "staff floor": passages(),
    "staff floor closed": passages(closed=("l1", "1-p2"), cut=(3, 24)),
    "staff floor many": passages("show_level:1", rows=MANY, closed=("p1", "p10", "p4")),
    "staff floor none": passages(rows=()),
    "staff floor asked": passages("ask_close:l1"),
    "staff floor asked harm": passages("ask_close:1-p1"),
    "staff floor asked long": passages("ask_close:p1", rows=MANY),
    "staff floor counting": passages("hold:floor_harm", "ask_close:l1"),
    "staff floor done": passages("ask_close:l1", "close"),
    "staff floor not done": passages("fail:close_passages", "ask_close:l1", "close"),
    "staff floor undone": passages("ask_close:l1", "close", "floor.undo"),
    "staff floor loading": loading("floor_sheet", "floor"),
    "staff floor failed": broken("floor_sheet", "floor"),
    "staff places": places(closed=("A003",), moved=("A001>A099",)),
    "staff places found": places("search:A00", "choose:A002"),
    "staff places typing": typing,
    "staff places none": places("search:Z9"),
    "staff places moved": places("choose:A001", moved=("A001>A099",)),
    "staff places guest": places("search:A099", "choose:A099", moved=("A001>A099",), closed=("A099",)),
    "staff places swapped": places(
        "search:A00", "choose:A001", moved=("A001>A099", "A002>A001", "A006>A003")
    ),
    "staff places picking": places("choose:A002", "pick"),
    "staff places move asked": places("choose:A002", "pick", "choose:A099"),
    "staff places move done": places("choose:A002", "pick", "choose:A099", "move"),
    "staff places closed": places("choose:A002", "close"),
    "staff floor needed": desk(listed=(NEED, SHARED, *fakes.NEEDS[:1])),
}
