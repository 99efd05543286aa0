"""Many at once: whose badges, in which order, on which sheets, where they will lie; then printing them."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.batch import ORDER_WORDS
from kiosk.domain.batch_words import AND
from kiosk.domain.fair import clock_text, minute_of_day
from kiosk.domain.printer_trouble import WORDS
from kiosk.domain.words import Words
from kiosk.ui.staff.batch_choices import SECTIONS, BatchChoices
from kiosk.ui.staff.batch_driver import BatchDriver
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

NAMES_MOST = 3
"""People who are named whose badges are written by hand; all stand on the packing list."""


@QmlElement
@QmlUncreatable("made by the staff page")
class BatchModel(StaffView):
    """States: loading, failed, choosing, interrupted; and while a batch is driven its driver's: opening,
    working, waiting, asked, stopped, paused, elsewhere, broken (something is wrong here), whole."""

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._driver = BatchDriver(surroundings, self)
        self._driver.changed.connect(self.changed)
        self._choices = BatchChoices(surroundings.words)
        self._wipe()

    def _wipe(self) -> None:
        self._state = "loading"
        self._line = None
        self._draft = None
        self._asked = 0
        self._asking_end = False

    def entered(self, _argument: str) -> None:
        """The view is being shown; a batch that is driven is shown as it stands."""
        self.refresh()

    def attached(self) -> None:
        """Of another pack nothing may be as it was when it was chosen."""
        self._choices = BatchChoices(self.surroundings.words)

    def reset(self) -> None:
        """Wipe what is shown; a batch that is on its way goes on, and what was chosen for the next stays: no
        person is named in it, and whoever loads paper may have been locked out meanwhile.
        """
        self._wipe()
        super().reset()

    @Slot()
    def refresh(self):
        """Read what there is to choose, and whether a batch was interrupted."""
        self._state = "loading"
        self.ask(
            lambda kiosk: (kiosk.batches.book.open_batch(), kiosk.batches.book.papers()),
            self._found,
            self._failed,
        )
        self.changed.emit()

    @Slot()
    def retry(self):
        """It could not be read, or printed: once more."""
        if self._driver.state == "failed":
            self._driver.forget()
        self.refresh()

    def _found(self, found) -> None:
        self._line, papers = found
        self.ask(
            lambda kiosk: (kiosk.batches.types(papers.held), kiosk.batches.sheet_choices()),
            self._counted,
            self._failed,
            worker="drawing",
        )

    def _counted(self, counted) -> None:
        self._choices.types, self._choices.sheets = counted
        self.ask(lambda kiosk: kiosk.batches.look(), self._looked, self._failed, worker="printing")

    def _looked(self, printers) -> None:
        self._choices.printers = tuple(each for each in printers if each.takes_sheets)
        gone = self._choices.printer not in [each.id for each in self._choices.printers]
        if not self._choices.sheet or gone:
            self._choices.begin_with()
        self._state = "interrupted" if self._line is not None else "choosing"
        self._say_draft()
        self.changed.emit()

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    @Property(str, notify=changed)
    def state(self):
        driven = self._driver.state
        if driven == "idle":
            return self._state
        return "broken" if driven == "failed" else driven

    # ---- choosing

    @Property("QVariantList", notify=changed)
    def sections(self):
        """What there is to choose: id, what is chosen, and whether its options are shown."""
        return self._choices.sections()

    @Slot(str)
    def open_section(self, section):
        """Show what may be chosen; once more shuts it."""
        choices = self._choices
        choices.section = "" if section == choices.section or section not in SECTIONS else section
        self.changed.emit()

    @Property(str, notify=changed)
    def section(self):
        return self._choices.section

    @Property("QVariantList", notify=changed)
    def options(self):
        """Groups of what may be chosen in the open section: title, and chips of id, text, count, chosen.

        Of a batch that rests only another printer.
        """
        if self._driver.state == "idle" and self._state == "choosing":
            return self._choices.options()
        return self._choices.other_printers()

    @Slot(str)
    def choose(self, option):
        """Choose an option by its id (order:stalls); of types, take it in or leave it out."""
        self._choices.choose(option)
        if not option.startswith("printer:"):
            self._say_draft()
        self.changed.emit()

    def _say_draft(self) -> None:
        """What the wish comes to; an older answer does not cover a newer one."""
        self._draft = None
        self._asked += 1
        number, wish = self._asked, self._choices.wish()
        if not wish.whom or self._line is not None:
            return

        def drafted(draft) -> None:
            if number == self._asked:
                self._draft = draft
                self.changed.emit()

        def laid_out(papers) -> None:
            self.ask(
                lambda kiosk: kiosk.batches.lay_out(wish, papers).draft(),
                drafted,
                self._failed,
                worker="drawing",
            )

        self.ask(lambda kiosk: kiosk.batches.book.papers(0, wish.desk, wish.row), laid_out, self._failed)

    @Property(bool, notify=changed)
    def unsaid(self):
        """Whether nobody is chosen, though somebody waits."""
        return not self._choices.whom and any(each.waiting for each in self._choices.types)

    @Property(bool, notify=changed)
    def drafted(self):
        """Whether it is known what the wish comes to."""
        return self._draft is not None or not self._choices.whom

    @Property(int, notify=changed)
    def badges(self):
        """Of the wish, or of the batch that is driven."""
        if self._driver.progress is not None:
            return self._driver.progress.badges
        return self._draft.badges if self._draft is not None else 0

    @Property(int, notify=changed)
    def sheets(self):
        """Likewise."""
        if self._driver.progress is not None:
            return self._driver.progress.sheets
        return self._draft.sheets if self._draft is not None else 0

    @Property(int, notify=changed)
    def rows(self):
        """Rows on the desk; 0 where there are none."""
        return self._draft.rows if self._draft is not None else 0

    @Property(int, notify=changed)
    def leftOut(self):
        """People whose badges the fonts cannot print."""
        return len(self._by_hand())

    @Property(str, notify=changed)
    def leftOutNames(self):
        """The first of them, with what is missing."""
        say, people = self.surroundings.words, self._by_hand()
        names = [
            say(Words(f"{each.name}（{each.characters}）", f"{each.name} ({each.characters})"))
            for each in people[:NAMES_MOST]
        ]
        return say(AND).join(names) + ("…" if len(people) > NAMES_MOST else "")

    def _by_hand(self):
        """Named to staff only."""
        source = self._driver.work if self._driver.work is not None else self._draft
        return source.left_out if source is not None and self._shift.signed_in else ()

    @Property(bool, notify=changed)
    def startable(self):
        """Whether it can begin: somebody is to be printed, and there is a printer."""
        return self._state == "choosing" and self.badges > 0 and self._choices.printer != ""

    @Property(bool, notify=changed)
    def printerless(self):
        """Whether no printer takes sheets."""
        return self._state in ("choosing", "interrupted") and not self._choices.printers

    # ---- printing

    @Slot()
    def start(self):
        """Order the batch and print it."""
        member = self._shift.member
        if member is not None and self.startable and self._driver.state == "idle":
            self._choices.section = ""
            self._driver.begin(self._choices.wish(), self._choices.printer, member.id)

    @Slot()
    def go_on(self):
        """Go on with a batch that was interrupted, stopped or paused."""
        member = self._shift.member
        if member is None or self._driver.at_work:
            return
        self._asking_end = False
        self._driver.go_on(self._choices.printer or self._driver.printer, member.id)

    @Slot()
    def stop(self):
        """Stop behind the sheets that are on their way."""
        self._driver.stop()

    @Slot(bool)
    def answer(self, came_out):
        """Whether the run came out that staff are asked about."""
        member = self._shift.member
        if member is not None:
            self._driver.answer(came_out, member.id)

    @Slot()
    def ask_end(self):
        """Giving a batch up asks once."""
        self._asking_end = True
        self.changed.emit()

    @Slot()
    def keep(self):
        """It is not given up after all."""
        self._asking_end = False
        self.changed.emit()

    @Slot()
    def end(self):
        """Give the batch up; what is printed stays printed."""
        member = self._shift.member
        known = self._driver.work or self._line
        if member is None or known is None or self._driver.at_work:
            return
        batch = known.batch
        self._asking_end = False
        self._driver.forget()
        self._state = "loading"
        self.ask(
            lambda kiosk: kiosk.batches.book.end(batch, member.id), lambda _none: self.refresh(), self._failed
        )
        self.changed.emit()

    @Slot()
    def close(self):
        """Done with this batch: choose the next."""
        if not self._driver.at_work:
            self.forget()
            self.refresh()

    def forget(self) -> None:
        """What is shown of the last batch, and was chosen for it; not while one is on its way."""
        if not self._driver.at_work:
            self._driver.forget()
            self._choices = BatchChoices(self.surroundings.words)

    @Property(bool, notify=changed)
    def askingEnd(self):
        return self._asking_end

    @Property(bool, notify=changed)
    def stopping(self):
        return self._driver.stopping

    @Property(int, notify=changed)
    def badgesDone(self):
        if self._driver.progress is not None:
            return self._driver.progress.badges_done
        return self._line.printed if self._line is not None else 0

    @Property(int, notify=changed)
    def sheetsDone(self):
        if self._driver.progress is not None:
            return self._driver.progress.sheets_done
        return self._line.sheets if self._line is not None else 0

    @Property(float, notify=changed)
    def share(self):
        """How much of it is printed, 0 to 1."""
        return self.badgesDone / self.badges if self.badges else 0.0

    @Property(int, notify=changed)
    def minutesLeft(self):
        """How long it takes on, rounded up; -1 where that is not known."""
        left_s = self._driver.seconds_left
        return -1 if left_s is None else -(-left_s // 60)

    @Property(int, notify=changed)
    def first(self):
        """The first sheet of the run that is asked about, or that is on its way."""
        if self._driver.progress is not None:
            return self._driver.progress.first
        return self._line.first if self._line is not None else 0

    @Property(int, notify=changed)
    def last(self):
        """And its last."""
        if self._driver.progress is not None:
            return self._driver.progress.last
        return self._line.last if self._line is not None else 0

    @Property("QVariantMap", notify=changed)
    def trouble(self):
        """What keeps the printer: title, action and icon; {} where nothing is known."""
        progress = self._driver.progress
        if progress is None or progress.trouble is None:
            return {}
        words, say = WORDS[progress.trouble], self.surroundings.words
        return {"title": say(words.title), "action": say(words.action), "icon": words.icon}

    @Property(str, notify=changed)
    def printer(self):
        """What staff call the printer."""
        at = self._driver.printer or self._choices.printer
        say = self.surroundings.words
        return next((say(each.name) for each in self._choices.printers if each.id == at), at)

    @Property("QVariantMap", notify=changed)
    def interrupted(self):
        """The batch that was not brought to its end: at, whom, order, sheet; {} where there is none."""
        line = self._line
        if line is None:
            return {}
        say = self.surroundings.words
        return {
            "at": f"{line.at.month}-{line.at.day} {clock_text(minute_of_day(line.at))}",
            "whom": say(AND).join(say(TYPE_WORDS[each]) for each in line.wish.whom),
            "order": say(ORDER_WORDS[line.wish.order]),
            "sheet": say(line.sheet),
        }

    # ---- the packing list

    @Slot()
    def print_list(self):
        """Print the packing list of this batch, as far as it has come, on the same printer."""
        if self._shift.signed_in:
            self._driver.print_list()

    @Property(str, notify=changed)
    def listState(self):
        """What became of the packing list: nothing, printing, printed or failed."""
        return self._driver.list_state
