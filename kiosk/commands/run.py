"""`kiosk run`: open the kiosk's window."""

from __future__ import annotations

import faulthandler
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec
from msgspec.structs import replace

from kiosk.app.state import State
from kiosk.app.watch import Watched, in_own_process, watch
from kiosk.commands.options import ask_passphrase, settings_of, with_state
from kiosk.config import Settings, keep

if TYPE_CHECKING:
    from kiosk.app import OpenKiosk

QT_MESSAGE_PATTERN = "kiosk: qt %{type} %{category}%{if-fatal}: %{message}%{endif}"
"""What Qt says of a fatal fault is of this machine (no display, no plugin); all else may quote a text.

A message handler in Python is no way: Qt calls it on QML's own thread, which then waits for the interpreter
while the window's thread holds it and waits for that thread.
"""


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
@click.option(
    "--rehearsal",
    is_flag=True,
    help="Rehearse, until staff end it: what happens is recorded, and counts nowhere.",
)
def run(
    state: Path, config_path: Path | None, sample: str, landscape: bool, english: bool, rehearsal: bool
) -> None:
    """Open the kiosk. Where nothing was set up yet, the sample fair is built first (staff PIN 2468).

    A second process watches the window, and starts it again when it has frozen or died.

    Example: kiosk run --sample reverse --landscape
    """
    gc.disable()  # ui.collector asks for it on the GUI thread, once the first frame stands
    settings = settings_of(state, config_path)
    place = State(state)
    if not place.store.exists() and _untouched(settings, place):
        in_own_process(lambda: _prepare(place, sample))
    typed = _passphrase() if settings.keys.provider == "passphrase" else ""
    if rehearsal:
        _keep_rehearsal(config_path or place.config)

    def told(settings: Settings) -> Settings:
        """What the command line says of the window comes first; whether it rehearses, kiosk.toml says."""
        window = settings.window
        if landscape:
            window = replace(window, orientation="landscape")
        if english:
            window = replace(window, language="en")
        return msgspec.structs.replace(settings, window=window)

    def window_runs(watched: Watched) -> int:
        from kiosk.ui.running import Running  # noqa: PLC0415

        faulthandler.enable()  # where it stood when it crashed: files, lines and functions, no value
        os.environ.setdefault("QT_MESSAGE_PATTERN", QT_MESSAGE_PATTERN)

        def opening() -> OpenKiosk:
            from kiosk.app import open_kiosk, provider  # noqa: PLC0415, not before the first frame
            from kiosk.app.discreet_log import log_discreetly  # noqa: PLC0415, not before the first frame
            from kiosk.app.no_dumps import forbid_dumps  # noqa: PLC0415

            forbid_dumps()  # before the first key and the first name
            log_discreetly()
            now = told(settings_of(state, config_path))  # each time: staff may have changed it
            keys = provider(now, place, lambda: typed)
            return open_kiosk(now, place, keys, config_path=config_path, with_courier=True)

        first = told(settings_of(state, config_path))
        return Running(first.window, opening, watched=watched, scanners=first.scanners).run(quietly=True)

    sys.exit(watch(window_runs))


def _keep_rehearsal(path: Path) -> None:
    """The rehearsal is kept as if staff had begun it: one of them ends it, and no restart begins it anew."""
    keep(path, "", {"rehearsal": True})
    click.echo(f"A rehearsal, until staff end it in the settings; kept in {path}.", err=True)


def _untouched(settings: Settings, place: State) -> bool:
    from kiosk.app import is_untouched  # noqa: PLC0415, at a first start only

    return is_untouched(settings, place)


def _prepare(place: State, sample: str) -> None:
    from kiosk.commands.sample import prepare  # noqa: PLC0415  (rich and the importers)

    codes = prepare(place, sample)
    click.echo(f"Sample fair set up. Codes for a scanner: {codes}. Staff PIN: 2468.", err=True)


def _passphrase() -> str:
    """What staff type: it stays in the watching process's memory, so that a new window needs nobody."""
    from kiosk.app.no_dumps import forbid_dumps  # noqa: PLC0415, not before every first frame

    forbid_dumps()
    return ask_passphrase()
