"""Services with values like the real ones and no store: a small invented fair, to show and test the window.

Every method may be given a fault to raise with `fail(name)` or be kept from answering with `hold(name)`, and
every call is written to `calls`. `restore()` makes all of it as it was at first.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from kiosk.domain import badge
from kiosk.domain.admission import Decision, Door
from kiosk.domain.admission_words import Particulars
from kiosk.domain.attendee import mask_name
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, Opening, PoolEntry
from kiosk.domain.fair import (
    BEIJING,
    REHEARSAL,
    Direction,
    Fair,
    FairDay,
    FairKind,
    Gate,
    Policy,
    Session,
    SessionKind,
    Slot,
)
from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Graph, KioskPlace, Level, Stall, Zone
from kiosk.domain.flow import full_in_min as full_in_min_of
from kiosk.domain.pack_offer import OfferStanding, PackLook, PackOffer, PackOffers, PackOutcome
from kiosk.domain.reasons import Reason, verdict_of
from kiosk.domain.staff_words import REASON_WORDS
from kiosk.domain.words import Words
from kiosk.services.find.values import Found, Question
from kiosk.services.gate_values import Admission, HallPeople, Occupancy, Who
from kiosk.services.values import (
    Correction,
    DelegationArrival,
    DelegationList,
    DeskHit,
    Flow,
    GateRow,
    Leg,
    LevelChange,
    Listing,
    LocalStanding,
    LocalValues,
    Member,
    Need,
    PackLine,
    PackStanding,
    PrintTicket,
    RecentRow,
    Registered,
    SchoolHit,
    SeasonFair,
    SeasonFairs,
    SessionCard,
    StallRow,
    StallStanding,
    Summary,
    WalkUpForm,
    Way,
)
from kiosk.services.values import Direction as Step
from kiosk.services.visit.visitors import Visitor
from tests.fakes import guard
from tests.fakes.batch import FakeBatches
from tests.fakes.cards import FakeProgramme
from tests.fakes.facets import Answers, FakeLookups
from tests.fakes.floor import FakeFloor
from tests.fakes.guard import STAFF, FakeStaffDoor, FakeStaffLog
from tests.fakes.keeper import FakeMachine, FakeStation
from tests.fakes.plan import FakeVisitPlans
from tests.fakes.printing import FakePrintQueue
from tests.fakes.scanners import FakeScannerChoice
from tests.fakes.sync import FakePeers
from tests.fakes.truth import SENT_WEST, FakeDoubles

DAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 9, 24, tzinfo=BEIJING)
DESK = Words("4 号服务台", "desk 4")
STUDENT_NUMBER = "2023210458"
PHONE_TAIL = "1108"
PIN = guard.PIN
INSIDE = 1846
JOB = 41
"""The print job of whoever is admitted with a badge to print."""


HELD_MOST_S = 60.0
"""A worker that nobody releases ends by itself."""


class FakeFault(Exception):
    """What `fail` makes a service raise."""


class KnownFault(Exception):
    """Like app.StartFault: a fault at the start, with words for people."""

    def __init__(self, words: Words, kind: str = "start") -> None:
        super().__init__(words.en)
        self.words = words
        self.kind = kind


class FakeClock:
    """Stands still: at 9:24 on the fair's first day, until a test sets another moment."""

    def __init__(self) -> None:
        self.moment = NOW

    def now(self) -> datetime:
        return self.moment


@dataclass
class Calls:
    """What was asked, which calls fail, and which do not answer yet."""

    made: list[tuple[str, tuple]] = field(default_factory=list)
    failing: dict[str, Exception | None] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    holding: bool = False
    """Whether a worker waits in a call that is held."""
    threads: set[str] = field(default_factory=set)
    """Kinds of thread that called."""
    _released: threading.Event = field(default_factory=threading.Event)

    def note(self, name: str, *values) -> None:
        self.made.append((name, values))
        self.threads.add(threading.current_thread().name.partition("_")[0])
        if name in self.held:
            self.holding = True
            self._released.wait(HELD_MOST_S)
        if name in self.failing:
            raise self.failing[name] or FakeFault(name)

    def hold(self, name: str) -> None:
        """From now on the call of that name does not answer: its page is loading."""
        self._released.clear()
        self.held.add(name)

    def restore(self) -> None:
        """Every call answers again, those that are held as well."""
        self.failing.clear()
        self.held.clear()
        self.holding = False
        self._released.set()

    def of(self, name: str) -> list[tuple]:
        return [values for made, values in self.made if made == name]


def decision(reason: Reason) -> Decision:
    """A decision with the real words of a reason."""
    known = Particulars(
        desk=DESK,
        gate=Words("西门", "west gate"),
        admitted_at=datetime(2026, 11, 28, 9, 12, tzinfo=BEIJING),
        slot=Slot(780, 900),
        slot_opens_min=770,
        valid_day=date(2026, 11, 29),
        opens_min=540,
        gates=(Words("南门", "South gate"),),
        stall="A015",
        limit=3,
        note="示例留言",
        now=NOW,
        others_heard=timedelta(seconds=14),
    )
    return Decision(verdict_of(reason), (reason,), known)


SCANS: dict[str, Admission] = {
    "WELCOME0001": Admission(
        decision(Reason.WELCOME), Who("张＊雨", "北京科技大学", BadgeType.GRADUATE), 11, job=JOB
    ),
    "INSIDE00001": Admission(
        decision(Reason.ALREADY_INSIDE), Who("李＊", "首都师范大学", BadgeType.GRADUATE), 12
    ),
    "EARLY000001": Admission(
        decision(Reason.TOO_EARLY), Who("王＊萱", "北京邮电大学", BadgeType.GRADUATE), 13
    ),
    "FORGED00001": Admission(decision(Reason.FORGED)),
    STUDENT_NUMBER: Admission(decision(Reason.PHONE_NEEDED)),
}
"""Texts that a scanner may yield; any other is unknown."""


NAME = "张示雨"
CLAIM = badge.CodeClaim("K7QZ4MTX2WNB5RDHJ6VYCP3SAE")
"""Of whoever is asked to agree to something."""
LEADER = 71
"""Attendee of the delegation's leader."""


