"""Directions as a person says them: what one sees, then the turn (the look: route)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Point, Stall
from kiosk.domain.sights import Sight, Sights, Thing
from kiosk.domain.walk import Links, Stretch, WalkLeg, bearing_deg, turn
from kiosk.domain.words import Words

WALKING_M_PER_MIN = 65.0
"""In a crowded hall; 80 m a minute is a free pavement's pace (HCM pedestrian levels of service)."""
_TURNS_SAID = 3
"""More turns than this nobody keeps in mind: then the zone is named, and the last turn."""
_LISTED_MOST = 3
_SHORT_ZH, _SHORT_EN = 6, 20
NO_WORDS = Words("", "")


@dataclass(frozen=True, slots=True)
class DirectionStep:
    """One step: an icon's name, what to do, and what one sees."""

    icon: str
    title: Words
    detail: Words


@dataclass(frozen=True, slots=True)
class Told:
    """A way in steps, and in one breath."""

    steps: tuple[DirectionStep, ...]
    summary: Words


def minutes_for(length_m: float) -> int:
    """Whole minutes of walking, at least one."""
    return max(1, round(length_m / WALKING_M_PER_MIN))


def short_name(name: Words) -> Words:
    """What a host is called by those who look for its stall; nothing where that would be long.

    北京京华软件股份有限公司（示例） is 京华软件 on its stall.
    """
    zh = re.sub(r"[（(].*?[）)]", "", name.zh).strip()
    zh = re.sub(r"(股份|集团|有限|责任|公司|总公司|分公司)+$", "", zh)
    zh = re.sub(r"^(北京市?|中国)(?=.{4})", "", zh)
    en = re.sub(r"\s*\(.*?\)|,? (Co\.?|Ltd\.?|Inc\.?|Company|Limited|Corporation|Group)\b\.?,?", "", name.en)
    return Words(zh if len(zh) <= _SHORT_ZH else "", en.strip() if len(en.strip()) <= _SHORT_EN else "")


_EDGES = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])")


def gapped(*parts: str) -> str:
    """Parts of a Chinese sentence, with a thin gap where hanzi and Latin letters or digits meet."""
    return _EDGES.sub(" ", "".join(parts))


_SEEN_EN = {
    FacilityKind.COFFEE: "the coffee stand",
    FacilityKind.TOILET: "the toilets",
    FacilityKind.ACCESSIBLE_TOILET: "the accessible toilet",
    FacilityKind.REST: "the rest area",
    FacilityKind.INFORMATION: "the information desk",
    FacilityKind.EXIT: "the exit",
    FacilityKind.LIFT: "the lift",
}
_FIRST = {
    "straight": Words("往前走", "Straight ahead"),
    "left": Words("在您左手边", "To your left"),
    "right": Words("在您右手边", "To your right"),
    "back": Words("在您身后", "Behind you"),
}
_TURNS = {
    "straight": Words("直行", "straight on"),
    "left": Words("左转", "turn left"),
    "right": Words("右转", "turn right"),
    "back": Words("往回走", "turn back"),
}
_ENDS = {
    "left": Words("在左手边", "on the left"),
    "right": Words("在右手边", "on the right"),
    "straight": Words("就在正前方", "right in front of you"),
    "back": Words("就在身后", "right behind you"),
}
_WHERE = {
    "left": Words("在您左手边", "On your left"),
    "right": Words("在您右手边", "On your right"),
    "straight": Words("就在您面前", "Right in front of you"),
    "back": Words("就在您身后", "Right behind you"),
}
_SIDES = {"left": Words("左手边", "On the left"), "right": Words("右手边", "On the right")}
_HANDS = {"left": Words("左手", "on the left"), "right": Words("右手", "on the right")}
_OUT_OF = {
    FacilityKind.LIFT: Words("电梯", "the lift"),
    FacilityKind.STAIRS: Words("楼梯", "the stairs"),
    FacilityKind.RAMP: Words("坡道", "the ramp"),
    FacilityKind.ESCALATOR: Words("扶梯", "the escalator"),
}
_ORDINALS = (
    Words("第一个", "first"),
    Words("第二个", "second"),
    Words("第三个", "third"),
    Words("第四个", "fourth"),
    Words("第五个", "fifth"),
    Words("第六个", "sixth"),
)
LINK_WORDS = {
    FacilityKind.LIFT: Words("乘电梯", "take the lift"),
    FacilityKind.STAIRS: Words("走楼梯", "take the stairs"),
    FacilityKind.RAMP: Words("走坡道", "take the ramp"),
    FacilityKind.ESCALATOR: Words("乘扶梯", "take the escalator"),
}


