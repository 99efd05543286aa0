"""Scenes of what kiosks agree on: who was let in twice, and badges that are printed at another kiosk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from kiosk.domain.words import Words
from kiosk.services.printing.values import PrintPlace
from tests.fakes.truth import KNOWN, MANY_PLACES, PLACES, WEST_1
from tests.ui.scenes.staff import sign_in
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]


def twice(*steps: str) -> Scene:
    """The list of who was let in twice, then calls of DoublesModel in order (answer:mistake)."""

    def scene(stage: Stage) -> None:
        stage.kiosk.doubles.restore()
        sign_in(stage)
        stage.models.staff.lead("twice")
        stage.rest()
        doubles = stage.models.staff.doubles
        for step in steps:
            name, _, value = step.partition(":")
            if name == "choose":
                doubles.choose(doubles.rows.data(doubles.rows.index(int(value), 0), _key_role(doubles)))
            elif value:
                getattr(doubles, name)(value)
            else:
                getattr(doubles, name)()
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
    "staff desk unheard": unheard,
    "staff twice": twice(),
    "staff twice asked": twice("choose:1"),
    "staff twice two people": twice("choose:0", "answer:two_people"),
    "staff twice mistake": twice("choose:1", "answer:mistake"),
    "staff twice settled": twice("choose:0", "answer:same_person", "close", "show_list:resolved"),
    "staff print where": chosen("turn", "people.choose_reason:damaged", places=MANY_PLACES),
    "staff printers away": sent("show_list:waiting"),
    "staff printers away asked": sent(),
    "staff printers away failed": sent("show_list:failed"),
    "staff printers guests": sent("show_list:waiting", printed_here=True),
}
