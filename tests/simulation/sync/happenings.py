"""What people do at a machine of a simulated hall. Few people, gates and stalls, so that they meet."""

from __future__ import annotations

import random
from collections.abc import Callable

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store import bodies, driver
from kiosk.store.ids import as_unsigned
from tests.simulation.sync.node import Node, RainNoted

FAIRS = ("f", "g", "h", "i")
PEOPLE = 6
DAY = 2523


def happen(node: Node, chance: random.Random) -> list[facts.Fact]:
    """Something happens, in one transaction; the facts are acknowledged once this returns."""
    makers = _NEWER if node.version == "newer" else _MAKERS
    make = chance.choice(makers)
    count = 1
    if make is _check_in and chance.random() < 0.02:
        count = chance.randrange(20, 230)
    with node.kiosk.transaction():
        made = [found for _ in range(count) if (found := make(node, chance)) is not None]
        made = [found for found in made if found[0].kind in facts.KINDS]  # of those that this version knows
        return [
            node.kiosk.journal.append(body, now_ms=node.now_ms(), personal=personal)
            for body, personal in made
        ]


Made = tuple[facts.Body, facts.Personal | None]
Maker = Callable[[Node, random.Random], Made | None]


def _fair(chance: random.Random) -> str:
    return chance.choice(FAIRS)


def _person(chance: random.Random) -> int:
    return chance.randrange(PEOPLE) + (1 << 63)


def _check_in(node: Node, chance: random.Random) -> Made:
    verdict = chance.choice(("admit", "admit", "admit", "refuse", "notice"))
    body = facts.CheckIn(
        _fair(chance),
        node.name,
        verdict,
        ("welcome",),
        "badge",
        _person(chance),
        chance.randrange(9),
        1,
        DAY + chance.randrange(2),
        chance.choice(("in", "in", "out")),
        chance.choice(("", "1")),
        unheard_s=chance.choice((None, 0, 90)),
    )
    return body, None


def _some_check_in(node: Node, chance: random.Random) -> tuple[str, bytes, int] | None:
    found = driver.rows(node.kiosk.db, "SELECT fair, origin, seq FROM check_in ORDER BY time DESC LIMIT 20")
    return chance.choice(found) if found else None  # type: ignore[return-value]


def _undone(node: Node, chance: random.Random) -> Made | None:
    found = _some_check_in(node, chance)
    return (facts.CheckInUndone(found[0], found[1].hex(), found[2], "s1"), None) if found else None


def _resolved(node: Node, chance: random.Random) -> Made | None:
    found = [place for _ in range(2) if (place := _some_check_in(node, chance))]
    passages = tuple(sorted({(origin.hex(), seq) for _, origin, seq in found}))
    outcome = chance.choice(facts.DOUBLE_OUTCOMES)
    return (facts.DoubleResolved(_fair(chance), passages, outcome, "s1"), None) if passages else None


def _issued(node: Node, chance: random.Random) -> Made:
    old = tuple(chance.sample(range(8), chance.randrange(3)))
    body = facts.BadgeIssued(
        _fair(chance), chance.randrange(8, 1 << 20), _person(chance), 1, node.key.kid, DAY, old
    )
    return body, None


def _revoked(_node: Node, chance: random.Random) -> Made:
    return facts.BadgeRevoked(_fair(chance), chance.randrange(9), "lost", "s1"), None


def _registered(node: Node, chance: random.Random) -> Made | None:
    fair = _fair(chance)
    if driver.row(node.kiosk.db, "SELECT 1 FROM erasure WHERE fair = ?", (fair,)):
        return None  # nobody registers at a fair that is over
    personal = bodies.personal_for(Person(f"林示{chance.randrange(1000)}"))
    digest = facts.personal_digest(personal)
    return facts.AttendeeRegistered(fair, _person(chance), 1, "1", "4111010001", "本科", digest), personal


def _closed(_node: Node, chance: random.Random) -> Made:
    return facts.StallsClosed(
        _fair(chance), (f"A00{chance.randrange(3)}",), chance.random() < 0.5, "s1"
    ), None


def _moved(_node: Node, chance: random.Random) -> Made:
    return facts.StallMoved(
        _fair(chance), f"A00{chance.randrange(3)}", chance.choice(("", "B001")), "s1"
    ), None


def _paused(_node: Node, chance: random.Random) -> Made:
    return facts.EntryPaused(_fair(chance), chance.choice(("", "k1")), chance.random() < 0.5, "s1"), None


def _barred(_node: Node, chance: random.Random) -> Made:
    return facts.AttendeeBarred(_fair(chance), _person(chance), chance.random() < 0.5, "s1"), None


def _looked_up(_node: Node, chance: random.Random) -> Made:
    return facts.LookupsCounted(_fair(chance), DAY, 3, 2, (("华为", 1),), chance.randrange(2)), None


def _planned(_node: Node, chance: random.Random) -> Made:
    return facts.PlanKept(_fair(chance), _person(chance), (f"A00{chance.randrange(3)}",), ()), None


def _print_requested(node: Node, chance: random.Random) -> Made:
    others = sorted(node.kiosk.journal.origins())
    at = chance.choice(others).hex() if others and chance.random() < 0.7 else ""
    job, badge = chance.randrange(12), chance.randrange(9)
    return facts.PrintRequested(_fair(chance), job, badge, _person(chance), "lost", "s1", at), None


def _some_job(node: Node, chance: random.Random) -> int:
    found = driver.rows(node.kiosk.db, "SELECT job FROM print_job ORDER BY job LIMIT 20")
    return as_unsigned(chance.choice(found)[0]) if found else chance.randrange(12)


def _print_reported(node: Node, chance: random.Random) -> Made:
    state = chance.choice(("requested", "sent", "done", "unknown", "failed"))
    return facts.PrintReported(_some_job(node, chance), state, "p1"), None


def _print_recalled(node: Node, chance: random.Random) -> Made:
    return facts.PrintRecalled(_some_job(node, chance), "s1"), None


def _offered(node: Node, chance: random.Random) -> Made:
    printer = (f"p{chance.randrange(2)}", "打印机", "printer", "东门", "east", "card")
    return facts.PrintersOffered(_fair(chance), node.name, (printer,)), None


def _key_withdrawn(_node: Node, chance: random.Random) -> Made:
    """A badge key's, of no machine of this hall."""
    return facts.KeyWithdrawn(_fair(chance), chance.randrange(3), chance.randrange(5), "s1"), None


def _rain(_node: Node, chance: random.Random) -> Made:
    return RainNoted(_fair(chance), chance.randrange(9)), None  # type: ignore[return-value]


_MAKERS: tuple[Maker, ...] = (
    *(_check_in,) * 8,
    *(_undone,) * 2,
    _resolved,
    *(_issued,) * 2,
    _revoked,
    *(_registered,) * 2,
    _closed,
    _moved,
    _paused,
    _barred,
    _looked_up,
    _planned,
    _print_requested,
    _print_reported,
    _print_recalled,
    _offered,
    _key_withdrawn,
)
_NEWER = (*_MAKERS, _rain, _rain, _rain)
