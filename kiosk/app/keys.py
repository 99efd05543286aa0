"""A kiosk's keys: where they are kept, and what they are good for at a fair."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.state import StartFault, State
from kiosk.config import Settings
from kiosk.domain.fair import Words

if TYPE_CHECKING:
    from kiosk.domain.fair import Fair
    from kiosk.keys.providers import Provider, Secrets
    from kiosk.keys.signing import SigningKey
    from kiosk.services.key_certificates import KeyCertificates
    from kiosk.store.catalogue import Catalogue
    from kiosk.store.migrations import Store


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
    ring = KeyRing(catalogue.authority(), catalogue.certificates(), stands_for=stands_for)
    certificates = KeyCertificates(store, ring, key, fair)
    certificates.refresh()
    return certificates
