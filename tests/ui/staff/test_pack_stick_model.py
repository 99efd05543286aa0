"""A fair pack from a stick: found, looked at, asked about, installed, and what is said of what goes wrong."""

import pytest

from kiosk.domain.pack_offer import PackLook, PackOffers, PackOutcome
from kiosk.domain.words import Words


@pytest.fixture
def stick(on_duty, bridge):
    on_duty.open("pack")
    bridge.answer()
    bridge.workers.clear()
    return on_duty.pack.stick


@pytest.fixture
def told(stick):
    """How often a new pack was announced."""
    sent = []
    stick.installed.connect(lambda: sent.append(stick.state))
    return sent


@pytest.fixture
def asked(stick, bridge):
    stick.find()
    bridge.answer()
    stick.choose(0)
    bridge.answer()
    assert stick.state == "asked"
    return stick


def test_packs_are_looked_for_away_from_scans_and_badges(stick, bridge, surroundings):
    assert stick.state == ""
    stick.find()
    stick.find()
    assert (stick.state, bridge.workers) == ("looking", ["upkeep"])
    bridge.answer()
    assert stick.state == "listed"
    first = stick.offers[0]
    assert (first["version"], first["before"], first["day"]) == (4, 3, "11月28日 周六")
    assert [each["installable"] for each in stick.offers] == [True, True, False, False, False]
    surroundings.modes.toggle_language()
    assert stick.offers[0]["day"] == "Sat 28 Nov"


def test_what_is_chosen_is_read_and_asked_about_before_anything_is_installed(asked, kiosk, fakes, told):
    assert asked.changes == [each.zh for each in fakes.CHANGES]
    assert asked.chosen["version"] == 4
    assert not kiosk.calls.of("install_pack")
    assert told == []


def test_installing_needs_an_answer_and_is_announced_once(asked, bridge, told, kiosk):
    asked.install()
    asked.install()
    assert asked.state == "installing"
    bridge.answer()
    assert (asked.state, asked.version, len(told)) == ("installed", 4, 1)
    asked.install()
    bridge.answer()
    assert len(kiosk.calls.of("install_pack")) == 1


def test_no_is_an_answer_too(asked, bridge, kiosk):
    asked.close()
    assert asked.state == "listed"
    asked.install()
    bridge.answer()
    assert not kiosk.calls.of("install_pack")
    asked.close()
    assert asked.state == ""


def test_a_pack_that_may_not_be_installed_cannot_be_chosen(stick, bridge):
    stick.install()
    stick.find()
    bridge.answer()
    for number in (2, 3, 4, 99, -1):
        stick.choose(number)
        assert stick.state == "listed"


def test_a_damaged_pack_is_refused_in_its_own_words(stick, bridge, kiosk):
    kiosk.pack_stick.seen = PackLook(problem=Words("已损坏", "Damaged"))
    stick.find()
    bridge.answer()
    stick.choose(0)
    bridge.answer()
    assert (stick.state, stick.problem) == ("refused", "已损坏")
    stick.install()
    assert stick.state == "refused"


def test_a_stick_that_went_in_the_middle_is_said_and_nothing_is_announced(asked, bridge, kiosk, fakes, told):
    kiosk.pack_stick.outcome = PackOutcome(problem=fakes.STICK_GONE)
    asked.install()
    bridge.answer()
    assert (asked.state, asked.problem, told) == ("failed", fakes.STICK_GONE.zh, [])


def test_no_stick_and_a_silent_one_are_two_things(stick, bridge, kiosk):
    for found in (PackOffers(), PackOffers(answered=False), PackOffers(sticks=1, more=True)):
        kiosk.pack_stick.found = found
        stick.find()
        bridge.answer()
        assert (stick.state, stick.offers) == ("listed", [])
        assert (stick.sticks, stick.answered, stick.more) == (found.sticks, found.answered, found.more)


def test_who_signs_out_leaves_an_installation_to_end_and_the_kiosk_hears_of_it(asked, on_duty, bridge, told):
    asked.install()
    on_duty.sign_out()
    assert (asked.state, asked.changes, asked.chosen) == ("", [], {})
    bridge.answer()
    assert asked.state == "", "what it came to is not shown to the next who signs in"
    assert told == [""]


def test_nobody_who_is_not_signed_in_looks_for_packs(stick, on_duty, bridge, kiosk):
    on_duty.sign_out()
    stick.find()
    assert (stick.state, bridge.waiting) == ("", [])


@pytest.mark.parametrize("call", ["find_packs", "look_at_pack", "install_pack"])
def test_what_nobody_foresaw_is_said_as_not_done(stick, bridge, kiosk, call):
    kiosk.fail(call)
    for step in (stick.find, lambda: stick.choose(0), stick.install):
        step()
        bridge.answer()
    assert stick.state == "not"
    kiosk.mend()
    stick.find()
    bridge.answer()
    assert stick.state == "listed"


def test_how_far_it_has_come(stick, bridge, kiosk):
    kiosk.pack_stick.share = 0.5
    assert stick.share == 0.0, "nothing is being done"
    stick.find()
    assert stick.share == 0.5
    bridge.answer()
    assert stick.share == 0.0
