"""Runs the window: first frame, then the services, then the event loop until it is closed."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.ui.collector import Collector
from kiosk.ui.courier import Courier
from kiosk.ui.printing import Printing
from kiosk.ui.settings import WindowSettings
from kiosk.ui.window import Window, build_window, prepare_environment

if TYPE_CHECKING:
    from kiosk.ui.ending import Ending

UPKEEP_MS = 60_000
PORTRAIT_PX = (1080, 1920)
RETRY_MS = 5000
"""Between two tries to open the services: the cause of a fault may have been mended meanwhile."""
BEAT_MS = 1000
BROKEN = 70
"""Exit status (EX_SOFTWARE): the kiosk gave itself up."""
MEASURE = "FAIR_KIOSK_BENCH_FIRST_FRAME"
"""Set by the benchmark: say when the first frame stood, quit once the services are there."""


def size_px(settings: WindowSettings) -> tuple[int, int]:
    """The window's size where no real screen gives one."""
    width, height = PORTRAIT_PX
    return (height, width) if settings.orientation == "landscape" else (width, height)


class Watched(Protocol):
    """Whoever watches this process (app.watch.Watched); each gives False where nobody does any more."""

    @property
    def age_s(self) -> float: ...

    @property
    def cpu_s(self) -> float: ...

    def ready(self) -> bool: ...

    def beat(self) -> bool: ...

    def ending(self) -> bool: ...


