"""`kiosk pack`: make, check and install fair packs."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from kiosk import config
from kiosk.commands.pack_build import build, check
from kiosk.commands.pack_diff import diff
from kiosk.commands.pack_faults import FOUND_FAULTS, known_faults
from kiosk.commands.progress import progress_bar

_folder = click.Path(file_okay=False, path_type=Path)


@click.group()
def pack() -> None:
    """Make, check and install fair packs.

    An organiser runs `check` and `build`; each kiosk runs `install`.
    """


@pack.command("open-codes")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--out", type=_folder, required=True, help="Where codes.csv and the pictures go.")
@click.option(
    "--passphrase", envvar="FAIR_KIOSK_CODES_PASSPHRASE", default=None, help="Asked for if not given."
)
def open_codes(file: Path, out: Path, passphrase: str | None) -> None:
    """Open a sealed codes FILE. What comes out is personal data in plain: delete it when it was sent out.

    Example: kiosk pack open-codes packs/codes/bj-2026-winter/codes.sealed --out codes
    """
    from kiosk.keys.fault import KeyFault  # noqa: PLC0415
    from kiosk.pack import codes  # noqa: PLC0415

    secret = passphrase or click.prompt("Passphrase", hide_input=True)
    try:
        with known_faults():
            opened = codes.open_codes(file, secret, out)
    except KeyFault as fault:
        click.echo(f"kiosk pack: {fault.words.en}", err=True)
        sys.exit(FOUND_FAULTS)
    click.echo(f"codes   {opened}  (personal data: send each person their own line)")


@pack.command()
@click.argument("pack_folder", metavar="PACK", type=_folder)
@click.option(
    "--expires", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The last day it may be installed on."
)
@click.option(
    "--keys",
    type=_folder,
    default=None,
    help="The organiser's key folder.  [default: ~/.local/state/fair-kiosk/organiser]",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
def sign(pack_folder: Path, expires: datetime, keys: Path | None, as_json: bool) -> None:
    """Sign a PACK's manifest again, with another last day of installation. Its content stays as it is.

    Example: kiosk pack sign packs/bj-2026-winter-v1.fairpack --expires 2027-03-01
    """
    from kiosk.pack import manifest, organiser  # noqa: PLC0415

    with known_faults(as_json=as_json):
        owner = organiser.load(keys or config.default_state() / "organiser")
        renewed = manifest.renew(pack_folder, owner.authority, expires.date())
    if as_json:
        click.echo(json.dumps({"pack": str(pack_folder), "expires": renewed.expires}))
    else:
        click.echo(f"{pack_folder.name} may be installed until {renewed.expires}")


@pack.command()
@click.argument("pack_folder", metavar="PACK", type=_folder)
@click.option(
    "--state",
    type=_folder,
    default=None,
    help="This kiosk's folder.  [default: ~/.local/state/fair-kiosk]",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
def install(pack_folder: Path, state: Path | None, as_json: bool) -> None:
    """Check a PACK and make it this kiosk's current one of its fair.

    Refused, with exit status 1, if it is damaged, half copied, forged, another organiser's, another venue's,
    expired, or older than the one installed; then what was installed stays in use. The kiosk needs its keys
    first: kiosk provision.

    Example: kiosk pack install /media/stick/bj-2026-winter-v1.fairpack
    """
    from kiosk.app import State, provider  # noqa: PLC0415
    from kiosk.commands.options import ask_passphrase, settings_of  # noqa: PLC0415
    from kiosk.pack.install import install as install_pack  # noqa: PLC0415

    state = state or config.default_state()
    settings = settings_of(state, None)
    secrets = provider(settings, State(state), ask_passphrase).load()
    with known_faults(as_json=as_json), progress_bar(quiet=as_json) as report:
        installed = install_pack(
            pack_folder,
            state,
            secrets.venue_private,
            trusted_authority=bytes.fromhex(settings.authority) or None,
            progress=lambda done, total: report("installing", done, total),
        )
    if as_json:
        click.echo(
            json.dumps(
                {"fair": installed.fair, "version": installed.version, "folder": str(installed.folder)}
            )
        )
    else:
        click.echo(f"{installed.fair} version {installed.version} is installed in {state}")


for _command in (check, build, diff):
    pack.add_command(_command)
