"""Walk-up: one question a page, the least data, masked as soon as its field is left."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.attendee import mask_name, mask_phone
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

QUESTIONS = ("name", "degree", "school", "phone", "consent")
DEGREES = ("专科", "本科", "硕士", "博士")
"""As the pack writes them (学历层次); the window says them in both languages."""
TAIL_LENGTH = 4
NAME_LONGEST = 40


@QmlElement
@QmlUncreatable("made by the window")
class WalkUpModel(PageModel):
    """The form's answers so far.

    `decided` carries the admission of who has registered, and whether it is the booking of who was known.
    """

    changed = Signal()
    decided = Signal(object, bool)

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._at = 0
        self._answers = _nothing()
        self._schools = ()
        self._problem = None
        self._busy = False
        self._asked = 0

    def entered(self, _argument: str) -> None:
        """A new form; coming back from another page (help), the form as it was left."""
        if not self.surroundings.navigation.returning:
            self.reset()

    def begin_with(self, student_number: str) -> None:
        """The form has just been opened by who typed a number that nobody is booked with: it goes along."""
        self._answers["student_number"] = student_number

    def reset(self) -> None:
        """Wipe every answer."""
        self._at = 0
        self._answers = _nothing()
        self._schools = ()
        self._problem = None
        self._busy = False
        super().reset()

    @Property(str, notify=changed)
    def question(self):
        """name, degree, school, phone or consent."""
        return QUESTIONS[self._at]

    @Property("QVariantList", notify=changed)
    def summary(self):
        """One line a question but consent: id, value as others may see it, state (done, now or later)."""
        shown = {
            "name": mask_name(self._answers["name"]) if self._answers["name"] else "",
            "degree": self._answers["degree"],
            "school": self._answers["school"],
            "phone": mask_phone(self._answers["phone"]),
        }
        return [
            {
                "id": question,
                "value": shown[question] if at < self._at else "",
                "state": "done" if at < self._at else "now" if at == self._at else "later",
            }
            for at, question in enumerate(QUESTIONS[:-1])
        ]

    @Property(str, notify=changed)
    def name(self):
        """The name while its field is open; nothing afterwards."""
        return self._answers["name"] if self.question == "name" else ""

    @Property(str, notify=changed)
    def degree(self):
        return self._answers["degree"]

    @Property("QStringList", notify=changed)
    def degrees(self):
        return list(DEGREES)

    @Property(str, notify=changed)
    def school(self):
        return self._answers["school"]

    @Property(str, notify=changed)
    def schoolCode(self):
        return self._answers["school_code"]

    @Property("QVariantList", notify=changed)
    def schools(self):
        """Schools that fit what was typed: code, name, alias; five at most."""
        return [{"code": hit.code, "name": hit.name, "alias": hit.alias} for hit in self._schools]

    @Property(str, notify=changed)
    def phoneTail(self):
        return self._answers["phone"] if self.question == "phone" else ""

    @Property(int, notify=changed)
    def tailLength(self):
        return TAIL_LENGTH

    @Property(str, notify=changed)
    def problem(self):
        """What to mend, or nothing."""
        return self.surroundings.words(self._problem)

    @Property(str, notify=changed)
    def consent(self):
        """What is collected, why, and how long: the fair's own words."""
        kiosk = self.surroundings.kiosk
        return self.surroundings.title(kiosk.fair.policy.consent) if kiosk is not None else ""

    @Property(str, notify=changed)
    def consentVersion(self):
        """Which wording of it."""
        kiosk = self.surroundings.kiosk
        return kiosk.fair.policy.consent_version if kiosk is not None else ""

    @Property(bool, notify=changed)
    def busy(self):
        """Whether the registration is being written."""
        return self._busy

    @Property(int, notify=changed)
    def retentionDays(self):
        kiosk = self.surroundings.kiosk
        return kiosk.fair.policy.retention_days if kiosk is not None else 0

    @Property(bool, notify=changed)
    def complete(self):
        """Whether the present question is answered well enough to go on."""
        tail = self._answers["phone"]
        return (
            not self._busy
            and {
                "name": self._answers["name"].strip() != "",
                "degree": self._answers["degree"] != "",
                "school": self._answers["school"].strip() != "",
                "phone": len(tail) in (0, TAIL_LENGTH),
                "consent": True,
            }[self.question]
        )

    @Slot(str)
    def type_name(self, text):
        self._answers["name"] = text[:NAME_LONGEST]
        self._problem = None
        self.changed.emit()

    @Slot(str)
    def choose_degree(self, degree):
        """A choice is an answer: on to the next question."""
        self._answers["degree"] = degree
        self.next()

    @Slot(str)
    def type_school(self, text):
        """Look for schools; only the newest answer is shown."""
        if text == self._answers["school"]:
            return
        self._answers["school"] = text
        self._answers["school_code"] = ""
        self._asked += 1
        asked = self._asked
        if text.strip():
            self.ask(
                lambda kiosk: kiosk.badge_desk.schools(text),
                lambda hits: self._found(asked, hits),
            )
        else:
            self._schools = ()
        self.changed.emit()

    @Slot(str, str)
    def choose_school(self, code, name):
        self._asked += 1
        self._answers["school"] = name
        self._answers["school_code"] = code
        self._schools = ()
        self.next()

    @Slot(str)
    def digit(self, digit):
        self._answers["phone"] = (self._answers["phone"] + digit)[:TAIL_LENGTH]
        self.changed.emit()

    @Slot()
    def erase(self):
        """The last digit of the phone tail."""
        self._answers["phone"] = self._answers["phone"][:-1]
        self.changed.emit()

    @Slot()
    def previous(self):
        """One question back, its answer kept."""
        if self._at > 0 and not self._busy:
            self._at -= 1
            self._problem = None
            self.changed.emit()

    @Slot(str)
    def go_back_to(self, question):
        """An answered question's line was touched: ask it again, its answer kept."""
        if question in QUESTIONS[: self._at] and not self._busy:
            self._at = QUESTIONS.index(question)
            self._problem = None
            self.changed.emit()

    @Slot()
    def next(self):
        """One question on."""
        if self.complete and self._at < len(QUESTIONS) - 1:
            self._at += 1
            self.changed.emit()

    @Slot()
    def skip_phone(self):
        """The phone is optional."""
        self._answers["phone"] = ""
        self.next()

    @Slot()
    def agree(self):
        """Consent is given: register, issue, admit and print."""
        from kiosk.services.values import WalkUpForm  # noqa: PLC0415, first frame

        if self._busy or self.question != "consent":
            return
        form = WalkUpForm(
            name=self._answers["name"].strip(),
            school_code=self._answers["school_code"],
            school=self._answers["school"].strip(),
            degree=self._answers["degree"],
            phone_tail=self._answers["phone"],
            consent=True,
            student_number=self._answers["student_number"],
        )
        self._busy = True
        self.changed.emit()
        self.ask(lambda kiosk: kiosk.badge_desk.register(form), self._registered)

    def _registered(self, registered) -> None:
        if registered.problem is not None or registered.admission is None:
            self._busy = False
            self._at = QUESTIONS.index(registered.field)
            self._problem = registered.problem
            self.changed.emit()
            return
        self.reset()
        self.decided.emit(registered.admission, registered.known)

    def _found(self, asked: int, hits) -> None:
        if asked == self._asked:
            self._schools = hits
            self.changed.emit()


def _nothing() -> dict[str, str]:
    empty = ("name", "degree", "school", "school_code", "phone", "student_number")
    return dict.fromkeys(empty, "")
