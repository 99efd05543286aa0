"""Key certificates and withdrawals that came as facts: who recorded them, and where in its journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.domain.key_certificate import KeyCertificate, grant_of
from kiosk.domain.signed_head import is_bound, is_of
from kiosk.store import driver, heads
from kiosk.store.ids import as_unsigned

if TYPE_CHECKING:
    from kiosk.store.driver import Database


@dataclass(frozen=True, slots=True)
class Recorded:
    """A certificate as a fact has it. Its signature is the reader's to check."""

    certificate: KeyCertificate
    origin: bytes
    seq: int


def recorded(db: Database) -> tuple[Recorded, ...]:
    """Every certificate that came as a fact, in order of (origin, seq)."""
    found = driver.rows(
        db,
        "SELECT kid, public_key, role, name, fair, signature, origin, seq FROM certificate "
        "ORDER BY origin, seq",
    )
    read = ((certificate_of(row[:6]), row[6], row[7]) for row in found)
    return tuple(Recorded(each, origin, seq) for each, origin, seq in read if each is not None)


def withdrawals(db: Database) -> dict[int, int]:
    """Every kid that staff withdrew, at whichever fair, and the sequence from which on it is not trusted."""
    found = driver.rows(db, "SELECT kid, min(from_seq) FROM withdrawal GROUP BY kid")
    return {as_unsigned(kid): from_seq for kid, from_seq in found}


def certificate_of(row: tuple[Any, ...]) -> KeyCertificate | None:
    """The certificate of a row; None where a fact's fields are no certificate's."""
    kid, public_key, role, name, fair, signature = row
    try:
        grant = grant_of(role)
        return KeyCertificate(
            as_unsigned(kid),
            bytes.fromhex(public_key),
            grant.role,
            name,
            as_unsigned(fair),
            bytes.fromhex(signature),
            grant.types,
            grant.last_day,
        )
    except ValueError:
        return None


def is_journal_of(db: Database, origin: bytes, key: bytes) -> bool:
    """Whether a journal is of the machine with this key: made of it, or vouched for by it first."""
    return is_of(origin, key) or (not is_bound(origin) and heads.key_of(db, origin) == key)


def last_seq_of(db: Database, origins: Mapping[bytes, int], key: bytes) -> int:
    """The last sequence that is known of a machine's journals; 0 of one without any. `origins`: how far
    every journal is known."""
    return max((seq for origin, seq in origins.items() if is_journal_of(db, origin, key)), default=0)
