"""What differs between two versions of a fair's pack. Of people only how many: never who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from kiosk.domain.attendee import Attendee, Registration
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.fair import Delegation, Fair, Policy, Session
from kiosk.domain.fairpack import PackContent
from kiosk.domain.floorplan import FloorPlan
from kiosk.domain.key_certificate import KeyCertificate
from kiosk.domain.search import exact_key
from kiosk.domain.words import Words

_Key = TypeVar("_Key")
_SIGN_BIT = 1 << 63


@dataclass(frozen=True, slots=True)
class PackSide:
    """One of two versions. `attendees` are read once, in the order of `id_order`: a stream will do."""

    fair: Fair
    plan: FloorPlan
    exhibitors: tuple[Exhibitor, ...]
    sessions: tuple[Session, ...]
    delegations: tuple[Delegation, ...]
    certificates: tuple[KeyCertificate, ...]
    attendees: Iterable[Attendee]
    logo: bytes = b""


def id_order(attendee: Attendee) -> int:
    """Ids as signed 64 bits: the order in which a pack's database gives them."""
    return attendee.id - 2 * _SIGN_BIT if attendee.id >= _SIGN_BIT else attendee.id


def side_of(content: PackContent) -> PackSide:
    """A pack's content that is in memory."""
    return PackSide(
        content.fair,
        content.plan,
        content.exhibitors,
        content.sessions,
        content.delegations,
        content.certificates,
        sorted(content.attendees, key=id_order),
        content.logo,
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are new, gone, or the same one with something changed."""

    new: int = 0
    gone: int = 0
    changed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.new + other.new, self.gone + other.gone, self.changed + other.changed)


@dataclass(frozen=True, slots=True)
class People:
    """Attendees; each is counted once, under the first that applies."""

    new: int = 0
    gone: int = 0
    cancelled: int = 0
    barred: int = 0
    confirmed: int = 0
    rebooked: int = 0
    """Another day or slot."""
    corrected: int = 0
    """Anything else: name, school, type, stall, note."""


@dataclass(frozen=True, slots=True)
class Move:
    """An exhibitor that has other stalls than before; either may be empty."""

    name: Words
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hosts:
    """Exhibitors of one kind, by their names in the pack's order."""

    kind: ExhibitorKind
    new: tuple[Words, ...] = ()
    gone: tuple[Words, ...] = ()
    moved: tuple[Move, ...] = ()
    renamed: tuple[tuple[Words, Words], ...] = ()
    edited: int = 0
    """What is said of them changed: nature, industry, strengths and such."""


@dataclass(frozen=True, slots=True)
class Programme:
    """Sessions: titles of those new and gone, (before, after) of those that changed."""

    new: tuple[Words, ...] = ()
    gone: tuple[Words, ...] = ()
    changed: tuple[tuple[Session, Session], ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The floor plan."""

    stalls: Tally = Tally()
    facilities: Tally = Tally()
    kiosks: Tally = Tally()
    passages: Tally = Tally()
    gates: Tally = Tally()
    """Where they lie."""
    zones: bool = False
    levels: bool = False
    """Floors, walls, or what nobody can walk through."""
    ways: bool = False
    """The graph alone: ways lead otherwise though nothing that is drawn has changed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs. Equal packs give no difference anywhere: `Changes(...)` with everything empty."""

    before: Fair
    after: Fair
    rules: tuple[str, ...]
    """Fields of Policy that differ, in its order."""
    gates: Tally
    staff: Tally
    people: People
    hosts: tuple[Hosts, ...]
    openings: Tally
    pool: Tally
    """Lines of schools' graduate pools."""
    programme: Programme
    delegations: Tally
    plan: Plan
    keys: Tally
    logo: bool = False
    """On badges."""


def changes_between(old: PackContent, new: PackContent) -> Changes:
    """What became of `old`."""
    return compare(side_of(old), side_of(new))


def compare(old: PackSide, new: PackSide) -> Changes:
    """As `changes_between`, of packs that may be read as a stream: attendees are not kept."""
    pairs = _paired(old.exhibitors, new.exhibitors)
    return Changes(
        before=old.fair,
        after=new.fair,
        rules=_rules(old.fair.policy, new.fair.policy),
        gates=tally({each.id: each for each in old.fair.gates}, {each.id: each for each in new.fair.gates}),
        staff=tally({each.id: each for each in old.fair.staff}, {each.id: each for each in new.fair.staff}),
        people=_people(old.attendees, new.attendees),
        hosts=tuple(_hosts(kind, pairs) for kind in ExhibitorKind),
        openings=_offers(pairs, _openings),
        pool=_offers(pairs, _pool),
        programme=_programme(old.sessions, new.sessions),
        delegations=tally(
            {each.name: replace(each, id=0) for each in old.delegations},
            {each.name: replace(each, id=0) for each in new.delegations},
        ),
        plan=_plan(old.plan, new.plan),
        keys=tally(
            {each.kid: each for each in old.certificates}, {each.kid: each for each in new.certificates}
        ),
        logo=old.logo != new.logo,
    )


def tally(old: Mapping[_Key, object], new: Mapping[_Key, object]) -> Tally:
    """Two versions of the same things, by what each is known by."""
    both = old.keys() & new.keys()
    return Tally(len(new) - len(both), len(old) - len(both), sum(old[each] != new[each] for each in both))


def _rules(old: Policy, new: Policy) -> tuple[str, ...]:
    return tuple(each.name for each in fields(Policy) if getattr(old, each.name) != getattr(new, each.name))


# ---- people


def _people(old: Iterable[Attendee], new: Iterable[Attendee]) -> People:
    counts = Counter(_kind(before, after) for before, after in _merged(old, new) if before != after)
    return People(**counts)


def _merged(
    old: Iterable[Attendee], new: Iterable[Attendee]
) -> Iterator[tuple[Attendee | None, Attendee | None]]:
    """Both streams side by side, by id."""
    olds, news = iter(old), iter(new)
    before, after = next(olds, None), next(news, None)
    while before is not None or after is not None:
        if after is None or (before is not None and id_order(before) < id_order(after)):
            yield before, None
            before = next(olds, None)
        elif before is None or id_order(after) < id_order(before):
            yield None, after
            after = next(news, None)
        else:
            yield before, after
            before, after = next(olds, None), next(news, None)


_REGISTERED = {
    Registration.CANCELLED: "cancelled",
    Registration.BARRED: "barred",
    Registration.CONFIRMED: "confirmed",
}


def _kind(before: Attendee | None, after: Attendee | None) -> str:
    """Which of People's counts a person belongs to."""
    if before is None or after is None:
        return "new" if before is None else "gone"
    if before.registration is not after.registration and after.registration in _REGISTERED:
        return _REGISTERED[after.registration]
    return "rebooked" if (before.day, before.slot) != (after.day, after.slot) else "corrected"


# ---- exhibitors

_Pairs = tuple[tuple[Exhibitor | None, Exhibitor | None], ...]


def _paired(old: tuple[Exhibitor, ...], new: tuple[Exhibitor, ...]) -> _Pairs:
    """Each exhibitor beside itself in the other version: by name or a school's code, else by stall and a name
    that holds the other. Those of `new` first, in its order; then those that are gone."""
    left = _keyed(old)
    found: list[tuple[Exhibitor | None, Exhibitor | None]] = [
        (left.pop(key, None), each) for key, each in _keyed(new).items()
    ]
    at_stall = {stall: key for key, each in left.items() for stall in each.stalls}
    for at, (before, after) in enumerate(found):
        if before is None and after is not None:
            keys = [at_stall[stall] for stall in after.stalls if stall in at_stall]
            same = next((key for key in keys if key in left and _is_renamed(left[key], after)), None)
            found[at] = (left.pop(same) if same is not None else None, after)
    return (*found, *((each, None) for each in left.values()))


def _keyed(exhibitors: tuple[Exhibitor, ...]) -> dict[tuple[str, str, int], Exhibitor]:
    seen: Counter[tuple[str, str]] = Counter()
    found = {}
    for each in exhibitors:
        key = (each.kind.value, each.school_code or exact_key(each.name.zh))
        found[(*key, seen[key])] = each
        seen[key] += 1
    return found


def _is_renamed(before: Exhibitor, after: Exhibitor) -> bool:
    if before.kind is not after.kind:
        return False
    one, other = exact_key(before.name.zh), exact_key(after.name.zh)
    names = {exact_key(each) for each in (*before.aliases, *after.aliases)}
    return one in other or other in one or one in names or other in names


def _hosts(kind: ExhibitorKind, pairs: _Pairs) -> Hosts:
    both = [
        (before, after)
        for before, after in pairs
        if before is not None and after is not None and after.kind is kind
    ]
    return Hosts(
        kind,
        new=tuple(b.name for a, b in pairs if a is None and b is not None and b.kind is kind),
        gone=tuple(a.name for a, b in pairs if b is None and a is not None and a.kind is kind),
        moved=tuple(
            Move(after.name, before.stalls, after.stalls)
            for before, after in both
            if before.stalls != after.stalls
        ),
        renamed=tuple((a.name, b.name) for a, b in both if a.name.zh != b.name.zh),
        edited=sum(_said_of(before) != _said_of(after) for before, after in both),
    )


def _said_of(each: Exhibitor) -> tuple[object, ...]:
    said = (each.nature, each.industry, each.scale, each.region, each.strengths, each.aliases, each.office)
    return (*said, each.zone, each.name.en)


_Offers = Callable[[Exhibitor | None], list[tuple[Hashable, Hashable]]]


def _openings(each: Exhibitor | None) -> list[tuple[Hashable, Hashable]]:
    return [(opening.title, opening) for opening in each.openings] if each is not None else []


def _pool(each: Exhibitor | None) -> list[tuple[Hashable, Hashable]]:
    return [((line.degree, line.major), line) for line in each.pool] if each is not None else []


def _offers(pairs: _Pairs, of: _Offers) -> Tally:
    """What exhibitors offer; one of the same title and other words is changed."""
    total = Tally()
    for before, after in pairs:
        old, new = of(before), of(after)
        same = sum((Counter(old) & Counter(new)).values())
        known = sum((Counter(key for key, _ in old) & Counter(key for key, _ in new)).values())
        total += Tally(len(new) - known, len(old) - known, known - same)
    return total


# ---- programme and plan


def _programme(old: tuple[Session, ...], new: tuple[Session, ...]) -> Programme:
    """By the organiser's number; without one a session is known by its title if that stands once."""
    left = {each.id: each for each in old}
    pairs = [(left.pop(each.id, None), each) for each in new]
    titles = Counter(each.title.zh for each in left.values())
    by_title = {each.title.zh: each.id for each in left.values() if titles[each.title.zh] == 1}
    found = []
    for before, after in pairs:
        known = by_title.pop(after.title.zh, None) if before is None else None
        found.append((left.pop(known) if known is not None else before, after))
    return Programme(
        new=tuple(after.title for before, after in found if before is None),
        gone=tuple(each.title for each in left.values()),
        changed=tuple(
            (before, after)
            for before, after in found
            if before is not None and replace(before, id=after.id) != after
        ),
    )


def _plan(old: FloorPlan, new: FloorPlan) -> Plan:
    found = Plan(
        stalls=tally(
            {each.number: replace(each, node=0) for each in old.stalls},
            {each.number: replace(each, node=0) for each in new.stalls},
        ),
        facilities=tally(
            {each.id: replace(each, node=0) for each in old.facilities},
            {each.id: replace(each, node=0) for each in new.facilities},
        ),
        kiosks=tally(
            {each.id: replace(each, node=0) for each in old.kiosks},
            {each.id: replace(each, node=0) for each in new.kiosks},
        ),
        passages=tally({each.id: each for each in old.passages}, {each.id: each for each in new.passages}),
        gates=tally(
            {each.id: replace(each, node=0) for each in old.gates},
            {each.id: replace(each, node=0) for each in new.gates},
        ),
        zones=old.zones != new.zones,
        levels=old.levels != new.levels,
    )
    return replace(found, ways=old.graph != new.graph) if found == Plan() else found
