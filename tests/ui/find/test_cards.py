"""Cards under a finger, in a real window over the fakes: codes for phones, what one does with a card."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.fakes import services as fakes
from tests.ui.scenes.cards import LINK, MORE
from tests.ui.scenes.cards import SCENES as WALKED
from tests.ui.stage import Stage

SCENES = {**WALKED, **MORE}


def items(root: QQuickItem) -> list[QQuickItem]:
    return [root, *(each for child in root.childItems() for each in items(child))]


def seen(stage: Stage, kind: str) -> list[QQuickItem]:
    return [
        each
        for each in items(stage.window.quick.contentItem())
        if each.isVisible() and each.metaObject().className().startswith(kind)
    ]


def texts(stage: Stage) -> list[str]:
    return [str(each.property("text")) for each in seen(stage, "StyledText") if each.property("text")]


def touch(stage: Stage, item: QQuickItem) -> None:
    place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(stage.window.quick, left, none, place)
    stage.rest()


def action(stage: Stage, text: str) -> QQuickItem:
    return next(each for each in seen(stage, "CardAction_") if each.property("text") == text)


def read(stage: Stage) -> list[str]:
    """What a phone in front of the screen reads."""
    picture = stage.window.quick.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return [each.text for each in zxingcpp.read_barcodes(rows[:, : picture.width()].copy())]


@pytest.mark.parametrize("mode", ["plain", "contrast", "large and low"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_a_phone_reads_the_link_of_the_post_that_was_touched(
    stage: Stage, mode: str, orientation: str
) -> None:
    stage.look(mode=mode, orientation=orientation)
    stage.play(SCENES["listing links"])
    assert read(stage) == [LINK.format(0)]
    touch(stage, seen(stage, "OpeningRow")[1])
    assert read(stage) == [LINK.format(1)]
    assert "算法工程师" in texts(stage)
    assert "打开 jobs.example.cn" in texts(stage)
    assert stage.models.navigation.page == "listing", "nothing is opened"


def test_one_link_for_all_needs_no_touch(stage: Stage) -> None:
    stage.play(SCENES["listing one link"])
    assert read(stage) == [LINK.format(7)]
    touch(stage, seen(stage, "OpeningRow")[1])
    assert read(stage) == [LINK.format(7)]


@pytest.mark.parametrize("scene", ["listing long link", "listing closed", "listing office"])
def test_where_no_code_can_be_drawn_there_is_none(stage: Stage, scene: str) -> None:
    stage.play(SCENES[scene])
    assert read(stage) == []
    assert ("网址太长，画不成码" in texts(stage)) is (scene == "listing long link")


def test_a_stall_is_put_into_the_plan_and_taken_out(stage: Stage) -> None:
    stage.play(SCENES["listing moved"])
    touch(stage, action(stage, "加入计划"))
    assert list(stage.models.plan.stalls) == ["A001"], "by its number in the pack"
    touch(stage, action(stage, "已在计划里"))
    assert list(stage.models.plan.stalls) == []


def test_show_me_and_take_me_there_go_where_it_stands_now(stage: Stage) -> None:
    stage.play(SCENES["listing moved"])
    navigation = stage.models.navigation
    touch(stage, action(stage, "在图上看"))
    assert (navigation.page, stage.models.find.chosen, stage.models.find.level) == ("find", "D006", "2")
    stage.models.navigation.back()
    stage.rest()
    touch(stage, action(stage, "怎么走，约\u00a028\u00a0米"))
    assert (navigation.page, navigation.argument) == ("way", "D006")


@pytest.mark.parametrize("scene", ["listing released", "listing closed"])
def test_nobody_is_sent_where_nobody_is(stage: Stage, scene: str) -> None:
    stage.play(SCENES[scene])
    assert seen(stage, "CardAction_") == []
    (elsewhere,) = (each for each in seen(stage, "ActionButton") if each.property("text") == "找别的展位")
    touch(stage, elsewhere)
    assert stage.models.navigation.page == "find"


def test_what_suits_the_badge_or_the_words_is_marked(stage: Stage) -> None:
    stage.play(SCENES["listing for major"])
    assert texts(stage).count("您的专业") == 2
    assert "适合您的专业的有 2 个" in texts(stage)
    stage.clear()
    stage.play(SCENES["listing typed"])
    assert texts(stage).count("您搜的") == 1
    stage.models.end_visit()
    stage.rest()
    assert (stage.models.listing.typed, stage.models.listing.majorClass) == ("", "")


def test_a_session_is_put_into_the_plan_and_taken_out(stage: Stage) -> None:
    stage.play(SCENES["session counted"])
    assert "还有 23 座，共 80 座" in texts(stage)
    touch(stage, action(stage, "加入计划"))
    assert list(stage.models.plan.sessions) == ["S01"]
    touch(stage, action(stage, "在图上看"))
    assert (stage.models.navigation.page, stage.models.find.chosen) == ("find", "r201")


def test_what_was_searched_for_stays_while_one_is_shown_the_map(stage: Stage) -> None:
    stage.play(SCENES["listing typed"])
    touch(stage, action(stage, "在图上看"))
    assert (stage.models.find.text, stage.models.find.chosen) == ("算法", "A001")


def test_a_full_session_says_so(stage: Stage) -> None:
    stage.play(SCENES["session full"])
    assert {"已满", "已满，可在门口等空位"} <= set(texts(stage))


def test_the_programme_says_seats_where_doors_count(stage: Stage) -> None:
    stage.play(SCENES["programme seats"])
    assert {"还有 23 座", "已满", "共 40 座", "还有 80 座"} <= set(texts(stage))
    assert fakes.SESSIONS[2].seats == 40
