"""The hub: the courier of a machine that lets others in, and its desk for commands beside it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from kiosk.app.courier import courier_parts
from kiosk.app.courier_process import run_parts
from kiosk.app.joining import desk_of, own_identity
from kiosk.app.keys import VenueTrust
from kiosk.app.state import StartFault, State
from kiosk.config import Settings
from kiosk.domain.words import Words
from kiosk.sync.joining import words
from kiosk.sync.joining.joining import spaced
from kiosk.sync.network.status import CourierStatus

if TYPE_CHECKING:
    from kiosk.keys.providers import Secrets
    from kiosk.services.peers import JoiningLine
    from kiosk.sync.joining.desk import Desk


def run_hub(settings: Settings, state: State, secrets: Secrets, *, as_json: bool) -> int:
    """Run it until SIGTERM or SIGINT; says on standard output who connects and who asks. Exit status.

    StartFault where this machine is no hub.
    """
    identity = own_identity(settings, state, secrets)
    if identity is None or identity.peer.role != "hub":
        raise StartFault(words.NO_HUB)
    sync = msgspec.structs.replace(settings.sync, listen=True)
    settings = msgspec.structs.replace(settings, sync=sync)
    voice = _Voice(settings.sync.address, as_json=as_json)
    parts = courier_parts(settings, state, secrets, voice.say, alone=True, waiting=voice.waiting)
    return run_parts(parts, voice, beside=False)


@contextmanager
def opened_desk(settings: Settings, state: State, secrets: Secrets) -> Iterator[Desk]:
    """A hub's desk, for a command beside the running hub. StartFault: no hub, or it has never run."""
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.store.migrations import open_store  # noqa: PLC0415

    if not state.store.exists():
        raise StartFault(
            Words(
                f"{state.folder} 里的主机还没有运行过。请先运行 kiosk hub 或 kiosk run。",
                f"The hub in {state.folder} has never run. Run kiosk hub, or kiosk run, first.",
            )
        )
    store = open_store(state.store, secrets.store_key)
    try:
        trust = VenueTrust(settings, state, secrets, store)
        desk = desk_of(state, secrets, store, trust, SystemClock().now_ms)
        if desk is None:
            raise StartFault(words.NO_HUB)
        yield desk
    finally:
        store.close()


class _Voice:
    """Says on standard output what staff at the hub need to know, once it changes.

    Called on several threads. With `as_json` each line is the courier's status, with `waiting` beside it.
    """

    def __init__(self, address: str, *, as_json: bool) -> None:
        """`address`: the one that the hub listens at; empty: all of this machine's."""
        self._address = address
        self._as_json = as_json
        self._lock = threading.Lock()
        self._said: tuple[str, ...] = ()
        self._status = CourierStatus()
        self._waiting: tuple[JoiningLine, ...] = ()
        self.lost: Callable[[], object] = lambda: None
        """Called when nobody listens any more."""

    def say(self, status: CourierStatus) -> None:
        """This is how the courier stands now."""
        with self._lock:
            self._status = status
            self._say()

    def waiting(self, waiting: tuple[JoiningLine, ...]) -> None:
        """These machines ask to be let in."""
        with self._lock:
            self._waiting = waiting
            self._say()

    def _say(self) -> None:
        said = tuple(self._json() if self._as_json else self._lines())
        news = [each for each in said if each not in self._said]
        self._said = said
        if not news:
            return
        try:
            print("\n".join(news), flush=True)
        except (OSError, ValueError):
            self.lost()

    def _json(self) -> list[str]:
        waiting = [
            {"code": each.code, "name": each.name.en, "request": each.request} for each in self._waiting
        ]
        return [msgspec.json.encode(msgspec.to_builtins(self._status) | {"waiting": waiting}).decode()]

    def _lines(self) -> list[str]:
        """For people: what is new among these is said, so none of them counts seconds."""
        status = self._status
        said = [_listening(status.name, self._address, status.listening)] if status.listening else []
        for each in status.peers:
            state = "connected" if each.connected else "not connected"
            said.append(f"{each.name or each.address}: {state}. {each.problem_en}".rstrip())
        said += [
            f"{each.name.en} asks to be let in. If its screen shows {spaced(each.code)} too: "
            f"kiosk hub accept {each.code}"
            for each in self._waiting
        ]
        said += [f"Installed {each}." for each in status.packs]
        return [*said, status.fault_en] if status.fault_en else said


def _listening(name: str, address: str, port: int) -> str:
    from kiosk.sync.network.addresses import Address  # noqa: PLC0415
    from kiosk.sync.network.discovery import own_addresses  # noqa: PLC0415

    every = (address,) if address else own_addresses()
    found = sorted(each for each in every if not each.startswith("fe80:"))
    at = " or ".join(str(Address(each, port)) for each in found)
    return f"Hub {name} is at {at or f'port {port}'}. On another machine: kiosk join"
