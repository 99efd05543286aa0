from __future__ import annotations

import pytest

from kiosk.ui.find.find_model import FindModel


@pytest.fixture
def find(surroundings, bridge) -> FindModel:
    """The page, entered and loaded."""
    model = FindModel(surroundings)
    model.entered("")
    bridge.answer_all()
    return model


def shown(model: FindModel, name: str) -> list:
    """What the first four rows say."""
    return [model.rows.value(at, name) for at in range(min(4, model.rows.total))]


def everything(model: FindModel, name: str) -> list:
    return [model.rows.value(at, name) for at in range(model.rows.total)]


def test_all_stalls_of_the_own_level_at_first(find: FindModel) -> None:
    assert find.state == "ready"
    assert find.level == "1"
    assert find.rows.total == 20
    assert shown(find, "stall") == ["A001", "A002", "A003", "A004"]
    assert find.hits == []


def test_typing_narrows_list_and_map(find: FindModel, bridge) -> None:
    find.search("单位 11")
    bridge.answer_all()
    assert shown(find, "stall") == ["B001"]
    assert find.hits == ["B001"]
    assert find.foundCount == 1


def test_a_slow_answer_never_overwrites_a_newer_one(find: FindModel, bridge) -> None:
    find.search("单位 11")
    find.search("单位 12")
    assert len(bridge.waiting) == 2
    bridge.answer(1)  # the newer question is answered first
    bridge.answer(0)
    assert find.text == "单位 12"
    assert shown(find, "stall") == ["B002"]
    assert find.hits == ["B002"]


def test_hits_on_the_other_level_turn_to_it(find: FindModel, bridge) -> None:
    find.search("单位 25")
    bridge.answer_all()
    assert find.level == "2"
    assert shown(find, "stall") == ["D005"]


def test_the_level_switch_carries_the_counts(find: FindModel, bridge) -> None:
    find.search("单位 1")  # 1, 10 to 19 on level 1; no school
    bridge.answer_all()
    assert [(level["id"], level["count"], level["on"]) for level in find.levels] == [
        ("1", 11, True),
        ("2", 0, False),
    ]


def test_zone_chips_are_never_empty(find: FindModel, bridge) -> None:
    find.search("单位 11")
    bridge.answer_all()
    assert [(zone["letter"], zone["count"]) for zone in find.zones] == [("B", 1)]


def test_a_zone_narrows_and_keeps_the_other_counts(find: FindModel, bridge) -> None:
    find.showZone("B")
    bridge.answer_all()
    assert find.rows.total == 10
    assert set(shown(find, "zone")) == {"B"}
    assert [(zone["letter"], zone["count"], zone["on"]) for zone in find.zones] == [
        ("A", 10, False),
        ("B", 10, True),
    ]
    assert find.hereCount == 20
    find.showZone("")
    bridge.answer_all()
    assert find.rows.total == 20


def test_another_level_drops_the_zone(find: FindModel, bridge) -> None:
    find.showZone("B")
    bridge.answer_all()
    find.showLevel("2")
    bridge.answer_all()
    assert find.zone == ""
    assert find.rows.total == 20
    assert [zone["letter"] for zone in find.zones] == ["D"]


def test_a_row_chooses_its_stall_then_opens(find: FindModel) -> None:
    ref = shown(find, "ref")[1]
    find.chooseRow(ref)
    assert find.chosen == "A002"
    assert shown(find, "chosen") == [False, True, False, False]
    assert find.surroundings.navigation.page == "home"
    find.chooseRow(ref)
    assert (find.surroundings.navigation.page, find.surroundings.navigation.argument) == ("listing", ref)


def test_a_stall_on_the_map_turns_the_list_to_it(find: FindModel) -> None:
    sought: list[int] = []
    find.rows.sought.connect(sought.append)
    find.chooseStall("B003")
    row = everything(find, "stall").index("B003")
    assert sought == [row]
    assert [at for at, chosen in enumerate(everything(find, "chosen")) if chosen] == [row]


def test_a_stall_that_is_no_hit_stands_above_the_hits(find: FindModel, bridge) -> None:
    find.search("单位 11")
    bridge.answer_all()
    find.chooseStall("A002")
    bridge.answer_all()
    assert shown(find, "stall") == ["A002", "B001"]
    assert shown(find, "chosen") == [True, False]
    find.search("单位 12")
    bridge.answer_all()
    assert shown(find, "stall") == ["B002"]
    assert find.chosen == ""


def test_a_stall_is_forgotten_if_another_is_touched_meanwhile(find: FindModel, bridge) -> None:
    find.search("单位 11")
    bridge.answer_all()
    find.chooseStall("A002")
    find.chooseStall("A003")
    bridge.answer(1)
    bridge.answer(0)
    assert shown(find, "stall") == ["A003", "B001"]


