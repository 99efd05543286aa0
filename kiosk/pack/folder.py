"""The organiser's folder, read as a whole: sheets and drawings in, the fair's content and a ledger out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kiosk.badges.logo import MOST_BYTES, logo_fault
from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.fair import Delegation, Fair, FairKind, Session
from kiosk.domain.floorplan import FloorPlan
from kiosk.pack.cleaning import classing
from kiosk.pack.cleaning.lists import Lists, read_lists
from kiosk.pack.fair_file import FILE as FAIR_FILE
from kiosk.pack.fair_file import FairFile, check_sessions, read_fair_file
from kiosk.pack.faults import PackFault
from kiosk.pack.files import is_plain
from kiosk.pack.plans.drawing import Drawing
from kiosk.pack.plans.findings import Layout, PlanFinding, record
from kiosk.pack.plans.geometry import StallPlace, drawn_places, read_geometry, unsided
from kiosk.pack.plans.linter import lint
from kiosk.pack.plans.plan import build_plan, read_drawings
from kiosk.pack.records.attendees import Registrant, Roll, read_participants, read_students
from kiosk.pack.records.delegations import read_delegations
from kiosk.pack.records.employers import read_employers, read_openings
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.programme import read_programme
from kiosk.pack.records.schools import read_pools, read_schools
from kiosk.pack.sheets import kinds
from kiosk.pack.sheets.finding import survey
from kiosk.pack.sheets.mapping import FILE as COLUMNS_FILE
from kiosk.pack.sheets.mapping import propose_columns
from kiosk.pack.sheets.tables import Sheet, Table

Progress = Callable[[str, int, int], None]
"""(stage, done, total): how far a build has come."""


LOGO_FILE = "logo.png"
_MOST_SHEETS = 9
_LONGEST_HEADER = 40
_SHOWN_STALLS = 8


@dataclass(frozen=True, slots=True)
class FolderContent:
    """What an organiser's folder holds."""

    file: FairFile
    plan: FloorPlan
    exhibitors: tuple[Exhibitor, ...]
    sessions: tuple[Session, ...]
    delegations: tuple[Delegation, ...]
    registrants: tuple[Registrant, ...]
    layout: Layout
    plan_findings: tuple[PlanFinding, ...]
    """They are in the ledger too; here they have their places, so that they can be drawn."""
    columns: str = ""
    """A columns.toml to be looked at and put into the folder; empty where every column was understood."""
    logo: bytes = b""
    """logo.png, for badges; empty where there is none that can be used."""

    @property
    def fair(self) -> Fair:
        """The fair itself."""
        return self.file.fair


def read_folder(
    folder: Path, lists_folder: Path, hash_pin: Callable[[str, str], str], progress: Progress
) -> tuple[FolderContent, Ledger]:
    """Read everything. Raises PackFault where the folder cannot become a pack at all.

    Rows that cannot be used are refused in the ledger; the rest goes on.
    """
    if not folder.is_dir():
        raise PackFault(f"没有文件夹 {folder}。", f"there is no folder {folder}.")
    reader = _Reader(folder, read_lists(lists_folder), progress)
    file = read_fair_file(folder, hash_pin)
    exhibitors = reader.exhibitors(file.fair)
    sessions = read_programme(reader.tables(kinds.PROGRAMME), file.fair.days, reader.ledger)
    check_sessions(file.fair, sessions)
    delegations, registrants = reader.people(file.fair, exhibitors)
    layout = reader.layout(file, exhibitors)
    for subject, words in file.staff_findings:
        reader.ledger.find(FAIR_FILE, 0, subject, words.zh, words.en)
    columns = reader.note_unused()
    logo = reader.logo()
    plan_findings = lint(layout)
    record(plan_findings, reader.ledger)
    unbalanced = [tally.file for tally in reader.ledger.tallies() if not tally.balanced]
    assert not unbalanced, f"rows of {unbalanced} vanished"
    content = FolderContent(
        file,
        layout.plan,
        exhibitors,
        sessions,
        delegations,
        registrants,
        layout,
        plan_findings,
        columns,
        logo,
    )
    return content, reader.ledger


