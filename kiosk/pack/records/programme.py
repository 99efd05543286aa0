"""The programme: 活动日程."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial

from kiosk.domain.fair import FairDay, Session, SessionKind, Slot
from kiosk.domain.words import Words
from kiosk.pack.cleaning import spans, texts
from kiosk.pack.cleaning.counts import count
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.reading import clean, rows_of
from kiosk.pack.sheets.tables import Row, Table

_KINDS = (
    ("宣讲", SessionKind.TALK),
    ("讲座", SessionKind.LECTURE),
    ("指导", SessionKind.LECTURE),
    ("培训", SessionKind.LECTURE),
    ("对接", SessionKind.EXCHANGE),
    ("洽谈", SessionKind.EXCHANGE),
    ("交流", SessionKind.EXCHANGE),
    ("座谈", SessionKind.EXCHANGE),
)


def read_programme(tables: Sequence[Table], days: tuple[FairDay, ...], ledger: Ledger) -> tuple[Session, ...]:
    """Sessions by time, then id."""
    found: dict[str, Session] = {}
    for row in rows_of(tables, ledger):
        session = _session(row, days, ledger)
        if session is None:
            continue
        if session.id in found:
            reason = Words(f"活动编号 {session.id} 重复", f"session {session.id} stands above already")
            ledger.refuse(row.file, row.number, "活动编号", session.id, reason)
            continue
        found[session.id] = session
        ledger.take(row.file, row.number)
    return tuple(sorted(found.values(), key=lambda each: (each.day, each.slot.start_min, each.id)))


def _session(row: Row, days: tuple[FairDay, ...], ledger: Ledger) -> Session | None:
    title = clean(ledger, row, "活动名称", texts.line)
    day = clean(ledger, row, "日期", partial(spans.day, days=[each.day for each in days]))
    start = clean(ledger, row, "开始时间", spans.minute, spans.clock)
    end = clean(ledger, row, "结束时间", spans.minute, spans.clock)
    if not title:
        ledger.refuse(row.file, row.number, "活动名称", "", Words("没有活动名称", "no title"))
        return None
    if day is None or all(day != each.day for each in days):
        reason = Words("不是本场的日期", "not a day of this fair")
        ledger.refuse(row.file, row.number, "日期", row["日期"], reason)
        return None
    if start is None or end is None or end <= start:
        reason = Words("开始或结束时间不对", "its start or end is no time, or they are the wrong way round")
        ledger.refuse(row.file, row.number, "开始时间", f"{row['开始时间']}-{row['结束时间']}", reason)
        return None
    kind = next((kind for word, kind in _KINDS if word in row["类型"] or word in title), SessionKind.TALK)
    number = clean(ledger, row, "活动编号", texts.line)
    return Session(
        id=number or "s" + hashlib.sha256(f"{day}{start}{title}".encode()).hexdigest()[:8],
        kind=kind,
        title=Words(title, clean(ledger, row, "英文名称", texts.line)),
        day=day,
        slot=Slot(start, end),
        place=clean(ledger, row, "地点", texts.line),
        speaker=clean(ledger, row, "主讲", texts.line),
        seats=clean(ledger, row, "座位数", count),
    )
