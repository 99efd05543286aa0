"""The fair's day as staff see it: what needs doing, what is going on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.domain import facts, floor_words
from kiosk.domain.attendee import mask_name
from kiosk.domain.counted import counted, noun, number_text
from kiosk.domain.fair import BEIJING, clock_text, minute_of_day
from kiosk.domain.flow import NEARLY_FULL, full_in_min
from kiosk.domain.reasons import Reason
from kiosk.domain.staff_words import REASON_WORDS
from kiosk.domain.words import Words
from kiosk.services.gate_values import HallPeople, Occupancy
from kiosk.services.peers import NoPeers, Peers
from kiosk.services.printing.needs import print_needs
from kiosk.services.staff_door import FREE_TRIES
from kiosk.services.sync_needs import sync_needs
from kiosk.services.values import Flow, GateRow, Need, RecentRow, Summary
from kiosk.store import attendance, ballast, batches, doubles, staff_facts

if TYPE_CHECKING:
    from kiosk.services.corrections import Corrections
    from kiosk.services.floor import Floor
    from kiosk.services.gate import Gate
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.stalls import Stalls
    from kiosk.services.station import Station

SPAN_MIN = 5
SPANS = 10
RATE_SPANS = 2
"""The rate is that of the last ten minutes."""
_RECENT = 20
TRIED_LATELY_MS = 60 * 60 * 1000
_TRIED_AMONG = 100
"""Facts before and behind the last try that are looked at; guessing is what happens at such a kiosk then."""
RELEASE_AFTER_MIN = 60
"""Employers sign in until an hour after the doors open (domain.md section 2, T-0)."""
_HARM = ("refuse", "notice", "admit")


@dataclass(frozen=True, slots=True)
class Standing:
    """What was found when the kiosk was started, said on the staff page."""

    clock: Words
    keys: Words
    keys_for_samples_only: bool


@dataclass(frozen=True, slots=True)
class FairDay:
    """Reads for the staff page. All calls come from the one thread that owns the store."""

    gate: Gate
    queue: PrintQueue
    standing: Standing
    corrections: Corrections
    stalls: Stalls
    floor: Floor
    peers: Peers = field(default_factory=NoPeers)
    station: Callable[[], Station] | None = None

    def summary(self) -> Summary:
        """The page at a glance."""
        fair = self.gate.fair
        today = self.gate.clock.now().astimezone(BEIJING).date()
        admitted = attendance.totals_by_gate(self.gate.store.db, fair.id, today)
        gates = tuple(
            GateRow(gate.name, admitted.get(gate.id, 0), here=gate.id == self.gate.gate)
            for gate in fair.gates
        )
        occupancy = self.gate.occupancy()
        return Summary(occupancy=occupancy, flow=self._flow(occupancy), gates=gates)

    def needs(self) -> tuple[Need, ...]:
        """What needs doing, the most harmful first."""
        occupancy = self.gate.occupancy()
        found = [
            *self._of_clock(),
            *(self.station().clock.needs() if self.station is not None else ()),
            *self._of_store(),
            *self._of_disk(),
            *self._of_printing(),
            *self._of_batches(),
            *_of_crowd(occupancy),
            *self._of_admission(occupancy),
            *self._of_pins(),
            *self._of_stalls(),
            *self._of_floor(),
            *self._of_keys(),
            *sync_needs(self.peers.standing(), self.gate.fair, self.gate.clock.now()),
        ]
        return tuple(sorted(found, key=lambda need: _HARM.index(need.level)))

    def recent(self) -> tuple[RecentRow, ...]:
        """The latest decisions, newest first."""
        rows = []
        now = self.gate.clock.now()
        for each in attendance.recent_checkins(self.gate.store.db, self.gate.fair.id, _RECENT):
            attendee = self.gate.attendee(each.attendee) if each.attendee is not None else None
            who = mask_name(attendee.person.name) if attendee else ""
            reason = each.reasons[0] if each.reasons else ""
            rows.append(
                RecentRow(
                    each.at,
                    who,
                    each.verdict,
                    reason,
                    words=_reason_words(reason),
                    origin=each.origin.hex(),
                    seq=each.seq,
                    undone=each.undone,
                    undoable=self.corrections.undoable(each, now),
                )
            )
        return tuple(rows)

    def _flow(self, occupancy: Occupancy) -> Flow:
        now = self.gate.clock.now()
        entries = attendance.entries(
            self.gate.store.db,
            self.gate.fair.id,
            until_ms=self.gate.clock.now_ms(),
            span_ms=SPAN_MIN * 60_000,
            count=SPANS,
        )
        latest = sum(entries[-RATE_SPANS:])
        return Flow(
            entries=entries,
            span_min=SPAN_MIN,
            starts=now - timedelta(minutes=SPAN_MIN * SPANS),
            ends=now,
            full_in_min=full_in_min(occupancy.inside, occupancy.capacity, latest, SPAN_MIN * RATE_SPANS),
        )

    def _of_printing(self) -> list[Need]:
        found = print_needs(self.queue.standing(), self.gate.clock.now())
        return [Need(each.level, each.title, each.detail, "printers") for each in found]

    def _of_batches(self) -> list[Need]:
        """A batch of this kiosk that is not at its end: it is printing, or was interrupted."""
        store = self.gate.store
        return [
            Need(
                "notice",
                Words("有一批胸卡没有打完", "A batch of badges is not finished"),
                Words(
                    f"已打 {each.printed} 张，接着打不重不漏",
                    f"{counted(each.printed, 'badge')} printed. Go on.",
                ),
                "batch",
            )
            for each in batches.batches(store.db, self.gate.fair.id)
            if each.ended is None and each.origin == store.journal.origin
        ]

    def _of_pins(self) -> list[Need]:
        """Somebody has tried many PINs at this kiosk lately."""
        journal = self.gate.store.journal
        end = journal.last_seq(facts.PinTried)
        if not end:
            return []
        since = (self.gate.clock.now_ms() - TRIED_LATELY_MS) << 16
        kinds = (facts.PinTried.kind, facts.StaffSignedIn.kind)
        stretch = staff_facts.stretch(
            self.gate.store.db, journal.origin, end - _TRIED_AMONG, end + _TRIED_AMONG, kinds
        )
        lately = [each.kind for each in stretch if each.time >= since]
        wrong = lately.count(facts.PinTried.kind) - lately.count(facts.StaffSignedIn.kind)
        if wrong < FREE_TRIES:
            return []
        title = Words(f"最近一小时输错 PIN {wrong} 次", f"Wrong PINs within an hour: {wrong}")
        detail = Words(
            "可能有人在猜，也可能是孩子在玩；请看看机器旁边，再看值班记录",
            "Somebody may be guessing, or a child playing. Look who stands here, and at the staff log.",
        )
        return [Need("notice", title, detail, "log")]

    def _of_admission(self, occupancy: Occupancy) -> list[Need]:
        db, fair = self.gate.store.db, self.gate.fair.id
        found = []
        if occupancy.paused:
            title = Words("入场已暂停", "Entry is paused")
            detail = Words("所有入口都不放行，等您恢复", "No gate admits anybody until entry is resumed.")
            found.append(Need("notice", title, detail, "resume"))
        twice = doubles.count_unresolved(db, fair)
        if twice:
            title = Words(f"{twice} 人重复入场", f"Admitted more than once: {twice}")
            detail = Words("请核对是不是同一人", "Please check that it was the same person.")
            found.append(Need("notice", title, detail, "twice"))
        conflicts = attendance.badge_conflicts(db, fair)
        if conflicts:
            title = Words(
                f"{len(conflicts)} 张新证互相冲突", f"Badges that were reissued twice: {len(conflicts)}"
            )
            detail = Words("两台机器各换过一次证，请收回旧的那张", "Please take the older one back.")
            found.append(Need("notice", title, detail, "conflicts"))
        return found

    def _of_clock(self) -> list[Need]:
        now = self.gate.clock.now()
        if self.gate.trusts_clock(self.gate.clock.now_ms()):
            return []
        shown = f"{now:%Y-%m-%d %H:%M}"
        title = Words("本机的时间可能不对", "This kiosk's clock may be wrong")
        detail = Words(
            f"现在显示 {shown}，核对前所有人都转人工",
            f"It shows {shown}. Everybody is sent to staff until you confirm it.",
        )
        return [Need("refuse", title, detail, "clock")]

    def _of_store(self) -> list[Need]:
        """A store that was rescued is said until somebody has read it."""
        journal = self.gate.store.journal
        rescued = journal.latest(facts.StoreRescued)
        if rescued is None or journal.last_seq(facts.RescueSeen) > journal.last_seq(facts.StoreRescued):
            return []
        title = Words("本机的数据坏过，已抢救", "This kiosk's data was damaged and rescued")
        detail = Words(
            f"找回 {number_text(rescued.kept)} 条记录，另有 {number_text(rescued.strays)} 条另存；"
            "请与其他机器核对",
            f"{counted(rescued.kept, 'fact')} {noun(rescued.kept, 'was', 'were')} saved, "
            f"{number_text(rescued.strays)} set apart. Compare with the other kiosks.",
        )
        return [Need("refuse", title, detail, "rescue")]

    def _of_disk(self) -> list[Need]:
        """The ballast was given up, or there was never room for it: what is left goes to the facts."""
        store = self.gate.store
        if ballast.state(store.path) is ballast.BallastState.WHOLE:
            return []
        left_mb = ballast.free_bytes(store.path) // 1_000_000
        title = Words("磁盘快满了", "The disk is nearly full")
        detail = Words(
            f"只剩 {left_mb} MB，入场照常记录，请尽快腾出空间",
            f"Only {left_mb} MB left. Entries are still recorded. Free some space soon.",
        )
        return [Need("refuse", title, detail, "settings")]

    def _of_stalls(self) -> list[Need]:
        """An hour after the doors open, stalls that nobody has come to can be given to others."""
        day = self.gate.fair.day(self.gate.today())
        if day is None or minute_of_day(self.gate.clock.now()) < day.opens_min + RELEASE_AFTER_MIN:
            return []
        unclaimed = len(self.stalls.standing().unclaimed)
        if not unclaimed:
            return []
        title = Words(f"{unclaimed} 个展位没人来", f"Stalls that nobody has come to: {unclaimed}")
        detail = Words("可以一次收回，收回后还能撤销", "Release them in one go; it can be undone.")
        return [Need("notice", title, detail, "stalls")]

    def _of_floor(self) -> list[Need]:
        """What was closed is said until it is open again, and that two hosts stand at one stall."""
        found = []
        closed = [
            (each.name, clock_text(minute_of_day(each.since)), each.by)
            for each in self.floor.passages()
            if each.since is not None
        ]
        if closed:
            title = floor_words.passages_need(tuple(name for name, _, _ in closed))
            if len(closed) == 1:
                detail = floor_words.one_closed(*closed[0][1:])
            else:
                detail = floor_words.several_closed(tuple((name, since) for name, since, _ in closed))
            found.append(Need("notice", title, detail, "floor"))
        for stall in self.floor.shared():
            found.append(
                Need("notice", floor_words.shared_stall(stall), floor_words.SHARED_HOW, "floor:stalls")
            )
        return found

    def _of_keys(self) -> list[Need]:
        found = []
        certificates = self.gate.certificates
        if certificates is not None and certificates.withdrawn:
            title = Words("本机的发证密钥已撤销", "This kiosk's badge key was withdrawn")
            detail = Words(
                "它不再发证；请改用别的服务台，并联系主办方",
                "It issues no badges. Use another desk, and ask the organiser.",
            )
            found.append(Need("refuse", title, detail, "settings"))
        elif certificates is not None and not certificates.certified:
            title = Words("本机的发证密钥没有登记", "This kiosk's badge key is not certified")
            detail = Words(
                "别的入口会请人核对它发的证，请联系主办方",
                "Other gates will ask staff. Ask the organiser.",
            )
            found.append(Need("refuse", title, detail, "settings"))
        if self.standing.keys_for_samples_only:
            title = Words("本机用的是示例密钥", "This kiosk uses sample keys")
            detail = Words(
                "正式活动前请换成口令或 systemd 凭据",
                "Use a passphrase or systemd credentials for a real fair.",
            )
            found.append(Need("notice", title, detail, "settings"))
        return found


def _of_crowd(occupancy: Occupancy) -> list[Need]:
    """The hall, or one of several, has as many people in it as may be; or nearly."""
    if occupancy.paused:
        return []  # that is said, and nobody goes in
    whole = HallPeople(Words("馆内", "The hall"), occupancy.inside, occupancy.capacity)
    found = []
    for each in (whole, *occupancy.halls):
        if not each.capacity or each.inside < each.capacity * NEARLY_FULL:
            continue
        full, people = each.inside >= each.capacity, f"{each.inside} / {each.capacity}"
        zh, en = ("满了", "is full") if full else ("快满了", "is nearly full")
        title = Words(f"{each.name.zh}{zh}：{people}", f"{each.name.of('en')} {en}: {people}")
        detail = Words(
            "满了就自动请人等候，有人离场再放。上限在资料包里；要提前停，请暂停入场",
            "Once full, people are asked to wait until others leave. The limit is the pack's. To stop"
            " earlier, pause entry.",
        )
        found.append(Need("refuse" if full else "notice", title, detail, "pause"))
    return found


def _reason_words(reason: str) -> Words:
    """A reason as staff read it; a newer kiosk's stands as it came."""
    known = set(Reason)
    return REASON_WORDS[Reason(reason)] if reason in known else Words(reason, reason)
