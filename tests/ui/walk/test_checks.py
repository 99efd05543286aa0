"""The walk can fail: each thing that it watches is spoilt once, and noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor

from tests.ui import pseudo
from tests.ui.scenes import SCENES
from tests.ui.stage import Stage
from tests.ui.walk import checks, contrast, heard, languages, seen, targets, texts, ways_home
from tests.ui.walk.data import Data, Ours
from tests.ui.walk.seen import PX_PER_MM, Control, Seen, Text

KEY = "5"
"""A key of the digit pad, with neighbours on all sides."""


def faults(stage: Stage, scene: str, language: str = "zh", mode: str = "plain") -> str:
    """All that the walk says of what the window shows now."""
    stage.rest()
    return "\n".join(checks.Checks(language, mode).faults(scene, stage.window))


def play(stage: Stage, scene: str, **look: str) -> None:
    """Bring the window into a scene that has no fault."""
    stage.look(**look)
    stage.play(SCENES[scene])


def the_control(stage: Stage, name: str) -> Control:
    """The control of that name."""
    return one(seen.look(stage.window, picture=False).controls, lambda each: each.name == name)


def the_text(stage: Stage, said: str) -> Text:
    """The text that says so."""
    return one(seen.look(stage.window, picture=False).texts, lambda each: each.said == said)


def one(found: Iterable, fits: Callable):
    return next(each for each in found if fits(each))


def test_nothing_is_said_of_what_is_right(walked: Stage) -> None:
    play(walked, "check_in number")
    assert faults(walked, "check_in number") == ""


# ---- targets


def test_a_control_of_15_mm_is_noticed(walked: Stage) -> None:
    play(walked, "check_in number")
    the_control(walked, KEY).item.setHeight(15 * PX_PER_MM)
    assert "'5' is 97.5 mm x 15.0 mm, least 20.0 mm" in faults(walked, "check_in number")


def test_controls_too_near_each_other_are_noticed(walked: Stage) -> None:
    play(walked, "check_in number")
    key = the_control(walked, KEY).item
    key.setX(key.x() + 5 * PX_PER_MM)
    assert "'5' and '6' are 0.9 mm apart, least 3.0 mm" in faults(walked, "check_in number")


def test_a_control_out_of_reach_is_noticed(walked: Stage) -> None:
    play(walked, "check_in number")
    pad = the_control(walked, KEY).item.parentItem()
    pad.setY(pad.y() - 60 * PX_PER_MM)
    assert "out of reach above 199.0 mm" in faults(walked, "check_in number")
    pad.setY(pad.y() + 60 * PX_PER_MM)
    assert "out of reach above 258.0 mm" in faults(walked, "check_in number", mode="low")


def test_a_control_off_the_screen_is_noticed(walked: Stage) -> None:
    play(walked, "check_in number")
    key = the_control(walked, "3").item
    key.setX(key.x() + 60 * PX_PER_MM)
    assert "'3' leaves the screen" in faults(walked, "check_in number")


# ---- texts


def test_a_text_too_long_for_its_place_is_noticed(walked: Stage) -> None:
    play(walked, "check_in number")
    item = the_text(walked, "下一步").item
    item.setProperty("text", "下一步" * 30)
    said = faults(walked, "check_in number")
    assert "leaves its ActionButton" in said or "leaves its Tap" in said
    assert "leaves the screen" in said


def test_texts_that_lie_on_each_other_are_noticed(walked: Stage) -> None:
    play(walked, "check_in number")
    how = the_text(walked, "和预约时填的一样").item
    how.setY(how.y() - 20 * PX_PER_MM)
    assert "'您的学号？' lies on '和预约时填的一样'" in faults(walked, "check_in number")


def test_a_shortened_text_of_our_own_is_noticed_and_a_name_may_be_shortened(walked: Stage) -> None:
    play(walked, "help")
    our_longest = max(pseudo.texts_of(pseudo.SHIPPED, "zh_CN").values(), key=len).replace("\n", "")
    the_text(walked, "求助").item.setProperty("text", our_longest)
    walked.rest()
    look = seen.look(walked.window, picture=False)
    assert f"{our_longest!r} is shortened" in texts.faults(look, lambda text: text == our_longest)
    assert f"{our_longest!r} is shortened" not in texts.faults(look, lambda _: False)
    the_text(walked, our_longest).item.setProperty("text", "求助")


# ---- contrast


@pytest.mark.parametrize(("spoil", "ratio"), [("color", "2.1"), ("opacity", "1.8")])
def test_a_greyed_text_is_noticed(walked: Stage, spoil: str, ratio: str) -> None:
    play(walked, "check_in number")
    item = the_text(walked, "和预约时填的一样").item
    item.setProperty(spoil, QColor("#AAAAAA") if spoil == "color" else 0.4)
    assert f"'和预约时填的一样' has a contrast of {ratio}" in faults(walked, "check_in number")


def test_what_is_enough_on_paper_is_too_little_in_high_contrast(walked: Stage) -> None:
    play(walked, "check_in number", mode="contrast")
    assert faults(walked, "check_in number", mode="contrast") == ""
    the_text(walked, "和预约时填的一样").item.setProperty("color", QColor("#888888"))
    assert "least 7.0" in faults(walked, "check_in number", mode="contrast")
    assert "has a contrast" not in faults(walked, "check_in number")


def test_a_faint_drawing_is_noticed(walked: Stage) -> None:
    play(walked, "check_in number")
    key = the_control(walked, "删除一位").item
    icon = one(key.childItems(), lambda each: each.property("name") == "backspace")
    icon.setProperty("ink", QColor("#BBBBBB"))
    assert "the drawing 'backspace' has a contrast of 1.9" in faults(walked, "check_in number")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast.ratio(0x000000, 0xFFFFFF) == pytest.approx(21)
    assert contrast.ratio(0x767676, 0xFFFFFF) == pytest.approx(4.54, abs=0.01)


def test_a_text_on_its_own_colour_has_none() -> None:
    picture = np.full((40, 40), 0x336699, np.uint32)
    text = Text("字", *(QRectF(4, 4, 20, 20),) * 4, False, 0x336699, (), (), False, None)  # type: ignore[arg-type]
    assert contrast.painted_contrast(text, picture) == pytest.approx(1)


# ---- those who hear the screen


def test_a_control_without_a_name_is_noticed(walked: Stage) -> None:
    play(walked, "check_in number")
    the_control(walked, "删除一位").item.setProperty("name", "")
    assert "a Button has no name" in faults(walked, "check_in number")


def test_two_items_that_have_changed_places_are_noticed(walked: Stage) -> None:
    play(walked, "out_of_service")
    button = the_control(walked, "回首页再试").item
    button.stackBefore(button.parentItem().childItems()[0])
    assert "'请找工作人员' is read after '回首页再试'" in faults(walked, "out_of_service")


def test_a_control_that_cannot_be_heard_is_noticed() -> None:
    screen = QRectF(0, 0, 100, 100)
    control = Control("签到", "Tap", QRectF(0, 0, 70, 70), True, (), 1, None)  # type: ignore[arg-type]
    look = Seen(screen, controls=[control])
    assert "'签到' is not in the accessibility tree" in "\n".join(heard.faults(look, [], checks.is_name))
    node = heard.Heard("签到", QAccessible.Role.StaticText, control.box, 1, False, False, False)
    assert "nothing that can be touched" in "\n".join(heard.faults(look, [node], checks.is_name))


def test_two_columns_are_read_either_way_and_a_line_from_the_left() -> None:
    landscape = Seen(QRectF(0, 0, 1920, 1080))
    left, right = QRectF(100, 100, 300, 50), QRectF(800, 100, 300, 50)
    below = QRectF(100, 400, 300, 50)

    def read(seen_: Seen, *boxes: QRectF) -> list[str]:
        role = QAccessible.Role.StaticText
        tree = [heard.Heard(str(at), role, box, at, False, False, False) for at, box in enumerate(boxes)]
        return list(heard.order_faults(seen_, tree))

    assert read(landscape, right, left, below) == []
    assert read(landscape, left, right, below) == []
    assert read(landscape, below, left) != []
    portrait = Seen(QRectF(0, 0, 1080, 1920))
    assert read(portrait, right, left) != []
    assert read(portrait, left, below, right) == []  # a column is read whole


# ---- languages


def test_a_label_left_untranslated_is_noticed(walked: Stage) -> None:
    play(walked, "check_in number", language=pseudo.LANGUAGE)
    assert faults(walked, "check_in number", pseudo.LANGUAGE) == ""
    the_text(walked, "[下一步o]").item.setProperty("text", "下一步")
    assert "'下一步' is not in this language" in faults(walked, "check_in number", pseudo.LANGUAGE)


def test_chinese_in_english_and_an_id_are_noticed(walked: Stage) -> None:
    play(walked, "check_in number", language="en")
    assert faults(walked, "check_in number", "en") == ""
    the_text(walked, "Next").item.setProperty("text", "下一步")
    assert "'下一步' is not in this language" in faults(walked, "check_in number", "en")
    the_text(walked, "下一步").item.setProperty("text", "number.next")
    assert "'number.next' is an id" in faults(walked, "check_in number", "en")


def test_the_fairs_data_is_no_text_of_our_own() -> None:
    data, ours = Data(["北京科技大学", "约 ", " 米"]), Ours(["[约 %1 米o]"])
    said = ["北京科技大学", "A003", "[约 28 米o]", "张＊雨", "11月28日 周六"]
    assert list(languages.faults(said, pseudo.LANGUAGE, data, ours)) == []
    assert list(languages.faults(["去 A003"], pseudo.LANGUAGE, data, ours)) != []


# ---- a way home


def test_a_page_without_a_way_home_is_noticed() -> None:
    names = checks.way_names("zh")
    screen = QRectF(0, 0, 1080, 1920)
    home = Control("首页", "FootButton", QRectF(0, 1800, 100, 100), True, (), 1, None)  # type: ignore[arg-type]
    gone = Control("首页", "FootButton", QRectF(0, 1800, 100, 100), False, (), 1, None)  # type: ignore[arg-type]
    anywhere = Control("开始", "Tap", screen, True, (), 1, None)  # type: ignore[arg-type]
    assert list(ways_home.faults("help", Seen(screen, controls=[home]), names)) == []
    assert list(ways_home.faults("help", Seen(screen, controls=[gone]), names)) == ["there is no way home"]
    assert list(ways_home.faults("attract", Seen(screen, controls=[anywhere]), names)) == []
    assert list(ways_home.faults("verdict welcome", Seen(screen), names)) == []


def test_rows_of_one_card_may_touch_each_other() -> None:
    rows = [
        Control(str(at), "Tap", QRectF(0, 700 + 100 * at, 900, 100), True, (), at, None)  # type: ignore[arg-type]
        for at in range(3)
    ]
    assert list(targets.faults(Seen(QRectF(0, 0, 1080, 1920), controls=rows), low=False)) == []
