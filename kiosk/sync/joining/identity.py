"""Who a machine is to the others: a P-256 certificate of the venue's authority, and TLS contexts made of
it."""

from __future__ import annotations

import os
import secrets
import ssl
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.keys.device_certificate import holder_of, locked_pem

_NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL (x509_vfy.h), which Python's ssl does not name."""


@dataclass(frozen=True, slots=True)
class PeerIdentity:
    """Who is at the other end, as its certificate says."""

    name: str
    """The kiosk's id, as staff know it: west-1."""
    role: str
    """kiosk or hub."""
    key: bytes
    """Raw Ed25519 public key that its facts are signed by, 32 bytes."""
    by: bytes = b""
    """That of the hub that let it in; empty where that is not known."""

    @property
    def keys(self) -> tuple[bytes, ...]:
        """Whose withdrawal ends a talk with it: a hub that was stolen lets anybody in."""
        return (self.key, self.by) if self.by else (self.key,)


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

    Certificates are checked for who, never for when: clocks are wrong. No session is resumed, so each
    connection
    shows its certificate again.
    """
    context = _context(ssl.PROTOCOL_TLS_SERVER)
    context.num_tickets = 0
    _arm(context, identity)
    context.verify_mode = ssl.CERT_OPTIONAL
    return context


def client_context(identity: Identity) -> ssl.SSLContext:
    """TLS 1.3, with our certificate; the server's must be of one of the venue's authorities. Host names do
    not count."""
    context = _context(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    _arm(context, identity)
    context.verify_mode = ssl.CERT_REQUIRED
    return context


def joining_context() -> ssl.SSLContext:
    """TLS 1.3 for a machine that has no identity yet: whom it talks to is proven by the code that staff
    compare."""
    context = _context(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def peer_of(certificate_der: bytes) -> PeerIdentity:
    """Who a certificate is about. ValueError where it is none of ours."""
    holder = holder_of(certificate_der)
    return PeerIdentity(holder.name, holder.role, holder.key, holder.by)


def _context(protocol: int) -> ssl.SSLContext:
    context = ssl.SSLContext(protocol)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return context


def _arm(context: ssl.SSLContext, identity: Identity) -> None:
    """Our certificate and key, and the authorities that others' must be of."""
    _load_key(context, identity)
    context.load_verify_locations(cadata=identity.authorities_pem.decode("ascii"))
    context.verify_flags |= ssl.VerifyFlags(_NO_CHECK_TIME)


def _load_key(context: ssl.SSLContext, identity: Identity) -> None:
    """Python's ssl takes a private key from a file only: it lies there locked, for a moment, and its password
    nowhere."""
    password = secrets.token_urlsafe(32)
    locked = locked_pem(identity.private_pem, password.encode())
    handle, name = tempfile.mkstemp(prefix="fair-kiosk-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(identity.certificate_pem + locked)
        context.load_cert_chain(name, password=password)
    finally:
        Path(name).unlink()
