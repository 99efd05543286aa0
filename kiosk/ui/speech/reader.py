"""Reads the window aloud: a page when it opens, what gets the focus, what is new; a verdict before all else.

It looks at the accessible tree once a frame stands and nothing has moved for a moment, never before that:
what is said waits for what is seen, and a scan for neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Slot, qtTrId
from PySide6.QtGui import QMouseEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.models import Models
from kiosk.ui.speech import sentences, tree
from kiosk.ui.speech.tree import Node
from kiosk.ui.speech.voice import Voice
from kiosk.ui.speech.wording import pieces

STILL_MS = 180
"""For so long nothing was drawn: the page has come to rest."""
LONGEST_MS = 900
"""After so long what moves is read as it is."""
AGAIN_S = 300.0
"""A voice that died is looked for again after a visit, this long after."""
SEARCH_PAGE = "find"
"""What is typed here is no person's."""


class Reader(QObject):
    """One for a window. It does nothing but wait for the switch, until that is touched."""

    def __init__(
        self, window: QQuickWindow, models: Models, voice: Voice, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._models = models
        self._voice = voice
        self._rate = 0.0
        self._on = False
        self._died = False
        self._languages: frozenset[str] = frozenset()
        self._shown: list[Node] = []
        self._scene: tuple[str, ...] = ()
        self._focus: tuple[int, str] = (0, "")
        self._touched: QPointF | None = None
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.timeout.connect(self._look)
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST_MS)
        self._longest.timeout.connect(self._look)
        self._probes = False
        self._looked_s = 0.0
        voice.known.connect(self._known)
        models.modes.voiceChanged.connect(self._switched)
        models.visitEnded.connect(self._visit_ended)

    def find_voice(self) -> None:
        """Look for the machine's voices; its process ends again until somebody wants to hear."""
        self._probes = True
        self._looked_s = monotonic()
        self._voice.ask()

    def follow(self, *, rate: float) -> None:
        """How fast it speaks, -1 to 1."""
        self._rate = rate

    def stop(self) -> None:
        """Silent, for good."""
        self._listen(on=False)
        self._voice.close()

    def eventFilter(self, _watched, event) -> bool:
        """Where the window was touched. Qt's filter: False lets the event go on."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._touched = event.position()
            self._drawn()
        return False

    @Slot(object)
    def _known(self, languages: frozenset[str]) -> None:
        self._died = bool(self._languages) and not languages
        self._languages = languages
        if self._probes and not self._models.modes.aloud:
            self._voice.close()
        self._probes = False
        self._models.modes.give_voices(languages)

    @Slot()
    def _visit_ended(self) -> None:
        """A voice that has died may be back for the next visitor."""
        if self._died and monotonic() - self._looked_s > AGAIN_S:
            self._died = False
            self.find_voice()

    @Slot()
    def _switched(self) -> None:
        on = bool(self._models.modes.aloud)
        if on != self._on:
            self._listen(on=on)
            if on:
                self._drawn()

    def _listen(self, *, on: bool) -> None:
        """While nobody wants to hear, nothing is watched."""
        was, self._on = self._on, on
        self._shown, self._scene, self._focus, self._touched = [], (), (0, ""), None
        if on:
            self._window.frameSwapped.connect(self._drawn)
            self._window.activeFocusItemChanged.connect(self._drawn)
            self._window.installEventFilter(self)
            return
        self._still.stop()
        self._longest.stop()
        self._voice.stop()
        if was:
            self._window.frameSwapped.disconnect(self._drawn)
            self._window.activeFocusItemChanged.disconnect(self._drawn)
            self._window.removeEventFilter(self)

    @Slot()
    def _drawn(self) -> None:
        """A frame stands, or the focus moved. A verdict that was drawn is not waited for."""
        if not self._on:
            return
        verdict = self._scene[:1] != ("verdict",) and self._models.verdict.shown
        self._still.start(0 if verdict else STILL_MS)
        if not self._longest.isActive():
            self._longest.start()

    @Slot()
    def _look(self) -> None:
        self._still.stop()
        self._longest.stop()
        if not self._on:
            return
        nodes = tree.read(self._window)
        said = self._scene_sentences(nodes)
        touched, self._touched = self._touched, None
        if said is None:
            said = sentences.news(self._shown, nodes)
            said += [each for each in self._focus_sentences(nodes, touched) if each not in said]
        else:
            self._focus = self._focused(nodes)
        self._shown = nodes
        if said:
            self._say(said)

    def _scene_sentences(self, nodes: Sequence[Node]) -> list[str] | None:
        """What is read of a page or layer that was not there before; None where it was."""
        models = self._models
        first = not self._scene
        if models.verdict.shown:
            verdict = models.verdict
            scene = ("verdict", verdict.word, verdict.sentence, verdict.who)
            first_said, left_out = (verdict.word, verdict.sentence), (verdict.gate, verdict.otherSentence)
            said = lambda: sentences.of_verdict(nodes, first_said, left_out)  # noqa: E731
        elif models.idle.warning:
            scene = ("idle",)
            said = lambda: sentences.of_layer(nodes, models.modes.fallback)  # noqa: E731
        else:
            scene = ("page", models.navigation.page, models.navigation.argument)
            said = lambda: sentences.of_page(nodes)  # noqa: E731
        if scene == self._scene and not (scene[0] == "page" and sentences.is_another(self._shown, nodes)):
            return None
        self._scene = scene
        # % "朗读已打开。旁边的人也听得到，有耳机请插上。"
        return [qtTrId("voice.welcome"), *said()] if first else said()

    def _focus_sentences(self, nodes: list[Node], touched: QPointF | None) -> list[str]:
        """What has the focus, if it moved or changed; else what was touched."""
        contents = self._models.navigation.page == SEARCH_PAGE
        focus = self._focused(nodes)
        moved, self._focus = focus != self._focus, focus
        if moved and focus[0]:
            node = next(each for each in nodes if each.key == focus[0])
            return [sentences.of_focus(node, contents=contents)]
        node = _under(nodes, touched) if touched is not None else None
        if node is None or node.secret or not node.touched:
            return []
        return [sentences.of_control(node)]

    def _focused(self, nodes: list[Node]) -> tuple[int, str]:
        item = self._window.activeFocusItem()
        node = next((each for each in nodes if item is not None and each.key == tree.key_of(item)), None)
        if node is None:
            return 0, ""
        return node.key, f"{node.name} {node.checked}"

    def _say(self, said: list[str]) -> None:
        language = self._models.modes.spoken
        found = pieces(said, language, self._languages)
        if found:
            self._voice.say(found, rate=self._rate)


def _under(nodes: Sequence[Node], point: QPointF) -> Node | None:
    """The innermost control at a point of the window."""
    found = None
    for each in nodes:
        item: QQuickItem = each.item
        if each.touched and item.contains(item.mapFromScene(point)):
            found = each
    return found