class _Reader:
    """Reads one folder's files one after the other into one ledger."""

    def __init__(self, folder: Path, lists: Lists, progress: Progress) -> None:
        self.folder = folder
        self.sheets = survey(folder)
        self.seen: list[tuple[Sheet, Table]] = []
        self.lists = lists
        self.progress = progress
        self.ledger = Ledger()
        self.read = 0

    def tables(self, sheet: Sheet) -> tuple[Table, ...]:
        """A kind of sheet that may be absent; its rows may be spread over several files."""
        self.read += 1
        self.progress(sheet.name, self.read, _MOST_SHEETS)
        found = self.sheets.tables(sheet)
        self.seen += [(sheet, table) for table in found]
        return found

    def needed(self, sheet: Sheet) -> tuple[Table, ...]:
        """A kind of sheet that no pack can do without."""
        found = self.tables(sheet)
        if not found:
            raise PackFault(
                f"缺少 {sheet.name}（xlsx 或 csv），请放进文件夹。",
                f"{sheet.name} (xlsx or csv) is missing: put it into the folder.",
            )
        return found

    def exhibitors(self, fair: Fair) -> tuple[Exhibitor, ...]:
        """Who hosts the stalls; at a reverse fair the employers that walk follow the schools."""
        if fair.kind is FairKind.DOUBLE_SELECTION:
            return self._employers(self.needed(kinds.EMPLOYERS))
        schools = read_schools(self.needed(kinds.SCHOOLS), self.lists, self.ledger)
        hosts = read_pools(self.tables(kinds.POOLS), schools, self.lists, self.ledger)
        walking = self._employers(self.tables(kinds.EMPLOYERS))
        return hosts + _renumbered(walking, len(hosts) + 1)

    def _employers(self, tables: tuple[Table, ...]) -> tuple[Exhibitor, ...]:
        employers = read_employers(tables, self.lists, self.ledger)
        class_of = cache(classing.major_class(self.lists))
        return read_openings(self.tables(kinds.OPENINGS), employers, self.ledger, class_of)

    def people(
        self, fair: Fair, exhibitors: tuple[Exhibitor, ...]
    ) -> tuple[tuple[Delegation, ...], tuple[Registrant, ...]]:
        """Everybody who gets a badge."""
        roll = Roll()
        students = read_students(self.tables(kinds.STUDENTS), fair, self.lists, roll, self.ledger)
        participants = read_participants(
            self.tables(kinds.PARTICIPANTS), exhibitors, self.lists, roll, self.ledger
        )
        groups = read_delegations(self.tables(kinds.DELEGATIONS), self.lists, roll, self.ledger)
        return groups.delegations, students + participants + groups.members

    def layout(self, file: FairFile, exhibitors: tuple[Exhibitor, ...]) -> Layout:
        """The plan, with the ways on it, and what it was made of."""
        drawings = read_drawings(self.folder, file)
        for drawing in drawings:
            for note in drawing.notes:
                self.ledger.find(drawing.file, 0, "", note.zh, note.en)
        geometry, listed = self._geometry(file, drawings)
        places = drawn_places(drawings, listed)
        self._note_unsided(unsided(drawings, listed), geometry)
        self.progress("路线 ways", 0, 1)
        plan = build_plan(file, drawings, places)
        self.progress("路线 ways", 1, 1)
        hosts = {number: each.name.zh for each in exhibitors for number in each.stalls}
        return Layout(file, drawings, places, plan, geometry, hosts)

    def logo(self) -> bytes:
        """The organiser's logo; one that cannot be used is listed, and badges are printed without."""
        path = self.folder / LOGO_FILE
        try:
            data = b""
            if is_plain(path):
                with path.open("rb") as file:
                    data = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return b""
        fault = logo_fault(data)
        if fault is None:
            return data
        self.ledger.find(LOGO_FILE, 0, "", f"标志没有采用：{fault.zh}", f"the logo was not used: {fault.en}")
        return b""

    def _geometry(self, file: FairFile, drawings: tuple[Drawing, ...]) -> tuple[str, tuple[StallPlace, ...]]:
        """The geometry sheet's name and stalls. Drawings that show stalls can do without it."""
        drawn = any(drawing.stalls for drawing in drawings)
        tables = self.tables(kinds.GEOMETRY) if drawn else self.needed(kinds.GEOMETRY)
        if not tables:
            return kinds.GEOMETRY.name, ()
        table, *more = tables
        if more:
            raise PackFault(
                f"{table.file} 和 {more[0].file} 都是展位坐标，请并成一个表。",
                f"{table.file} and {more[0].file} both place stalls: make one sheet of them.",
            )
        units_m = {drawing.level: drawing.sheet_unit_m for drawing in drawings}
        levels = frozenset(level for level, _name in file.levels)
        return table.file, read_geometry(table, levels, self.ledger, units_m)

    def _note_unsided(self, numbers: tuple[str, ...], geometry: str) -> None:
        if not numbers:
            return
        shown, shown_en = "、".join(numbers[:_SHOWN_STALLS]), ", ".join(numbers[:_SHOWN_STALLS])
        more, more_en = ("等", " and others") if len(numbers) > _SHOWN_STALLS else ("", "")
        self.ledger.find(
            geometry,
            0,
            numbers[0],
            f"图上的展位 {shown}{more}没有说从哪一侧接待，没有采用；请在展位坐标里写上朝向。",
            f"the drawing's stalls {shown_en}{more_en} do not say from which side they are served, "
            "so they were not used: give their side in the geometry sheet.",
        )

    def note_unused(self) -> str:
        """List spreadsheets and columns that nobody understood: they may be misnamed. A columns.toml."""
        for path in self.sheets.unclaimed:
            self.ledger.find(
                path.name,
                0,
                path.name,
                "不认识这个表，没有使用。请改文件名或表头，或移走。",
                "no kind of sheet that we know, so it was not used: name it or its columns anew.",
            )
        for _sheet, table in self.seen:
            for column in table.unknown:
                self.ledger.find(
                    table.file,
                    0,
                    column,
                    f"不认识列“{column[:_LONGEST_HEADER]}”，没有使用；要用，请写进 {COLUMNS_FILE}。",
                    f'column "{column[:_LONGEST_HEADER]}" is unknown and was not used: '
                    f"say in {COLUMNS_FILE} what it is.",
                )
        if not any(table.unknown for _sheet, table in self.seen):
            return ""
        return propose_columns(self.seen, self.sheets.mapping)


def _renumbered(exhibitors: tuple[Exhibitor, ...], first: int) -> tuple[Exhibitor, ...]:

    return tuple(replace(each, id=number) for number, each in enumerate(exhibitors, start=first))
