"""The courier: what its process is made of, and how the kiosk beside it starts and hears it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.state import State
from kiosk.config import Settings
from kiosk.sync.network.beside import CourierBeside, command_of
from kiosk.sync.network.status import CourierStatus

if TYPE_CHECKING:
    from kiosk.app.keys import VenueTrust
    from kiosk.keys.providers import Secrets
    from kiosk.services.peers import JoiningLine
    from kiosk.store.migrations import Store
    from kiosk.sync.joining.desk import Desk
    from kiosk.sync.joining.identity import Identity
    from kiosk.sync.ledger import StoreLedger
    from kiosk.sync.network.courier import Parts

GATE_PARCEL_FACTS = 32
"""A commit of so many takes some milliseconds, which is what a scan beside it may have to wait."""
BEGINS_S = 2.0
"""After the services stand: the first visitor has the machine to itself for so long."""
KEYS_FROM_STDIN = "--keys-from-stdin"


@dataclass(slots=True)
class StoreBooks:
    """`sync.network.clerk.Books` over a store of its own. Belongs to the thread that opened it."""

    store: Store
    ledger: StoreLedger
    trust: VenueTrust
    desk: Desk | None
    """At a hub: what it does about machines that ask to be let in."""
    packs: Callable[[], int]
    """Another number when other packs are installed."""
    origin: bytes
    """As of when they were opened."""
    file: int
    """The file's number on its disk."""
    seen: int
    packs_seen: int = 0

    @property
    def own_ahead(self) -> bool:
        """Whether others hold facts of this kiosk's origin that are not here."""
        return self.ledger.own_ahead

    @property
    def holds_parked(self) -> bool:
        """Whether anything waits that came by stick before its turn."""
        from kiosk.store import parked  # noqa: PLC0415

        return not parked.is_empty(self.store.db)

    def unpark(self) -> int:
        """Take in some of what waits and whose turn it is."""
        from kiosk.sync.stick.parking import unpark  # noqa: PLC0415

        return sum(unpark(self.store, self.ledger).values())

    def beat(self) -> bool:
        """Whether another process has committed, or installed a pack, since this was last asked."""
        other_packs = self._certify()
        now = _version(self.store)
        changed, self.seen = now != self.seen, now
        return changed or other_packs

    def _certify(self) -> bool:
        """Packs that came later certify machines; a hub's machines belong to their fairs as well."""
        packs = self.packs()
        if packs != self.packs_seen:
            self.ledger.trust_anew()
            if self.desk is not None:
                self.desk.certify_for_new_fairs()
        changed, self.packs_seen = packs != self.packs_seen, packs
        return changed

    def stale(self) -> bool:
        """Whether the kiosk has another origin, or another file, by now."""
        return self.ledger.origin != self.origin or _number(self.store.path) != self.file

    def close(self) -> None:
        """Write down what waits, and close the store."""
        from kiosk.store.faults import StoreFault  # noqa: PLC0415

        with suppress(StoreFault):
            self.ledger.flush()
        self.store.close()


def open_books(settings: Settings, state: State, secrets: Secrets, *, alone: bool) -> StoreBooks:
    """Open the store. `alone`: no kiosk stands beside, so it is this process that looks whose it is.

    Raises StoreFault, PackFault.
    """
    import time  # noqa: PLC0415

    from kiosk.app.incarnation import settle  # noqa: PLC0415
    from kiosk.app.joining import desk_of  # noqa: PLC0415
    from kiosk.app.keys import VenueTrust  # noqa: PLC0415
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415
    from kiosk.pack.installed import PACKS  # noqa: PLC0415
    from kiosk.store.migrations import open_store  # noqa: PLC0415
    from kiosk.sync.ledger import StoreLedger  # noqa: PLC0415

    key = SigningKey.from_seed(secrets.issuing_seed)
    now_ms = SystemClock().now_ms
    store = open_store(state.store, secrets.store_key)
    try:
        if alone:
            settle(store, state.store, key.public, now_ms())
        trust = VenueTrust(settings, state, secrets, store)
        ledger = StoreLedger(store, key, trust, now_ms=now_ms, monotonic_s=time.monotonic)
        return StoreBooks(
            store,
            ledger,
            trust,
            desk_of(state, secrets, store, trust, now_ms),
            lambda: _changed_ns(state.folder / PACKS),
            ledger.origin,
            _number(state.store),
            _version(store),
        )
    except BaseException:
        store.close()
        raise