class Guide:
    """Tells ways over one plan; what it needs of the plan is gathered once."""

    def __init__(self, plan: FloorPlan) -> None:
        self._links = Links(plan)
        self.sights = Sights(plan)
        self.levels = {level.id: level.name for level in plan.levels}
        self._zones = {zone.letter: zone.name for zone in plan.zones}

    def legs(self, path: Iterable[int]) -> tuple[WalkLeg, ...]:
        """The path between lifts, stairs, ramps and escalators."""
        return self._links.legs(path)

    def zone(self, letter: str) -> Words | None:
        """A zone as one asks for it; None where the plan does not know it."""
        name = self._zones.get(letter)
        if name is None or not name.zh:
            return None
        zh = name.zh if name.zh.endswith("区") else f"{name.zh}专区"
        return Words(zh, f"zone {letter}, {name.en}" if name.en else f"zone {letter}")

    def tell(
        self,
        legs: tuple[WalkLeg, ...],
        heading_deg: float,
        target: Stall | Facility,
        hosts: Mapping[str, Words],
    ) -> Told:
        """From the kiosk, where the visitor looks towards `heading_deg`, to a stall or a facility.

        `hosts` names who hosts each stall, by its number.
        """
        telling = _Telling(self, hosts, target, heading_deg)
        for before, leg in zip((None, *legs), legs, strict=False):
            if before is not None:
                telling.climb(leg, before.level)
            for stretch in leg.stretches():
                telling.walk(leg, stretch)
        telling.arrive(legs[-1].points[-1])
        return Told(tuple(telling.steps), telling.summary())


