"""`kiosk restore`: go on with another kiosk's journal, or with this one's on another disk."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiosk.app import State, provider, unseal_for
from kiosk.commands.options import ask_passphrase, settings_of, show, with_json, with_state


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_state
@with_json
def restore(file: Path, state: Path, config_path: Path | None, as_json: bool) -> None:
    """Make this kiosk's journal out of the backup FILE, on a spare kiosk or a new disk.

    The kiosk has been given its keys (kiosk provision) and has recorded nothing yet; a store that is there is
    never written over. Every fact is checked first. The kiosk then goes on under a new incarnation, so that
    the one the backup is from may still be at work.

    Exit status 1: the backup is damaged or no backup, or this kiosk has a store already. Nothing was changed.

    Example: kiosk restore /media/stick/east-1.fairbackup
    """
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415
    from kiosk.store.backup import BackupFault  # noqa: PLC0415
    from kiosk.store.backup import restore as restore_store  # noqa: PLC0415

    settings = settings_of(state, config_path)
    place = State(state)
    secrets = provider(settings, place, ask_passphrase).load()
    public_key = SigningKey.from_seed(secrets.issuing_seed).public
    try:
        restored = restore_store(
            file, place.store, secrets.store_key, unseal=unseal_for(secrets), public_key=public_key
        )
    except BackupFault as fault:
        click.echo(f"kiosk: {fault.words.en}", err=True)
        sys.exit(1)
    manifest = restored.manifest
    show(
        as_json,
        {
            "facts": manifest.facts,
            "from": {"kiosk": manifest.kiosk, "origin": manifest.origin, "seq": manifest.seq},
            "made_ms": manifest.made_ms,
            "origin": restored.origin,
        },
        [
            f"Restored {manifest.facts} facts of {manifest.kiosk or 'a kiosk'} as a new incarnation. "
            "Now open the kiosk: kiosk run"
        ],
    )
