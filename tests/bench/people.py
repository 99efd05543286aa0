"""How long staff's search takes among many people. Run by hand, two minutes for a million:

    python -m tests.bench.people [ATTENDEES]

Writes a pack of invented people in a temporary folder and says what that took and how large it is. Then a
line a kind of query: median, 99th percentile and most in milliseconds of CPU, and how many people were found.
The same for 500 walk-ups, who are looked through.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from kiosk.domain import facts
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.person_search import Readings
from kiosk.pack.pinyin import name_readings
from kiosk.store import bodies
from kiosk.store.catalogue import Catalogue
from kiosk.store.catalogue_writer import write
from kiosk.store.migrations import open_store
from kiosk.store.walk_ups import search_walk_ups
from tests.bench.million import KEY, base

PARTS = Path(__file__).parents[2] / "resources" / "sample_fairs" / "data" / "names.toml"
SCHOOLS = Path(__file__).parents[2] / "resources" / "lists" / "beijing_universities_2025_92.csv"
QUERIES = 100
FOUND = 20
WALK_UPS = 500


def people(count: int) -> tuple[Attendee, ...]:
    """Graduates with names as common as they are: surnames by their frequency, one or two characters more."""
    parts = tomllib.loads(PARTS.read_text(encoding="utf-8"))
    schools = [line.split(",")[1] for line in SCHOOLS.read_text(encoding="utf-8").splitlines()[1:]]
    chance = random.Random(20261128)
    surnames, given = parts["surnames"], parts["given"]
    found = []
    for number in range(count):
        surname = surnames[int(chance.random() * chance.random() * len(surnames))]
        name = surname + "".join(chance.sample(given, chance.choice((1, 2, 2, 2))))
        school = schools[int(chance.random() * chance.random() * len(schools))]
        phone = f"1300000{chance.randrange(10_000):04d}"
        person = Person(name, school, "软件工程・硕士", f"2019{number:08d}", phone)
        found.append(Attendee(chance.getrandbits(64), BadgeType.GRADUATE, Registration.CONFIRMED, person))
    return tuple(found)


def queries(who: tuple[Attendee, ...], readings: Readings) -> dict[str, list[str]]:
    """What staff may type, by kind; each of somebody who is there, but the last."""
    chance = random.Random(5)
    kinds: dict[str, Callable[[Person, list[str]], str]] = {
        "name": lambda each, _: each.name,
        "surname": lambda each, _: each.name[0],
        "given name": lambda each, _: each.name[1:],
        "pinyin": lambda _, read: "".join(read),
        "surname's pinyin": lambda _, read: read[0],
        "begun pinyin": lambda _, read: read[0] + read[1][0],
        "initials": lambda _, read: "".join(each[0] for each in read),
        "a letter": lambda _, read: read[0][0],
        "phone": lambda each, _: each.phone_tail,
        "student number": lambda each, _: each.student_number,
        "pinyin, phone": lambda each, read: f"{read[0]} {each.phone_tail}",
        "surname, school": lambda each, _: f"{each.name[0]} {each.organisation[:4]}",
        "pinyin, school": lambda each, read: f"{read[0]} {each.organisation[:4]}",
        "letter, school": lambda each, read: f"{read[0][0]} {each.organisation[:2]}",
        "surname, number": lambda each, _: f"{each.name[0]} {each.student_number[:8]}",
        "nobody": lambda _, read: f"{read[0]}xq {read[1]}",
    }
    asked: dict[str, list[str]] = {kind: [] for kind in kinds}
    for each in chance.sample(who, QUERIES):
        read = [readings[character][0] for character in each.person.name]
        for kind, typed in kinds.items():
            asked[kind].append(typed(each.person, read))
    return asked


def measure(kind: str, asked: list[str], search: Callable[[str], tuple[Attendee, ...]]) -> str:
    """A line of the table."""
    took_ms, found = [], 0
    for text in asked:
        start = time.process_time()
        found += len(search(text))
        took_ms.append((time.process_time() - start) * 1e3)
    took_ms.sort()
    middle, last = took_ms[len(took_ms) // 2], took_ms[len(took_ms) * 99 // 100 - 1]
    return f"{kind:<18} {middle:>8.2f} {last:>8.2f} {took_ms[-1]:>8.2f} {found / len(asked):>7.1f}"


def lines(count: int, folder: Path) -> Iterator[str]:
    """The whole report."""
    who = people(count)
    rows = name_readings(each.person.name for each in who)
    path = folder / "pack.db"
    start = time.process_time()
    write(path, KEY, replace(base(), attendees=who, issues=(), readings=rows))
    took_s = time.process_time() - start
    yield f"{count:,} people: written in {took_s:.1f} s of CPU, {path.stat().st_size / 1e6:.1f} MB"
    yield f"readings of {len(rows):,} characters: {sum(len(a.encode()) + len(b) for a, b in rows):,} bytes"
    yield f"{'typed':<18} {'median':>8} {'p99':>8} {'most':>8} {'found':>7}"
    catalogue = Catalogue.open(path, KEY)
    readings = catalogue.readings()
    for kind, asked in queries(who, readings).items():
        yield measure(kind, asked, lambda text: catalogue.search_attendees(text, FOUND))
    store = open_store(folder / "store.db", KEY)
    with store.transaction():
        for each in who[:WALK_UPS]:
            personal = bodies.personal_for(each.person)
            digest = facts.personal_digest(personal)
            body = facts.AttendeeRegistered("f", each.id, 1, "1", "", "", digest)
            store.journal.append(body, now_ms=1_795_838_400_000, personal=personal)
    walk_ups = queries(who[:WALK_UPS], readings)["pinyin"]
    yield measure(
        f"{WALK_UPS} walk-ups",
        walk_ups,
        lambda text: search_walk_ups(store.db, text, fair="f", readings=readings),
    )
    store.close()
    catalogue.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for line in lines(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, Path(place)):
            print(line, flush=True)
