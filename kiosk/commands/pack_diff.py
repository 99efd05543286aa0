"""`kiosk pack diff`: what differs between two versions of a pack, in words."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

import click

from kiosk import config
from kiosk.commands.pack_faults import known_faults
from kiosk.commands.progress import progress_bar

FOUND_CHANGES = 1
COULD_NOT_RUN = 2

_folder = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("old", type=_folder)
@click.argument("new", type=_folder)
@click.option("--keys", type=_folder, default=None, help="The organiser's key folder opens them.")
@click.option(
    "--state",
    type=_folder,
    default=None,
    help="This kiosk's keys open them.  [default: ~/.local/state/fair-kiosk, where no --keys is given]",
)
@click.option("--chinese", is_flag=True, help="Say it in Chinese.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
def diff(old: Path, new: Path, keys: Path | None, state: Path | None, chinese: bool, as_json: bool) -> None:
    """Say what differs between two versions of a pack, OLD and NEW. Persons are counted, never named.

    Exit status 0: both hold the same. 1: they differ. 2: they could not be compared.

    Example: kiosk pack diff packs/bj-2026-winter-v1.fairpack packs/bj-2026-winter-v2.fairpack --keys keys
    """
    from kiosk.domain.fairpack_changes_words import differs, words  # noqa: PLC0415
    from kiosk.pack.comparing import check_both, compared  # noqa: PLC0415

    with known_faults(as_json=as_json, status=COULD_NOT_RUN), progress_bar(quiet=as_json) as report:
        venue_private = _venue_private(keys, state)
        check_both(old, new, lambda done, total: report("checking", done, total))
        changes = compared(old, new, venue_private)
    lines = words(changes)
    if as_json:
        found = {"same": not differs(changes), "words": [{"zh": each.zh, "en": each.en} for each in lines]}
        numbers = {
            name: dataclasses.asdict(getattr(changes, name))
            for name in ("people", "openings", "pool", "delegations", "gates", "staff", "keys", "plan")
        }
        click.echo(json.dumps(found | numbers, ensure_ascii=False, indent=1))
    else:
        for each in lines:
            click.echo(each.of("zh" if chinese else "en"))
    sys.exit(FOUND_CHANGES if differs(changes) else 0)


def _venue_private(keys: Path | None, state: Path | None) -> bytes:
    """The key that packs of this venue are sealed to: the organiser's copy, or this kiosk's."""
    if keys is not None:
        from kiosk.pack.organiser import load  # noqa: PLC0415

        return load(keys).venue_private
    from kiosk.app import State, provider  # noqa: PLC0415
    from kiosk.commands.options import ask_passphrase, settings_of  # noqa: PLC0415

    folder = state or config.default_state()
    return provider(settings_of(folder, None), State(folder), ask_passphrase).load().venue_private
