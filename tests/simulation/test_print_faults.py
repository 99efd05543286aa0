"""Badges under faults: printers fail in every way at random, and the kiosk is killed between any two steps.

At the end every request has come out exactly once, or is visibly unknown or failed; none is lost, and none
has come out twice without staff's word.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.badges.reading import picture_read
from kiosk.domain import badge
from kiosk.domain.fairpack import Issue
from kiosk.domain.printing import PrintState
from kiosk.keys.secrecy import code_hash
from kiosk.store import attendance, catalogue_writer, prints
from kiosk.store.migrations import Store, open_store
from tests.devices.printers.label_listener import Fault, LabelListener
from tests.fakes.wire_printer import FAULTS, Server, WirePrinter
from tests.services.conftest import FAIR_ID, attendee, content
from tests.simulation.print_kiosk import SPOILT, Orders

JOBS = int(os.environ.get("FAIR_KIOSK_PRINTS", "1000" if os.environ.get("FAIR_KIOSK_LONG") else "60"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
CHECKOUT = Path(__file__).parents[2]
PROCESS = Path(__file__).with_name("print_kiosk.py")
BOUNDARIES = (20, 260)
"""The kiosk lives for so many steps between two kills."""
FAULTS_A_STEP = 0.08
LASTS_S = (0.01, 0.6)
LASTS_LONG_S = 2.5
"""Long enough for the queue's clocks, which run 40 times as fast."""
LABEL_FAULTS = (*Fault, "gone", "power_off", "hang", "close", "dribble")
FOLDER_FAULTS = ("disk_full", "folder_missing")


@dataclass
class Shop:
    """The printers of one kiosk, what is wrong with them, and what came out of them."""

    folder: Path
    chance: random.Random
    wire: WirePrinter = field(default_factory=WirePrinter)
    zpl: LabelListener = field(default_factory=lambda: LabelListener("zpl"))
    tspl: LabelListener = field(default_factory=lambda: LabelListener("tspl", model="TE210"))
    wrong: dict[str, tuple[str, float]] = field(default_factory=dict)
    """The fault of each printer that has one, and until when it lasts."""
    happened: Counter[str] = field(default_factory=Counter)
    _read: dict[str, list[str]] = field(default_factory=lambda: {"zpl": [], "tspl": []})
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.wire.copies = self.copies

    def copies(self, token: str) -> int:
        """How often a badge came out, of any printer."""
        with self._lock:
            labels = [each for name in ("zpl", "tspl") for each in self._labels(name)]
        sheets = [each.read_bytes().split()[1].decode() for each in self.folder.glob("*.pdf")]
        return self.wire.came_out[token] + labels.count(token) + sheets.count(token)

    def _labels(self, name: str) -> list[str]:
        """The tokens of all labels that came out of a printer, read from their pictures."""
        listener, read = getattr(self, name), self._read[name]
        for label in listener.labels(203)[len(read) :] if len(listener.printed) > len(read) else []:
            row_bytes = (label.width_px + 7) // 8
            picture = Image.frombytes(
                "1", (label.width_px, label.height_px), label.data, "raw", "1;I", row_bytes
            )
            (token,) = picture_read(picture.convert("L"))
            read.append(token)
        return read

    def step(self) -> None:
        """The kiosk has done something: perhaps something goes wrong now."""
        if self.chance.random() < FAULTS_A_STEP:
            name = self.chance.choice(("wire", "wire", "zpl", "tspl", "folder"))
            if name not in self.wrong:
                self.strike(name)

    def strike(self, name: str) -> None:
        """A fault of a printer begins."""
        kinds: tuple[str, ...] = {"wire": FAULTS, "folder": FOLDER_FAULTS}.get(name, LABEL_FAULTS)
        fault = self.chance.choice(kinds)
        lasts_s = self.chance.uniform(*LASTS_S) if self.chance.random() < 0.9 else LASTS_LONG_S
        with self._lock:
            self.happened[f"{name} {fault}"] += 1
            getattr(self, f"_{name}_fault")(fault, True)
            self.wrong[name] = (fault, time.monotonic() + lasts_s)

    def mend(self, *, all_of_them: bool = False) -> None:
        """What has lasted long enough is over."""
        with self._lock:
            for name, (fault, until_s) in list(self.wrong.items()):
                if all_of_them or time.monotonic() >= until_s:
                    getattr(self, f"_{name}_fault")(fault, False)
                    del self.wrong[name]

    def _wire_fault(self, fault: str, begins: bool) -> None:
        if begins:
            self.wire.faults.add(fault)
        else:
            self.wire.mend(fault)

    def _folder_fault(self, fault: str, begins: bool) -> None:
        if fault == "disk_full":
            full = self.folder.parent / "full"
            full.touch() if begins else full.unlink()
        else:
            aside = self.folder.with_name("unplugged")
            self.folder.rename(aside) if begins else aside.rename(self.folder)

    def _zpl_fault(self, fault: str, begins: bool) -> None:
        self._label_fault(self.zpl, fault, begins)

    def _tspl_fault(self, fault: str, begins: bool) -> None:
        self._label_fault(self.tspl, fault, begins)

    def _label_fault(self, printer: LabelListener, fault: str, begins: bool) -> None:
        if not begins:
            printer.well()
            printer.power_on()
            printer.mend()
        elif fault == "gone":
            printer.refuse()
        elif fault == "power_off":
            printer.power_off()
        elif fault == "hang":
            printer.hang_at(self.chance.randrange(5000))
        elif fault == "close":
            printer.close_at(self.chance.randrange(5000))
        elif fault == "dribble":
            printer.dribble(700, 0.002)
        else:
            printer.fault(Fault(fault))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    folder = tmp_path / "prints"
    folder.mkdir()
    with ExitStack() as stack:
        made = Shop(folder, random.Random(SEED))
        stack.enter_context(made.zpl)
        stack.enter_context(made.tspl)
        ended = threading.Event()

        def keep_mending() -> None:
            while not ended.wait(0.01):
                made.mend()

        mender = threading.Thread(target=keep_mending)
        mender.start()
        yield made
        ended.set()
        mender.join(10)