def test_nothing_found_offers_near_terms_with_hits(find: FindModel, bridge) -> None:
    find.search("单位甲")
    bridge.answer_all()
    assert find.state == "none"
    assert find.terms.total == 1
    find.search("单位 1")
    bridge.answer_all()
    assert find.state == "ready"


def test_a_failed_load_is_not_nothing_found(find: FindModel, bridge, directory) -> None:
    directory.broken = True
    find.search("单位 11")
    bridge.answer_all()
    assert find.state == "failed"
    directory.broken = False
    find.again()
    bridge.answer_all()
    assert find.state == "ready"
    assert shown(find, "stall") == ["B001"]


def test_a_reset_leaves_nothing_of_a_visitor(find: FindModel, bridge) -> None:
    find.search("单位 11")
    bridge.answer_all()
    find.chooseStall("A002")
    find.reset()
    bridge.answer_all()
    assert (find.text, find.chosen, find.hits, find.rows.total) == ("", "", [], 0)
    find.entered("")
    bridge.answer_all()
    assert find.level == "1"
    assert find.rows.total == 20


def test_names_change_with_the_language(find: FindModel) -> None:
    find.surroundings.modes.speak("en")
    assert shown(find, "title")[0] == "Employer 1"
    assert find.levels[0]["name"] == "Hall 1"


def test_coming_back_from_a_listing_keeps_the_search(find: FindModel, bridge) -> None:
    find.search("单位 11")
    bridge.answer_all()
    find.entered("")
    assert bridge.waiting == []
    assert shown(find, "stall") == ["B001"]


def test_the_nine_keys_mean_letters(find: FindModel, bridge) -> None:
    find.choosePad("nine")
    assert find.padUp
    for key in "2001":
        find.typeKey(key)
    bridge.answer_all()
    assert (find.text, find.byKeys) == ("2001", True)
    assert shown(find, "stall") == ["A001"]
    find.choosePad("full")  # the same digits typed on the keyboard mean themselves
    bridge.answer_all()
    assert (find.text, find.padUp, find.byKeys) == ("2001", False, False)
    assert find.state == "none"


def test_hanzi_and_then_a_key_are_searched_as_they_stand(find: FindModel) -> None:
    find.search("单位")
    find.choosePad("nine")
    find.typeKey("2")
    assert (find.text, find.byKeys) == ("单位2", False)


def test_the_pad_erases_and_stays_chosen_for_the_visit_only(find: FindModel, bridge) -> None:
    find.choosePad("initials")
    for key in "A001":
        find.typeKey(key)
    find.erase()
    bridge.answer_all()
    assert find.text == "A00"
    find.entered("")
    assert (find.pad, find.padUp) == ("initials", False)
    find.openPad()
    assert find.padUp
    find.reset()
    assert (find.pad, find.padUp, find.text) == ("full", False, "")
    find.openPad()
    assert not find.padUp


def test_nothing_found_by_keys_offers_no_terms(find: FindModel, bridge) -> None:
    find.choosePad("nine")
    find.typeKey("7")
    bridge.answer_all()
    find.search("99")
    bridge.answer_all()
    assert (find.state, find.terms.total) == ("none", 0)


def test_choosing_leaves_the_list_where_it_is(find: FindModel) -> None:
    said: list[str] = []
    find.rows.turned.connect(lambda _row: said.append("turned"))
    find.rows.rowsInserted.connect(lambda *_: said.append("inserted"))
    find.chooseRow(shown(find, "ref")[2])
    assert said == []
    assert shown(find, "chosen") == [False, False, True, False]


def test_very_long_texts_are_cut(find: FindModel) -> None:
    find.search("长" * 500)
    assert len(find.text) == 60


def test_the_page_opened_before_the_services(surroundings, bridge) -> None:
    kiosk, surroundings.kiosk = surroundings.kiosk, None
    surroundings.navigation.go("find")
    model = FindModel(surroundings)
    model.entered("")
    assert bridge.waiting == []
    assert model.state == "loading"
    surroundings.kiosk = kiosk
    model.attached()
    bridge.answer_all()
    assert model.state == "ready"


def test_a_facility_is_found_and_marked_but_has_no_listing(find: FindModel, bridge) -> None:
    find.search("电梯")
    bridge.answer_all()
    assert shown(find, "icon") == ["lift"]
    assert shown(find, "stall") == [""]
    for _ in range(2):
        find.chooseRow(shown(find, "ref")[0])
    assert find.chosen == "lift-1"
    assert shown(find, "chosen") == [True]
    assert find.surroundings.navigation.page == "home"
