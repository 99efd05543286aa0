"""Other machines of the venue, by zeroconf (mDNS, RFC 6762 and 6763): announces this one, finds the others.

Nothing personal is announced: a short hash of the venue's authority, the first bytes of the machine's key,
its
role. It is a hint and no more: who somebody is, TLS says. A network that carries no multicast, or is not
there,
is no fault: static addresses still work, and it is tried again.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.sync.network.addresses import Address
from kiosk.sync.network.circle import PREFIX_LENGTH, Found

if TYPE_CHECKING:
    from zeroconf import ServiceInfo
    from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

SERVICE = "_fair-kiosk._tcp.local."
LOOK_AGAIN_S = 10.0
"""Between two looks at this machine's network addresses."""
_NETWORK = (Path("/proc/net/fib_trie"), Path("/proc/net/if_inet6"))
"""Linux's own tables of IPv4 and IPv6 addresses."""
ASK_MS = 3000
MOST_FOUND = 512


def venue_hash(authority: bytes) -> str:
    """What is announced of the venue's authority: 16 hex digits."""
    return hashlib.sha256(b"fair-venue-v1\0" + authority).hexdigest()[:16]


class Discovery:
    """Announces and looks around until it is cancelled."""

    def __init__(self, found: Callable[[], None]) -> None:
        """`found`: somebody came or went; `machines` has them."""
        self.machines: dict[str, Found] = {}
        """By announced name."""
        self._found = found
        self._own: ServiceInfo | None = None
        self._own_name = ""
        self._zeroconf: AsyncZeroconf | None = None
        self._asking: set[asyncio.Task[None]] = set()

    async def run(self, announced: Found | None) -> None:
        """Until cancelled. `announced`: this machine, where it listens; its addresses are looked up here, the
        port is that of the first."""
        addresses: frozenset[str] = frozenset()
        seen, now = None, addresses
        try:
            while True:
                stamp = network_stamp()
                if stamp is None or stamp != seen:
                    seen, now = stamp, await asyncio.to_thread(own_addresses)
                if now != addresses or (now and self._zeroconf is None):
                    addresses = now
                    await self._stop()
                    if now:
                        await self._start(announced, now)
                await asyncio.sleep(LOOK_AGAIN_S)
        finally:
            await asyncio.shield(self._stop())

    async def _start(self, announced: Found | None, addresses: frozenset[str]) -> None:
        from zeroconf import Error, IPVersion  # noqa: PLC0415  (a window's start loads no zeroconf)
        from zeroconf.asyncio import AsyncServiceBrowser, AsyncZeroconf  # noqa: PLC0415

        for version in (IPVersion.All, IPVersion.V4Only):
            try:
                self._zeroconf = AsyncZeroconf(ip_version=version)
                break
            except OSError:
                continue  # no IPv6, or no multicast: see above
        if self._zeroconf is None:
            return
        try:
            if announced is not None:
                self._own = _announcement(announced, addresses)
                self._own_name = self._own.name
                await self._zeroconf.async_register_service(self._own, allow_name_change=True)
                self._own_name = self._own.name
            AsyncServiceBrowser(self._zeroconf.zeroconf, [SERVICE], handlers=[self._changed])
        except (OSError, Error, TimeoutError):
            await self._stop()

    async def _stop(self) -> None:
        for task in self._asking:
            task.cancel()
        zeroconf, self._zeroconf = self._zeroconf, None
        if zeroconf is not None:
            from zeroconf import Error  # noqa: PLC0415

            with suppress(OSError, Error, TimeoutError):
                async with asyncio.timeout(3):
                    await zeroconf.async_close()  # says goodbye, too

    def _changed(self, zeroconf: Any, service_type: str, name: str, state_change: Any) -> None:
        from zeroconf import ServiceStateChange  # noqa: PLC0415

        if name == self._own_name:
            return
        if state_change is ServiceStateChange.Removed:
            if self.machines.pop(name, None) is not None:
                self._found()
            return
        task = asyncio.get_running_loop().create_task(self._ask(zeroconf, service_type, name))
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)

    async def _ask(self, zeroconf: Any, service_type: str, name: str) -> None:
        from zeroconf import Error  # noqa: PLC0415
        from zeroconf.asyncio import AsyncServiceInfo  # noqa: PLC0415

        info = AsyncServiceInfo(service_type, name)
        with suppress(OSError, Error):
            if await info.async_request(zeroconf, ASK_MS):
                machine = _machine(info)
                if machine is not None and (name in self.machines or len(self.machines) < MOST_FOUND):
                    self.machines[name] = machine
                    self._found()


def _machine(info: AsyncServiceInfo) -> Found | None:
    """What an announcement says; None where it is none of ours."""
    from zeroconf import IPVersion  # noqa: PLC0415

    said = info.decoded_properties
    key, role, venue = said.get("k") or "", said.get("r") or "", said.get("v") or ""
    port = info.port or 0
    try:
        prefix = bytes.fromhex(key)
    except ValueError:
        return None
    if len(prefix) != PREFIX_LENGTH or role not in {"kiosk", "hub"} or len(venue) != 16 or not port:
        return None
    hosts = [*info.parsed_scoped_addresses(IPVersion.V4Only), *info.parsed_scoped_addresses(IPVersion.V6Only)]
    hosts.sort(key=lambda host: host.startswith("fe80"))
    return Found(prefix, role, venue, tuple(Address(host, port) for host in hosts[:8]))


def _announcement(own: Found, addresses: frozenset[str]) -> ServiceInfo:
    from zeroconf import ServiceInfo  # noqa: PLC0415

    name = own.key_prefix.hex()
    return ServiceInfo(
        SERVICE,
        f"{name}.{SERVICE}",
        port=own.addresses[0].port,
        parsed_addresses=sorted(addresses),
        properties={"v": own.venue, "k": name, "r": own.role},
        server=f"fair-{name}.local.",
    )


def network_stamp() -> bytes | None:
    """Another text when this machine's addresses have changed, much cheaper than they are; None where the
    system has no such."""
    with suppress(OSError):
        return b"".join(each.read_bytes() for each in _NETWORK)
    return None


def own_addresses() -> frozenset[str]:
    """This machine's addresses, less its loopback's where it has others."""
    import ifaddr  # noqa: PLC0415  (comes with zeroconf)

    found: set[str] = set()
    try:
        for adapter in ifaddr.get_adapters():
            found.update(each.ip if isinstance(each.ip, str) else each.ip[0] for each in adapter.ips)
    except OSError:
        return frozenset()
    outside = {each for each in found if each != "::1" and not each.startswith("127.")}
    return frozenset(outside or found)