@pytest.fixture
def port(shop: Shop) -> Iterator[int]:
    server = Server(shop.wire)
    yield server.port
    server.close()


def make_fair(folder: Path, people: int) -> None:
    """A pack with so many people, each with a badge of their own, and an empty store."""
    names = [f"{SPOILT}码{at}" if at % 50 == 7 else f"林{at}远" for at in range(1, people + 1)]
    attendees = tuple(attendee(at, name) for at, name in enumerate(names, 1))
    issues = tuple(
        Issue(each.id, 1_000_000 + each.id, code_hash(FAIR_ID.encode(), f"{each.id:026d}"))
        for each in attendees
    )
    made = replace(content(), attendees=attendees, issues=issues, readings={})
    catalogue_writer.write(folder / "catalogue.db", b"k" * 32, made)
    open_store(folder / "store.db", b"s" * 32).close()


def run_kiosk(orders: Orders, shop: Shop, step: Callable[[], None]) -> bool:
    """One life of a kiosk; whether it came to its end by itself."""
    with subprocess.Popen(
        [sys.executable, str(PROCESS), json.dumps(asdict(orders))],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        shop.wire.pid = process.pid
        done = False
        for line in process.stdout:
            done = line == "done\n"
            step()
    assert process.returncode == (0 if done else -signal.SIGKILL)
    return done


def live(folder: Path, port: int, shop: Shop, *, write_ahead: bool = True) -> int:
    """Lives of a kiosk, until all is printed. How often it was killed."""
    kills = 0
    while True:
        orders = Orders(
            *(str(folder / each) for each in ("store.db", "catalogue.db", "prints")),
            *(port, shop.zpl.port, shop.tspl.port),
            seed=SEED * 1000 + kills,
            kill_at=shop.chance.randint(*BOUNDARIES),
            write_ahead=write_ahead,
        )
        if run_kiosk(orders, shop, shop.step):
            return kills
        kills += 1


@dataclass
class Findings:
    """What the store and the printers say at the end."""

    states: Counter[str] = field(default_factory=Counter)
    open: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def examine(store: Store, shop: Shop, people: int) -> Findings:
    """Compare every request with what came out of the printers."""
    found = Findings()
    copies = Counter(shop.wire.came_out)
    copies.update(token for name in ("zpl", "tspl") for token in shop._labels(name))
    copies.update(each.read_bytes().split()[1].decode() for each in shop.folder.glob("*.pdf"))
    by_person: Counter[int] = Counter()
    for token, count in copies.items():
        decoded = badge.decode(token)
        assert decoded is not None
        by_person[decoded[0].attendee] += count
    for person in range(1, people + 1):
        jobs = prints.prints_of_attendee(store.db, person, fair=FAIR_ID)
        judge(person, jobs, by_person[person], found)
    return found


def judge(person: int, jobs: tuple[attendance.PrintRecord, ...], came_out: int, found: Findings) -> None:
    """One person's badge: each job of it comes out once at most, unless staff have said that it did not."""
    states = Counter(each.state for each in jobs)
    found.states.update(states)
    said_no = sum(each.problem == "not_come_out" and each.reported_by == "s1" for each in jobs)
    on_the_way = states[PrintState.REQUESTED] + states[PrintState.RENDERED]
    on_the_way += sum(each.state == PrintState.SENT and bool(each.reference) for each in jobs)
    if not jobs or on_the_way:
        found.open.append(f"{person}: {states}")
    sure = states[PrintState.CONFIRMED]
    perhaps = states[PrintState.UNKNOWN] + states[PrintState.SENT] + said_no
    if came_out > sure + perhaps:
        found.twice.append(f"{person}: {came_out} came out, {[(each.state, each.problem) for each in jobs]}")
    if came_out < sure:
        found.missing.append(
            f"{person}: {came_out} came out, {[(each.state, each.problem) for each in jobs]}"
        )


def test_every_badge_comes_out_once_or_is_asked_about(tmp_path: Path, shop: Shop, port: int) -> None:
    make_fair(tmp_path, JOBS)
    kills = live(tmp_path, port, shop)
    shop.mend(all_of_them=True)
    store = open_store(tmp_path / "store.db", b"s" * 32)
    try:
        assert store.journal.verify() == ()
        found = examine(store, shop, JOBS)
    finally:
        store.close()
    print(f"{JOBS} badges, {kills} kills, {sum(shop.happened.values())} faults: {dict(found.states)}")
    print(dict(sorted(shop.happened.items())))
    assert found.open == []
    assert found.twice == []
    assert found.missing == []
    assert found.states["confirmed"] > JOBS * 0.8


def test_without_the_fact_before_it_a_badge_comes_out_twice(tmp_path: Path, shop: Shop, port: int) -> None:
    """The simulation can see it: the same, with that fact left out on purpose."""
    make_fair(tmp_path, 6)
    crashes = iter([True] * 3)

    def step() -> None:
        if not shop.wire.faults and next(crashes, False):
            shop.wire.faults.add("crash_after")

    orders: Any = Orders(
        *(str(tmp_path / each) for each in ("store.db", "catalogue.db", "prints")),
        *(port, 1, 1),
        seed=1,
        kill_at=-1,
        first="wire",
        write_ahead=False,
    )
    while not run_kiosk(orders, shop, step):
        pass
    store = open_store(tmp_path / "store.db", b"s" * 32)
    try:
        assert len(examine(store, shop, 6).twice) > 0
    finally:
        store.close()
