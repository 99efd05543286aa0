"""A fair's day as facts of six kiosks, for the benchmarks: who comes, goes, prints, registers, is refused.

Most facts are check-ins, of people who come in by two halls, go to lectures, to lunch and home; half of them
get a badge at the kiosk and have it printed (four facts), one of ten registers there (with personal fields).
Between them staff release and close stalls, take check-ins back, replace lost badges. The same count gives
the same day.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.domain.fair import Direction
from kiosk.domain.printing import PrintState
from kiosk.domain.reasons import Reason, Verdict
from kiosk.domain.signed_head import NONCE_LENGTH, SignedHead, head_bytes, origin_for
from kiosk.keys.signing import SigningKey
from kiosk.store import bodies

FAIR = "bjut-2026-autumn"
OPENS_MS = 1_795_825_800_000
"""2026-11-28 08:30 in Beijing."""
DAY = 2523
"""That day as badge tokens count days."""
LENGTH_MS = 7 * 3600 * 1000
KIOSKS = ("east-1", "east-2", "west-1", "west-2", "north-1", "lecture-1")
GATES = ("east", "east", "west", "west", "north", "lecture")
HALLS = ("1", "1", "2", "2", "2", "")
LECTURE = 5
_NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉文建国志永红春梅海燕雪晨浩宇"


@dataclass(frozen=True, slots=True)
class Happened:
    """One fact before it has its place in a journal."""

    at_ms: int
    kiosk: int
    body: facts.Body
    personal: facts.Personal | None = None
    undoes: bool = False
    """Takes the kiosk's check-in before it back; its body is made when its place is known."""


KEYS = tuple(SigningKey.from_seed(bytes([number + 1]) * 32) for number in range(len(KIOSKS)))
ORIGINS = tuple(origin_for(key.public, bytes(NONCE_LENGTH)) for key in KEYS)


@dataclass
class Journals:
    """What the six recorded: `facts` in the order of the day, and the personal fields of some."""

    origins: tuple[bytes, ...]
    facts: list[facts.Fact] = field(default_factory=list)
    personals: dict[tuple[bytes, int], facts.Personal] = field(default_factory=dict)

    def head(self, fact: facts.Fact) -> SignedHead:
        """The fact's kiosk signs that its journal goes so far."""
        key = KEYS[self.origins.index(fact.origin)]
        signature = key.sign(head_bytes(fact.origin, fact.seq, fact.hash))
        return SignedHead(fact.origin, fact.seq, fact.hash, key.public, signature)


