"""Every page has a way home that can be seen and touched."""

from __future__ import annotations

from collections.abc import Iterator

from tests.ui.walk.seen import Control, Seen

WAY_IDS = ("foot.home", "attract.do_zh", "idle.home_zh", "staff.sign_out", "staff.leave")
"""Texts of what leads home: in the foot, on the attract page, on the idle question, where staff sign out."""
END_BY_THEMSELVES = ("verdict", "out_of_service", "leaving")
"""Pages that go home after a moment; and the one after which the screen goes dark."""
HOME = "home"
ANYWHERE = 0.5
"""Of the screen: a control so large takes a touch anywhere."""


def of_page(scene: str) -> str:
    """A scene's page: its first word."""
    return scene.split(" ", maxsplit=1)[0]


def way_home(seen: Seen, names: list[str]) -> Control | None:
    """The control that leads home, if it can be touched. `names` are those of the ways in this language."""
    for control in seen.controls:
        if control.enabled and (any(name in control.name for name in names) or _is_all(control, seen)):
            return control
    return None


def _is_all(control: Control, seen: Seen) -> bool:
    """Whether a touch anywhere in reach is a touch of this control: the attract page."""
    screen, box = seen.screen, control.box
    return box.width() * box.height() >= ANYWHERE * screen.width() * screen.height()


def faults(scene: str, seen: Seen, names: list[str]) -> Iterator[str]:
    """A page with no way home."""
    if of_page(scene) == HOME or of_page(scene) in END_BY_THEMSELVES:
        return
    if way_home(seen, names) is None:
        yield "there is no way home"
