"""The window's texts in the bundled fonts, whatever the system has."""

from __future__ import annotations

import pytest

from kiosk.ui import fonts


@pytest.fixture(autouse=True)
def loaded(application) -> None:
    fonts.load()


@pytest.mark.parametrize("weight", [400, 500, 700])
@pytest.mark.parametrize(
    "text", ["Łukasz Żółć", "Šárka Dvořáková", "Ayşe Yılmaz", "Їжакевич", "卢卡什·Łukasz"]
)
def test_letters_that_the_first_family_lacks_are_of_the_second(text: str, weight: int) -> None:
    from PySide6.QtGui import QFont, QTextLayout  # noqa: PLC0415  (the application comes first)

    font = QFont(fonts.FAMILY)
    font.setWeight(QFont.Weight(weight))
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} == {fonts.FAMILY, fonts.SECOND_FAMILY}
    assert not any(0 in run.glyphIndexes() for run in runs)
    assert {run.rawFont().weight() for run in runs} == {weight}
