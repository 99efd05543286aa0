"""Everything that is touched is large enough, apart from its neighbours, and within reach."""

import pytest
from PySide6.QtCore import QRectF

LEAST_MM = 20.0
GAP_MM = 3.0
REACH_TOP_MM = 199.0
LOW_TOP_MM = 258.0
"""1,200 mm above the floor on the reference pedestal."""
ROUNDING_PX = 2.0
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
PX_PER_MM = 1920 / 597.7


def open_page(window, settle, page):
    if page == "school":
        window.models.navigation.go("walk_up")
        form = window.models.walkUp
        form.type_name("林示远")
        form.next()
        form.choose_degree("本科")
        form.type_school("北京")
    elif page == "search":
        window.models.navigation.go("staff")
        for digit in "2468":
            window.models.staff.digit(digit)
        window.models.staff.sign_in()
        settle(window)
        window.models.staff.open_search()
        window.models.staff.search("张")
        settle(window)
        window.models.staff.choose("11")
    elif page == "number":
        window.models.navigation.go("check_in")
        window.models.checkIn.begin()
    elif page == "verdict":
        window.models.scan("NOBODY KNOWS")
    elif page != "home":
        window.models.navigation.go(page)
    settle(window)


def touchable(item):
    """Boxes of the visible Taps under an item, in px of the window."""
    for child in item.childItems():
        if not child.isVisible():
            continue
        if child.metaObject().className().startswith("Tap_") or inherits_tap(child.metaObject()):
            if child.isEnabled():
                yield child.mapRectToScene(QRectF(0, 0, child.width(), child.height()))
        else:
            yield from touchable(child)


def inherits_tap(meta):
    while meta is not None:
        if meta.className().startswith("Tap_"):
            return True
        meta = meta.superClass()
    return False


def assert_apart(boxes):
    """Targets keep their gap, unless one holds the other or they are rows of one card."""
    apart = GAP_MM * PX_PER_MM - ROUNDING_PX
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            across = max(one.left() - other.right(), other.left() - one.right())
            down = max(one.top() - other.bottom(), other.top() - one.bottom())
            joined = across < 0 and abs(down) < ROUNDING_PX  # rows of one card
            held = one.contains(other) or other.contains(one)
            assert joined or held or max(across, down) >= apart, (one, other)


@pytest.mark.parametrize("orientation", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "page", ["home", "check_in", "number", "walk_up", "school", "help", "staff", "search", "verdict"]
)
def test_targets(window, settle, page, language, orientation):
    window.quick.resize(*SIZES[orientation])
    window.models.modes.speak(language)
    open_page(window, settle, page)
    boxes = list(touchable(window.quick.contentItem()))
    assert boxes
    least = LEAST_MM * PX_PER_MM - ROUNDING_PX
    screen = QRectF(0, 0, *SIZES[orientation])
    for box in boxes:
        assert box.width() >= least, box
        assert box.height() >= least, box
        assert screen.contains(box), box
        assert orientation == "landscape" or box.top() >= REACH_TOP_MM * PX_PER_MM - ROUNDING_PX, box
    if page != "verdict":  # the verdict covers its page; rows of one card touch each other
        assert_apart(boxes)
    window.models.end_visit()


@pytest.mark.parametrize("mode", ["low", "large and low"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_low_targets(window, settle, language, mode):
    """From a wheelchair: nothing that is touched lies above 1,200 mm, and nothing too near its neighbour."""
    finding = [("find", ""), ("find none", ""), ("listing", "3"), ("way", "D003"), ("programme", "")]
    staff = [
        (page, "") for page in ("home", "check_in", "number", "walk_up", "school", "help", "staff", "search")
    ]
    for page, argument in (*finding, *staff):
        window.models.end_visit()
        window.models.modes.speak(language)
        window.models.modes.toggle_low()
        if mode != "low":
            window.models.modes.toggle_large()
        if page == "find none":
            window.models.navigation.go("find")
            window.models.find.search("海上风电")
        elif argument:
            window.models.navigation.open(page, argument)
        else:
            open_page(window, settle, page)
        settle(window)
        boxes = list(touchable(window.quick.contentItem()))
        assert boxes
        for box in boxes:
            assert box.top() >= LOW_TOP_MM * PX_PER_MM - ROUNDING_PX, (page, box)
        assert_apart(boxes)
    window.models.end_visit()
