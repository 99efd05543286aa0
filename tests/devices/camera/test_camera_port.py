"""Which camera is meant, at what size it is opened, and whether this user may."""

from __future__ import annotations

import os
from itertools import permutations

from kiosk.devices.camera.port import Found, is_forbidden, wanted_of, worse

BUILT_IN = Found("/dev/video0", "Integrated Webcam HD")
USB = Found("/dev/video2", "USB 2.0 Camera: Gate")
BOTH = (BUILT_IN, USB)


def test_the_camera_of_this_id_or_name_or_the_first():
    assert wanted_of(BOTH, "") == BUILT_IN
    assert wanted_of(BOTH, "/dev/video2") == USB
    assert wanted_of(BOTH, "USB 2.0 Camera: Gate") == USB
    assert wanted_of(BOTH, "usb") == USB
    assert wanted_of(BOTH, "/dev/video1") is None
    assert wanted_of((), "") is None


def test_of_what_it_offers_enough_frames_then_720p_then_no_jpeg():
    best_first = [
        (1280, 720, 30.0, False),
        (1280, 720, 30.0, True),
        (1280, 800, 30.0, False),
        (1920, 1080, 30.0, True),
        (640, 480, 30.0, False),
        (320, 240, 60.0, False),
        (1280, 720, 10.0, False),
        (0, 0, 0.0, False),
    ]
    for offered in permutations(best_first, 3):
        best = min(offered, key=lambda each: worse(*each[:3], is_jpeg=each[3]))
        assert best == min(offered, key=best_first.index)


def test_a_camera_that_is_there_and_may_not_be_opened(tmp_path):
    assert not is_forbidden(tmp_path)
    (tmp_path / "video0").touch()
    assert is_forbidden(tmp_path, lambda _path, _how: False) is (os.name == "posix")
    assert not is_forbidden(tmp_path, lambda _path, _how: True)
