"""Who can get where: from each kiosk and gate to every stall and facility, step-free, and out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.fair import Direction
from kiosk.domain.floorplan import LINKING, Facility, FacilityKind, FloorPlan, Graph, Stall
from kiosk.domain.words import Words
from kiosk.pack.plans.drawing import Box
from kiosk.pack.plans.findings import FindingKind, Layout, PlanFinding, Spot, gapped, listed, spot
from kiosk.pack.records.ledger import Gravity


@dataclass(frozen=True, slots=True)
class _Source:
    name: Words
    node: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class _Target:
    sort: Words
    """展位, 设施 or 会场."""
    name: Words
    node: int
    spot: Spot
    rolled_to: bool = True
    """Nobody asks for a step-free way to the stairs."""


_STALL = Words("展位", "stall")
_FACILITY = Words("设施", "facility")
_ROOM = Words("会场", "room")
_Lost = dict[tuple[FindingKind, tuple[_Source, ...]], list[_Target]]


def find_unreachable(layout: Layout, but: frozenset[str]) -> Iterator[PlanFinding]:
    """Targets that nobody gets to, or not without steps, or not out of again; one finding a like set.

    `but` names stalls whose fault is known already.
    """
    plan = layout.plan
    sources, targets = _sources(layout), _targets(plan, but)
    if not targets:
        return
    walking = neighbours(plan.graph)
    step_free = neighbours(plan.graph, step_free=True)
    got = {source: reached(walking, [source.node]) for source in sources}
    rolled = {source: reached(step_free, [source.node]) for source in sources}
    cut_off = [source for source in sources if not any(got[source][each.node] for each in targets)]
    if len(cut_off) == len(sources):  # then it is not they that are shut in
        cut_off = []
    for source in cut_off:
        yield _cut_off(source, layout)
    open_sources = [source for source in sources if source not in cut_off]
    lost: _Lost = {}
    for target in targets:
        walled = tuple(source for source in open_sources if not got[source][target.node])
        stepped = tuple(
            source
            for source in open_sources
            if target.rolled_to and got[source][target.node] and not rolled[source][target.node]
        )
        for kind, lacking in ((FindingKind.NO_WAY, walled), (FindingKind.NOT_STEP_FREE, stepped)):
            if lacking:
                lost.setdefault((kind, lacking), []).append(target)
    for (kind, lacking), missed in lost.items():
        everywhere = len(lacking) == len(open_sources) > 1
        # Where a few places get nowhere much, it is they that are shown.
        few = len(lacking) * 2 <= len(open_sources) and len(missed) * 2 > len(targets)
        spots = tuple(each.spot for each in (lacking if few else missed))
        yield _lost(layout, kind, _from(lacking, everywhere=everywhere), missed, spots)
    there = [target for target in targets if any(got[each][target.node] for each in open_sources)]
    yield from _trapped(layout, there)


def neighbours(graph: Graph, *, step_free: bool = False, backwards: bool = False) -> list[list[int]]:
    """Where each node leads to; backwards: where it is come to from."""
    one_way = set(graph.one_way)
    found: list[list[int]] = [[] for _ in graph.x_m]
    for index, (a, b, _length_m, has_steps) in enumerate(graph.edges):
        if step_free and has_steps:
            continue
        start, end = (b, a) if backwards else (a, b)
        found[start].append(end)
        if index not in one_way:
            found[end].append(start)
    return found


def reached(leads: Sequence[Sequence[int]], starts: Iterable[int]) -> list[bool]:
    """Which nodes the starts lead to, by node."""
    seen = [False] * len(leads)
    waiting = list(starts)
    for node in waiting:
        seen[node] = True
    while waiting:
        for node in leads[waiting.pop()]:
            if not seen[node]:
                seen[node] = True
                waiting.append(node)
    return seen


def _sources(layout: Layout) -> list[_Source]:
    """Kiosks, and gates where people come in."""
    names = {gate.id: gate.name.zh for gate in layout.file.fair.gates if gate.direction is not Direction.OUT}
    kiosks = [
        _Source(
            Words(f"终端 {each.id}", f"kiosk {each.id}"), each.node, spot(each.level, (each.x_m, each.y_m))
        )
        for each in layout.plan.kiosks
    ]
    gates = [
        _Source(Words(names[each.id], f"gate {each.id}"), each.node, spot(each.level, (each.x_m, each.y_m)))
        for each in layout.plan.gates
        if each.id in names
    ]
    return kiosks + gates


def _targets(plan: FloorPlan, but: frozenset[str]) -> list[_Target]:
    stalls = [
        _Target(_STALL, Words(each.number, each.number), each.node, _box(each))
        for each in plan.stalls
        if each.number not in but
    ]
    facilities = [
        _Target(
            _ROOM if each.kind is FacilityKind.ROOM else _FACILITY,
            Words(each.name.zh or each.id, each.name.en or each.name.zh or each.id),
            each.node,
            _box(each),
            each.kind not in LINKING,
        )
        for each in plan.facilities
    ]
    return stalls + facilities


def _box(each: Stall | Facility) -> Spot:
    return Spot(each.level, Box(each.x_m, each.y_m, each.width_m, each.height_m))


def _cut_off(source: _Source, layout: Layout) -> PlanFinding:
    return PlanFinding(
        FindingKind.CUT_OFF,
        Gravity.ERROR,
        layout.geometry,
        0,
        source.name.en.split()[-1],
        Words(
            f"从{gapped(source.name.zh, after=True)}哪里也走不到，请看它是不是围在墙或展位里。",
            f"no way leads anywhere from {source.name.en}: see whether walls or stalls shut it in.",
        ),
        (source.spot,),
    )


def _from(lacking: Sequence[_Source], *, everywhere: bool) -> Words:
    if everywhere:
        return Words("任何终端和门", "any kiosk or gate")
    zh, en = listed([each.name.zh for each in lacking]).zh, listed([each.name.en for each in lacking]).en
    return Words(gapped(zh, after=True), en)


def _to(missed: Sequence[_Target]) -> Words:
    """What is missed, sort by sort: 展位 A001、A002，设施 洗手间."""
    parts: list[Words] = []
    for sort in (_STALL, _FACILITY, _ROOM):
        of_sort = [each.name for each in missed if each.sort == sort]
        if of_sort:
            names = Words(listed([each.zh for each in of_sort]).zh, listed([each.en for each in of_sort]).en)
            parts.append(Words(f"{sort.zh} {names.zh}", f"{sort.en} {names.en}"))
    return Words("，".join(each.zh for each in parts), "; ".join(each.en for each in parts))


def _lost(
    layout: Layout, kind: FindingKind, start: Words, missed: Sequence[_Target], spots: tuple[Spot, ...]
) -> PlanFinding:
    end = _to(missed)
    if kind is FindingKind.NO_WAY:
        words = Words(
            f"从{start.zh}走不到{end.zh}，请检查墙、门和通道。",
            f"no way leads from {start.en} to {end.en}: check walls, doors and passages.",
        )
    else:
        words = Words(
            f"从{start.zh}到{gapped(end.zh, after=True)}没有无台阶路线，请补画坡道或电梯。",
            f"no step-free way leads from {start.en} to {end.en}: draw a ramp or a lift.",
        )
    gravity = Gravity.ERROR if kind is FindingKind.NO_WAY else Gravity.LOOK
    return PlanFinding(kind, gravity, layout.geometry, 0, missed[0].name.zh, words, spots)


def _trapped(layout: Layout, there: Sequence[_Target]) -> Iterator[PlanFinding]:
    """Where one can get to but not leave, because of one-way passages."""
    plan = layout.plan
    exits = [each.node for each in plan.gates]
    exits += [each.node for each in plan.facilities if each.kind is FacilityKind.EXIT]
    if not plan.graph.one_way or not exits:
        return
    leaves = reached(neighbours(plan.graph, backwards=True), exits)
    stuck = [each for each in there if not leaves[each.node]]
    if not stuck:
        return
    named = Words(listed([each.name.zh for each in stuck]).zh, listed([each.name.en for each in stuck]).en)
    words = Words(
        f"到了{gapped(named.zh, after=True)}就走不出去，请检查单行通道的方向。",
        f"nobody gets out again from {named.en}: check which way one-way passages lead.",
    )
    spots = tuple(each.spot for each in stuck)
    yield PlanFinding(
        FindingKind.NO_WAY_OUT, Gravity.ERROR, layout.geometry, 0, stuck[0].name.zh, words, spots
    )
