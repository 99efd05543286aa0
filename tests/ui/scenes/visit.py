"""Scenes of a visitor who checks in: home, check-in, verdicts, walk-up, help, out of service, idle."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.reasons import Reason
from tests.fakes import services as fakes
from tests.ui.stage import Stage


def go(page: str, argument: str = "") -> Callable[[Stage], None]:
    """Open a page."""
    return lambda stage: stage.models.navigation.open(page, argument)


def walk_up(question: str) -> Callable[[Stage], None]:
    """The form at a question, those before it answered."""

    def scene(stage: Stage) -> None:
        form = stage.models.walkUp
        stage.models.navigation.go("walk_up")
        if question == "name":
            return
        form.type_name("阿卜杜热合曼·艾尔肯")
        form.next()
        if question == "degree":
            return
        form.choose_degree("硕士")
        form.type_school("北京")
        if question == "school":
            return
        form.choose_school("4111010008", "北京科技大学")
        if question == "consent":
            form.skip_phone()

    return scene


def number(state: str) -> Callable[[Stage], None]:
    """Check-in by student number, up to a state."""

    def scene(stage: Stage) -> None:
        check_in = stage.models.checkIn
        stage.models.navigation.go("check_in")
        check_in.begin()
        for digit in fakes.STUDENT_NUMBER:
            check_in.digit(digit)
        if state == "number":
            return
        check_in.next()
        for digit in "9999":
            check_in.digit(digit)
        if state == "mismatch":
            check_in.next()

    return scene


def verdict(reason: Reason) -> Callable[[Stage], None]:
    """The verdict of a reason, for somebody with a long name and school."""

    def scene(stage: Stage) -> None:
        who = fakes.Who("欧＊＊修", "中国地质大学（北京）", fakes.BadgeType.GRADUATE)
        stage.models.page("verdict").show(fakes.Admission(fakes.decision(reason), who, 11))

    return scene


def idle(stage: Stage) -> None:
    """The idle question over the help page."""
    stage.models.navigation.go("help")
    for _ in range(48):
        stage.models.idle.step()


SCENES: dict[str, Callable[[Stage], None]] = {
    "home": go("home"),
    "check_in": go("check_in"),
    "check_in number": number("number"),
    "check_in tail": number("tail"),
    "check_in mismatch": number("mismatch"),
    **{f"walk_up {each}": walk_up(each) for each in ("name", "degree", "school", "phone", "consent")},
    "help": go("help"),
    "out_of_service": go("out_of_service"),
    "idle": idle,
    **{
        f"verdict {reason.value}": verdict(reason)
        for reason in Reason
        if reason is not Reason.PHONE_NEEDED  # asked on the check-in page
    },
}
