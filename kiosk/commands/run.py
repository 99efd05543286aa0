"""`kiosk run`: open the kiosk's window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click
import msgspec
from msgspec.structs import replace

from kiosk.app import OpenKiosk, State, is_untouched, open_kiosk, provider
from kiosk.commands.options import ask_passphrase, settings_of, with_state


@click.command()
@with_state
@click.option(
    "--sample",
    type=click.Choice(["double_selection", "reverse"]),
    default="double_selection",
    show_default=True,
    help="Which sample fair to open where nothing was set up yet.",
)
@click.option("--landscape", is_flag=True, help="A window that lies, 1920 x 1080.")
@click.option("--english", is_flag=True, help="Start in English.")
@click.option("--rehearsal", is_flag=True, help="Rehearse: what happens is recorded, and counts nowhere.")
def run(
    state: Path, config_path: Path | None, sample: str, landscape: bool, english: bool, rehearsal: bool
) -> None:
    """Open the kiosk. Where nothing was set up yet, the sample fair is built first (staff PIN 2468).

    Example: kiosk run --sample reverse --landscape
    """
    gc.disable()  # ui.collector asks for it on the GUI thread, once the first frame stands
    settings = settings_of(state, config_path)
    place = State(state)
    if is_untouched(settings, place):
        from kiosk.commands.sample import prepare  # noqa: PLC0415  (rich and the importers)

        codes = prepare(place, sample)
        click.echo(f"Sample fair set up. Codes for a scanner: {codes}. Staff PIN: 2468.", err=True)
    if rehearsal:
        settings = msgspec.structs.replace(settings, rehearsal=True)
    window = settings.window
    if landscape:
        window = replace(window, orientation="landscape")
    if english:
        window = replace(window, language="en")
    typed = ask_passphrase() if settings.keys.provider == "passphrase" else ""
    from kiosk.ui.running import Running  # noqa: PLC0415

    def opening() -> OpenKiosk:
        keys = provider(settings, place, lambda: typed)
        return open_kiosk(settings, place, keys, config_path=config_path, with_courier=True)

    running = Running(window, opening, scanners=settings.scanners)
    sys.exit(running.run())
