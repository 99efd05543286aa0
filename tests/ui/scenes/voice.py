"""The switch that reads aloud, on."""

from __future__ import annotations

from tests.ui.stage import Stage


def on(stage: Stage) -> None:
    """Read aloud."""
    stage.models.navigation.go("help")
    stage.models.modes.toggle_aloud()


SCENES = {"help aloud": on}
