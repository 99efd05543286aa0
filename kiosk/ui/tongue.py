"""A language beyond our own two, as its file says it: texts by id, sentences of services, days.

Imported when somebody first chooses such a language.
"""

import logging
import re
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QTranslator

from kiosk.domain.phrases import Phrases
from kiosk.ui.language_file import LanguageFault, LanguageFile, read

_log = logging.getLogger("kiosk.ui")

Script = QLocale.Script
SCRIPTS = frozenset(
    {
        *(Script.LatinScript, Script.CyrillicScript, Script.GreekScript),
        *(Script.SimplifiedHanScript, Script.TraditionalHanScript, Script.JapaneseScript),
    }
)
"""What the shipped fonts (Noto Sans SC, Noto Sans) can write. Korean, Arabic, Hebrew, Thai, Tibetan, Uyghur
and traditional Mongolian need a font first (resources/fonts, ui/fonts.py), and those from right to left need
pages that mirror. tests/ui/test_tongue.py holds the fonts against this."""

_DAYS = {
    "en": re.compile(
        r"(?:(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?P<day>\d{1,2}) "
        r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: (?P<year>\d{4}))?"
    ),
    "zh": re.compile(
        r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?: 周(?P<weekday>[一二三四五六日]))?"
    ),
}
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_WEEKDAYS = {"en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), "zh": tuple("一二三四五六日")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_YEARS = range(2024, 2064)
"""A day that is said with its weekday and without its year is of one of them."""


class Tongue:
    """One language. `name` is its own name; `fallback` the language of ours that names come in."""

    def __init__(self, file: LanguageFile) -> None:
        self.code, self.fallback = file.code, file.fallback
        self._locale = QLocale(file.code)
        self.name = file.of_itself("name", self._locale.nativeLanguageName() or file.code)
        self.translator = _Texts(file)
        self._formats = {
            "date": file.of_itself("date", "d MMM"),
            "day": file.of_itself("day", "ddd d MMM"),
            "day_year": file.of_itself("day_year", "ddd d MMM yyyy"),
        }
        self._phrases = Phrases(file.phrases(), file.plural, self._value)

    def say(self, text: str) -> str:
        """A sentence of services in this language, as far as its file knows it."""
        return self._phrases.say(text)

    def _value(self, text: str) -> str | None:
        """A day, or a number of thousands, as the language writes it; None for anything else."""
        if _THOUSANDS.fullmatch(text):
            return self._locale.toString(int(text.replace(",", "")))
        found = _DAYS[self.fallback].fullmatch(text)
        day = _date(found, self.fallback) if found else None
        if found is None or day is None:
            return None
        what = "day_year" if found["year"] else "day" if found["weekday"] else "date"
        return self._locale.toString(day, self._formats[what])


class _Texts(QTranslator):
    """The texts by id. What is not translated is asked of the translator beneath."""

    def __init__(self, file: LanguageFile) -> None:
        super().__init__()
        self._texts, self._plural = file.texts(), file.plural

    def isEmpty(self) -> bool:
        """Never: Qt would not install it."""
        return False

    def translate(self, _context, text_id, _disambiguation=None, n=-1):
        """The form of a text for the number `n`; None for what is not translated."""
        said = self._texts.get(text_id)
        if said is None:
            return None
        return said[self._plural.of(n)] if n >= 0 and len(said) > 1 else said[0]


def opened(path: Path) -> Tongue | None:
    """The language of a file; None, with a line in the log, where it cannot be used."""
    try:
        if QLocale(path.stem).script() not in SCRIPTS:
            _log.warning("The language file %s is left out: the fonts cannot write its script", path.name)
            return None
        return Tongue(read(path))
    except LanguageFault as fault:
        _log.warning("%s", fault)
        return None


def _date(found: re.Match[str], fallback: str) -> QDate | None:
    month = _MONTHS.index(found["month"]) + 1 if fallback == "en" else int(found["month"])
    years = [int(found["year"])] if found["year"] else _YEARS
    for year in years:
        day = QDate(year, month, int(found["day"]))
        weekday = found["weekday"]
        if day.isValid() and (not weekday or _WEEKDAYS[fallback][day.dayOfWeek() - 1] == weekday):
            return day
    return None
