"""Every text has both languages; the .qm files are those of the .ts files; pages hold no literals."""

import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from tests.ui import pseudo

ROOT = Path(__file__).parents[2]
UI = ROOT / "kiosk" / "ui"
FOLDER = ROOT / "resources" / "translations"
QML_FILES = sorted((UI / "qml").rglob("*.qml"))
PAGES = [path for path in QML_FILES if not path.name.endswith(("Theme.qml", "Sizes.qml", "Main.qml"))]


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
            found[message.get("id")] = [each.text for each in pseudo.said(message)]
    return found


def used_ids():
    found = set()
    for path in [*QML_FILES, *UI.rglob("*.py")]:
        for match in re.finditer(r"""\bq[st]?[tT]rId\(\s*["']([^"']+)["']""", path.read_text("utf-8")):
            found.add(match[1])
    return found


def test_every_used_text_has_both_languages():
    zh, en = texts("zh_CN"), texts("en")
    assert zh.keys() == en.keys()
    assert used_ids() - zh.keys() == set()
    assert [key for key in zh if not all(zh[key]) or not all(en[key])] == []


def test_no_text_is_unused():
    assert texts("en").keys() - used_ids() == set()


def test_both_languages_have_the_same_values():
    zh, en = texts("zh_CN"), texts("en")
    holes = re.compile(r"%[\dn]")

    def of(form):
        return sorted(holes.findall(form))

    assert [key for key in zh if of(zh[key][-1]) != of(en[key][-1])] == []


def test_the_voice_is_kept():
    """No exclamation marks, no blame, 您 and never 你 (../shared look, section 5)."""
    for text in (form for said in (texts("zh_CN"), texts("en")) for forms in said.values() for form in forms):
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
            forms = [each.text for each in pseudo.said(message)]
            for count, form in zip((1, 2), forms if len(forms) > 1 else forms * 2, strict=True):
                n = count if message.get("numerus") else -1
                assert translator.translate("", message.get("id"), None, n) == form


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
