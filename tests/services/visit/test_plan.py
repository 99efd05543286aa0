"""Plans on the sample fair, with its real pack and a real store."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.app import OpenKiosk, State, open_kiosk, prepare_sample, provider
from kiosk.badges.reading import picture_read
from kiosk.config import Settings
from kiosk.devices.printers.folder import FolderPrinter
from kiosk.devices.printers.port import Abilities, Handover
from kiosk.domain.floorplan import Graph
from kiosk.domain.plan_words import WhyNot
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState, Takes
from kiosk.domain.route import shortest_ways
from kiosk.domain.words import Words
from kiosk.services.kiosk import Kiosk
from kiosk.services.printing.outlet import FOLDER, Outlet
from kiosk.services.printing.queue import PrintQueue
from kiosk.services.visit.plan import VisitPlans
from kiosk.services.visit.text import BYTES_MOST, plan_text, short_name
from kiosk.services.visit.values import PICKED_MOST, StopKind, VisitPlan
from tests.badges.pictures import shown
from tests.fakes.printers import SimulatedPrinter

SAMPLE = Path(__file__).parents[3] / "resources" / "sample_fairs" / "double_selection"
ATTENDEE = 2**63 + 5
FEW = ("A010", "C015", "E005", "C001")
MANY = ("A010", "A008", "D026", "E002", "D028", "E013", "E018", "E024", "F012", "F009", "D014", "D001")
STAFF = "s1"


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> State:
    """The sample fair, installed."""
    made = State(tmp_path_factory.mktemp("plan"))
    prepare_sample(made, SAMPLE, "", lambda *_: None)
    return made


@pytest.fixture
def opened(state: State) -> Iterator[OpenKiosk]:
    """A kiosk on an empty store."""
    for each in state.folder.glob("store.db*"):
        each.unlink()
    made = open_kiosk(Settings(), state, provider(Settings(), state, lambda: ""))
    yield made
    made.close()


@pytest.fixture
def kiosk(opened: OpenKiosk) -> Kiosk:
    return opened.services


@pytest.fixture
def plans(kiosk: Kiosk) -> VisitPlans:
    return kiosk.visit_plans


@pytest.fixture
def now(kiosk: Kiosk) -> datetime:
    return kiosk.clock.now().replace(hour=9, minute=24, second=0, microsecond=0)


def names(plan: VisitPlan) -> list[str]:
    return [stop.ref for stop in plan.stops]


def test_stops_are_numbered_timed_and_as_far_as_one_walks(
    kiosk: Kiosk, plans: VisitPlans, now: datetime
) -> None:
    plan = plans.order(FEW, (), now, step_free=False)
    assert sorted(names(plan)) == sorted(FEW)
    assert [stop.number for stop in plan.stops] == [1, 2, 3, 4]
    graph, stalls = kiosk.wayfinding.plan.graph, {each.number: each for each in kiosk.wayfinding.plan.stalls}
    here, total_m, moment = kiosk.place.node, 0.0, now
    for stop in plan.stops:
        node = stalls[stop.mark].node
        length_m = shortest_ways(graph, here, step_free=False).distance_m[node]
        assert stop.distance_m == round(length_m)
        moment += timedelta(minutes=length_m / 65)
        assert abs(stop.arrives - moment) < timedelta(seconds=1)
        moment += timedelta(minutes=8)
        here, total_m = node, total_m + length_m
    assert plan.length_m == round(total_m)
    assert plan.until is not None
    assert abs(plan.until - moment) < timedelta(seconds=1)
    first = plan.stops[0]
    assert first.name.zh.endswith("（示例）")
    assert (first.place.en, first.floor.en) != ("", "")


def test_the_way_is_one_line_from_level_to_level(kiosk: Kiosk, plans: VisitPlans, now: datetime) -> None:
    plan = plans.order(FEW, (), now, step_free=False)
    assert plan.legs[0].level == "1"
    assert {leg.level for leg in plan.legs} == {"1", "2"}
    ends = [point for leg in plan.legs for point in leg.points]
    graph = kiosk.wayfinding.plan.graph
    stalls = {each.number: each for each in kiosk.wayfinding.plan.stalls}
    for stop in plan.stops:
        node = stalls[stop.mark].node
        assert (graph.x_m[node], graph.y_m[node]) in ends


def test_talks_are_on_time_with_the_room_as_their_place(plans: VisitPlans, now: datetime) -> None:
    plan = plans.order(FEW, ("P02", "P05"), now, step_free=False)
    talks = [stop for stop in plan.stops if stop.kind is StopKind.SESSION]
    assert [stop.ref for stop in talks] == ["P02", "P05"]
    assert all(stop.starts is not None and stop.arrives <= stop.starts for stop in talks)
    assert talks[0].place.zh == "报告厅 A"
    assert plan.left_out == ()


def test_what_is_no_stop_comes_with_its_reason(plans: VisitPlans, now: datetime) -> None:
    plan = plans.order(
        ("A010", "Z999"), ("P01", "P02", "P03", "P07", "nothing"), now + timedelta(minutes=2), step_free=False
    )
    why = {one.ref: one.why for one in plan.left_out}
    assert why == {
        "Z999": WhyNot.UNKNOWN,
        "nothing": WhyNot.UNKNOWN,
        "P01": WhyNot.BEGUN,
        "P03": WhyNot.TOO_LATE,
        "P07": WhyNot.OFF_MAP,
    }
    assert set(names(plan)) == {"A010", "P02"}
    assert all(one.words.zh and one.words.en for one in plan.left_out)
    later = plans.order((), ("P01",), now + timedelta(hours=2), step_free=False)
    assert [one.why for one in later.left_out] == [WhyNot.OVER]
    tomorrow = plans.order((), ("P01",), now + timedelta(days=1), step_free=False)
    assert [one.why for one in tomorrow.left_out] == [WhyNot.OTHER_DAY]


def test_closed_and_moved_stalls_are_honoured(kiosk: Kiosk, plans: VisitPlans, now: datetime) -> None:
    kiosk.floor.close_stalls(("C015",), STAFF)
    kiosk.stalls.release(STAFF)  # nobody came: their stalls are free
    assert kiosk.floor.move("A010", "C002", STAFF).done
    plan = plans.order(("A010", "C015"), (), now, step_free=False)
    closed = [one for one in plan.left_out if one.ref == "C015"]
    assert [one.why for one in closed] == [WhyNot.CLOSED]
    moved = [stop for stop in plan.stops if stop.ref == "A010"]
    assert [(stop.mark, stop.moved_from) for stop in moved] == [("C002", "A010")]


def test_hosts_who_did_not_come_are_not_visited(kiosk: Kiosk, plans: VisitPlans, now: datetime) -> None:
    kiosk.stalls.release(STAFF)
    plan = plans.order(("C015",), (), now, step_free=False)
    assert [one.why for one in plan.left_out] == [WhyNot.RELEASED]
    assert (plan.stops, plan.length_m, plan.legs, plan.until) == ((), 0, (), None)


def test_a_stall_that_no_way_leads_to_is_said(kiosk: Kiosk, plans: VisitPlans, now: datetime) -> None:
    plan = kiosk.wayfinding.plan
    links = [each.id for each in plan.facilities if each.kind in ("lift", "stairs", "ramp", "escalator")]
    kiosk.floor.close(links, STAFF)
    made = plans.order(FEW, (), now, step_free=False)
    assert [(one.ref, one.why) for one in made.left_out] == [("E005", WhyNot.NO_WAY)]
    assert sorted(names(made)) == ["A010", "C001", "C015"]


def test_two_stalls_of_one_host_are_one_stop(opened: OpenKiosk, plans: VisitPlans, now: datetime) -> None:
    exhibitor = next(each for each in opened.catalogue.exhibitors() if each.stalls)
    plans._hosts = {"A008": exhibitor, "A010": exhibitor}
    assert names(plans.order(("A010", "A008"), (), now, step_free=False)) == ["A010"]


def test_step_free_uses_no_stairs(plans: VisitPlans, kiosk: Kiosk, now: datetime) -> None:
    walking = plans.order(FEW, (), now, step_free=False)
    rolling = plans.order(FEW, (), now, step_free=True)
    assert rolling.step_free
    assert rolling.length_m >= walking.length_m
    graph: Graph = kiosk.wayfinding.plan.graph
    steps = {
        frozenset(((graph.x_m[a], graph.y_m[a]), (graph.x_m[b], graph.y_m[b])))
        for a, b, _, has_steps in graph.edges
        if has_steps and graph.level[a] == graph.level[b]
    }
    walked = {
        frozenset(pair) for leg in rolling.legs for pair in zip(leg.points, leg.points[1:], strict=False)
    }
    assert not steps & walked


def test_nothing_picked_is_an_empty_plan(plans: VisitPlans, now: datetime) -> None:
    assert plans.order((), (), now, step_free=False) == VisitPlan(made=now)


def test_a_plan_is_kept_once_and_forgotten(kiosk: Kiosk, plans: VisitPlans) -> None:
    assert plans.kept(ATTENDEE) is None
    for _ in range(2):
        plans.keep(ATTENDEE, FEW, ("P02",))
    assert plans.kept(ATTENDEE) == (FEW, ("P02",))
    bodies = [fact for fact in kiosk.gate.store.journal.facts() if fact.kind == "plan_kept"]
    assert [msgspec.json.decode(each.body)["attendee"] for each in bodies] == [ATTENDEE]
    plans.keep(ATTENDEE, (), ())
    assert plans.kept(ATTENDEE) is None


@dataclass
class Wanting:
    """A directory that knows who wants a class of majors."""

    ids: tuple[int, ...]

    def for_major(self, _major_class: str) -> tuple[int, ...]:
        return self.ids


def test_stalls_for_a_major_are_best_first_and_open(
    opened: OpenKiosk, kiosk: Kiosk, plans: VisitPlans
) -> None:
    exhibitors = [each for each in opened.catalogue.exhibitors() if each.stalls]
    first, closed, third, fourth = exhibitors[3], exhibitors[9], exhibitors[1], exhibitors[7]
    kiosk.floor.close_stalls(closed.stalls, STAFF)
    plans._directory = Wanting((first.id, closed.id, -1, third.id, fourth.id))  # type: ignore[assignment]
    assert plans.propose("计算机类", 8) == (first.stalls[0], third.stalls[0], fourth.stalls[0])
    assert plans.propose("计算机类", 2) == (first.stalls[0], third.stalls[0])
    assert plans.propose("", 8) == ()


def test_the_text_has_it_all_and_fits(plans: VisitPlans, now: datetime) -> None:
    plan = plans.order(MANY, (), now, step_free=False)
    for language in ("zh", "en"):
        text = plans.text(plan, language)
        assert len(text.encode()) <= BYTES_MOST
        lines = text.split("\n")
        assert len(lines) == 2 + len(MANY) + 1
        for stop, line in zip(plan.stops, lines[2:], strict=False):
            assert line.startswith(f"{stop.number}. {stop.mark} ")
        assert str(plan.length_m) in lines[-1]


def test_a_text_that_is_too_long_says_how_many_it_leaves_out(
    kiosk: Kiosk, plans: VisitPlans, now: datetime
) -> None:
    picked = [*kiosk.stalls.hosts][: PICKED_MOST - 4]
    plan = plans.order(picked, ("P02", "P05"), now, step_free=False)
    for language, said in (("zh", "另有 (\\d+) 站写不下"), ("en", "(\\d+) more do not fit here")):
        text = plans.text(plan, language)
        assert len(text.encode()) <= BYTES_MOST
        more = re.search(said, text)
        assert more is not None
        written = re.findall(r"^\d+\. ", text, re.MULTILINE)
        assert len(written) + int(more[1]) == len(plan.stops)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_text_is_bounded_whatever_names_there_are(
    kiosk: Kiosk, plans: VisitPlans, now: datetime, language: str
) -> None:
    plan = plans.order(MANY, ("P02",), now, step_free=False)
    name = Words("𬭎" * 90, "Extraordinarily " * 12)
    stops = tuple(replace(stop, name=name, place=name) for stop in plan.stops)
    text = plan_text(replace(plan, stops=stops), replace(kiosk.fair, name=name), language)
    assert len(text.encode()) <= BYTES_MOST
    assert f"{len(stops)} " in text.split("\n")[-1]


@pytest.mark.parametrize(
    ("name", "length", "short"),
    [
        ("北京京华软件股份有限公司（示例）", 8, "京华软件"),
        ("北京大学", 8, "北京大学"),
        ("中国建筑集团有限公司", 8, "建筑"),
        ("京华软件（示例）", 3, "京华软"),
        ("有限公司", 8, "有限公司"),
        ("Beijing Jinghua Software", 8, "Beijing Jinghua"),
        ("Jinghua", 2, "Jing"),
    ],
)
def test_names_are_shortened_to_what_tells_them_apart(name: str, length: int, short: str) -> None:
    assert short_name(Words(name, name), "zh", length) == short


def test_the_strip_is_printed_on_the_badges_paper_and_names_nobody(
    kiosk: Kiosk, plans: VisitPlans, now: datetime
) -> None:
    printer = kiosk.print_queue.outlets[0].printer
    assert isinstance(printer, FolderPrinter)
    before = {*printer.folder.iterdir()}
    plan = plans.order(MANY, ("P02",), now, step_free=False)
    printed = plans.print(plan, "zh")
    assert printed.out
    (file,) = {*printer.folder.iterdir()} - before
    text = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, text=True
    )
    for stop in plan.stops:
        assert stop.name.zh.removesuffix("（示例）") in text.stdout
        assert (stop.mark if stop.kind is StopKind.STALL else "9:30") in text.stdout
    assert str(plan.length_m) in text.stdout
    file.unlink()


@pytest.mark.parametrize(
    ("layout", "takes"), [("tape_62", Takes.MONO), ("label_4x3", Takes.MONO), ("a7", Takes.COLOUR)]
)
def test_a_label_printer_gets_the_strip_in_dots(
    layout: str, takes: Takes, kiosk: Kiosk, plans: VisitPlans, now: datetime
) -> None:
    printer = SimulatedPrinter(abilities=Abilities(takes, 203))
    queue = kiosk.print_queue
    outlets = (Outlet(printer, FOLDER, layout, paper=False),)
    plans._queue = PrintQueue(kiosk.gate, kiosk.gate.issuing, outlets, queue.renderer)
    plan = plans.order(MANY, ("P02",), now, step_free=False)
    for language in ("zh", "en"):
        printer.pages.clear()
        assert plans.print(plan, language).out
        rasters = [page.raster for page in printer.pages]
        assert len({page.job for page in printer.pages}) == len(rasters)
        width_mm = next(each.media for each in queue.renderer.layouts() if each.id == layout).width_mm
        sizes = {(each.width_px, each.bits) for each in rasters if each is not None}
        assert sizes == {(round(width_mm * 203 / 25.4), 1 if takes is Takes.MONO else 24)}
        assert [text for each in rasters for text in picture_read(shown(each))] == [
            plans.text(plan, language)
        ]


def test_the_rest_of_a_strip_is_not_sent_after_a_page_that_does_not_go(
    kiosk: Kiosk, plans: VisitPlans, now: datetime
) -> None:
    printer = SimulatedPrinter(abilities=Abilities(Takes.MONO, 203))
    printer.sends.append(Handover(PrintState.FAILED))
    outlets = (Outlet(printer, FOLDER, "label_4x3", paper=False),)
    plans._queue = PrintQueue(kiosk.gate, kiosk.gate.issuing, outlets, kiosk.print_queue.renderer)
    assert not plans.print(plans.order(MANY, (), now, step_free=False), "zh").out
    assert len(printer.pages) == 1


def test_paper_goes_before_labels(kiosk: Kiosk, plans: VisitPlans, now: datetime) -> None:
    labels, paper = (
        SimulatedPrinter("labels", abilities=Abilities(Takes.MONO, 203)),
        SimulatedPrinter("paper"),
    )
    outlets = (Outlet(labels, FOLDER, "tape_62", paper=False), Outlet(paper, FOLDER, "a6"))
    plans._queue = PrintQueue(kiosk.gate, kiosk.gate.issuing, outlets, kiosk.print_queue.renderer)
    plan = plans.order(FEW, (), now, step_free=False)
    assert plans.print(plan, "zh").out
    assert (len(labels.pages), len(paper.pages)) == (0, 1)
    assert paper.pages[0].pdf.startswith(b"%PDF")
    paper.trouble = Trouble.PAPER_OUT
    assert plans.print(plan, "zh").out
    assert (len(labels.pages), len(paper.pages)) == (1, 1)


def test_where_it_does_not_come_out_one_is_told_what_to_do(
    kiosk: Kiosk, plans: VisitPlans, now: datetime, tmp_path: Path
) -> None:
    plan = plans.order(FEW, (), now, step_free=False)
    assert plans.prints
    queue, outlet = kiosk.print_queue, Outlet(FolderPrinter(tmp_path / "nowhere"), FOLDER, "a6")
    plans._queue = PrintQueue(kiosk.gate, kiosk.gate.issuing, (outlet,), queue.renderer)
    assert not plans.print(plan, "zh").out
    plans._queue = PrintQueue(kiosk.gate, kiosk.gate.issuing, (), queue.renderer)
    assert not plans.prints
    printed = plans.print(plan, "en")
    assert (printed.out, "QR" in printed.words.en) == (False, True)
