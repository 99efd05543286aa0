"""IPP: any driverless printer, and any queue of CUPS. Needs no driver and no vendor's library.

    [printer]
    kind = "ipp"
    address = "ipp://localhost/printers/badges"

Each call holds a conversation (ipp_talk) of bounded time in a loop of its own, so that any thread may call.
What speaks the protocol is imported with the first call: pyipp and aiohttp take 0.16 s.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from kiosk.devices.printers.port import LOOK_TIMEOUT_S, SEND_TIMEOUT_S, Handover, Look, WrongSettings
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Page, PrintState
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from types import ModuleType

    from kiosk.devices.printers.ipp_wire import Line
    from kiosk.devices.settings import PrinterSettings

Result = TypeVar("Result")

CANCEL_TIMEOUT_S = 5.0
"""How long a printer may take to let go of a job."""
FIND_TIMEOUT_S = 2 * LOOK_TIMEOUT_S
EMPTY_TIMEOUT_S = 60.0
_PAUSE_S = 0.1
_SLOWEST_BYTES_A_S = 5_000
"""A run of sheets that goes on more slowly than this is given up."""


def make(settings: PrinterSettings) -> IppPrinter:
    """From kiosk.toml. WrongSettings where the address is none; the printer is not asked."""
    parts = urlsplit(settings.address.strip())
    if parts.scheme not in {"ipp", "ipps"} or not parts.hostname or not _has_port(settings.address):
        raise WrongSettings(
            Words(
                f"打印机地址 {settings.address} 不对：请写 ipp://主机/路径，例如 ipp://localhost/printers/badges。",
                f"{settings.address!r} is no printer's address: write ipp://host/path, for instance "
                "ipp://localhost/printers/badges.",
            )
        )
    return IppPrinter(settings.id or settings.kind, settings.address.strip(), settings.dpi)


def _has_port(address: str) -> bool:
    """Whether what stands for a port is one, or nothing does."""
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class PrinterFound:
    """A queue of this machine's CUPS."""

    name: str
    address: str
    """For kiosk.toml."""
    info: str
    """What its owner calls it."""


def discover(server: str = "localhost:631") -> tuple[PrinterFound, ...]:
    """The queues of a CUPS, by name; none where no CUPS answers within LOOK_TIMEOUT_S.

    Printers that only announce themselves (Bonjour) are not looked for: CUPS does that, and a venue's printer
    shows its address on its own display.
    """
    found: tuple[tuple[str, str], ...] = _within(LOOK_TIMEOUT_S, _talk().queues(f"ipp://{server}/"), ())
    host = server.removesuffix(":631")
    return tuple(PrinterFound(name, f"ipp://{host}/printers/{name}", info) for name, info in sorted(found))


@dataclass(frozen=True, slots=True)
class IppPrinter:
    """A printer, or a queue of CUPS; see port.Printer."""

    id: str
    address: str
    """ipp://host[:port]/path, or ipps:// for an encrypted one (see ipp_wire.Address)."""
    dpi: int = 0
    """Of kiosk.toml; 0: what the printer says."""

    def look(self) -> Look:
        """How it is now, and for a queue of CUPS here: how its printer is."""
        return self._hold(LOOK_TIMEOUT_S, lambda line: _talk().look(line, self.dpi), Look(Trouble.GONE))

    def send(self, page: Page) -> Handover:
        """Hand over a page. A printer in trouble takes it too, and holds it."""
        # The clock inside runs from byte to byte; this one ends what neither goes on nor ends.
        timeout_s = 2 * SEND_TIMEOUT_S + len(page.pdf) / _SLOWEST_BYTES_A_S
        lost = Handover(PrintState.UNKNOWN, Trouble.SILENT)
        return self._hold(timeout_s, lambda line: _sending().send(line, page), lost)

    def follow(self, reference: str) -> Handover:
        """Where a job stands; SENT with GONE while the printer does not answer."""
        lost = Handover(PrintState.SENT, Trouble.GONE, reference)
        return self._hold(LOOK_TIMEOUT_S, lambda line: _talk().follow(line, reference), lost)

    def find(self, job: int) -> Handover | None:
        """A job by its name. FAILED only from a CUPS that keeps a history: printers forget theirs."""
        late: Handover | None = None
        return self._hold(FIND_TIMEOUT_S, lambda line: _talk().find(line, f"{job:016x}"), late)

    def cancel(self, reference: str) -> Handover:
        """Take a job back, and wait until it is; SENT where the printer keeps it or does not answer."""
        lost = Handover(PrintState.SENT, Trouble.GONE, reference)
        wait_s = CANCEL_TIMEOUT_S - 1.0
        return self._hold(CANCEL_TIMEOUT_S, lambda line: _talk().cancel(line, reference, wait_s), lost)

    def empty(self) -> int:
        """Have a CUPS forget our jobs that are over, for it keeps their documents for a day; how many.

        OSError where it keeps one. Where nothing answers there is nothing that could be removed.
        """
        return self._hold(EMPTY_TIMEOUT_S, lambda line: _talk().purge(line), 0)

    def _hold(
        self, timeout_s: float, talk: Callable[[Line], Coroutine[Any, Any, Result]], late: Result
    ) -> Result:
        """A conversation with the printer; `late` where it takes longer."""
        from kiosk.devices.printers.ipp_wire import Address, Line  # noqa: PLC0415  aiohttp is slow to import

        return _within(timeout_s, talk(Line(Address.parse(self.address))), late)


def _talk() -> ModuleType:
    from kiosk.devices.printers import ipp_talk  # noqa: PLC0415  aiohttp is slow to import

    return ipp_talk


def _sending() -> ModuleType:
    from kiosk.devices.printers import ipp_send  # noqa: PLC0415  likewise

    return ipp_send


_TURNS = 3
"""Of a loop, until what was closed or cut off last has let go of its socket."""


def _within(timeout_s: float, talk: Coroutine[Any, Any, Result], late: Result) -> Result:
    """A conversation's outcome, or `late` where it takes longer.

    Unlike asyncio.run this does not wait for threads: the look-up of a name that hangs would hold the caller.
    """
    import asyncio  # noqa: PLC0415  it is slow to import, and a kiosk starts without it

    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(asyncio.wait_for(talk, timeout_s))
    except TimeoutError:
        return late
    finally:
        if left := asyncio.all_tasks(loop):
            for each in left:
                each.cancel()
            loop.run_until_complete(asyncio.wait(left, timeout=_PAUSE_S))
        loop.run_until_complete(loop.shutdown_asyncgens())
        for _ in range(_TURNS):
            loop.run_until_complete(asyncio.sleep(0))
        loop.close()