def asking(reason: Reason) -> Admission:
    """An admission that waits until somebody agrees."""
    who = Who("林＊远", "北京科技大学", BadgeType.GRADUATE)
    return Admission(decision(reason), who, 14, claim=CLAIM)


SCANS["CONSENT0001"] = asking(Reason.CONSENT_MISSING)
SCANS["DECLARE0001"] = asking(Reason.DECLARATION_MISSING)
SCANS["LEADER00001"] = Admission(
    decision(Reason.WELCOME), Who("韩＊", "河北工业大学", BadgeType.DELEGATION), LEADER, delegation=7
)
LONG_GATE = Words(
    "国家会议中心二期一层东登录厅北侧 3 号入口",
    "China National Convention Center II, level 1 east hall, gate 3",
)
"""A gate's name as long as they come."""


class FakeGate:
    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first: the east gate, nothing paused."""
        self.door = Door(FAIR, FAIR.gates[0])
        self.paused_gates: set[str] = set()
        """Ids of gates; "" for all of them."""
        self.inside = INSIDE
        self.tails_tried_out = False
        """Whether too many phone tails were tried."""
        self.halls: tuple[HallPeople, ...] = HALLS
        self.turnout = 2310
        self.known = Words("", "")
        """How far the numbers of people go."""
        self.in_session = 34
        self.also_declare = False
        """Whether who agrees to the notice is asked for the declaration too."""

    @property
    def gate(self) -> str:
        """The id of the gate here."""
        return self.door.gate.id

    @property
    def paused(self) -> bool:
        return bool(self.paused_gates & {"", self.gate})

    @paused.setter
    def paused(self, paused: bool) -> None:
        self.paused_gates = {""} if paused else set()

    def scan(self, text: str) -> Admission:
        self.calls.note("scan", text)
        return SCANS.get(text, Admission(decision(Reason.UNKNOWN)))

    def admit(self, claim: badge.Claim) -> Admission:
        self.calls.note("admit", claim)
        return SCANS["WELCOME0001"]

    def agree(self, claim: badge.Claim, to: str) -> Admission:
        self.calls.note("agree", claim, to)
        if to == "consent" and self.also_declare:
            return SCANS["DECLARE0001"]
        return SCANS["WELCOME0001"]

    def check_in_student(self, number: str, phone_tail: str) -> Admission:
        self.calls.note("check_in_student", number, phone_tail)
        if (number, phone_tail) == (STUDENT_NUMBER, PHONE_TAIL):
            return SCANS["WELCOME0001"]
        return Admission(decision(Reason.PHONE_NEEDED))

    def check_in_name(self, name: str, phone_tail: str) -> Admission:
        self.calls.note("check_in_name", name, phone_tail)
        if (name, phone_tail) == (NAME, PHONE_TAIL):
            return SCANS["WELCOME0001"]
        return Admission(decision(Reason.PHONE_NEEDED))

    def probe(self) -> None:
        self.calls.note("probe")

    def must_wait(self, number: str) -> bool:
        return self.tails_tried_out

    def occupancy(self) -> Occupancy:
        self.calls.note("occupancy")
        session = self.door.session
        return Occupancy(
            self.inside,
            2500,
            self.paused,
            halls=self.halls,
            session=HallPeople(session.title, self.in_session, session.seats) if session else None,
            turnout=self.turnout,
            known=self.known,
        )

    def set_paused(self, paused: bool, staff: str, gate: str = "") -> None:
        self.calls.note("set_paused", paused, staff, gate)
        (self.paused_gates.add if paused else self.paused_gates.discard)(gate)


HALLS = (
    HallPeople(Words("1 号馆", "Hall 1"), 1204, 1500),
    HallPeople(Words("2 号馆", "Hall 2"), 642, 1000),
)


class FakeCorrections:
    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first: everything can be put right, everybody may go in."""
        self.refused: Reason | None = None
        """Why nobody may go in."""
        self.stands = False
        """Whether a refusal stands against an override as well."""
        self.too_late = False
        """Whether nothing can be undone any more."""
        self.undone: set[int] = set()
        """Sequence numbers of what was undone."""

    def admit(self, attendee: int, staff: str) -> Correction:
        self.calls.note("corrections.admit", attendee, staff)
        made = Admission(decision(self.refused or Reason.WELCOME), SCANS["WELCOME0001"].who, attendee)
        return Correction(True, made.decision.staff, made)

    def override(self, attendee: int, why: str, staff: str) -> Correction:
        self.calls.note("override", attendee, why, staff)
        reason = self.refused if self.stands and self.refused else Reason.OVERRIDDEN
        made = Admission(decision(reason), SCANS["WELCOME0001"].who, attendee)
        return Correction(not self.stands, made.decision.staff, made)

    def undo(self, origin: str, seq: int, staff: str) -> Correction:
        self.calls.note("undo", origin, seq, staff)
        if self.too_late:
            return Correction(False, Words("超过 10 分钟，不能撤销", "After 10 minutes it cannot be undone."))
        self.undone.add(seq)
        return Correction(True, Words("已撤销，人数已改回", "Undone. The numbers are as before."))

    def undo_last(self, attendee: int, staff: str) -> Correction:
        self.calls.note("undo_last", attendee, staff)
        return Correction(True, Words("已撤销，人数已改回", "Undone. The numbers are as before."))

    def bar(self, attendee: int, barred: bool, staff: str) -> Correction:
        self.calls.note("bar", attendee, barred, staff)
        if barred:
            return Correction(True, Words("已禁止入场", "Barred from now on."))
        return Correction(True, Words("已解除", "No longer barred."))

    def withdraw_key(self, kid: int, from_seq: int, staff: str) -> Correction:
        self.calls.note("withdraw_key", kid, from_seq, staff)
        return Correction(True, Words("密钥已撤销", "The key is withdrawn."))

    def confirm_clock(self, staff: str) -> Correction:
        self.calls.note("confirm_clock", staff)
        return Correction(True, Words("时间已确认，照常入场", "The clock is confirmed. Entry goes on."))

    def see_rescue(self, staff: str) -> Correction:
        self.calls.note("see_rescue", staff)
        return Correction(True, Words("已记下", "Noted."))


