"""A kiosk's keys: where they are kept, and what they are good for at a fair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.state import StartFault, State
from kiosk.config import Settings
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.domain.fair import Fair
    from kiosk.domain.key_certificate import KeyCertificate
    from kiosk.keys.providers import Provider, Secrets
    from kiosk.keys.signing import SigningKey, Stands
    from kiosk.pack.installed import Installed
    from kiosk.services.key_certificates import KeyCertificates
    from kiosk.store.catalogue import Catalogue
    from kiosk.store.migrations import Store
    from kiosk.sync.joining.identity_file import Papers


def provider(settings: Settings, state: State, ask_passphrase: Callable[[], str]) -> Provider:
    """Where this kiosk's keys are kept, as kiosk.toml says."""
    from kiosk.keys import providers  # noqa: PLC0415

    keys = settings.keys
    path = Path(keys.path) if keys.path else state.keys
    if keys.provider == "file":
        return providers.KeyFile(path)
    if keys.provider == "passphrase":
        return providers.Passphrase(path, ask_passphrase())
    if keys.provider == "systemd":
        return providers.SystemdCredentials(keys.credential)
    raise StartFault(
        Words(
            f"不认识的密钥来源 {keys.provider}：请写 file、passphrase 或 systemd。",
            f"Unknown key provider {keys.provider}: write file, passphrase or systemd.",
        )
    )


def seal_for(secrets: Secrets) -> Callable[[bytes, bytes], bytes]:
    """Seals to this kiosk's venue: (what, context) -> sealed."""
    from kiosk.keys.secrecy import seal, venue_public  # noqa: PLC0415

    return lambda plain, context: seal(venue_public(secrets.venue_private), plain, context)


def unseal_for(secrets: Secrets) -> Callable[[bytes, bytes], bytes]:
    """Opens what was sealed to this kiosk's venue; KeyFault where it was not."""
    from kiosk.keys.secrecy import unseal  # noqa: PLC0415

    return lambda sealed, context: unseal(secrets.venue_private, sealed, context)


def key_certificates(catalogue: Catalogue, store: Store, key: SigningKey, fair: Fair) -> KeyCertificates:
    """The keys that the authority certified, in the pack and by facts.

    At a rehearsal they sign for it as they do for its fair.
    """
    from kiosk.domain.badge import fair_number  # noqa: PLC0415
    from kiosk.domain.fair import REHEARSAL  # noqa: PLC0415
    from kiosk.keys.signing import KeyRing  # noqa: PLC0415
    from kiosk.services.key_certificates import KeyCertificates  # noqa: PLC0415

    stands_for = {}
    if fair.rehearsing:
        stands_for[fair_number(fair.id)] = fair_number(fair.id.removesuffix(REHEARSAL))
    ring = KeyRing(
        catalogue.authority(), catalogue.certificates(), stands_for=stands_for, stands=_stands(store)
    )
    certificates = KeyCertificates(store, ring, key, fair)
    certificates.refresh()
    return certificates


def _stands(store: Store) -> Stands:
    """Whether what a hub signed counts: all of it, until it is withdrawn; then what it had recorded before.

    Asked of the store each time: a withdrawal may have come since.
    """
    from kiosk.domain.badge import key_id  # noqa: PLC0415
    from kiosk.store import certificates  # noqa: PLC0415

    def stands(certificate: KeyCertificate, hub: bytes) -> bool:
        from_seq = certificates.withdrawals(store.db).get(key_id(hub))
        if from_seq is None:
            return True
        return any(
            each.certificate == certificate
            and each.seq < from_seq
            and certificates.is_journal_of(store.db, each.origin, hub)
            for each in certificates.recorded(store.db)
        )

    return stands


@dataclass(frozen=True, slots=True)
class PackWords:
    """What an installed pack says of machines."""

    fair: str
    certificates: tuple[KeyCertificate, ...]
    places: tuple[str, ...]
    """Ids of the kiosks in its plan."""


