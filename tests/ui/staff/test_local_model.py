"""What staff may change at this kiosk."""

import pytest

from kiosk.domain.words import Words
from kiosk.ui.staff.local_model import MOUNT_LEAST_MM

MOUNT_MOST_MM = 860


@pytest.fixture
def local(on_duty, bridge):
    on_duty.open("settings")
    bridge.answer()
    return on_duty.local


def test_this_kiosk_is_told(local):
    assert local.state == "ready"
    assert (local.place, local.gate, local.kiosk, local.version) == (
        "东门 3 号机",
        "东门",
        "5be1f09a",
        "0.1.0",
    )
    assert (local.language, local.reducedMotion, local.sounds, local.mountBottomMm) == (
        "zh",
        False,
        True,
        860,
    )


def test_a_language_is_kept_and_holds_at_once_and_for_the_next_visit(local, bridge, kiosk, surroundings):
    local.start_in("en")
    assert local.language == "zh"  # nothing is shown that is not kept yet
    bridge.answer()
    assert (local.language, kiosk.local_settings.values.language) == ("en", "en")
    assert surroundings.modes.spoken == "en"
    assert local.outcome == "kept"
    surroundings.modes.toggle_language()
    surroundings.modes.reset()
    assert surroundings.modes.spoken == "en"


def test_reduced_motion_holds_at_once_and_leaves_the_language(local, bridge, surroundings):
    local.move_less(True)
    bridge.answer()
    assert surroundings.modes.reducedMotion
    assert surroundings.modes.spoken == "zh"


def test_sounds_are_handed_on_to_the_window(local, bridge, kiosk):
    kept = []
    local.kept.connect(kept.append)
    local.sound(False)
    bridge.answer()
    assert local.outcome == "kept"
    assert not local.sounds
    assert [each.sounds for each in kept] == [False]


def test_the_height_goes_in_steps_between_two_ends(local, bridge, kiosk):
    local.lower_mount()
    bridge.answer()
    assert local.mountBottomMm == 850
    local.raise_mount()
    bridge.answer()
    assert local.mountBottomMm == 860
    for _ in range(100):
        local.lower_mount()
        bridge.answer()
    assert (local.mountBottomMm, local.mountLowest) == (MOUNT_LEAST_MM, True)
    for _ in range(100):
        local.raise_mount()
        bridge.answer()
    assert (local.mountBottomMm, local.mountHighest) == (MOUNT_MOST_MM, True)


def test_what_is_so_already_is_not_written(local, bridge):
    local.start_in("zh")
    local.sound(True)
    assert bridge.waiting == []


def test_what_could_not_be_kept_stays_as_it_was(local, bridge, kiosk):
    kiosk.fail("change")
    local.start_in("en")
    bridge.answer()
    assert local.language == "zh"
    assert (local.outcome, local.said) == ("not_kept", "")


def test_a_known_fault_says_why(local, bridge, kiosk, monkeypatch):
    def refuse(_values, _by):
        fault = OSError()
        fault.words = Words("写不进 kiosk.toml", "Cannot write kiosk.toml")
        raise fault

    monkeypatch.setattr(kiosk.local_settings, "change", refuse)
    local.sound(False)
    bridge.answer()
    assert (local.outcome, local.said) == ("not_kept", "写不进 kiosk.toml")


def test_settings_that_cannot_be_read_are_said(local, bridge, kiosk):
    kiosk.fail("local_settings")
    local.retry()
    assert local.state == "loading"
    bridge.answer()
    assert local.state == "failed"
