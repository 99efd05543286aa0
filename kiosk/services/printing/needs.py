"""What staff should do about printers and badges, in words: pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain import print_need_words as words
from kiosk.domain.printer_trouble import MENDS_ITSELF, Trouble

if TYPE_CHECKING:
    from kiosk.domain.words import Words
    from kiosk.services.printing.values import PrinterLine, PrintStanding

WAITS_LONG = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class PrintNeed:
    """One thing to do. `level`: refuse or notice, as the verdict shapes."""

    level: str
    title: Words
    detail: Words


def print_needs(standing: PrintStanding, now: datetime) -> list[PrintNeed]:
    """All of them."""
    return [
        *_unknown(standing),
        *_failed(standing),
        *_printers(standing),
        *_warnings(standing),
        *_waiting(standing, now),
    ]


def _unknown(standing: PrintStanding) -> list[PrintNeed]:
    count = standing.unknown_count
    return [PrintNeed("refuse", words.may_not_be_out(count), words.LOOK)] if count else []


def _failed(standing: PrintStanding) -> list[PrintNeed]:
    count = standing.failed_count
    if not count or not standing.chosen:
        return []
    why = standing.failed[-1].trouble or Trouble.STOPPED
    return [PrintNeed("refuse", words.not_printed(count), words.why_not_printed(why))]


def _printers(standing: PrintStanding) -> list[PrintNeed]:
    """Of several printers those that stand still are a notice, as long as one prints."""
    if not standing.chosen:
        return [PrintNeed("refuse", words.NOT_CHOSEN, words.NOT_CHOSEN_HOW)]
    one_is_well = any(each.trouble is None for each in standing.printers)
    return [_printer(each, standing, one_is_well) for each in standing.printers if each.trouble is not None]


def _printer(line: PrinterLine, standing: PrintStanding, one_is_well: bool) -> PrintNeed:
    assert line.trouble is not None
    detail = words.first_step(line.trouble)
    if standing.waiting_count and not one_is_well:
        detail = words.badges_wait(standing.waiting_count, line.trouble)
    calm = one_is_well or line.trouble in MENDS_ITSELF
    return PrintNeed("notice" if calm else "refuse", words.stands_still(line.name, line.trouble), detail)


def _warnings(standing: PrintStanding) -> list[PrintNeed]:
    return [
        PrintNeed(
            "notice",
            words.runs_low(each.name, each.warning),
            words.SUPPLIES if each.labels_left is None else words.left(each.labels_left),
        )
        for each in standing.printers
        if each.warning is not None and each.trouble is None
    ]


def _waiting(standing: PrintStanding, now: datetime) -> list[PrintNeed]:
    if not standing.waiting or all(each.trouble is not None for each in standing.printers):
        return []
    waited = now - min(each.at for each in standing.waiting)
    if waited < WAITS_LONG:
        return []
    minutes = waited // timedelta(minutes=1)
    return [PrintNeed("notice", words.waiting(standing.waiting_count), words.waited(minutes))]
