"""Pay and places of openings in both languages; what is not understood stays as it was written."""

from __future__ import annotations

import pytest

from kiosk.domain.exhibitor import Opening
from kiosk.domain.opening_terms import majors, pay, place


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("8-12K", "8–12K", "8–12K"),
        ("15K*14薪", "15K ×14\u00a0薪", "15K ×\u00a014\u00a0months"),
        ("25–40K·16 薪", "25–40K ×16\u00a0薪", "25–40K ×\u00a016\u00a0months"),
        ("8-12K以上*13薪", "8–12K以上 ×13\u00a0薪", "from 8–12K ×\u00a013\u00a0months"),
        ("年薪10-15万", "年薪10–15万", "100–150K a\u00a0year"),
        ("年薪12.5万以上", "年薪12.5万以上", "from 125K a\u00a0year"),
        ("3500元/月以下", "3500元/月以下", "up to 3500 yuan a\u00a0month"),
        ("150元/天", "150元/天", "150 yuan a\u00a0day"),
        ("面议", "面议", "negotiable"),
        ("薪资面议", "薪资面议", "negotiable"),
        ("待遇从优", "待遇从优", "competitive"),
    ],
)
def test_pay(written: str, zh: str, en: str) -> None:
    assert (pay(written).zh, pay(written).en) == (zh, en)


@pytest.mark.parametrize("written", ["", "提成另计", "底薪3K+提成", "8-12"])
def test_pay_that_is_not_understood_stays(written: str) -> None:
    assert (pay(written).zh, pay(written).of("en")) == (written, written)


@pytest.mark.parametrize(
    ("written", "en"),
    [
        ("北京市", "Beijing"),
        ("北京市海淀区", "Haidian, Beijing"),
        ("江苏-南通市-如皋市", "Nantong, Jiangsu"),
        ("浙江省杭州市余杭区", "Hangzhou, Zhejiang"),
        ("杭州", "Hangzhou, Zhejiang"),
        ("上海·浦东新区", "Pudong, Shanghai"),
        ("全国", "All of China"),
        ("不限", "Anywhere"),
    ],
)
def test_places(written: str, en: str) -> None:
    assert (place(written).zh, place(written).en) == (written, en)


@pytest.mark.parametrize("written", ["", "火星"])
def test_a_place_that_is_unknown_stays(written: str) -> None:
    assert place(written).of("en") == written


@pytest.mark.parametrize(
    ("opening", "en"),
    [
        (Opening("会计", "专业不限"), "Any major"),
        (Opening("会计", "软件工程、人工智能", major_classes=("计算机类",)), "Computer science"),
        (
            Opening("会计", "法学、会计学", major_classes=("法学类", "工商管理类")),
            "Law, Business administration",
        ),
        (Opening("会计", "法学类、数学类"), "Law, Mathematics"),
        (Opening("会计", "法学类、会飞"), "法学类、会飞"),
        (Opening("会计", "会飞"), "会飞"),
        (Opening("会计"), ""),
    ],
)
def test_majors_in_english_are_their_classes(opening: Opening, en: str) -> None:
    assert majors(opening).of("en") == en
    assert majors(opening).zh == opening.majors
