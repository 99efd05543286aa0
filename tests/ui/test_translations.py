"""Every text has both languages; the .qm files are those of the .ts files; pages hold no literals."""

import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parents[2]
UI = ROOT / "kiosk" / "ui"
FOLDER = ROOT / "resources" / "translations"
QML_FILES = sorted((UI / "qml").rglob("*.qml"))
PAGES = [
    path
    for path in QML_FILES
    if not path.name.endswith("Sizes.qml") and path.name not in ("Theme.qml", "Main.qml")
]


def release():
    spec = importlib.util.spec_from_file_location("release", FOLDER / "release.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.release


def texts(language):
    found = {}
    for path in sorted(FOLDER.glob(f"*_{language}.ts")):
        for message in ElementTree.parse(path).getroot().iter("message"):
            assert message.get("id") not in found, message.get("id")
            found[message.get("id")] = message.findtext("translation")
    return found


def used_ids():
    found = set()
    for path in [*QML_FILES, *UI.rglob("*.py")]:
        for match in re.finditer(r'\bqs?[tT]rId\(\s*"([^"]+)"', path.read_text("utf-8")):
            found.add(match[1])
    return found


def test_every_used_text_has_both_languages():
    zh, en = texts("zh_CN"), texts("en")
    assert zh.keys() == en.keys()
    assert used_ids() - zh.keys() == set()
    assert [key for key in zh if not zh[key] or not en[key]] == []


def test_no_text_is_unused():
    assert texts("en").keys() - used_ids() == set()


def test_both_languages_have_the_same_values():
    zh, en = texts("zh_CN"), texts("en")
    holes = re.compile(r"%\d")
    assert [key for key in zh if sorted(holes.findall(zh[key])) != sorted(holes.findall(en[key]))] == []


def test_the_voice_is_kept():
    """No exclamation marks, no blame, 您 and never 你 (../shared look, section 5)."""
    for text in (*texts("zh_CN").values(), *texts("en").values()):
        assert not re.search(r"[!！你]|\b(error|invalid)\b|错误|无效", text), text


def test_compiled_files_are_up_to_date(tmp_path):
    release()(FOLDER, tmp_path)
    for made in sorted(tmp_path.glob("*.qm")):
        assert made.read_bytes() == (FOLDER / made.name).read_bytes(), f"run {FOLDER / 'release.py'}"
    assert {path.name for path in FOLDER.glob("*.qm")} == {path.name for path in tmp_path.glob("*.qm")}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_compiled_texts_are_found_by_id(application, language):
    for path in sorted(FOLDER.glob(f"*_{language}.qm")):
        translator = QTranslator()
        assert translator.load(str(path))
        for message in ElementTree.parse(path.with_suffix(".ts")).getroot().iter("message"):
            assert translator.translate("", message.get("id")) == message.findtext("translation")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_hold_no_literal_colour_size_or_text(path):
    source = re.sub(r"//.*", "", path.read_text("utf-8"))
    assert not re.search(r'"#[0-9A-Fa-f]{3,8}"', source)
    assert not re.search(
        r"(?:width|height|spacing|radius|[mM]argins?|pixelSize|padding|\b[xy]): *\d*[1-9]", source
    )
    texts_in_page = re.findall(r'\btext: *"([^"]+)"', source)
    assert texts_in_page == []
    assert not re.search(r"[\u4e00-\u9fff]", re.sub(r'case "[^"]+"', "", source))
