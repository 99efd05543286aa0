"""TLS between machines of a venue: who is let in, whatever the clocks say. Real handshakes, in memory."""

from __future__ import annotations

import ssl
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.keys import device_certificate
from kiosk.sync.joining.identity import (
    Identity,
    PeerIdentity,
    client_context,
    joining_context,
    peer_of,
    server_context,
)
from tests.fakes.venue import Venue, make_venue


@pytest.fixture(scope="module")
def venue() -> Venue:
    return make_venue(2)


def shake_hands(client: ssl.SSLContext, server: ssl.SSLContext) -> tuple[bytes | None, bytes | None, str]:
    """What the server and the client know of each other afterwards (certificates), and the TLS version."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = client.wrap_bio(to_client, to_server, server_side=False)
    theirs = server.wrap_bio(to_server, to_client, server_side=True)
    done = {ours: False, theirs: False}
    while not all(done.values()):
        for side in done:
            try:
                side.do_handshake()
                done[side] = True
            except ssl.SSLWantReadError:
                continue
    theirs.write(b"x")
    assert ours.read(1) == b"x"
    return theirs.getpeercert(binary_form=True), ours.getpeercert(binary_form=True), str(ours.version())


def test_machines_of_a_venue_know_each_other(venue: Venue) -> None:
    kiosk, hub = venue.kiosks[0].identity, venue.hub.identity
    for client, server in ((kiosk, hub), (kiosk, venue.kiosks[1].identity), (hub, kiosk)):
        seen_there, seen_here, version = shake_hands(client_context(client), server_context(server))
        assert seen_there is not None
        assert seen_here is not None
        assert (peer_of(seen_there), peer_of(seen_here)) == (client.peer, server.peer)
        assert version == "TLSv1.3"


def test_who_has_no_certificate_may_connect_and_is_nobody(venue: Venue) -> None:
    seen_there, seen_here, _ = shake_hands(joining_context(), server_context(venue.hub.identity))
    assert seen_there is None
    assert seen_here is not None


def test_another_venue_is_foreign_on_both_sides(venue: Venue) -> None:
    other = make_venue(1, name="other").kiosks[0].identity
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(client_context(other), server_context(venue.hub.identity))
    other_server = server_context(other)
    trusting = joining_context()
    trusting.load_cert_chain(*_files(venue))
    with pytest.raises(ssl.SSLError):
        shake_hands(trusting, other_server)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def _files(venue: Venue) -> tuple[str, str]:
    """A kiosk's certificate and key as a foreign program would load them."""
    folder = Path(tempfile.gettempdir())
    (folder / "cert.pem").write_bytes(venue.kiosks[0].identity.certificate_pem)
    (folder / "key.pem").write_bytes(venue.kiosks[0].identity.private_pem)
    return str(folder / "cert.pem"), str(folder / "key.pem")


def test_a_device_cannot_sign_for_others(venue: Venue, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kiosk that makes certificates with its own device key convinces nobody."""
    kiosk = venue.kiosks[0]
    seed = kiosk.secrets.issuing_seed
    monkeypatch.setattr(device_certificate, "_AUTHORITY_LABEL", device_certificate._DEVICE_LABEL)
    forger = device_certificate.TlsAuthority(seed)
    forged = forger.issue(
        device_certificate.Holder("hub", "hub", venue.hub.key), device_certificate.device_public(b"f" * 32)
    )
    chain = forged + kiosk.identity.certificate_pem + venue.hub.identity.authorities_pem
    identity = Identity(
        PeerIdentity("hub", "hub", venue.hub.key),
        chain,
        device_certificate.device_private_pem(b"f" * 32),
        venue.hub.identity.authorities_pem,
    )
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(client_context(venue.kiosks[1].identity), server_context(identity))


@pytest.mark.parametrize("years", [(2001, 2002), (2998, 2999)], ids=["clock ahead", "clock behind"])
def test_no_clock_counts(monkeypatch: pytest.MonkeyPatch, years: tuple[int, int]) -> None:
    """Certificates that ended long ago, or begin in a far future, are as good as any: the same as a clock
    that is off."""
    first, last = years
    monkeypatch.setattr(device_certificate, "_FIRST", datetime(first, 1, 1, tzinfo=UTC))
    monkeypatch.setattr(device_certificate, "_LAST", datetime(last, 1, 1, tzinfo=UTC))
    venue = make_venue(1)
    seen_there, seen_here, _ = shake_hands(
        client_context(venue.kiosks[0].identity), server_context(venue.hub.identity)
    )
    assert seen_there is not None
    assert seen_here is not None


def test_the_private_key_lies_on_no_disk(
    venue: Venue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written for OpenSSL to read is locked, for its owner alone, and gone afterwards."""
    written: list[tuple[bytes, int]] = []
    load = ssl.SSLContext.load_cert_chain

    def watched(self: ssl.SSLContext, name: str, **given: str) -> None:
        written.append((Path(name).read_bytes(), Path(name).stat().st_mode & 0o077))
        load(self, name, **given)

    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", watched)
    client_context(venue.kiosks[0].identity)
    ((data, others),) = written
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in data
    assert b"BEGIN PRIVATE KEY" not in data
    assert others == 0
    assert list(tmp_path.iterdir()) == []


def test_strangers_certificates_name_nobody(venue: Venue) -> None:
    with pytest.raises(ValueError):
        peer_of(b"no certificate")
    with pytest.raises(ValueError):
        peer_of(device_certificate.der_of(venue.hub.identity.authorities_pem))


def test_identities_show_no_key(venue: Venue) -> None:
    assert "PRIVATE" not in repr(venue.hub.identity)