class FakeStalls:
    """Employers' stalls: so many, the last ones not claimed."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.as_at_first()

    def as_at_first(self) -> None:
        """Eleven stalls that nobody came to, none released."""
        self.missing = 11
        self.released: tuple[str, ...] = ()

    def _rows(self) -> tuple[StallRow, ...]:
        """The stalls that nobody came to, those released as well."""
        rows = []
        for at in range(self.missing):
            like = EXHIBITORS[at % (len(EXHIBITORS) - 1)]
            number = f"{like.stalls[0][0]}{at + 1:03d}"
            rows.append(StallRow(number, like.name, number in self.released))
        return tuple(rows)

    def give_up(self, count: int) -> None:
        """So many of them were released before."""
        self.released = tuple(row.stall for row in self._rows()[:count])

    def standing(self) -> StallStanding:
        self.calls.note("stalls")
        rows = self._rows()
        return StallStanding(
            stalls=130,
            claimed=130 - len(rows),
            unclaimed=tuple(row for row in rows if not row.released),
            released=tuple(row for row in rows if row.released),
        )

    def release(self, staff: str) -> tuple[str, ...]:
        self.calls.note("release", staff)
        stalls = tuple(row.stall for row in self._rows() if not row.released)
        self.released = (*self.released, *stalls)
        return stalls

    def restore(self, stalls: tuple[str, ...], staff: str) -> None:
        self.calls.note("restore_stalls", stalls, staff)
        self.released = tuple(each for each in self.released if each not in stalls)


class FakeDelegations:
    """Delegations, the first of them led by LEADER."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first: three delegations, the first of 28 people, two of whom are here."""
        self.count = 3
        self.size = 28
        self.here = {1001, 1002}
        self.refused = 1
        """So many of those who come are not let in."""

    def led_by(self, attendee_id: int) -> DelegationList | None:
        self.calls.note("led_by", attendee_id)
        return self.made(0) if attendee_id == LEADER and self.count else None

    def list(self, delegation_id: int) -> DelegationList | None:
        self.calls.note("delegation", delegation_id)
        return self.made(delegation_id - 7) if 0 <= delegation_id - 7 < self.count else None

    def all(self) -> tuple[DelegationList, ...]:
        self.calls.note("delegations")
        return tuple(self.made(at) for at in range(self.count))

    def arrive(self, delegation_id: int, absent, by: str) -> DelegationArrival | None:
        here = self.here  # of this day: who is kept from answering must not answer on the next
        self.calls.note("arrive", delegation_id, frozenset(absent), by)
        found = self.made(delegation_id - 7)
        coming = [each for each in found.members if not each.arrived and each.attendee not in absent]
        refused = tuple(
            (each, REASON_WORDS[(Reason.NOT_CONFIRMED, Reason.BARRED, Reason.WRONG_DAY)[at % 3]])
            for at, each in enumerate(coming[: self.refused])
        )
        went = coming[self.refused :]
        here |= {each.attendee for each in went}
        return DelegationArrival(
            self.made(delegation_id - 7),
            len(went),
            tuple(range(100, 100 + len(went))),
            refused,
        )

    def made(self, at: int) -> DelegationList:
        """The delegation at that place, by nobody's asking."""
        size = max(1, self.size - 6 * at) if self.size else 0
        schools = ("河北工业大学", "燕山大学", "河北师范大学")
        first = 1000 * (at + 1) + 1
        members = tuple(
            Member(
                first + each,
                mask_name(f"{'李王张刘陈杨赵黄周吴'[each % 10]}示{'雨远萱航'[each % 4]}"),
                schools[(at + each) % 3],
                first + each in self.here,
            )
            for each in range(size)
        )
        names = ("河北省代表团", "天津市代表团", "山西省代表团（含大同、朔州、忻州三市）")
        return DelegationList(7 + at, names[at % 3], "韩＊", "1 号车 冀A00001", members, size)


SCHOOLS = (
    SchoolHit("4111010008", "北京科技大学", "北科大"),
    SchoolHit("4111011232", "北京信息科技大学", "北信科"),
    SchoolHit("4111010018", "北京电子科技学院", "北电科"),
    SchoolHit("4111013703", "北京科技职业大学", ""),
)
HITS = (
    DeskHit(11, "张示雨", "北京科技大学", BadgeType.GRADUATE, "＊＊＊08", "", inside=True, prints=1),
    DeskHit(
        21, "张例", "北辰智能装备（示例）", BadgeType.EMPLOYER, "＊＊＊31", "A015", inside=False, prints=0
    ),
)


def people(count: int) -> tuple[DeskHit, ...]:
    """So many graduates named 李示例."""
    return tuple(
        DeskHit(
            100 + at,
            f"李示例{at + 1}",
            "北京科技大学",
            BadgeType.GRADUATE,
            f"＊＊＊{at:02d}",
            "",
            at % 2 > 0,
            at % 3,
        )
        for at in range(count)
    )


