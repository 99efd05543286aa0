"""What staff are asked to do about printers and badges, as the desk says it."""

from __future__ import annotations

from kiosk.domain.counted import counted, noun
from kiosk.domain.printer_trouble import LOW_WORDS, WORDS, Trouble
from kiosk.domain.words import Words

NOT_CHOSEN = Words("还没有选打印机", "No printer was chosen")
NOT_CHOSEN_HOW = Words("签到照常，胸卡打不出来", "People are admitted, but no badge is printed.")
LOOK = Words("请看一眼出卡口，再告诉本机", "Look where badges come out, then tell this kiosk.")
SUPPLIES = Words("请备好新的", "Lay new supplies ready.")


def may_not_be_out(count: int) -> Words:
    """Badges that staff are asked about."""
    return Words(f"{count} 张胸卡不知道出来没有", f"Badges that may not have come out: {count}")


def not_printed(count: int) -> Words:
    """Badges that did not come out, for sure."""
    return Words(f"{count} 张胸卡没有打出来", f"Badges not printed: {count}")


def why_not_printed(trouble: Trouble) -> Words:
    """Why, and the first thing to do."""
    said, step = WORDS[trouble].title, first_step(trouble)
    return Words(f"{said.zh}。{step.zh}", f"{said.en}. {step.en}")


def stands_still(printer: Words, trouble: Trouble) -> Words:
    """A printer that does not print."""
    said = WORDS[trouble].title
    return Words(f"{printer.zh}：{said.zh}", f"{printer.en}: {said.en}")


def first_step(trouble: Trouble) -> Words:
    """The first thing to do."""
    step = WORDS[trouble].steps[0]
    return Words(step.zh, f"{step.en}.")


def badges_wait(count: int, trouble: Trouble) -> Words:
    """Badges wait for that printer alone."""
    step = first_step(trouble)
    return Words(
        f"{count} 张胸卡在等。{step.zh}",
        f"{counted(count, 'badge')} {noun(count, 'waits', 'wait')}. {step.en}",
    )


def runs_low(printer: Words, warning: Trouble) -> Words:
    """Something will be used up soon."""
    said = LOW_WORDS.get(warning, WORDS[warning].title)
    return Words(f"{printer.zh}：{said.zh}", f"{printer.en}: {said.en}")


def left(count: int) -> Words:
    """By our own count."""
    return Words(f"大约还有 {count} 张，请备好新的", f"About {count} are left. Lay new ones ready.")


def waiting(count: int) -> Words:
    """Badges that wait for long, though a printer is well."""
    return Words(f"{count} 张胸卡在等打印", f"Badges waiting to print: {count}")


def waited(minutes: int) -> Words:
    """How long the first of them has."""
    return Words(f"最早一张等了 {minutes}\u00a0分钟", f"The first has waited for {minutes}\u00a0min.")
