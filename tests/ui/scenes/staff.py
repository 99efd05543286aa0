"""Scenes of staff: sign-in, what needs doing, search and act."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes import services as fakes
from tests.ui.stage import Stage


def sign_in(stage: Stage, pin: str = fakes.PIN) -> None:
    """Type a PIN and sign in."""
    stage.models.navigation.go("staff")
    for digit in pin:
        stage.models.staff.digit(digit)
    stage.models.staff.sign_in()
    stage.rest()


def pin(stage: Stage) -> None:
    """A PIN is being typed."""
    stage.models.navigation.go("staff")
    for digit in "24":
        stage.models.staff.digit(digit)


def pause(stage: Stage) -> None:
    """Pausing asks once."""
    sign_in(stage)
    stage.models.staff.ask_pause()


def search(text: str, attendee: str = "") -> Callable[[Stage], None]:
    """The search with something typed, and perhaps somebody chosen."""

    def scene(stage: Stage) -> None:
        sign_in(stage)
        stage.models.staff.open_search()
        stage.rest()
        stage.models.staff.search(text)
        stage.rest()
        if attendee:
            stage.models.staff.choose(attendee)

    return scene


SCENES: dict[str, Callable[[Stage], None]] = {
    "staff pin": pin,
    "staff wrong pin": lambda stage: sign_in(stage, "1357"),
    "staff desk": sign_in,
    "staff pause": pause,
    "staff search": search("张", "11"),
    "staff search none": search("zzzz"),
}
