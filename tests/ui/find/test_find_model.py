from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from kiosk.domain.closable import Closable
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding
from kiosk.ui.find.find_model import FindModel
from kiosk.ui.row_model import Rows


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


def values(rows: Rows) -> list:
    """What each row of one value holds."""
    return [rows.value(at, "modelData") for at in range(rows.total)]


def everything(model: FindModel, name: str) -> list:
    return [model.rows.value(at, name) for at in range(model.rows.total)]


def test_all_stalls_of_the_own_level_at_first(find: FindModel) -> None:
    assert find.state == "ready"
    assert find.level == "1"
    assert find.rows.total == 20
    assert shown(find, "stall") == ["A001", "A002", "A003", "A004"]
    assert find.results.hits == []


def test_typing_narrows_list_and_map(find: FindModel, bridge) -> None:
    find.search("单位 11")
    bridge.answer_all()
    assert shown(find, "stall") == ["B001"]
    assert find.results.hits == ["B001"]
    assert find.results.foundCount == 1


def test_a_slow_answer_never_overwrites_a_newer_one(find: FindModel, bridge) -> None:
    find.search("单位 11")
    find.search("单位 12")
    assert len(bridge.waiting) == 2
    bridge.answer(1)  # the newer question is answered first
    bridge.answer(0)
    assert find.text == "单位 12"
    assert shown(find, "stall") == ["B002"]
    assert find.results.hits == ["B002"]


def test_hits_on_the_other_level_turn_to_it(find: FindModel, bridge) -> None:
    find.search("单位 25")
    bridge.answer_all()
    assert find.level == "2"
    assert shown(find, "stall") == ["D005"]


def test_the_level_switch_carries_the_counts(find: FindModel, bridge) -> None:
    find.search("单位 1")  # 1, 10 to 19 on level 1; no school
    bridge.answer_all()
    assert [(level["id"], level["count"], level["on"]) for level in values(find.results.levels)] == [
        ("1", "11", True),
        ("2", "0", False),
    ]


def test_zone_chips_are_there_where_there_is_a_choice(find: FindModel, bridge) -> None:
    assert [(zone["letter"], zone["count"]) for zone in values(find.facets.zones)] == [("A", 10), ("B", 10)]
    find.search("单位 11")
    bridge.answer_all()
    assert values(find.facets.zones) == []


def test_a_zone_narrows_and_keeps_the_other_counts(find: FindModel, bridge) -> None:
    find.facets.toggleZone("B")
    bridge.answer_all()
    assert find.rows.total == 10
    assert set(shown(find, "zone")) == {"B"}
    assert [(zone["letter"], zone["count"], zone["on"]) for zone in values(find.facets.zones)] == [
        ("A", 10, False),
        ("B", 10, True),
    ]
    assert [chip["text"] for chip in values(find.facets.chips)] == ["市属国企"]
    find.facets.toggleZone("B")
    bridge.answer_all()
    assert (find.rows.total, find.facets.chosenCount) == (20, 0)


def test_another_level_drops_the_zone(find: FindModel, bridge) -> None:
    find.facets.toggleZone("B")
    bridge.answer_all()
    find.showLevel("2")
    bridge.answer_all()
    assert find.facets.chosen == ()
    assert find.rows.total == 20


def test_a_level_that_was_asked_for_stays_though_it_has_nothing(find: FindModel, bridge) -> None:
    find.search("单位 11")
    bridge.answer_all()
    find.showLevel("2")
    bridge.answer_all()
    assert (find.state, find.level, find.rows.total) == ("elsewhere", "2", 0)
    assert find.results.elsewhere == {"id": "1", "name": "1 号馆", "count": 1}
    find.search("单位 12")  # another question turns to where it is found
    bridge.answer_all()
    assert (find.state, find.level) == ("ready", "1")


def test_a_row_chooses_its_stall_then_opens(find: FindModel) -> None:
    ref = shown(find, "ref")[1]
    find.results.chooseRow(1)
    assert find.chosen == "A002"
    assert shown(find, "chosen") == [False, True, False, False]
    assert find.surroundings.navigation.page == "home"
    find.results.chooseRow(1)
    assert (find.surroundings.navigation.page, find.surroundings.navigation.argument) == ("listing", ref)


