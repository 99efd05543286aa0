"""What holds for any text in any cell: a value, in bounded time, and what is clean stays clean."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pack.cleaning import classing, counts, credit_codes, private, spans, stalls, texts
from kiosk.pack.cleaning.demands import unlawful_demands
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.majors import major_class, wanted_majors
from kiosk.pack.cleaning.pay import pay
from kiosk.pack.cleaning.places import place
from kiosk.pack.cleaning.rules import ALL_RULES, Gravity, rule
from tests.pack.cleaning.rule_examples import DAYS, SLOTS

Clean = Callable[[str], texts.Cleaned[object]]
LONG = 10_000
LONGEST_S = 0.05
"""For a cell of 10,000 characters; far above what a rule needs, far below what a quadratic search takes."""
FRAGMENTS = (
    *(text for each in ALL_RULES for pair in each.examples for text in pair if text),
    *"AB019 -—~/、，,.;:：（）()[]@·.…\n\t\u3000\u200b\u202e\u3164",
    *"年月日人万k薪元岁转和市区",
    *("上午", "下午", "户口", "限男", "北京", "海淀"),
    *("1.3E+10", "13000000001", "11010119900307387X", "王", "䶮", "𬭎", "ａ", "９", "²", "٣", "ﷺ"),
)
CELLS = st.text(max_size=40) | st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join)


def _text(value: object) -> str:
    """A value as the organiser would write it."""
    if isinstance(value, tuple):
        return "/".join(value)
    if isinstance(value, spans.Booking):
        slot = value.slot
        span = f"{spans.clock(slot.start_min)}-{spans.clock(slot.end_min)}" if slot else ""
        return f"{value.day or ''} {span}".strip()
    return "" if value is None else str(getattr(value, "text", value))


def _stalls(raw: str) -> texts.Cleaned[object]:
    found = stalls.stalls(raw)
    return texts.Cleaned(()) if found is None else texts.Cleaned(found.value, found.rule)


def _without_private(raw: str) -> texts.Cleaned[object]:
    found = private.without_identity_numbers(raw)
    return texts.Cleaned(found, "" if found is raw else "identity number")


PLAIN: dict[str, Clean] = {
    "line": texts.line,
    "person_name": texts.person_name,
    "organisation_name": texts.organisation_name.__wrapped__,
    "phone": texts.phone,
    "mobile": texts.mobile,
    "student_number": texts.student_number,
    "year": texts.year,
    "link": texts.link,
    "mail": texts.mail,
    "stalls": _stalls,
    "headcount": counts.headcount,
    "pay": pay,
    "demanded_degree": classing.demanded_degree,
    "degree": classing.degree,
    "wanted_majors": wanted_majors,
    "day": spans.day,
    "booking": lambda raw: spans.booking(raw, SLOTS, DAYS),
    "credit_code": credit_codes.credit_code,
    "without_identity_numbers": _without_private,
}
LISTED: dict[str, Callable[[Lists], Clean]] = {
    "nature": classing.nature,
    "industry": classing.industry,
    "scale": classing.scale,
    "place": place,
}
NAMES = (*PLAIN, *LISTED)


@pytest.fixture(scope="session")
def rules(lists: Lists) -> dict[str, Clean]:
    return PLAIN | {name: make(lists) for name, make in LISTED.items()}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_clean_stays_clean(name: str, rules: dict[str, Clean]) -> None:
    """Cleaning what was cleaned changes nothing; nor does it find anything new to say of it."""
    clean = rules[name]

    @given(CELLS)
    def holds(raw: str) -> None:
        first = clean(raw)
        again = clean(_text(first.value))
        assert again.value == first.value
        if name == "booking":
            return  # a day alone has no slot, as often as one looks
        assert again.rule in {"", first.rule}
        if again.rule:
            assert rule(again.rule).gravity is Gravity.LOST, "kept as written, and found again"
        if raw and not first.rule and first.value:
            assert _same(name, _text(first.value), raw), "what was changed is called a mend"

    holds()


def _same(name: str, text: str, raw: str) -> bool:
    if name == "place":
        return raw.startswith(text)
    if name == "demanded_degree":
        return text.rstrip("起").replace("专科", "") in raw
    return text == raw


@pytest.mark.parametrize("name", NAMES)
def test_no_text_breaks_a_rule_and_none_leaves_control_characters(name: str, rules: dict[str, Clean]) -> None:
    @given(CELLS)
    def holds(raw: str) -> None:
        found = rules[name](raw)
        assert not found.rule or rule(found.rule)
        if name != "without_identity_numbers":
            assert not texts._INVISIBLE.search(_text(found.value))
            assert "\n" not in _text(found.value)

    holds()


@given(CELLS)
def test_no_text_breaks_what_gives_plain_values(raw: str) -> None:
    spans.minute(raw)
    counts.count(raw)
    assert all(each.words for each in unlawful_demands(raw))


@pytest.mark.parametrize("name", [*NAMES, "minute", "unlawful_demands", "major_class"])
def test_a_long_cell_takes_no_longer_than_it_must(name: str, rules: dict[str, Clean], lists: Lists) -> None:
    others = {"minute": spans.minute, "unlawful_demands": unlawful_demands, "major_class": major_class(lists)}
    clean = rules.get(name) or others[name]
    pieces = (
        "1",
        "1 ",
        "a",
        " ",
        "\n",
        "王",
        "王 ",
        "王\n",
        "..",
        "a.",
        "a@",
        "1-",
        "1、",
        "1E",
        "#1",
        "转1",
        "限",
        "(",
        "１",
        "A1/",
        "市",
    )
    for piece in pieces:
        for end in ("", "王", "!", "@"):
            raw = "王" + (piece * LONG)[:LONG] + end
            took = (
                min(_taken_s(clean, raw) for _ in range(3)) if _taken_s(clean, raw) > 2 * LONGEST_S else 0.0
            )
            assert took < 2 * LONGEST_S, (piece, end, took)


def _taken_s(clean: Callable[[str], object], raw: str) -> float:
    """Processor time for it and for its end. Taken again where it is long: it may have been a collection."""
    began = time.process_time()
    clean(raw)
    clean(raw[1:])
    return time.process_time() - began
