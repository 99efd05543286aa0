"""Scenes of what kiosks agree on: who was let in twice, and badges that are printed at another kiosk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from kiosk.domain.fair import Words
from kiosk.services.printing.values import PrintPlace
from tests.fakes.truth import KNOWN, MANY_PLACES, PLACES, WEST_1
from tests.ui.scenes.staff import broken, loading, sign_in
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]


def twice(*steps: str, count: int = 0, none: bool = False, hold: str = "", fail: str = "") -> Scene:
    """The list of who was let in twice, then calls of DoublesModel in order (answer:mistake)."""

    def scene(stage: Stage) -> None:
        stage.kiosk.doubles.restore()
        if count:
            stage.kiosk.doubles.crowd(count)
        if none:
            stage.kiosk.doubles.lines = ()
        sign_in(stage)
        stage.models.staff.lead("twice")
        stage.rest()
        doubles = stage.models.staff.doubles
        for step in steps:
            if step == steps[-1] and hold:
                stage.kiosk.hold(hold)
            if step == steps[-1] and fail:
                stage.kiosk.fail(fail)
            name, _, value = step.partition(":")
            if name == "choose":
                doubles.choose(doubles.rows.data(doubles.rows.index(int(value), 0), _key_role(doubles)))
            elif name == "undo":
                doubles.undo(int(value))
            elif value:
                getattr(doubles, name)(value)
            else:
                getattr(doubles, name)()
            if not (step == steps[-1] and hold):
                stage.rest()

    return scene


def _key_role(doubles) -> int:
    names = doubles.rows.roleNames()
    return next(role for role, name in names.items() if bytes(name.data()) == b"key")


def chosen(*steps: str, act: str = "reprint", places: tuple[PrintPlace, ...] = PLACES) -> Scene:
    """Somebody is chosen, and a badge is asked for; then calls of PrintPlacesModel or `people.`, in order."""

    def scene(stage: Stage) -> None:
        stage.kiosk.print_queue.others = places
        sign_in(stage)
        stage.models.staff.open("search")
        people = stage.models.staff.people
        people.search("张")
        stage.rest()
        people.choose("11")
        people.ask_for(act)
        stage.rest()
        for step in steps:
            name, _, value = step.removeprefix("people.").partition(":")
            target = people if step.startswith("people.") else people.places
            getattr(target, name)(*([value] if value else []))
            stage.rest()

    return scene


def sent(*steps: str, printed_here: bool = False) -> Scene:
    """Badges that were sent to another kiosk's printer, or that another kiosk sent here."""

    def scene(stage: Stage) -> None:
        queue = stage.kiosk.print_queue
        queue.queue(waiting=4, unknown=2, failed=2)
        if printed_here:
            queue.unknown = ()
            queue.waiting = tuple(replace(each, sent_by=WEST_1) for each in queue.waiting)
        else:
            away = {"sent_to": WEST_1, "printer": Words("", "")}
            queue.waiting = tuple(
                replace(each, **away, heard=timedelta(seconds=14), recalled=each.job == 7002)
                for each in queue.waiting
            )
            queue.unknown = tuple(replace(each, **away) for each in queue.unknown)
            queue.failed = tuple(replace(each, **away) for each in queue.failed)
        sign_in(stage)
        stage.models.staff.open("printers")
        stage.rest()
        for step in steps:
            name, _, value = step.partition(":")
            getattr(stage.models.staff.printers.jobs, name)(value)
            stage.rest()

    return scene


def unheard(stage: Stage) -> None:
    """The desk, while the west gate is not heard."""
    stage.kiosk.gate.known = KNOWN
    sign_in(stage)


SCENES: dict[str, Scene] = {
    "staff print where": chosen(),
    "staff print there": chosen("turn", "people.choose_reason:damaged"),
    "staff print sent": chosen("turn", "people.choose_reason:damaged", "people.confirm"),
    "staff print reissue there": chosen("turn", "people.choose_reason:lost", act="reissue"),
    "staff print many": chosen("turn", places=MANY_PLACES),
    "staff printers away": sent("show_list:waiting"),
    "staff printers away asked": sent(),
    "staff printers away failed": sent("show_list:failed"),
    "staff printers away cancel": sent("show_list:waiting", "ask_cancel:7003", "cancel:7003"),
    "staff printers guests": sent("show_list:waiting", printed_here=True),
    "staff desk unheard": unheard,
    "staff twice": twice(),
    "staff twice none": twice(none=True),
    "staff twice many": twice(count=24),
    "staff twice loading": loading("doubles", "twice"),
    "staff twice failed": broken("doubles", "twice"),
    "staff twice asked": twice("choose:0"),
    "staff twice asked long": twice("choose:1"),
    "staff twice asked many": twice("choose:0", count=24),
    "staff twice busy": twice("choose:0", "answer:two_people", hold="resolve"),
    "staff twice not done": twice("choose:0", "answer:two_people", fail="resolve"),
    "staff twice two people": twice("choose:0", "answer:two_people"),
    "staff twice revoked": twice("choose:0", "answer:two_people", "revoke"),
    "staff twice mistake": twice("choose:1", "answer:mistake"),
    "staff twice undone": twice("choose:0", "answer:mistake", "undo:1"),
    "staff twice settled": twice("choose:0", "answer:same_person", "close", "show_list:resolved"),
}
