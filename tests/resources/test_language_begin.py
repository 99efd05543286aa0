"""A language's file: begun with all that is said, brought up to date without losing what is translated."""

import importlib.util
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kiosk.ui.language_file import read

FOLDER = Path(__file__).parents[2] / "resources" / "translations"


def module_of(name):
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def begin():
    return module_of("begin")


@pytest.fixture(scope="module")
def begun(begin, tmp_path_factory):
    """A French file, just begun."""
    folder = tmp_path_factory.mktemp("languages")
    assert begin.main(["fr", "--folder", str(folder)]) == 0
    return folder / "fr.ts"


def test_it_has_every_text_of_the_pages_and_sentences_of_the_code(begun):
    file = read(begun)
    ids = {each.id for each in file.messages if each.id}
    ours = {
        message.get("id")
        for path in FOLDER.glob("*_en.ts")
        for message in ElementTree.parse(path).getroot().iter("message")
    }
    both_at_once = {each for each in ours if each.startswith(("attract.", "idle."))}
    assert ours - both_at_once <= ids
    said = {each.source: each for each in file.messages if not each.id}
    for source in ("Welcome", "about %1 m", "%1 at %2", "Majors: %1", "Get your badge", "%n posts"):
        assert source in said or source in {each.source for each in file.messages}, source
    assert said["%n posts"].one == "%n post"
    assert not any("\u4e00" <= letter <= "\u9fff" for source in said for letter in source)


def test_visitors_come_before_staff(begun):
    areas = [each.area for each in read(begun).messages]
    assert areas.index("visit") < areas.index("said: domain/admission_words.py") < areas.index("staff")


def test_what_is_translated_stays_and_what_has_gone_is_kept_apart(begin, begun, tmp_path, capsys):
    text = begun.read_text(encoding="utf-8")
    done = text.replace(
        "<source>Find a stall</source>\n        <extracomment>找展位</extracomment>\n"
        '        <translation type="unfinished"></translation>',
        "<source>Find a stall</source>\n        <translation>Trouver un stand</translation>",
        1,
    ).replace(
        "</context>\n</TS>",
        '<message id="old.one"><source>Old</source><translation>Vieux</translation></message>'
        "</context>\n</TS>",
    )
    assert done != text
    path = tmp_path / "fr.ts"
    path.write_text(done, encoding="utf-8")
    for _ in range(2):  # the second time as well
        assert begin.main(["fr", "--folder", str(tmp_path)]) == 0
        after = path.read_text(encoding="utf-8")
        assert "<translation>Trouver un stand</translation>" in after
        assert '<translation type="vanished">Vieux</translation>' in after
    assert "of them new or not translated yet" in capsys.readouterr().out
    assert "old.one" not in {each.id for each in read(path).messages}


def test_a_changed_source_is_marked_and_keeps_its_translation(begin, begun, tmp_path):
    old = begin.kept(begun)
    old["find.title"] = begin.Kept("find", "Look for a stall", ("Chercher un stand",), unfinished=False)
    text = begin.text_of("fr", "en", begin.wanted("fr", "en"), old)
    path = tmp_path / "fr.ts"
    path.write_text(text, encoding="utf-8")
    message = next(each for each in ElementTree.parse(path).iter("message") if each.get("id") == "find.title")
    assert message.findtext("oldsource") == "Look for a stall"
    assert message.find("translation").get("type") == "unfinished"
    assert message.findtext("translation") == "Chercher un stand"


def test_japanese_is_translated_from_chinese_and_has_one_form(begin, tmp_path):
    assert begin.main(["ja", "--from", "zh", "--folder", str(tmp_path)]) == 0
    file = read(tmp_path / "ja.ts")
    assert file.fallback == "zh"
    assert {len(each.said) for each in file.messages if each.numbered} == {1}
    assert "约 %1 米" in {each.source for each in file.messages}
    assert begin.main(["ja", "--folder", str(tmp_path)]) == 0  # it is known where it is translated from
    assert read(tmp_path / "ja.ts").fallback == "zh"


@pytest.mark.parametrize(
    ("code", "why"), [("ko", "cannot write"), ("ar", "cannot write"), ("en", "no language to add")]
)
def test_what_cannot_be_added_is_said(begin, tmp_path, capsys, code, why):
    assert begin.main([code, "--folder", str(tmp_path)]) == 1
    assert why in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


def test_every_text_that_services_say_is_known_to_a_language(begin):
    """Words(...) whose English is no literal are names, or are put together of parts that are known."""
    known = {each.source for each in begin.wanted("fr", "en")}
    assert {"Hall full", "Please go straight in.", "%1 is closed", "Straight ahead, about %1 m"} <= known
    assert len([each for each in begin.wanted("fr", "en") if not each.id]) > 900