class FakeBadgeDesk:
    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first."""
        self.crowd: tuple[DeskHit, ...] = ()
        self.barred: set[int] = set()
        self.remarks: dict[int, str] = {}
        """What the organiser says of attendees."""
        self.known: Admission | None = None
        """The booking of whoever registers."""
        self.numbered = False
        """Whether the student number of whoever registers is booked already."""

    def schools(self, typed: str) -> tuple[SchoolHit, ...]:
        self.calls.note("schools", typed)
        return tuple(hit for hit in SCHOOLS if typed.startswith("b") or typed[:2] in hit.name)[:5]

    def register(self, form: WalkUpForm) -> Registered:
        self.calls.note("register", form)
        if "𰻞" in form.name + form.school:
            words = Words(
                "“𰻞”字打印不出来，请换一种写法，或到 4 号服务台",
                "The character 𰻞 cannot be printed. Write it another way, or ask at desk 4.",
            )
            return Registered(problem=words, field="name" if "𰻞" in form.name else "school")
        if self.known is not None:
            return Registered(self.known, mask_name(form.name), known=True)
        if self.numbered and form.student_number:
            return Registered(
                problem=Words(
                    "这个学号已有预约，请到 4 号服务台核对", "That student number is booked. Ask at desk 4."
                )
            )
        who = Who(mask_name(form.name), form.school, BadgeType.GRADUATE)
        admission = Admission(decision(Reason.WELCOME), who, 31, job=JOB)
        return Registered(admission, mask_name(form.name))

    def find(self, query: str, most: int = 20) -> tuple[DeskHit, ...]:
        self.calls.note("find", query)
        known = (
            replace(
                each,
                barred=each.attendee in self.barred,
                remark=self.remarks.get(each.attendee, ""),
            )
            for each in (*HITS, *self.crowd)
        )
        return tuple(hit for hit in known if query in (hit.name[0], hit.name, hit.stall))[:most]

    def reissued_twice(self) -> tuple[DeskHit, ...]:
        self.calls.note("reissued_twice")
        note = Words("两台机器各换过一次证，后一张有效", "Reissued at two kiosks; one badge works")
        return tuple(replace(hit, note=note) for hit in HITS[:1])

    def reprint(self, attendee: int, reason: str, staff_id: str, at: bytes = b"") -> PrintTicket:
        self.calls.note("reprint", attendee, reason, staff_id, *([at] if at else []))
        if at:
            return PrintTicket(7, SENT_WEST)
        return PrintTicket(7, Words("正在打印，在本机下方出卡口", "Printing, it comes out below"))

    def reissue(self, attendee: int, reason: str, staff_id: str, at: bytes = b"") -> PrintTicket:
        self.calls.note("reissue", attendee, reason, staff_id, *([at] if at else []))
        return PrintTicket(
            8, Words("新证正在打印，旧证已停用", "Printing the new badge, the old one has stopped")
        )

    def revoke(self, attendee: int, reason: str, staff_id: str) -> PrintTicket:
        self.calls.note("revoke", attendee, reason, staff_id)
        return PrintTicket(None, Words("旧证已停用，需要时可换新证", "Revoked. Reissue to give a new one."))


ZONES = (
    Zone("A", Words("专精特新", "Specialist SMEs"), "1"),
    Zone("B", Words("市属国企", "Municipal SOEs"), "1"),
    Zone("C", Words("医药卫生", "Medicine & health"), "1"),
    Zone("D", Words("中小企业", "Small & medium"), "2"),
    Zone("E", Words("外省市招聘", "Other provinces"), "2"),
    Zone("F", Words("女大学生", "Women graduates"), "2"),
)


def _stalls() -> tuple[Stall, ...]:
    made = []
    for at, zone in enumerate(ZONES):
        for each in range(8):
            x, y = 6.0 + (each // 4) * 3 + (at % 3) * 14, 6.0 + (each % 4) * 3.2
            number = f"{zone.letter}{each + 1:03d}"
            made.append(Stall(number, zone.level, zone.letter, x, y, 3.0, 3.0, "west", len(made) + 1))
    return tuple(made)


def _graph(stalls: tuple[Stall, ...]) -> Graph:
    x = [24.0, *(stall.x_m - 1 for stall in stalls)]
    y = [28.0, *(stall.centre[1] for stall in stalls)]
    level = ["1", *(stall.level for stall in stalls)]
    edges = [(0, at + 1, 10.0 + at, stall.level == "2") for at, stall in enumerate(stalls)]
    return Graph(tuple(x), tuple(y), tuple(level), tuple(edges))


def _plan() -> FloorPlan:
    outline = ((0.0, 0.0), (48.0, 0.0), (48.0, 30.0), (0.0, 30.0))
    walls = (((20.0, 24.0), (0.0, 24.0), (0.0, 0.0), (48.0, 0.0), (48.0, 24.0), (28.0, 24.0)),)
    levels = (
        Level("1", Words("1 号馆", "Hall 1"), 48.0, 30.0, outline, walls),
        Level("2", Words("2 号馆", "Hall 2"), 48.0, 30.0, outline, walls),
    )
    stalls = _stalls()
    place = KioskPlace("east-3", Words("东门 3 号机", "East gate, kiosk 3"), "east", "1", 24.0, 28.0, 0.0, 0)
    toilet = Facility("t1", FacilityKind.TOILET, Words("洗手间", "Toilets"), "1", 1.0, 1.0, 4.0, 5.0, 1)
    lift = Facility("l1", FacilityKind.LIFT, Words("电梯", "Lift"), "1", 1.0, 8.0, 4.0, 4.0, 1)
    lecture = Facility(
        "r201", FacilityKind.ROOM, Words("201 报告厅", "Lecture room 201"), "2", 1.0, 14.0, 5.0, 5.0, 25
    )
    more = tuple(
        Facility(name, kind, words, "1", x, y, 4.0, 4.0, 1)
        for name, kind, words, x, y in (
            ("t2", FacilityKind.ACCESSIBLE_TOILET, Words("无障碍洗手间", "Accessible toilet"), 1.0, 13.0),
            ("d4", FacilityKind.DESK, DESK, 43.0, 14.0),
            ("x1", FacilityKind.EXIT, Words("出口", "Exit"), 43.0, 19.0),
            ("c1", FacilityKind.COFFEE, Words("咖啡", "Coffee"), 43.0, 8.0),
        )
    )
    return FloorPlan(levels, ZONES, stalls, (toilet, lift, lecture, *more), (place,), _graph(stalls))


PLAN = _plan()


NATURES = ("国有企业", "其他企业", "科研设计单位")
INDUSTRIES = ("信息传输、软件和信息技术服务业", "制造业", "科学研究和技术服务业", "教育")
REGIONS = ("北京市", "天津市", "河北省保定市", "山东省青岛市", "河北省石家庄市")


def _exhibitors() -> tuple[Exhibitor, ...]:
    made = []
    stems = ("燕山云计算", "北辰智能装备", "京华软件", "永定河医疗信息", "怀柔科学仪器", "卢沟机器人")
    for at, stall in enumerate(PLAN.stalls):
        stem = stems[at % len(stems)]
        openings = (
            Opening("软件开发工程师", "计算机类", "本科起", 12, "12–18K", "北京"),
            Opening("测试工程师", "电子信息类", "本科起", 4, "10–14K", "北京"),
            Opening("算法研究员", "数学类、计算机类", "硕士起", None, "面议", "北京"),
        )
        made.append(
            Exhibitor(
                id=at + 1,
                kind=ExhibitorKind.EMPLOYER,
                name=Words(f"{stem}{at + 1} 部（示例）", f"Sample employer {at + 1}"),
                stalls=(stall.number,),
                zone=stall.zone,
                nature=NATURES[at // 6 % 3],
                industry=INDUSTRIES[at // 6 % 4],
                scale="500–1000 人",
                region=REGIONS[at // 6 % 5],
                openings=openings if at % 7 < 5 else openings[:1],
            )
        )
    school = Exhibitor(
        id=100,
        kind=ExhibitorKind.SCHOOL,
        name=Words("北京科技大学", "University of Science and Technology Beijing"),
        stalls=("F008",),
        zone="F",
        school_code="4111010008",
        strengths="冶金工程、材料科学与工程",
        pool=(
            PoolEntry("本科", "计算机科学与技术", 180),
            PoolEntry("硕士", "材料科学与工程", 240),
            PoolEntry("博士", "冶金工程", 62),
        ),
    )
    return (*made[:-1], school)


EXHIBITORS = _exhibitors()
SESSIONS = tuple(
    Session(
        f"S{at + 1:02d}",
        kind,
        Words(title, english),
        DAY,
        Slot(start, start + 60),
        place,
        speaker,
        seats,
    )
    for at, (kind, title, english, start, place, speaker, seats) in enumerate(
        (
            (
                SessionKind.TALK,
                "北辰智能装备宣讲会（示例）",
                "Beichen talk (sample)",
                540,
                "2 层 201 报告厅",
                "北辰智能装备2 部（示例）",
                80,
            ),
            (SessionKind.LECTURE, "简历怎样写", "How to write a CV", 600, "2 层 203", "主讲人（示例）", 60),
            (SessionKind.EXCHANGE, "校企对接会", "Schools meet employers", 660, "2 层 205", "", 40),
            (
                SessionKind.TALK,
                "京华软件宣讲会（示例）",
                "Jinghua talk (sample)",
                780,
                "2 层 201 报告厅",
                "京华软件3 部（示例）",
                80,
            ),
        )
    )
)


class FakeDirectory:
    def __init__(self, calls: Calls, floor: FakeFloor) -> None:
        self.calls = calls
        self.exhibitors = EXHIBITORS
        self.sessions = SESSIONS
        self.floor = floor

    def warm(self) -> bool:
        """Nothing is read beforehand."""
        return False

    def find(self, question: Question) -> Found:
        self.calls.note("directory.find", question)
        return Answers(PLAN, self.exhibitors, self.sessions, self.floor.standing_value).find(question)

    def listing(self, exhibitor_id: int) -> Listing | None:
        self.calls.note("listing", exhibitor_id)
        exhibitor = next((each for each in self.exhibitors if each.id == exhibitor_id), None)
        if exhibitor is None:
            return None
        zone = next((each for each in ZONES if each.letter == exhibitor.zone), None)
        level = next((each for each in PLAN.levels if zone and each.id == zone.level), None)
        return Listing(exhibitor, zone, level, 28 if exhibitor.stalls else None)

    def session(self, session_id: str) -> SessionCard | None:
        self.calls.note("session", session_id)
        session = next((each for each in self.sessions if each.id == session_id), None)
        if session is None:
            return None
        host = next((each for each in self.exhibitors if each.name.zh == session.speaker), None)
        room = PLAN.room_named(session.place)
        return SessionCard(session, self.listing(host.id) if host else None, room, 28 if room else None)

    def plan(self) -> FloorPlan:
        self.calls.note("plan")
        return PLAN

    def zones(self) -> tuple[Zone, ...]:
        return ZONES

    def programme(self) -> tuple[Session, ...]:
        self.calls.note("programme")
        return self.sessions

    def nearest_terms(self, text: str) -> tuple[str, ...]:
        self.calls.note("nearest_terms", text)
        return ("软件", "机器人")


class FakeVisitors:
    """Every token is one graduate's badge, of a class of majors; anything else is nobody's."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.major_class = "计算机类"

    def identify(self, text: str) -> Visitor | None:
        self.calls.note("identify")
        return Visitor(7, "林＊远", self.major_class) if text.startswith(badge.PREFIX) else None


