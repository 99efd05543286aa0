"""Other machines on the staff page of a real window: what is touched is done, and what is said is seen."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from tests.fakes import sync
from tests.ui.scenes.staff import sign_in
from tests.ui.scenes.sync import SCENES


def visible(item):
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from visible(child)


def seen(stage, name, value):
    """Visible items whose property of that name is that value, as boxes in the window."""
    found = [each for each in visible(stage.window.quick.contentItem()) if each.property(name) == value]
    return [each.mapRectToScene(QRectF(0, 0, each.width(), each.height())) for each in found]


def touch(stage, name, at=0):
    """The control of that name; the topmost of several is the first."""
    box = sorted(
        (
            each.mapRectToScene(QRectF(0, 0, each.width(), each.height()))
            for each in visible(stage.window.quick.contentItem())
            if each.property("name") == name and each.property("pressed") is not None
        ),
        key=lambda each: each.top(),
    )[at]
    where = QPoint(round(box.center().x()), round(box.center().y()))
    QTest.mouseClick(stage.window.quick, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    stage.rest()


def test_a_need_leads_to_a_stick_that_is_written(stage):
    stage.kiosk.peers.standing_value = replace(sync.UNSAFE, sticks=(sync.STICK,))
    SCENES["staff desk sync"](stage)
    stage.kiosk.peers.standing_value = replace(sync.UNSAFE, sticks=(sync.STICK,))
    stage.rest()
    touch(stage, "去看看")
    assert stage.models.staff.view == "sync"
    stage.models.staff.sync.refresh()
    stage.rest()
    touch(stage, "复制到 U 盘")
    assert stage.kiosk.calls.of("stick_out") == [(sync.STICK.folder,)]
    assert len(seen(stage, "text", "已复制 2,615 条记录。U 盘可以拔了。")) == 1
    stage.clear()


def test_a_machine_is_let_in_by_two_touches_and_another_is_not(stage):
    stage.play(SCENES["staff sync hub"])
    assert len(seen(stage, "text", "482 913")) == 1
    touch(stage, "再看看")
    assert stage.kiosk.calls.of("accept") == []
    touch(stage, "让它加入")
    touch(stage, "号码一样")
    assert stage.kiosk.calls.of("accept") == [("r1", "s1")]
    touch(stage, "不让")
    touch(stage, "确认不让")
    assert stage.kiosk.calls.of("refuse") == [("r2", "s1")]
    assert seen(stage, "text", "482 913") == []
    stage.clear()


def test_this_kiosks_own_number_stands_beside_its_code(stage):
    stage.play(SCENES["staff sync joining"])
    assert len(seen(stage, "text", "739 204")) == 1
    (code,) = seen(stage, "drawn", True)[:1]
    assert QRectF(0, 0, 1080, 1920).contains(code)
    stage.clear()


def test_forty_machines_are_turned_page_by_page(stage):
    stage.play(SCENES["staff sync hub"])
    assert len(seen(stage, "text", "1 号机")) == 1
    touch(stage, "下一页", at=-1)
    assert seen(stage, "text", "1 号机") == []
    stage.clear()


def test_the_bar_says_when_others_were_heard_on_every_view(stage):
    sign_in(stage)
    for view in ("desk", "stalls", "sync"):
        stage.models.staff.open(view)
        stage.rest()
        assert len(seen(stage, "text", "刚刚听到，0 条待发")) == 1
    stage.clear()
    assert seen(stage, "text", "刚刚听到，0 条待发") == []