class VenueTrust:
    """sync.trust.Trust of a machine, and what a hub needs besides: its installed packs, its identity and the
    facts in its store.

    Belongs to the store's thread. Packs are opened again only where others are installed than before.
    """

    def __init__(self, settings: Settings, state: State, secrets: Secrets, store: Store | None) -> None:
        """Without a store: as far as packs and identity say."""
        self._settings = settings
        self._state = state
        self._secrets = secrets
        self._store = store
        self._packs: dict[Path, PackWords] = {}
        self._authority = b""
        self.refresh()

    @property
    def authority(self) -> bytes:
        """Raw public key of the organiser that this machine belongs to; nothing while it belongs to none."""
        return self._authority

    def refresh(self) -> None:
        """Read certificates and withdrawals again."""
        from kiosk.keys.venue import VenueKeys  # noqa: PLC0415
        from kiosk.pack.installed import PACKS, whole  # noqa: PLC0415
        from kiosk.store import certificates  # noqa: PLC0415
        from kiosk.sync.joining.identity_file import read_papers  # noqa: PLC0415

        packs = tuple(whole(self._state.folder / PACKS))  # what is damaged, the window says
        papers = read_papers(self._state.identity)
        self._authority = _authority(self._settings, packs, papers)
        read: dict[Path, PackWords] = {}
        for each in packs:
            words = self._packs.get(each.folder) or self._words_of(each)
            if words is not None:
                read[each.folder] = words
        self._packs = read
        given = [each for pack in read.values() for each in pack.certificates]
        if papers is not None and papers.authority == self._authority:
            given += papers.certificates
        if self._store is None:
            self._keys = VenueKeys(self._authority, given)
            return
        given += [each.certificate for each in certificates.recorded(self._store.db)]
        withdrawn = certificates.withdrawals(self._store.db)
        self._keys = VenueKeys(self._authority, given, withdrawn, _stands(self._store))

    def name_of(self, key: bytes) -> str | None:
        """Who holds this Ed25519 key, as its certificate says; None where it is not certified."""
        return self._keys.name_of(key)

    def role_of(self, key: bytes) -> str:
        """kiosk, hub or organiser; nothing for an unknown key."""
        return self._keys.role_of(key)

    def is_withdrawn(self, key: bytes) -> bool:
        """Whether staff have withdrawn it."""
        return self._keys.is_withdrawn(key)

    @property
    def certificates(self) -> tuple[KeyCertificate, ...]:
        """All that count."""
        return self._keys.certificates

    @property
    def machines(self) -> tuple[KeyCertificate, ...]:
        """One certificate for each hub and kiosk that is known, by name."""
        return self._keys.machines

    @property
    def fairs(self) -> tuple[str, ...]:
        """Ids of the installed packs' fairs."""
        return tuple(sorted(each.fair for each in self._packs.values()))

    @property
    def places(self) -> tuple[str, ...]:
        """Ids of the kiosks in their plans."""
        return tuple(dict.fromkeys(place for each in self._packs.values() for place in each.places))

    def _words_of(self, pack: Installed) -> PackWords | None:
        """None for another organiser's, or one that cannot be read: whoever opens it for the window says
        so."""
        from kiosk.keys.fault import KeyFault  # noqa: PLC0415
        from kiosk.pack.faults import PackFault  # noqa: PLC0415
        from kiosk.pack.installed import content_key  # noqa: PLC0415
        from kiosk.store.catalogue import Catalogue  # noqa: PLC0415
        from kiosk.store.faults import StoreFault  # noqa: PLC0415

        if pack.authority != self._authority:
            return None
        try:
            key = content_key(pack.manifest, self._secrets.venue_private)
            catalogue = Catalogue.open(pack.database, key)
        except (StoreFault, PackFault, KeyFault):
            return None
        try:
            if catalogue.authority() != self._authority:
                return None
            places = tuple(each.id for each in catalogue.plan().kiosks)
            return PackWords(pack.fair, catalogue.certificates(), places)
        except StoreFault:
            return None
        finally:
            catalogue.close()


def authority_of(settings: Settings, state: State) -> bytes:
    """Raw public key of the organiser that a machine belongs to; nothing while it belongs to none."""
    from kiosk.pack.installed import PACKS, whole  # noqa: PLC0415
    from kiosk.sync.joining.identity_file import read_papers  # noqa: PLC0415

    return _authority(settings, tuple(whole(state.folder / PACKS)), read_papers(state.identity))


def _authority(settings: Settings, packs: tuple[Installed, ...], papers: Papers | None) -> bytes:
    """The organiser that kiosk.toml names; otherwise the one of the identity, or of the newest pack."""
    if settings.authority:
        return bytes.fromhex(settings.authority)
    if papers:
        return papers.authority
    newest = max(packs, key=lambda each: each.folder.stat().st_mtime_ns, default=None)
    return newest.authority if newest else b""