class FakeSeason:
    """The fair that is here and others, a week apart; `count` in all, the second of them here."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.count = 3
        self.unread = 0

    def fairs(self) -> SeasonFairs:
        self.calls.note("fairs")
        made = []
        for at in range(self.count):
            here = at == 1 or self.count == 1
            days = FAIR.days if here else (FairDay(DAY + timedelta(days=7 * at - 7), 540, 960),)
            name = Words(
                f"首都高校专场招聘会第 {at + 1} 场（示例）", f"Capital Schools Fair {at + 1} (sample)"
            )
            kind = FairKind.REVERSE if at % 2 == 0 else FairKind.DOUBLE_SELECTION
            made.append(
                SeasonFair(f"fair-{at}", kind, FAIR.name if here else name, FAIR.venue, days, here=here)
            )
        return SeasonFairs(tuple(made), self.unread)


def _called(target: Stall | Facility) -> Words:
    return target.name if isinstance(target, Facility) else Words(target.number, target.number)


class FakeWayfinding:
    plan = PLAN

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first: a lift between the levels, nothing closed, every way without steps."""
        self.steps: int | None = None
        """So many steps, where a scene wants many."""
        self.climbs = "lift"
        """What leads to the other level."""
        self.rolls = True
        """Whether ways without steps lead to stalls."""
        self.has_desk = True
        """Whether a way leads to the desk."""
        self.shut = Words("", "")
        """What is said to be closed."""
        self.closed: frozenset[str] = frozenset()

    def distance_m(self, stall: str, *, step_free: bool = False) -> int | None:
        return 28 if PLAN.stall(stall) and (self.rolls or not step_free) else None

    def distance_to_node_m(self, _node: int, *, step_free: bool = False) -> int | None:
        return 28 if self.rolls or not step_free else None

    def way(self, target: str, step_free: bool) -> Way | None:
        self.calls.note("way", target, step_free)
        rooms = [each for each in PLAN.facilities if each.id == target]
        found = PLAN.stall(target) or next(iter(rooms), None)
        if found is None or (step_free and not self.rolls):
            return None
        return self._to(found, step_free=step_free)

    def way_to_staff(self, step_free: bool, instead_of: str = "") -> Way | None:
        self.calls.note("way_to_staff", step_free, instead_of)
        desk = next(each for each in PLAN.facilities if each.kind is FacilityKind.DESK)
        return self._to(desk, step_free=step_free) if self.has_desk else None

    def _to(self, target: Stall | Facility, *, step_free: bool) -> Way:
        x, y = target.centre
        legs = [Leg("1", ((24.0, 28.0), (24.0, 22.0), (x - 2, 22.0), (x - 2, y)))]
        directions = [
            Step(
                "straight",
                Words("往前走约 6 米", "Straight ahead, about 6 m"),
                Words("进入专精特新专区", "Into zone A, Specialist SMEs"),
            ),
            Step(
                "left",
                Words("过 A005 燕山云计算左转，走约 20 米", "Turn left after A005, about 20 m"),
                Words("右手边是 A001、A002", "A005 is Yanshan Cloud; on the right: A001, A002"),
            ),
            Step(
                "arrive",
                Words(f"到了：{_called(target).zh}", _called(target).en),
                Words("右手第三个展位，专精特新专区", "Third stall on the right, zone A, Specialist SMEs"),
            ),
        ]
        said = Words(
            "往前走，过 A005 左转，右手第三个展位",
            "Straight ahead, turn left after A005, third stall on the right",
        )
        changes: tuple[LevelChange, ...] = ()
        if target.level == "2":
            legs = [Leg("1", ((24.0, 28.0), (24.0, 22.0), (5.0, 10.0))), Leg("2", ((5.0, 10.0), (x - 2, y)))]
            here, there = (5.0, 10.0), (5.0, 10.0)
            changes = (
                LevelChange("1", here, "2", self.climbs, Words("去 2 号馆", "To Hall 2")),
                LevelChange("2", there, "1", self.climbs, Words("回 1 号馆", "Back to Hall 1")),
            )
            take = {
                "lift": Words("乘电梯", "Take the lift"),
                "stairs": Words("走楼梯", "Take the stairs"),
                "ramp": Words("走坡道", "Take the ramp"),
            }[self.climbs]
            directions.insert(
                1, Step(self.climbs, Words(f"{take.zh}到 2 号馆", f"{take.en} to Hall 2"), Words("", ""))
            )
            said = Words(
                f"往前走，{take.zh}到 2 号馆，过 D005 左转，右手第三个展位",
                f"Straight ahead, {take.en.lower()} to Hall 2, turn left at D005, third stall on the right",
            )
        if self.steps is not None:
            directions = [*(directions[:2] * self.steps)[: self.steps - 1], directions[-1]]
        words = Words("约 1 分钟，全程平路", "about 1 min, level all the way")
        if step_free:
            words = Words("约 1 分钟，全程无台阶", "about 1 min, step-free all the way")
        mark = target.id if isinstance(target, Facility) else target.number
        return Way(
            28, 1, step_free, tuple(legs), tuple(directions), words, changes, said, self.shut, target=mark
        )


