"""Addresses as kiosk.toml and mDNS name them: `192.0.2.7`, `hub.local:47615`, `[2001:db8::7]:47615`."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from kiosk.sync.settings import PORT

_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?\.?")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where a machine listens."""

    host: str
    """A name, or a numeric address (IPv6 without brackets, a link's own with its zone: fe80::1%eth0)."""
    port: int = PORT

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def url(self, path: str) -> str:
        """Of `path` at that machine. A zone's % stays, against RFC 6874: aiohttp looks hosts up so."""
        return f"https://{self}{path}"


def parse(text: str) -> Address | None:
    """The address in a text; None where it is none. Without a port it is ours."""
    text = text.strip()
    if text.startswith("["):
        host, closed, rest = text[1:].partition("]")
        if not closed or not _is_ip(host) or (rest and not rest.startswith(":")):
            return None
        return _with_port(host, rest[1:] if rest else str(PORT))
    if text.count(":") > 1:
        return Address(text) if _is_ip(text) else None
    host, colon, port = text.partition(":")
    if not _HOST.fullmatch(host):
        return None
    return _with_port(host, port if colon else str(PORT))


def _with_port(host: str, port: str) -> Address | None:
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        return None
    return Address(host, int(port))


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
