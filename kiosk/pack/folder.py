"""The organiser's folder, read as a whole: sheets and drawings in, the fair's content and a ledger out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.fair import Delegation, Fair, FairKind, Session
from kiosk.domain.floorplan import FloorPlan
from kiosk.pack.cleaning.lists import Lists, read_lists
from kiosk.pack.fair_file import FairFile, check_sessions, read_fair_file
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.findings import Layout, PlanFinding, record
from kiosk.pack.plans.geometry import read_geometry
from kiosk.pack.plans.linter import lint
from kiosk.pack.plans.plan import build_plan, read_drawings
from kiosk.pack.records.attendees import Registrant, Roll, read_participants, read_students
from kiosk.pack.records.delegations import read_delegations
from kiosk.pack.records.employers import read_employers, read_openings
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.programme import read_programme
from kiosk.pack.records.schools import read_pools, read_schools
from kiosk.pack.sheets import kinds
from kiosk.pack.sheets.tables import Sheet, Table, find_file, read_table

Progress = Callable[[str, int, int], None]
"""(stage, done, total): how far a build has come."""


_MOST_SHEETS = 9


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
    programme = reader.table(kinds.PROGRAMME)
    sessions = read_programme(programme, file.fair.days, reader.ledger) if programme else ()
    check_sessions(file.fair, sessions)
    delegations, registrants = reader.people(file.fair, exhibitors)
    layout = reader.layout(file, exhibitors)
    plan_findings = lint(layout)
    record(plan_findings, reader.ledger)
    unbalanced = [tally.file for tally in reader.ledger.tallies() if not tally.balanced]
    assert not unbalanced, f"rows of {unbalanced} vanished"
    content = FolderContent(
        file, layout.plan, exhibitors, sessions, delegations, registrants, layout, plan_findings
    )
    return content, reader.ledger


class _Reader:
    """Reads one folder's files one after the other into one ledger."""

    def __init__(self, folder: Path, lists: Lists, progress: Progress) -> None:
        self.folder = folder
        self.lists = lists
        self.progress = progress
        self.ledger = Ledger()
        self.read = 0

    def table(self, sheet: Sheet) -> Table | None:
        """A sheet that may be absent."""
        self.read += 1
        self.progress(sheet.name, self.read, _MOST_SHEETS)
        path = find_file(self.folder, sheet.name)
        return read_table(path, sheet) if path else None

    def needed(self, sheet: Sheet) -> Table:
        """A sheet that no pack can do without."""
        found = self.table(sheet)
        if found is None:
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
        pools = self.table(kinds.POOLS)
        hosts = (
            read_pools(pools, schools, self.lists, self.ledger) if pools is not None else schools.exhibitors
        )
        table = self.table(kinds.EMPLOYERS)
        walking = self._employers(table) if table else ()
        return hosts + _renumbered(walking, len(hosts) + 1)

    def _employers(self, table: Table) -> tuple[Exhibitor, ...]:
        employers = read_employers(table, self.lists, self.ledger)
        openings = self.table(kinds.OPENINGS)
        return read_openings(openings, employers, self.ledger) if openings else employers.exhibitors

    def people(
        self, fair: Fair, exhibitors: tuple[Exhibitor, ...]
    ) -> tuple[tuple[Delegation, ...], tuple[Registrant, ...]]:
        """Everybody who gets a badge."""
        roll = Roll()
        registrants: tuple[Registrant, ...] = ()
        delegations: tuple[Delegation, ...] = ()
        students = self.table(kinds.STUDENTS)
        if students is not None:
            registrants += read_students(students, fair, self.lists, roll, self.ledger)
        participants = self.table(kinds.PARTICIPANTS)
        if participants is not None:
            registrants += read_participants(participants, exhibitors, self.lists, roll, self.ledger)
        groups = self.table(kinds.DELEGATIONS)
        if groups is not None:
            found = read_delegations(groups, self.lists, roll, self.ledger)
            delegations, registrants = found.delegations, registrants + found.members
        return delegations, registrants

    def layout(self, file: FairFile, exhibitors: tuple[Exhibitor, ...]) -> Layout:
        """The plan, with the ways on it, and what it was made of."""
        drawings = read_drawings(self.folder, file)
        table = self.needed(kinds.GEOMETRY)
        levels = frozenset(level for level, _name in file.levels)
        places = read_geometry(table, levels, self.ledger)
        self.progress("路线 ways", 0, 1)
        plan = build_plan(file, drawings, places)
        self.progress("路线 ways", 1, 1)
        hosts = {number: each.name.zh for each in exhibitors for number in each.stalls}
        return Layout(file, drawings, places, plan, table.file, hosts)


def _renumbered(exhibitors: tuple[Exhibitor, ...], first: int) -> tuple[Exhibitor, ...]:

    return tuple(replace(each, id=number) for number, each in enumerate(exhibitors, start=first))
