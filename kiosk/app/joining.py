"""How a machine comes to belong to a venue, and how a hub lets machines in."""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kiosk.app.keys import VenueTrust
from kiosk.app.state import StartFault, State
from kiosk.config import Settings
from kiosk.domain.fair import BEIJING
from kiosk.domain.key_certificate import KeyRole
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from aiohttp import web

    from kiosk.keys.providers import Secrets
    from kiosk.services.peers import JoiningLine
    from kiosk.store.migrations import Store
    from kiosk.sync.joining.desk import Desk
    from kiosk.sync.joining.identity import Identity
    from kiosk.sync.joining.identity_file import Papers
    from kiosk.sync.joining.machine import Accepted, Applicant
    from kiosk.sync.network.addresses import Address
    from kiosk.sync.network.clerk import Clerk
    from kiosk.sync.network.status import JoiningStatus


# --- a machine's own -------------------------------------------------------------------------------------


def own_identity(settings: Settings, state: State, secrets: Secrets) -> Identity | None:
    """Who this machine is to the others; None where it has to ask a hub. A hub makes its own, once.

    What a hub gave that is withdrawn by now is none: whoever stole it gives the same.
    """
    from kiosk.domain.badge import key_id  # noqa: PLC0415
    from kiosk.sync.joining.identity_file import identity_of, read_papers, write_papers  # noqa: PLC0415

    trust = VenueTrust(settings, state, secrets, None)
    papers = read_papers(state.identity)
    if papers is not None and papers.authority == trust.authority:
        identity = identity_of(papers, secrets.issuing_seed)
        if identity is not None and key_id(identity.peer.by) not in withdrawn_kids(state, secrets):
            return _with_own_authority(identity, secrets) if identity.peer.role == _HUB else identity
    papers = _papers_of_hub(trust, secrets)
    if papers is None:
        return None
    write_papers(state.identity, papers)
    return identity_of(papers, secrets.issuing_seed)


_HUB = KeyRole.HUB.value


def _papers_of_hub(trust: VenueTrust, secrets: Secrets) -> Papers | None:
    """What a hub gives itself; None for any other machine."""
    from kiosk.keys.device_certificate import Holder, TlsAuthority, device_public  # noqa: PLC0415
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415
    from kiosk.sync.joining.identity_file import Papers  # noqa: PLC0415

    key = SigningKey.from_seed(secrets.issuing_seed).public
    if trust.role_of(key) != _HUB:
        return None
    tls = TlsAuthority(secrets.issuing_seed)
    certificate = tls.issue(Holder(trust.name_of(key) or "", _HUB, key), device_public(secrets.issuing_seed))
    own = tuple(each for each in trust.certificates if each.public_key == key)
    return Papers(certificate, (tls.certificate_pem,), trust.authority, own)


def _with_own_authority(identity: Identity, secrets: Secrets) -> Identity:
    """A hub that another hub let in trusts those that it lets in itself as well."""
    from kiosk.keys.device_certificate import TlsAuthority  # noqa: PLC0415

    own = TlsAuthority(secrets.issuing_seed).certificate_pem
    if own in identity.authorities_pem:
        return identity
    return replace(identity, authorities_pem=identity.authorities_pem + own)


def withdrawn_kids(state: State, secrets: Secrets) -> frozenset[int]:
    """Kids that this machine's store knows to be withdrawn; none where it cannot be read just now."""
    from kiosk.store import certificates  # noqa: PLC0415
    from kiosk.store.faults import StoreFault  # noqa: PLC0415
    from kiosk.store.migrations import open_store  # noqa: PLC0415

    if not state.store.exists():
        return frozenset()
    try:
        store = open_store(state.store, secrets.store_key)
    except StoreFault:
        return frozenset()
    try:
        return frozenset(certificates.withdrawals(store.db))
    finally:
        store.close()


def applicant_of(settings: Settings, state: State, secrets: Secrets, name: str = "") -> Applicant:
    """This machine, as it asks a hub; `name`: what it calls itself, its place unless given."""
    from kiosk.sync.joining.machine import Applicant  # noqa: PLC0415

    trust = VenueTrust(settings, state, secrets, None)
    own_name = name or settings.place or machine_name()
    return Applicant(secrets, own_name, trust.authority, withdrawn_kids(state, secrets))


def machine_name() -> str:
    """What a machine calls itself that was never told: its name in the network."""
    import platform  # noqa: PLC0415

    return platform.node()[:64] or "kiosk"


