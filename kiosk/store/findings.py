"""What can be wrong with a journal, or with facts that were received."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What is wrong with a fact, or with a segment that was received."""

    GAP = "gap"
    BROKEN_CHAIN = "broken_chain"
    WRONG_HASH = "wrong_hash"
    PERSONAL_MISMATCH = "personal_mismatch"
    PERSONAL_MISSING = "personal_missing"
    """Of a fact of this kiosk, though no erasure of its fair is known: they were lost."""
    UNREADABLE_BODY = "unreadable_body"
    FORK = "fork"
    OWN_AHEAD = "own_ahead"
    """Others hold facts of our own origin that are not here: this disk was restored from an older image."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and where."""

    kind: FindingKind
    origin: bytes
    seq: int


@dataclass(frozen=True, slots=True)
class Received:
    """What became of received facts: how many were new, and what was wrong with the others."""

    stored: int
    findings: tuple[Finding, ...]
