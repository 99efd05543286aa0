"""A printer in another process than the kiosk's, with every fault at will; it outlives the kiosk's kill -9.

`WirePrinter` is the printer and counts what comes out, `WireClient` the kiosk's way to it (see port.Printer).
"""

from __future__ import annotations

import json
import os
import signal
import socket
import socketserver
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kiosk.devices.printers.port import Abilities, Handover, Look
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Page, PrintState, Takes

FAULTS = (
    *("paper_out", "door_open", "paused", "rejecting", "gone", "jam", "hang", "close", "silent"),
    *("forgets", "crash_before", "crash_after", "power_off"),
)
"""`close`: the connection breaks in the middle, and nothing comes out; `hang`: it prints, and says nothing;
`silent`: it says nothing of the jobs that it has; `forgets`: it cannot tell what became of a job; the crashes
are the kiosk's, while a job is handed over, before and after it is printed."""
_HOLDS = {"paper_out", "door_open", "paused"}


@dataclass
class WirePrinter:
    """What it holds comes out at the next word that is spoken to it, unless something is wrong."""

    faults: set[str] = field(default_factory=set)
    came_out: Counter[str] = field(default_factory=Counter)
    """How often each token came out on paper."""
    copies: Callable[[str], int] = lambda _token: 0
    """How often a token came out of any printer: what staff see who look."""
    pid: int = 0
    """The kiosk that is connected."""
    _holds: dict[str, str] = field(default_factory=dict)
    """Tokens of jobs that it has, by job."""
    _ends: dict[str, tuple[str, str]] = field(default_factory=dict)
    """State and trouble of jobs that are over, by job."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, asked: dict[str, Any]) -> dict[str, Any] | None:
        """The answer to what a kiosk asks; None where it gets none."""
        with self._lock:
            if asked["do"] == "copies":
                return {"copies": self.copies(asked["token"])}
            if self.faults & {"gone", "power_off"}:
                return None
            self._feed()
            return getattr(self, f"_{asked['do']}")(asked)

    def mend(self, fault: str) -> None:
        """It is over."""
        with self._lock:
            self.faults.discard(fault)
            if fault == "power_off":
                self._holds.clear()

    @property
    def trouble(self) -> str:
        """What it says is wrong."""
        return next(iter(sorted(self.faults & {*_HOLDS, "rejecting"})), "")

    def _feed(self) -> None:
        if self.faults & _HOLDS:
            return
        for job, token in list(self._holds.items()):
            self._ends[job] = ("cancelled", "jam") if "jam" in self.faults else ("confirmed", "")
            if "jam" in self.faults:
                self.faults.discard("jam")
            else:
                self.came_out[token] += 1
            del self._holds[job]

    def _look(self, _asked: dict[str, Any]) -> dict[str, Any]:
        return {"trouble": self.trouble, "waiting": len(self._holds)}

    def _send(self, asked: dict[str, Any]) -> dict[str, Any] | None:
        job, token = asked["job"], asked["token"]
        if self.trouble:
            return {"state": "failed", "trouble": self.trouble}
        if "crash_before" in self.faults:
            self._kill("crash_before")
            return None
        if "close" in self.faults:
            self.faults.discard("close")
            return None
        self._holds[job] = token
        if "crash_after" in self.faults:
            self._feed()
            self._kill("crash_after")
            return None
        if "hang" in self.faults:
            self.faults.discard("hang")
            return None
        return {"state": "sent", "reference": job}

    def _kill(self, fault: str) -> None:
        self.faults.discard(fault)
        os.kill(self.pid, signal.SIGKILL)

    def _follow(self, asked: dict[str, Any]) -> dict[str, Any]:
        job = asked["job"]
        if "silent" in self.faults:
            return {"state": "sent", "reference": job}
        if job in self._ends:
            state, trouble = self._ends[job]
            return {"state": state, "trouble": trouble}
        if job not in self._holds:
            return {"state": "unknown", "trouble": "gone"}
        return {"state": "sent", "trouble": self.trouble, "reference": job, "holds": bool(self.trouble)}

    def _find(self, asked: dict[str, Any]) -> dict[str, Any]:
        job = asked["job"]
        if "forgets" in self.faults:
            return {"state": ""}
        if job in self._holds or job in self._ends:
            return self._follow(asked)
        return {"state": "failed"}

    def _cancel(self, asked: dict[str, Any]) -> dict[str, Any]:
        job = asked["job"]
        if "silent" in self.faults or job not in self._holds:
            return self._follow(asked)
        del self._holds[job]
        self._ends[job] = ("cancelled", "")
        return {"state": "cancelled"}


class Server:
    """Serves a WirePrinter on a port of this machine."""

    def __init__(self, printer: WirePrinter) -> None:
        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                answer = printer.answer(json.loads(self.rfile.readline()))
                if answer is not None:
                    self.wfile.write(json.dumps(answer).encode() + b"\n")

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def close(self) -> None:
        """End, and leave no thread."""
        self._server.shutdown()
        self._thread.join(10)
        self._server.server_close()


def ask(port: int, **asked: object) -> dict[str, Any] | None:
    """Ask a WirePrinter; None where it gives no answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(json.dumps(asked).encode() + b"\n")
        line = connection.makefile("rb").readline()
    return json.loads(line) if line else None


@dataclass
class WireClient:
    """The kiosk's way to a WirePrinter: a PDF's token is all that it sends."""

    port: int
    id: str = "wire"

    def look(self) -> Look:
        said = ask(self.port, do="look")
        if said is None:
            return Look(Trouble.GONE)
        abilities = Abilities(Takes.PDF, 600, confirms=True)
        return Look(Trouble(said["trouble"]) if said["trouble"] else None, None, said["waiting"], abilities)

    def send(self, page: Page) -> Handover:
        token = page.pdf.split()[1].decode()
        said = ask(self.port, do="send", job=page.name, token=token)
        return _handover(said) or Handover(PrintState.UNKNOWN, Trouble.GONE)

    def follow(self, reference: str) -> Handover:
        said = _handover(ask(self.port, do="follow", job=reference))
        return said or Handover(PrintState.SENT, Trouble.GONE, reference)

    def find(self, job: int) -> Handover | None:
        return _handover(ask(self.port, do="find", job=f"{job:016x}"))

    def cancel(self, reference: str) -> Handover:
        said = _handover(ask(self.port, do="cancel", job=reference))
        return said or Handover(PrintState.SENT, Trouble.GONE, reference)

    def empty(self) -> int:
        return 0


def _handover(said: dict[str, Any] | None) -> Handover | None:
    if said is None or not said["state"]:
        return None
    trouble = Trouble(said["trouble"]) if said.get("trouble") else None
    return Handover(
        PrintState(said["state"]), trouble, said.get("reference", ""), holds=said.get("holds", False)
    )
