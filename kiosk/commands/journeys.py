"""The journeys of the tour: what a visitor and a staff member do, step by step, on the real window."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.domain import badge
from kiosk.domain.attendee import Attendee, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Fair, minute_of_day
from kiosk.ui.hand import Hand
from kiosk.ui.running import Running

_STALL = re.compile(r"^[A-Z]\d{3} ")
_SESSION = re.compile(r"^\d+:\d\d ")


@dataclass
class SetClock:
    """The tour's clock: it stands still until a journey moves it on, so that every tour is the same."""

    moment: datetime

    def now(self) -> datetime:
        """The moment that was set."""
        return self.moment

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        return int(self.moment.timestamp() * 1000)

    def pass_minutes(self, minutes: float) -> None:
        """Time goes by."""
        self.moment += timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True)
class Cast:
    """Registration codes of people whom the tour needs; nothing where the fair has none."""

    in_time: str
    too_early: str
    not_confirmed: str
    name: str
    """Of the one in time; staff search for it."""
    phone_tail: str


def cast(codes: Path, fair: Fair, attendees: dict[str, Attendee], now: datetime) -> Cast:
    """Choose from the codes file: a graduate in time, one too early, one not confirmed yet."""
    minute = minute_of_day(now)
    found: dict[str, tuple[str, Attendee]] = {}
    names = [each.person.name for each in attendees.values()]
    with codes.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            attendee = attendees[row["登记码"]]
            if attendee.type is not BadgeType.GRADUATE:
                continue
            part = _part(attendee, fair, minute)
            name = attendee.person.name
            if part == "in_time" and (len(name) != 3 or names.count(name) > 1):
                continue  # staff will search for this one, and must find one person
            found.setdefault(part, (row["登记码"], attendee))
    code, star = found["in_time"]
    return Cast(
        in_time=code,
        too_early=found.get("too_early", ("", star))[0],
        not_confirmed=found.get("not_confirmed", ("", star))[0],
        name=star.person.name,
        phone_tail=star.person.phone_tail,
    )


def _part(attendee: Attendee, fair: Fair, minute: int) -> str:
    if attendee.registration is not Registration.CONFIRMED:
        return "not_confirmed"
    slot = attendee.slot
    if slot is not None and minute < slot.start_min - fair.policy.early_grace_min:
        return "too_early"
    return "in_time" if slot is None or minute < slot.end_min else "late"