NEEDS = (
    Need(
        "refuse",
        Words("2 张胸卡没有打出来", "Badges not printed: 2"),
        Words(
            "磁盘已满，胸卡没有存下。请腾出空间，再补打。", "The disk is full. Free some space, then reprint."
        ),
        "printers",
    ),
    Need(
        "notice",
        Words("2 人重复入场", "Admitted more than once: 2"),
        Words("请核对是不是同一人", "Please check that it was the same person."),
        "twice",
    ),
    Need(
        "notice",
        Words("本机用的是示例密钥", "This kiosk uses sample keys"),
        Words(
            "正式活动前请换成口令或 systemd 凭据", "Use a passphrase or systemd credentials for a real fair."
        ),
        "settings",
    ),
)
MORE_NEEDS = (
    Need(
        "refuse",
        Words("本机的发证密钥没有登记", "This kiosk's badge key is not certified"),
        Words("别的入口会请人核对它发的证，请联系主办方", "Other gates will ask staff. Ask the organiser."),
        "settings",
    ),
    Need(
        "notice",
        Words("入场已暂停", "Entry is paused"),
        Words("所有入口都不放行，等您恢复", "No gate admits anybody until entry is resumed."),
        "resume",
    ),
    Need(
        "notice",
        Words("1 张新证互相冲突", "Badges that were reissued twice: 1"),
        Words("两台机器各换过一次证，请收回旧的那张", "Please take the older one back."),
        "conflicts",
    ),
)
CLOCK_NEED = Need(
    "refuse",
    Words("本机的时间可能不对", "This kiosk's clock may be wrong"),
    Words(
        "现在显示 2026-11-28 09:24，核对前所有人都转人工",
        "It shows 2026-11-28 09:24. Everybody is sent to staff until you confirm it.",
    ),
    "clock",
)
RESCUE_NEED = Need(
    "refuse",
    Words("本机的数据坏过，已抢救", "This kiosk's data was damaged and rescued"),
    Words(
        "找回 2608 条记录，另有 3 条另存；请与其他机器核对",
        "2608 facts were saved, 3 lie apart. Compare with the other kiosks.",
    ),
    "rescue",
)
STALLS_NEED = Need(
    "notice",
    Words("11 个展位没人来", "Stalls that nobody has come to: 11"),
    Words("可以一次收回，收回后还能撤销", "Release them in one go; it can be undone."),
    "stalls",
)
ENTRIES = (14, 36, 88, 170, 252, 296, 271, 218, 203, 242)


