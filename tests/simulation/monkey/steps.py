"""What a monkey does, step by step: written from a seed, without looking at the window.

A step is a word and its numbers or texts, so that it can be kept in a file, played again and left out.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.ui.navigation import LEAVING, PAGES

VALUE = int | float | str
KEYS = (
    *("Return", "Enter", "Tab", "Backtab", "Escape", "Backspace", "Delete", "Space", "Shift"),
    *("Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown", "Insert", "Menu", "Print"),
    *("F1", "F4", "F5", "F11", "F12", "Help", "Copy", "Paste", "Undo", "Back", "Super_L"),
)
CHARACTERS = "aQ1 张0é-'\"<&%\\／😀"
MODIFIERS = ("", "", "", "", "Shift", "Control", "Alt", "Meta", "Control+Alt", "Control+Shift")
WORDS = (
    "lin",
    "张示雨",
    "海上风电",
    "A001",
    "<b>x</b>",
    "a" * 400,
    "软件",
    "2023210458",
    "zhongguo",
    "%1",
    "\u202e",
)
SCANS = (
    *("good 0", "good 1", "good 2", "again", "foreign", "hostile link", "hostile long", "hostile controls"),
    *("damaged", "number", "empty", "wild"),
)
"""Kinds of codes; the world knows which text each stands for."""
TROUBLES = ("fail", "full", "busy", "damaged", "hold", "mend", "mend", "mend")
ARGUMENTS = {"listing": ("3", "999"), "way": ("A003", "Z999"), "session": ("S01", "S99")}
"""What pages are opened with: what is there, and what is not."""
PINS = ("2468", "2468", "2468", "0000", "1357", "24", "99999999")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the monkey does."""

    what: str
    values: tuple[VALUE, ...] = ()

    def __str__(self) -> str:
        return " ".join([self.what, *map(repr, self.values)])


def _touch(chance: random.Random) -> Step:
    return Step("touch", (chance.randrange(1000),))


def _anywhere(chance: random.Random) -> Step:
    return Step(
        "touch at", (round(chance.random(), 3), round(chance.random(), 3), chance.choice((1, 1, 2, 3)))
    )


def _fingers(chance: random.Random) -> Step:
    """Two fingers on two places at once, or one that moves: x and y of both ends, and how many fingers."""
    ends = [round(chance.uniform(-0.05, 1.05), 3) for _ in range(4)]
    return Step("fingers", (*ends, chance.choice((1, 1, 1, 2, 2, 3, 5))))


def _pinch(chance: random.Random) -> Step:
    spread = [round(chance.uniform(0.02, 0.4), 3) for _ in range(2)]
    return Step("pinch", (round(chance.random(), 3), round(chance.uniform(0.2, 0.6), 3), *spread))


def _key(chance: random.Random) -> Step:
    key = chance.choice(KEYS) if chance.random() < 0.7 else chance.choice(CHARACTERS)
    return Step("key", (key, chance.choice(MODIFIERS)))


def _typed(chance: random.Random) -> Step:
    return Step("type", (chance.choice(WORDS), chance.choice(("commit", "commit", "compose", "drop"))))


def _keyboard(chance: random.Random) -> Step:
    return Step(
        "keyboard", (round(chance.random(), 3), round(chance.random(), 3), chance.choice((1, 1, 1, 60)))
    )


def _scan(chance: random.Random) -> Step:
    return Step("scan", (chance.choice(SCANS), chance.randrange(10**6)))


def _time(chance: random.Random) -> Step:
    return Step("time", (chance.choice((1, 1, 5, 20, 45, 50, 61)),))


def _page(chance: random.Random) -> Step:
    page = chance.choice(sorted(set(PAGES) - {"out_of_service", "attract", LEAVING}))
    return Step("page", (page, chance.choice(ARGUMENTS.get(page, ("",)))))


def _staff(chance: random.Random) -> Step:
    return Step("staff", (chance.choice(PINS),))


def _trouble(chance: random.Random) -> Step:
    return Step("trouble", (chance.choice(TROUBLES), chance.randrange(1000)))


def _outside(chance: random.Random) -> Step:
    return Step("outside", (chance.choice(("close", "drop", "menu", "inactive", "clipboard", "wheel")),))


def _mode(chance: random.Random) -> Step:
    return Step(
        "mode", (chance.choice(("language", "large", "contrast", "low", "step_free", "reduced_motion")),)
    )


def _news(chance: random.Random) -> Step:
    return Step("printers", (chance.randrange(4), chance.choice(("CONFIRMED", "FAILED", "UNKNOWN", "SENT"))))


def _day(chance: random.Random) -> Step:
    return Step("day", (chance.choice((1, 30, 240, 24 * 60, -24 * 60)),))


WEIGHTS: dict[Callable[[random.Random], Step], int] = {
    _touch: 40,
    _anywhere: 6,
    _fingers: 6,
    _pinch: 2,
    _key: 10,
    _typed: 4,
    _keyboard: 3,
    _scan: 7,
    _time: 5,
    _page: 5,
    _staff: 3,
    _trouble: 4,
    _outside: 2,
    _mode: 3,
    _news: 1,
    _day: 1,
}


def steps(seed: int) -> Iterator[Step]:
    """The steps of a seed, without end."""
    chance = random.Random(seed)
    makers, weights = list(WEIGHTS), list(WEIGHTS.values())
    while True:
        yield chance.choices(makers, weights)[0](chance)
