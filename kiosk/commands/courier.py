"""`kiosk courier`: share facts with the other machines of the venue."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiosk.app import State, provider
from kiosk.app.courier_process import run_courier
from kiosk.app.discreet_log import log_discreetly
from kiosk.app.no_dumps import forbid_dumps
from kiosk.commands.options import ask_passphrase, settings_of, with_state


@click.command()
@with_state
@click.option("--keys-from-stdin", is_flag=True, help="The first line of standard input is the keys.")
def courier(state: Path, config_path: Path | None, keys_from_stdin: bool) -> None:
    """Share facts with the other machines of the venue, until Ctrl-C.

    A running kiosk starts its own; alone it is for machines without a window. It says how it stands: in words
    on a terminal, otherwise as one line of JSON whenever something changes. Where standard input is a pipe,
    each byte means that facts were recorded, and its end is the courier's.

    Example: kiosk courier --state /var/lib/fair-kiosk
    """
    forbid_dumps()
    log_discreetly()
    settings = settings_of(state, config_path)
    place = State(state)
    if keys_from_stdin:
        from kiosk.keys.providers import decode_secrets  # noqa: PLC0415

        secrets = decode_secrets(sys.stdin.buffer.readline(65536), "stdin")
    else:
        secrets = provider(settings, place, ask_passphrase).load()
    sys.exit(run_courier(settings, place, secrets))