def test_a_stall_on_the_map_turns_the_list_to_it(find: FindModel, bridge) -> None:
    sought: list[int] = []
    find.rows.sought.connect(sought.append)
    find.chooseStall("B003")
    assert find.chosen == "B003"  # at once, on the map
    bridge.answer_all()
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
    assert (find.text, find.chosen, find.results.hits, find.rows.total) == ("", "", [], 0)
    find.entered("")
    bridge.answer_all()
    assert find.level == "1"
    assert find.rows.total == 20


def test_names_change_with_the_language(find: FindModel) -> None:
    find.surroundings.modes.speak("en")
    assert shown(find, "title")[0] == "Employer 1"
    assert values(find.results.levels)[0]["name"] == "Hall 1"


def test_coming_back_from_a_listing_keeps_the_search(find: FindModel, bridge) -> None:
    find.search("单位 11")
    bridge.answer_all()
    find.entered("")
    assert len(bridge.waiting) == 1  # how it stands on the floor
    bridge.answer_all()
    assert shown(find, "stall") == ["B001"]


def test_the_nine_keys_mean_letters(find: FindModel, bridge) -> None:
    find.pads.choose("nine")
    assert find.pads.up
    for key in "2001":
        find.typeKey(key)
    bridge.answer_all()
    assert (find.text, find.byKeys) == ("2001", True)
    assert shown(find, "stall") == ["A001"]
    find.pads.choose("full")  # the same digits typed on the keyboard mean themselves
    bridge.answer_all()
    assert (find.text, find.pads.up, find.byKeys) == ("2001", False, False)
    assert find.state == "none"


def test_hanzi_and_then_a_key_are_searched_as_they_stand(find: FindModel) -> None:
    find.search("单位")
    find.pads.choose("nine")
    find.typeKey("2")
    assert (find.text, find.byKeys) == ("单位2", False)


def test_the_pad_erases_and_stays_chosen_for_the_visit_only(find: FindModel, bridge) -> None:
    find.pads.choose("initials")
    for key in "A001":
        find.typeKey(key)
    find.erase()
    bridge.answer_all()
    assert find.text == "A00"
    find.entered("")
    assert (find.pads.pad, find.pads.up) == ("initials", False)
    find.pads.open()
    assert find.pads.up
    find.reset()
    assert (find.pads.pad, find.pads.up, find.text) == ("full", False, "")
    find.pads.open()
    assert not find.pads.up


def test_nothing_found_by_keys_offers_no_terms(find: FindModel, bridge) -> None:
    find.pads.choose("nine")
    find.typeKey("7")
    bridge.answer_all()
    find.search("99")
    bridge.answer_all()
    assert (find.state, find.terms.total) == ("none", 0)


def test_choosing_leaves_the_list_where_it_is(find: FindModel) -> None:
    said: list[str] = []
    find.rows.turned.connect(lambda _row: said.append("turned"))
    find.rows.rowsInserted.connect(lambda *_: said.append("inserted"))
    find.results.chooseRow(2)
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


def test_a_facility_is_marked_and_then_shows_the_way(find: FindModel, bridge) -> None:
    find.search("电梯")
    bridge.answer_all()
    assert shown(find, "icon") == ["lift"]
    assert shown(find, "stall") == [""]
    find.results.chooseRow(0)
    assert find.chosen == "lift-1"
    assert shown(find, "chosen") == [True]
    find.results.chooseRow(0)
    assert find.surroundings.navigation.page == "way"
    assert find.surroundings.navigation.argument == "lift-1"


def test_groups_have_heads_and_a_post_looks_itself_up(find: FindModel, bridge) -> None:
    find.search("会")
    bridge.answer_all()
    heads = find.results.heads
    assert find.results.headWords == ["单位 20", "岗位 1", "专业 1"]
    assert [find.rows.value(at, "head") for at in heads] == ["单位", "岗位", "专业"]
    find.results.chooseRow(heads[1])
    bridge.answer_all()
    assert find.text == "会计"
    assert find.chosen == ""


