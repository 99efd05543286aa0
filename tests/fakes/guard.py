"""Staff at the kiosk's door, without a journal and without slow hashes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain.fair import BEIJING, StaffMember, StaffRole
from kiosk.domain.staff_duties import Act, refusal
from kiosk.domain.staff_log_words import SOMEBODY, Topic
from kiosk.domain.words import Words
from kiosk.services.duty import NotTheirs
from kiosk.services.staff_log import LogLine, LogPage
from kiosk.services.values import SignIn

if TYPE_CHECKING:
    from kiosk.domain.fair import Fair
    from tests.fakes.services import Calls

NOW = datetime(2026, 11, 28, 9, 24, tzinfo=BEIJING)
WEST = Words("西门 1 号机", "West gate, kiosk 1")
PIN = "2468"
"""Of who manages."""
PINS = {PIN: "s1", "9753": "s2", "5793": "s3", "8024": "s4"}
"""Whose each is."""
STAFF = (
    StaffMember("s1", "陈示例", "", (StaffRole.MANAGE,)),
    StaffMember("s2", "林示例", "", (StaffRole.GATE, StaffRole.PRINT)),
    StaffMember("s3", "何示例", "", (StaffRole.PRINT,)),
    StaffMember("s4", "周示例", "", (StaffRole.HELP,)),
)


LET_IN = Words(
    "放行了 张＊雨：没同意收集说明（本人认识）",
    "let in 张＊雨: has not agreed to the notice (known to staff)",
)
SAID: tuple[tuple[int, str, str, Topic, Words, bool], ...] = (
    (0, "s1", "陈示例", Topic.DOOR, Words("登录了", "signed in"), False),
    (
        1,
        "s2",
        "林示例",
        Topic.ENTRY,
        Words(
            "放行了 张＊雨：没同意收集说明（本人认识）",
            "let in 张＊雨: has not agreed to the notice (known to staff)",
        ),
        False,
    ),
    (4, "s3", "何示例", Topic.BADGES, Words("给 欧＊＊修 换了新证", "reissued the badge of 欧＊＊修"), True),
    (9, "s2", "林示例", Topic.ENTRY, Words("暂停了所有入口", "paused all gates"), True),
    (11, "", "", Topic.DOOR, Words("输错了 PIN", "entered a wrong PIN"), False),
    (
        12,
        "s2",
        "林示例",
        Topic.FLOOR,
        Words("关闭了北侧电梯", "closed the north lift"),
        False,
    ),
    (31, "s1", "陈示例", Topic.KIOSK, Words("改了音量：60", "changed the volume: 60"), False),
    (900, "s1", "陈示例", Topic.KIOSK, Words("关闭了这台机器", "shut the kiosk down"), False),
)
"""Minutes ago, who, what, and whether at another kiosk."""


class FakeStaffLog:
    """The same lines, again and again, so many times; a page holds five of them."""

    def __init__(self, calls: Calls, fair: Callable[[], Fair]) -> None:
        self.calls = calls
        self._fair = fair
        self.restore()

    def restore(self) -> None:
        """As at first: eight lines."""
        self.times = 1

    def page(
        self, viewer: str, before: int | None = None, *, by: str = "", topic: Topic | None = None
    ) -> LogPage:
        self.calls.note("staff_log", viewer, by, topic)
        if refusal(self._fair().staff, viewer, Act.LOG) is not None:
            by = viewer
        lines = [self._line(at) for at in range(len(SAID) * self.times)]
        kept = [line for line in lines if by in ("", line.by) and topic in (None, line.topic)]
        at = before or 0
        return LogPage(tuple(kept[at : at + 5]), at + 5 if at + 5 < len(kept) else None)  # type: ignore[arg-type]

    def _line(self, at: int) -> LogLine:
        minutes, by, name, topic, words, elsewhere = SAID[at % len(SAID)]
        moment = NOW - timedelta(minutes=minutes + 1000 * (at // len(SAID)))
        who = Words(name, name) if by else SOMEBODY
        return LogLine(moment, by, who, topic, words, WEST if elsewhere else None, b"", at)


class FakeStaffDoor:
    """Knows four PINs; every try is noted as `sign_in`."""

    def __init__(self, calls: Calls, fair: Callable[[], Fair]) -> None:
        self.calls = calls
        self._fair = fair
        self.restore()

    def restore(self) -> None:
        """As at first: nobody has tried."""
        self.paused_s = 0

    def wait_s(self) -> int:
        return self.paused_s

    def try_pin(self) -> int:
        self.calls.note("sign_in")
        return self.paused_s

    def find(self, pin: str) -> StaffMember | None:
        self.calls.note("find_pin")
        return next((each for each in self._fair().staff if each.id == PINS.get(pin)), None)

    def answer(self, member: StaffMember | None) -> SignIn:
        return SignIn(member)

    def installs(self, staff: str, fair: Words, version: int) -> None:
        self.require(staff, Act.PACK)
        self.calls.note("installs", staff, version)

    def require(self, staff: str, act: Act) -> None:
        words = refusal(self._fair().staff, staff, act)
        if words is not None:
            raise NotTheirs(words)
