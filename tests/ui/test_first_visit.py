"""The tasks of a first visit can still be done, as the script does them: a minute, so with --long only."""

import os

import pytest

from tests.ui import first_visit

LONG = pytest.mark.skipif(not os.environ.get("FAIR_KIOSK_LONG"), reason="builds a fair for each task")
TOUCHES_MOST = {"1": 0, "1b": 3, "1c": 8, "2": 10, "3": 3, "4": 7, "5": 1}


@LONG
@pytest.mark.parametrize("sample", ["double_selection", "reverse"])
def test_each_task_can_be_done_in_so_many_touches(application, tmp_path, sample):
    done = {tally.task.split()[0]: tally for tally in first_visit.visit(tmp_path, sample, "portrait", None)}
    assert done
    for number, tally in done.items():
        assert tally.touches <= TOUCHES_MOST[number], tally.steps


def test_every_task_is_counted():
    assert {name.split()[0] for name, *_ in first_visit.TASKS} == set(TOUCHES_MOST)
