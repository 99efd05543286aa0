"""The window ends in order."""

import shiboken6

from kiosk.ui.window import build_window


def test_closing_destroys_every_object_at_once(application, qt_messages, kiosk, settle):
    """What is left to the garbage collector may be destroyed on a worker's thread, timers and all."""
    window = build_window(still=True)
    window.show(1080, 1920)
    window.attach(kiosk)
    settle(window)
    window.models.navigation.go("check_in")
    ended = [window, window.models, window.bridge, window.models.idle, window.models.verdict, window.quick]
    window.close()
    assert not any(shiboken6.isValid(each) for each in ended)
