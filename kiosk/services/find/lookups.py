"""What was looked up and not found is counted without persons, so that the organiser knows what people miss.

Whatever is typed may be somebody's own words. So a text waits in this kiosk's store alone until several
visits have looked it up; only then does it become part of a fact. At the end of the day the rest is counted
and its words are forgotten. Some texts are never kept, only counted: see `kept`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.fair import BEIJING, day_number, minute_of_day
from kiosk.domain.person_search import name_key
from kiosk.domain.search import normalise
from kiosk.store import lookups as store
from kiosk.store.walk_ups import search_walk_ups

if TYPE_CHECKING:
    from kiosk.services.gate import Gate

LONGEST = 20
"""Characters of a text that are kept."""
DIGITS_MOST = 4
"""A text with more is no stall's number: it may be a phone's, a student's or an identity number."""
VISITS_LEAST = 3
"""Visits that looked a text up before it becomes a fact."""
EVERY = timedelta(minutes=15)
"""Between two facts of one day."""
ONE_VISIT = timedelta(minutes=5)
"""A text that is looked up again within this time is the same visitor's."""
_WORDS_MOST = 6
TERMS_MOST = 2_000
"""Texts that wait for one day; what comes after them is counted without its words."""
TOLD_MOST = 200
"""Texts in one fact."""
UNKEPT = " "
"""Stands for every text that is not kept: no normalised text is this one."""

_NUMERALS = "〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖拾"
_GAPS = re.compile(r"(?<![a-z0-9]) | (?![a-z0-9])")
"""Spaces that part no Latin words."""
_ADDRESS = re.compile(r"[@＠]|://|\bwww\b|\b[a-z0-9-]+\.(?:com|cn|net|org|edu|gov|io|top|xyz)\b")


def kept(text: str) -> str:
    """A text as it may be kept, or UNKEPT: no numbers of five digits or more, no addresses, 20 characters.

    >>> kept("  Hua-Wei "), kept("海上 风电")
    ('hua wei', '海上风电')
    >>> kept("138 0013 8000") == kept("a@b.cn") == UNKEPT
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    digits = sum(each.isdigit() or each in _NUMERALS for each in folded)
    term = _GAPS.sub("", " ".join(normalise(text)))[:LONGEST].strip()
    if not term or digits > DIGITS_MOST or _ADDRESS.search(folded):
        return UNKEPT
    return term if term.isprintable() else UNKEPT


@dataclass(slots=True)
class Lookups:
    """All calls come from the thread that owns the store."""

    gate: Gate
    _counted: datetime | None = field(init=False, default=None)
    _recent: dict[str, datetime] = field(init=False, default_factory=dict)

    def tell(self, looked_up: Mapping[str, bool]) -> None:
        """What was looked up when a text was cleared or a visit ended, and whether each was found.

        Nothing of who did, and nothing that is somebody's name, number or address, reaches the disk.
        """
        if not looked_up:
            return
        now = self.gate.clock.now()
        self._recent = {term: at for term, at in self._recent.items() if now - at < ONE_VISIT}
        terms = {self._kept(text) for text, found in looked_up.items() if not found}
        missed = {term for term in terms if term == UNKEPT or term not in self._recent}
        self._recent |= dict.fromkeys(missed - {UNKEPT}, now)
        found = sum(looked_up.values())
        if missed or found:
            db, fair, today = self.gate.store.db, self.gate.fair.id, self.gate.today()
            waiting = {term for day in store.waiting(db, fair) if day.day == today for term, _ in day.missed}
            if len(waiting) >= TERMS_MOST:
                missed = {term if term in waiting else UNKEPT for term in missed}
            with self.gate.store.transaction():
                store.note(db, fair, today, found=found, missed=missed)
        self.count_due()

    def count_due(self) -> None:
        """Record what is due: of a day that is over all of it, of today every quarter of an hour.

        Costs one small reading where nothing is due, so it may be called at any time.
        """
        now = self.gate.clock.now()
        if self._counted is None:
            self._counted = now
        for waiting in store.waiting(self.gate.store.db, self.gate.fair.id):
            over = self._over(waiting.day, now)
            if over or now - self._counted >= EVERY:
                self._count(waiting, over=over)
        if now - self._counted >= EVERY:
            self._counted = now

    def _count(self, waiting: store.Waiting, *, over: bool) -> None:
        """One fact of what waits for a day. What few looked up waits on, or is counted without its words."""
        db, fair = self.gate.store.db, self.gate.fair.id
        told = {term for day in store.lookups(db, fair) if day.day == waiting.day for term, _ in day.missed}
        missed = [each for each in waiting.missed if each[0] != UNKEPT]
        common = tuple(each for each in missed if each[1] >= VISITS_LEAST or each[0] in told)[:TOLD_MOST]
        terms = {term for term, _ in common}
        rest = [each for each in waiting.missed if each[0] not in terms]
        rare = [each for each in rest if over or each[0] == UNKEPT]
        if not (waiting.lookups or common or rare):
            return
        body = facts.LookupsCounted(
            fair=fair,
            day=day_number(waiting.day),
            lookups=waiting.lookups,
            found=waiting.found,
            missed=common,
            rare=sum(visits for _, visits in rare),
        )
        with self.gate.store.transaction():
            self.gate.store.journal.append(body, now_ms=self.gate.clock.now_ms())
            store.clear(db, fair, waiting.day, None if over else (*terms, UNKEPT))

    def _over(self, day: date, now: datetime) -> bool:
        today = now.astimezone(BEIJING).date()
        hours = self.gate.fair.day(day)
        closed = hours is not None and day == today and minute_of_day(now) >= hours.closes_min
        return day < today or closed

    def _kept(self, text: str) -> str:
        """As `kept`, and nothing that holds somebody's whole name."""
        term = kept(text)
        if term == UNKEPT:
            return term
        words = normalise(text)[:_WORDS_MOST]
        spans = [(first, last) for first in range(len(words)) for last in range(first + 1, len(words) + 1)]
        runs = {text, *("".join(words[first:last]) for first, last in spans)}
        named = any(self._is_booked(each) for each in (*runs, *_within(term)))
        return UNKEPT if named or any(self._is_walk_up(each) for each in runs) else term

    def _is_booked(self, text: str) -> bool:
        return bool(self.gate.catalogue.attendees_by_name(text))

    def _is_walk_up(self, text: str) -> bool:
        key, fair = name_key(text), self.gate.fair.id
        found = search_walk_ups(self.gate.store.db, text, fair=fair, limit=1)
        return any(name_key(each.person.name) == key for each in found)


def _within(term: str) -> set[str]:
    """Parts of a term that may be a name of three hanzi or more; of two, any word may be somebody's."""
    return {term[at : at + size] for size in (3, 4) for at in range(len(term) - size + 1)}
