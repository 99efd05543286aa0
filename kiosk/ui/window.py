"""The window: one QML engine, its view-models, the scan filter and the bridge, built and ended in order."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.ui import drawing_items, fonts, input_method, resources
from kiosk.ui.bridge import Bridge, catch_slots, let_slots_go
from kiosk.ui.languages import Languages
from kiosk.ui.models import Models
from kiosk.ui.navigation import LEAVING, PAGES
from kiosk.ui.scanners import Scanners
from kiosk.ui.translations import Translations

if TYPE_CHECKING:
    from kiosk.ui.focus import FocusKeys
    from kiosk.ui.letters import Letters
    from kiosk.ui.sounds import Sounds
    from kiosk.ui.speech.reader import Reader
    from kiosk.ui.walls import Walls

ENVIRONMENT = {
    "QT_QUICK_CONTROLS_STYLE": "Basic",
    "QT_IM_MODULE": "qtvirtualkeyboard",
    "QT_VIRTUALKEYBOARD_DESKTOP_DISABLE": "1",  # the keyboard is the page's, never a window of its own
    "QT_VIRTUALKEYBOARD_STYLE": "kiosk",  # qml/QtQuick/VirtualKeyboard/Styles/kiosk
    "QSG_RENDER_LOOP": "basic",
    # what Qt's own keyboard and sound say of themselves; tests hear everything
    "QT_LOGGING_RULES": "qt.multimedia.*=false;qt.virtualkeyboard.*=false;qt.qml.propertyCache.append=false",
}
"""What Qt must find before the application is made; a value that is set already stays."""
OURS = "QT_IM_MODULE"
"""But for this one: a desktop's own Chinese input method (fcitx, ibus) would take our keyboard's place, and a
scanner's keys before the window hears them."""
OTHERS = "QT_IM_MODULES"
"""What Qt heeds before it."""

SOUND_AFTER_MS = 20
FULL_KEYS_IN = 21.5
"""On a screen with a smaller diagonal one begins to type with nine large keys."""
BETWEEN_WARMING_MS = 40
VOICE_AFTER_MS = 5000
"""After all pages are ready: looking for a voice starts the system's speech daemon."""
"""Pages are made ready one by one, with time between them for who is already there."""


