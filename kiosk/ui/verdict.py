"""The verdict: colour, shape, word, sentence, next steps; held a while, replaced at once by a new scan."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.admission_words import badge_sentence
from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.printer_trouble import visitor_words
from kiosk.domain.reasons import Reason, Verdict
from kiosk.services.printing.values import Stage, Whereabouts
from kiosk.ui.badge_out import BAD_NEWS, Awaited
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

HOLD_S = {"admit": 4, "notice": 7, "refuse": 12, "staff": 12}
"""tokens.toml [hold]."""
STEP_MS = 250
LOOK_STEPS = 4
"""Once in so many steps it is asked where the badge is."""
_AGREED_TO = {Reason.CONSENT_MISSING: "consent", Reason.DECLARATION_MISSING: "declaration"}
"""What is asked for before who it is can go in."""
_GOES_IN = frozenset({Reason.WELCOME, Reason.REPEATED, Reason.OVERRIDDEN})
"""Whoever goes in may want to find something; a leader's delegation goes in as well."""
_OWN = {
    "known": ("calendar", ""),
    "delegation": ("people", "delegation"),
    "waiting": ("badge", ""),
    "printing": ("badge", ""),
    "out": ("badge", ""),
    "held": ("wait", ""),
    "stopped": ("desk", ""),
    "lies": ("desk", ""),
    "find": ("search", "find"),
}
"""Steps that the window adds to a decision's, and what they say is the page's: icon, action."""
_ACTIONS = {"register": "walk_up", "desk": "help"}
"""Steps that can be touched, by their icon, and the page they open: help knows the way to the desk."""


