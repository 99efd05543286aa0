"""What the commands of `kiosk pack` do with a known fault."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from kiosk.pack.faults import PackFault

FOUND_FAULTS = 1


@contextmanager
def known_faults(*, as_json: bool = False, status: int = FOUND_FAULTS) -> Iterator[None]:
    """A known fault is one line on standard error (with --json an object as well) and this exit status."""
    from kiosk.keys.fault import KeyFault  # noqa: PLC0415
    from kiosk.store.faults import StoreFault  # noqa: PLC0415  loads the database

    try:
        yield
    except (PackFault, StoreFault, KeyFault) as fault:
        if as_json:
            said = {"fault": {"zh": fault.words.zh, "en": fault.words.en}}
            click.echo(json.dumps(said, ensure_ascii=False))
        click.echo(f"kiosk pack: {fault.words.en}", err=True)
        sys.exit(status)
