"""Builds a fair pack: an organiser's folder in, a signed and sealed pack and the codes file out."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kiosk.domain.badge import fair_number
from kiosk.domain.fair import Fair
from kiosk.domain.fairpack import PackContent
from kiosk.domain.key_certificate import KeyRole
from kiosk.domain.manifest import Manifest
from kiosk.keys.pin import hash_pin
from kiosk.keys.secrecy import derive, seal
from kiosk.keys.signing import SigningKey, certify
from kiosk.pack import manifest as manifests
from kiosk.pack.both_cores import index_beside, uncollected
from kiosk.pack.codes import CodesMode, write_codes
from kiosk.pack.fair_file import read_fair_file
from kiosk.pack.faults import PackFault
from kiosk.pack.files import sha256, sync_file, sync_folder, write_whole
from kiosk.pack.folder import FolderContent, Progress, read_folder
from kiosk.pack.issuing import Issued, issue_all
from kiosk.pack.organiser import OrganiserKeys
from kiosk.pack.pinyin import name_readings
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.returns.report import write_report
from kiosk.pack.search_terms import search_entries
from kiosk.pack.sheets.mapping import FILE as COLUMNS_FILE
from kiosk.store.catalogue_writer import write as write_catalogue

SUFFIX = ".fairpack"
CONTENT_KEY_BYTES = 32
NEVER = "2099-12-31"
"""Sample packs do not expire: they are installed in any year."""
_PIN_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Checked:
    """A folder that was read, nothing written."""

    found: FolderContent
    content: PackContent
    issued: tuple[Issued, ...]
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made."""

    pack: Path
    manifest: Manifest
    content: PackContent
    ledger: Ledger
    codes: Path | None
    """codes.csv or codes.sealed: personal data; None where none were wanted."""
    lists: Path
    """Folder of what goes back to the organiser: the workbook, lists, pictures of the plan, columns.toml."""


def check_folder(folder: Path, organiser: OrganiserKeys, lists: Path, progress: Progress) -> Checked:
    """Read the folder as a build would and write nothing. Raises PackFault as `build` does."""

    def hashed(staff_id: str, pin: str) -> str:
        # The salt is derived, so that the same input gives the same pack.
        return hash_pin(pin, derive(organiser.secret, "PIN salt", staff_id, pin)[:_PIN_SALT_BYTES])

    found, ledger = read_folder(folder, lists, hashed, progress)
    issued = issue_all(found.registrants, organiser.secret, found.fair.id)
    return Checked(found, _content(found, issued, organiser), issued, ledger)


@uncollected()
def build(
    folder: Path,
    out: Path,
    organiser: OrganiserKeys,
    lists: Path,
    progress: Progress = lambda _stage, _done, _total: None,
    *,
    version: int | None = None,
    pictures: bool = True,
    plans: bool = True,
    codes: CodesMode = CodesMode.NONE,
    passphrase: str = "",
) -> BuildReport:
    """Build `<out>/<fair id>-v<version>.fairpack`, the codes file and the lists of what was mended.

    `organiser` must hold a key for each kiosk of fair.toml (organiser.load_or_create sees to it). The same
    folder and keys give the same content hash; the content key is random in every build. `version` is one
    more than the newest pack of this fair in `out`, unless given. `codes`, `pictures` and `passphrase` are
    codes.write_codes's; `plans`: draw each level with what is wrong on it. Raises PackFault; a StoreFault
    where the disk is full.
    """
    checked = check_folder(folder, organiser, lists, progress)
    fair = checked.content.fair
    try:
        out.mkdir(parents=True, exist_ok=True)
        others = _packs(out)
        refuse_collision(fair.id, {each.fair for _path, each in others})
        number = version or 1 + max((each.version for _p, each in others if each.fair == fair.id), default=0)
        pack = out / f"{fair.id}-v{number}{SUFFIX}"
        if pack.exists():
            raise PackFault(
                f"{pack.name} 已经有了，没有覆盖。", f"{pack.name} is there already; it was left."
            )
        written = _write_pack(pack, checked.content, organiser, number, progress)
        report = out / f"{fair.id}-v{number}.report"
        progress("报告 report", 0, 1)
        write_report(report, checked.ledger, f"{fair.name.zh} {fair.id}-v{number}")
        if plans:
            _draw(checked.found, report, lists.parent / "fonts")
        if checked.found.columns:
            write_whole(report / COLUMNS_FILE, checked.found.columns.encode(), 0o600)
        written_codes = write_codes(
            out / "codes" / fair.id,
            checked.issued,
            mode=codes,
            passphrase=passphrase,
            pictures=pictures,
            progress=progress,
        )
    except OSError as fault:
        raise PackFault(
            f"写不进 {out}：{fault.strerror}。", f"cannot write to {out}: {fault.strerror}."
        ) from fault
    return BuildReport(pack, written, checked.content, checked.ledger, written_codes, report)


