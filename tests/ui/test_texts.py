"""No text is cut, leaves what it stands in, or lies on another text or on a control that is not its own.

Every page in both languages and both orientations, plain, large and low.
"""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from kiosk.domain.reasons import Reason

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
SWITCHES = {"plain": (), "large": ("large",), "low": ("low",), "both": ("large", "low")}
LOOKS = [("portrait", each) for each in SWITCHES] + [("landscape", "plain"), ("landscape", "large")]
"""Low changes nothing in landscape: all of that screen is in reach."""
ROUNDING_PX = 2.0
GAP_PX = 4.0
"""Between the lines of a text and a card below them: descenders reach so far."""
HOLDERS = ("Tap", "Card", "StepRow")


# ---- what is seen


def kinds(item):
    """Names of the QML types of an item, the nearest first."""
    meta = item.metaObject()
    while meta is not None:
        yield meta.className().split("_")[0]
        meta = meta.superClass()


def box_of(item):
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def painted(text):
    """Where a text has glyphs: its lines without the leading above the first and below the last."""
    leading = max(0.0, text.property("lineHeight") - text.property("font").pixelSize()) / 2
    box = text.boundingRect().adjusted(0, leading, 0, -leading - text.property("bottomPadding"))
    return text.mapRectToScene(box)


def lines(text):
    """Where a text's lines are, with their leading: descenders reach into it."""
    box = text.boundingRect()
    return text.mapRectToScene(box.adjusted(0, 0, 0, -text.property("bottomPadding")))


def visible(item, above=()):
    """Visible items with all that stand above them."""
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child, above
            yield from visible(child, (*above, child))


def covering(window):
    """The verdict or the idle question where it covers the page, else the whole window."""
    root = window.quick.contentItem()
    for loader in root.childItems():
        for page in loader.childItems():
            if loader.isVisible() and "KioskLayer" in kinds(page):
                return page
    return root


def seen(window):
    """Texts, what is touched, and cards: the item, where it is; for a text also what it stands in."""
    texts, taps, cards = [], [], []
    for item, above in visible(covering(window)):
        if item.inherits("QQuickText") and item.property("text").strip():
            texts.append((item, painted(item), above))
        elif "Tap" in kinds(item):
            taps.append((item, box_of(item)))
        elif "Card" in kinds(item):
            cards.append((item, box_of(item)))
    return texts, taps, cards


def grown(box, by):
    return box.adjusted(-by, -by, by, by)


def collide(one, other):
    both = one.intersected(other)
    return both.width() > ROUNDING_PX and both.height() > ROUNDING_PX


def faults(window):
    """What is wrong with the texts that are seen, a sentence each."""
    screen = QRectF(0, 0, window.quick.width(), window.quick.height())
    texts, taps, cards = seen(window)
    for text, box, above in texts:
        said = text.property("text")
        if text.boundingRect().width() > text.width() + ROUNDING_PX:
            yield f"{said!r} is wider than its place"
        if not grown(screen, ROUNDING_PX).contains(box):
            yield f"{said!r} leaves the screen"
        for holder in above:
            within = holder.clip() or any(kind in HOLDERS for kind in kinds(holder))
            if within and not grown(box_of(holder), ROUNDING_PX).contains(box):
                yield f"{said!r} leaves its {next(kinds(holder))}"
        for tap, place in taps:
            if tap not in above and collide(box, place) and not place.contains(box):
                yield f"{said!r} lies over the edge of {tap.property('name')!r}"
        for card, place in cards:
            near = collide(lines(text), grown(place, GAP_PX)) and not place.contains(box)
            if near and card not in above:
                yield f"{said!r} comes too near to a card"
    for (one, first, _), (other, second, _) in combinations(texts, 2):
        if collide(first, second):
            yield f"{one.property('text')!r} lies on {other.property('text')!r}"


# ---- every page


def walk_up_to(question):
    def opened(models, _settle):
        form = models.walkUp
        models.navigation.go("walk_up")
        if question == "name":
            return
        form.type_name("阿卜杜热合曼·艾尔肯")
        form.next()
        if question == "degree":
            return
        form.choose_degree("硕士")
        form.type_school("北京")
        if question == "school":
            return
        form.choose_school("4111010008", "北京科技大学")
        if question == "consent":
            form.skip_phone()

    return opened


