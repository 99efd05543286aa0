"""Directories over real packs of the sample fairs, for tests of what is looked for in them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.fairpack import PackContent
from kiosk.pack.folder import read_folder
from kiosk.pack.search_terms import search_entries
from kiosk.services.find.directory import Directory
from kiosk.services.find.values import FloorStanding
from kiosk.services.wayfinding import Wayfinding
from kiosk.store import catalogue as catalogues
from kiosk.store import catalogue_writer
from tests.services.conftest import content as small_content

ROOT = Path(__file__).parents[2]
SAMPLES = ("double_selection", "reverse")
KEY = b"k" * 32


@dataclass
class Standing:
    """What staff have changed, as a test sets it."""

    now: FloorStanding = field(default_factory=FloorStanding)


@dataclass(frozen=True)
class Opened:
    """A directory, and what its pack was written of."""

    directory: Directory
    catalogue: catalogues.Catalogue
    content: PackContent
    standing: Standing

    @property
    def exhibitors(self) -> tuple[Exhibitor, ...]:
        """In the pack's order."""
        return self.content.exhibitors

    def named(self, exhibitor_id: str) -> Exhibitor:
        """The exhibitor that a row refers to."""
        return next(each for each in self.exhibitors if str(each.id) == exhibitor_id)


@cache
def sample(name: str) -> PackContent:
    """A sample fair as its organiser's sheets say it, without people."""
    folder = ROOT / "resources" / "sample_fairs" / name
    found, _ledger = read_folder(
        folder, ROOT / "resources" / "lists", lambda _staff, _pin: "", lambda *_: None
    )
    plan = found.plan
    return replace(
        small_content(),
        fair=found.fair,
        plan=plan,
        exhibitors=found.exhibitors,
        sessions=found.sessions,
        search=search_entries(found.exhibitors, found.sessions, plan),
    )


def open_directory(content: PackContent, path: Path) -> Opened:
    """Write the pack and open its directory, as a kiosk of the plan's first place does."""
    catalogue_writer.write(path, KEY, content)
    catalogue = catalogues.Catalogue.open(path, KEY)
    plan = catalogue.plan()
    standing = Standing()
    directory = Directory(catalogue, Wayfinding(plan, plan.kiosks[0], {}), lambda: standing.now)
    return Opened(directory, catalogue, content, standing)
