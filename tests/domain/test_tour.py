"""Tours: against every order there is, against Held and Karp's recursion in numpy, and on time for talks."""

from __future__ import annotations

import math
import os
import random
from itertools import pairwise, permutations
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.tour import EXACT_MOST, Pace, Talk, Tour, best_tour
from kiosk.domain.tour_search import _changed, _Search
from tests.bench.tour import held_karp, walked

PACE = Pace()
MANY = 20 if os.environ.get("FAIR_KIOSK_LONG") else 1


def matrix(points: list[tuple[float, float]], detours: list[float] | None = None) -> list[list[float]]:
    """Distances between points, made longer one way, as shortest ways are: no detour is shorter."""
    count = len(points)
    detours = detours or [0.0]
    rows = [
        [
            math.dist(points[a], points[b]) * (1 + detours[(a * count + b) % len(detours)])
            for b in range(count)
        ]
        for a in range(count)
    ]
    for via in range(count):
        for a in range(count):
            for b in range(count):
                rows[a][b] = min(rows[a][b], rows[a][via] + rows[via][b])
    return rows


def cost(rows: list[list[float]], order: tuple[int, ...], talks: dict[int, Talk], now_min: float) -> float:
    """What an order costs, `inf` where it is late, worked out step by step."""
    total, here = 0.0, 0
    for place in order:
        total += rows[here][place]
        now_min += rows[here][place] / PACE.walking_m_per_min
        here = place
        if place not in talks:
            now_min += PACE.visit_min
        elif now_min > talks[place].start_min:
            return inf
        else:
            total += PACE.waiting_m_per_min * (talks[place].start_min - now_min)
            now_min = talks[place].end_min
    return total


def cheapest(rows: list[list[float]], talks: dict[int, Talk], now_min: float) -> float:
    """The least that any order of all places costs."""
    return min(cost(rows, order, talks, now_min) for order in permutations(range(1, len(rows))))


def walks(rows: list[list[float]], order: tuple[int, ...]) -> float:
    return sum(rows[a][b] for a, b in pairwise((0, *order)))


coordinates = st.tuples(st.integers(0, 90).map(float), st.integers(0, 60).map(float))
detours = st.lists(st.sampled_from((0.0, 0.3, 1.5)), min_size=1, max_size=11)


@st.composite
def problems(draw: st.DrawFn, most: int) -> tuple[list[list[float]], tuple[Talk, ...]]:
    """A hall with up to `most` places, some of them talks, one after the other in the first hours."""
    count = draw(st.integers(1, most))
    rows = matrix(draw(st.lists(coordinates, min_size=count + 1, max_size=count + 1)), draw(detours))
    places = draw(st.lists(st.integers(1, count), unique=True, max_size=3))
    starts = draw(st.lists(st.integers(0, 150), min_size=len(places), max_size=len(places)))
    return rows, tuple(Talk(place, at, at + 30) for place, at in zip(places, starts, strict=True))


@given(problems(6))
@settings(max_examples=120 * MANY, deadline=None)
def test_no_order_is_better_and_all_is_in_time(problem: tuple[list[list[float]], tuple[Talk, ...]]) -> None:
    rows, talks = problem
    tour = best_tour(rows, talks, now_min=5.0)
    assert sorted((*tour.order, *tour.missed)) == list(range(1, len(rows)))
    by_place = {talk.place: talk for talk in talks}
    heard = {place: talk for place, talk in by_place.items() if place not in tour.missed}
    assert all(stop.arrives_min <= heard[stop.place].start_min for stop in tour.stops if stop.place in heard)
    kept = [0, *tour.order]
    index = {place: at for at, place in enumerate(sorted(kept))}
    part = [[rows[a][b] for b in sorted(kept)] for a in sorted(kept)]
    there = {index[place]: talk for place, talk in heard.items()}
    assert cost(rows, tour.order, heard, 5.0) == pytest.approx(cheapest(part, there, 5.0))


@given(problems(5))
@settings(max_examples=60 * MANY, deadline=None)
def test_a_talk_is_missed_only_where_no_order_hears_it(
    problem: tuple[list[list[float]], tuple[Talk, ...]],
) -> None:
    rows, talks = problem
    tour = best_tour(rows, talks, now_min=5.0)
    if tour.missed:
        assert cheapest(rows, {talk.place: talk for talk in talks}, 5.0) == inf


@given(st.integers(0, 10_000), st.booleans())
@settings(max_examples=10 * MANY, deadline=None)
def test_twelve_and_fewer_are_as_short_as_held_and_karp_say(seed: int, one_way: bool) -> None:
    chance = random.Random(seed)
    count = chance.randint(7, EXACT_MOST)
    points = [(chance.random() * 80, chance.random() * 50) for _ in range(count + 1)]
    rows = matrix(points, [chance.random() for _ in range(7)] if one_way else None)
    tour = best_tour(rows)
    assert sorted(tour.order) == list(range(1, count + 1))
    assert tour.length_m == pytest.approx(walks(rows, tour.order))
    assert tour.length_m == pytest.approx(held_karp(rows))