class FakeFairDay:
    def __init__(self, calls: Calls, gate: FakeGate, corrections: FakeCorrections) -> None:
        self.calls = calls
        self.gate = gate
        self.corrections = corrections
        self.restore()

    def restore(self) -> None:
        """As at first."""
        self.listed = NEEDS
        self.entries = ENTRIES
        self.gates = (
            GateRow(Words("东门", "East gate"), 1227, here=True),
            GateRow(Words("西门", "West gate"), 619),
        )
        self.decided = 5
        self.undone: set[int] = set()
        """Which of the recent decisions were taken back."""

    def needs(self) -> tuple[Need, ...]:
        self.calls.note("needs")
        return self.listed

    def summary(self) -> Summary:
        self.calls.note("summary")
        occupancy = self.gate.occupancy()
        full_in_min = full_in_min_of(occupancy.inside, occupancy.capacity, sum(self.entries[-2:]), 10)
        flow = Flow(self.entries, 5, NOW - timedelta(minutes=50), NOW, full_in_min)
        return Summary(occupancy, flow, self.gates)

    def recent(self) -> tuple[RecentRow, ...]:
        self.calls.note("recent")
        whos = (
            ("张＊雨", Reason.WELCOME),
            ("李＊", Reason.ALREADY_INSIDE),
            ("王＊萱", Reason.TOO_EARLY),
            ("", Reason.FORGED),
            ("欧＊＊修", Reason.PHONE_NEEDED),
        )
        rows = []
        for at in range(self.decided):
            who, reason = whos[at % len(whos)]
            undone = at in self.undone or 2615 - at in self.corrections.undone
            rows.append(
                RecentRow(
                    NOW - timedelta(seconds=20 * at),
                    who,
                    verdict_of(reason).value,
                    reason.value,
                    words=REASON_WORDS[reason],
                    origin="5be1f09a",
                    seq=2615 - at,
                    undone=undone,
                    undoable=reason is Reason.WELCOME and not undone,
                )
            )
        return tuple(rows)


PACK = PackLine("bj-2026-winter", 3, "4f1c" + "a" * 56 + "09be", NOW.replace(hour=7, minute=40), current=True)
OTHER_PACKS = (
    PackLine("bj-2026-reverse", 1, PACK.authority, NOW - timedelta(days=3)),
    PackLine("tj-2026-winter", 12, PACK.authority, NOW - timedelta(days=20)),
)


class FakeFairPack:
    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first: one pack, and its file is right."""
        self.packs = (PACK,)
        self.damage: Words | None = None

    def standing(self) -> PackStanding:
        self.calls.note("pack")
        return PackStanding(FAIR.name, FAIR.last_day, 118, 12, 130, 20416, 14, 962, self.packs)

    def check(self) -> Words | None:
        self.calls.note("check_pack")
        return self.damage


class FakeLocalSettings:
    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first."""
        self.values = LocalValues("zh", reduced_motion=False, sounds=True, mount_bottom_mm=860.0)

    def now(self) -> LocalStanding:
        self.calls.note("local_settings")
        return LocalStanding(
            values=self.values,
            place=PLAN.kiosks[0].name,
            gate=Words("东门", "East gate"),
            kiosk="5be1f09a",
            keys=Words("示例密钥文件", "Sample key file"),
            clock=Words(
                "示例时钟，从活动当天 9:24 走起", "Sample clock, running from 9:24 of the fair's day"
            ),
            journal=Words("2615 条，全部在本机", "2615 facts, all on this kiosk"),
            version="0.1.0",
        )

    def change(self, values: LocalValues, by: str) -> LocalStanding:
        self.calls.note("change", values, by)
        self.values = values
        return self.now()

    def turned(self, what: str, percent: int, by: str) -> None:
        self.calls.note("turned", what, percent, by)


FAIR = Fair(
    id="bj-2026-winter",
    kind=FairKind.DOUBLE_SELECTION,
    name=Words("首都高校毕业生冬季双选会（示例）", "Capital Graduates Winter Fair (sample)"),
    venue=Words("示例展馆", "Sample hall"),
    sample=True,
    days=(FairDay(DAY, 510, 960), FairDay(date(2026, 11, 29), 540, 960)),
    slots=(Slot(540, 630), Slot(780, 900)),
    policy=Policy(
        early_grace_min=10,
        late_grace_min=60,
        hall_capacity=2500,
        desk=DESK,
        retention_days=30,
        consent_version="2026-1",
        consent=Words(
            "只收姓名、学历、学校和手机号后四位，用于今天的入场和统计。",
            "Only your name, degree, school and last four phone digits, for entry and totals today.",
        ),
    ),
    gates=(Gate("east", Words("东门", "East gate")), Gate("west", Words("西门", "West gate"))),
    staff=STAFF,
)
DECLARATION = Words(
    "我今天没有发热、咳嗽等不适，会听从现场工作人员的安排。",
    "I have no fever or cough today, and I will follow what staff ask of me.",
)
DOORS = {
    "in": Door(FAIR, FAIR.gates[0]),
    "out": Door(FAIR, Gate("north", Words("北门出口", "North exit"), Direction.OUT)),
    "foyer": Door(FAIR, Gate("foyer", Words("序厅", "Foyer"), Direction.NONE)),
    "hosts": Door(
        FAIR,
        Gate("desk", Words("单位签到处", "Employers' desk"), types=(BadgeType.EMPLOYER, BadgeType.SCHOOL)),
    ),
    "session": Door(
        FAIR, Gate("r201", Words("201 报告厅", "Lecture room 201"), session="S01"), session=SESSIONS[0]
    ),
}
"""Kinds of gates that a kiosk may stand at."""