def day(count: int, origins: tuple[bytes, ...] = ORIGINS, seed: int = 8) -> Journals:
    """The first `count` facts of a day of six kiosks, whose keys are KEYS."""
    made = Journals(origins)
    chance = random.Random(seed)
    happened: list[Happened] = []
    while len(happened) < count:
        happened += _person(chance, len(happened))
    happened += _staff(chance, count // 1000)
    happened.sort(key=lambda each: each.at_ms)
    _chain(made, happened[:count])
    return made


def parcels(made: Sequence[facts.Fact], most: int) -> Iterator[list[list[facts.Fact]]]:
    """The day cut as a courier cuts it that hears of everything soon: `most` facts each, by origin."""
    for first in range(0, len(made), most):
        by_origin: dict[bytes, list[facts.Fact]] = {}
        for fact in made[first : first + most]:
            by_origin.setdefault(fact.origin, []).append(fact)
        yield [by_origin[origin] for origin in sorted(by_origin)]


def _chain(made: Journals, happened: Sequence[Happened]) -> None:
    heads = [(0, 0, facts.GENESIS)] * len(KIOSKS)
    last_check_in = [0] * len(KIOSKS)
    for each in happened:
        origin = made.origins[each.kiosk]
        seq, before, previous = heads[each.kiosk]
        body = each.body
        if each.undoes:
            body = facts.CheckInUndone(FAIR, origin.hex(), last_check_in[each.kiosk], "s1")
        elif isinstance(body, facts.BadgeIssued):
            body = replace(body, kid=KEYS[each.kiosk].kid)
        time = facts.next_time(before, each.at_ms)
        encoded = bodies.encode(body)
        digest = facts.fact_hash(
            origin=origin, seq=seq + 1, time=time, kind=body.kind, body=encoded, previous=previous
        )
        made.facts.append(facts.Fact(origin, seq + 1, time, body.kind, encoded, previous, digest))
        if each.personal is not None:
            made.personals[(origin, seq + 1)] = each.personal
        if isinstance(body, facts.CheckIn):
            last_check_in[each.kiosk] = seq + 1
        heads[each.kiosk] = (seq + 1, time, digest)


def _person(chance: random.Random, number: int) -> Iterator[Happened]:
    attendee, badge, kiosk = chance.getrandbits(64), chance.getrandbits(64), chance.randrange(LECTURE)
    comes_ms = OPENS_MS + int(LENGTH_MS * 0.8 * chance.random() ** 1.6)
    kind = chance.random()
    if kind < 0.1:
        yield from _registers(chance, comes_ms, kiosk, attendee, number)
    if kind < 0.55:
        yield Happened(comes_ms + 1, kiosk, facts.BadgeIssued(FAIR, badge, attendee, 1, 0, DAY + 1))
    claim = "code" if kind < 0.55 else "badge"
    enter = _check_in(Verdict.ADMIT, Reason.WELCOME, attendee, badge, kiosk, claim)
    yield Happened(comes_ms + 2, kiosk, enter)
    if kind < 0.55:
        yield from _prints(chance, comes_ms, kiosk, attendee, badge)
    yield from _goes_on(chance, comes_ms, kiosk, attendee, badge)


def _registers(
    chance: random.Random, at_ms: int, kiosk: int, attendee: int, number: int
) -> Iterator[Happened]:
    name = "".join(chance.choices(_NAMES, k=3))
    person = Person(name, "北京科技大学", "软件工程・硕士", "", f"13{number:09d}")
    personal = facts.Personal(chance.randbytes(facts.SALT_LENGTH), bodies.personal_for(person).fields)
    digest = facts.personal_digest(personal)
    body = facts.AttendeeRegistered(FAIR, attendee, 1, "2026-1", "4111010008", "硕士", digest)
    yield Happened(at_ms, kiosk, body, personal)


def _prints(chance: random.Random, at_ms: int, kiosk: int, attendee: int, badge: int) -> Iterator[Happened]:
    job = chance.getrandbits(64)
    yield Happened(at_ms + 3, kiosk, facts.PrintRequested(FAIR, job, badge, attendee, "first"))
    for after_ms, state in (
        (200, PrintState.RENDERED),
        (1500, PrintState.SENT),
        (5000, PrintState.CONFIRMED),
    ):
        reference = "" if state is PrintState.RENDERED else f"{KIOSKS[kiosk]}-{job % 9999}"
        body = facts.PrintReported(job, state.value, "label-1", reference=reference)
        yield Happened(at_ms + after_ms, kiosk, body)


def _goes_on(chance: random.Random, at_ms: int, kiosk: int, attendee: int, badge: int) -> Iterator[Happened]:
    """Scans again, goes out and comes back by whichever door, is refused, loses the badge."""

    def shows(verdict: Verdict, reason: Reason, where: int, after_ms: int) -> Happened:
        return Happened(at_ms + after_ms, where, _check_in(verdict, reason, attendee, badge, where, "badge"))

    minute = 60_000
    later = chance.randrange(20, 90) * minute
    if chance.random() < 0.1:
        yield shows(Verdict.REFUSE, Reason.ALREADY_INSIDE, kiosk, later // 2)
    if chance.random() < 0.02:
        yield shows(Verdict.ADMIT, Reason.WELCOME, (kiosk + 2) % LECTURE, 20_000)  # twice
    if chance.random() < 0.01:
        yield Happened(at_ms + 30_000, kiosk, facts.StaffSignedIn(FAIR, "s1"), undoes=True)
    if chance.random() < 0.02:
        yield Happened(
            at_ms + later,
            kiosk,
            facts.BadgeIssued(FAIR, chance.getrandbits(64), attendee, 1, 0, DAY + 1, (badge,), "s1"),
        )
    for visit in range(chance.choice((0, 1, 1, 2, 2))):
        out = later + visit * 60 * minute
        yield shows(Verdict.ADMIT, Reason.LEFT, chance.randrange(LECTURE), out)
        yield shows(Verdict.ADMIT, Reason.WELCOME, chance.randrange(LECTURE), out + 25 * minute)
    if chance.random() < 0.5:
        yield shows(Verdict.ADMIT, Reason.WELCOME, LECTURE, later + 10 * minute)


def _check_in(
    verdict: Verdict, reason: Reason, attendee: int, badge: int, kiosk: int, claim: str
) -> facts.CheckIn:
    return facts.CheckIn(
        fair=FAIR,
        gate=GATES[kiosk],
        verdict=verdict.value,
        reasons=(reason.value,),
        claim=claim,
        attendee=attendee,
        badge=badge,
        badge_type=1,
        day=DAY,
        direction=Direction.OUT.value if reason is Reason.LEFT else Direction.IN.value,
        hall=HALLS[kiosk],
        session="lecture-a" if kiosk == LECTURE else "",
        unheard_s=14,
    )


def _staff(chance: random.Random, actions: int) -> Iterator[Happened]:
    """What staff do between: stalls given up, closed and moved, entry paused, people kept out."""
    for number in range(actions):
        stall, kiosk = f"A{chance.randrange(1, 400):03d}", chance.randrange(len(KIOSKS))
        made: tuple[Callable[[], facts.Body], ...] = (
            lambda: facts.StallsReleased(FAIR, (stall,), True, "s1"),  # noqa: B023
            lambda: facts.StallsClosed(FAIR, (stall,), True, "s1"),  # noqa: B023
            lambda: facts.StallMoved(FAIR, stall, "B012", "s1"),  # noqa: B023
            lambda: facts.EntryPaused(FAIR, "east", number % 2 == 0, "s1"),  # noqa: B023
            lambda: facts.AttendeeBarred(FAIR, chance.getrandbits(64), True, "s1"),
            lambda: facts.PlanKept(FAIR, chance.getrandbits(64), (stall, "B012"), ()),  # noqa: B023
            lambda: facts.LookupsCounted(FAIR, DAY, 40, 31, (("华为", 3),), 2),
            lambda: facts.StaffSignedIn(FAIR, "s1"),
        )
        yield Happened(OPENS_MS + chance.randrange(LENGTH_MS), kiosk, made[number % len(made)]())
