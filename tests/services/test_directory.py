"""The directory, the way, and the staff page's day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec


def test_a_search_finds_by_name_number_and_pinyin(east: Any) -> None:
    for text in ("软件", "jinghua", "A1", "a-001", "京华软件"):
        results = east.directory.find(text)
        assert [row.id for row in results.rows] == [1], text
        assert results.stalls == {"A001"}


def test_a_row_says_why_it_matches_and_how_far(east: Any) -> None:
    (row,) = east.directory.find("软件").rows
    assert row.line.zh == "软件工程师・12 人・本科起"
    assert row.distance_m == 16
    assert row.level == "1"


def test_nothing_typed_shows_everything_with_counts(east: Any) -> None:
    results = east.directory.find("")
    assert results.total == 2
    assert results.by_zone == {"A": 2}
    assert east.directory.find("", zone="B").total == 0


def test_nothing_found_offers_terms_that_do_have_hits(east: Any) -> None:
    assert east.directory.find("海上软装").total == 0
    terms = east.directory.nearest_terms("海上软装")
    assert terms
    assert all(east.directory.find(term).total for term in terms)


def test_the_way_names_its_host_and_its_length(east: Any) -> None:
    way = east.wayfinding.way("A002", step_free=False)
    assert way.length_m == 19
    assert way.minutes == 1
    assert way.directions[-1].icon == "arrive"
    assert "燕山重工" in way.directions[-1].title.zh
    assert east.wayfinding.way("Z999", step_free=False) is None


def test_the_nine_keys_find_by_letters(east: Any) -> None:
    assert [row.id for row in east.directory.find("5464482", nine_keys=True).rows] == [1]  # jinghua
    assert [row.id for row in east.directory.find("2001", nine_keys=True).rows] == [1]  # A001
    assert east.directory.find("2001").total == 0
    assert east.directory.find("5464482", level="9", nine_keys=True).by_level == {"1": 1}


def test_an_unknown_listing_or_session_is_none(east: Any) -> None:
    assert east.directory.listing(999) is None
    assert east.directory.session("S9") is None


def test_a_listing_has_its_openings(east: Any) -> None:
    listing = east.directory.listing(1)
    assert listing.exhibitor.headcount == 12
    assert listing.zone.letter == "A"
    assert listing.level.id == "1"


def test_the_right_pin_opens_the_staff_page_and_is_a_fact(east: Any) -> None:
    assert east.day.sign_in("1111").member is None
    assert east.day.sign_in("2468").member.id == "s1"
    facts = [msgspec.json.decode(fact.body) for fact in east.gate.store.journal.facts()]
    assert facts == [{"fair": "test-fair", "staff": "s1"}]


def test_pins_cannot_be_tried_out(east: Any) -> None:
    for pin in ("1111", "2222", "3333", "4444", "5555"):
        assert east.day.sign_in(pin).member is None
    assert east.day.sign_in("2468").member is None
    east.clock.moment += timedelta(seconds=31)
    assert east.day.sign_in("6666").member is None
    east.clock.moment += timedelta(seconds=31)
    assert east.day.sign_in("2468").member.id == "s1"
    assert east.day.sign_in("7777").member is None
    assert east.day.sign_in("2468").member.id == "s1"


def test_the_summary_counts_by_gate(east: Any) -> None:
    east.gate.scan("B" * 26)
    east.clock.moment += timedelta(seconds=1)
    east.gate.scan("C" * 26)
    summary = east.day.summary()
    admitted = {row.name.en: row.admitted for row in summary.gates}
    assert admitted == {"East gate": 1, "West gate": 0, "Exit": 0, "Foyer": 0, "Employers": 0, "Hall": 0}
    assert summary.occupancy.inside == 1
    assert [row.name.en for row in summary.gates if row.here] == ["East gate"]
    assert [(row.verdict, row.who) for row in east.day.recent()] == [
        ("refuse", "欧＊＊澈"),
        ("admit", "林＊远"),
    ]
