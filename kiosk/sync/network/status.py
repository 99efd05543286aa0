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


class PackStatus(msgspec.Struct, frozen=True):
    """A fair pack that a peer offers and that is being fetched, or could not be."""

    fair: str
    version: int
    done_bytes: int
    size_bytes: int
    problem_zh: str = ""
    problem_en: str = ""


class CourierStatus(msgspec.Struct, frozen=True):
    """All of it; the latest line counts."""

    name: str = ""
    """Who this machine is to the others; empty without identity."""
    role: str = ""
    listening: int = 0
    """The port that others connect to; 0 where none."""
    peers: tuple[PeerStatus, ...] = ()
    joining: JoiningStatus | None = None
    own_ahead: bool = False
    """Others hold facts of this kiosk's origin that are not here: it must begin a new incarnation."""
    packs: tuple[str, ...] = ()
    """Fair packs that came from a peer and were installed since the courier was started: `FAIR vN`."""
    fetching: tuple[PackStatus, ...] = ()
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


def aged(status: CourierStatus, age_s: float) -> CourierStatus:
    """A status that was true `age_s` ago, with what counts seconds brought up to date."""
    seconds = int(age_s)
    if seconds <= 0:
        return status
    peers = tuple(
        msgspec.structs.replace(each, heard_s=each.heard_s + seconds) if each.heard_s >= 0 else each
        for each in status.peers
    )
    return msgspec.structs.replace(status, peers=peers)


def lines(status: CourierStatus) -> list[str]:
    """For people, on a terminal."""
    said = [f"{status.name or 'not yet let in'}" + (f" ({status.role})" if status.role else "")]
    if status.listening:
        said.append(f"  listening at port {status.listening}")
    if status.joining is not None:
        joining = status.joining
        hub = f" at {joining.hub}" if joining.hub else ""
        said.append(
            f"  asks to be let in{hub}: {joining.state}" + (f", code {joining.code}" * bool(joining.code))
        )
    said += [_peer_line(each) for each in status.peers]
    for pack in status.fetching:
        share = 100 * pack.done_bytes // max(pack.size_bytes, 1)
        said.append(f"  fetching {pack.fair} v{pack.version}: {share} % {pack.problem_en}".rstrip())
    said += [f"  installed {each}" for each in status.packs]
    if status.own_ahead:
        said.append("  others hold facts of this kiosk that are not here: it begins a new incarnation")
    if status.fault_en:
        said.append(f"  {status.fault_en}")
    return said


def _peer_line(peer: PeerStatus) -> str:
    name = f"{peer.name} ({peer.role})" if peer.name else peer.address
    if peer.connected:
        state = f"connected, heard {max(peer.heard_s, 0)} s ago, {peer.waiting} facts waiting"
    elif peer.heard_s >= 0:
        state = f"not connected, last heard {peer.heard_s} s ago"
    else:
        state = "not connected"
    return f"  {name}: {state}" + (f". {peer.problem_en}" if peer.problem_en else "")
