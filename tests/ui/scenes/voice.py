"""The switch that reads aloud: on, and where the machine has no voice."""

from __future__ import annotations

from tests.ui.stage import Stage


def on(stage: Stage) -> None:
    """Read aloud."""
    stage.models.navigation.go("help")
    stage.models.modes.toggle_aloud()


def voiceless(stage: Stage) -> None:
    """No voice, no switch."""
    stage.models.modes.give_voices(frozenset())
    stage.models.navigation.go("help")


SCENES = {"help aloud": on, "help voiceless": voiceless}
