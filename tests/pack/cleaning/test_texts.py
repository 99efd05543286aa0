"""Cleaning rules: what a cell holds, what becomes of it, and whether that is a mend."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.pack.cleaning import texts

MENDED, AS_IS = True, False


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("A005", ("A005",), AS_IS),
        ("Ａ００５", ("A005",), MENDED),
        ("A3", ("A003",), MENDED),
        ("A-03", ("A003",), MENDED),
        (" a003 ", ("A003",), MENDED),
        ("A006/A007", ("A006", "A007"), AS_IS),
        ("A006、007", ("A006", "A007"), MENDED),
        ("A006 A007", ("A006", "A007"), MENDED),
        ("", (), AS_IS),
        ("待定", (), AS_IS),
    ],
)
def test_stalls(raw: str, value: tuple[str, ...], mended: bool) -> None:
    found = texts.stalls(raw)
    assert found is not None
    assert (found.value, bool(found.rule)) == (value, mended)


@pytest.mark.parametrize("raw", ["门口", "A", "12345", "A001B", "A001/门口"])
def test_what_is_no_stall(raw: str) -> None:
    assert texts.stalls(raw) is None


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
        ("010-80000000", "010-80000000", AS_IS),
        ("", "", AS_IS),
        ("无", "", AS_IS),
    ],
)
def test_phones(raw: str, value: str, mended: bool) -> None:
    found = texts.phone(raw)
    assert (found.value, bool(found.rule)) == (value, mended)


def test_a_shared_landline_is_nobodys_own() -> None:
    assert texts.mobile("0532-80000000转801").value == ""
    assert texts.mobile("13000000001").value == "13000000001"


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("3", 3, AS_IS),
        ("3人", 3, MENDED),
        ("2~4", 2, MENDED),
        ("２—４人", 2, MENDED),
        ("若干", None, AS_IS),
        ("待定", None, AS_IS),
        ("", None, AS_IS),
        ("10以上", 10, MENDED),
        ("很多", None, MENDED),
        ("-3", None, MENDED),
        ("99999999999999", None, MENDED),
    ],
)
def test_headcounts(raw: str, value: int | None, mended: bool) -> None:
    found = texts.headcount(raw)
    assert (found.value, bool(found.rule)) == (value, mended)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("15K*14薪", "15K*14薪"),
        ("８Ｋ－１２Ｋ", "8K-12K"),
        (" 面议 ", "面议"),
        ("年薪10-15万", "年薪10-15万"),
    ],
)
def test_pay(raw: str, value: str) -> None:
    assert texts.pay(raw).value == value


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
    ],
)
def test_student_numbers(raw: str, value: str) -> None:
    assert texts.student_number(raw).value == value


@pytest.mark.parametrize("text", ["前台接待（限女生）", "仅限男性", "35岁以下", "性别：男", "汉族"])
def test_unlawful_demands_are_seen(text: str) -> None:
    assert texts.unlawful_demand(text)


@pytest.mark.parametrize("text", ["男装设计师", "女大学生专场", "满族文化研究", "3年以上经验"])
def test_lawful_notices_are_not_flagged(text: str) -> None:
    assert not texts.unlawful_demand(text)


RULES = [
    texts.line,
    texts.person_name,
    texts.organisation_name,
    texts.phone,
    texts.mobile,
    texts.headcount,
    texts.pay,
    texts.mail,
    texts.link,
    texts.student_number,
    texts.year,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@given(raw=st.text(max_size=40))
def test_no_text_breaks_a_rule_and_a_cleaned_text_is_clean(rule: object, raw: str) -> None:
    assert callable(rule)
    found = rule(raw)
    if isinstance(found.value, str):
        assert not any(ord(each) < 32 for each in found.value)
        assert rule(found.value).value == found.value
    if raw and not found.rule and found.value:
        assert str(found.value) == raw, "what was changed is called a mend"


@given(raw=st.text(max_size=40))
def test_no_text_breaks_the_stall_rule(raw: str) -> None:
    found = texts.stalls(raw)
    assert found is None or all(texts.stalls(each) is not None for each in found.value)


def _tidied(raw: str) -> str:
    """Step by step, with no short cut for what is tidy already."""
    unbroken = texts._HAN_BREAK.sub("", texts._INVISIBLE.sub("", raw))
    return texts._SPACES.sub(" ", unbroken).strip()


ODD = st.text(alphabet="a1王明 \u3000\u00a0\u200b\ufeff\u00ad\n\r\t\x00\u2028\u180e１ａ·（", max_size=8)


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
