"""Kills processes in the middle of a batch of badges: killed_batch.py FOLDER PEOPLE KILLS SEED

A parent that has imported everything forks one child after the other; each goes on with the batch until it
is killed, at a piece of its work and so many microseconds later as chance will have it; then the parent
brings it to its end. What staff are asked about they answer as somebody would who looks: whether the run's
file is there. Prints a line of JSON: how many were killed, in which pieces, how often staff were asked, and
seconds of the processor that the end took.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.badges.imposition import read_sheets
from kiosk.badges.renderer import Renderer
from kiosk.devices.clock import SystemClock
from kiosk.devices.printers.folder import FolderPrinter
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge import fair_number
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import Order
from kiosk.domain.fair import Delegation, Fair, FairDay, FairKind, Gate, Policy, StaffMember
from kiosk.domain.fairpack import Issue, PackContent
from kiosk.domain.floorplan import FloorPlan, Graph, Level, Zone
from kiosk.domain.key_certificate import KeyRole
from kiosk.domain.words import Words
from kiosk.keys.secrecy import code_hash
from kiosk.keys.signing import KeyRing, SigningKey, certify
from kiosk.pack.pinyin import name_readings
from kiosk.services.gate import Gate as GateService
from kiosk.services.issuing import Issuing
from kiosk.services.printing.batch_values import BatchWish, StepState
from kiosk.services.printing.batch_work import Handed
from kiosk.services.printing.batches import Batches
from kiosk.services.printing.outlet import Outlet
from kiosk.store import catalogue as catalogues
from kiosk.store import catalogue_writer
from kiosk.store.migrations import open_store

RESOURCES = Path(__file__).parents[2] / "resources"
FAIR_ID = "killed-fair"
DAY = date(2026, 11, 28)
KEY, AUTHORITY = SigningKey.from_seed(b"1" * 32), SigningKey.from_seed(b"a" * 32)
PACK_KEY, STORE_KEY = b"k" * 32, b"s" * 32
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏"
GIVEN = "明远志华国强建文秀英丽芳伟娜敏静磊洋艳勇军杰娟涛超霞平刚桂兰玉萍红鑫宇欣怡梓涵子轩浩然诗雨䶮"
ALL = (BadgeType.GRADUATE, BadgeType.EMPLOYER, BadgeType.DELEGATION)
WISH = BatchWish(ALL, Order.STALLS, "a4_4_a6", desk="B", row=50)
LATEST_US = (300, 3_000, 60_000)
"""Handing over takes a moment, drawing longer."""
A_RUN_MOST = 16
PIECES = 10
"""At most so many are begun before a kill, so that none is the last of its batch."""


def content(people: int, seed: int) -> PackContent:
    """A fair of so many people: half of them stand for a stall, some come with a delegation."""
    chance = random.Random(seed)
    attendees = tuple(_attendee(5_000_000 + at, chance) for at in range(people))
    fair = Fair(
        id=FAIR_ID,
        kind=FairKind.DOUBLE_SELECTION,
        name=Words("万人双选会", "Fair of many"),
        venue=Words("馆", "Hall"),
        sample=True,
        days=(FairDay(DAY, 510, 960),),
        slots=(),
        policy=Policy(desk=Words("4 号服务台", "desk 4")),
        gates=(Gate("east", Words("东门", "East gate")),),
        staff=(StaffMember("s1", "陈示例", ""),),
    )
    level = Level("1", Words("1 号馆", "Hall 1"), 40, 40, ((0, 0), (40, 0), (40, 40), (0, 40)))
    zones = tuple(Zone(each, Words(f"{each} 专区", f"Zone {each}"), "1") for each in "ABCD")
    return PackContent(
        fair=fair,
        plan=FloorPlan((level,), zones, (), (), (), Graph((), (), (), ())),
        exhibitors=(),
        sessions=(),
        delegations=tuple(
            Delegation(at, f"第 {at} 团", "", f"{at} 号车", "", 30, None) for at in range(1, 21)
        ),
        attendees=attendees,
        issues=tuple(Issue(each.id, 10**9 + each.id, code_hash(b"x", str(each.id))) for each in attendees),
        search=(),
        authority=AUTHORITY.public,
        certificates=(certify(AUTHORITY, KEY.public, KeyRole.KIOSK, "east", fair_number(FAIR_ID)),),
        readings=name_readings([each.person.name for each in attendees]),
    )


def _attendee(number: int, chance: random.Random) -> Attendee:
    name = chance.choice(SURNAMES) + "".join(chance.choice(GIVEN) for _ in range(chance.choice((1, 2, 2))))
    kind = chance.choice((BadgeType.EMPLOYER, BadgeType.EMPLOYER, BadgeType.GRADUATE, BadgeType.DELEGATION))
    return Attendee(
        id=number,
        type=kind,
        registration=Registration.CONFIRMED,
        person=Person(name, f"示例单位{number % 977}", "软件工程・硕士"),
        stall=f"{chance.choice('ABCD')}{chance.randint(1, 400):03d}" if kind is BadgeType.EMPLOYER else "",
        delegation=chance.randint(1, 20) if kind is BadgeType.DELEGATION else None,
    )


def opened(folder: Path) -> Batches:
    """The batches of the kiosk in a folder."""
    catalogue = catalogues.Catalogue.open(folder / "catalogue.db", PACK_KEY)
    store = open_store(folder / "store.db", STORE_KEY)
    fair, plan, clock = catalogue.fair(), catalogue.plan(), SystemClock()
    issuing = Issuing(store, catalogue, KEY, fair, clock)
    ring = KeyRing(catalogue.authority(), catalogue.certificates())
    gate = GateService(store, catalogue, ring, issuing, fair, "east", clock)
    outlet = Outlet(FolderPrinter(folder / "sheets", "files"), Words("文件", "files"), "a6")
    renderer = Renderer(RESOURCES / "fonts", RESOURCES / "badge_layouts")
    return Batches(gate, issuing, renderer, read_sheets(RESOURCES / "sheet_layouts"), (outlet,), plan.zones)


def work_on(folder: Path, say: Callable[[bytes], None], a_run: int = A_RUN_MOST) -> bool:
    """Order the batch or go on with it; says a letter before each piece. Whether staff were asked."""
    batches = opened(folder)
    book = batches.book
    if not book.lines():
        say(b"o")
        book.order(WISH, "s1")
    line = book.open_batch()
    if line is None:
        return False
    say(b"l")
    work = batches.lay_out(line.wish, book.papers(line.batch, line.wish.desk, line.wish.row))
    while True:
        say(b"i")
        move = book.unsettled(work.batch) or batches.next_run(work, a_run)
        if move is None:
            say(b"f")
            batches.finish(work, "s1")
            return False
        if isinstance(move, Handed):
            say(b"?")
            told = batches.follow(move)
            progress = batches.record(work, move, told)
            if progress.state is StepState.ASKED:
                say(b"a")
                there = (folder / "sheets" / f"{move.fact.job:016x}.pdf").exists()
                batches.answer(work, there, "s1")
            continue
        say(b"d")
        drawn = batches.draw(move)
        say(b"h")
        handed = batches.hand(move, "files")
        say(b"s")
        told = batches.send(handed, drawn)
        say(b"r")
        batches.record(work, handed, told)


def one(folder: Path, chance: random.Random, pieces: int) -> tuple[str, bool]:
    """Fork a child, hear it, kill it; what it said, and whether it was killed."""
    heard, said = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(heard)
        work_on(folder, lambda letter: os.write(said, letter) and None)
        os._exit(0)
    os.close(said)
    letters = ""
    after = chance.randint(1, pieces)
    while letter := os.read(heard, 1):
        letters += letter.decode()
        if len(letters) >= after:
            time.sleep(chance.randint(0, chance.choice(LATEST_US)) / 1e6)  # into the piece that it has begun
            os.kill(process, signal.SIGKILL)
            break
    os.close(heard)
    _, status = os.waitpid(process, 0)
    return letters, os.WIFSIGNALED(status)


def main(folder: Path, people: int, kills: int, seed: int) -> None:
    """Kill so many, then let one come to the end."""
    chance = random.Random(seed)
    (folder / "sheets").mkdir(parents=True)
    catalogue_writer.write(folder / "catalogue.db", PACK_KEY, content(people, seed))
    last: Counter[str] = Counter()
    asked = killed = 0
    while killed < kills:
        letters, was_killed = one(folder, chance, max(PIECES, people // kills // A_RUN_MOST * PIECES))
        asked += letters.count("a")
        killed += was_killed
        last[letters[-1:]] += was_killed
        if not was_killed:
            break
    begun_s = time.process_time()
    ends: list[bytes] = []
    work_on(folder, ends.append, a_run=200)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "killed": killed,
                "in": dict(last),
                "asked": asked + ends.count(b"a"),
                "last_s": round(time.process_time() - begun_s, 1),
                "most_mb": round(usage.ru_maxrss / 1024),
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:5]))
