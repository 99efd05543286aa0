"""Under which origin a kiosk goes on: one of its own key, on this machine, in this file; and its
signature."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.keys.providers import Secrets
    from kiosk.store.migrations import Store


def settle(store: Store, file: Path, public_key: bytes, now_ms: int) -> bool:
    """Begin a new incarnation where the store is a copy, a restored one, another key's, or from before
    origins
    were a key's; says whether it did.

    A copy prints nothing of what waits: the kiosk that it was copied from does.
    """
    from kiosk.devices.machine import machine_mark  # noqa: PLC0415
    from kiosk.domain.signed_head import is_bound, is_of  # noqa: PLC0415
    from kiosk.store.rescue import print_again  # noqa: PLC0415

    mark = machine_mark(file)
    copied = bool(store.machine) and store.machine != mark
    ended = store.origin
    begun = copied or not is_of(ended, public_key)
    if begun:
        store.begin_incarnation(public_key)
        if not copied and not is_bound(ended):
            print_again(store, ended, now_ms)
    if store.machine != mark:
        store.settle_on(mark)
    return begun


def sign_journal(store: Store, secrets: Secrets) -> None:
    """Sign this kiosk's journals up to here, before a copy is made of them: whoever restores it, under
    whichever
    key, can then pass their facts on.
    """
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415
    from kiosk.sync.cutting import Cutter  # noqa: PLC0415

    cutter = Cutter(store, SigningKey.from_seed(secrets.issuing_seed))
    with store.transaction():
        for origin in sorted({store.origin, *store.earlier_origins()}):
            cutter.sign_up_to_here(origin)


def sign_apart(file: Path, secrets: Secrets) -> None:
    """`sign_journal`, on a connection of its own, while the kiosk is at work."""
    from kiosk.store.migrations import open_store  # noqa: PLC0415

    store = open_store(file, secrets.store_key)
    try:
        sign_journal(store, secrets)
    finally:
        store.close()