async def join_venue(
    settings: Settings,
    state: State,
    secrets: Secrets,
    hubs: Callable[[], tuple[Address, ...]],
    told: Callable[[JoiningStatus], None],
) -> Identity:
    """Ask the hubs, patiently, until this machine (which has its keys) is let in; write identity.json."""
    from kiosk.sync.joining.client import join  # noqa: PLC0415

    accepted = await join(hubs, applicant_of(settings, state, secrets), told, patient=True)
    return keep_identity(state, secrets, accepted)


def keep_identity(state: State, secrets: Secrets, accepted: Accepted) -> Identity:
    """Write down what a hub gave this machine."""
    from kiosk.sync.joining.identity_file import identity_of, write_papers  # noqa: PLC0415

    write_papers(state.identity, accepted.papers)
    identity = identity_of(accepted.papers, secrets.issuing_seed)
    assert identity is not None, "it was checked before it was accepted"
    return identity


Told = Callable[["JoiningStatus"], None]


def ask_hubs(address: Address | None, applicant: Applicant, told: Told) -> Accepted:
    """Ask until one says yes: the hub at an address, or those that are found. JoinFault where it says no."""
    import asyncio  # noqa: PLC0415

    return asyncio.run(_ask_hubs(address, applicant, told))


async def _ask_hubs(address: Address | None, applicant: Applicant, told: Told) -> Accepted:
    import asyncio  # noqa: PLC0415

    from kiosk.sync.joining.client import join  # noqa: PLC0415
    from kiosk.sync.network.discovery import Discovery  # noqa: PLC0415

    if address is not None:
        return await join(lambda: (address,), applicant, told, patient=False)
    found = asyncio.Event()
    discovery = Discovery(found.set)

    def hubs() -> tuple[Address, ...]:
        return tuple(
            each
            for machine in discovery.machines.values()
            if machine.role == _HUB
            for each in machine.addresses
        )

    looking = asyncio.create_task(discovery.run(None))
    try:
        with suppress(TimeoutError):
            async with asyncio.timeout(FIND_S):
                while not hubs():
                    found.clear()
                    await found.wait()
        return await join(hubs, applicant, told, patient=False)
    finally:
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)


FIND_S = 5.0
"""Before it is said that no hub answers."""


Join = Callable[
    [Callable[[], "tuple[Address, ...]"], Callable[["JoiningStatus"], None]], Awaitable["Identity"]
]


def joining_of(settings: Settings, state: State, secrets: Secrets) -> Join:
    """sync.network.courier.Join of this machine."""
    return lambda hubs, told: join_venue(settings, state, secrets, hubs, told)


# --- a hub's desk ----------------------------------------------------------------------------------------


def desk_of(
    state: State, secrets: Secrets, store: Store, trust: VenueTrust, now_ms: Callable[[], int]
) -> Desk | None:
    """What a hub does about machines that ask; None on a machine that is no hub. On the store's thread."""
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415
    from kiosk.sync.joining.desk import Desk  # noqa: PLC0415
    from kiosk.sync.joining.identity_file import read_papers  # noqa: PLC0415

    if trust.role_of(SigningKey.from_seed(secrets.issuing_seed).public) != _HUB:
        return None

    def authorities() -> tuple[bytes, ...]:
        papers = read_papers(state.identity)
        return papers.authorities_pem if papers else ()

    return Desk(store, secrets, trust, now_ms, authorities)


@dataclass(frozen=True, slots=True)
class HubStaff:
    """app.peers.Joining: what staff do at a hub's own screen."""

    desk: Desk

    def asking(self) -> tuple[JoiningLine, ...]:
        """All that wait for an answer."""
        return joining_lines(self.desk)

    def accept(self, request: str, staff: str) -> Words | None:  # noqa: ARG002
        """Let it in; words where that could not be done."""
        return self.desk.accept(request)

    def refuse(self, request: str, staff: str) -> None:  # noqa: ARG002
        """Do not; where it has gone meanwhile there is nothing to do."""
        self.desk.refuse(request)


Waiting = Callable[[tuple["JoiningLine", ...]], None]


def routes_of(waiting: Waiting) -> Callable[[web.Application, Clerk], None]:
    """sync.network.courier.Parts.add_routes: what a hub answers. `waiting` is called, on the store's thread,
    when
    others than before wait to be let in."""

    def add(app: web.Application, clerk: Clerk) -> None:
        from kiosk.sync.joining.joining import PATH  # noqa: PLC0415
        from kiosk.sync.joining.server import Hub, JoiningServer, NoHub  # noqa: PLC0415

        told: tuple[JoiningLine, ...] = ()

        def answer(books: Any, work: Callable[[Hub], bytes]) -> bytes:
            nonlocal told
            desk: Desk | None = books.desk
            if desk is None:
                raise NoHub
            said = work(desk)
            now = joining_lines(desk)
            if now != told:
                told = now
                waiting(now)
            return said

        server = JoiningServer(lambda work: clerk.do(lambda books: answer(books, work)))
        app.router.add_post(PATH, server.handle)

    return add


