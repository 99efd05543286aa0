"""No page asks a service on the GUI thread: a scan, a search or a touch never waits for the store."""

from tests.ui.scenes import SCENES


def test_services_are_asked_on_their_own_thread(stage):
    for scene in SCENES.values():
        stage.clear()
        stage.play(scene)
    assert stage.kiosk.calls.threads == {"store", "printing", "upkeep", "drawing", "pin"}
    assert len(stage.kiosk.calls.made) > len(SCENES)
