"""Who was let in twice: staff say how it was, and what follows."""

import pytest

from tests.fakes.truth import LINES

FIRST = tuple(each.place for each in LINES[0].passages)


@pytest.fixture
def doubles(on_duty, bridge):
    on_duty.lead("twice")
    bridge.answer()
    assert on_duty.view == "twice"
    return on_duty.doubles


def rows(doubles):
    names = {bytes(name.data()).decode(): role for role, name in doubles.rows.roleNames().items()}
    return [
        {name: doubles.rows.data(doubles.rows.index(at, 0), role) for name, role in names.items()}
        for at in range(doubles.rows.total)
    ]


def choose(doubles, at=0):
    doubles.choose(rows(doubles)[at]["key"])


def test_each_is_told_in_words_of_the_language(doubles, surroundings):
    assert (doubles.state, doubles.open, doubles.resolved) == ("ready", 3, 0)
    first, _, nobody = rows(doubles)
    assert (first["who"], first["about"]) == ("张示雨", "毕业生·北京科技大学")
    assert (first["where"], first["knew"]) == ("9:02 西门，9:05 东门", "东门当时 14 分钟没有收到西门的记录")
    assert nobody["who"] == "没有登记的证"
    surroundings.modes.toggle_language()
    assert rows(doubles)[0]["knew"] == "East gate had not heard from West gate for 14 min"


def test_the_same_person_is_one_touch_and_the_next_is_asked_about(doubles, bridge, kiosk):
    choose(doubles)
    assert (doubles.step, doubles.one["who"]) == ("asked", "张示雨")
    doubles.answer("same_person")
    assert doubles.busy
    doubles.answer("mistake")  # a second touch
    bridge.answer()
    assert kiosk.calls.of("resolve") == [(FIRST, "same_person", "s1")]
    assert (doubles.step, doubles.said) == ("done", "已记下：同一个人")
    assert (doubles.open, doubles.resolved) == (2, 1)
    doubles.close()
    assert not doubles.chosen
    doubles.show_list("resolved")
    assert [(each["outcome"], each["by"]) for each in rows(doubles)] == [("same_person", "陈示例")]


def test_two_people_offers_to_stop_the_badge_and_to_keep_out(doubles, bridge, kiosk):
    choose(doubles)
    doubles.answer("two_people")
    bridge.answer()
    assert (doubles.step, doubles.known, doubles.revoked) == ("two_people", True, False)
    doubles.revoke()
    bridge.answer()
    assert (doubles.step, doubles.revoked) == ("two_people", True), "and may be kept out as well"
    doubles.bar()
    bridge.answer()
    assert (doubles.step, doubles.said) == ("done", "已禁止入场")
    assert kiosk.calls.of("revoke_double") == kiosk.calls.of("bar_double") == [(FIRST, "s1")]


def test_nobody_can_be_kept_out_of_whom_only_a_badge_is_known(doubles):
    choose(doubles, 2)
    assert not doubles.known


def test_a_mistake_offers_to_undo_one_passage(doubles, bridge, kiosk):
    choose(doubles)
    doubles.answer("mistake")
    bridge.answer()
    assert doubles.step == "mistake"
    assert [each["words"] for each in doubles.passages] == ["9:02 西门", "9:05 东门"]
    doubles.undo(1)
    bridge.answer()
    assert kiosk.calls.of("undo_double") == [(FIRST[1], "s1")]
    assert (doubles.step, doubles.said, doubles.open) == ("done", "已撤销，人数已改回", 2)


def test_what_came_to_nothing_is_said_and_may_be_tried_again(doubles, bridge, kiosk):
    choose(doubles)
    kiosk.fail("resolve")
    doubles.answer("two_people")
    bridge.answer()
    assert (doubles.notDone, doubles.busy, doubles.step) == (True, False, "asked")
    kiosk.mend()
    kiosk.doubles.gone = True
    doubles.answer("two_people")
    bridge.answer()
    assert (doubles.notDone, doubles.step) == (False, "done")
    assert doubles.said.startswith("这条已经不在了")


def test_states_of_the_list(on_duty, bridge, kiosk):
    kiosk.fail("doubles")
    on_duty.lead("twice")
    doubles = on_duty.doubles
    assert doubles.state == "loading"
    bridge.answer()
    assert doubles.state == "failed"
    kiosk.mend()
    kiosk.doubles.lines = ()
    doubles.retry()
    bridge.answer()
    assert doubles.state == "none"


def test_who_is_chosen_is_forgotten_with_the_view(doubles, on_duty, bridge):
    choose(doubles)
    on_duty.open("desk")
    bridge.answer()
    assert (doubles.chosen, rows(doubles), doubles.one) == (False, [], {})
