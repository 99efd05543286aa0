"""`kiosk hub`: the machine that lets others in, and that they talk to first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app import State, provider
from kiosk.commands.options import ask_passphrase, settings_of, show, with_json, with_state
from kiosk.sync.joining.joining import spaced

if TYPE_CHECKING:
    from kiosk.domain.words import Words
    from kiosk.sync.joining.desk import Desk


@click.group(invoke_without_command=True)
@with_state
@with_json
@click.pass_context
def hub(ctx: click.Context, state: Path, config_path: Path | None, as_json: bool) -> None:
    """Run this machine as the venue's hub, without a window, until Ctrl-C.

    It must be the kiosk that stands with hub = true in fair.toml. Where a window is wanted, `kiosk run` does
    the same. Who asks to be let in is shown here; `kiosk hub accept CODE`, in another terminal, lets it in.

    Example: kiosk hub --state /var/lib/fair-kiosk
    """
    if ctx.invoked_subcommand is not None:
        ctx.obj = (state, config_path)
        return
    from kiosk.app.hub import run_hub  # noqa: PLC0415

    settings = settings_of(state, config_path)
    place = State(state)
    secrets = provider(settings, place, ask_passphrase).load()
    sys.exit(run_hub(settings, place, secrets, as_json=as_json))


@hub.command()
@with_state
@with_json
def waiting(state: Path, config_path: Path | None, as_json: bool) -> None:
    """List the machines that ask to be let in, each with the code that stands on its screen.

    Example: kiosk hub waiting
    """
    with _desk(state, config_path) as desk:
        rows = [{"code": each.code, "name": each.name, "request": each.request} for each in desk.waiting()]
    lines = [f"{spaced(each['code'])}  {each['name']}" for each in rows]
    show(as_json, rows, lines or ["Nobody waits."])


@hub.command()
@with_state
@click.argument("code")
@click.option("--place", default="", help="Id in the plan that it takes; what it calls itself if not given.")
def accept(state: Path, config_path: Path | None, code: str, place: str) -> None:
    """Let the machine in whose screen shows CODE (the digits, or the text of its QR).

    Compare the code on both screens first: they are the same only if nobody stands between.

    Example: kiosk hub accept 481516 --place west-2
    """
    with _desk(state, config_path) as desk:
        name = next((each.name for each in desk.waiting() if each.code == "".join(code.split())), "")
        _done(desk.accept(code, place), f"Let in: {place or name or code}.")


@hub.command()
@with_state
@click.argument("code")
def refuse(state: Path, config_path: Path | None, code: str) -> None:
    """Do not let the machine in whose screen shows CODE.

    Example: kiosk hub refuse 481516
    """
    with _desk(state, config_path) as desk:
        _done(desk.refuse(code), "Refused.")


@hub.command()
@with_state
@click.argument("machine")
def withdraw(state: Path, config_path: Path | None, machine: str) -> None:
    """Trust a machine no more: it was stolen, or copied. MACHINE is its name, or its key as listed.

    Its connections and sticks are refused from now on; what others had of it before stays.

    Example: kiosk hub withdraw west-2
    """
    with _desk(state, config_path) as desk:
        _done(desk.withdraw(machine, ""), f"Withdrawn: {machine}. The others hear of it as they talk.")


@hub.command()
@with_state
@with_json
def kiosks(state: Path, config_path: Path | None, as_json: bool) -> None:
    """List the machines of this venue.

    Example: kiosk hub kiosks --json
    """
    with _desk(state, config_path) as desk:
        rows = [
            {
                "name": each.name,
                "role": each.role.value,
                "key": f"{each.kid:08x}",
                "withdrawn": desk.is_withdrawn(each.public_key),
            }
            for each in desk.machines()
        ]
    lines = [
        f"{each['name']:<16} {each['role']:<6} {each['key']}{'  withdrawn' * bool(each['withdrawn'])}"
        for each in rows
    ]
    show(as_json, rows, lines)


@contextmanager
def _desk(state: Path, config_path: Path | None) -> Iterator[Desk]:
    """The hub's desk. The options may stand before or behind the subcommand."""
    from kiosk.app.hub import opened_desk  # noqa: PLC0415

    context = click.get_current_context()
    above: tuple[Path, Path | None] = context.obj
    if context.get_parameter_source("state") is click.core.ParameterSource.DEFAULT:
        state = above[0]
    config_path = config_path or above[1]
    settings = settings_of(state, config_path)
    place = State(state)
    secrets = provider(settings, place, ask_passphrase).load()
    with opened_desk(settings, place, secrets) as desk:
        yield desk


def _done(words: Words | None, said: str) -> None:
    if words is not None:
        click.echo(f"kiosk: {words.en}", err=True)
        sys.exit(1)
    click.echo(said)