OFFERS = (
    PackOffer(
        0, "/media/kiosk/a/w4", "主办方", OfferStanding.NEWER, FAIR.name, 4, 3, FAIR.days[0].day, 48_300_000
    ),
    PackOffer(
        1,
        "/media/kiosk/a/r1",
        "主办方",
        OfferStanding.OTHER_FAIR,
        Words("2026 年京津冀地区校企对接会暨重点产业人才供需洽谈会（示例）", "Reverse fair (sample)"),
        1,
        0,
        FAIR.days[0].day,
        9_100_000,
    ),
    PackOffer(
        2, "/media/kiosk/a/w3", "主办方", OfferStanding.SAME, FAIR.name, 3, 3, FAIR.days[0].day, 48_200_000
    ),
    PackOffer(3, "/media/kiosk/a/x", "SANDISK", OfferStanding.OTHER_VENUE, version=2, size_bytes=30_000_000),
    PackOffer(4, "/media/kiosk/a/y", "SANDISK", OfferStanding.DAMAGED),
)
CHANGES = (
    Words(
        "规则“可以比预约时段早到几分钟”：15 → 10",
        "Rule: minutes before a booked slot that still admit: 15 → 10",
    ),
    Words("登记的人：新增登记 240 人，取消 3 人", "Attendees: 240 new, 3 cancelled"),
    Words(
        "用人单位新增 12 家：京华软件（示例）、燕山重工（示例）、太行电力（示例）、永定河水务（示例）等",
        "12 employers new: Jinghua Software, Yanshan Heavy, Taihang Power, Yongding Water and 8 more",
    ),
    Words("A017 搬到 B003（潮白云计算（示例））", "A017 moved to B003 (Chaobai Cloud)"),
    Words("岗位：新增 5 个，改动 2 个", "Openings: 5 new, 2 changed"),
    Words("“名企宣讲”时间：11-28 10:00–11:00 → 11-28 14:00–15:00", "Time of Talk: 10:00–11:00 → 14:00–15:00"),
    Words("图上展位：新增 1 个", "Stalls on the plan: 1 new"),
    Words("团队：改动 1 个", "Delegations: 1 changed"),
)
STICK_GONE = Words(
    "读到一半 w4 读不到了（输入/输出错误），没有安装，原来的仍在使用。请插好 U 盘再试。",
    "w4 could no longer be read (I/O error); it was not installed, the old one stays. "
    "Put the stick back and try again.",
)


class FakePackStick:
    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first: one stick with all kinds of packs."""
        self.found = PackOffers(OFFERS, 1)
        self.seen = PackLook(CHANGES)
        self.outcome = PackOutcome(4)
        self.share = 0.0

    def find(self) -> PackOffers:
        self.calls.note("find_packs")
        return self.found

    def look(self, _offer: PackOffer) -> PackLook:
        self.calls.note("look_at_pack")
        return self.seen

    def install(self, _offer: PackOffer) -> PackOutcome:
        self.calls.note("install_pack")
        return self.outcome


class FakeKiosk:
    """Stands in for kiosk.services.kiosk.Kiosk."""

    def __init__(self) -> None:
        self.calls = Calls()
        self.fair = FAIR
        self.place = PLAN.kiosks[0]
        self.clock = FakeClock()
        self.gate = FakeGate(self.calls)
        self.badge_desk = FakeBadgeDesk(self.calls)
        self.floor = FakeFloor(self.calls, {stall: each.name for each in EXHIBITORS for stall in each.stalls})
        self.lookups = FakeLookups()
        self.directory = FakeDirectory(self.calls, self.floor)
        self.wayfinding = FakeWayfinding(self.calls)
        self.corrections = FakeCorrections(self.calls)
        self.doubles = FakeDoubles(self.calls)
        self.fair_day = FakeFairDay(self.calls, self.gate, self.corrections)
        self.print_queue = FakePrintQueue(self.calls)
        self.batches = FakeBatches(self.calls)
        self.fair_pack = FakeFairPack(self.calls)
        self.pack_stick = FakePackStick(self.calls)
        self.local_settings = FakeLocalSettings(self.calls)
        self.scanner_choice = FakeScannerChoice(self.calls)
        self.season = FakeSeason(self.calls)
        self.visitors = FakeVisitors(self.calls)
        self.programme = FakeProgramme(self.calls)
        self.visit_plans = FakeVisitPlans(self.calls, FAIR, PLAN, EXHIBITORS, SESSIONS)
        self.stalls = FakeStalls(self.calls)
        self.delegations = FakeDelegations(self.calls)
        self.peers = FakePeers(self.calls)
        self.staff_door = FakeStaffDoor(self.calls, lambda: self.fair)
        self.staff_log = FakeStaffLog(self.calls, lambda: self.fair)
        self.station = FakeStation(self.calls, self)
        self.machine = FakeMachine(self.calls)

    def fail(self, name: str, fault: Exception | None = None) -> None:
        """From now on the call of that name raises that fault, or FakeFault."""
        self.calls.failing[name] = fault

    def hold(self, name: str) -> None:
        """From now on the call of that name does not answer."""
        self.calls.hold(name)

    def mend(self) -> None:
        """Nothing fails or is held any more."""
        self.calls.restore()

    def restore(self) -> None:
        """All as at first."""
        self.mend()
        self.fair = FAIR
        self.clock.moment = NOW
        for each in (
            *(self.gate, self.badge_desk, self.fair_day, self.print_queue, self.fair_pack, self.doubles),
            *(self.local_settings, self.corrections, self.delegations, self.pack_stick, self.wayfinding),
            *(self.peers, self.staff_door, self.staff_log, self.station, self.machine),
        ):
            each.restore()
        self.batches.restore()
        self.stalls.as_at_first()
        self.programme.restore()
        self.visit_plans.restore()
        self.floor.as_at_first()
        self.lookups.told.clear()
        self.directory.exhibitors = EXHIBITORS
        self.directory.sessions = SESSIONS
        self.season.count = 3
        self.season.unread = 0
        self.visitors.major_class = "计算机类"

    def crowd(self, inside: int) -> None:
        """So many people are inside."""
        self.gate.inside = inside

    def stand_at(self, door: str) -> None:
        """This kiosk stands at another kind of gate: a key of DOORS."""
        self.gate.door = DOORS[door]

    def rehearse(self) -> None:
        """It is a rehearsal."""
        self.fair = replace(FAIR, id=FAIR.id + REHEARSAL)

    def change_policy(self, **rules) -> None:
        """The fair has other rules."""
        self.fair = replace(self.fair, policy=replace(FAIR.policy, **rules))
