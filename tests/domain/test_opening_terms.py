"""Pay and places of openings in both languages; what is not understood stays as it was written."""

from __future__ import annotations

import pytest

from kiosk.domain.opening_terms import pay, place


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
        ("北京", "Beijing"),
        ("北京市海淀区", "Beijing"),
        ("上海·浦东", "Shanghai"),
        ("江苏-南通市-如皋市", "Nantong"),
        ("浙江省杭州市余杭区", "Hangzhou"),
        ("杭州", "Hangzhou"),
        ("吉林省吉林市", "Jilin"),
        ("内蒙古自治区呼和浩特市", "Hohhot"),
        ("广西壮族自治区", "Guangxi"),
        ("新疆生产建设兵团", "Xinjiang"),
        ("香港特别行政区", "Hong Kong"),
        ("北京市通州区、河北省石家庄市", "Beijing, Shijiazhuang"),
        ("北京/北京市海淀区", "Beijing"),
        ("全国", "all of China"),
        ("不限", "anywhere"),
    ],
)
def test_places(written: str, en: str) -> None:
    assert (place(written).zh, place(written).en) == (written, en)


@pytest.mark.parametrize("written", ["", "火星", "北京、火星"])
def test_a_place_of_which_a_part_is_unknown_stays(written: str) -> None:
    assert place(written).of("en") == written
