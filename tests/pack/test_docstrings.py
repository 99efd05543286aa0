"""What the docstrings of the pack room show is what happens."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from kiosk.pack import search_terms
from kiosk.pack.cleaning import texts
from kiosk.pack.sheets import delimited, headers, places


@pytest.mark.parametrize(
    "module", [texts, search_terms, headers, places, delimited], ids=lambda each: each.__name__
)
def test_examples(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
