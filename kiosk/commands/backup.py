"""`kiosk backup`: copy the journal into one encrypted file, while the kiosk is at work."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.app import State, provider, seal_for
from kiosk.commands.options import ask_passphrase, opened_store, settings_of, show, with_json, with_state
from kiosk.commands.progress import progress_bar


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path), required=False)
@with_state
@with_json
def backup(folder: Path | None, state: Path, config_path: Path | None, as_json: bool) -> None:
    """Copy this kiosk's journal into one file in DIR (the state folder's backups, if not given).

    The file can be opened by a kiosk of the same venue only: kiosk restore. Scans go on meanwhile; a running
    kiosk does this by itself every hour. Of each kiosk the newest 24 backups are kept, and the last one of
    each earlier day; older ones are deleted.

    Example: kiosk backup /media/stick
    """
    from kiosk.app.incarnation import sign_journal  # noqa: PLC0415
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.store.backup import make  # noqa: PLC0415

    settings = settings_of(state, config_path)
    place = State(state)
    secrets = provider(settings, place, ask_passphrase).load()
    with opened_store(state, config_path) as store, progress_bar(quiet=as_json) as report:
        sign_journal(store, secrets)
        made = make(
            place.store,
            secrets.store_key,
            folder or place.backups,
            kiosk=settings.place,
            seal=seal_for(secrets),
            now_ms=SystemClock().now_ms(),
            progress=lambda done, total: report("copying", done, total),
        )
    manifest = made.manifest
    show(
        as_json,
        {
            "file": str(made.file),
            "kiosk": manifest.kiosk,
            "origin": manifest.origin,
            "seq": manifest.seq,
            "facts": manifest.facts,
            "sha256": manifest.sha256,
        },
        [f"{manifest.facts} facts are in {made.file}. Only a kiosk of this venue can open it: kiosk restore"],
    )
