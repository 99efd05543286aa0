"""Cleaning rules: what a cell holds, what becomes of it, and whether that is a mend."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.pack.cleaning import texts

MENDED, AS_IS = True, False


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("林知远", "林知远", AS_IS),
        ("林知远 ", "林知远", MENDED),
        ("林\u3000远", "林远", MENDED),
        ("阿依古丽.买买提", "阿依古丽·买买提", MENDED),
        ("阿依古丽•买买提", "阿依古丽·买买提", MENDED),
        ("阿依古丽 · 买买提", "阿依古丽·买买提", MENDED),
        ("阿依古丽·买买提", "阿依古丽·买买提", AS_IS),
        ("阿卜杜热合曼..", "阿卜杜热合曼", MENDED),
        ("李䶮", "李䶮", AS_IS),
        ("刘𬭎 ", "刘𬭎", MENDED),
        ("刘 𬭎", "刘𬭎", MENDED),
        ("ANNA EXAMPLE", "ANNA EXAMPLE", AS_IS),
        ("J. R. Example", "J. R. Example", AS_IS),
        ("\u200b林远\ufeff", "林远", MENDED),
        ("\u202e林远\u202c", "林远", MENDED),
        ("林\u3164远", "林远", MENDED),
        ("林\u2066远\u2069", "林远", MENDED),
        ("Ｌin远", "Lin远", MENDED),
        ("", "", AS_IS),
    ],
)
def test_names(raw: str, value: str, mended: bool) -> None:
    found = texts.person_name(raw)
    assert (found.value, bool(found.rule)) == (value, mended)


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("山东示例港口集团(青岛)有限公司", "山东示例港口集团（青岛）有限公司", MENDED),
        ("山东示例港口集团（青岛）有限公司", "山东示例港口集团（青岛）有限公司", AS_IS),
        ("北京示例智造 科技有限公司 ", "北京示例智造科技有限公司", MENDED),
        ("Example (China) Ltd", "Example (China) Ltd", AS_IS),
    ],
)
def test_names_of_organisations(raw: str, value: str, mended: bool) -> None:
    found = texts.organisation_name(raw)
    assert (found.value, bool(found.rule)) == (value, mended)


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("13000000001", "13000000001", AS_IS),
        ("１３０００００００１１", "13000000011", MENDED),
        ("130 0000 0001", "13000000001", MENDED),
        ("+86-13000000001", "13000000001", MENDED),
        ("13000000003、13000000004", "13000000003", MENDED),
        ("1.3E+10", "", MENDED),
        ("1300000001", "", MENDED),
        ("0532-80000000转801", "0532-80000000转801", AS_IS),
        ("0532-80000000-801", "0532-80000000转801", MENDED),
        ("（0532）80000000 转 801", "0532-80000000转801", MENDED),
        ("01080000000", "010-80000000", MENDED),
        ("+86 010 8000 0000", "010-80000000", MENDED),
        ("86-10-80000000", "010-80000000", MENDED),
        ("+86 532 8000 0000", "0532-80000000", MENDED),
        ("86000000", "86000000", AS_IS),
        ("0311-8000000", "0311-8000000", AS_IS),
        ("12345", "", MENDED),
        ("80000000", "80000000", AS_IS),
        ("400-800-8000", "4008008000", MENDED),
        ("0086 13000000001", "13000000001", MENDED),
        ("130-0000-0001", "13000000001", MENDED),
        ("张三13000000001", "13000000001", MENDED),
        ("13000000003 13000000004", "13000000003", MENDED),
        ("13000000003和13000000004", "13000000003", MENDED),
        ("130000000011", "", MENDED),
        ("1.3e10", "", MENDED),
        ("１３０", "", MENDED),
        ("010-80000000", "010-80000000", AS_IS),
        ("", "", AS_IS),
        ("无", "", AS_IS),
    ],
)
def test_phones(raw: str, value: str, mended: bool) -> None:
    found = texts.phone(raw)
    assert (found.value, bool(found.rule)) == (value, mended)


def test_of_two_phones_it_is_said_that_there_were_two() -> None:
    for raw in ("010-80000000 13000000001", "13000000001/13000000002", "13000000001 13000000002"):
        assert texts.phone(raw).rule == "two phones: the first"
    assert texts.phone("13000000001（微信同号）").rule == "phone written with spaces or signs"


def test_a_shared_landline_is_nobodys_own() -> None:
    assert texts.mobile("0532-80000000转801").value == ""
    assert texts.mobile("13000000001").value == "13000000001"
    assert texts.mobile("0532-80000000/13000000001").value == "13000000001"


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("hr@example.com", "hr@example.com", AS_IS),
        ("hr＠example.com", "hr@example.com", MENDED),
        ("hr@example.org;zp@example.org", "hr@example.org", MENDED),
        ("call us", "", MENDED),
    ],
)
def test_mail(raw: str, value: str, mended: bool) -> None:
    found = texts.mail(raw)
    assert (found.value, bool(found.rule)) == (value, mended)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("https://example.com/a", "https://example.com/a"),
        ("www.example.com", "https://www.example.com"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_links(raw: str, value: str) -> None:
    assert texts.link(raw).value == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0020190003", "0020190003"),
        ("l2019004", "L2019004"),
        ("2.02E+09", ""),
        ("２０１９０００１", "20190001"),
        ("学号", ""),
        ("11010119900307387X", ""),
        ("110101199003073870", ""),
        ("20230010120230010123", "20230010120230010123"),
    ],
)
def test_student_numbers(raw: str, value: str) -> None:
    assert texts.student_number(raw).value == value


def _tidied(raw: str) -> str:
    """Step by step, with no short cut for what is tidy already."""
    shown = texts._INVISIBLE.sub("", raw)
    unbroken = re.sub(rf"(?<=[{texts._HAN}])\s*[\r\n]\s*(?=[{texts._HAN}])", "", shown)
    return texts._SPACES.sub(" ", unbroken).strip()


ODD = st.text(
    alphabet="a1王明 \u3000\u00a0\u200b\ufeff\u00ad\n\r\t\x00\u2028\u180e\u3164\u202e１ａ·（", max_size=8
)


@given(ODD | st.text(max_size=8))
@example("a  1")
@example(" 王")
@example("王\u3000明")
def test_what_is_tidy_is_left_by_the_same_rule(raw: str) -> None:
    assert texts.tidy(raw) == _tidied(raw)
    wide = unicodedata.normalize("NFKC", _tidied(unicodedata.normalize("NFKC", raw)))
    assert texts.folded(raw) == wide
    assert texts.narrow(raw) == texts._FULL_WIDTH.sub(
        lambda match: unicodedata.normalize("NFKC", match[0]), raw
    )
