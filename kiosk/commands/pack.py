"""`kiosk pack`: make, check and install fair packs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from kiosk import config
from kiosk.commands.progress import progress_bar
from kiosk.pack.faults import PackFault

if TYPE_CHECKING:
    from kiosk.domain.fairpack import PackContent
    from kiosk.pack.records.ledger import Ledger
    from kiosk.store.faults import StoreFault

COULD_NOT_RUN = 2
FOUND_FAULTS = 1
_SHOWN_LINES = 12

_folder = click.Path(file_okay=False, path_type=Path)


@click.group()
def pack() -> None:
    """Make, check and install fair packs.

    An organiser runs `check` and `build`; each kiosk runs `install`.
    """


@pack.command()
@click.argument("folder", type=_folder)
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
def check(folder: Path, as_json: bool) -> None:
    """Read an organiser's FOLDER as a build would, write nothing, list what is wrong.

    Exit status 0: nothing to look at. 1: rows were refused, or there are findings. 2: no pack can be made.

    Example: kiosk pack check resources/sample_fairs/double_selection
    """
    from kiosk.pack import organiser  # noqa: PLC0415
    from kiosk.pack.build import check_folder, kiosks_of  # noqa: PLC0415

    with _faults(COULD_NOT_RUN, as_json), progress_bar(quiet=as_json) as report:
        checked = check_folder(folder, organiser.fresh(kiosks_of(folder)), _lists(), report)
    ledger = checked.ledger
    if as_json:
        click.echo(json.dumps(_summary(checked.content, ledger, rows=True), ensure_ascii=False, indent=1))
    else:
        _print_ledger(checked.content, ledger)
    sys.exit(FOUND_FAULTS if ledger.refusals or ledger.findings else 0)


@pack.command()
@click.argument("folder", type=_folder)
@click.option("--out", type=_folder, required=True, help="Where packs, lists and the codes file go.")
@click.option(
    "--keys",
    type=_folder,
    default=None,
    help="The organiser's key folder, made at first use.  [default: ~/.local/state/fair-kiosk/organiser]",
)
@click.option(
    "--qr",
    type=click.Choice(["all", "none"]),
    default="all",
    show_default=True,
    help="QR pictures beside the codes file: about 6 ms each; those that are there already stay.",
)
@click.option(
    "--codes",
    type=click.Choice(["none", "sealed", "plain"]),
    default="none",
    show_default=True,
    help="Everybody's registration code, to send out: sealed with a passphrase, or plain.",
)
@click.option(
    "--passphrase",
    envvar="FAIR_KIOSK_CODES_PASSPHRASE",
    default=None,
    help="Of a sealed codes file; asked for if it is not given.",
)
@click.option(
    "--version", type=click.IntRange(1, 1_000_000_000), default=None, help="Instead of the next one."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
def build(
    folder: Path,
    out: Path,
    keys: Path | None,
    qr: str,
    codes: str,
    passphrase: str | None,
    version: int | None,
    as_json: bool,
) -> None:
    """Build a signed and encrypted fair pack from an organiser's FOLDER.

    Beside the pack it writes what was mended and refused. With --codes also everybody's registration code
    (name, phone tail, code, QR picture), which the organiser sends out. These lists are personal data: send
    each person their own line only, and delete them when the fair is over.

    Example: kiosk pack build resources/sample_fairs/double_selection --out packs --codes plain
    """
    from kiosk.pack import organiser  # noqa: PLC0415
    from kiosk.pack.build import build as build_pack  # noqa: PLC0415
    from kiosk.pack.build import kiosks_of  # noqa: PLC0415
    from kiosk.pack.codes import CodesMode  # noqa: PLC0415

    key_folder = keys or config.default_state() / "organiser"
    secret = _passphrase(passphrase) if codes == "sealed" else ""
    with _faults(COULD_NOT_RUN, as_json), progress_bar(quiet=as_json) as report:
        owner = organiser.load_or_create(key_folder, kiosks_of(folder))
        made = build_pack(
            folder,
            out,
            owner,
            _lists(),
            report,
            version=version,
            pictures=qr == "all",
            codes=CodesMode(codes),
            passphrase=secret,
        )
    places = {
        "pack": str(made.pack),
        "version": made.manifest.version,
        "content_sha256": made.manifest.content_sha256,
        "lists": str(made.lists),
        "codes": str(made.codes) if made.codes is not None else None,
        "keys": str(key_folder),
    }
    if as_json:
        click.echo(
            json.dumps(places | _summary(made.content, made.ledger, rows=False), ensure_ascii=False, indent=1)
        )
        return
    _print_ledger(made.content, made.ledger)
    click.echo(f"\npack    {made.pack}  (version {made.manifest.version})")
    click.echo(f"lists   {made.lists}  (mended, refused, skipped, findings: personal data)")
    if made.codes is None:
        click.echo("codes   not written; --codes sealed or plain writes them")
    else:
        click.echo(f"codes   {made.codes}  (personal data: send each person their own line)")
    click.echo(f"keys    {key_folder}  (keep a copy in a safe; needed to build the next version)")


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
        with _faults(COULD_NOT_RUN, as_json=False):
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

    with _faults(FOUND_FAULTS, as_json):
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
    with _faults(FOUND_FAULTS, as_json), progress_bar(quiet=as_json) as report:
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


def _passphrase(given: str | None) -> str:
    """The passphrase of a sealed codes file, asked for twice where it was not given."""
    from kiosk.keys.sealed_file import LEAST_PASSPHRASE  # noqa: PLC0415

    secret: str = given or click.prompt("Passphrase for the codes", hide_input=True, confirmation_prompt=True)
    if len(secret) < LEAST_PASSPHRASE:
        raise click.BadParameter(f"it takes {LEAST_PASSPHRASE} characters or more", param_hint="--passphrase")
    return secret


def _lists() -> Path:
    from kiosk.ui import resources  # noqa: PLC0415

    return resources.root() / "lists"


@contextmanager
def _faults(status: int, as_json: bool) -> Iterator[None]:
    """A known fault is one line on standard error (with --json an object as well) and an exit status."""
    from kiosk.store.faults import StoreFault  # noqa: PLC0415

    try:
        yield
    except (PackFault, StoreFault) as fault:
        _fail(fault, status, as_json)


def _fail(fault: PackFault | StoreFault, status: int, as_json: bool) -> NoReturn:
    if as_json:
        click.echo(json.dumps({"fault": {"zh": fault.words.zh, "en": fault.words.en}}, ensure_ascii=False))
    click.echo(f"kiosk pack: {fault.words.en}", err=True)
    sys.exit(status)


def _summary(content: PackContent, ledger: Ledger, *, rows: bool) -> dict[str, object]:
    """Counts, and with `rows` every refusal and finding. Mends are in the lists only: they quote people."""
    found: dict[str, object] = {
        "fair": content.fair.id,
        "exhibitors": len(content.exhibitors),
        "openings": sum(len(each.openings) for each in content.exhibitors),
        "attendees": len(content.attendees),
        "sessions": len(content.sessions),
        "delegations": len(content.delegations),
        "stalls": len(content.plan.stalls),
        "mended": len(ledger.mends),
        "refused": len(ledger.refusals),
        "findings": len(ledger.findings),
        "files": [
            {
                "file": each.file,
                "rows": each.rows,
                "read": each.read,
                "taken": each.taken,
                "mended": each.mended,
                "refused": each.refused,
                "blank": each.blank,
                "totals": each.totals,
            }
            for each in ledger.tallies()
        ],
    }
    if rows:
        found["refusals"] = [
            {"file": each.file, "row": each.row, "column": each.column, "reason": each.reason.en}
            for each in ledger.refusals
        ]
        found["found"] = [
            {"file": each.file, "row": each.row, "subject": each.subject, "finding": each.words.en}
            for each in ledger.findings
        ]
    return found


def _print_ledger(content: PackContent, ledger: Ledger) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    console = Console(highlight=False)
    openings = sum(len(each.openings) for each in content.exhibitors)
    console.print(
        f"{content.fair.id}: {len(content.exhibitors)} exhibitors, {openings} openings, "
        f"{len(content.attendees)} attendees, {len(content.sessions)} sessions, "
        f"{len(content.delegations)} delegations, {len(content.plan.stalls)} stalls"
    )
    table = Table("file", box=None)
    for heading in ("read", "taken", "mended", "refused", "skipped"):
        table.add_column(heading, justify="right")
    for each in ledger.tallies():
        numbers = (each.read, each.taken, each.mended, each.refused, each.skipped)
        table.add_row(each.file, *(str(number) for number in numbers))
    console.print(table)
    _print_lines(
        "refused", [f"{each.file} row {each.row} {each.column}: {each.reason.en}" for each in ledger.refusals]
    )
    _print_lines(
        "to look at",
        [f"{each.file}{f' row {each.row}' if each.row else ''}: {each.words.en}" for each in ledger.findings],
    )


def _print_lines(title: str, lines: list[str]) -> None:
    for line in lines[:_SHOWN_LINES]:
        click.echo(f"{title}: {line}")
    if len(lines) > _SHOWN_LINES:
        click.echo(f"{title}: and {len(lines) - _SHOWN_LINES} more")