def _draw(found: FolderContent, folder: Path, fonts: Path) -> None:
    from kiosk.pack.plans.pictures import draw_findings  # noqa: PLC0415  Pillow, which a sample does not need

    layout = found.layout
    draw_findings(layout.drawings, layout.places, layout.plan, found.plan_findings, folder, fonts)


def refuse_collision(fair_id: str, others: set[str]) -> None:
    """Badge tokens name a fair by 32 bits: two fairs of one organiser may not share them (design.md 5)."""
    for other in sorted(others - {fair_id}):
        if fair_number(other) == fair_number(fair_id):
            raise PackFault(
                f"fair.id {fair_id} 与 {other} 的编号相同，请换一个 id。",
                f"fair.id {fair_id} has the same number as {other}: choose another id.",
            )


def _content(found: FolderContent, issued: tuple[Issued, ...], organiser: OrganiserKeys) -> PackContent:
    authority = organiser.authority
    number = fair_number(found.fair.id)
    certificates = [certify(authority, authority.public, KeyRole.ORGANISER, "organiser", number)]
    for kiosk in found.file.kiosks:
        seed = organiser.kiosks.get(kiosk.id)
        if seed is None:
            raise PackFault(
                f"没有终端 {kiosk.id} 的密钥，请重新运行 pack build。",
                f"no key for kiosk {kiosk.id} among the organiser's keys: run pack build again.",
            )
        public = SigningKey.from_seed(seed).public
        role = KeyRole.HUB if kiosk.hub else KeyRole.KIOSK
        certificates.append(certify(authority, public, role, kiosk.id, number, types=kiosk.issues))
    return PackContent(
        fair=found.fair,
        plan=found.plan,
        exhibitors=found.exhibitors,
        sessions=found.sessions,
        delegations=found.delegations,
        attendees=tuple(each.attendee for each in issued),
        issues=tuple(sorted((each.issue for each in issued), key=lambda each: each.attendee)),
        search=search_entries(found.exhibitors, found.sessions, found.plan),
        authority=authority.public,
        certificates=tuple(sorted(certificates, key=lambda each: each.kid)),
        readings=name_readings(each.attendee.person.name for each in issued),
        logo=found.logo,
    )


def _write_pack(
    pack: Path, content: PackContent, organiser: OrganiserKeys, version: int, progress: Progress
) -> Manifest:
    """Under a temporary name, the manifest last, then renamed: there is never half a pack of that name."""
    temporary = pack.with_name(f".{pack.name}.building")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir()
    try:
        key = os.urandom(CONTENT_KEY_BYTES)
        database = temporary / manifests.CATALOGUE
        with index_beside(content) as index:
            content_sha256 = write_catalogue(
                database, key, content, lambda done, total: progress("数据包 catalogue", done, total), index
            )
        sync_file(database)
        fair = content.fair
        sealed = seal(organiser.venue_public, key, manifests.seal_context(fair.id, version))
        manifest = Manifest(
            fair=fair.id,
            version=version,
            file_sha256=sha256(database),
            content_sha256=content_sha256,
            authority=organiser.authority.public.hex(),
            expires=expiry(fair),
            sealed_key=sealed.hex(),
        )
        write_whole(temporary / manifests.MANIFEST, manifests.encode(manifest, organiser.authority))
        temporary.replace(pack)
        sync_folder(pack.parent)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return manifest


def expiry(fair: Fair) -> str:
    """The last date on which the pack may be installed: when its personal rows are to be erased."""
    if fair.sample:
        return NEVER
    last = fair.last_day + timedelta(days=fair.policy.retention_days)
    return last.isoformat()


def newest_pack(out: Path, fair_id: str) -> Path | None:
    """The newest whole pack of a fair in `out`."""
    packs = [(each.version, path) for path, each in _packs(out) if each.fair == fair_id]
    return max(packs)[1] if packs else None


def _packs(out: Path) -> list[tuple[Path, Manifest]]:
    """Whole packs in a folder; others are no concern of a build."""
    found: list[tuple[Path, Manifest]] = []
    for path in sorted(out.glob(f"*{SUFFIX}")):
        try:
            found.append((path, manifests.read(path)))
        except PackFault:
            continue
    return found


def kiosks_of(folder: Path) -> tuple[str, ...]:
    """The kiosks of a folder's fair.toml, which need keys. Raises PackFault as `build` does."""
    return tuple(kiosk.id for kiosk in read_fair_file(folder, lambda _staff, _pin: "").kiosks)