class Running:
    """An application with its window and, once they are open, its services."""

    def __init__(
        self,
        settings: WindowSettings,
        open_services: Callable[[], Any],
        *,
        still: bool = False,
        watched: Watched | None = None,
        scanners: Iterable[Any] = (),
    ) -> None:
        prepare_environment()
        self.application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
        self.window: Window = build_window(still=still)
        self._collector = Collector(self.window)
        self.opened: Any = None
        self.fault: BaseException | None = None
        self.printing: Printing | None = None
        self._courier: Courier | None = None
        self._upkeep = QTimer(self.window)
        self._upkeep.setInterval(UPKEEP_MS)
        self._upkeep.timeout.connect(self._keep_up)
        self._watched = watched
        self._beats = QTimer(self.window)
        self._beats.setInterval(BEAT_MS)
        self._beats.timeout.connect(self._beat)
        self._settings = settings
        self._open_services = open_services
        self._said = ""
        self._again = QTimer(self.window)
        self._again.setSingleShot(True)
        self._again.setInterval(RETRY_MS)
        self._again.timeout.connect(self._open)
        self.window.scanners.use(scanners)
        self.window.models.modes.start_in(settings.language, reduced_motion=settings.reduced_motion)
        self.window.models.staff_lock_s = settings.staff_lock_s
        self.window.read_aloud(settings.read_aloud, rate=settings.read_aloud_rate)
        self._settings_kept(settings)
        self.window.models.settingsKept.connect(self._settings_kept)
        self.window.models.storeDamaged.connect(self._open_anew)
        self.window.models.opensAnew.connect(self._open_anew)
        self.window.models.shutDown.connect(self._shut_down)
        self._ending: Ending | None = None
        self._renews = False
        self.window.models.packInstalled.connect(self._pack_installed)
        for ends in (self.window.models.visitEnded, self.window.models.navigation.pageChanged):
            ends.connect(self._renew, Qt.ConnectionType.QueuedConnection)
        self.window.models.visitEnded.connect(self._collector.collect_all)
        self.window.shown.connect(self._first_frame)
        self.window.bridge.hopeless.connect(self._give_up)

    def show(self) -> None:
        """Show the window, as large as the settings say."""
        width, height = size_px(self._settings)
        real = QGuiApplication.platformName() not in {"offscreen", "minimal", "vnc"}
        self.window.show(width, height, full_screen=real and self._settings.fullscreen)

    def run(self, *, quietly: bool = False) -> int:
        """Until staff, the supervisor or Ctrl-C ask for the end. Exit status; BROKEN where only a new start
        helps. `quietly`: of what QML warns only kind and place are said.

        Python runs a signal's handler when it next has something to do: the beats see to that.
        """
        self.window.quiet(quietly)
        self._beats.start()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda _number, _frame: self._asked_to_end())
        self.show()
        status = self.application.exec()
        if status != BROKEN:  # else nothing here can be relied on; what was acknowledged is on disk
            self.close()
        return status

    def _asked_to_end(self) -> None:
        """By the supervisor, the machine's power button, or Ctrl-C."""
        QTimer.singleShot(0, self.window, lambda: self._shut_down(False, "", power=False))

    def _shut_down(self, again: bool, by: str, *, power: bool = True) -> None:
        """End safely: nothing is taken any more, all of it is on disk, and then the machine is turned off,
        where staff asked for that, or the program is started again."""
        if self.opened is None or self._ending is not None:
            if not power:
                self.application.exit(0)
            return
        from kiosk.ui.ending import Ending  # noqa: PLC0415  (once, at the end)

        self._upkeep.stop()
        self._again.stop()
        if self._courier is not None:
            self._courier.stop()
        opened, self.opened = self.opened, None
        self._ending = Ending(self.window, opened, self.printing, again=again, by=by, power=power)
        self._ending.over.connect(self.application.exit)
        self._ending.begin()

    def close(self) -> None:
        """Close services on their own thread, then the window."""
        self._beats.stop()
        if self._watched is not None:
            self._watched.ending()
        self._collector.stop()
        self._again.stop()
        self._upkeep.stop()
        if self._courier is not None:
            self._courier.stop()
        if self.opened is not None:
            if self.printing is not None:
                self.printing.finish()
            self.window.bridge.finish(self.opened.close)
            self.opened = None
        if self._ending is not None:
            self._ending.finish()
        self.window.close()

    def go_home(self) -> None:
        """End the visit that is going on."""
        self.window.models.end_visit()

    def printer_rests(self) -> bool:
        """Whether every badge that was asked for has been sent."""
        return self.printing is not None and not self.printing.at_work

    def last_token(self) -> str:
        """The token of the badge that was sent last."""
        return self.printing.last_token if self.printing is not None else ""

    def _settings_kept(self, kept: Any) -> None:
        self.window.follow(sounds=kept.sounds, mount_bottom_mm=kept.mount_bottom_mm, screen_in=kept.screen_in)

    def _beat(self) -> None:
        """The event loop turns. Where nobody watches any more, the kiosk ends: whoever started it starts
        another."""
        if self._watched is not None and not self._watched.beat():
            self.application.exit(0)

    def _give_up(self) -> None:
        """Whoever watches starts it anew, within a second or two."""
        self.application.exit(BROKEN)

    def _first_frame(self) -> None:
        if MEASURE in os.environ:
            self._measured = self._spent("first_frame")
        if self._watched is not None:
            self._watched.ready()
        self._open()

    def _spent(self, name: str) -> dict[str, float]:
        """Seconds and processor seconds until now, of the process that this one was forked from as well."""
        before_s, before_cpu_s = (self._watched.age_s, self._watched.cpu_s) if self._watched else (0, 0)
        return {f"{name}_s": before_s + _age_s(), f"{name}_cpu_s": before_cpu_s + time.process_time()}

    def _open(self) -> None:
        self.window.bridge.submit(self._open_services, self._services_open, self._services_failed)

    def _services_open(self, opened: Any) -> None:
        self.opened = opened
        self.fault = None
        if MEASURE in os.environ:
            self._measured |= self._spent("ready")
        self.window.attach(opened.services)
        self._upkeep.start()
        self._collector.start()
        self._prepare(opened, more=True)

    def _prepare(self, opened: Any, *, more: bool) -> None:
        """Make the services ready one by one, so that a scan waits for one at most; printing as soon as it
        can."""
        if opened is not self.opened:
            return  # closed meanwhile, or opened anew
        if self.printing is None and opened.services.made("print_queue"):
            self._start_printing(opened.services)
        if more:
            self.window.bridge.submit(
                opened.services.prepare,
                lambda left: self._prepare(opened, more=left),
                lambda fault: self._unprepared(opened, fault),
            )
        else:
            self._start_courier(opened.services)
            self.window.models.warm_directory()
            self.window.warm_pages()
            if MEASURE in os.environ:
                print(json.dumps({**self._measured, "rss_kb": _resident_kb()}), flush=True)
                self.application.exit(0)

    def _unprepared(self, opened: Any, fault: BaseException) -> None:
        """A service cannot be made (a printer's layout that is not there): as if the kiosk could not be
        opened."""
        if opened is self.opened:
            self._close_then(lambda: self._services_failed(fault))

    def _close_then(self, then: Callable[[], None]) -> None:
        """Close store and pack; scans wait from now on. Then go on, whether or not they could be closed."""
        broken, self.opened = self.opened, None
        self._upkeep.stop()
        if self._courier is not None:
            self._courier.stop()
        if self.printing is not None:
            self.printing.stop()
            self.printing = None
        self.window.models.detach()
        self.window.bridge.submit(broken.close, lambda _none: then(), lambda _fault: then())

    def _start_printing(self, services: Any) -> None:
        self.printing = Printing(self.window.bridge, services.print_queue, self.window)
        self.printing.printed.connect(self.window.models.printed)
        self.printing.changed.connect(self.window.models.print_queue_changed)

    def _start_courier(self, services: Any) -> None:
        self._courier = Courier(self.window.bridge, services.peers, self.window)
        self._courier.packCame.connect(self.window.models.packInstalled)

    def _pack_installed(self) -> None:
        """Another pack is there: it is opened as soon as nobody is in the middle of anything."""
        self._renews = True
        self._renew()

    def _renew(self) -> None:
        if self._renews and self.opened is not None and self.window.models.rests:
            self._renews = False
            self._open_anew()

    def _open_anew(self) -> None:
        """Close store and pack, and open them as at a start: that rescues a damaged store, and takes the
        newest pack. Scans wait meanwhile."""
        if self.opened is None:
            return
        self._close_then(self._open)

    def _keep_up(self) -> None:
        """Backup and ballast, where they are due; what fails there is said on the staff page, not here."""
        if self.opened is not None:
            self.window.bridge.submit(self.opened.upkeep.tick, failed=lambda _: None, worker="upkeep")

    def _services_failed(self, exception: BaseException) -> None:
        """The window asks for staff, in the visitor's language, and it is tried again until it works.

        A known fault is said on the terminal too, once. A passphrase was typed there: it needs a new start.
        """
        self.fault = exception
        words = getattr(exception, "words", None)
        said = f"kiosk: {words.en if words else type(exception).__name__}"
        if said != self._said:
            print(said, file=sys.stderr, flush=True)
            self._said = said
        self.window.models.close_service(exception)
        if getattr(exception, "problem", "") != "passphrase":
            self._again.start()
        if MEASURE in os.environ:
            self.application.exit(2)


def _age_s() -> float:
    """Seconds since this process was started, as the kernel counts them."""
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    started_s = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started_s


def _resident_kb() -> int:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0
