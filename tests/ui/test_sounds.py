"""Sounds never fail and never wait, with an audio output or without."""

import time

from kiosk.devices.sound import TONES
from kiosk.ui.sounds import Sounds


def test_every_verdict_sounds_or_is_silent_at_once(application):
    sounds = Sounds()
    sounds.play("admit")  # opens the output, if there is one
    for verdict in (*TONES, "admit"):
        before_s = time.process_time()
        sounds.play(verdict)
        assert time.process_time() - before_s < 0.5
    sounds.stop()
    sounds.deleteLater()
