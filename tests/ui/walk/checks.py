"""All checks of one look, and how their faults are said."""

from __future__ import annotations

import functools

from kiosk.ui.window import Window
from tests.ui import pseudo
from tests.ui.walk import contrast, heard, languages, seen, tabs, targets, texts, ways_home
from tests.ui.walk.data import Data, Ours, is_id

SAID_MOST = 12
"""Of one scene no more faults are said: the first ones tell."""


@functools.cache
def data() -> Data:
    """What the fakes' services say."""
    return Data.of_the_fakes()


@functools.cache
def ours(language: str) -> Ours:
    """Our own texts in a language."""
    return Ours.of(language)


@functools.cache
def way_names(language: str) -> list[str]:
    """The names of the ways home in a language."""
    found = pseudo.texts_of(pseudo.SHIPPED, "en" if language == "en" else "zh_CN")
    return [found[each] for each in ways_home.WAY_IDS if each in found]


class Checks:
    """The checks of one language and mode."""

    def __init__(self, language: str, mode: str) -> None:
        self.language = language
        self.high = "contrast" in mode
        self.low = "low" in mode

    def faults(self, scene: str, window: Window) -> list[str]:
        """Whatever is wrong with what the window shows now."""
        look = seen.look(window)
        tree = heard.listen(window, look)
        own = ours(self.language)
        named = [each.name for each in tree if each.name.strip()]
        shown = [each.said for each in look.texts if not each.on_keyboard]
        return [
            *targets.faults(look, low=self.low),
            *texts.faults(look, lambda text: text in own),
            *contrast.faults(look, high=self.high),
            *heard.faults(look, tree, is_name),
            *heard.order_faults(look, tree),
            *tabs.faults(window, look),
            *ways_home.faults(scene, look, way_names(self.language)),
            *languages.faults([*named, *shown], self.language, data(), own),
        ]


def is_name(text: str) -> bool:
    """Whether a name is words, and not what a program calls things."""
    return "QMLTYPE" not in text and "undefined" not in text and not is_id(text)


def said(found: dict[str, list[str]]) -> str:
    """The faults of all scenes, a line each."""
    lines = []
    for scene, faults in found.items():
        lines += [f"{scene}: {fault}" for fault in faults[:SAID_MOST]]
        if len(faults) > SAID_MOST:
            lines.append(f"{scene}: and {len(faults) - SAID_MOST} more")
    return "\n".join(lines)