@dataclass(slots=True)
class _Telling:
    """A way as far as it was told."""

    guide: Guide
    hosts: Mapping[str, Words]
    target: Stall | Facility
    facing: float | None
    steps: list[DirectionStep] = field(default_factory=list)
    said: list[tuple[str, Words]] = field(default_factory=list)
    """What the sentence is made of: first, turn, link or end, and in words."""
    zone: str = ""
    last: Stretch | None = None
    """The stretch before, on this leg."""
    beside: Mapping[str, list[Stall]] = field(default_factory=dict)
    """The stalls along it, on its left and right."""

    def climb(self, leg: WalkLeg, below: str) -> None:
        """By lift, stairs, ramp or escalator."""
        kind = leg.link.kind if leg.link else FacilityKind.STAIRS
        words = LINK_WORDS[kind]
        if below != leg.level:
            level = self.guide.levels[leg.level]
            words = Words(gapped(words.zh, "到", level.zh), f"{words.en} to {level.of('en')}")
        self.steps.append(DirectionStep(kind.value, _sentence(words), NO_WORDS))
        self.said.append(("link", words))
        self.facing, self.last = leg.faces_deg(), None

    def walk(self, leg: WalkLeg, stretch: Stretch) -> None:
        """One stretch, with the turn that it begins with."""
        way = "straight" if self.facing is None else turn(self.facing, stretch.sets_out_deg)
        seen = self.guide.sights.landmark(leg.level, stretch.points[0], self.target) if self.last else None
        metres = rounded_m(stretch.length_m)
        if not self.steps:
            first = _FIRST[way]
            self.said.append(("first", first))
            title = Words(f"{first.zh}，走约 {metres} 米", f"{first.en}, about {metres} m")
            if way == "straight":
                title = Words(f"往前走约 {metres} 米", f"Straight ahead, about {metres} m")
        elif way == "straight":
            title = Words(f"直行约 {metres} 米", f"Straight on, about {metres} m")
        else:
            words = self._turn(leg, way, seen, hosts={})
            if self.last is not None and seen is None:  # nothing to be seen there: so far one goes first
                gone = rounded_m(self.last.length_m)
                words = Words(f"约 {gone} 米后{words.zh}", f"{words.en} after about {gone} m")
            self.said.append(("turn", words))
            words = self._turn(leg, way, seen, hosts=self.hosts)
            title = Words(f"{words.zh}，走约 {metres} 米", f"{words.en}, about {metres} m")
        detail = self._detail(leg, stretch)
        if way != "straight" and isinstance(seen, Stall):
            detail = _with_host(detail, seen, short_name(self.hosts.get(seen.number, NO_WORDS)))
        self.steps.append(DirectionStep(way, _sentence(title), _sentence(detail)))
        self.facing, self.last = stretch.arrives_deg, stretch

    def _turn(self, leg: WalkLeg, way: str, seen: Thing | Sight, *, hosts: Mapping[str, Words]) -> Words:
        """Where to turn, and to which side; in Chinese a stall with its host, where `hosts` knows one."""
        words = _TURNS[way]
        if self.last is None:
            out = _OUT_OF[leg.link.kind if leg.link else FacilityKind.STAIRS]
            return Words(f"出{out.zh}{words.zh}", f"{words.en} from {out.en}")
        if isinstance(seen, Facility):
            name = seen.name.zh or _SEEN_EN[seen.kind]
            return Words(gapped(name, words.zh), f"{words.en} at {_called(seen)}")
        if isinstance(seen, Stall):
            host = short_name(hosts.get(seen.number, NO_WORDS))
            called = f"{seen.number} {host.zh}".strip()
            if _inner(self.last, seen, way):
                return Words(gapped("过", called, words.zh), f"{words.en} after {seen.number}")
            return Words(gapped("到", called, words.zh), f"{words.en} at {seen.number}")
        if isinstance(seen, Sight):
            return Words(f"柱子旁{words.zh}", f"{words.en} at the pillar")
        return words

    def _detail(self, leg: WalkLeg, stretch: Stretch) -> Words:
        """The zone one comes into, and the stalls along the way."""
        beside = self.beside = self.guide.sights.beside(leg.level, stretch)
        zones = {stall.zone for stalls in beside.values() for stall in stalls}
        entered = self.guide.zone(next(iter(zones))) if len(zones) == 1 and self.zone not in zones else None
        if len(zones) == 1:
            self.zone = next(iter(zones))
        side = max(beside, key=lambda each: (self.target in beside[each][1:], len(beside[each])))
        numbers = [stall.number for stall in beside[side] if stall is not self.target]
        zh = [f"进入{gapped(entered.zh)}"] if entered else []
        en = [f"Into {entered.en}"] if entered else []
        if numbers:
            many = len(numbers) > _LISTED_MOST
            listed = f"从 {numbers[0]} 到 {numbers[-1]}" if many else f"是 {'、'.join(numbers)}"
            zh.append(f"{_SIDES[side].zh}{listed}")
            shown = f"{numbers[0]} to {numbers[-1]}" if many else ", ".join(numbers)
            en.append(f"{_SIDES[side].en if not entered else _SIDES[side].en.lower()}: {shown}")
        return Words("，".join(zh), "; ".join(en))

    def arrive(self, end: Point) -> None:
        """Which of the things there it is."""
        target = self.target
        side = None if self.facing is None else turn(self.facing, bearing_deg(end, target.centre))
        where = _WHERE[side] if side else NO_WORDS
        if isinstance(target, Facility):
            if side:
                called = Words(gapped(target.name.zh, _ENDS[side].zh), f"{_called(target)} {_ENDS[side].en}")
                self.said.append(("end", called))
            title = Words(f"到了：{target.name.zh}", target.name.of("en"))
        else:
            count = self._count(target, side)
            if side:
                self.said.append(("end", self._told_by_neighbours(target, side, count)))
            host, zone = self.hosts.get(target.number, NO_WORDS), self.guide.zone(target.zone)
            title = Words(
                f"到了：{target.number} {host.zh}".strip(), f"{target.number} {host.of('en')}".strip()
            )
            if count:
                where = self.said[-1][1]
            if zone and side:
                where = Words(f"{where.zh}，{zone.zh}", f"{where.en}, {zone.en}")
        self.steps.append(DirectionStep("arrive", title, _sentence(where)))

    def _told_by_neighbours(self, target: Stall, side: str, count: int | None) -> Words:
        """Which stall of its row it is, else what one passes just before it, and on which side it is."""
        if count:
            nth, hand = _ORDINALS[count - 1], _HANDS[side]
            return Words(f"{hand.zh}{nth.zh}展位", f"{nth.en} stall {hand.en}")
        end = Words(gapped(target.number, _ENDS[side].zh), f"{target.number} {_ENDS[side].en}")
        passed = self.beside.get(side, []) if self.last else []
        before = next((each.number for each in reversed(passed) if each is not target), "")
        return Words(f"过 {before}，{end.zh}", f"past {before}, {end.en}") if before else end

    def _count(self, target: Stall, side: str | None) -> int | None:
        """Which stall of its row it is, where one would count."""
        if self.last is None or side not in _HANDS:
            return None
        return self.guide.sights.ordinal(target, self.last)

    def summary(self) -> Words:
        """The sentence; with many turns it names the zone and the last turn only."""
        said = self.said
        turns = [at for at, (kind, _words) in enumerate(said) if kind == "turn"]
        zone = self.guide.zone(self.target.zone if isinstance(self.target, Stall) else self.zone)
        if len(turns) > _TURNS_SAID and zone is not None:
            make_for = ("zone", Words(gapped("往", zone.zh, "走"), f"make for {zone.en}"))
            links = [at for at, (kind, _words) in enumerate(said) if kind == "link"]
            before = [said[at] for at in range(turns[-1]) if said[at][0] != "turn"]
            after = said[turns[-1] :]
            said = [*before, make_for, *after] if not links or links[-1] < turns[-1] else [*before, *after]
        zh = "，".join(words.zh for _kind, words in said)
        return _sentence(Words(zh, ", ".join(words.en for _kind, words in said)))


