"""`kiosk erase`: erase personal data of a fair, and leave proof."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiosk.app import State
from kiosk.commands.options import opened, show, with_json, with_state
from kiosk.domain.fair import REHEARSAL


@click.command()
@with_state
@with_json
@click.option(
    "--second-copy-confirmed",
    is_flag=True,
    help="You have checked that another copy of this kiosk's facts exists, of which it does not know.",
)
def erase(state: Path, config_path: Path | None, as_json: bool, second_copy_confirmed: bool) -> None:
    """Erase what is personal of the installed fair: walk-ups' fields, printed badges, and the fair's packs.

    With them go the backups in the state folder and damaged files that were put aside, because walk-ups'
    fields lie in them; copies elsewhere are yours to delete.

    Facts, totals and the chain stay, and the erasure is a fact itself (PIPL articles 19 and 47): other kiosks
    that hear of it erase as well. It refuses while facts are known to be only here, because they would be
    gone
    with this machine. Afterwards the kiosk opens again when a pack is installed.

    Example: kiosk erase --second-copy-confirmed
    """
    from kiosk.pack.install import remove  # noqa: PLC0415
    from kiosk.store import backup, erasure, peers, rescue  # noqa: PLC0415

    with opened(state, config_path) as kiosk:
        alone = peers.only_here(kiosk.store.db).facts
        if alone and not second_copy_confirmed:
            click.echo(
                f"kiosk: nothing was erased: {alone} facts have no second copy that this kiosk knows of. "
                "Connect another machine or make a copy (kiosk usb out DIR, kiosk backup DIR); "
                "of a copy that it does not know of say --second-copy-confirmed.",
                err=True,
            )
            sys.exit(1)
        services = kiosk.services
        rows = sum(
            erasure.erase_persons(kiosk.store, fair=each, now_ms=services.clock.now_ms())
            for each in (services.gate.pack_fair, services.gate.pack_fair + REHEARSAL)
        )
        files = services.print_queue.empty()
        fair = services.gate.pack_fair
    packs = remove(state, fair)
    place = State(state)
    copies = backup.forget(place.backups) + rescue.forget(place.store)
    done = f"personal fields of {rows} facts, {files} printed badges, {packs} packs, {copies} backup files"
    show(
        as_json,
        {"rows": rows, "files": files, "packs": packs, "copies": copies},
        [f"Erased: {done}. The journal still verifies: kiosk journal verify"],
    )
