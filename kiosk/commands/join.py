"""`kiosk join`: ask the venue's hub to let this machine in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app import StartFault, State, provider
from kiosk.commands.options import ask_passphrase, settings_of, with_state
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.config import Settings
    from kiosk.keys.providers import Secrets
    from kiosk.sync.joining.machine import Accepted, Applicant
    from kiosk.sync.network.addresses import Address
    from kiosk.sync.network.status import JoiningStatus


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
@click.option(
    "--stick",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Join by a stick: put the request on it, or take the answer from it.",
)
@click.option("--yes", is_flag=True, help="Do not ask whether the staff at the hub see the same code.")
def join(
    state: Path,
    config_path: Path | None,
    hub: str,
    name: str,
    keep: str,
    stick: Path | None,
    yes: bool,
) -> None:
    """Ask the venue's hub to let this machine in; it shows a code that the staff there compare.

    A machine that the organiser gave its keys (kiosk provision) is let in by itself. A new one needs nothing
    before: it gets its place, the venue's keys and the fair pack. Where there is no network, a stick goes to
    the hub and back: kiosk usb in and kiosk usb out there, kiosk join --stick here, before and after.

    Example: kiosk join --name west-2 --keep passphrase
    """
    from kiosk.app.joining import begin_blank, is_blank, keep_identity, make_store  # noqa: PLC0415

    settings = settings_of(state, config_path)
    place, address = State(state), _address(hub)
    blank = None
    if stick is not None and keep == "systemd":
        raise StartFault(
            Words(
                "用 U 盘加入时，密钥请先用口令保管：--keep passphrase。",
                "By stick, keep a new machine's keys under a passphrase: --keep passphrase.",
            )
        )
    if is_blank(settings, place):
        blank = begin_blank(place, keep, _passphrase(place) if keep == "passphrase" else "", hub)
        secrets = blank.secrets
    else:
        secrets = provider(settings, place, ask_passphrase).load()
    accepted = _ask(_applicant(settings, place, secrets, name), address, stick, sure=yes or blank is None)
    if accepted is None:
        return
    if blank is not None:
        secrets = blank.settle(accepted)
    else:
        keep_identity(place, secrets, accepted)
    click.echo(f"{accepted.hub} has let this machine in as {accepted.papers.place}.")
    settings = settings_of(state, config_path)
    if stick is None:
        _fetch_pack(settings, place, secrets, address)
    else:
        make_store(settings, place, secrets)
        click.echo(f"Next: kiosk usb in {stick} --state {state}")


def _address(hub: str) -> Address | None:
    from kiosk.sync.network.addresses import parse  # noqa: PLC0415

    address = parse(hub) if hub else None
    if hub and address is None:
        raise StartFault(
            Words(f"{hub} 不是地址。", f"{hub} is no address. Write 192.0.2.7 or hub.local:47615.")
        )
    return address


def _applicant(settings: Settings, state: State, secrets: Secrets, name: str) -> Applicant:
    from kiosk.app.joining import applicant_of  # noqa: PLC0415

    return applicant_of(settings, state, secrets, name)


def _ask(applicant: Applicant, address: Address | None, stick: Path | None, *, sure: bool) -> Accepted | None:
    """What the hub says; None where the request has only just been put on a stick. StartFault where nobody
    here knows of it."""
    from kiosk.app.joining import ask_hubs  # noqa: PLC0415
    from kiosk.app.joining_sticks import at_stick, request_words  # noqa: PLC0415
    from kiosk.sync.joining.files import JoiningFile  # noqa: PLC0415
    from kiosk.sync.joining.joining import spaced  # noqa: PLC0415

    if stick is None:
        screen = _Screen()
        accepted = ask_hubs(address, applicant, screen.told)
        code = screen.code
        asked = f"accept the code {code}" if code else "let it in"  # no code: the hub had let it in before
        question = f"Did you, or staff that you know, {asked} there?"
    else:
        found = at_stick(stick, applicant)
        if isinstance(found, JoiningFile):
            click.echo(_shown_qr(found.qr), err=True)
            click.echo(request_words(found).en)
            return None
        accepted = found.accepted
        question = f"Did the hub show {spaced(found.code)} when the stick was written there?"
    said = f"{accepted.hub} lets this machine in as {accepted.papers.place}. {question}"
    if not sure and not click.confirm(said, err=True):
        raise StartFault(
            Words(
                "没有加入：可能有人冒充主机。请在主机上核对。",
                "Nothing was joined: somebody may pose as the hub. Look at the hub itself.",
            )
        )
    return accepted


def _passphrase(state: State) -> str:
    if state.keys.exists():
        return ask_passphrase()
    typed: str = click.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True)
    return typed


def _fetch_pack(settings: Settings, state: State, secrets: Secrets, address: Address | None) -> None:
    """A new machine gets its fair pack from the hub as well, and is ready then."""
    from kiosk.app.first_pack import fetch_pack, has_pack  # noqa: PLC0415
    from kiosk.commands.progress import progress_bar  # noqa: PLC0415

    if not has_pack(state):
        with progress_bar() as report:
            come = fetch_pack(settings, state, secrets, address, report)
        if not come:
            click.echo(f"The hub has handed out no fair pack yet. Next: kiosk courier --state {state.folder}")
            return
    click.echo(f"Next: kiosk run --state {state.folder}")


class _Screen:
    """Shows how it stands, on standard error; a code with its QR."""

    def __init__(self) -> None:
        self.code = ""
        """The one that was shown last, as people read it out."""
        self._shown: JoiningStatus | None = None

    def told(self, status: JoiningStatus) -> None:
        """Called whenever there is something else to show."""
        from kiosk.sync.joining.joining import spaced  # noqa: PLC0415

        if status == self._shown:
            return
        self._shown = status
        if status.state == "asking":
            self.code = spaced(status.code)
            click.echo(_shown_qr(status.qr), err=True)
            click.echo(
                f"Code {self.code}. Compare it at {status.hub}: kiosk hub accept {status.code}", err=True
            )
        elif status.state == "alone":
            click.echo(
                "No hub answers yet; looking on. Name its address with --hub if you know it.", err=True
            )
        elif status.state == "refused":
            click.echo("The hub did not let this machine in; it asks again.", err=True)


def _shown_qr(text: str) -> str:
    return terminal_qr(text) if sys.stderr.isatty() else text


def terminal_qr(text: str) -> str:
    """A QR in half blocks, light on dark as terminals are, with a quiet zone of two modules."""
    from kiosk.badges.qr import text_matrix  # noqa: PLC0415  (loads qrcode)

    matrix = text_matrix(text)
    light = [False] * (len(matrix) + 4)
    rows = [light, light, *([False, False, *row, False, False] for row in matrix), light, light]
    rows += [light] * (len(rows) % 2)
    blocks = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    return "\n".join(
        "".join(blocks[upper, lower] for upper, lower in zip(rows[at], rows[at + 1], strict=True))
        for at in range(0, len(rows), 2)
    )