def spoken(summary: Words, length_m: int, minutes: int) -> Words:
    """The way in one sentence, as a person says it aloud, with metres and minutes."""
    zh = f"约 {length_m} 米，{minutes} 分钟"
    en = f"about {length_m} m, {minutes} {'minute' if minutes == 1 else 'minutes'}"
    if not summary.zh:
        return _sentence(Words(zh, en))
    return Words(f"{summary.zh}，{zh}", f"{summary.en}, {en}")


def rounded_m(length_m: float) -> int:
    """Metres as one says them: to five of them from ten on."""
    return max(1, round(length_m)) if length_m < 10 else round(length_m / 5) * 5


def _called(facility: Facility) -> str:
    """What it is called inside an English sentence."""
    return _SEEN_EN.get(facility.kind) or facility.name.of("en")


def _with_host(detail: Words, stall: Stall, host: Words) -> Words:
    """English titles have no room for who hosts the stall that one turns at: then it is said below."""
    if not host.en:
        return detail
    said = f"{stall.number} is {host.en}"
    return Words(detail.zh, f"{said}; {detail.en[:1].lower()}{detail.en[1:]}" if detail.en else said)


def _inner(before: Stretch, seen: Stall, way: str) -> bool:
    """Whether one has gone past it when one turns: it stands on the side that one turns to."""
    return turn(before.arrives_deg, bearing_deg(before.points[-1], seen.centre)) in (way, "back")


def _sentence(words: Words) -> Words:
    """With a capital letter."""
    return Words(words.zh, words.en[:1].upper() + words.en[1:])
