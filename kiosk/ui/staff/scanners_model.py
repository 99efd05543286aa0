"""The scanners of this kiosk: how each stands, which are used, and what comes of a scan that is a test."""

from time import monotonic

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.devices.code_text import clean
from kiosk.devices.debounce import QUIET_MS
from kiosk.devices.scan_hints import hints, kind_of_test, mask
from kiosk.devices.settings import ScannerSettings
from kiosk.domain.scanner_words import (
    HINT_WORDS,
    KIND_WORDS,
    SOURCE_WORDS,
    STANDING_WORDS,
    TEST_CODE,
    CodeKind,
    since_words,
)
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 2_000
"""How often it is asked what is plugged in, while the view is shown."""
BAUDS = (9_600, 115_200)
HINTS_MOST = 3
PORTS_MOST = 6
NAME_MOST = 24
"""Characters of a port's name: what makers write there has no end."""
_GOOD = frozenset({CodeKind.BADGE, CodeKind.REGISTRATION, CodeKind.STUDENT, CodeKind.TEST})


@QmlElement
@QmlUncreatable("made by the staff page")
class ScannersModel(PageModel):
    """While it is shown scans are judged here, and no gate decides them. Of a code only what kind it is, its
    length and its first two characters are kept."""

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, parent)
        self._shift = shift
        self._scanners = surroundings.scanners
        self._again = QTimer(self)
        self._again.setInterval(LOOK_MS)
        self._again.timeout.connect(self.look)
        surroundings.navigation.pageChanged.connect(self.stop)
        if self._scanners is not None:
            self._scanners.tested.connect(self._tested)
            self._scanners.changed.connect(self._stand_otherwise)
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._shown = False
        self._ports = ()
        self._looking = False
        self._busy = False
        self._outcome = ""
        self._said = None
        self._read = None
        self._last = (0, float("-inf"))
        if self._scanners is not None:
            self._scanners.test(on=False)

    def entered(self, _argument: str) -> None:
        """The view is being shown: from now on scans are tests."""
        if self._scanners is None:
            return
        self._shown = True
        self._scanners.test(on=True)
        self._again.start()
        self.look()
        self.changed.emit()

    def reset(self) -> None:
        """Wipe; the next scan is for the gate again."""
        self._wipe()
        super().reset()

    @Slot()
    def stop(self):
        """Another page is shown: the same."""
        if self._shown and self.surroundings.navigation.page != "staff":
            self.reset()

    # ---- what there is

    @Slot()
    def look(self):
        """Ask what is plugged in."""
        if not self._looking and self._shown:
            self._looking = True
            self._scanners.look(self._looked)

    def _looked(self, ports) -> None:
        self._looking = False
        if self._shown:
            self._ports = ports
            self.changed.emit()

    @Slot()
    def _stand_otherwise(self):
        if self._shown:
            self.changed.emit()

    @Property("QVariantList", notify=changed)
    def lines(self):
        """Each scanner: kind, name, standing (starting, ready, absent, refused), state and why in words."""
        if self._scanners is None or not self._shown:
            return []
        return [self._line(each) for each in self._scanners.states]

    def _line(self, state) -> dict[str, str]:
        say = self.surroundings.words
        stands = say(STANDING_WORDS[state.standing.value])
        since = say(since_words(monotonic() - state.since_ms / 1000))
        return {
            "kind": say(SOURCE_WORDS[state.kind]),
            "name": state.name,
            "standing": state.standing.value,
            "state": stands if state.standing.value in ("ready", "starting") else f"{stands} · {since}",
            "why": say(state.why),
        }

    @Property("QVariantList", notify=changed)
    def ports(self):
        """Serial ports that can be chosen: id, name, chosen. The one that is used is among them, plugged in
        or not."""
        used = self._used("serial")
        found = [(each.id, each.name or each.path) for each in self._ports]
        there = used is None or used.id == "" or any(used.id in _ids(each) for each in self._ports)
        if not there:
            found.append((used.id, used.id))
        listed = [{"id": id_, "name": _short(name), "chosen": self._is_used(id_)} for id_, name in found]
        listed.sort(key=lambda each: not each["chosen"])  # the one in use is never beyond what is listed
        return sorted(listed[:PORTS_MOST], key=lambda each: [id_ for id_, _ in found].index(each["id"]))

    def _is_used(self, id_: str) -> bool:
        used = self._used("serial")
        if used is None:
            return False
        if used.id == "":  # the first that is a USB device's
            first = next((each.id for each in self._ports if each.usb), None)
            return id_ == first
        return any(id_ == each.id and used.id in _ids(each) for each in self._ports) or id_ == used.id

    @Property(bool, notify=changed)
    def serial(self):
        """Whether a serial scanner is used."""
        return self._used("serial") is not None

    @Property(bool, notify=changed)
    def camera(self):
        return self._used("camera") is not None

    @Property(int, notify=changed)
    def baud(self):
        used = self._used("serial")
        return used.baud if used is not None else 0

    @Property("QVariantList", constant=True)
    def bauds(self):
        """Those to choose from; another that kiosk.toml says stays until one of them is chosen."""
        return list(BAUDS)

    def _used(self, kind: str) -> ScannerSettings | None:
        used = self._scanners.settings if self._scanners is not None else ()
        return next((each for each in used if each.kind == kind), None)

    # ---- choosing

    @Slot(str)
    def use_port(self, id_):
        """The serial scanner at that port; nothing for none."""
        used = self._used("serial")
        baud = used.baud if used is not None else BAUDS[0]
        self._use("serial", ScannerSettings("serial", id_, baud) if id_ else None)

    @Slot(int)
    def use_baud(self, baud):
        used = self._used("serial")
        if used is not None:
            self._use("serial", ScannerSettings("serial", used.id, baud))

    @Slot(bool)
    def use_camera(self, on):
        self._use("camera", ScannerSettings("camera") if on else None)

    def _use(self, kind: str, wanted: ScannerSettings | None) -> None:
        """In place of what was used of that kind."""
        if self._busy or not self._shift.signed_in or self._scanners is None:
            return
        before = self._scanners.settings
        chosen = (
            *(each for each in before if each.kind != kind),
            *(() if wanted is None else (wanted,)),
        )
        if chosen == before:
            return
        by = self._shift.member.id
        self._busy, self._outcome, self._said = True, "", None
        self.ask(lambda kiosk: kiosk.scanner_choice.change(chosen, by), self._kept, self._not_kept)
        self.changed.emit()

    def _kept(self, chosen) -> None:
        self._busy = False
        self._outcome = "kept"
        self._scanners.use(chosen)
        self.changed.emit()

    def _not_kept(self, exception) -> None:
        self._busy = False
        self._outcome = "not_kept"
        self._said = getattr(exception, "words", None)
        self.changed.emit()

    @Property(str, notify=changed)
    def outcome(self):
        """What became of the last change: nothing, kept or not_kept."""
        return self._outcome

    @Property(str, notify=changed)
    def said(self):
        """Why the last change was not kept, where that is known."""
        return self.surroundings.words(self._said)

    # ---- a scan for a test

    @Slot(object)
    def _tested(self, reading) -> None:
        code = clean(reading.text)
        number, now_ms = hash(code), monotonic() * 1000
        twice = number == self._last[0] and now_ms - self._last[1] <= QUIET_MS
        self._last = (number, now_ms)
        self.ask(
            lambda kiosk: kind_of_test(code) or kiosk.scanner_choice.kind_of(code),
            lambda kind: self._judged(reading, kind, twice),
            lambda _exception: self._judged(reading, CodeKind.NOTHING, twice),
        )

    def _judged(self, reading, kind: CodeKind, twice: bool) -> None:
        """The text ends here."""
        self._read = {
            "kind": kind,
            "source": reading.source,
            "took_ms": round(reading.took_ms),
            "length": len(clean(reading.text)),
            "masked": mask(reading.text, kind),
            "dropped": reading.dropped,
            "hints": hints(reading, kind, twice=twice)[:HINTS_MOST],
        }
        self.changed.emit()

    @Property(str, constant=True)
    def testCode(self):
        """What the page shows to be scanned."""
        return TEST_CODE

    @Property(bool, notify=changed)
    def tested(self):
        """Whether something was scanned since the view is shown."""
        return self._read is not None

    @Property(bool, notify=changed)
    def good(self):
        """Whether what was scanned is of use here, and the scanner needs nothing."""
        return self._read is not None and self._read["kind"] in _GOOD and not self._read["hints"]

    @Property(str, notify=changed)
    def kind(self):
        return self.surroundings.words(KIND_WORDS[self._read["kind"]]) if self._read is not None else ""

    @Property(str, notify=changed)
    def source(self):
        """Which scanner it came from."""
        return self.surroundings.words(SOURCE_WORDS[self._read["source"]]) if self._read is not None else ""

    @Property(int, notify=changed)
    def tookMs(self):
        return self._read["took_ms"] if self._read is not None else 0

    @Property(int, notify=changed)
    def length(self):
        """Characters of the code."""
        return self._read["length"] if self._read is not None else 0

    @Property(int, notify=changed)
    def dropped(self):
        """Control characters in it that were dropped."""
        return self._read["dropped"] if self._read is not None else 0

    @Property(str, notify=changed)
    def masked(self):
        return self._read["masked"] if self._read is not None else ""

    @Property("QStringList", notify=changed)
    def hints(self):
        """What to set otherwise at the scanner, the gravest first, three at most."""
        found = self._read["hints"] if self._read is not None else ()
        return [self.surroundings.words(HINT_WORDS[each]) for each in found]


def _short(name: str) -> str:
    return name if len(name) <= NAME_MOST else name[: NAME_MOST - 1].rstrip() + "…"


def _ids(port) -> tuple[str, ...]:
    """By what a port may be named in kiosk.toml."""
    return tuple(each for each in (port.serial_number, port.usb, port.path) if each)
