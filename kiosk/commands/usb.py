"""`kiosk usb`: carry facts and fair packs between kiosks on a stick, where there is no network."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.options import ask_passphrase, settings_of, show, with_json, with_state
from kiosk.commands.progress import progress_bar

if TYPE_CHECKING:
    from kiosk.app.sticks import VenueSticks

FOUND_FAULTS = 1
_folder = click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))


@click.group()
def usb() -> None:
    """Carry facts and fair packs between kiosks on a stick.

    Write it at one kiosk, read it at the next, write it there too, and so on round; a stick may go round as
    often as you like. What lies on it can be opened by kiosks of this venue only.
    """


@usb.command("out")
@_folder
@with_state
@with_json
def write(folder: Path, state: Path, config_path: Path | None, as_json: bool) -> None:
    """Put on the stick in DIR what it lacks of what this kiosk knows. The kiosk may be at work meanwhile.

    It is read back at once, and then counts as a second copy, so that it is safe to switch this kiosk off; a
    folder on this kiosk's own disk does not count.

    Exit status 1: some facts could not be written, because they bear no signature yet. 2: the stick is full,
    read-only, or stopped answering; what it held is whole.

    Example: kiosk usb out /media/staff/BLUE
    """
    from kiosk.sync.stick.words import written_words  # noqa: PLC0415

    with progress_bar(quiet=as_json) as report:
        sticks = _sticks(state, config_path)
        written = sticks.write(folder, lambda done, total: report("writing", done, total))
    joined = [each.en for each in sticks.joined]
    show(as_json, asdict(written) | {"joining": joined}, [written_words(written).en, *joined])
    sys.exit(FOUND_FAULTS if written.held < written.known else 0)


@usb.command("in")
@_folder
@with_state
@with_json
def read(folder: Path, state: Path, config_path: Path | None, as_json: bool) -> None:
    """Take in what lies on the stick in DIR, as far as it is whole. The kiosk may be at work meanwhile.

    What follows on facts that are not here yet waits until they come, by another stick or by the network.

    Exit status 1: something is damaged, refused, or waits; the rest was taken in. 2: the stick stopped
    answering; what was taken in by then stays.

    Example: kiosk usb in /media/staff/BLUE
    """
    from kiosk.sync.stick.words import lines  # noqa: PLC0415

    with progress_bar(quiet=as_json) as report:
        sticks = _sticks(state, config_path)
        found = sticks.read(folder, lambda done, total: report("reading", done, total))
    joined = [each.en for each in sticks.joined]
    said = {"facts": found.facts, "clean": found.clean, **asdict(found), "joining": joined}
    show(as_json, said, [*(each.en for each in lines(found)), *joined])
    sys.exit(0 if found.clean else FOUND_FAULTS)


def _sticks(state: Path, config_path: Path | None) -> VenueSticks:
    from kiosk.app import StartFault, State, provider  # noqa: PLC0415
    from kiosk.app.sticks import VenueSticks  # noqa: PLC0415
    from kiosk.domain.words import Words  # noqa: PLC0415

    settings, place = settings_of(state, config_path), State(state)
    if not place.store.exists():
        raise StartFault(
            Words(
                f"{state} 里还没有日志，请先打开本机。",
                f"There is no journal in {state} yet. Open the kiosk first.",
            )
        )
    return VenueSticks(settings, place, provider(settings, place, ask_passphrase).load())