def prepare_environment() -> None:
    """Set ENVIRONMENT. Call before QGuiApplication is made."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    os.environ[OURS] = ENVIRONMENT[OURS]
    os.environ.pop(OTHERS, None)
    if "QT_QUICK_BACKEND" not in os.environ and "QSG_RHI_BACKEND" not in os.environ:
        os.environ["QT_QUICK_BACKEND"] = "software"


class Window(QObject):
    """The kiosk's window. It shows its first frame without services; `attach` gives them to it later.

    A `still` window neither moves nor sounds: for pictures and tests. Its texts are those of
    resources/translations, or of another folder.

    `shown` is emitted once, when the first frame stands.
    """

    shown = Signal()

    def __init__(
        self, *, still: bool = False, texts: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._still = still
        self._sounds: Sounds | None = None
        self._reader: Reader | None = None
        self._reads_aloud, self._rate = True, 0.0
        self._focus_keys: FocusKeys | None = None
        self._letters: Letters | None = None
        self._sounding = not still
        self._stands = self._warms = False
        assert input_method.InputMethod is not None  # imported, so that it registers its QML type
        fonts.load()
        self.bridge = Bridge(self)
        self.models = Models(self.bridge, self)
        languages = Languages(texts or resources.root() / "translations")
        self.models.modes.offer(languages)
        self._translations = Translations(languages, self)
        self._translations.speak(self.models.modes.spoken)
        self._engine = QQmlApplicationEngine()
        self._engine.warnings.connect(self.bridge.hear_qml)
        self._engine.addImageProvider(drawing_items.PROVIDER, drawing_items.DrawingPictures())
        self._engine.addImportPath(str(resources.QML))
        self._engine.setInitialProperties({"models": self.models, "still": still})
        self._engine.load(QUrl.fromLocalFile(str(resources.QML / "Main.qml")))
        if not self._engine.rootObjects():
            raise RuntimeError("Main.qml did not load")
        self.quick: QQuickWindow = self._engine.rootObjects()[0]
        self.models.modes.languageChanged.connect(self._speak)
        self._walls: Walls | None = None
        self.scanners = Scanners(self.quick, self.bridge, self)
        self.models.surroundings.scanners = self.scanners
        self.scanners.scanned.connect(self.models.scan)
        self.scanners.touched.connect(self.models.touched)
        self.scanners.changed.connect(self.models.cameraChanged)
        self.scanners.aimed.connect(self.models.cameraChanged)
        self._cold = [(page, file) for page, file in PAGES.items() if page != LEAVING]
        self._warming = QTimer(self)
        self._warming.setInterval(BETWEEN_WARMING_MS)
        self._warming.timeout.connect(self._warm_next)
        self._first_frame = self.quick.frameSwapped.connect(self._first_frame_stands)
        catch_slots(self.bridge)

    def show(self, width: int = 0, height: int = 0, *, full_screen: bool = False) -> None:
        """Show the window; width and height in px, or the whole screen."""
        if width and height:
            self.quick.resize(width, height)
        if full_screen:
            self._wall().stay_in_front()
            self.quick.showFullScreen()
        else:
            self.quick.show()
        self.quick.requestActivate()

    def attach(self, kiosk) -> None:
        """Give the services (kiosk.services.kiosk.Kiosk) to the pages."""
        self.models.attach(kiosk)
        self.warm()

    def warm(self) -> None:
        """Make ready what the first frame does without, once that stands."""
        self._warms = True
        QTimer.singleShot(0, self._warm)

    def warm_pages(self) -> None:
        """Make every page ready, one by one; call when the services are."""
        if not self._still:
            self._warming.start()

    def follow(self, *, sounds: bool, mount_bottom_mm: float, screen_in: float) -> None:
        """What this kiosk's settings say of the window; holds at once."""
        self._sounding = sounds and not self._still
        self.quick.setProperty("mountBottomMm", mount_bottom_mm)
        self.quick.setProperty("screenIn", screen_in)
        self.models.surroundings.nine_keys = screen_in < FULL_KEYS_IN

    def read_aloud(self, reads: bool, *, rate: float) -> None:
        """Whether visitors may have the screen read aloud, and how fast, -1 to 1."""
        self._reads_aloud, self._rate = reads, rate

    def quiet(self, quiet: bool) -> None:
        """Whether QML's warnings, which may quote what is on the screen, are kept from standard error."""
        self._engine.setOutputWarningsToStandardError(not quiet)

    def close(self) -> None:
        """End in order: no more events, then the workers, then the engine, then the Python objects.

        All of them end here, on the GUI thread: the garbage collector may run on any thread, and a timer that
        is destroyed on another thread than its own brings the process down.
        """
        self.scanners.stop()
        if self._reader is not None:
            self._reader.stop()
        if self._focus_keys is not None:
            self._focus_keys.remove()
        if self._letters is not None:
            self._letters.remove()
        if self._walls is not None:
            self._walls.remove()
        if self._sounds is not None:
            self._sounds.stop()
        self._warming.stop()
        self.models.idle.stop()
        self.quick.hide()
        let_slots_go()
        self.bridge.stop()
        self.models.modes.languageChanged.disconnect(self._speak)
        self._translations.silence()
        self.quick = None
        engine, self._engine = self._engine, None
        del engine
        QGuiApplication.processEvents()
        self.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    @Slot()
    def _speak(self) -> None:
        self._translations.speak(self.models.modes.spoken)
        self._engine.retranslate()

    @Slot()
    def _first_frame_stands(self) -> None:
        self.quick.frameSwapped.disconnect(self._first_frame)
        self._stands = True
        self.shown.emit()
        self.scanners.begin()
        QTimer.singleShot(0, self._warm)

    def _wall(self) -> "Walls":
        """What keeps visitors inside; the scanners hear every key before it."""
        from kiosk.ui.walls import Walls  # noqa: PLC0415, not before the first frame

        if self._walls is None:
            self._walls = Walls(self.quick, self)
            self.scanners.hear_first()
        return self._walls

    def _warm(self) -> None:
        """Zones' badges, the verdict, and its sound; keys that move the focus."""
        if self.quick is None or self._sounds is not None or not (self._stands and self._warms):
            return
        from kiosk.ui.find import zone_badge  # noqa: PLC0415, not before a scan can be decided
        from kiosk.ui.focus import FocusKeys  # noqa: PLC0415
        from kiosk.ui.letters import Letters  # noqa: PLC0415
        from kiosk.ui.sounds import Sounds  # noqa: PLC0415

        self._wall()
        self._focus_keys = FocusKeys(self.quick, self.models, self)
        method = self._engine.singletonInstance("Kiosk.Models", "InputMethod")
        self._letters = Letters(self.quick, method, self._focus_keys, self)
        self.scanners.hear_first()
        self._engine.addImageProvider(zone_badge.PROVIDER, zone_badge.ZonePictures())
        self.models.warm()
        self.quick.setProperty("warm", True)
        self._sounds = Sounds(self)
        self.models.verdict.sounded.connect(self._sound)
        self.models.verdict.shownChanged.connect(self._verdict_stands)
        self.models.idle.sounded.connect(self._sound)
        self.models.sounded.connect(self._sound_anyhow)

    @property
    def warmed(self) -> bool:
        """Whether every page has been made ready."""
        return not self._cold

    @Slot()
    def _warm_next(self) -> None:
        """Make the next page ready, its model and its compiled QML; at the end the keyboard."""
        if self._cold:
            page, file = self._cold.pop(0)
            self.models.page(page)
            self.quick.prepare(file)
        else:
            self._warming.stop()
            self.quick.prepareKeyboard()
            QTimer.singleShot(VOICE_AFTER_MS, self, self.find_voice)
            self._sounds.begin()

    @Slot()
    def find_voice(self, command: Sequence[str] | None = None) -> None:
        """Find out, in a process of its own (`command`: another), whether this machine has a voice."""
        if self.quick is None or self._reader is not None or not self._reads_aloud:
            return
        from kiosk.ui.speech.reader import Reader  # noqa: PLC0415, not before the first frame
        from kiosk.ui.speech.voice import Voice  # noqa: PLC0415

        self._reader = Reader(self.quick, self.models, Voice(command, self), self)
        self._reader.follow(rate=self._rate)
        self._reader.find_voice()

    @Slot()
    def _verdict_stands(self) -> None:
        """Tell a screen reader that listens; only what is shown, and nobody waits for it."""
        if QAccessible.isActive() and self.models.verdict.shown:
            words = (self.models.verdict.word, self.models.verdict.sentence)
            said = QAccessibleAnnouncementEvent(self.quick, "\n".join(words))
            said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(said)

    @Slot(str)
    def _sound_anyhow(self, name: str) -> None:
        if not self._still:
            self._sounds.play(name)

    @Slot(str)
    def _sound(self, name: str) -> None:
        """After it has been drawn: opening the audio output for the first time takes a moment."""
        if self._sounding:
            QTimer.singleShot(SOUND_AFTER_MS, self, lambda: self._sounds.play(name))


def build_window(*, still: bool = False, texts: Path | None = None) -> Window:
    """The window, not yet shown. QGuiApplication must exist, made after `prepare_environment`."""
    return Window(still=still, texts=texts)
