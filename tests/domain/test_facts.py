"""Facts: the chain and the clock."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import facts


def test_every_field_is_chained() -> None:
    def hashed(**other: object) -> bytes:
        fields = {"origin": bytes(16), "seq": 1, "time": 2, "kind": "k", "body": b"b", "previous": bytes(32)}
        return facts.fact_hash(**{**fields, **other})  # type: ignore[arg-type]

    base = hashed()
    changes = [
        {"origin": b"1" * 16},
        {"seq": 2},
        {"time": 3},
        {"kind": "kb", "body": b""},
        {"body": b"c"},
        {"previous": b"1" * 32},
    ]
    assert len({base, *(hashed(**change) for change in changes)}) == len(changes) + 1


@given(st.integers(0, 2**63), st.integers(0, 2**47))
def test_the_hybrid_clock_never_goes_back(last: int, now_ms: int) -> None:
    following = facts.next_time(last, now_ms)
    assert following > last
    assert following >= now_ms << 16


def test_kinds_are_known_by_their_names() -> None:
    assert all(name == body.kind for name, body in facts.KINDS.items())
    assert len(facts.KINDS) == 36


def test_the_hash_is_what_a_second_program_would_compute() -> None:
    """A known value, and the layout by hand: neither may ever change."""
    body = '{"fair":"f","gate":"东"}'.encode()
    origin, previous = bytes(range(16)), bytes(range(32))
    laid_out = (
        b"fair-fact-v1\0" + origin + (7).to_bytes(8, "big") + (1_795_838_400_000 << 16).to_bytes(8, "big")
        + b"\0\0\0\x08check_in" + len(body).to_bytes(4, "big") + body + previous
    )  # fmt: skip
    known = "f118a34dbfa8c9191604fa58cb3f4669b69392ee13c3aa9ba4695140f2d5af20"
    assert hashlib.sha256(laid_out).hexdigest() == known
    found = facts.fact_hash(
        origin=origin, seq=7, time=1_795_838_400_000 << 16, kind="check_in", body=body, previous=previous
    )
    assert found.hex() == known
