"""A language of one file: read, spoken by the window, chosen from the list; what cannot be used is said."""

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.words import Words
from kiosk.ui import resources
from kiosk.ui.language_file import LanguageFault, faults, read
from kiosk.ui.languages import Languages
from kiosk.ui.tongue import SCRIPTS, opened
from kiosk.ui.window import build_window
from tests.ui.stage import SIZES, Stage

GERMAN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context><name>visit</name>
    <message id="language.name"><source>English</source><translation>Deutsch</translation></message>
    <message id="language.day_year"><source>ddd d MMM yyyy</source>
        <translation>ddd, d. MMM yyyy</translation></message>
    <message id="find.title"><source>Find a stall</source><translation>Stand finden</translation></message>
    <message id="home.find"><source>Find a stall</source>
        <translation type="unfinished"></translation></message>
    <message id="programme.coming" numerus="yes"><source>%n sessions to come</source>
        <translation><numerusform>noch %n Termin</numerusform>
            <numerusform>noch %n Termine</numerusform></translation></message>
    <message><source>Welcome</source><translation>Willkommen</translation></message>
    <message><source>about %1 m</source><translation>etwa %1 m</translation></message>
    <message><source>Gone</source><translation type="vanished">Weg</translation></message>
</context>
</TS>
"""
SAMPLES = {
    QLocale.Script.LatinScript: "ÄÖÜßéèçñőűğışŁžðþạếộơưºœ",
    QLocale.Script.CyrillicScript: "абвгдежзийъыьэюяёїєґљњћџқңөүһ",
    QLocale.Script.GreekScript: "αβγδεζηθάέήίόύώϊΐς",
    QLocale.Script.SimplifiedHanScript: "签到展位单位岗位胸卡",
    QLocale.Script.TraditionalHanScript: "簽到攤位單位職缺識別證臺灣廳",
    QLocale.Script.JapaneseScript: "あいうえおがぱゃっアイウエオガパャッー々込働駅図",
}


@pytest.fixture
def texts(tmp_path):
    """The shipped texts, and German."""
    folder = tmp_path / "translations"
    (folder / "languages").mkdir(parents=True)
    for path in (resources.root() / "translations").glob("*.qm"):
        (folder / path.name).symlink_to(path)
    (folder / "languages" / "de.ts").write_text(GERMAN, encoding="utf-8")
    return folder


@pytest.fixture
def stage(application, qt_messages, kiosk, texts):
    window = build_window(still=True, texts=texts)
    window.show(*SIZES["portrait"])
    window.attach(kiosk)
    staged = Stage(window, kiosk)
    staged.rest()
    yield staged
    window.close()


def shown(stage) -> list[str]:
    """Every text of the window."""
    found, waiting = [], [stage.window.quick.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            waiting += item.childItems()
            text = item.property("text")
            found += [text] if isinstance(text, str) and text else []
    return found


def touch(stage, text: str) -> None:
    """A finger on the control that says so."""
    waiting = [stage.window.quick.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            waiting += item.childItems()
            if item.property("name") == text and item.property("pressed") is not None:
                middle = item.mapToScene(item.boundingRect().center()).toPoint()
                click(stage, middle)
                return
    raise AssertionError(f"{text} is not there: {shown(stage)}")


def click(stage, middle: QPoint) -> None:
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(stage.window.quick, button, none, middle)
    stage.rest()


def test_a_language_is_chosen_from_the_list_in_its_own_name(stage):
    touch(stage, "Language")
    assert {"中文", "English", "Deutsch"} <= set(shown(stage))
    touch(stage, "Deutsch")
    assert stage.models.modes.language == "de"
    assert "English" not in shown(stage)  # the list is gone
    stage.models.navigation.go("find")
    stage.rest()
    assert "Stand finden" in shown(stage)
    assert "Floor plan" in shown(stage) or "List" in shown(stage)  # not translated: English
    stage.models.end_visit()
    assert stage.models.modes.language == "zh"


def test_the_list_goes_by_a_touch_beside_it_and_with_the_visit(stage):
    for leave in (lambda: click(stage, QPoint(300, 300)), stage.models.end_visit):
        touch(stage, "Language")
        assert stage.models.modes.choosing
        leave()
        stage.rest()
        assert not stage.models.modes.choosing
        assert "Deutsch" not in shown(stage)
    assert stage.models.navigation.page == "home"


def test_sentences_days_and_plurals_are_the_languages(stage):
    modes, words = stage.models.modes, stage.models.surroundings.words
    modes.speak("de")
    assert words(Words("欢迎", "Welcome")) == "Willkommen"
    assert words(Words("约 40 米", "about 40 m")) == "etwa 40 m"
    assert words(Words("没有", "Gone")) == "Gone"  # vanished from the program's texts
    assert words(Words("2026年11月28日 周六", "Sat 28 Nov 2026")) == "Sa., 28. Nov. 2026"
    assert stage.models.surroundings.title(Words("欢迎公司", "Welcome")) == "Welcome"  # a name is no sentence
    stage.models.navigation.go("programme")
    stage.rest()
    assert any(each.startswith("noch ") for each in shown(stage))


def test_a_visit_starts_in_a_language_of_a_file_and_a_lost_file_is_chinese(stage):
    stage.models.modes.start_in("de")
    stage.models.modes.speak("en")
    stage.models.end_visit()
    assert stage.models.modes.language == "de"
    stage.models.modes.start_in("eo")  # its file was taken away
    assert stage.models.modes.language == "zh"


def test_with_our_own_two_the_switch_goes_between_them(application, qt_messages, kiosk):
    window = build_window(still=True)
    modes = window.models.modes
    assert not modes.several
    modes.toggle_language()
    assert (modes.language, modes.choosing) == ("en", False)
    modes.toggle_language()
    assert modes.language == "zh"
    window.close()


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("de.ts", GERMAN.replace('sourcelanguage="en"', 'sourcelanguage="fr"'), "sourcelanguage"),
        ("fr.ts", GERMAN, "must say language fr"),
        ("de.ts", GERMAN[:200], "cannot be read"),
        ("de.ts", "", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_is_left_out(tmp_path, name, text, why):
    path = tmp_path / "languages" / name
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LanguageFault, match=why) as fault:
        read(path)
    assert fault.value.words.zh.startswith("语言文件")
    assert Languages(tmp_path).names() == {"zh": "中文", "en": "English"}
    assert Languages(tmp_path).several


def test_a_script_that_the_fonts_cannot_write_is_left_out(tmp_path, caplog):
    path = tmp_path / "th.ts"
    path.write_text(GERMAN.replace('language="de"', 'language="th"'), encoding="utf-8")
    assert opened(path) is None
    assert "cannot write its script" in caplog.text


def test_the_fonts_can_write_every_script_that_we_offer():
    """Both fonts together: what one lacks is taken from the other (ui/fonts.py)."""
    assert SAMPLES.keys() == SCRIPTS
    folder = resources.root() / "fonts"
    known: set[int] = set()
    for name in ("NotoSansSC", "NotoSans"):
        with TTFont(folder / f"{name}_400Regular.ttf", lazy=True) as font:
            known.update(font.getBestCmap())
    lacking = {
        script.name: [each for each in sample if ord(each) not in known] for script, sample in SAMPLES.items()
    }
    assert not any(lacking.values()), lacking
    assert known.isdisjoint(map(ord, "한ไعབ"))  # why these are not offered


def test_holes_and_forms_that_are_missing_are_told(tmp_path):
    path = tmp_path / "de.ts"
    wrong = GERMAN.replace("etwa %1 m", "etwa %2 m").replace("noch %n Termine", "")
    path.write_text(wrong, encoding="utf-8")
    told = [each.en for each in faults(read(path))]
    assert len(told) == 2
    assert "'etwa %2 m'" in told[1]
    assert "needs 2 forms" in told[0]
    path.write_text(GERMAN, encoding="utf-8")
    assert faults(read(path)) == []
