"""Where the monkey is let loose: the real window on fake services (quick) or real ones (a sample fair)."""

from __future__ import annotations

import csv
import gc
import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QTimer

from kiosk.app import State, open_kiosk, prepare_sample, provider
from kiosk.config import Settings
from kiosk.domain.printing import PrintState
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.ui import resources
from kiosk.ui.running import Running
from kiosk.ui.settings import WindowSettings
from kiosk.ui.window import build_window
from tests.fakes import services as fakes
from tests.fakes.printing import TOKEN
from tests.ui.leftovers import PERSONAL
from tests.ui.stage import SIZES, Stage, until

NEVER_MS = 10**9
HOSTILE = {
    "empty": "",
    "foreign": "https://weixin.qq.com/r/示例",
    "hostile link": "javascript:alert(1)//<a href='file:///etc/passwd'>林示远</a>",
    "hostile long": "F1" + "A" * 600,
    "hostile controls": "F1\x00\x1b[2J\x03\x16" + "A" * 40,
    "damaged": TOKEN[:90] + "0" + TOKEN[91:],
    "number": fakes.STUDENT_NUMBER,
}
CALLS = (
    *("scan", "occupancy", "directory.find", "listing", "plan", "programme", "session", "find", "needs"),
    *("summary", "recent", "sign_in", "schools", "register", "check_in_name", "check_in_student", "identify"),
    *("fairs", "stalls", "delegations", "arrive", "agree", "pack", "local_settings", "change", "probe"),
    *("reprint", "reissue", "revoke", "override", "undo", "find_packs", "set_paused", "must_wait"),
)
"""Calls of the fakes that fail or do not answer."""
STORE = {"full": StoreFaultKind.DISK_FULL, "busy": StoreFaultKind.BUSY, "damaged": StoreFaultKind.DAMAGED}


class Fakes:
    """Fake services, whose calls can fail and be held."""

    personal = PERSONAL

    def __init__(self) -> None:
        window = build_window(still=True)
        window.show(*SIZES["portrait"])
        self.kiosk = fakes.FakeKiosk()
        window.attach(self.kiosk)
        self.stage = Stage(window, self.kiosk)
        self._last = "WELCOME0001"
        stop_clocks(window)
        self.stage.rest()

    def code(self, kind: str, number: int) -> str:
        """The text of a kind of code."""
        if kind in HOSTILE:
            return HOSTILE[kind]
        if kind == "again":
            return self._last
        known = sorted(fakes.SCANS)
        self._last = TOKEN if kind == "wild" else known[number % len(known)]
        return self._last

    def trouble(self, what: str, number: int) -> None:
        """A service's fault, or its end."""
        call = CALLS[number % len(CALLS)]
        if what == "mend":
            self.calm()
        elif what == "hold":
            self.kiosk.hold(call)
        elif what == "fail":
            self.kiosk.fail(call)
        else:
            self.kiosk.fail(call, StoreFault(STORE[what]))

    def printers(self, number: int, state: str) -> None:
        """A printer's news."""
        self.kiosk.print_queue.queue(waiting=number, failed=number % 2)
        self.stage.models.printed(fakes.JOB, PrintState[state])

    def day(self, minutes: int) -> None:
        """Time passes at the fair."""
        self.kiosk.clock.moment += timedelta(minutes=minutes)

    def calm(self) -> None:
        """Services as at first; what was held answers. Who was shut out asks, and finds it gone."""
        self.kiosk.restore()
        self.kiosk.calls.made.clear()
        models = self.stage.models
        if models.fault.lasting:
            self.settle()
            models.fault._probing = False
            models.fault.probe()
        self.settle()

    def settle(self) -> None:
        """Until the services have answered, but for one that is held."""
        until(lambda: not self.stage.window.bridge.busy or self.kiosk.calls.holding)

    def expected(self, fault: BaseException) -> bool:
        """Whether a fault is one that was asked for."""
        return isinstance(fault, fakes.FakeFault | StoreFault)

    def close(self) -> None:
        self.kiosk.restore()
        self.stage.window.close()
        gc.collect()


class Real:
    """Real services on the smaller sample fair, in a folder of its own."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="fair-kiosk-monkey-"))
        state = State(self._folder)
        fair = resources.root() / "sample_fairs" / "reverse"
        codes = prepare_sample(state, fair, "", lambda *_: None)
        with codes.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))[:60]
        self._codes = [row["登记码"] for row in rows]
        self.personal = (*self._codes, "海上风电", fakes.STUDENT_NUMBER)  # a speaker's name is everybody's
        settings = Settings(window=WindowSettings(fullscreen=False))
        keys = provider(settings, state, str)
        self.running = Running(settings.window, lambda: open_kiosk(settings, state, keys), still=True)
        self.running.window.models.shutDown.disconnect(self.running._shut_down)  # staff may, and it would end
        self.running.show()
        until(lambda: self.running.opened is not None)
        self.stage = Stage(
            self.running.window, SimpleNamespace(calls=SimpleNamespace(holding=False), restore=lambda: None)
        )
        self._last = self._codes[0]
        stop_clocks(self.running.window)
        self.settle()

    def code(self, kind: str, number: int) -> str:
        """The text of a kind of code."""
        if kind in HOSTILE:
            return HOSTILE[kind]
        if kind == "wild":
            return self.running.last_token() or self._last
        if kind != "again":
            self._last = self._codes[number % len(self._codes)]
        return self._last

    def trouble(self, what: str, number: int) -> None:
        """The real services are well."""

    def printers(self, number: int, state: str) -> None:
        """They print by themselves."""

    def day(self, minutes: int) -> None:
        """The sample's clock goes by itself."""

    def calm(self) -> None:
        self.settle()

    def settle(self) -> None:
        """Until the services have answered; the print queue is asked for ever."""
        until(lambda: not self.stage.window.bridge.busy)

    def expected(self, fault: BaseException) -> bool:
        return False

    def close(self) -> None:
        self.running.close()
        gc.collect()
        with suppress(OSError):
            shutil.rmtree(self._folder)


def stop_clocks(window) -> None:
    """Time passes by steps only: who waits for seconds waits until they are counted."""
    for each in (window.models.idle._timer, window.models._untouched, window.models.page("verdict")._timer):
        each.setInterval(NEVER_MS)
    for each in window.models.page("out_of_service").findChildren(QTimer):
        each.setInterval(NEVER_MS)


WORLDS = {"fakes": Fakes, "real": Real}
