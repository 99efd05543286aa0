"""What is read aloud, when, and what never is: a real window, a reader, and a voice that only writes down."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest

from kiosk.ui import window as windows
from kiosk.ui.speech import reader as readers
from kiosk.ui.speech import tree
from kiosk.ui.speech.reader import Reader
from kiosk.ui.speech.voice import Voice
from kiosk.ui.speech.wording import Piece
from kiosk.ui.window import Window
from tests.fakes.voice import command
from tests.ui.scenes import SCENES
from tests.ui.stage import Stage, until

BOTH = frozenset({"zh", "en"})


class Written(QObject):
    """A voice that writes down what it is told, and when it is silenced."""

    known = Signal(object)
    ended = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.stops = 0
        self.asked = 0

    def ask(self) -> None:
        self.asked += 1
        self.known.emit(BOTH)

    def say(self, pieces: list[Piece], *, rate: float) -> int:
        assert rate == 0.0
        self.said.append(" ".join(each.text for each in pieces))
        return len(self.said)

    def stop(self) -> None:
        self.stops += 1

    def close(self) -> None:
        self.stops += 1


@pytest.fixture
def written(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Written]:
    """The voice of a reader that has found it; nothing is switched on."""
    monkeypatch.setattr(readers, "STILL_MS", 20)
    voice = Written()
    reader = Reader(stage.window.quick, stage.models, voice, stage.window)  # type: ignore[arg-type]
    reader.find_voice()
    yield voice
    reader.stop()


@pytest.fixture
def hear(stage: Stage, written: Written) -> Callable[..., str]:
    """Do something and wait for what is said of it."""

    def heard(act: Callable[[], object] | None = None) -> str:
        before = len(written.said)
        if act is not None:
            act()
        stage.window.quick.requestUpdate()
        until(lambda: len(written.said) > before and not stage.window.bridge.busy)
        return written.said[-1]

    return heard


def press(window: Window, key: Qt.Key) -> None:
    """A key of a keyboard that is plugged in."""
    QTest.keyClick(window.quick, key)


def test_it_is_off_until_somebody_wants_it_and_off_again_when_the_visit_ends(
    stage: Stage, written: Written, hear: Callable[..., str]
) -> None:
    stage.models.navigation.go("help")
    stage.rest()
    assert written.said == []
    said = hear(stage.models.modes.toggle_aloud)
    assert said.startswith("朗读已打开")
    assert "求助" in said
    before = written.stops
    stage.models.end_visit()
    assert not stage.models.modes.aloud
    assert written.stops > before  # in the middle of a sentence too
    stage.rest()
    stage.models.navigation.go("check_in")
    stage.rest()
    assert len(written.said) == 1


def test_a_page_is_read_as_it_stands_and_then_what_has_the_focus(
    stage: Stage, hear: Callable[..., str]
) -> None:
    hear(stage.models.modes.toggle_aloud)
    said = hear(lambda: stage.models.navigation.go("check_in"))
    order = [said.index(part) for part in ("签到", "请扫码签到", "用学号签到", "返回", "朗读 开, 已选中")]
    assert order == sorted(order)
    assert hear(lambda: press(stage.window, Qt.Key.Key_Tab)) == "输入登记码, 按钮"
    assert hear(lambda: press(stage.window, Qt.Key.Key_Tab)) == "用学号签到, 按钮"
    said = hear(lambda: press(stage.window, Qt.Key.Key_Return))
    assert "您的学号？" in said


def test_a_switch_that_is_touched_says_how_it_stands(stage: Stage, hear: Callable[..., str]) -> None:
    hear(stage.models.modes.toggle_aloud)
    nodes = tree.read(stage.window.quick)
    box = next(each.item for each in nodes if each.name == "高对比")
    at = box.mapToScene(QPoint(10, 10)).toPoint()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    said = hear(lambda: QTest.mouseClick(stage.window.quick, left, none, at))
    assert said == "高对比 开, 已选中"


def test_a_verdict_is_said_first_and_in_one_language(stage: Stage, hear: Callable[..., str]) -> None:
    hear(stage.models.modes.toggle_aloud)
    said = hear(lambda: SCENES["verdict welcome"](stage))
    assert said.startswith("欢迎。请直接入场。")
    assert "Welcome" not in said
    assert "＊" not in said


def test_the_idle_question_is_said_once_with_its_answers(stage: Stage, hear: Callable[..., str]) -> None:
    stage.models.navigation.go("help")
    hear(stage.models.modes.toggle_aloud)
    said = hear(lambda: SCENES["idle"](stage))
    assert said.startswith("还在看吗")
    assert "继续使用" in said
    assert "用完了，返回首页" in said


def test_results_are_a_count_and_the_first_few(
    stage: Stage, written: Written, hear: Callable[..., str]
) -> None:
    stage.play(SCENES["find hits"])
    said = hear(stage.models.modes.toggle_aloud)
    assert "找到 48 个" in said
    assert said.count(" 米") == 2
    assert "下面还有" in said
    stage.models.find.search("北大")
    until(lambda: len(written.said) > 1)
    assert "返回" not in written.said[-1]  # the page is not read again


@pytest.mark.parametrize("scene", ["check_in tail", "check_in number", "check_in code some", "staff pin"])
def test_what_is_typed_on_a_pad_is_counted_and_never_said(
    stage: Stage, hear: Callable[..., str], scene: str
) -> None:
    stage.play(SCENES[scene])
    read = hear(stage.models.modes.toggle_aloud)
    nodes = tree.read(stage.window.quick)
    keys = [each for each in nodes if each.secret and each.touched]
    fields = "".join(each.name for each in nodes if each.secret and not each.touched)
    assert len(keys) >= 10
    assert f"已输入 {len(fields) or ''}" in read  # a PIN's field counts by itself
    assert fields == "" or fields not in read
    assert hear(keys[-1].item.forceActiveFocus).startswith("字符键")


def test_where_the_voice_dies_the_switch_goes(stage: Stage, written: Written) -> None:
    stage.models.modes.toggle_aloud()
    assert stage.models.modes.aloud
    written.known.emit(frozenset())
    assert not stage.models.modes.aloud
    assert not stage.models.modes.hasVoice


def test_a_language_without_a_voice_has_no_switch(stage: Stage, written: Written) -> None:
    written.known.emit(frozenset({"zh"}))
    stage.models.modes.toggle_aloud()
    stage.models.modes.speak("en")
    assert not stage.models.modes.hasVoice
    assert not stage.models.modes.aloud


def test_the_windows_own_voice_is_looked_for_and_let_go(stage: Stage) -> None:
    stage.window.find_voice(command())
    until(lambda: stage.models.modes.hasVoice)
    voice = next(each for each in stage.window.children() if isinstance(each, Voice))
    assert not voice.running  # until somebody wants to hear
    ended: list[int] = []
    voice.ended.connect(ended.append)
    stage.models.modes.toggle_aloud()
    until(lambda: ended != [])
    assert voice.running
    stage.models.end_visit()


def test_a_verdict_is_painted_before_anything_is_read(
    stage: Stage, written: Written, hear: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who scans waits for no voice: the tree is looked at when the verdict's frame stands."""
    hear(stage.models.modes.toggle_aloud)
    order: list[str] = []
    read = tree.read
    monkeypatch.setattr(tree, "read", lambda window: order.append("read") or read(window))
    stage.models.verdict.shownChanged.connect(lambda: order.append("shown"))
    stage.window.quick.frameSwapped.connect(lambda: order.append("painted"))
    hear(lambda: stage.models.scan("WELCOME0001"))
    after = order[order.index("shown") :]
    assert after.index("painted") < after.index("read")
    assert written.said[-1].startswith("欢迎")


def test_a_screen_reader_is_told_of_a_verdict(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def announcement(window: object, words: str) -> QAccessibleAnnouncementEvent:
        told.append(words)
        return QAccessibleAnnouncementEvent(window, words)

    monkeypatch.setattr(windows, "QAccessibleAnnouncementEvent", announcement)
    QAccessible.setActive(False)
    stage.play(SCENES["verdict welcome"])
    assert told == []  # nobody listens
    stage.models.end_visit()
    QAccessible.setActive(True)
    stage.play(SCENES["verdict welcome"])
    assert told == ["欢迎\n请直接入场"]


def test_who_may_not_have_it_is_not_offered_it(stage: Stage) -> None:
    stage.window.read_aloud(False, rate=0.0)
    stage.window.find_voice(command())
    stage.rest()
    assert not stage.models.modes.hasVoice
