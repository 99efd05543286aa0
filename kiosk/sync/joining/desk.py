"""A hub's desk: machines that ask to be let in, and what staff do about them. All of it lies in the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import msgspec

from kiosk.domain import facts
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.domain.words import Words
from kiosk.keys.device_certificate import Holder, TlsAuthority, refuse_no_point
from kiosk.keys.secrecy import seal
from kiosk.keys.signing import SigningKey, certify, verify
from kiosk.store import certificates
from kiosk.store import joining as requests
from kiosk.store.joining import JoiningRecord
from kiosk.sync.joining import joining, words
from kiosk.sync.joining.identity_file import KeyWords
from kiosk.sync.joining.joining import Answer, Ask, Offer, Spoken, Verdict
from kiosk.sync.trust import Trust

if TYPE_CHECKING:
    from kiosk.keys.providers import Secrets
    from kiosk.store.migrations import Store

MOST_WAITING = 16
WAITS_MS = 15 * 60_000
"""A machine that asked over the network and was not answered asks again by itself."""
FILE_WAITS_MS = 7 * 24 * 3_600_000
ANSWER_STAYS_MS = 24 * 3_600_000


class HubTrust(Trust, Protocol):
    """What a hub knows besides whom to trust; app.VenueTrust is the real one."""

    @property
    def authority(self) -> bytes:
        """The organiser's raw public key."""
        ...

    @property
    def certificates(self) -> tuple[KeyCertificate, ...]:
        """All that count."""
        ...

    @property
    def machines(self) -> tuple[KeyCertificate, ...]:
        """One for each hub and kiosk, by name."""
        ...

    @property
    def places(self) -> tuple[str, ...]:
        """Ids of kiosks in the plans of the installed packs."""
        ...

    @property
    def fairs(self) -> tuple[str, ...]:
        """Ids of the installed packs' fairs."""
        ...


class _Content(msgspec.Struct, frozen=True):
    ask: bytes
    offer: bytes
    nonce: bytes
    by_file: bool = False
    shown: bytes = b""
    """By stick: the fingerprint that the machine shows, of its request alone."""

    @property
    def spoken(self) -> Spoken:
        return Spoken(self.ask, self.offer, self.nonce)


