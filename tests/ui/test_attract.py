"""The attract page: when it comes, what it shows, and that anything ends it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.ui.attract import ASIDE_STEPS, ahead
from kiosk.ui.attract_item import lay_out
from kiosk.ui.window import build_window
from tests.ui.stage import until
from tests.ui.walk import seen


def test_it_comes_when_home_has_stood_untouched(window, settle):
    window.models.modes.toggle_large()
    window.models.modes.speak("en")
    window.models.home_rests()
    settle(window)
    assert window.models.navigation.page == "attract"
    assert not window.models.modes.large
    assert window.models.modes.language == "zh"
    assert not window.models.idle.warning
    assert not window.models.idle._timer.isActive()
    window.models.end_visit()


def test_it_does_not_come_on_other_pages_nor_over_a_verdict(window, settle):
    window.models.navigation.go("help")
    window.models.home_rests()
    assert window.models.navigation.page == "help"
    window.models.end_visit()
    window.models.scan("EARLY000001")
    settle(window)
    window.models.home_rests()
    assert window.models.navigation.page == "home"
    window.models.end_visit()


def test_every_touch_and_every_way_home_starts_the_wait_again(window):
    timer = window.models._untouched
    assert timer.isActive()
    window.models.navigation.go("help")
    assert not timer.isActive()
    window.models.end_visit()
    assert timer.isActive()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    later_ms = timer.interval() - 20
    until(lambda: timer.remainingTime() <= later_ms)
    window.models.touched()
    assert timer.remainingTime() > later_ms


@pytest.mark.parametrize("y", [100, 1000, 1900])
def test_a_touch_anywhere_ends_it(window, settle, y):
    window.models.home_rests()
    settle(window)
    QTest.mouseClick(window.quick, Qt.MouseButton.LeftButton, pos=QPoint(540, y))
    settle(window)
    assert window.models.navigation.page == "home"


def test_a_scan_ends_it_and_is_decided(window, kiosk, settle, scan):
    window.models.home_rests()
    settle(window)
    scan(window, "EARLY000001")
    settle(window)
    assert window.models.navigation.page == "home"
    assert window.models.verdict.verdict == "refuse"
    window.models.end_visit()


def test_it_counts_the_stalls_by_zone(window, kiosk, settle):
    window.models.home_rests()
    settle(window)
    attract = window.models.attract
    assert (attract.stalls, attract.levels) == (48, 2)
    assert [block["letter"] for block in attract.blocks] == list("ABCDEF")
    assert attract.blocks[1]["numbers"][0] == "B001"
    window.models.end_visit()


def test_without_a_plan_it_has_no_counts(window, kiosk, settle):
    kiosk.fail("plan")
    window.models.home_rests()
    settle(window)
    assert window.models.navigation.page == "attract"
    assert window.models.attract.stalls == 0
    window.models.end_visit()


def numbers(count, letter="A"):
    return [f"{letter}{at + 1:03d}" for at in range(count)]


@pytest.mark.parametrize("counts", [(1,), (130,), (3, 40), (20, 20, 25, 25, 20, 20), (333,) * 6])
@pytest.mark.parametrize(("across", "width", "height"), [(2, 976.0, 1150.0), (3, 1121.0, 874.0)])
def test_every_stall_has_a_square_of_its_own_and_the_way_ends_at_one(counts, across, width, height):
    blocks = [(at, numbers(count, chr(65 + at))) for at, count in enumerate(counts)]
    laid = lay_out(blocks, across, width, height, 38.0)
    assert sorted(square.number for square in laid.squares) == sorted(
        number for _, all_of_it in blocks for number in all_of_it
    )
    boxes = [square.box for square in laid.squares]
    assert all(box.left() >= 0 and box.right() <= width + 1e-6 for box in boxes)
    assert all(box.top() >= 0 and box.bottom() <= height for box in boxes)
    if len(boxes) < 200:
        assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
    goal, box = laid.way[-1], laid.chosen.box
    assert (goal.x(), goal.y()) in {
        (box.center().x(), box.bottom()),
        (box.left(), box.center().y()),
    }
    for start, end in zip(laid.way, laid.way[1:], strict=False):
        assert start.x() == end.x() or start.y() == end.y()


@pytest.mark.parametrize("blocks", [1, 2, 3, 6])
def test_the_way_crosses_no_square(blocks):
    laid = lay_out([(at, numbers(20)) for at in range(blocks)], 2, 976.0, 1150.0, 38.0)
    for start, end in zip(laid.way, laid.way[1:], strict=False):
        for share in range(20):
            x = start.x() + (end.x() - start.x()) * share / 20
            y = start.y() + (end.y() - start.y()) * share / 20
            assert not any(square.box.contains(x, y) for square in laid.squares)


def test_no_stalls_no_squares():
    assert lay_out([], 2, 976.0, 1150.0, 38.0) is None
    assert lay_out([(0, [])], 2, 976.0, 1150.0, 38.0) is None


# ---- what it says


@pytest.fixture
def resting(window, kiosk, settle, fakes):
    """The attract page at a moment of the fair, with so much of the programme."""

    def shown(days=0, hour=9, minute=24, sessions=fakes.SESSIONS, **gate):
        kiosk.clock.moment = fakes.NOW.replace(hour=hour, minute=minute) + timedelta(days=days)
        kiosk.directory.sessions = sessions
        for name, value in gate.items():
            setattr(kiosk.gate, name, value)
        window.models.home.entered("")
        window.models.navigation.go("attract")
        settle(window)
        return window.models.attract

    return shown


def said(window):
    """Every text on the screen."""
    return [each.said for each in seen.look(window, picture=False).texts]


def control(window, name):
    """The middle of the control whose name begins so, in px."""
    controls = seen.look(window, picture=False).controls
    return next(each.box.center().toPoint() for each in controls if each.name.startswith(name))


def touch(window, where):
    QTest.mouseClick(window.quick, Qt.MouseButton.LeftButton, pos=where)


def tomorrow(session):
    return replace(session, id=session.id + "x", day=session.day + timedelta(days=1))


def test_of_the_programme_it_takes_what_is_on_and_what_comes_next(fakes):
    found = ahead(fakes.SESSIONS, fakes.NOW)
    assert (found.when, found.over) == ("today", False)
    assert [each.id for each in found.sessions] == ["S01", "S02", "S03"]
    found = ahead(fakes.SESSIONS, fakes.NOW.replace(hour=10, minute=0))
    assert [each.id for each in found.sessions] == ["S02", "S03", "S04"]


def test_when_the_day_is_over_it_says_so_and_what_is_on_tomorrow(fakes):
    late = fakes.NOW.replace(hour=15)
    assert ahead(fakes.SESSIONS, late).when == "over"
    found = ahead([*fakes.SESSIONS, tomorrow(fakes.SESSIONS[1])], late)
    assert (found.when, found.over, [each.id for each in found.sessions]) == ("tomorrow", True, ["S02x"])


def test_before_and_after_the_fair(fakes):
    assert ahead(fakes.SESSIONS, fakes.NOW - timedelta(days=1)).when == "tomorrow"
    assert ahead(fakes.SESSIONS, fakes.NOW - timedelta(days=3)).when == "later"
    assert ahead(fakes.SESSIONS, fakes.NOW + timedelta(days=1)).when == ""
    assert ahead((), fakes.NOW).when == ""


def test_it_shows_times_titles_and_places_in_both_languages(window, resting):
    resting()
    texts = said(window)
    for each in ("9:00–10:00", "简历怎样写", "How to write a CV", "2 层 203", "正在进行 Now"):
        assert each in texts
    assert texts.count("正在进行 Now") == 1


def test_without_a_programme_it_says_nothing_of_one(window, kiosk, resting):
    resting(sessions=())
    assert "今日日程" not in said(window)
    kiosk.fail("programme")
    window.models.attract.attached()
    window.models.navigation.home()
    resting()
    assert "今日日程" not in said(window)


def test_a_day_that_is_over_is_said_kindly(window, resting):
    resting(hour=15)
    assert "今天的活动都结束了，谢谢您来" in said(window)
    assert "That was today's programme. Thank you for coming." in said(window)


def test_the_clock_moves_the_programme_on(window, kiosk, resting, fakes):
    attract = resting()
    kiosk.clock.moment = fakes.NOW.replace(hour=10, minute=1)
    heard = []
    attract.changed.connect(lambda: heard.append(1))
    attract.tick()
    attract.tick()
    assert [(each["id"], each["on"]) for each in attract.sessions] == [
        ("S02", True),
        ("S03", False),
        ("S04", False),
    ]
    assert heard == [1]


@pytest.mark.parametrize(
    ("shown", "zh", "en"),
    [
        ({"paused": True}, "入场暂停", "Entry is paused. Please wait here."),
        ({"hour": 7}, "还没开门", "Doors open at 8:30. Look around here."),
        ({"days": -3}, "今天不开放", "Opens 28 Nov at 8:30. Look around here."),
        ({"days": 2}, "今天已结束", "Over for today. Look around here."),
    ],
)
def test_it_says_that_nobody_goes_in_now(window, kiosk, resting, shown, zh, en):
    kiosk.crowd(0 if "paused" not in shown else 1846)
    resting(**shown)
    texts = said(window)
    assert zh in texts
    assert en in texts


def test_a_full_hall_is_said(window, kiosk, resting):
    kiosk.crowd(2500)
    resting()
    assert "馆内已满" in said(window)


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("签到", "check_in"),
        ("打印胸卡", "check_in"),
        ("找展位", "find"),
        ("看日程", "programme"),
        ("10:00", "session"),
        ("轻触屏幕", "home"),
    ],
)
def test_what_it_does_is_one_touch_away_and_home_lies_below(window, resting, settle, name, page):
    resting()
    touch(window, control(window, name))
    settle(window)
    assert window.models.navigation.page == page
    window.models.navigation.back()
    assert window.models.navigation.page == "home"


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Down])
def test_any_key_ends_it(window, resting, key):
    resting()
    QTest.keyClick(window.quick, key)
    until(lambda: window.models.navigation.page == "home")


def test_tab_goes_to_what_can_be_touched(window, resting):
    resting()
    QTest.keyClick(window.quick, Qt.Key.Key_Tab)
    QGuiApplication.processEvents()
    assert window.models.navigation.page == "attract"
    assert window.quick.activeFocusItem().property("name") == "签到 Check in"


# ---- calm


def test_nothing_burns_in(application, kiosk, settle):
    """All of it stands elsewhere a little later, near where it was; standing still, it stays."""
    window = build_window()
    window.show(1080, 1920)
    window.attach(kiosk)
    settle(window)
    window.models.navigation.go("attract")
    settle(window)
    attract, places = window.models.attract, set()
    for _ in range(ASIDE_STEPS):
        places.add(control(window, "轻触屏幕").toTuple())
        attract.tick()
    assert len(places) > ASIDE_STEPS // 2
    across, down = zip(*places, strict=True)
    assert max(across) - min(across) >= 12
    assert max(across) - min(across) <= 24
    assert max(down) - min(down) <= 24
    window.models.modes.toggle_reduced_motion()
    attract.tick()
    at = control(window, "轻触屏幕")
    attract.tick()
    assert control(window, "轻触屏幕") == at
    window.close()


def test_nothing_is_drawn_while_nothing_changes(window, resting):
    """The clock ticks, home reads how full it is, the page looks at the time: no frame of it."""
    attract = resting()
    drawn = []
    window.quick.frameSwapped.connect(lambda: drawn.append(1))
    for _ in range(3):
        attract.tick()
        window.models.clock._tick()
        window.models.home._refresh()
        until(lambda: not window.bridge.busy)
        for _ in range(5):
            QGuiApplication.processEvents()
    assert drawn == []
    window.models.modes.toggle_large()
    until(lambda: drawn != [])
