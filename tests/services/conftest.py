"""A small fair in a real pack and a real store, with real keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from kiosk.badges.renderer import Renderer
from kiosk.devices.printers.folder import FolderPrinter
from kiosk.domain import badge
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, Opening
from kiosk.domain.fair import (
    Delegation,
    Direction,
    Fair,
    FairDay,
    FairKind,
    Gate,
    Policy,
    Session,
    SessionKind,
    Slot,
    StaffMember,
    at,
)
from kiosk.domain.fairpack import Issue, PackContent
from kiosk.domain.floorplan import FloorPlan, Graph, KioskPlace, Level, Stall, Zone
from kiosk.domain.key_certificate import KeyRole
from kiosk.domain.search import HitKind, SearchEntry
from kiosk.domain.words import Words
from kiosk.keys.pin import hash_pin
from kiosk.keys.secrecy import code_hash
from kiosk.keys.signing import KeyRing, SigningKey, certify
from kiosk.pack.pinyin import name_readings
from kiosk.services.badge_desk import BadgeDesk
from kiosk.services.corrections import Corrections
from kiosk.services.delegations import Delegations
from kiosk.services.doubles import Doubles
from kiosk.services.fair_day import FairDay as Day
from kiosk.services.fair_day import Standing
from kiosk.services.find.directory import Directory
from kiosk.services.floor import Floor
from kiosk.services.gate import Gate as GateService
from kiosk.services.issuing import Issuing
from kiosk.services.key_certificates import KeyCertificates
from kiosk.services.printing.outlet import FOLDER, Outlet
from kiosk.services.printing.queue import PrintQueue
from kiosk.services.printing.reprints import Reprints
from kiosk.services.printing.tasks import Prepare
from kiosk.services.schools import read_schools
from kiosk.services.stalls import Stalls
from kiosk.services.wayfinding import Wayfinding
from kiosk.store import ballast, catalogue_writer
from kiosk.store import catalogue as catalogues
from kiosk.store.migrations import open_store

ROOT = Path(__file__).parents[2]
RENDERER = Renderer(ROOT / "resources" / "fonts", ROOT / "resources" / "badge_layouts")
DAY = date(2026, 11, 28)
AUTHORITY = SigningKey.from_seed(b"a" * 32)
KIOSKS = {"east-1": SigningKey.from_seed(b"1" * 32), "west-1": SigningKey.from_seed(b"2" * 32)}
FAIR_ID = "test-fair"


@dataclass
class HandClock:
    """A clock that a test sets."""

    moment: datetime = field(default_factory=lambda: at(DAY, 9 * 60 + 24))

    def now(self) -> datetime:
        return self.moment

    def now_ms(self) -> int:
        return int(self.moment.timestamp() * 1000)


def code(number: int) -> str:
    """A registration code for attendee `number`."""
    return "ABCDEFGHIJKLMNOP"[number] * 26


def attendee(number: int, name: str, **more: object) -> Attendee:
    person = Person(name, "北京科技大学", "软件工程・硕士", f"20190000{number:02d}", f"130000000{number:02d}")
    fields = {"slot": Slot(540, 630), **more}
    return Attendee(
        number,
        BadgeType.GRADUATE,
        fields.pop("registration", Registration.CONFIRMED),
        person,
        DAY,
        **fields,  # type: ignore[arg-type]
    )


ATTENDEES = (
    attendee(1, "林知远"),
    attendee(2, "欧阳明澈", slot=Slot(780, 870)),
    attendee(3, "王示例", registration=Registration.PENDING),
    attendee(4, "阿依古丽·买买提"),
    replace(attendee(5, "赵代表", stall="A001", slot=None), type=BadgeType.EMPLOYER),
    replace(attendee(6, "钱代表", stall="A001", slot=None), type=BadgeType.EMPLOYER),
    replace(attendee(7, "孙领队", slot=None), type=BadgeType.DELEGATION, delegation=1),
    replace(attendee(8, "周团员", slot=None), type=BadgeType.DELEGATION, delegation=1),
    replace(
        attendee(9, "吴团员", slot=None, registration=Registration.CANCELLED),
        type=BadgeType.DELEGATION,
        delegation=1,
    ),
    replace(attendee(10, "郑留言"), note="请到 2 号馆面试"),
    attendee(11, "王禁入", registration=Registration.BARRED),
)
TALK = Session(
    "t1", SessionKind.TALK, Words("宣讲", "A talk"), DAY, Slot(570, 660), "报告厅", "王示例", seats=1
)


def content() -> PackContent:
    fair = Fair(
        id=FAIR_ID,
        kind=FairKind.DOUBLE_SELECTION,
        name=Words("测试双选会", "Test fair"),
        venue=Words("测试馆", "Test hall"),
        sample=True,
        days=(FairDay(DAY, 510, 960),),
        slots=(Slot(540, 630), Slot(780, 870)),
        policy=Policy(10, 60, 3, Words("4 号服务台", "desk 4"), 30, "1", Words("说明", "Notice")),
        gates=(
            Gate("east", Words("东门", "East gate")),
            Gate("west", Words("西门", "West gate")),
            Gate("exit", Words("出口", "Exit"), Direction.OUT),
            Gate("foyer", Words("大厅", "Foyer"), Direction.NONE),
            Gate("desk", Words("单位签到", "Employers"), types=(BadgeType.EMPLOYER, BadgeType.SCHOOL)),
            Gate("door", Words("报告厅", "Hall"), session="t1"),
        ),
        staff=(StaffMember("s1", "陈示例", hash_pin("2468")),),
    )
    plan = FloorPlan(
        levels=(Level("1", Words("1 号馆", "Hall 1"), 40, 40, ((0, 0), (40, 0), (40, 40), (0, 40))),),
        zones=(Zone("A", Words("专精特新", "Specialist SMEs"), "1"),),
        stalls=(
            Stall("A001", "1", "A", 10, 10, 3, 3, "south", 1),
            Stall("A002", "1", "A", 13, 10, 3, 3, "south", 2),
        ),
        facilities=(),
        kiosks=(
            KioskPlace("east-1", Words("东门 1 号机", "East 1"), "east", "1", 11, 30, 0, 0),
            KioskPlace("west-1", Words("西门 1 号机", "West 1"), "west", "1", 11, 30, 0, 0),
        ),
        graph=Graph((11.5, 11.5, 14.5), (30, 14, 14), ("1",) * 3, ((0, 1, 16.0, False), (1, 2, 3.0, False))),
    )
    software = (
        Opening("软件工程师", "计算机类", "本科起", 12),
        Opening("测试工程师", "不限", "本科起", None),
    )
    employer = ExhibitorKind.EMPLOYER
    exhibitors = (
        Exhibitor(
            1, employer, Words("京华软件（示例）", "Jinghua Software"), ("A001",), "A", openings=software
        ),
        Exhibitor(
            2,
            employer,
            Words("燕山重工（示例）", ""),
            ("A002",),
            "A",
            openings=(Opening("机械设计师", "机械类", "硕士起", 2),),
        ),
    )
    search = (
        SearchEntry(
            HitKind.EXHIBITOR, "1", ("a001", "京华软件"), ("京华软件", "软件", "软件工程师", "jinghua")
        ),
        SearchEntry(HitKind.EXHIBITOR, "2", ("a002",), ("燕山重工", "机械设计师", "yanshan")),
    )
    number = badge.fair_number(FAIR_ID)
    return PackContent(
        fair=fair,
        plan=plan,
        exhibitors=exhibitors,
        sessions=(TALK,),
        delegations=(Delegation(1, "示例省代表团", "示例省", "京A00000", "孙领队", 4, 560),),
        attendees=ATTENDEES,
        issues=tuple(
            Issue(each.id, 1000 + each.id, code_hash(FAIR_ID.encode(), code(each.id))) for each in ATTENDEES
        ),
        search=search,
        authority=AUTHORITY.public,
        certificates=tuple(
            certify(AUTHORITY, key.public, KeyRole.KIOSK, name, number) for name, key in KIOSKS.items()
        ),
        readings=name_readings([*(each.person.name for each in ATTENDEES), "走"]),
    )


@dataclass
class Bench:
    """One kiosk's services over its own store and the shared pack."""

    gate: GateService
    desk: BadgeDesk
    directory: Directory
    wayfinding: Wayfinding
    queue: PrintQueue
    day: Day
    issuing: Issuing
    corrections: Corrections
    doubles: Doubles
    stalls: Stalls
    floor: Floor
    delegations: Delegations
    clock: HandClock
    prints: Path

    def printed(self) -> Prepare:
        """Print all that waits, as the window would; what was drawn last."""
        drawn = None
        while (task := self.queue.next_task()) is not None:
            drawn = task if isinstance(task, Prepare) else drawn
            self.queue.settle(task, task.run())
        assert drawn is not None, "nothing waited"
        return drawn


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pack") / "catalogue.db"
    catalogue_writer.write(path, b"k" * 32, content())
    return path


