"""Who a machine is to the others: a P-256 certificate of the venue's authority, and TLS contexts made of
it."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PeerIdentity:
    """Who is at the other end, as its certificate says."""

    name: str
    """The kiosk's id, as staff know it: west-1."""
    role: str
    """kiosk or hub."""
    key: bytes
    """Raw Ed25519 public key that its facts are signed by, 32 bytes."""


@dataclass(frozen=True, slots=True)
class Identity:
    """This machine's own: what is public of it lies in `identity.json`, the private key comes from the
    kiosk's keys."""

    peer: PeerIdentity
    certificate_pem: bytes
    private_pem: bytes = field(repr=False)
    authorities_pem: bytes
    """Certificates of the venue's authorities, one or more."""


def server_context(identity: Identity) -> ssl.SSLContext:
    """TLS 1.3. A client without a certificate may connect (and then only ask to join); a foreign one may not.

    Certificates are checked for who, never for when: clocks are wrong.
    """
    raise NotImplementedError


def client_context(identity: Identity) -> ssl.SSLContext:
    """TLS 1.3, with our certificate; the server's must be of one of the venue's authorities. Host names do
    not count."""
    raise NotImplementedError


def joining_context() -> ssl.SSLContext:
    """TLS 1.3 for a machine that has no identity yet: whom it talks to is proven by the code that staff
    compare."""
    raise NotImplementedError


def peer_of(certificate_der: bytes) -> PeerIdentity:
    """Who a certificate is about. ValueError where it is none of ours."""
    raise NotImplementedError
