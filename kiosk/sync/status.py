"""What the courier tells the kiosk beside it: one JSON line on its standard output whenever something
changes."""

from __future__ import annotations

import msgspec


class PeerStatus(msgspec.Struct, frozen=True):
    """One peer, as the courier last saw it."""

    key: str
    """Hex of its Ed25519 public key; empty while it is only an address."""
    name: str
    role: str
    address: str
    connected: bool
    heard_s: int = -1
    """Seconds since it was last in touch; -1 never since the courier was started."""
    waiting: int = 0
    """Facts that are here and not there."""
    problem_zh: str = ""
    problem_en: str = ""


class JoiningStatus(msgspec.Struct, frozen=True):
    """This machine has no identity, and asks for one."""

    state: str
    """alone, asking, accepted or refused."""
    code: str = ""
    qr: str = ""
    hub: str = ""


class CourierStatus(msgspec.Struct, frozen=True):
    """All of it; the latest line counts."""

    listening: int = 0
    """The port that others connect to; 0 where none."""
    peers: tuple[PeerStatus, ...] = ()
    joining: JoiningStatus | None = None
    own_ahead: bool = False
    """Others hold facts of this kiosk's origin that are not here: it must begin a new incarnation."""
    packs: tuple[str, ...] = ()
    """Fair packs that came from a peer and were installed since the courier was started: `FAIR vN`."""
    fault_zh: str = ""
    fault_en: str = ""
    """Why the courier cannot work: its store, its keys, its port."""


def encode(status: CourierStatus) -> bytes:
    """One line."""
    return msgspec.json.encode(status) + b"\n"


def decode(line: bytes) -> CourierStatus | None:
    """A line of a courier; None where it is none."""
    try:
        return msgspec.json.decode(line, type=CourierStatus)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
