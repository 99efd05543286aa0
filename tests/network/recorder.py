"""A kiosk at work without a window: recorder.py STATE SEED PACE_S, a process of its own that may be killed.

It does what a day brings, with chance, through the real services, and prints a line a transaction once it is
committed: `ack ORIGIN SEQ HASH` (hex), its own last fact. `ready` comes first. It ends when its standard
input does.
"""

from __future__ import annotations

import random
import select
import sys
from pathlib import Path

from kiosk.app import OpenKiosk, State, open_kiosk, provider
from kiosk.config import read
from kiosk.services.values import WalkUpForm
from kiosk.store import attendance, driver

STAFF = "s1"
_LAST = "SELECT seq, hash FROM fact WHERE origin = ? ORDER BY seq DESC LIMIT 1"


class Recorder:
    """Does things, and says what is on disk."""

    def __init__(self, kiosk: OpenKiosk, codes: list[str], seed: int) -> None:
        self.kiosk = kiosk
        self.codes = codes
        self.chance = random.Random(seed)
        self.said = 0
        self.number = 0
        self.stalls = [each.number for each in kiosk.catalogue.plan().stalls]
        self.deeds = (
            (self.scan, 60),
            (self.walk_up, 12),
            (self.override, 6),
            (self.undo, 6),
            (self.reissue, 6),
            (self.stall, 5),
            (self.bar, 3),
            (self.pause, 2),
        )

    def act(self) -> None:
        """One thing that happens; nothing where it cannot just now."""
        deeds, weights = zip(*self.deeds, strict=True)
        self.chance.choices(deeds, weights)[0]()
        self.say()

    def say(self) -> None:
        """What is committed."""
        store = self.kiosk.store
        found = driver.row(store.db, _LAST, (store.origin,))
        if found is not None and found[0] != self.said:
            self.said = found[0]
            print("ack", store.origin.hex(), found[0], found[1].hex(), flush=True)

    def scan(self) -> None:
        """Somebody comes: few people and many kiosks, so that many are admitted twice."""
        self.kiosk.services.gate.scan(self.chance.choice(self.codes))

    def walk_up(self) -> None:
        """Somebody registers."""
        self.number += 1
        name = f"走{self.chance.randrange(10**6)}"
        form = WalkUpForm(name, "4111010008", "北京科技大学", "硕士", "", consent=True)
        assert self.kiosk.services.badge_desk.register(form).admission is not None

    def somebody(self) -> int | None:
        """Anybody whom the pack knows."""
        claim = self.kiosk.services.gate.claim(self.chance.choice(self.codes))
        person = self.kiosk.services.gate.person(claim)
        return person.id if person else None

    def override(self) -> None:
        """Staff let somebody in."""
        person = self.somebody()
        if person is not None:
            self.kiosk.services.corrections.override(person, "known", STAFF)

    def undo(self) -> None:
        """Staff take back a check-in, of any kiosk's."""
        gate = self.kiosk.services.gate
        recent = attendance.recent_checkins(gate.store.db, gate.fair.id, 30)
        passages = [each for each in recent if each.passage and not each.undone]
        if passages:
            chosen = self.chance.choice(passages)
            self.kiosk.services.corrections.undo(chosen.origin.hex(), chosen.seq, STAFF)

    def reissue(self) -> None:
        """A badge was lost; two kiosks may give a new one each."""
        person = self.somebody()
        if person is not None:
            self.kiosk.services.badge_desk.reissue(person, "lost", STAFF)

    def stall(self) -> None:
        """A stall is closed or opened."""
        floor, stall = self.kiosk.services.floor, self.chance.choice(self.stalls)
        (floor.close_stalls if self.chance.random() < 0.6 else floor.open_stalls)([stall], STAFF)

    def bar(self) -> None:
        """Somebody is kept out, or let in again."""
        person = self.somebody()
        if person is not None:
            self.kiosk.services.corrections.bar(person, self.chance.random() < 0.5, STAFF)

    def pause(self) -> None:
        """Entry is paused, and soon opened again."""
        self.kiosk.services.gate.set_paused(self.chance.random() < 0.3, STAFF)


def stopped(wait_s: float) -> bool:
    """Whether standard input has ended; waits so long for it."""
    return bool(select.select([sys.stdin], [], [], wait_s)[0]) and not sys.stdin.buffer.read1(1)


def main(state: State, seed: int, pace_s: float) -> None:
    """Record until told to stop."""
    settings = read(state.config)
    kiosk = open_kiosk(settings, state, provider(settings, state, str))
    codes = (state.folder / "codes.txt").read_text(encoding="utf-8").split()
    recorder = Recorder(kiosk, codes, seed)
    recorder.say()
    print("ready", flush=True)
    while not stopped(recorder.chance.expovariate(1 / pace_s)):
        recorder.act()
    kiosk.close()


if __name__ == "__main__":
    main(State(Path(sys.argv[1])), int(sys.argv[2]), float(sys.argv[3]))
