"""What a visitor can do here, and the touches that lead there from the attract page: three at most.

Every touch is of a control that can be seen, found by the name that is read out, at its middle. The table is
design.md section 7 line by line; a scan needs no touch at all.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt, qtTrId
from PySide6.QtTest import QTest

from kiosk.ui.models import Models
from kiosk.ui.window import build_window
from tests.fakes import services as fakes
from tests.ui.scenes import SCENES
from tests.ui.stage import SIZES, Stage
from tests.ui.walk import seen

MOST = 3


@dataclass(frozen=True)
class Flow:
    """What somebody wants; ids of the texts on what is touched, in order; what then stands there."""

    wish: str
    touches: tuple[str, ...]
    there: Callable[[Models], bool]


def at(page: str, **state: object) -> Callable[[Models], bool]:
    """The page is shown, and its model says so."""
    model = {"check_in": "checkIn", "walk_up": "walkUp"}.get(page, page)

    def there(models: Models) -> bool:
        found = {name: getattr(getattr(models, model), name) for name in state}
        return models.navigation.page == page and found == state

    return there


FLOWS = (
    Flow("check in, the code to hand", ("attract.check_in_zh",), at("check_in", state="start")),
    Flow(
        "check in, the code typed", ("attract.check_in_zh", "check_in.by_code"), at("check_in", state="code")
    ),
    Flow(
        "check in by student number",
        ("attract.check_in_zh", "check_in.by_number"),
        at("check_in", state="number"),
    ),
    Flow("check in by name", ("attract.check_in_zh", "check_in.by_name"), at("check_in", state="name")),
    Flow("register here", ("attract.badge_zh", "check_in.walk_up"), at("walk_up", question="name")),
    Flow("find a stall", ("attract.stall_zh",), at("find", state="ready")),
    Flow("my plan", ("attract.stall_zh", "plan.title"), at("plan", state="empty")),
    Flow("the programme", ("attract.programme_zh",), at("programme", state="ready")),
    Flow("a talk's room", ("attract.session", "card.way"), lambda models: models.navigation.page == "way"),
    Flow("help", ("attract.do_zh", "foot.help"), at("help")),
    Flow(
        "the way to a desk",
        ("attract.do_zh", "foot.help", "help.desk_way"),
        lambda models: models.navigation.page == "way",
    ),
    Flow("ways without stairs", ("attract.do_zh", "home.step_free"), lambda models: models.modes.stepFree),
    Flow("larger text", ("attract.do_zh", "foot.larger"), lambda models: models.modes.large),
    Flow("within reach", ("attract.do_zh", "foot.lower"), lambda models: models.modes.low),
    Flow("English", ("attract.do_zh", "foot.language"), lambda models: models.modes.language == "en"),
    Flow(
        "staff",
        ("attract.do_zh", "foot.help", "help.staff"),
        lambda models: models.navigation.page == "staff",
    ),
)
NAMES = {"attract.session": "9:00", "card.way": "去"}
"""Of controls that are named by what the fair's data says: how the name begins."""


@pytest.fixture(scope="module")
def house(application) -> Iterator[Stage]:
    """One window for all of these."""
    window = build_window(still=True)
    window.show(*SIZES["portrait"])
    kiosk = fakes.FakeKiosk()
    window.attach(kiosk)
    stage = Stage(window, kiosk)
    stage.rest()
    yield stage
    kiosk.restore()
    window.close()
    gc.collect()


def touch(stage: Stage, text_id: str) -> None:
    """A finger on the control of that name; an AssertionError where none can be seen."""
    name = NAMES.get(text_id) or qtTrId(text_id)
    controls = [each for each in seen.look(stage.window, picture=False).controls if each.enabled]
    found = next((each for each in controls if each.name.startswith(name)), None)
    assert found is not None, f"{name!r} is not among {[each.name for each in controls]}"
    QTest.mouseClick(stage.window.quick, Qt.MouseButton.LeftButton, pos=found.box.center().toPoint())
    stage.rest()


@pytest.mark.parametrize("flow", FLOWS, ids=[flow.wish for flow in FLOWS])
def test_three_touches_lead_there(house, qt_messages, flow):
    house.clear()
    house.look(orientation="landscape" if FLOWS.index(flow) % 2 else "portrait")
    house.models.navigation.go("attract")
    house.rest()
    for text_id in flow.touches:
        touch(house, text_id)
    assert flow.there(house.models)
    assert len(flow.touches) <= MOST
    house.clear()


def test_a_scan_needs_no_touch(house, qt_messages):
    house.clear()
    house.models.navigation.go("attract")
    house.models.scan("WELCOME0001")
    house.rest()
    assert house.models.verdict.verdict == "admit"
    house.clear()


# ---- help, from everywhere and back


AMID = (
    *("check_in code some", "check_in tail", "walk_up school", "agreement", "delegation absent"),
    *("find hits", "listing", "way", "plan stops", "badge waiting"),
)


@pytest.mark.parametrize("scene", AMID)
def test_help_comes_back_to_where_one_was(house, qt_messages, scene):
    house.clear()
    house.look(orientation="portrait")
    house.play(SCENES[scene])
    page, before = house.models.navigation.page, said(house)
    touch(house, "foot.help")
    assert house.models.navigation.page == "help"
    touch(house, "foot.back")
    assert house.models.navigation.page == page
    assert said(house) == before
    house.clear()


def said(stage: Stage) -> list[str]:
    """All that is read on the page, without the seconds that go by and the keyboard."""
    texts = seen.look(stage.window, picture=False).texts
    return sorted(each.said for each in texts if not each.on_keyboard and "秒" not in each.said)
