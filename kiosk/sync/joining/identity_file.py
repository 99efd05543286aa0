"""`identity.json`: all that is public of a machine's identity. Its private key is derived from its keys."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.domain.key_certificate import KeyCertificate, grant_of
from kiosk.keys.device_certificate import (
    der_of,
    device_private_pem,
    device_public,
    holder_of,
    is_issued_by,
    public_in,
    vouched_by,
)
from kiosk.keys.signing import SigningKey
from kiosk.sync.joining.identity import Identity, PeerIdentity

MAX_FILE_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Papers:
    """What a machine was given when it was let in."""

    certificate_pem: bytes
    """Its device certificate."""
    authorities_pem: tuple[bytes, ...]
    """Certificates of the venue's TLS authorities, each vouched for by a hub."""
    authority: bytes
    """The organiser's raw Ed25519 public key."""
    certificates: tuple[KeyCertificate, ...] = ()
    """Of the hubs, and of itself where a hub certified it: what is needed before any pack or fact came."""
    place: str = ""
    """The id in the plan that staff gave it; nothing where it had one."""


class KeyWords(msgspec.Struct, frozen=True):
    """A key certificate as it travels and lies in files: hex, its grant as text."""

    public_key: str
    grant: str
    name: str
    fair: int
    kid: int
    signature: str

    @classmethod
    def of(cls, certificate: KeyCertificate) -> KeyWords:
        """A certificate's words."""
        return cls(
            certificate.public_key.hex(),
            certificate.grant.text(),
            certificate.name,
            certificate.fair,
            certificate.kid,
            certificate.signature.hex(),
        )

    def certificate(self) -> KeyCertificate:
        """The certificate. ValueError where the words are none's. Its signature is the reader's to check."""
        grant = grant_of(self.grant)
        return KeyCertificate(
            self.kid,
            bytes.fromhex(self.public_key),
            grant.role,
            self.name,
            self.fair,
            bytes.fromhex(self.signature),
            grant.types,
            grant.last_day,
        )


class _File(msgspec.Struct, frozen=True, tag="fair-identity-1", tag_field="format"):
    certificate: str
    authorities: tuple[str, ...]
    authority: str
    certificates: tuple[KeyWords, ...] = ()
    place: str = ""


def read_papers(path: Path) -> Papers | None:
    """What lies in identity.json; None where there is none, or it cannot be read: the machine joins again."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            return None
        file = msgspec.json.decode(path.read_bytes(), type=_File)
        return Papers(
            file.certificate.encode("ascii"),
            tuple(each.encode("ascii") for each in file.authorities),
            bytes.fromhex(file.authority),
            tuple(each.certificate() for each in file.certificates),
            file.place,
        )
    except (OSError, msgspec.DecodeError, ValueError):
        return None


def write_papers(path: Path, papers: Papers) -> None:
    """Write identity.json; a power cut leaves the old one or the new. OSError where it cannot be written."""
    data = msgspec.json.encode(
        _File(
            papers.certificate_pem.decode("ascii"),
            tuple(each.decode("ascii") for each in papers.authorities_pem),
            papers.authority.hex(),
            tuple(KeyWords.of(each) for each in papers.certificates),
            papers.place,
        )
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def identity_of(papers: Papers, issuing_seed: bytes) -> Identity | None:
    """The TLS identity that papers give the machine with these keys; None where they are another's."""
    try:
        holder = holder_of(der_of(papers.certificate_pem))
        if public_in(papers.certificate_pem) != device_public(issuing_seed):
            return None
        if holder.key != SigningKey.from_seed(issuing_seed).public:
            return None
        if not any(is_issued_by(papers.certificate_pem, each) for each in papers.authorities_pem):
            return None
        for each in papers.authorities_pem:
            vouched_by(each)
    except ValueError:
        return None
    return Identity(
        PeerIdentity(holder.name, holder.role, holder.key, holder.by),
        papers.certificate_pem,
        device_private_pem(issuing_seed),
        b"".join(papers.authorities_pem),
    )
