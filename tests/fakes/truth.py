"""Double admissions with values like the real ones and no store: three that staff are asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import BEIJING
from kiosk.domain.known_words import counted_words, knew_words, passage_words
from kiosk.domain.words import Words
from kiosk.services.doubles_values import DoubleLine, DoublesSheet, PassageLine
from kiosk.services.printing.values import PrintPlace
from kiosk.services.values import Correction

DAY = date(2026, 11, 28)
WEST, EAST = Words("西门", "West gate"), Words("东门", "East gate")
NOBODY = Words("没有登记的证", "A badge of nobody known here")
WEST_1, SOUTH_2 = Words("西门 1 号机", "West gate, kiosk 1"), Words("南门 2 号机", "South gate, kiosk 2")
PLACES = (
    PrintPlace(b"a kiosk at south", SOUTH_2, (Words("服务台", "the desk"),), timedelta(minutes=14)),
    PrintPlace(b"a kiosk at west1", WEST_1, (Words("右手边的出卡口", "the slot"),), timedelta(seconds=14)),
)
MANY_PLACES = tuple(
    PrintPlace(
        f"kiosk at place {at:02d}".encode(),
        Words(f"西北登录厅 {at} 号机", f"North-west registration hall, kiosk {at}"),
        (),
        timedelta(seconds=9 * at),
    )
    for at in range(1, 40)
)
SENT_WEST = Words(
    "已交给西门 1 号机打印（14 秒前有消息）",
    "Sent to West gate, kiosk 1 to be printed (last heard 14 s ago).",
)
KNOWN = counted_words(((WEST, timedelta(minutes=14)),))
"""What the desk says of its numbers while the west gate is not heard."""
SAID = {
    "same_person": Words("已记下：同一个人", "Noted: it was the same person."),
    "two_people": Words(
        "已记下：两个人用过这张证。证要不要停用？",
        "Noted: two people used this badge. Should it stop working?",
    ),
    "mistake": Words(
        "已记下：有一次是误扫。要撤销哪一次？", "Noted: one scan was a mistake. Which one should be undone?"
    ),
}


def line(
    number: int,
    name: str,
    organisation: str,
    *gates: tuple[str, Words],
    unheard_s: int | None = 840,
    known: bool = True,
) -> DoubleLine:
    """Somebody who went in at these gates, each with its time (9:02)."""
    passages = tuple(
        PassageLine(
            b"a kiosk of tests",
            number * 10 + at,
            datetime(2026, 11, 28, *map(int, time.split(":")), tzinfo=BEIJING),
            passage_words(time, gate),
        )
        for at, (time, gate) in enumerate(gates)
    )
    where = Words(
        "，".join(each.words.zh for each in passages), ", ".join(each.words.en for each in passages)
    )
    return DoubleLine(
        attendee=number if known else None,
        badge=None if known else number,
        name=Words(name, name) if known else NOBODY,
        organisation=organisation,
        type=BadgeType.GRADUATE if known else None,
        day=DAY,
        session=None,
        passages=passages,
        words=(where, knew_words(gates[1][1], gates[0][1], unheard_s, False)),
    )


LINES = (
    line(11, "张示雨", "北京科技大学", ("9:02", WEST), ("9:05", EAST)),
    line(
        12,
        "阿依古丽·买买提艾力",
        "首都师范大学",
        ("9:12", EAST),
        ("9:12", WEST),
        ("9:20", EAST),
        unheard_s=None,
    ),
    line(13, "", "", ("9:15", WEST), ("9:16", EAST), unheard_s=14, known=False),
)


class FakeDoubles:
    """Stands in for kiosk.services.doubles.Doubles."""

    def __init__(self, calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first: nobody has looked at any of them."""
        self.lines = LINES
        self.gone = False
        """Whether what staff answer is of one that is not there any more."""

    def sheet(self) -> DoublesSheet:
        self.calls.note("doubles")
        return DoublesSheet(
            tuple(each for each in self.lines if not each.outcome),
            tuple(each for each in self.lines if each.outcome),
        )

    def resolve(self, passages, outcome: str, staff: str) -> Correction:
        self.calls.note("resolve", passages, outcome, staff)
        if self.gone:
            return Correction(False, Words("这条已经不在了，请再看一下名单", "It is not there any more."))
        self._change(passages, outcome=outcome, by="陈示例")
        return Correction(True, SAID[outcome])

    def undo(self, passage, staff: str) -> Correction:
        self.calls.note("undo_double", passage, staff)
        self.lines = tuple(each for each in self.lines if passage not in {one.place for one in each.passages})
        return Correction(True, Words("已撤销，人数已改回", "Undone. The numbers are as before."))

    def revoke(self, passages, staff: str) -> Correction:
        self.calls.note("revoke_double", passages, staff)
        self._change(passages, revoked=True)
        return Correction(True, Words("旧证已停用，需要时可换新证", "Revoked. Reissue to give a new one."))

    def bar(self, passages, staff: str) -> Correction:
        self.calls.note("bar_double", passages, staff)
        return Correction(True, Words("已禁止入场", "Barred from now on."))

    def _change(self, passages, **change) -> None:
        seen = set(passages)
        self.lines = tuple(
            replace(each, **change) if seen & {one.place for one in each.passages} else each
            for each in self.lines
        )
