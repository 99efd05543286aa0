"""The fair pack, and whether its file is still right."""

import pytest

from kiosk.domain.words import Words


@pytest.fixture
def pack(on_duty, bridge):
    on_duty.open("pack")
    bridge.answer()
    return on_duty.pack


def test_the_pack_is_told(pack, surroundings):
    assert pack.state == "ready"
    assert (pack.version, pack.signer) == (3, "4f1c … 09be")
    assert pack.installed == "11月28日 周六 7:40"
    assert pack.lastDay == "11月29日 周日"
    assert {each["id"]: each["count"] for each in pack.counts}["attendees"] == 20416
    surroundings.modes.toggle_language()
    assert pack.lastDay == "Sun 29 Nov"
    assert pack.installed == "Sat 28 Nov 7:40"


def test_the_open_one_of_several_is_marked(on_duty, pack, bridge, kiosk, fakes):
    kiosk.fair_pack.packs = (*fakes.OTHER_PACKS, fakes.PACK)
    pack.retry()
    bridge.answer()
    assert [each["current"] for each in pack.packs] == [False, False, True]
    assert pack.version == 3


def test_the_file_is_checked_beside_the_stores_thread(pack, bridge, kiosk):
    bridge.workers.clear()
    pack.check_file()
    pack.check_file()
    assert (pack.check, bridge.workers) == ("checking", ["printing"])
    bridge.answer()
    assert (pack.check, pack.said) == ("right", "")
    kiosk.fair_pack.damage = Words("已损坏", "Damaged")
    pack.check_file()
    bridge.answer()
    assert (pack.check, pack.said) == ("wrong", "已损坏")
    kiosk.fail("check_pack")
    pack.check_file()
    bridge.answer()
    assert (pack.check, pack.said) == ("not", "")


def test_a_pack_that_cannot_be_read_is_said(on_duty, pack, bridge, kiosk):
    kiosk.fail("pack")
    pack.retry()
    bridge.answer()
    assert pack.state == "failed"
