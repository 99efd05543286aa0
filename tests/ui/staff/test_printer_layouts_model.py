"""How badges look: every layout composed anew with what is typed, and nothing of a name left."""

import pytest

from tests.fakes.printing import MISSING


@pytest.fixture
def looks(on_duty, bridge):
    on_duty.open("printers")
    bridge.answer()
    looks = on_duty.printers.layouts
    looks.open()
    bridge.workers.clear()
    return looks


def drawn(composition):
    """The texts on a badge."""
    return [mark.text for mark in composition.own if hasattr(mark, "text")]


def test_every_layout_is_composed_beside_the_store(looks, bridge):
    looks.refresh()
    assert bridge.workers == ["drawing"]
    assert looks.state == "loading"
    bridge.answer()
    assert looks.state == "ready"
    assert [each["id"] for each in looks.layouts] == ["a6", "a7", "card", "label_4x3", "tape_62"]
    made = [looks.composition_of(each["id"], looks.edition) for each in looks.layouts]
    assert all("林知远" in drawn(each) for each in made)
    assert looks.composition is made[0]


def test_another_type_is_another_sample(looks, bridge):
    bridge.answer()
    looks.show_type("employer")
    bridge.answer()
    assert "A015" in drawn(looks.composition)
    assert [each["id"] for each in looks.types if each["on"]] == ["employer"]


def test_a_name_is_composed_a_moment_after_it_was_typed(looks, bridge):
    bridge.answer()
    edition = looks.edition
    looks.type_name("欧阳")
    looks.type_name("欧阳明澈")
    assert bridge.waiting == []
    looks._typed.timeout.emit()
    bridge.answer()
    assert "欧阳明澈" in drawn(looks.composition)
    assert looks.edition == edition + 1


def test_an_older_answer_does_not_cover_a_newer_one(looks, bridge):
    bridge.answer()
    looks.type_name("欧阳")
    looks.refresh()
    older = bridge.waiting.pop()
    looks.type_name("欧阳明澈")
    looks.refresh()
    bridge.answer()
    bridge.waiting.append(older)
    bridge.answer()
    assert "欧阳明澈" in drawn(looks.composition)


def test_what_the_fonts_lack_is_said_by_its_place_and_left_out(looks, bridge):
    looks.type_name(f"林{MISSING}远{MISSING}")
    looks.refresh()
    bridge.answer()
    assert (looks.missing, looks.missingAt) == (MISSING, "2、4")
    assert "林远" in drawn(looks.composition)


def test_what_cannot_be_composed_can_be_tried_again(looks, bridge, kiosk):
    kiosk.fail("preview")
    bridge.answer()
    assert looks.state == "failed"
    kiosk.mend()
    looks.retry()
    bridge.answer()
    assert looks.state == "ready"


def test_nothing_of_a_name_stays(looks, bridge):
    looks.type_name("欧阳明澈")
    looks.refresh()
    bridge.answer()
    looks.close()
    assert (looks.name, looks.composition, looks.opened) == ("", None, False)


def test_an_answer_after_it_was_closed_is_dropped(looks, bridge):
    looks.close()
    bridge.answer()
    assert looks.state == "closed"
