"""The figures as csv files that Excel opens: UTF-8 with a BOM, a header in both languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.reasons import Reason
from kiosk.domain.staff_words import REASON_WORDS
from kiosk.domain.words import Words
from kiosk.report.figures import Figures, Line

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its name without ending, its header, its rows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


_LINE = (
    "预约人数 booked",
    "预约到场 arrived",
    "未到 no-shows",
    "到场率 share",
    "现场登记 walk-ups",
    "到场人数 people",
    "入场人次 passages",
)


def tables(figures: Figures, schools: Mapping[str, str]) -> tuple[Table, ...]:
    """Every table. `schools` names schools by code; a code that is in no list stands for itself."""
    return (
        _summary(figures),
        Table(
            "by_type",
            ("类别 type", *_LINE),
            tuple(
                (f"{TYPE_WORDS[each].zh} {TYPE_WORDS[each].en}", *_line(line))
                for each, line in figures.by_type.items()
            ),
        ),
        Table(
            "by_school",
            ("学校标识码 code", "学校 school", *_LINE),
            tuple(
                (code, schools.get(code, code) or "未注明 not given", *_line(line))
                for code, line in figures.by_school.items()
            ),
        ),
        Table(
            "by_degree",
            ("学历 degree", *_LINE),
            tuple((degree or "未注明 not given", *_line(line)) for degree, line in figures.by_degree.items()),
        ),
        _hours(figures),
        Table(
            "sessions",
            ("活动 session", "到场人数 people", "座位 seats"),
            tuple((each.name.zh, each.arrived, each.expected or "") for each in figures.sessions),
        ),
        Table(
            "delegations",
            ("代表团 delegation", "到场人数 people", "应到 expected", "到场率 share"),
            tuple(
                (each.name.zh, each.arrived, each.expected, _share(each.arrived, each.expected))
                for each in figures.delegations
            ),
        ),
        _outcomes(figures),
        _lookups(figures),
    )


def write_tables(folder: Path, made: Iterable[Table]) -> tuple[Path, ...]:
    """Write each table into the folder; one that is there is replaced. OSError where it cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in made:
        path = folder / f"{table.name}.csv"
        path.write_text(csv_text(table), encoding="utf-8-sig", newline="")
        written.append(path)
    return tuple(written)


def csv_text(table: Table) -> str:
    """The table's text. A cell that a spreadsheet would take for a formula is made plain text."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.header)
    writer.writerows(tuple(_plain(cell) for cell in row) for row in table.rows)
    return text.getvalue()


def _plain(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def _line(line: Line) -> tuple[Cell, ...]:
    return (
        line.booked,
        line.arrived,
        line.no_shows,
        _share(line.arrived, line.booked),
        line.walk_ups,
        line.came_on_the_day,
        line.passages,
    )


def _share(part: int, whole: int) -> Cell:
    """Per cent with one place; blank where there is nothing to divide by, never 0."""
    return f"{part / whole * 100:.1f}%" if whole else ""


def _summary(figures: Figures) -> Table:
    fair, total = figures.fair, figures.total
    rows: list[tuple[Words, Cell, Words]] = [
        (Words("活动", "fair"), fair.name.zh, Words(fair.venue.zh, fair.venue.en)),
        (Words("日期", "days"), "、".join(day.day.isoformat() for day in fair.days), Words("", "")),
        (Words("到场人数", "people"), total.came_on_the_day, Words("每人只计一次", "each counted once")),
        (Words("入场人次", "passages"), total.passages, Words("离场后再进另计", "coming back counts again")),
        (Words("预约人数", "booked"), total.booked, Words("已确认的预约", "confirmed bookings")),
        (
            Words("预约到场", "arrived"),
            total.arrived,
            Words(f"占预约 {_share(total.arrived, total.booked)}", "of those booked"),
        ),
        (Words("未到", "no-shows"), total.no_shows, Words("预约未到", "booked, did not come")),
        (Words("现场登记", "walk-ups"), total.walk_ups, Words("在终端登记", "registered at a kiosk")),
        (
            Words("有证无资料", "unknown"),
            figures.unknown,
            Words("其他终端登记，资料未到本机", "another kiosk's; not known here"),
        ),
        (
            Words("有人的展位", "stalls claimed"),
            figures.stalls_claimed,
            Words(f"共 {figures.stalls} 个", "of all that have a host"),
        ),
        (Words("发证", "badges issued"), figures.badges_issued, Words("", "")),
        (Words("换证", "reissued"), figures.badges_reissued, Words("", "")),
        (Words("停用", "revoked"), figures.badges_revoked, Words("", "")),
        (Words("人工放行", "let in by staff"), figures.overridden, Words("", "")),
        (Words("重复入场", "admitted twice"), figures.twice, Words("没有离场又入场", "without going out")),
    ]
    looked_up = figures.looked_up
    rows += [
        (
            Words("查找次数", "lookups"),
            looked_up.lookups,
            Words("在终端查找，不记是谁", "at a kiosk, nobody's name"),
        ),
        (
            Words("没有找到", "not found"),
            looked_up.lookups - looked_up.found,
            Words("内容见 lookups", "what it was: table lookups"),
        ),
    ]
    for peak in figures.peak:
        name = Words(f"入场高峰 {peak.day.isoformat()}", "peak hour")
        rows.append((name, peak.entries, Words(f"{peak.hour}:00–{peak.hour + 1}:00", "")))
    return Table(
        "summary",
        ("指标 figure", "数值 value", "口径 what it is"),
        tuple((_both(name), value, _both(remark)) for name, value, remark in rows),
    )


def _both(words: Words) -> str:
    return f"{words.zh} {words.en}".strip()


def _hours(figures: Figures) -> Table:
    gates = {gate.id: gate.name.zh for gate in figures.fair.gates}
    used = sorted({gate for hour in figures.hours for gate in hour.by_gate})
    header: Sequence[str] = (
        "日期 day",
        "时段 hour",
        "首次入场人数 people",
        "入场人次 entries",
        "离场人次 exits",
        *(f"{gates.get(gate, gate)} {gate}" for gate in used),
    )
    return Table(
        "by_hour",
        tuple(header),
        tuple(
            (
                each.day.isoformat(),
                f"{each.hour}:00",
                each.people,
                each.entries,
                each.exits,
                *(each.by_gate.get(gate, 0) for gate in used),
            )
            for each in figures.hours
        ),
    )


def _outcomes(figures: Figures) -> Table:
    known = set(Reason)
    rows = []
    for (verdict, reason), scans in sorted(figures.reasons.items(), key=lambda each: (-each[1], each[0])):
        words = REASON_WORDS[Reason(reason)] if reason in known else Words(reason, "")
        rows.append((_both(words), verdict, scans))
    return Table("outcomes", ("结果 outcome", "判定 verdict", "扫码次数 scans"), tuple(rows))


def _lookups(figures: Figures) -> Table:
    """What people looked for and this fair does not have: exhibitors to ask next time, words to add."""
    looked_up = figures.looked_up
    rows: list[tuple[Cell, ...]] = list(looked_up.missed)
    if looked_up.rare:
        rows.append(("（其他，内容不保留）others, words not kept", looked_up.rare))
    return Table("lookups", ("查找而没有找到 looked up, not found", "次数 visits"), tuple(rows))
