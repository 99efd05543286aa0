"""Save every page as a picture, from the fakes: `python tests/ui/pictures.py FOLDER [NAME]`.

Both languages, both orientations; a NAME saves only pictures whose name contains it.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.ui.window import Window, build_window, prepare_environment

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}


def load_fakes():
    """tests/fakes/services.py, by its file."""
    path = Path(__file__).parents[1] / "fakes" / "services.py"
    spec = importlib.util.spec_from_file_location("kiosk_fakes_services", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def walk_up_to(window: Window, question: str) -> None:
    """Open the walk-up form at a question, the ones before it answered."""
    form = window.models.walkUp
    window.models.navigation.go("walk_up")
    if question == "name":
        form.type_name("林示远")
        return
    form.type_name("林示远")
    form.next()
    if question == "degree":
        return
    form.choose_degree("硕士")
    if question == "school":
        form.type_school("北京")
        return
    form.choose_school("4111010008", "北京科技大学")
    if question == "phone":
        form.digit("1")
        form.digit("1")
        return
    form.skip_phone()


def staff_at(window: Window, view: str) -> None:
    """Sign in, and go to a view of the staff page."""
    window.models.navigation.go("staff")
    staff = window.models.staff
    for digit in "2468":
        staff.digit(digit)
    if view == "pin":
        return
    staff.sign_in()
    rest(window)
    if view == "pause":
        staff.ask_pause()
    if view in ("search", "said"):
        staff.open_search()
        QTest.qWait(50)
        staff.search("张")
        rest(window)
        staff.choose("11")
    if view == "said":
        staff.people.reissue()
        rest(window)


def number_at(window: Window, state: str) -> None:
    """Check in by student number, up to a state."""
    check_in = window.models.checkIn
    window.models.navigation.go("check_in")
    check_in.begin()
    for digit in "2023210458":
        check_in.digit(digit)
    if state == "number":
        return
    check_in.next()
    for digit in "1108" if state == "mismatch" else "11":
        check_in.digit("9" if state == "mismatch" else digit)
    if state == "mismatch":
        check_in.next()


def switched(window: Window, mode: str, page: str) -> None:
    """A page with one of the foot's switches on."""
    getattr(window.models.modes, f"toggle_{mode}")()
    if page != "home":
        window.models.navigation.go(page)


def idle(window: Window) -> None:
    """The idle question over the help page."""
    window.models.navigation.go("help")
    for _ in range(48):
        window.models.idle.step()


PAGES: dict[str, Callable[[Window], None]] = {
    "home": lambda window: None,
    "check-in": lambda window: window.models.navigation.go("check_in"),
    "check-in-number": lambda window: number_at(window, "number"),
    "check-in-tail": lambda window: number_at(window, "tail"),
    "check-in-mismatch": lambda window: number_at(window, "mismatch"),
    "walk-up-name": lambda window: walk_up_to(window, "name"),
    "walk-up-degree": lambda window: walk_up_to(window, "degree"),
    "walk-up-school": lambda window: walk_up_to(window, "school"),
    "walk-up-phone": lambda window: walk_up_to(window, "phone"),
    "walk-up-consent": lambda window: walk_up_to(window, "consent"),
    "help": lambda window: window.models.navigation.go("help"),
    "out-of-service": lambda window: window.bridge.fault(ValueError()),
    "idle": idle,
    "verdict-admit": lambda window: window.models.scan("WELCOME0001"),
    "verdict-notice": lambda window: window.models.scan("INSIDE00001"),
    "verdict-refuse": lambda window: window.models.scan("EARLY000001"),
    "verdict-staff": lambda window: window.models.scan("FORGED00001"),
    "verdict-unknown": lambda window: window.models.scan("SOMETHING ELSE"),
    "home-large": lambda window: switched(window, "large", "home"),
    "home-low": lambda window: switched(window, "low", "home"),
    "home-contrast": lambda window: switched(window, "contrast", "home"),
    "check-in-large": lambda window: switched(window, "large", "check_in"),
    "check-in-low": lambda window: switched(window, "low", "check_in"),
    "check-in-contrast": lambda window: switched(window, "contrast", "check_in"),
    "school-large": lambda window: (walk_up_to(window, "school"), window.models.modes.toggle_large()),
    "school-low": lambda window: (walk_up_to(window, "school"), window.models.modes.toggle_low()),
    "school-contrast": lambda window: (walk_up_to(window, "school"), window.models.modes.toggle_contrast()),
    "verdict-large": lambda window: (window.models.modes.toggle_large(), window.models.scan("EARLY000001")),
    "verdict-contrast": lambda window: (
        window.models.modes.toggle_contrast(),
        window.models.scan("EARLY000001"),
    ),
    "staff-desk-large": lambda window: (window.models.modes.toggle_large(), staff_at(window, "desk")),
    "staff-desk-contrast": lambda window: (window.models.modes.toggle_contrast(), staff_at(window, "desk")),
    "staff-pin": lambda window: staff_at(window, "pin"),
    "staff-desk": lambda window: staff_at(window, "desk"),
    "staff-pause": lambda window: staff_at(window, "pause"),
    "staff-search": lambda window: staff_at(window, "search"),
    "staff-said": lambda window: staff_at(window, "said"),
}


def rest(window: Window) -> None:
    """Let answers arrive and frames be drawn."""
    for _ in range(200):
        QGuiApplication.processEvents()
        if not window.bridge.busy:
            break
        QTest.qWait(5)
    QTest.qWait(40)


def main(folder: Path, only: str) -> None:
    """Save the pictures."""
    fakes = load_fakes()
    folder.mkdir(parents=True, exist_ok=True)
    prepare_environment()
    application = QGuiApplication(["pictures"])
    window = build_window(still=True)
    window.show(*SIZES["portrait"])
    window.attach(fakes.FakeKiosk())
    for orientation, size in SIZES.items():
        window.quick.resize(*size)
        for language in ("zh", "en"):
            for name, open_page in PAGES.items():
                picture = f"{name}-{language}-{orientation}"
                if only not in picture:
                    continue
                window.models.end_visit()
                window.models.modes.speak(language)
                rest(window)
                open_page(window)
                rest(window)
                window.quick.grabWindow().save(str(folder / f"{picture}.png"))
    window.models.end_visit()
    window.close()
    del window, application


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
