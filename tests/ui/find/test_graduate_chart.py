"""A graduate pool by degree and by class of majors: every graduate is in both."""

from __future__ import annotations

import pytest

from kiosk.domain.exhibitor import PoolEntry
from kiosk.ui.find.graduate_chart import by_class, by_degree

POOL = (
    PoolEntry("本科", "软件工程", 30, "计算机类"),
    PoolEntry("硕士", "计算机科学与技术", 50, "计算机类"),
    PoolEntry("本科", "计算机科学与技术", 20, "计算机类"),
    PoolEntry("博士", "冶金工程", 40),
)


def test_by_degree_the_most_first() -> None:
    bars = by_degree(POOL)
    assert [(bar.degree, bar.count) for bar in bars] == [("本科", 50), ("硕士", 50), ("博士", 40)]
    assert sum(bar.share for bar in bars) == pytest.approx(1)


def test_by_class_with_degrees_and_majors() -> None:
    first, second = by_class(POOL)
    assert (first.name, first.count, first.share) == ("计算机类", 100, 1.0)
    assert first.line.zh == "本科 50、硕士 50·软件工程、计算机科学与技术"
    assert first.line.en == "Bachelor 50, Master 50"
    assert (second.name, second.count, second.share) == ("冶金工程", 40, 0.4)
    assert second.line.zh == "博士 40", "a major of no class is not named twice"


def test_nobody() -> None:
    assert (by_degree(()), by_class(())) == ((), ())
    assert by_class((PoolEntry("本科", "法学", 0),))[0].share == 0