def number_to(state):
    def opened(models, _settle):
        check_in = models.checkIn
        models.navigation.go("check_in")
        check_in.begin()
        for digit in "2023210458":
            check_in.digit(digit)
        if state == "number":
            return
        check_in.next()
        for digit in "9999":
            check_in.digit(digit)
        if state == "mismatch":
            check_in.next()

    return opened


def staff_at(view, pin="2468"):
    def opened(models, settle):
        staff = models.staff
        models.navigation.go("staff")
        for digit in pin:
            staff.digit(digit)
        if view == "pin":
            return
        staff.sign_in()
        settle()
        if view == "pause":
            staff.ask_pause()
        elif view != "desk":
            staff.open_search()
            settle()
            staff.search("张" if view == "chosen" else view)
            settle()
            staff.choose("11")

    return opened


def find_with(text, stall=""):
    def opened(models, settle):
        models.navigation.go("find")
        settle()
        models.find.search(text)
        settle()
        if stall:
            models.find.chooseStall(stall)

    return opened


def way_to(stall, *, step_free=False):
    def opened(models, settle):
        models.navigation.open("way", stall)
        settle()
        models.way.goStepFree(step_free)

    return opened


def idle_question(models, settle):
    models.navigation.go("help")
    settle()
    for _ in range(48):
        models.idle.step()


def go(page, argument=""):
    return lambda models, _settle: models.navigation.open(page, argument)


PAGES = {
    "home": go("home"),
    "check_in": go("check_in"),
    "number": number_to("number"),
    "tail": number_to("tail"),
    "mismatch": number_to("mismatch"),
    **{f"walk_up {each}": walk_up_to(each) for each in ("name", "degree", "school", "phone", "consent")},
    "help": go("help"),
    "out_of_service": go("out_of_service"),
    "idle": idle_question,
    "pin": staff_at("pin"),
    "wrong pin": staff_at("desk", "1357"),
    "desk": staff_at("desk"),
    "pause": staff_at("pause"),
    "search": staff_at("chosen"),
    "search none": staff_at("zzzz"),
    "find": find_with(""),
    "find hits": find_with("工程", "A003"),
    "find none": find_with("海上风电"),
    "listing": go("listing", "3"),
    "listing school": go("listing", "100"),
    "way": way_to("A003"),
    "way levels": way_to("D003", step_free=True),
    "programme": go("programme"),
}


def verdict_of(reason):
    def opened(models, _settle, fakes):
        who = fakes.Who("欧＊＊修", "中国地质大学（北京）", fakes.BadgeType.GRADUATE)
        models.verdict.show(fakes.Admission(fakes.decision(reason), who, 11))

    return opened


@pytest.mark.parametrize(("orientation", "switches"), LOOKS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_texts_stand_free(window, settle, fakes, orientation, language, switches):
    window.quick.resize(*SIZES[orientation])
    found = {}

    def look(name, opened, *more):
        window.models.end_visit()
        window.models.modes.speak(language)
        for switch in SWITCHES[switches]:
            getattr(window.models.modes, f"toggle_{switch}")()
        opened(window.models, lambda: settle(window), *more)
        settle(window)
        if wrong := list(faults(window)):
            found[name] = wrong

    for name, opened in PAGES.items():
        look(name, opened)
    for reason in Reason:
        if reason is not Reason.PHONE_NEEDED:  # asked on the check-in page
            look(reason.name, verdict_of(reason), fakes)
    window.models.end_visit()
    assert found == {}


def test_a_text_that_leaves_its_place_is_noticed(window, settle):
    """The measure above can fail: a word too long for its button, and one that lies on its neighbour."""
    window.models.navigation.go("help")
    settle(window)
    assert list(faults(window)) == []
    word = next(text for text in words_in(window, "FootButton") if text.property("text") == "求助")
    word.setProperty("text", "求助" * 9)
    settle(window)
    assert "'求助求助" in " ".join(faults(window))
    assert "leaves its FootButton" in " ".join(faults(window))
    word.setProperty("text", "求助")
    title = words_in(window, "StepRow")[0]
    title.setProperty("text", (title.property("text") + " ") * 30)
    settle(window)
    assert " lies on " in " ".join(faults(window))


def words_in(window, kind):
    """Texts that stand in an item of a kind."""
    return [text for text, _, above in seen(window)[0] if any(kind in kinds(each) for each in above)]
