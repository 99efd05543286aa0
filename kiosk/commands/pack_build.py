"""`kiosk pack check` and `kiosk pack build`: an organiser's folder, or a season of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk import config
from kiosk.commands.pack_faults import FOUND_FAULTS, known_faults
from kiosk.commands.progress import Report, progress_bar

if TYPE_CHECKING:
    from kiosk.domain.fairpack import PackContent
    from kiosk.pack.build import BuildReport
    from kiosk.pack.records.ledger import Ledger
    from kiosk.pack.season import SeasonFair, SeasonLine

_folder = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("folder", type=_folder)
@click.option("--names", is_flag=True, help="Show persons' names and phones in full.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
def check(folder: Path, names: bool, as_json: bool) -> None:
    """Read an organiser's FOLDER as a build would, write nothing, show what it would take.

    Counts, first rows, what would be mended, refused and is to be looked at; persons are masked.

    Exit status 0: nothing to look at. 1: rows were refused, there are findings, or no pack can be made.

    Example: kiosk pack check resources/sample_fairs/double_selection
    """
    from kiosk.pack import organiser  # noqa: PLC0415
    from kiosk.pack.build import check_folder, kiosks_of  # noqa: PLC0415
    from kiosk.pack.returns.preview import as_json as json_of  # noqa: PLC0415
    from kiosk.pack.returns.preview import preview_of  # noqa: PLC0415

    with known_faults(as_json=as_json), progress_bar(quiet=as_json) as report:
        checked = check_folder(folder, organiser.fresh(kiosks_of(folder)), _lists(), report)
    preview = preview_of(checked.ledger, counts_line(checked.content), people=names)
    if as_json:
        found = _summary(checked.content, checked.ledger) | json_of(preview)
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        from rich.console import Console  # noqa: PLC0415

        from kiosk.pack.returns.terminal import print_preview  # noqa: PLC0415

        print_preview(preview, Console(highlight=False))
    sys.exit(0 if preview.clean else FOUND_FAULTS)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What `build` was asked for."""

    out: Path
    keys: Path
    pictures: bool
    codes: str
    passphrase: str
    version: int | None