@pytest.fixture
def kiosk_at(pack: Path, tmp_path: Path) -> Iterator[Callable[[str], Bench]]:
    """Opens a kiosk at a place; all are closed at the end."""
    closing: list[Callable[[], None]] = []

    def open_at(place_id: str, gate_id: str = "", policy: Policy | None = None) -> Bench:
        """The kiosk of that place; at another gate, or under other rules, where they are given."""
        catalogue = catalogues.Catalogue.open(pack, b"k" * 32)
        store = open_store(tmp_path / place_id / "store.db", b"s" * 32)
        ballast.make(store.path)
        closing.extend((catalogue.close, store.close))
        fair, plan, clock = catalogue.fair(), catalogue.plan(), HandClock()
        fair = replace(fair, policy=policy or fair.policy)
        place = plan.kiosk(place_id)
        assert place is not None
        prints = tmp_path / place_id / "prints"
        prints.mkdir()
        ring = KeyRing(catalogue.authority(), catalogue.certificates())
        certificates = KeyCertificates(store, ring, KIOSKS[place_id], fair)
        issuing = Issuing(store, catalogue, KIOSKS[place_id], fair, clock, certificates)
        zones = {stall.number: stall.zone for stall in plan.stalls}
        at_gate = gate_id or place.gate
        gate = GateService(
            store, catalogue, ring, issuing, fair, at_gate, clock, zones, certificates=certificates
        )
        queue = PrintQueue(gate, issuing, (Outlet(FolderPrinter(prints), FOLDER, "a6"),), RENDERER)
        closing.append(queue.close)
        hosts = {number: each.name for each in catalogue.exhibitors() for number in each.stalls}
        wayfinding = Wayfinding(plan, place, hosts)
        desk = BadgeDesk(
            gate,
            issuing,
            read_schools(ROOT / "resources" / "lists"),
            lambda text: "",
            Reprints(queue, issuing),
        )
        said = Words("好", "good")
        corrections, stalls = Corrections(gate), Stalls(gate, hosts)
        floor = Floor(gate, plan, hosts, wayfinding)
        standing = Standing(said, said, keys_for_samples_only=True)
        return Bench(
            gate,
            desk,
            Directory(catalogue, wayfinding, floor.standing),
            wayfinding,
            queue,
            Day(gate, queue, standing, corrections, stalls, floor),
            issuing,
            corrections,
            Doubles(gate, desk, corrections),
            stalls,
            floor,
            Delegations(gate),
            clock,
            prints,
        )

    yield open_at
    for close in closing:
        close()


@pytest.fixture
def east(kiosk_at: Callable[[str], Bench]) -> Bench:
    return kiosk_at("east-1")


@pytest.fixture
def codes() -> Callable[[int], str]:
    return code
