"""`kiosk sound`: play what the window plays."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("names", nargs=-1)
def sound(names: tuple[str, ...]) -> None:
    """Play tones (admit, notice, refuse, staff, idle), to hear whether this machine sounds and how loud.

    A running kiosk starts its own and tells it on standard input what to play, a name a line.

    Example: kiosk sound admit refuse
    """
    from kiosk.ui import sound_player  # noqa: PLC0415  (Qt)

    sys.exit(sound_player.run(names))