@click.command()
@click.argument("folder", type=_folder)
@click.option("--out", type=_folder, required=True, help="Where packs, reports and the codes file go.")
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
    help="QR pictures beside the codes file; those that are there already stay.",
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

    A FOLDER with a folder for each fair is a season: each fair is built, and one whose files have not
    changed since its last pack is left as it is, so what was interrupted can be run again.

    Beside the pack it writes a report: a workbook for the organiser with their own rows, what was mended and
    refused, and pictures of the plan. With --codes also everybody's registration code (name, phone tail,
    code, QR picture), which the organiser sends out. These are personal data: send each person their own
    line only, and delete them when the fair is over.

    Exit status 0: built. 1: something in the folder is no good; a season's other fairs are built.

    Example: kiosk pack build resources/sample_fairs/double_selection --out packs --codes plain
    """
    from kiosk.pack.fair_file import FILE  # noqa: PLC0415

    secret = _passphrase(passphrase) if codes == "sealed" else ""
    place = keys or config.default_state() / "organiser"
    wanted = _Wanted(out, place, qr == "all", codes, secret, version)
    if (folder / FILE).is_file() or not folder.is_dir():
        _build_one(folder, wanted, as_json=as_json)
    else:
        _build_season(folder, wanted, as_json=as_json)


def _made(folder: Path, wanted: _Wanted, report: Report) -> BuildReport:
    from kiosk.pack import organiser  # noqa: PLC0415
    from kiosk.pack.build import build as build_pack  # noqa: PLC0415
    from kiosk.pack.build import kiosks_of  # noqa: PLC0415
    from kiosk.pack.codes import CodesMode  # noqa: PLC0415

    owner = organiser.load_or_create(wanted.keys, kiosks_of(folder))
    return build_pack(
        folder,
        wanted.out,
        owner,
        _lists(),
        report,
        version=wanted.version,
        pictures=wanted.pictures,
        codes=CodesMode(wanted.codes),
        passphrase=wanted.passphrase,
    )


def _build_one(folder: Path, wanted: _Wanted, *, as_json: bool) -> None:
    from kiosk.pack.codes import CodesMode  # noqa: PLC0415
    from kiosk.pack.season import note_source, source_sha256  # noqa: PLC0415

    with known_faults(as_json=as_json), progress_bar(quiet=as_json) as report:
        if folder.is_dir():
            source = source_sha256(folder, _lists())
        made = _made(folder, wanted, report)
        note_source(made, source, CodesMode(wanted.codes))
    if as_json:
        found = _places(made, wanted.keys) | _summary(made.content, made.ledger)
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    from rich.console import Console  # noqa: PLC0415

    from kiosk.pack.returns.preview import preview_of  # noqa: PLC0415
    from kiosk.pack.returns.terminal import print_preview  # noqa: PLC0415

    print_preview(preview_of(made.ledger, counts_line(made.content), first=0), Console(highlight=False))
    click.echo(f"\npack    {made.pack}  (version {made.manifest.version})")
    click.echo(f"report  {made.lists}  (for the organiser: personal data)")
    if made.codes is None:
        click.echo("codes   not written; --codes sealed or plain writes them")
    else:
        click.echo(f"codes   {made.codes}  (personal data: send each person their own line)")
    click.echo(f"keys    {wanted.keys}  (keep a copy in a safe; needed to build the next version)")


def _build_season(folder: Path, wanted: _Wanted, *, as_json: bool) -> None:
    from kiosk.pack.codes import CodesMode  # noqa: PLC0415
    from kiosk.pack.season import build_season, fairs_in  # noqa: PLC0415

    with known_faults(as_json=as_json):
        fairs = fairs_in(folder)
    said: list[dict[str, object]] = []
    failed = 0
    with progress_bar(quiet=as_json) as bar:

        def built(fair: Path) -> BuildReport:
            return _made(fair, wanted, _numbered(bar, fairs, fair))

        lines: Iterator[SeasonLine] = build_season(
            fairs, wanted.out, _lists(), built, CodesMode(wanted.codes)
        )
        for line in lines:
            failed += line.fault is not None
            if as_json:
                said.append(_season_json(line, wanted.keys))
            else:
                click.echo(_season_line(line), err=line.fault is not None)
            del line  # with it goes all that was read of this fair
    if as_json:
        click.echo(json.dumps({"fairs": said, "failed": failed}, ensure_ascii=False, indent=1))
    else:
        click.echo(f"{len(fairs)} fairs, {failed} failed; packs and reports are in {wanted.out}")
    sys.exit(FOUND_FAULTS if failed else 0)


def _numbered(bar: Report, fairs: tuple[SeasonFair, ...], folder: Path) -> Report:
    """The bar of one fair, which says how many of the season are done."""
    number = next(at for at, each in enumerate(fairs, 1) if each.folder == folder)

    def report(stage: str, done: int, total: int) -> None:
        bar(f"{number}/{len(fairs)} {folder.name} {stage}", done, total)

    return report


def _season_line(line: SeasonLine) -> str:
    name = line.fair.folder.name
    if line.fault is not None:
        return f"kiosk pack: {name}: {line.fault.en}"
    if line.report is None:
        return f"{name}: unchanged since its newest pack"
    ledger = line.report.ledger
    return (
        f"{name}: {line.report.pack.name}, {len(line.report.content.attendees)} attendees, "
        f"{len(ledger.refusals)} rows refused, {len(ledger.findings)} to look at"
    )


def _season_json(line: SeasonLine, keys: Path) -> dict[str, object]:
    found: dict[str, object] = {"folder": str(line.fair.folder), "fair": line.fair.id}
    if line.fault is not None:
        return found | {"fault": {"zh": line.fault.zh, "en": line.fault.en}}
    if line.report is None:
        return found | {"unchanged": True}
    return found | _places(line.report, keys) | _summary(line.report.content, line.report.ledger)


def _places(made: BuildReport, keys: Path) -> dict[str, object]:
    return {
        "pack": str(made.pack),
        "version": made.manifest.version,
        "content_sha256": made.manifest.content_sha256,
        "lists": str(made.lists),
        "codes": str(made.codes) if made.codes is not None else None,
        "keys": str(keys),
    }


def counts_line(content: PackContent) -> str:
    """What a pack holds, in one line."""
    openings = sum(len(each.openings) for each in content.exhibitors)
    return (
        f"{content.fair.id}: {len(content.exhibitors)} exhibitors, {openings} openings, "
        f"{len(content.attendees)} attendees, {len(content.sessions)} sessions, "
        f"{len(content.delegations)} delegations, {len(content.plan.stalls)} stalls"
    )


def _summary(content: PackContent, ledger: Ledger) -> dict[str, object]:
    """Counts. What was mended is in the report only: it quotes people."""
    return {
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
    }


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
