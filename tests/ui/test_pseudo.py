"""The pseudo-language: every text marked and longer, its holes kept, and the window speaks it."""

from PySide6.QtCore import QCoreApplication

from kiosk.ui.languages import Languages
from kiosk.ui.translations import Translations
from tests.ui import pseudo


def test_a_text_is_marked_and_longer():
    assert pseudo.marked("找展位找展") == "[找展位找展ob]"
    assert pseudo.marked("English") == "[English]"
    assert pseudo.marked("%1 秒") == "[%1 秒o]"
    assert pseudo.marked("第 %1 到 %2 个，共 %3 个") == "[第 %1 到 %2 个，共 %3 个oblon]"


def test_the_window_speaks_it_beside_the_shipped_languages(application, tmp_path):
    translations = Translations(Languages(pseudo.write(tmp_path)))
    said = {}
    for language in (pseudo.LANGUAGE, "zh", "en"):
        translations.speak(language)
        said[language] = QCoreApplication.translate("", "find.title")
    translations.silence()
    assert said == {pseudo.LANGUAGE: "[找展位o]", "zh": "找展位", "en": "Find a stall"}


def test_it_is_not_shipped():
    assert not list(pseudo.SHIPPED.rglob(f"*{pseudo.LANGUAGE}.ts"))
