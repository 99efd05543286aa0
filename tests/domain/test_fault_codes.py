"""Every known fault has a code of its own, and words."""

import pytest

from kiosk.domain.fault_codes import FAULT_CODES, fault_code, fault_table
from kiosk.keys.fault import KeyProblem
from kiosk.store.faults import StoreFaultKind


def test_codes_are_unique_and_short():
    codes = [each.code for each in FAULT_CODES]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 2 for code in codes)
    assert len({(each.family, each.kind) for each in FAULT_CODES}) == len(codes)


@pytest.mark.parametrize("kind", StoreFaultKind)
def test_every_fault_of_the_store_has_a_code_of_its_own(kind):
    found = fault_code("store", kind.value)
    assert (found.family, found.kind) == ("store", kind.value)


@pytest.mark.parametrize("problem", KeyProblem)
def test_every_problem_with_keys_has_a_code(problem):
    assert fault_code("keys", problem.value).code.startswith("K")


def test_what_is_not_listed_has_the_last_code():
    assert fault_code("start", "anything").code == "C1"
    assert fault_code("pack", "damaged").code == "P2"
    assert fault_code("comet", "") is FAULT_CODES[-1]


def test_the_table_has_a_row_a_code():
    lines = fault_table().splitlines()
    assert len(lines) == 2 + len(FAULT_CODES)
    assert all(line.count("|") == 6 for line in lines)