class Desk:
    """What a hub does about machines that ask. Belongs to the store's thread."""

    def __init__(
        self,
        store: Store,
        secrets: Secrets,
        trust: HubTrust,
        now_ms: Callable[[], int],
        authorities: Callable[[], tuple[bytes, ...]] = lambda: (),
    ) -> None:
        """`authorities`: TLS authorities of other hubs that are known, as PEM."""
        self._store = store
        self._secrets = secrets
        self._trust = trust
        self._now_ms = now_ms
        self._authorities = authorities
        self._key = SigningKey.from_seed(secrets.issuing_seed)

    # --- what the network and sticks bring -----------------------------------------------------------------

    def offer(self, request: str, nonce: bytes) -> Offer:
        """What this hub says of itself."""
        return Offer(
            request,
            self._key.public,
            self._trust.authority,
            tuple(KeyWords.of(each) for each in self._own()),
            nonce,
        )

    def knows(self, key: bytes) -> bool:
        """Whether a machine is certified and may be let in by itself."""
        known = self._trust.role_of(key) in {KeyRole.KIOSK.value, KeyRole.HUB.value}
        return known and not self._trust.is_withdrawn(key)

    def received(
        self, request: str, spoken: Spoken, code: str, *, by_file: bool = False, shown: bytes = b""
    ) -> Verdict:
        """A machine has said all that it has to say, and holds its key: it is let in by itself, or waits.

        JoinFault where its keys are none.
        """
        self._trust.refresh()
        ask = _ask_of(spoken)
        _refuse_unusable(ask)
        if self._trust.is_withdrawn(ask.key):
            return _said(joining.REFUSED, words.WITHDRAWN)
        content = msgspec.msgpack.encode(_Content(spoken.ask, spoken.offer, spoken.nonce, by_file, shown))
        record = JoiningRecord(request, code, ask.name, self._now_ms(), content)
        self._store.run(lambda: self._keep(record))
        return self.verdict(request)

    def _keep(self, record: JoiningRecord) -> None:
        db = self._store.db
        self._forget_old()
        spoken = _content_of(record).spoken
        ask = _ask_of(spoken)
        if self.knows(ask.key):
            requests.keep(db, record)
            name = self._trust.name_of(ask.key) or ""
            requests.answer(db, record.request, self._answer(spoken, ask, name, ()))
            return
        waiting = requests.waiting(db)
        # Who asks again has given up what it asked before. Two of one code could not be told apart.
        again = [each for each in waiting if _ask_of(_content_of(each).spoken).key == ask.key]
        requests.forget(db, tuple(each.request for each in again if each.request != record.request))
        others = [each for each in waiting if each not in again]
        if len(others) < MOST_WAITING and all(each.code != record.code for each in others):
            requests.keep(db, record)

    def _forget_old(self) -> None:
        now_ms = self._now_ms()
        db = self._store.db
        waiting = [
            each.request
            for each in requests.waiting(db)
            if now_ms - each.asked_ms > (FILE_WAITS_MS if _content_of(each).by_file else WAITS_MS)
        ]
        stays_ms = ANSWER_STAYS_MS
        answered = [
            each.request
            for each in requests.answered(db)
            if now_ms - each.asked_ms > (FILE_WAITS_MS if _content_of(each).by_file else stays_ms)
        ]
        requests.forget(db, (*waiting, *answered))

    def verdict(self, request: str) -> Verdict:
        """What is to be said to a request now."""
        record = requests.find(self._store.db, request)
        if record is None:
            return _said(joining.UNKNOWN, words.ASK_AGAIN)
        if record.answer is None:
            return Verdict(joining.WAITING)
        if not record.answer:
            return _said(joining.REFUSED, words.REFUSED)
        ask = _ask_of(_content_of(record).spoken)
        if not self._trust.role_of(ask.key):
            self._trust.refresh()  # another process of this hub may have accepted it
        if self._trust.is_withdrawn(ask.key):
            return _said(joining.REFUSED, words.WITHDRAWN)
        return Verdict(joining.ACCEPTED, record.answer)

    def file_answers(self) -> tuple[tuple[str, Spoken, bytes], ...]:
        """Requests that came by stick and were accepted: (request, what was said, answer)."""
        return tuple(
            (each.request, _content_of(each).spoken, each.answer)
            for each in requests.answered(self._store.db)
            if each.answer and _content_of(each).by_file
        )

    # --- what staff do -------------------------------------------------------------------------------------

    def waiting(self) -> tuple[JoiningRecord, ...]:
        """Machines that wait for somebody to let them in, the oldest first."""
        return requests.waiting(self._store.db)

    def accept(self, said: str, place: str = "") -> Words | None:
        """Let the machine with this request, code or QR in, as the kiosk of `place` (what it calls itself, if
        empty). Words where it cannot be."""
        self._trust.refresh()
        return self._store.run(lambda: self._accept(said, place))

    def _accept(self, said: str, place: str) -> Words | None:
        record = self._found(said)
        if record is None:
            return words.NOBODY_WAITS
        spoken = _content_of(record).spoken
        ask = _ask_of(spoken)
        name = place or record.name
        if self._trust.is_withdrawn(ask.key):
            return words.WITHDRAWN
        if name not in self._trust.places:
            return words.which_place(self._trust.places)
        granted = tuple(self._granted(ask.key, name))
        if not granted:
            return words.NO_HUB
        for each in granted:
            self._store.journal.append(_fact_of(each), now_ms=self._now_ms())
        requests.answer(self._store.db, record.request, self._answer(spoken, ask, name, granted))
        return None

    def refuse(self, said: str) -> Words | None:
        """Do not let it in. Words where nobody of that code waits."""

        def work() -> Words | None:
            record = self._found(said)
            if record is None:
                return words.NOBODY_WAITS
            requests.answer(self._store.db, record.request, b"")
            return None

        return self._store.run(work)

    def machines(self) -> tuple[KeyCertificate, ...]:
        """One certificate for each hub and kiosk that is known, by name; those that are withdrawn as well."""
        return self._trust.machines

    def is_withdrawn(self, key: bytes) -> bool:
        """Whether staff have withdrawn it."""
        return self._trust.is_withdrawn(key)

    def withdraw(self, machine: str, staff: str) -> Words | None:
        """Trust a machine no more (its name, or its kid as 8 hex digits). Words where it cannot be.

        What it recorded as far as it is known here stays trusted.
        """
        self._trust.refresh()
        found = [
            each
            for each in self._trust.machines
            if machine in {each.name, f"{each.kid:08x}"} and not self._trust.is_withdrawn(each.public_key)
        ]
        if not found:
            return words.no_machine(machine)
        if len(found) > 1:
            return words.which_machine(machine, tuple(f"{each.kid:08x}" for each in found))
        if found[0].public_key == self._key.public:
            return words.NOT_ITSELF
        self._store.run(lambda: self._withdraw(found[0], staff))
        self._trust.refresh()
        return None

    def _withdraw(self, machine: KeyCertificate, staff: str) -> None:
        origins = self._store.journal.origins()
        beyond = certificates.last_seq_of(self._store.db, origins, machine.public_key) + 1
        for fair in self._trust.fairs:
            body = facts.KeyWithdrawn(fair, machine.kid, beyond, staff)
            self._store.journal.append(body, now_ms=self._now_ms())

    def certify_for_new_fairs(self) -> int:
        """Certify whom this hub let in for fairs whose packs came later; how many facts that took."""
        self._trust.refresh()
        held = self._trust.certificates
        own = [
            each for each in held if self._is_by_me(each) and not self._trust.is_withdrawn(each.public_key)
        ]
        missing = [
            wanted
            for name, key in sorted({(each.name, each.public_key) for each in own})
            for wanted in self._granted(key, name)
            if not any((each.public_key, each.fair) == (key, wanted.fair) for each in held)
        ]
        if missing:
            self._store.run(
                lambda: [
                    self._store.journal.append(_fact_of(each), now_ms=self._now_ms()) for each in missing
                ]
            )
            self._trust.refresh()
        return len(missing)

    # --- what it is made of --------------------------------------------------------------------------------

    def _found(self, said: str) -> JoiningRecord | None:
        wanted = "".join(said.split())
        for each in self.waiting():
            content = _content_of(each)
            qr = joining.qr_of(content.shown or content.spoken.fingerprint)
            if wanted in {each.request, each.code} or wanted.upper() == qr:
                return each
        return None

    def _own(self) -> list[KeyCertificate]:
        """The authority's certificates of this hub."""
        return [
            each
            for each in self._trust.certificates
            if each.public_key == self._key.public and each.role is KeyRole.HUB
        ]

    def _is_by_me(self, certificate: KeyCertificate) -> bool:
        return verify(self._key.public, certificate.signed_bytes(), certificate.signature)

    def _granted(self, key: bytes, name: str) -> list[KeyCertificate]:
        """A certificate of the machine at each fair of this hub, within what the pack says of that place."""
        granted = []
        for own in self._own():
            at_place = [
                each
                for each in self._trust.certificates
                if (each.name, each.fair, each.role) == (name, own.fair, KeyRole.KIOSK)
            ]
            limits = at_place[0] if at_place and own.grant.includes(at_place[0].grant) else own
            granted.append(
                certify(
                    self._key,
                    key,
                    KeyRole.KIOSK,
                    name,
                    own.fair,
                    types=limits.types,
                    last_day=limits.last_day,
                )
            )
        return granted

    def _answer(self, spoken: Spoken, ask: Ask, name: str, granted: tuple[KeyCertificate, ...]) -> bytes:
        tls = TlsAuthority(self._secrets.issuing_seed)
        role = self._trust.role_of(ask.key) or KeyRole.KIOSK.value
        held = tuple(each for each in self._trust.certificates if each.public_key == ask.key)
        hubs = tuple(each for each in self._trust.certificates if each.role is KeyRole.HUB)
        others = tuple(each for each in self._authorities() if each != tls.certificate_pem)
        answer = Answer(
            certificate=tls.issue(Holder(name, role, ask.key), ask.device).decode(),
            authorities=tuple(each.decode() for each in (tls.certificate_pem, *others)),
            certificates=tuple(KeyWords.of(each) for each in dict.fromkeys((*hubs, *held, *granted))),
            place=name,
            venue_private=self._secrets.venue_private,
        )
        return joining.sealed_answer(self._key, spoken, ask.seal_to, answer)


def _fact_of(certificate: KeyCertificate) -> facts.KeyCertified:
    return facts.KeyCertified(
        certificate.kid,
        certificate.public_key.hex(),
        certificate.grant.text(),
        certificate.name,
        certificate.fair,
        certificate.signature.hex(),
    )


def _content_of(record: JoiningRecord) -> _Content:
    return msgspec.msgpack.decode(record.content, type=_Content)


def _ask_of(spoken: Spoken) -> Ask:
    ask = joining.decode(spoken.ask)
    assert isinstance(ask, Ask), "what was kept begins with an ask"
    return ask


def _refuse_unusable(ask: Ask) -> None:
    """Keys that cannot be certified or sealed to would only fail when staff accept."""
    try:
        seal(ask.seal_to, b"", b"")
        refuse_no_point(ask.device)
    except ValueError as fault:
        raise joining.not_understood() from fault


def _said(state: str, why: Words) -> Verdict:
    return Verdict(state, b"", why.zh, why.en)
