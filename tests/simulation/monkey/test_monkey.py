"""A monkey at the kiosk: nothing it does leads out, stops it, or stays; and it can find faults."""

from __future__ import annotations

import itertools
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QGuiApplication

from kiosk.ui.modes import Modes
from kiosk.ui.window import prepare_environment
from tests.simulation.monkey import __main__ as command
from tests.simulation.monkey.reduce import reduced
from tests.simulation.monkey.steps import Step, steps
from tests.simulation.monkey.walk import Walk, Wrong, keep, kept
from tests.simulation.monkey.worlds import WORLDS, Fakes

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
STEPS = {"fakes": 200_000 if LONG else 5_000, "real": 10_000 if LONG else 300}
SAID_BY_QT = re.compile(
    r"pipewire-0.3|PopupList_QMLTYPE|creating directory for user dictionary|propagateSizeHints"
    r"|(FakeFault|StoreFault|ValueError) at "  # faults that the monkey made; pages that no page would open
    r"|Cannot set activeFocusOnTab to false once item is the active focus item"  # it moves on by itself
    r"|Binding loop detected for property|RowList.qml:[0-9:]+$"  # rows that go while their heads still stand
)


@pytest.fixture(scope="module")
def application() -> QGuiApplication:
    prepare_environment()
    return QGuiApplication.instance() or QGuiApplication(["kiosk"])


@pytest.fixture(params=["fakes", "real"])
def walk(request: pytest.FixtureRequest, application: QGuiApplication) -> Iterator[Walk]:
    made = Walk(WORLDS[request.param]())
    yield made
    made.world.close()


def test_nothing_a_monkey_does_leads_out_or_stops_it_or_stays(walk: Walk, tmp_path: Path, capfd) -> None:
    name = next(name for name, kind in WORLDS.items() if isinstance(walk.world, kind))
    played = list(itertools.islice(steps(SEED), STEPS[name]))
    try:
        walk.play(played)
    except Wrong as wrong:
        trace = Path(tempfile.gettempdir()) / f"monkey-{name}-{SEED}.trace"
        keep(trace, played[: walk.done + 1])
        pytest.fail(
            f"{wrong}\npython -m tests.simulation.monkey {SEED} --steps {walk.done + 1} --world {name} "
            f"--reduce {trace}"
        )
    said = [line for line in capfd.readouterr().err.splitlines() if not SAID_BY_QT.search(line)]
    assert said == []
    assert len(walk.pages) > 10, "it has seen the house"


def test_a_planted_fault_is_found_and_its_trace_reduced(application, monkeypatch, tmp_path: Path) -> None:
    """High contrast after large text raises: two steps of hundreds are left."""
    plain = Modes.toggle_contrast

    def planted(self: Modes) -> None:
        if self._large:
            raise ValueError("planted")
        plain(self)

    monkeypatch.setattr(Modes, "toggle_contrast", planted)

    def fails(tried: Sequence[Step]) -> bool:
        walk = Walk(Fakes())
        try:
            walk.play(tried)
        except Wrong as wrong:
            return "planted" in str(wrong)
        finally:
            walk.world.close()
        return False

    played = [each for each in itertools.islice(steps(SEED), 3000) if each.what == "mode"][:24]
    assert fails(played)
    left = reduced(played, fails)
    assert left == [Step("mode", ("large",)), Step("mode", ("contrast",))]
    keep(tmp_path / "trace", left)
    assert kept(tmp_path / "trace") == left


def test_a_seed_is_the_same_steps_again() -> None:
    first, again = (list(itertools.islice(steps(7), 500)) for _ in range(2))
    assert first == again
    assert first != list(itertools.islice(steps(8), 500))
    assert len({each.what for each in first}) > 12


def test_nothing_is_reduced_below_what_is_needed() -> None:
    """ddmin on numbers: those three, whatever lies between them."""
    numbers = [Step("time", (each,)) for each in range(200)]
    needed = {Step("time", (each,)) for each in (3, 77, 190)}
    assert reduced(numbers, lambda tried: needed <= set(tried)) == sorted(
        needed, key=lambda each: each.values
    )


def test_the_command_knows_its_words() -> None:
    asked = command.parser().parse_args(["3", "--steps", "7", "--world", "real"])
    assert (asked.seed, asked.steps, asked.world, asked.trace) == (3, 7, "real", None)