def test_exhibitors_alone_have_no_head(find: FindModel) -> None:
    assert find.results.heads == []


def test_a_shortcut_chooses_the_nearest_from_where_one_stands(find: FindModel, bridge) -> None:
    find.showLevel("2")
    bridge.answer_all()
    find.seek("lift", "电梯")
    bridge.answer_all()
    assert (find.text, find.level, find.chosen) == ("电梯", "1", "lift-1")
    assert values(find.shortcuts) == [{"icon": "lift"}]


def test_a_facility_on_the_map_is_found_too(find: FindModel, bridge) -> None:
    find.chooseStall("lift-1")
    bridge.answer_all()
    assert shown(find, "ref")[0] == "lift-1"
    assert shown(find, "chosen")[0]


def test_facets_narrow_and_their_chips_take_them_back(find: FindModel, bridge) -> None:
    find.search("单位")
    bridge.answer_all()
    facets = find.facets
    facets.openPanel("zone")
    assert [facets.kinds.value(at, "kind") for at in range(facets.kinds.total)] == ["zone"]
    facets.toggle("A")
    bridge.answer_all()
    assert find.rows.total == 10
    facets.toggle("B")  # of one facet any value will do
    bridge.answer_all()
    assert find.rows.total == 20
    assert facets.kinds.value(0, "count") == 2
    facets.remove("zone", "A")
    bridge.answer_all()
    assert set(everything(find, "zone")) == {"B"}
    facets.clear()
    bridge.answer_all()
    assert (find.rows.total, find.text, facets.chosenCount) == (20, "单位", 0)


def test_a_value_that_has_gone_meanwhile_is_not_chosen(find: FindModel, bridge) -> None:
    find.facets.openPanel("zone")
    find.facets.toggle("no such zone")
    assert bridge.waiting == []


def test_what_suits_a_class_of_majors(find: FindModel, bridge) -> None:
    find.facets.askMajor()
    assert find.facets.asking
    find.facets.suit("会计学")
    assert not find.facets.asking
    bridge.answer_all()
    assert find.facets.majorClass == "会计学"
    assert find.results.foundCount == 39  # all but the school
    find.facets.remove("suits", "")
    bridge.answer_all()
    assert find.results.foundCount == 40


def test_another_standing_is_shown_where_the_list_stands(find: FindModel, bridge, directory) -> None:
    find.rows.turn_to(7)
    directory.floor.standing_value = FloorStanding(frozenset({"lift-1"}), {"A002": StallState.LATE}, {})
    find.here.every.timeout.emit()
    bridge.answer_all()
    assert everything(find, "standing")[1] == "late"
    assert find.rows.first == 7
    find.search("电梯")
    bridge.answer_all()
    assert shown(find, "standing") == ["closed"]


def test_a_lift_says_where_it_leads_and_what_is_closed_is_said(find: FindModel, bridge, directory) -> None:
    lift = Closable("lift-1", ("lift-1", "lift-2"), "lift", Words("1 号电梯", "Lift 1"), ("1", "2"), "")
    find.here.take((lift,))
    find.search("电梯")
    bridge.answer_all()
    assert (shown(find, "leads"), shown(find, "standing"), find.here.closed) == (["2 号馆"], [""], "")
    directory.floor.standing_value = FloorStanding(frozenset({"lift-1", "lift-2"}))
    find.here.every.timeout.emit()
    bridge.answer_all()
    assert (shown(find, "standing"), find.here.closed) == (["closed"], "1 号电梯")
    assert find.here.place == "1 号馆、东门 1 号机"


def test_the_standing_is_asked_for_only_while_the_page_is_shown(find: FindModel) -> None:
    navigation = find.surroundings.navigation
    navigation.go("find")
    find.entered("")
    assert find.here.every.isActive()
    navigation.go("listing")
    assert not find.here.every.isActive()