@QmlElement
@QmlUncreatable("made by the window")
class VerdictModel(PageModel):
    """One admission as the screen says it.

    `asked` carries a student number whose phone tail is needed, `agreementAsked` the admission that waits for
    an agreement and to what (consent or declaration); `ended` the page to go to ("" for home) and the badge
    that has not come out yet (Awaited), or None; `led` the delegation (DelegationList) whose leader it was,
    and such a badge.
    """

    changed = Signal()
    shownChanged = Signal()
    stepped = Signal()
    asked = Signal(str)
    agreementAsked = Signal(object, str)
    led = Signal(object, object)
    ended = Signal(str, object)
    sounded = Signal(str)

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._admission = None
        self._known_before = False
        self._delegation = None
        self._where = None
        self._left_ms = self._hold_ms = 0
        self._steps_done = 0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self.step)

    def scan(self, text: str) -> None:
        """Decide a scanned text at the gate and show the verdict."""
        self.generation += 1  # an older answer must not cover a newer one
        self.ask(
            lambda kiosk: kiosk.gate.scan(text),
            lambda admission: self.show(admission, student_number=text),
        )

    def show(self, admission, *, student_number: str = "", known: bool = False) -> None:
        """Show an admission, or ask for what the decision needs: the phone tail, or an agreement.

        `known`: who wanted to register was booked before.
        """
        if admission.decision.verdict is Verdict.ASK:
            self.close()
            agree_to = _AGREED_TO.get(admission.decision.reason)
            if agree_to is not None:
                self.agreementAsked.emit(admission, agree_to)
            else:
                self.asked.emit(student_number)
            return
        self._admission = admission
        self._known_before = known
        self._delegation = None
        self._where = None
        self._look_for_delegation()
        self._look_for_badge()
        self._hold()
        self._timer.start()
        self.changed.emit()
        self.stepped.emit()
        self.shownChanged.emit()
        self.sounded.emit(admission.decision.sound)

    def printed(self) -> None:
        """Something became of a badge: of the one that was promised here, or of one before it."""
        self._look_for_badge()

    def _hold(self) -> None:
        """Stand as long as it takes to read; where to collect a badge must be remembered too."""
        kind = "notice" if self._lies is not None and self._kind() == "admit" else self._kind()
        self._hold_ms = self._left_ms = HOLD_S[kind] * 1000

    def _look_for_badge(self) -> None:
        """Where the badge is that is being printed; a queue that cannot be read says nothing."""
        if self._admission is not None and self._admission.prints:
            shown, job = self._admission, self._admission.job
            self.ask(
                lambda kiosk: kiosk.print_queue.whereabouts(job),
                lambda where: self._found_badge(shown, where),
                lambda _exception: None,
            )

    def _found_badge(self, shown, where) -> None:
        """Bad news stands as long as a verdict, from now on."""
        if shown is self._admission and where != self._where:
            before, self._where = self._print_state, where
            if self._print_state in BAD_NEWS and before not in BAD_NEWS:
                self._hold()
            self.changed.emit()
            self.stepped.emit()

    @property
    def _lies(self):
        """Where a badge lies that was printed before, in words."""
        if self._where is not None and self._where.lies is not None:
            return self._where.lies
        return self._admission.lies if self._admission is not None else None

    @property
    def _print_state(self) -> str:
        if self._lies is not None:
            return "lies"
        return str(self._where.stage) if self._where is not None else "printing"

    def close(self) -> None:
        """Take the verdict away, at once."""
        self.generation += 1
        self._timer.stop()
        self._delegation = None
        self._where = None
        if self._admission is not None:
            self._admission = None
            self.shownChanged.emit()
            self.changed.emit()

    def reset(self) -> None:
        """Wipe the verdict."""
        self.close()

    @Slot()
    def step(self):
        """A quarter of a second has passed."""
        self._left_ms -= STEP_MS
        self._steps_done += 1
        if self._steps_done % LOOK_STEPS == 0:
            self._look_for_badge()
        self.stepped.emit()
        if self._left_ms <= 0:
            self._end("")

    @Slot(str)
    def act(self, action):
        """A step was touched: leave for its page."""
        if action:
            self._end(action)

    @Property(bool, notify=shownChanged)
    def shown(self):
        return self._admission is not None

    @Property(float, notify=stepped)
    def share(self):
        """What is left of the hold."""
        return max(0.0, self._left_ms / self._hold_ms) if self._hold_ms else 0.0

    @Property(str, notify=changed)
    def verdict(self):
        """admit, notice, refuse or staff."""
        return self._kind()

    @Property(str, notify=changed)
    def word(self):
        return self._say(lambda words: words.word)

    @Property(str, notify=changed)
    def sentence(self):
        return self.surroundings.words(self._sentence()) if self._admission is not None else ""

    @Property(str, notify=changed)
    def otherSentence(self):
        """The sentence in the other language, line by line; with its word before it where it is one line."""
        if self._admission is None:
            return ""
        said = (self._admission.decision.words.word, self._sentence())
        word, sentence = (self.surroundings.other_words(each) for each in said)
        stop, joint = ("。", "。") if self.surroundings.modes.spoken == "en" else (".", ". ")
        sentence = sentence.rstrip("。.") + stop
        return sentence if "\n" in sentence else f"{word}{joint}{sentence}"

    @Property(str, notify=changed)
    def who(self):
        """The masked name."""
        return self._admission.who.name if self._known() else ""

    @Property(str, notify=changed)
    def organisation(self):
        return self._admission.who.organisation if self._known() else ""

    @Property(str, notify=changed)
    def badgeType(self):
        return self.surroundings.words(TYPE_WORDS[self._admission.who.type]) if self._known() else ""

    @Property(bool, notify=changed)
    def bookedBefore(self):
        """Whether who wanted to register was booked or registered already."""
        return self._known_before and self._admission is not None

    @Property(str, notify=changed)
    def gate(self):
        """Which kiosk this is."""
        kiosk = self.surroundings.kiosk
        return self.surroundings.words(kiosk.place.name) if kiosk is not None else ""

    @Property("QVariantList", notify=changed)
    def steps(self):
        """Next steps: icon, title, detail, action ("" where it cannot be touched); three at most.

        `own` names a step whose words are the page's: known, delegation, find, or how the badge stands
        (waiting, printing, out, held, stopped, lies).
        """
        return self._steps()[:3]

    @Property(str, notify=changed)
    def place(self):
        """Where the badge comes out, or where it lies; nothing where that is not known."""
        found = self._lies or (self._where.place if self._where is not None else None)
        return self.surroundings.words(found)

    @Property(int, notify=changed)
    def before(self):
        """Badges that are printed before this one's."""
        return self._where.before if self._where is not None else 0

    @Property(str, notify=changed)
    def cause(self):
        """Why the badge is held."""
        return self.surroundings.words(visitor_words(self._where.trouble)) if self._where is not None else ""

    @Property(int, notify=changed)
    def delegationSize(self):
        """People of the delegation whose leader this is, who are not here yet."""
        if self._delegation is None:
            return 0
        return sum(not member.arrived for member in self._delegation.members)

    @Property(bool, notify=changed)
    def admits(self):
        """Whether somebody went in; who is given a badge in a foyer has not yet."""
        return self._admission is not None and self._admission.decision.reason in _GOES_IN

    def _look_for_delegation(self) -> None:
        """Whoever leads a delegation goes in with it, at a gate to the fair."""
        attendee, reason = self._admission.attendee, self._admission.decision.reason
        leads = self._admission.delegation is not None and attendee is not None
        if not leads or reason not in _GOES_IN | {Reason.ALREADY_INSIDE, Reason.NOTE}:
            return
        shown = self._admission

        def work(kiosk):
            return kiosk.delegations.led_by(attendee) if kiosk.gate.door.session is None else None

        self.ask(work, lambda found: self._leads(shown, found), lambda _exception: None)

    def _leads(self, shown, delegation) -> None:
        if shown is self._admission and delegation is not None and delegation.arrived < delegation.expected:
            self._delegation = delegation
            self.changed.emit()

    def _end(self, next_page: str) -> None:
        awaited = None
        if self._badge_comes and self._print_state != "out":
            who = self._admission.who.name if self._known() else ""
            awaited = Awaited(self._admission.job, who, self._where or self._lying())
        delegation = self._delegation
        self.close()
        if delegation is not None and next_page in ("", "delegation"):
            self.led.emit(delegation, awaited)
        else:
            self.ended.emit(next_page, awaited)

    def _steps(self) -> list:
        if self._admission is None:
            return []
        say = self.surroundings.words
        steps = [
            {
                "icon": step.icon,
                "title": say(step.title),
                "detail": say(step.detail),
                "action": _ACTIONS.get(step.icon, ""),
                "own": "",
            }
            for step in self._admission.decision.words.steps
            if step.icon != "register" or self.surroundings.takes_walk_ups
        ]
        first = [_own("known")] if self._known_before and self.admits else []
        if self._badge_comes:
            first.append(_own(self._print_state))
        if self._delegation is not None:
            first.insert(0, _own("delegation"))
        if self._admission.decision.reason in _GOES_IN:
            return [*(first or steps), _own("find")]
        return [*first, *steps]

    def _sentence(self):
        """The decision's own; whoever goes in and has a badge coming is told to take it first."""
        kiosk = self.surroundings.kiosk
        if self._badge_comes and self.admits and kiosk is not None:
            return badge_sentence(self._print_state, kiosk.fair.policy.desk, self._lies)
        return self._admission.decision.words.sentence

    @property
    def _badge_comes(self) -> bool:
        """Whether a badge is printed because of it, or lies somewhere to be taken."""
        return self._admission is not None and (self._admission.prints or self._admission.lies is not None)

    def _lying(self) -> Whereabouts | None:
        return Whereabouts(Stage.OUT, lies=self._lies) if self._lies is not None else None

    def _kind(self) -> str:
        return self._admission.decision.shape if self._admission is not None else "admit"

    def _known(self) -> bool:
        return self._admission is not None and self._admission.who is not None

    def _say(self, part) -> str:
        if self._admission is None:
            return ""
        return self.surroundings.words(part(self._admission.decision.words))


def _own(name: str) -> dict[str, str]:
    icon, action = _OWN[name]
    return {"icon": icon, "title": "", "detail": "", "action": action, "own": name}
