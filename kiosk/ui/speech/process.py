"""The voice's own process: it says what comes in on standard input, a line of JSON each.

A speech engine may take seconds to open, hang with its daemon, or die; here none of that reaches the window.
In: {"say": [[text, language], ...], "number": n, "rate": -1..1} cuts what is being said, as {"stop": true}.
Out: {"voices": [language, ...]} once, then {"began": n}, {"ended": n}. Its input's end is its end.
What is said is never written anywhere.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal, Slot

from kiosk.ui.speech.wording import pieces

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

LANGUAGES = ("zh", "en")
ENGINE = "FAIR_KIOSK_VOICE_ENGINE"
"""Names another engine than the system's own: tests name Qt's mock."""
MOCK = "mock"
_LANGUAGE = {"zh": QLocale.Language.Chinese, "en": QLocale.Language.English}
_HOME = {"zh": "zh_CN", "en": "en_US"}
_NAMED = ("mandarin", "普通话", "国语", "chinese")
_OTHERS = ("cantonese", "hakka", "min nan", "粤")
_BEST = "pinyin"
"""espeak-ng has two voices for Mandarin: the one that reads Latin as English also reads hanzi as English."""


def run(texts: Sequence[str] = ()) -> int:
    """Say these texts, or else what comes until the input ends. Exit status: 1 if there is no voice."""
    application = QCoreApplication(sys.argv[:1])
    speaker = _Speaker(application, tells=not texts)
    if not speaker.open():
        print("This machine has no voice: install speech-dispatcher-espeak-ng.", file=sys.stderr)
        return 1
    if texts:
        speaker.ended.connect(application.quit)
        said = [[each.text, each.language] for each in pieces(texts, "zh", frozenset(LANGUAGES))]
        speaker.came.emit(json.dumps({"say": said, "number": 1}).encode())
        return application.exec()
    threading.Thread(target=_listen, args=(speaker,), name="input", daemon=True).start()
    return application.exec()


def _listen(speaker: _Speaker) -> None:
    """The engine may hang the main thread: the input's end ends the process from here."""
    for line in sys.stdin.buffer:
        speaker.came.emit(line)
    os._exit(0)


class _Speaker(QObject):
    came = Signal(bytes)
    ended = Signal()

    def __init__(self, parent: QObject, *, tells: bool) -> None:
        super().__init__(parent)
        self._tells = tells
        self._speech: QTextToSpeech | None = None
        self._voices: dict[str, QVoice] = {}
        self._left: list[list[str]] = []
        self._number = 0
        self._speaking = ""
        self._heard = False
        self.came.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def open(self) -> bool:
        """Find the engine and its voices, and tell of them."""
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415, only this process has it

        wanted = os.environ.get(ENGINE, "")
        engines = [each for each in QTextToSpeech.availableEngines() if each == wanted or each != MOCK]
        if wanted:
            engines = [each for each in engines if each == wanted]
        if not engines:
            return False
        self._speech = QTextToSpeech(engines[0], self)
        for language in LANGUAGES:
            voice = _voice(self._speech, language)
            if voice is not None:
                self._voices[language] = voice
        self._speech.stateChanged.connect(self._changed)
        self._tell({"voices": sorted(self._voices)})
        return True

    @Slot(bytes)
    def _hear(self, line: bytes) -> None:
        try:
            asked: dict[str, Any] = json.loads(line)
        except ValueError:
            return
        speech = self._speech
        if speech is None:
            return
        self._left = []
        self._number = 0
        if self._speaking:
            self._speaking = ""
            speech.stop()
        if "say" in asked:
            speech.setRate(float(asked.get("rate", 0.0)))
            self._number = int(asked["number"])
            self._left = [list(each) for each in asked["say"]]
            self._tell({"began": self._number})
            self._next()

    def _next(self) -> None:
        speech = self._speech
        while self._left and speech is not None:
            text, language = self._left.pop(0)
            voice = self._voices.get(language)
            if voice is None:
                continue
            if speech.voice() != voice:
                speech.setLocale(voice.locale())
                speech.setVoice(voice)
            self._speaking, self._heard = text, False
            speech.say(text)
            return
        self._speaking = ""
        if self._number:
            self._tell({"ended": self._number})
            self._number = 0
            self.ended.emit()

    def _tell(self, what: dict[str, Any]) -> None:
        if self._tells:
            sys.stdout.write(json.dumps(what) + "\n")
            sys.stdout.flush()

    @Slot()
    def _changed(self) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415

        state = self._speech.state()
        if state == QTextToSpeech.State.Speaking:
            self._heard = True
        elif self._speaking and (state == QTextToSpeech.State.Error or self._heard):
            self._next()  # what was cut before says that it is ready too: that is not the end


def _voice(speech: QTextToSpeech, language: str) -> QVoice | None:
    """The voice for a language: by its locale, else by its name (speechd's Mandarin has no locale in Qt)."""
    if speech.engine() == MOCK:
        return speech.voice()
    locales = [each for each in speech.availableLocales() if each.language() == _LANGUAGE[language]]
    locales.sort(key=lambda each: each.name() != _HOME[language])
    for locale in locales:
        speech.setLocale(locale)
        if voices := [each for each in speech.availableVoices() if "+" not in each.name()]:
            return voices[0]
    if language == "zh" and QLocale.c() in speech.availableLocales():
        speech.setLocale(QLocale.c())
        named = [each for each in speech.availableVoices() if is_mandarin(each.name())]
        return max(named, key=lambda each: _BEST in each.name().lower(), default=None)
    return None


def is_mandarin(name: str) -> bool:
    """Whether a voice of that name speaks Mandarin; those with a plus are the same with another timbre."""
    name = name.lower()
    return (
        "+" not in name and any(each in name for each in _NAMED) and not any(each in name for each in _OTHERS)
    )