@pytest.mark.parametrize("one_way", [False, True])
def test_more_than_twelve_are_about_as_short(one_way: bool) -> None:
    chance = random.Random(20261128)
    longer = []
    for count in (13, 14, 15, 15):
        points = [(chance.random() * 80, chance.random() * 50) for _ in range(count + 1)]
        rows = matrix(points, [chance.random() for _ in range(7)] if one_way else None)
        tour = best_tour(rows)
        assert sorted(tour.order) == list(range(1, count + 1))
        longer.append(tour.length_m / held_karp(rows))
    assert max(longer) < 1.03


@given(st.integers(0, 10_000))
@settings(max_examples=8 * MANY, deadline=None)
def test_many_places_with_talks_are_on_time_and_the_same_every_time(seed: int) -> None:
    chance = random.Random(seed)
    points = [(chance.random() * 80, chance.random() * 50) for _ in range(20)]
    rows = matrix(points, [0.0, 0.4])
    talks = (Talk(3, 40, 70), Talk(11, 100, 130), Talk(7, 101, 120))
    tour = best_tour(rows, talks)
    assert tour == best_tour(rows, talks)
    assert tour.missed in ((7,), (11,))
    assert sorted((*tour.order, *tour.missed)) == list(range(1, 20))
    at = {talk.place: talk for talk in talks}
    assert all(stop.arrives_min <= at[stop.place].start_min for stop in tour.stops if stop.place in at)


@given(st.integers(0, 10_000), st.integers(2, 9))
@settings(max_examples=20 * MANY, deadline=None)
def test_a_change_adds_as_much_as_it_says(seed: int, count: int) -> None:
    """Every pair of stretches is tried, and every stretch the other way round; each once."""
    chance = random.Random(seed)
    points = [(chance.random() * 80, chance.random() * 50) for _ in range(count + 1)]
    rows = matrix(points, [chance.random() for _ in range(7)])
    order = chance.sample(range(1, count + 1), count)
    search = _Search(rows, None)
    found = list(search._changes(order, inf))
    for more, change in found:
        assert search.value(_changed(order, *change)) - search.value(order) == pytest.approx(more)
    pairs = math.comb(count + 1, 3)
    assert len({change for _, change in found}) == len(found) == pairs + math.comb(count, 2)
    few = [change for more, change in found if more < 5]
    assert [change for _, change in search._changes(order, 5)] == few


def test_one_is_not_left_to_stand_about_for_an_hour() -> None:
    """The room lies on the way to the stalls; the talk is in two hours: stalls first."""
    rows = matrix([(0, 0), (10, 0), (30, 0), (34, 20)])
    assert best_tour(rows, (Talk(1, 120, 180),)).order[-1] == 1
    patient = Pace(waiting_m_per_min=0.0)
    assert best_tour(rows, (Talk(1, 120, 180),), pace=patient).order == (1, 2, 3)


def test_what_no_way_leads_to_is_said() -> None:
    rows = [[0.0, 5.0, inf], [5.0, 0.0, inf], [inf, inf, 0.0]]
    tour = best_tour(rows)
    assert (tour.order, tour.unreachable) == ((1,), (2,))


def test_an_aisle_that_one_cannot_come_back_from_is_walked_last() -> None:
    """From 1 no way leads on: it comes last, though it is nearest."""
    rows = [[0.0, 1.0, 9.0, 12.0], [inf, 0.0, inf, inf], [9.0, 8.0, 0.0, 4.0], [12.0, 11.0, 4.0, 0.0]]
    assert best_tour(rows).order == (3, 2, 1)


def test_of_two_aisles_without_a_way_back_one_is_left_out() -> None:
    rows = [[0.0, 1.0, 2.0, 3.0], [inf, 0.0, inf, inf], [inf, inf, 0.0, inf], [3.0, 4.0, 5.0, 0.0]]
    tour = best_tour(rows)
    assert (tour.order, tour.unreachable) == ((3, 1), (2,))


def test_a_stall_that_there_is_no_time_for_before_the_only_way_back_is_left_out() -> None:
    """Stall 1 leads to the talk's room and not the other way, and the talk begins at once."""
    rows = [[0.0, 60.0, 60.0], [inf, 0.0, 60.0], [inf, inf, 0.0]]
    tour = best_tour(rows, (Talk(2, 2, 30),))
    assert (tour.order, tour.unreachable, tour.missed) == ((2,), (1,), ())


def test_a_talk_that_has_begun_is_missed() -> None:
    rows = matrix([(0, 0), (10, 0), (20, 0)])
    tour = best_tour(rows, (Talk(2, 59, 90),), now_min=60)
    assert (tour.order, tour.missed) == ((1,), (2,))


def test_nothing_to_visit() -> None:
    assert best_tour([[0.0]]) == Tour((), 0.0)


def test_twelve_in_one_row() -> None:
    assert EXACT_MOST == 12
    rows = matrix([(float(at * 4), 0.0) for at in range(13)])
    assert best_tour(rows).order == tuple(range(1, 13))
    assert walked(rows, tuple(range(1, 13))) == 48
