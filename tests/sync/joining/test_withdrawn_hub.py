"""A hub that was stolen lets anybody in: whom it let in is not talked to any more."""

from __future__ import annotations

import time

import pytest

from kiosk.domain.facts import KeyWithdrawn
from kiosk.keys.signing import SigningKey
from kiosk.sync.conversation import Conversation
from kiosk.sync.ledger import StoreLedger
from kiosk.sync.messages import OLDEST_PROTOCOL, PROTOCOL, Hello, Reasons, encode
from tests.fakes.joining import Hub
from tests.fakes.venue import FAIR, seed


@pytest.mark.parametrize("stolen", [True, False])
def test_a_talk_with_whom_a_withdrawn_hub_let_in_ends(hub: Hub, stolen: bool) -> None:
    other_hub = SigningKey.from_seed(seed("other hub"))
    ledger = StoreLedger(
        hub.store, hub.venue.hub.signing, hub.trust, now_ms=lambda: hub.now_ms, monotonic_s=time.monotonic
    )
    hello = Hello(PROTOCOL, OLDEST_PROTOCOL, "", "hub", ledger.origin)
    talk = Conversation(
        ledger,
        hello,
        peer_key=hub.venue.kiosks[0].key,
        peer_name="k1",
        peer_role="kiosk",
        now_s=0.0,
        peer_by=other_hub.public,
    )
    assert talk.tick(0.1).ends is None
    with hub.store.transaction():
        kid = other_hub.kid if stolen else 77
        hub.store.journal.append(KeyWithdrawn(FAIR, kid, 1, "s1"), now_ms=hub.now_ms)
    hub.trust.refresh()
    for reply in (talk.tick(0.2), talk.hear(encode(hello), 0.3)):
        assert (reply.ends is not None and reply.ends.why == Reasons.WITHDRAWN) is stolen
