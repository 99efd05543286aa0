"""`kiosk join`: ask the venue's hub to let this machine in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app import StartFault, State, provider
from kiosk.commands.options import ask_passphrase, settings_of, with_state
from kiosk.domain.fair import Words

if TYPE_CHECKING:
    from kiosk.sync.addresses import Address
    from kiosk.sync.joining_machine import Accepted
    from kiosk.sync.status import JoiningStatus


@click.command()
@with_state
@click.option(
    "--hub", default="", help="The hub's address, 192.0.2.7 or hub.local:47615; looked for if not given."
)
@click.option(
    "--name", default="", help="What this machine calls itself: its id in the plan, if you know it."
)
@click.option(
    "--keep",
    type=click.Choice(["file", "passphrase", "systemd"]),
    default="file",
    show_default=True,
    help="Where a new machine's keys are kept; a plain file is for the sample fairs only.",
)
@click.option("--yes", is_flag=True, help="Do not ask whether the staff at the hub accepted this code.")
def join(state: Path, config_path: Path | None, hub: str, name: str, keep: str, yes: bool) -> None:
    """Ask the venue's hub to let this machine in; it shows a code that the staff there compare.

    A machine that the organiser gave its keys (kiosk provision) is let in by itself. A new one needs nothing
    before: it gets its place and the venue's keys.

    Example: kiosk join --name west-2 --keep passphrase
    """
    from kiosk.app.joining import is_blank  # noqa: PLC0415
    from kiosk.sync.addresses import parse  # noqa: PLC0415

    settings = settings_of(state, config_path)
    place = State(state)
    address = parse(hub) if hub else None
    if hub and address is None:
        raise StartFault(
            Words(f"{hub} 不是地址。", f"{hub} is no address. Write 192.0.2.7 or hub.local:47615.")
        )
    if is_blank(settings, place):
        _join_blank(place, address, hub, name, keep, yes=yes)
    else:
        _join_own(state, config_path, address, name)


def _join_blank(state: State, address: Address | None, hub: str, name: str, keep: str, *, yes: bool) -> None:
    from kiosk.app.joining import ask_hubs, begin_blank, machine_name  # noqa: PLC0415
    from kiosk.sync.joining_machine import Applicant  # noqa: PLC0415

    passphrase = _passphrase(state) if keep == "passphrase" else ""
    blank = begin_blank(state, keep, passphrase, hub)
    screen = _Screen()
    accepted = ask_hubs(address, Applicant(blank.secrets, name or machine_name()), screen.told)
    if not yes and not click.confirm(
        f"{accepted.hub} has let this machine in as {accepted.papers.place}. "
        f"Did you, or staff that you know, accept the code {screen.code} there?",
        err=True,
    ):
        raise StartFault(
            Words(
                "没有加入：可能有人冒充主机。请在主机上核对。",
                "Nothing was joined: somebody may pose as the hub. Look at the hub itself.",
            )
        )
    blank.settle(accepted)
    _next(state, accepted)


def _passphrase(state: State) -> str:
    if state.keys.exists():
        return ask_passphrase()
    typed: str = click.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True)
    return typed


def _join_own(state: Path, config_path: Path | None, address: Address | None, name: str) -> None:
    from kiosk.app.joining import applicant_of, ask_hubs, keep_identity  # noqa: PLC0415

    settings = settings_of(state, config_path)
    place = State(state)
    secrets = provider(settings, place, ask_passphrase).load()
    accepted = ask_hubs(address, applicant_of(settings, place, secrets, name), _Screen().told)
    keep_identity(place, secrets, accepted)
    _next(place, accepted)


def _next(state: State, accepted: Accepted) -> None:
    place = f" as {accepted.papers.place}" if accepted.papers.place else ""
    click.echo(f"{accepted.hub} has let this machine in{place}. Next: kiosk run --state {state.folder}")


class _Screen:
    """Shows how it stands, on standard error; a code with its QR."""

    def __init__(self) -> None:
        self.code = ""
        """The one that was shown last, as people read it out."""
        self._shown: JoiningStatus | None = None

    def told(self, status: JoiningStatus) -> None:
        """Called whenever there is something else to show."""
        from kiosk.sync.joining import spaced  # noqa: PLC0415

        if status == self._shown:
            return
        self._shown = status
        if status.state == "asking":
            self.code = spaced(status.code)
            click.echo(_qr(status.qr), err=True)
            click.echo(
                f"Code {self.code}. Compare it at {status.hub}: kiosk hub accept {status.code}", err=True
            )
        elif status.state == "alone":
            click.echo(
                "No hub answers yet; looking on. Name its address with --hub if you know it.", err=True
            )
        elif status.state == "refused":
            click.echo("The hub did not let this machine in; it asks again.", err=True)


def _qr(text: str) -> str:
    """A QR in half blocks, light on dark as terminals are; with its quiet zone."""
    from kiosk.badges.qr import text_matrix  # noqa: PLC0415  (loads qrcode)

    if not sys.stderr.isatty():
        return text
    matrix = text_matrix(text)
    width = len(matrix) + 4
    light = [False] * width
    rows = [light, light, *([False, False, *row, False, False] for row in matrix), light, light]
    rows += [light] * (len(rows) % 2)
    blocks = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    return "\n".join(
        "".join(blocks[upper, lower] for upper, lower in zip(rows[at], rows[at + 1], strict=True))
        for at in range(0, len(rows), 2)
    )