def joining_lines(desk: Desk | None) -> tuple[JoiningLine, ...]:
    """Machines that wait at this hub, as the staff page lists them."""
    from kiosk.services.peers import JoiningLine  # noqa: PLC0415

    return tuple(
        JoiningLine(
            each.request,
            each.code,
            Words(each.name, each.name),
            datetime.fromtimestamp(each.asked_ms / 1000, BEIJING),
        )
        for each in (desk.waiting() if desk else ())
    )


# --- a blank machine -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Blank:
    """A machine that belongs to nobody yet: its own fresh keys, and where they are kept."""

    state: State
    secrets: Secrets
    keep: str
    """file, passphrase or systemd."""
    passphrase: str = ""
    hub: str = ""
    """The hub's address, where somebody gave it."""

    def settle(self, accepted: Accepted) -> Secrets:
        """It was let in: the venue's key among its keys, then kiosk.toml, then identity.json.

        One that is interrupted before kiosk.toml stands is blank still, and asks again; one that is
        interrupted after it is this venue's, and is let in by itself.
        """
        from kiosk.sync.joining.identity_file import write_papers  # noqa: PLC0415

        assert accepted.venue_private is not None, "a blank machine takes the venue's key"
        secrets = replace(self.secrets, venue_private=accepted.venue_private)
        write_keys(self.state, secrets, self.keep, self.passphrase)
        papers = accepted.papers
        write_config(self.state.config, papers.place, papers.authority.hex(), self.keep, self.hub)
        write_papers(self.state.identity, papers)
        return secrets


def is_blank(settings: Settings, state: State) -> bool:
    """Whether this machine belongs to no organiser yet: neither kiosk.toml nor a pack names one.

    StartFault where there is a kiosk.toml that names none: a new one would have to take its place.
    """
    from kiosk.pack.installed import installed  # noqa: PLC0415

    if settings.authority or installed(state.folder):
        return False
    if state.config.exists():
        raise StartFault(
            Words(
                f"{state.config} 没有写明主办方。请移走它，再试一次。",
                f"{state.config} names no organiser. Move it away, then try again.",
            )
        )
    return True


def begin_blank(state: State, keep: str, passphrase: str, hub: str = "") -> Blank:
    """A blank machine's keys: made now, or at an earlier try. KeyFault where those do not open."""
    from kiosk.keys import providers  # noqa: PLC0415

    if state.keys.exists() and keep == "file":
        return Blank(state, providers.KeyFile(state.keys).load(), keep, hub=hub)
    if state.keys.exists() and keep == "passphrase":
        return Blank(state, providers.Passphrase(state.keys, passphrase).load(), keep, passphrase, hub)
    secrets = providers.new_secrets()
    write_keys(state, secrets, keep, passphrase)
    return Blank(state, secrets, keep, passphrase, hub)


def make_store(settings: Settings, state: State, secrets: Secrets) -> None:
    """An empty store, so that a stick can be read before the kiosk was ever opened: its pack lies there."""
    from kiosk.app.courier import open_books  # noqa: PLC0415

    open_books(settings, state, secrets, alone=True).close()


def write_keys(state: State, secrets: Secrets, keep: str, passphrase: str) -> None:
    """Write a machine's keys where they are kept, in place of what lies there: the old or the new at any
    moment."""
    from kiosk.keys import providers  # noqa: PLC0415

    state.folder.mkdir(parents=True, exist_ok=True)
    if keep == "systemd":
        providers.store_with_systemd(secrets, "kiosk-keys", state.folder / "kiosk-keys.cred")
        return
    fresh = state.keys.with_name(state.keys.name + ".new")
    fresh.unlink(missing_ok=True)
    if keep == "file":
        providers.create_key_file(fresh, secrets)
    else:
        providers.create_passphrase_file(fresh, passphrase, secrets)
    fresh.replace(state.keys)
    _sync_folder(state.folder)


def write_config(path: Path, place: str, authority: str, keep: str, hub: str = "") -> None:
    """A new kiosk.toml: whose machine this is, where its keys are, and the hub's address if it was given."""
    lines = [f'place = "{place}"', f'authority = "{authority}"', "", "[keys]", f'provider = "{keep}"', ""]
    if hub:
        lines += ["[sync]", f"peers = {json.dumps([hub])}", ""]
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write("\n".join(lines))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    from kiosk.pack.files import sync_folder  # noqa: PLC0415

    sync_folder(folder)
