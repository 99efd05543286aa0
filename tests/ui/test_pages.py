"""Every page stands in both languages and both orientations, without a word from Qt or QML."""

import pytest

from kiosk.ui.navigation import PAGES

ARGUMENTS = {"listing": "1", "way": "A003"}
GROUNDS = {"admit": "#00756a", "notice": "#f5b800", "refuse": "#a31a17", "staff": "#34373c"}
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("orientation", SIZES)
def test_page_renders_in_both_languages(window, settle, page, orientation):
    """Nothing is said by Qt or QML (the window fixture checks), and the page is not blank."""
    window.quick.resize(*SIZES[orientation])
    for language in ("zh", "en"):
        window.models.modes.speak(language)
        window.models.navigation.home()
        if page != "home":
            window.models.navigation.open(page, ARGUMENTS.get(page, ""))
        settle(window)
        picture = window.quick.grabWindow()
        assert (picture.width(), picture.height()) == SIZES[orientation]
        assert len(colours(picture)) > 3
    window.models.end_visit()


@pytest.mark.parametrize("mode", ["toggle_large", "toggle_contrast", "toggle_low"])
def test_modes_change_every_page(window, settle, mode):
    """A switch in the foot changes the picture and goes back when the visit ends."""
    window.models.navigation.go("help")
    settle(window)
    before = window.quick.grabWindow()
    getattr(window.models.modes, mode)()
    settle(window)
    assert window.quick.grabWindow() != before
    window.models.end_visit()
    settle(window)
    assert not any((window.models.modes.large, window.models.modes.contrast, window.models.modes.low))


def test_first_frame_stands_before_the_services(bare_window, settle):
    """Home shows at once and says that it is loading."""
    settle(bare_window)
    assert bare_window.models.home.ready is False
    assert len(colours(bare_window.quick.grabWindow())) > 3


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("WELCOME0001", "admit"),
        ("INSIDE00001", "notice"),
        ("EARLY000001", "refuse"),
        ("FORGED00001", "staff"),
        ("NOBODY KNOWS", "refuse"),
    ],
)
@pytest.mark.parametrize("orientation", SIZES)
def test_verdict_fills_the_screen(window, settle, text, verdict, orientation):
    """All four corners have the verdict's colour, in both languages."""
    window.quick.resize(*SIZES[orientation])
    for language in ("zh", "en"):
        window.models.modes.speak(language)
        window.models.scan(text)
        settle(window)
        assert window.models.verdict.verdict == verdict
        picture = window.quick.grabWindow()
        width, height = picture.width() - 1, picture.height() - 1
        corners = {picture.pixelColor(x, y).name() for x in (0, width) for y in (0, height)}
        assert corners == {
            {"admit": "#00756a", "notice": "#f5b800", "refuse": "#a31a17", "staff": "#34373c"}[verdict]
        }
    window.models.end_visit()


def colours(picture):
    """Colours on a coarse grid of the picture."""
    return {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 31)
    }