def _version(store: Store) -> int:
    """Another number after every commit of another process."""
    from kiosk.store import changes  # noqa: PLC0415

    stamp = changes.stamp(store.db)
    return stamp[0] if stamp else 0


def _number(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def _changed_ns(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def courier_parts(
    settings: Settings,
    state: State,
    secrets: Secrets,
    say: Callable[[CourierStatus], None],
    *,
    alone: bool = False,
    waiting: Callable[[tuple[JoiningLine, ...]], None] = lambda _waiting: None,
) -> Parts:
    """What this machine's courier is made of. `say` gets its status; `waiting`, at a hub, who asks to be let
    in, on the store's thread."""
    from kiosk.app.joining import joining_of, routes_of  # noqa: PLC0415
    from kiosk.app.pack_shelf import Shelf  # noqa: PLC0415  (a window's start needs none of it)
    from kiosk.app.wiring import version  # noqa: PLC0415
    from kiosk.sync.messages import MAX_PARCEL_FACTS  # noqa: PLC0415
    from kiosk.sync.network.courier import Parts  # noqa: PLC0415

    return Parts(
        settings.sync,
        lambda: open_books(settings, state, secrets, alone=alone),
        _Own(settings, state, secrets),
        lambda: venue(settings, state),
        Shelf(settings, state, secrets),
        state.fetched,
        version(),
        say,
        joining_of(settings, state, secrets),
        routes_of(waiting),
        MAX_PARCEL_FACTS if alone else GATE_PARCEL_FACTS,
    )


class _Own:
    """This machine's identity, read anew when its file or its packs have changed. One thread at a time."""

    def __init__(self, settings: Settings, state: State, secrets: Secrets) -> None:
        self._settings = settings
        self._state = state
        self._secrets = secrets
        self._seen: tuple[int, int] | None = None
        self._known: Identity | None = None

    def __call__(self) -> Identity | None:
        from kiosk.app.joining import own_identity  # noqa: PLC0415
        from kiosk.pack.installed import PACKS  # noqa: PLC0415

        seen = (_changed_ns(self._state.identity), _changed_ns(self._state.folder / PACKS))
        if seen != self._seen:
            self._known = own_identity(self._settings, self._state, self._secrets)
            self._seen = seen
        return self._known


def venue(settings: Settings, state: State) -> str:
    """What is announced of the venue's authority; nothing while none is known."""
    from kiosk.app.keys import authority_of  # noqa: PLC0415
    from kiosk.sync.network.discovery import venue_hash  # noqa: PLC0415

    authority = authority_of(settings, state)
    return venue_hash(authority) if authority else ""


def courier_beside(
    settings: Settings,
    state: State,
    secrets: Secrets,
    *,
    config_path: Path | None = None,
    heard: Callable[[CourierStatus], None] = lambda _status: None,
    delay_s: float = BEGINS_S,
) -> CourierBeside | None:
    """Start the courier beside an open kiosk; None where kiosk.toml switches it off.

    Returns at once. `heard` is called on a thread of its own with each status. Its `nudge` belongs in the
    store's `on_append`, its `close` at the kiosk's end.
    """
    if not settings.sync.on:
        return None
    words = ["courier", "--state", str(state.folder.absolute())]
    if config_path is not None:
        words += ["--config", str(config_path.absolute())]
    first_line: Callable[[], bytes] = lambda: b""  # noqa: E731
    if settings.keys.provider == "passphrase":  # a file and systemd give their keys to the child themselves
        from kiosk.keys.providers import encode_secrets  # noqa: PLC0415

        words.append(KEYS_FROM_STDIN)
        first_line = lambda: encode_secrets(secrets) + b"\n"  # noqa: E731
    return CourierBeside(command_of(*words), first_line, heard, delay_s=delay_s)
