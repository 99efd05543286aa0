"""`kiosk voice`: say what the window reads aloud."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("texts", nargs=-1)
def voice(texts: tuple[str, ...]) -> None:
    """Say texts with the system's voice, to hear whether it has one; without texts, what a window sends.

    A running kiosk starts its own and tells it what to say on standard input, a line of JSON each.

    Example: kiosk voice 请扫码签到
    """
    from kiosk.ui.speech import process  # noqa: PLC0415  (Qt)

    sys.exit(process.run(texts))