def test_without_steps_is_asked_anew(find: FindModel, bridge, directory, monkeypatch) -> None:
    asked: list[bool] = []
    real = directory.find
    monkeypatch.setattr(
        directory, "find", lambda question: (asked.append(question.step_free), real(question))[1]
    )
    find.surroundings.modes.toggle_large()
    bridge.answer_all()
    assert asked == []
    find.surroundings.modes.toggle_step_free()
    bridge.answer_all()
    assert asked == [True]


def test_the_list_alone_has_the_facilities_as_well(find: FindModel, bridge) -> None:
    find.toggleList()
    bridge.answer_all()
    assert (find.listOnly, find.rows.total) == (True, 21)
    assert find.rows.value(20, "ref") == "lift-1"
    assert find.results.headWords == ["单位 20", "设施 1"]
    find.toggleList()
    bridge.answer_all()
    assert find.rows.total == 20


def test_who_types_on_waits_for_the_last_answer_only(find: FindModel, bridge, directory, monkeypatch) -> None:
    asked: list[str] = []
    real = directory.find
    monkeypatch.setattr(directory, "find", lambda question: (asked.append(question.text), real(question))[1])
    for text in ("单", "单位", "单位 1"):
        find.search(text)
    bridge.answer_all()
    assert asked == ["单位 1"]


def test_nothing_found_shows_the_nearest(find: FindModel, bridge) -> None:
    find.search("海上风电")
    bridge.answer_all()
    assert (find.state, find.rows.total, find.results.hits) == ("none", 3, [])


def test_the_nearest_on_another_level_is_shown_there(find: FindModel, bridge, directory) -> None:
    directory.exhibitors = directory.exhibitors[-3:]  # all of them in hall 2
    find.search("海上风电")
    bridge.answer_all()
    assert (find.level, shown(find, "floor")[0]) == ("1", "2 号馆")
    find.results.chooseRow(0)
    assert (find.level, find.chosen, find.state) == ("2", "D018", "none")
    assert shown(find, "floor")[0] == ""
    assert bridge.waiting == []


class TestLookedUp:
    def test_the_text_that_stands_at_the_end(self, find: FindModel, bridge) -> None:
        find.search("单位 11")
        bridge.answer_all()
        find.search("")
        bridge.answer_all()
        assert told(find) == [{"单位 11": True}]

    def test_in_vain(self, find: FindModel, bridge) -> None:
        find.search("海上风电")
        bridge.answer_all()
        find.reset()
        bridge.answer_all()
        assert told(find) == [{"海上风电": False}]

    def test_never_key_by_key(self, find: FindModel, bridge) -> None:
        for text in ("海", "海上", "海上风", "海上风电"):
            find.search(text)
            bridge.answer_all()
        find.reset()
        bridge.answer_all()
        assert told(find) == [{"海上风电": False}]

    def test_what_stood_a_moment_was_meant(self, find: FindModel, bridge) -> None:
        find.search("海上风电")
        bridge.answer_all()
        stands(find)
        for text in ("海上风", "海", "单位"):
            find.search(text)
            bridge.answer_all()
        find.reset()
        bridge.answer_all()
        assert told(find) == [{"海上风电": False, "单位": True}]

    def test_letters_of_a_hanzi_to_come_are_none(self, find: FindModel, bridge) -> None:
        find.composes(True)
        find.search("haishang")
        bridge.answer_all()
        stands(find)
        find.composes(False)
        find.search("海上")
        bridge.answer_all()
        find.reset()
        bridge.answer_all()
        assert told(find) == [{"海上": False}]

    def test_nothing_was_looked_up(self, find: FindModel, bridge) -> None:
        find.facets.toggleZone("B")
        bridge.answer_all()
        find.reset()
        bridge.answer_all()
        assert told(find) == []


def told(model: FindModel) -> list:
    return model.surroundings.kiosk.lookups.told


def stands(model: FindModel) -> None:
    """A moment goes by."""
    model.findChild(QTimer, "stands").timeout.emit()
