"""Machines that ask a hub to be let in: what they said, what stands on their screens, what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.store import driver

if TYPE_CHECKING:
    from kiosk.store.driver import Database

_COLUMNS = "request, code, name, asked_ms, content, answer"


@dataclass(frozen=True, slots=True)
class JoiningRecord:
    """One request."""

    request: str
    """32 hex digits that name it."""
    code: str
    """The digits that stand on its screen as well."""
    name: str
    asked_ms: int
    """When, by this machine's own clock; milliseconds since 1970."""
    content: bytes
    """What was said, as the room that speaks wrote it down."""
    answer: bytes | None = None
    """None while it waits, nothing where it was refused."""


def keep(db: Database, record: JoiningRecord) -> None:
    """Keep a request; one that is known stays as it is. Inside a transaction."""
    assert driver.in_transaction(db), "a request is kept in a transaction"
    db.conn.execute(
        f"INSERT INTO joining ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",  # noqa: S608
        (record.request, record.code, record.name, record.asked_ms, record.content, record.answer),
    )


def answer(db: Database, request: str, data: bytes) -> None:
    """Note what a request was answered; nothing: it was refused. Inside a transaction."""
    assert driver.in_transaction(db), "an answer is kept with what it is made of"
    db.conn.execute("UPDATE joining SET answer = ? WHERE request = ?", (data, request))


def find(db: Database, request: str) -> JoiningRecord | None:
    """One request."""
    found = driver.row(db, f"SELECT {_COLUMNS} FROM joining WHERE request = ?", (request,))  # noqa: S608
    return JoiningRecord(*found) if found else None


def waiting(db: Database) -> tuple[JoiningRecord, ...]:
    """Those that nobody has answered, the oldest first."""
    found = driver.rows(
        db,
        f"SELECT {_COLUMNS} FROM joining WHERE answer IS NULL ORDER BY asked_ms, request",  # noqa: S608
    )
    return tuple(JoiningRecord(*row) for row in found)


def answered(db: Database) -> tuple[JoiningRecord, ...]:
    """Those that were answered, the oldest first."""
    found = driver.rows(
        db,
        f"SELECT {_COLUMNS} FROM joining WHERE answer IS NOT NULL ORDER BY asked_ms, request",  # noqa: S608
    )
    return tuple(JoiningRecord(*row) for row in found)


def forget(db: Database, requests: tuple[str, ...]) -> None:
    """Requests that nobody will answer or fetch any more. Inside a transaction."""
    db.conn.executemany("DELETE FROM joining WHERE request = ?", [(each,) for each in requests])
