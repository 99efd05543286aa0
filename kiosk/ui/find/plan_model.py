"""My plan: stalls and sessions that a visitor has picked, in the best order, kept by badge, handed over."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.fair import clock_text, minute_of_day
from kiosk.domain.tour import VISIT_MIN
from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.find.picked import Picked
from kiosk.ui.find.plan_hand import PlanHandModel
from kiosk.ui.find.plan_map import PlanMapModel
from kiosk.ui.find.plan_rows import PLAN_NAMES, plan_row
from kiosk.ui.page_model import PageModel, Surroundings
from kiosk.ui.row_model import Rows

if TYPE_CHECKING:
    from kiosk.services.visit.values import VisitPlan
    from kiosk.services.visit.visitors import Visitor

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PROPOSED_MOST = 8
"""Stalls that are proposed from one's major: about an hour and a half."""
OPEN, KEPT, MAJOR, KEEP = "open", "kept", "major", "keep"
"""What a badge is asked for: the plan kept with it, or else stalls for its major; only what is kept; only
stalls for its major; to keep this plan."""


@QmlElement
@QmlUncreatable("made by the window")
class PlanModel(PageModel):
    """What was picked; wiped when the visit ends.

    `state` is empty, loading, ready or failed. `note` says what has just happened: nothing, kept, merged,
    proposed, no_major, none_for_major, saved, full or badge_failed.
    """

    changed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._floor_map = FloorMap.of(surroundings)
        self._rows = Rows(PLAN_NAMES, self._row_of, self)
        self._step_free = surroundings.modes.stepFree
        self._map = PlanMapModel(surroundings, self._floor_map, self)
        self._hand = PlanHandModel(surroundings, self)
        self._asked = 0
        self._forget()
        surroundings.modes.languageChanged.connect(self._rows.refresh)
        surroundings.modes.modesChanged.connect(self._modes_changed)
        self._map.changed.connect(self._rows.refresh)
        self._map.touched.connect(self._touched)

    def _forget(self) -> None:
        self._picked = Picked()
        self._plan: VisitPlan | None = None
        self._failed = False
        self._visitor: Visitor | None = None
        self._badge_read = False
        self._wanted = ""
        self._note = ""
        self._saved: Picked | None = None
        self._rows.put((), first=0)

    def reset(self) -> None:
        """Forget what was picked, and whose it was."""
        self._forget()
        self._map.reset()
        self._hand.reset()
        super().reset()

    def entered(self, argument: str) -> None:  # noqa: ARG002
        """The page is shown: the order as of now."""
        self._note = self._wanted = ""
        self._hand.begin()
        if self._visitor is not None and not self._badge_read:
            self._read_badge(KEPT)
        self._order(draw=True)
        self.changed.emit()

    # ---- picking

    @Slot(str)
    def toggleStall(self, number: str) -> None:
        """Pick a stall (its number in the pack), or leave it out again."""
        self._toggle("stall", number)

    @Slot(str)
    def toggleSession(self, session: str) -> None:
        """Pick a session by its id, or leave it out again."""
        self._toggle("session", session)

    def _toggle(self, kind: str, one: str) -> None:
        self._note = "" if self._picked.toggle(kind, one) else "full"
        self._picked_anew()

    @Slot(str, str)
    def remove(self, kind: str, ref: str) -> None:
        """Leave a stop out; `kind` is stall or session."""
        if ref in self._picked.of(kind):
            self._toggle(kind, ref)

    @Slot()
    def clear(self) -> None:
        """Start anew with nothing picked; what is kept with a badge stays kept."""
        self._picked = Picked()
        self._note = ""
        self._picked_anew()

    def _picked_anew(self) -> None:
        self._hand.picked_anew()
        if self.surroundings.navigation.page == "plan":
            self._order()
        self.changed.emit()

    # ---- the order

    @Slot()
    def again(self) -> None:
        """Try once more."""
        self._order()
        self.changed.emit()

    def _order(self, *, draw: bool = False) -> None:
        """Ask for the best order; an answer to an older question is dropped."""
        self._asked += 1
        asked, picked, step_free = self._asked, self._picked.copy(), self._step_free
        self._failed = False

        def work(kiosk):
            plans = kiosk.visit_plans
            plan = plans.order(picked.stalls, picked.sessions, kiosk.clock.now(), step_free)
            texts = {language: plans.text(plan, language) for language in ("zh", "en")} if plan.stops else {}
            floor_plan, standing = kiosk.directory.plan(), kiosk.floor.standing()
            return floor_plan, kiosk.place, standing, plan, texts, plans.prints

        def done(read) -> None:
            if asked == self._asked:
                floor_plan, place, standing, plan, texts, prints = read
                self._floor_map.load(floor_plan, place)
                self._floor_map.show_standing(standing)
                self._hand.take(plan, texts, prints=prints)
                self._show(plan, draw=draw)

        def failed(_exception) -> None:
            if asked == self._asked:
                self._failed, self._plan = True, None
                self._map.show(None)
                self.changed.emit()

        self.ask(work, done, failed)

    def _show(self, plan: "VisitPlan", *, draw: bool) -> None:
        self._plan = plan
        self._rows.put((*plan.stops, *plan.left_out))
        self._map.show(plan, draw=draw)
        self.changed.emit()

    @Slot()
    def _modes_changed(self) -> None:
        step_free = self.surroundings.modes.stepFree
        if step_free != self._step_free:
            self._step_free = step_free
            if self.surroundings.navigation.page == "plan":
                self._order(draw=True)

    # ---- the badge

    def meet(self, visitor: "Visitor") -> None:
        """A badge said who stands here: what is kept with it is added, and what was wanted of it is done."""
        self._visitor = visitor
        if self.surroundings.navigation.page == "plan":
            self._read_badge(self._wanted or KEPT)
        self._wanted = ""

    @Slot(str, result=bool)
    def want(self, what: str) -> bool:
        """Something is wanted of one's badge: open, major or keep. False where it has to be scanned first."""
        self._note = ""
        if self._visitor is None:
            self._wanted = what
            self.changed.emit()
            return False
        self._read_badge(what)
        return True

    def _read_badge(self, wanted: str) -> None:
        attendee, major_class = self._visitor.attendee, self._visitor.major_class
        # What was taken out since it came is not to come back.
        takes = wanted in (OPEN, KEPT) or (wanted == KEEP and not self._badge_read)
        self._badge_read = self._badge_read or takes

        def work(kiosk):
            plans = kiosk.visit_plans
            return plans.kept(attendee), plans.propose(major_class, PROPOSED_MOST)

        def done(read) -> None:
            kept, proposed = read
            self._badge_said(wanted, kept if takes else None, proposed)

        self.ask(work, done, self._badge_failed)

    def _badge_said(self, wanted: str, kept, proposed) -> None:
        before = self.count
        if kept is not None:
            self._saved = Picked(list(kept[0]), list(kept[1]))
            self._picked.add(*kept)
            self._note = ("merged" if before else "kept") if self.count > before else ""
        if wanted == KEEP:
            self._keep()
        elif wanted == MAJOR or (wanted == OPEN and kept is None):
            self._propose(proposed)
        self._picked_anew()

    def _propose(self, proposed) -> None:
        if not self._visitor.major_class:
            self._note = "no_major"
        elif not proposed:
            self._note = "none_for_major"
        else:
            self._picked.add(proposed, ())
            self._note = "proposed"

    def _keep(self) -> None:
        attendee, picked = self._visitor.attendee, self._picked.copy()

        def done(_none) -> None:
            self._saved = picked
            self._note = "saved"
            self.changed.emit()

        self.ask(
            lambda kiosk: kiosk.visit_plans.keep(attendee, picked.stalls, picked.sessions),
            done,
            self._badge_failed,
        )

    def _badge_failed(self, _exception) -> None:
        self._note = "badge_failed"
        self.changed.emit()

    # ---- what the page shows

    def _row_of(self, one) -> dict:
        return plan_row(one, self.surroundings, chosen=self._map.chosen)

    @Slot(str)
    def choose(self, ref: str) -> None:
        """Show a stop on the map: a stall's number in the pack, or a session's id."""
        self._map.choose(ref)
        self._hand.showCode(False)

    @Slot(int)
    def _touched(self, row: int) -> None:
        ref = self._plan.stops[row].ref
        if self._map.chosen != ref:
            self.choose(ref)
        self._rows.seek(row)

    @Property("QStringList", notify=changed)
    def stalls(self):
        """Numbers of the stalls that were picked."""
        return list(self._picked.stalls)

    @Property("QStringList", notify=changed)
    def sessions(self):
        """Ids of the sessions that were picked."""
        return list(self._picked.sessions)

    @Property(int, notify=changed)
    def count(self):
        """How many were picked in all."""
        return self._picked.count

    @Property(str, notify=changed)
    def state(self):
        """empty, loading, ready or failed."""
        if not self.count:
            return "empty"
        return "failed" if self._failed else "loading" if self._plan is None else "ready"

    @Property(PlanMapModel, constant=True)
    def map(self):
        """The plan on the map."""
        return self._map

    @Property(PlanHandModel, constant=True)
    def hand(self):
        """The plan on its way out: QR and paper."""
        return self._hand

    @Property(Rows, constant=True)
    def rows(self):
        """Stops in their order, then what is none."""
        return self._rows

    @Property(int, notify=changed)
    def stops(self):
        """How many stops there are."""
        return len(self._plan.stops) if self._plan else 0

    @Property(int, notify=changed)
    def length(self):
        """Metres of the whole way."""
        return self._plan.length_m if self._plan else 0

    @Property(int, notify=changed)
    def walking(self):
        """Minutes of walking."""
        return self._plan.walking_min if self._plan else 0

    @Property(int, constant=True)
    def visiting(self):
        """Minutes that a stall is given."""
        return round(VISIT_MIN)

    @Property(str, notify=changed)
    def until(self):
        """The time at which all is done."""
        moment = self._plan.until if self._plan else None
        return clock_text(minute_of_day(moment)) if moment is not None else ""

    @Property(str, notify=changed)
    def note(self):
        """What has just happened; see the class."""
        return self._note

    @Property(str, notify=changed)
    def wanted(self):
        """What a badge is waited for: open, major, keep or nothing."""
        return self._wanted

    @Slot()
    def wantNothing(self) -> None:
        """No badge is waited for any more."""
        self._wanted = ""
        self.changed.emit()

    @Property(bool, notify=changed)
    def known(self):
        """Whether a badge has said who stands here."""
        return self._visitor is not None

    @Property(bool, notify=changed)
    def saved(self):
        """Whether all that is picked now is kept with the badge."""
        return self._saved == self._picked
