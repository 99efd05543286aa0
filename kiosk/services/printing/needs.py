"""What staff should do about printers and badges, in words: pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain.fair import Words
from kiosk.domain.printer_trouble import LOW_WORDS, MENDS_ITSELF, WORDS, Trouble

if TYPE_CHECKING:
    from kiosk.services.printing.values import JobLine, PrinterLine, PrintStanding

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
    if not count:
        return []
    title = Words(f"{count} 张胸卡不知道出来没有", f"Badges that may not have come out: {count}")
    detail = Words("请看一眼出卡口，再告诉本机。", "Look at the printer, then tell this kiosk.")
    return [PrintNeed("refuse", title, detail)]


def _failed(standing: PrintStanding) -> list[PrintNeed]:
    count = standing.failed_count
    if not count or not standing.chosen:
        return []
    title = Words(f"{count} 张胸卡没有打出来", f"Badges not printed: {count}")
    return [PrintNeed("refuse", title, _what_and_how(_why(standing.failed[-1])))]


def _why(line: JobLine) -> Trouble:
    return line.trouble or Trouble.STOPPED


def _printers(standing: PrintStanding) -> list[PrintNeed]:
    """Of several printers those that stand still are a notice, as long as one prints."""
    if not standing.chosen:
        title = Words("还没有选打印机", "No printer was chosen")
        detail = Words("签到照常，胸卡打不出来", "People are admitted, but no badge is printed.")
        return [PrintNeed("refuse", title, detail)]
    one_is_well = any(each.trouble is None for each in standing.printers)
    return [_printer(each, standing, one_is_well) for each in standing.printers if each.trouble is not None]


def _printer(line: PrinterLine, standing: PrintStanding, one_is_well: bool) -> PrintNeed:
    assert line.trouble is not None
    said = WORDS[line.trouble].title
    title = Words(f"{line.name.zh}：{said.zh}", f"{line.name.en}: {said.en}")
    detail = _how(line.trouble)
    if standing.waiting_count and not one_is_well:
        count = standing.waiting_count
        detail = Words(f"{count} 张胸卡在等。{detail.zh}", f"{count} badges wait. {detail.en}")
    calm = one_is_well or line.trouble in MENDS_ITSELF
    return PrintNeed("notice" if calm else "refuse", title, detail)


def _warnings(standing: PrintStanding) -> list[PrintNeed]:
    needs = []
    for each in standing.printers:
        if each.warning is None or each.trouble is not None:
            continue
        said = LOW_WORDS.get(each.warning, WORDS[each.warning].title)
        title = Words(f"{each.name.zh}：{said.zh}", f"{each.name.en}: {said.en}")
        left = each.labels_left
        detail = (
            Words("请备好新的。", "Lay new supplies ready.")
            if left is None
            else Words(f"大约还有 {left} 张。", f"About {left} are left.")
        )
        needs.append(PrintNeed("notice", title, detail))
    return needs


def _waiting(standing: PrintStanding, now: datetime) -> list[PrintNeed]:
    if not standing.waiting or all(each.trouble is not None for each in standing.printers):
        return []
    waited = now - min(each.at for each in standing.waiting)
    if waited < WAITS_LONG:
        return []
    count, minutes = standing.waiting_count, waited // timedelta(minutes=1)
    title = Words(f"{count} 张胸卡在等打印", f"Badges waiting to print: {count}")
    detail = Words(f"最早一张等了 {minutes}\u00a0分钟", f"The first has waited for {minutes}\u00a0min.")
    return [PrintNeed("notice", title, detail)]


def _what_and_how(trouble: Trouble) -> Words:
    title, how = WORDS[trouble].title, _how(trouble)
    return Words(f"{title.zh}。{how.zh}", f"{title.en}. {how.en}")


def _how(trouble: Trouble) -> Words:
    """The first step of what to do."""
    step = WORDS[trouble].steps[0]
    return Words(f"{step.zh}。", f"{step.en}.")
