"""Other machines and sticks with values like the real ones. `standing_value` is what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.domain.fair import BEIJING
from kiosk.domain.words import Words
from kiosk.services.peers import (
    FetchLine,
    ForkLine,
    JoiningLine,
    OwnJoining,
    PeerLine,
    StickLine,
    StickOutcome,
    SyncStanding,
)

SINCE = datetime(2026, 11, 28, 9, 1, tzinfo=BEIJING)
HUB = PeerLine(Words("主机", "Hub"), "hub", connected=True, heard_s=2, waiting=0)
PEERS = (
    HUB,
    PeerLine(Words("西门 1 号机", "West 1"), "kiosk", connected=True, heard_s=14, waiting=0),
    PeerLine(Words("西门 4 号机", "West 4"), "kiosk", connected=False, heard_s=370, waiting=23),
)
SILENT = tuple(replace(each, connected=False, heard_s=400 + 60 * at) for at, each in enumerate(PEERS))
REFUSED = (
    PeerLine(
        Words("西门 5 号机", "West 5"),
        "kiosk",
        connected=False,
        heard_s=5400,
        waiting=871,
        problem=Words(
            "它的证书已经撤销，不再和它交换", "Its certificate was withdrawn. Nothing is shared with it."
        ),
    ),
    PeerLine(
        Words("192.0.2.7", "192.0.2.7"),
        "kiosk",
        connected=False,
        heard_s=None,
        waiting=2615,
        problem=Words("没有回答", "No answer"),
    ),
    PeerLine(Words("FAIR-1", "FAIR-1"), "stick", connected=False, heard_s=7300, waiting=1034),
)
STICK = StickLine(
    "FAIR-1", "/media/kiosk/FAIR-1", Words("上面有本场地 1,581 条记录", "It holds 1,581 facts of this venue")
)
STICK_COPIED = StickOutcome(True, Words("已复制 2,615 条记录。", "2,615 facts were copied."))
STICK_FAILED = StickOutcome(
    False,
    Words(
        "复制到一半，U 盘读不到了，没有写完。请插好再复制一次。",
        "The stick could no longer be read half way. Put it back and copy again.",
    ),
)
FORK = ForkLine(
    "5be1f09a" * 4,
    Words("西门 1 号机", "West 1"),
    813,
    (Words("东门 1 号机", "East 1"), Words("主机", "Hub")),
)
FETCH = FetchLine(
    Words("首都高校毕业生冬季双选会（示例）", "Capital Graduates Winter Fair (sample)"), 4, 0.45
)
ASKS = JoiningLine("r1", "482913", Words("西门 6 号机", "West 6"), SINCE)
SOUTH = Words("南门 2 号机", "South 2")
OWN = OwnJoining("asking", "739204", "FAIRJOIN:739204:4f1c" + "ab" * 28, "hall-hub")
CONNECTED = SyncStanding("connected", PEERS)
UNSAFE = SyncStanding("quiet", SILENT, only_here=214, oldest_only_here=SINCE)


def forty() -> tuple[PeerLine, ...]:
    """The kiosks of a large hall."""
    return tuple(
        PeerLine(
            Words(f"{at} 号机", f"Kiosk {at}"),
            "kiosk",
            connected=at % 7 != 0,
            heard_s=at if at % 7 else 60 * at,
            waiting=0 if at % 7 else 3 * at,
        )
        for at in range(1, 41)
    )


class FakePeers:
    """Stands in for kiosk.app.peers.VenuePeers."""

    def __init__(self, calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first: connected, all is elsewhere too."""
        self.standing_value = CONNECTED
        self.outcome = STICK_COPIED
        self.share = 0.0
        self.problem: Words | None = None

    def heed(self) -> bool:
        return False

    def standing(self) -> SyncStanding:
        self.calls.note("standing_of_sync")
        return self.standing_value

    def accept(self, request: str, staff: str) -> Words | None:
        self.calls.note("accept", request, staff)
        if self.problem is None:
            self._answered(request)
        return self.problem

    def refuse(self, request: str, staff: str) -> None:
        self.calls.note("refuse", request, staff)
        self._answered(request)

    def _answered(self, request: str) -> None:
        left = tuple(each for each in self.standing_value.joining if each.request != request)
        self.standing_value = replace(self.standing_value, joining=left)

    def see_fork(self, origin: str, seq: int, staff: str) -> None:
        self.calls.note("see_fork", origin, seq, staff)
        left = tuple(each for each in self.standing_value.forks if each.origin != origin)
        self.standing_value = replace(self.standing_value, forks=left)

    def see_restore(self) -> None:
        self.calls.note("see_restore")
        self.standing_value = replace(self.standing_value, own_ahead=False)

    def sticks(self) -> tuple[StickLine, ...]:
        self.calls.note("sticks")
        return self.standing_value.sticks

    def stick_out(self, folder: str) -> StickOutcome:
        self.calls.note("stick_out", folder)
        return self.outcome

    def stick_in(self, folder: str) -> StickOutcome:
        self.calls.note("stick_in", folder)
        return self.outcome