class Journeys:
    """Walks one window; every step leaves a picture, every badge a PDF beside them."""

    def __init__(
        self,
        running: Running,
        out: Path,
        prints: Path,
        clock: SetClock,
        actors: Cast,
        taken: Callable[[int], None],
    ) -> None:
        self.hand = Hand(running, out, taken)
        self._running = running
        self._out = out
        self._prints = prints
        self._clock = clock
        self._cast = actors
        self._badges: list[Path] = []

    def open(self) -> None:
        """Until the services are there."""
        self.hand.wait(lambda: self._running.opened is not None, "the services")
        self.hand.rest()

    def graduate(self) -> None:
        """Scans the code that the organiser sent; later the badge; others have less luck."""
        hand = self.hand
        hand.picture("home")
        hand.scan(self._cast.in_time)
        hand.picture("welcome")
        token = self._badge("graduate")
        self._clock.pass_minutes(5)
        hand.scan(token)
        hand.picture("already-in")
        if self._cast.too_early:
            hand.scan(self._cast.too_early)
            hand.picture("too-early")
        if self._cast.not_confirmed:
            hand.scan(self._cast.not_confirmed)
            hand.picture("not-confirmed")
        hand.scan(_forged(token))
        hand.picture("forged")
        hand.scan("https://example.com/not-a-badge")
        hand.picture("unknown")
        self._home()

    def walk_up(self, name: str, school: str) -> None:
        """Has no code: registers, is admitted, gets a badge."""
        hand = self.hand
        hand.touch("home.check_in")
        hand.picture("check-in")
        hand.touch("check_in.walk_up")
        hand.type(name)
        hand.picture("walk-up-name")
        hand.touch("walk_up.next")
        hand.picture("walk-up-degree")
        hand.touch("walk_up.degree_master")
        hand.type(school)
        hand.picture("walk-up-school")
        hand.touch_named("北京科技大学")
        if "1" not in hand.names():
            hand.touch("walk_up.next")
        for digit in "0011":
            hand.touch_named(digit)
        hand.picture("walk-up-phone")
        hand.touch("walk_up.next")
        hand.picture("walk-up-consent")
        hand.touch("walk_up.agree")
        hand.picture("walk-up-welcome")
        self._badge("walk-up")
        self._home()

    def visitor(self, text: str, nowhere: str) -> None:
        """Looks for a stall: types, chooses, reads the card, sees the way, plans; then programme, season."""
        hand = self.hand
        hand.touch("home.find")
        hand.picture("find")
        hand.touch_field()
        hand.type(text)
        hand.picture("find-results")
        stall = next(name for name in hand.names() if _STALL.match(name))
        hand.touch_named(stall)
        hand.picture("find-chosen")
        hand.touch("find.open")
        hand.picture("listing")
        hand.touch("card.plan")
        hand.touch("card.way")
        hand.picture("way")
        hand.touch("way.step_free")
        hand.picture("way-step-free")
        self._plan()
        hand.touch("home.find")
        hand.touch_field()
        hand.type(nowhere)
        hand.picture("find-nothing")
        hand.touch("foot.home")
        hand.touch("home.programme")
        hand.picture("programme")
        hand.touch_named(next(name for name in hand.names() if _SESSION.match(name)))
        hand.picture("session")
        hand.touch("foot.back")
        hand.touch("season.season")
        hand.picture("season")
        hand.touch("foot.help")
        hand.picture("help")
        hand.touch("foot.home")

    def _plan(self) -> None:
        """Narrows the list, picks a second stall, and takes the plan along."""
        hand = self.hand
        hand.touch("foot.back")
        hand.touch("foot.back")
        hand.touch("facets.filter")
        hand.picture("find-filter")
        hand.touch("facets.show")
        hand.touch_named(next(name for name in reversed(hand.names()) if _STALL.match(name)))
        hand.touch("find.open")
        hand.touch("card.plan")
        hand.touch("foot.back")
        hand.touch("facets.plan_count", 2)
        hand.picture("plan")
        hand.touch("plan.take")
        hand.picture("plan-code")
        hand.touch("foot.home")

    def staff(self) -> None:
        """Signs in with a PIN, sees what needs doing and every view, finds somebody, reprints the badge."""
        hand = self.hand
        hand.touch("foot.help")
        hand.touch("help.staff")
        hand.picture("staff-pin")
        for digit in "2468":
            hand.touch_named(digit)
        hand.touch("staff.sign_in")
        hand.picture("staff-desk")
        for view in ("printers", "pack", "settings"):
            hand.touch(f"staff.title_{view}")
            hand.picture(f"staff-{view}")
            hand.touch("staff.back_to_desk")
        hand.touch("floor.title")
        hand.picture("staff-floor")
        hand.touch("staff.back_to_desk")
        hand.touch("staff.search")
        hand.touch_field()
        hand.type(self._cast.name)
        hand.picture("staff-search")
        hand.touch_named(self._cast.name)
        hand.picture("staff-chosen")
        hand.touch("staff.act_reprint")
        hand.touch("staff.reason_damaged")
        hand.picture("staff-reprint")
        hand.touch("staff.reprint")
        hand.picture("staff-reprinted")
        self._badge("reprint")
        hand.touch("staff.sign_out")
        hand.picture("home-again")

    def _home(self) -> None:
        self._running.go_home()
        self.hand.rest()

    def _badge(self, name: str) -> str:
        """Wait for the badge that is being printed, keep its PDF, and read back what its QR holds."""
        before = len(self._badges)

        def printed() -> list[Path]:
            return sorted(self._prints.glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)

        self.hand.wait(lambda: len(printed()) > before, f"the badge of {name}")
        self.hand.wait(self._running.printer_rests, "the printer")
        self._badges = printed()
        shutil.copyfile(self._badges[-1], self._out / f"badge-{name}.pdf")
        return self._running.last_token()


def _forged(token: str) -> str:
    """The token with another person in it, and the old signature."""
    decoded = badge.decode(token)
    assert decoded is not None
    real, signature = decoded
    other = replace(real, type=BadgeType.STAFF, attendee=real.attendee ^ 1)
    return badge.encode(other, lambda _message: signature)
