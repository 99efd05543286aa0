"""Facts: what happened, recorded by one kiosk, never changed or deleted (design.md section 5).

The chained bytes of a fact are its header and its body as stored; whoever stores or carries a fact keeps
those bytes, so no reader has to encode them the same way again. Personal fields lie beside the fact; the body
holds SHA-256(16-byte salt + them).
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from typing import ClassVar

_HEADER = struct.Struct(">16sQQ")
GENESIS = bytes(32)
"""Previous hash of an origin's first fact."""
SALT_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `origin` is 16 random bytes (a kiosk's incarnation), `seq` counts from 1 without a gap.

    `time` is a hybrid logical clock: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16.
    """

    origin: bytes
    seq: int
    time: int
    kind: str
    body: bytes
    previous: bytes
    hash: bytes

    @property
    def time_ms(self) -> int:
        """Physical part of the fact's time, milliseconds since 1970."""
        return self.time >> 16


@dataclass(frozen=True, slots=True)
class Personal:
    """The personal fields of one fact, stored and carried apart from it."""

    salt: bytes
    fields: bytes


def fact_hash(*, origin: bytes, seq: int, time: int, kind: str, body: bytes, previous: bytes) -> bytes:
    """SHA-256 over tag, header, kind and body (each with its length) and the previous hash."""
    name = kind.encode()
    return hashlib.sha256(
        b"fair-fact-v1\0"
        + _HEADER.pack(origin, seq, time)
        + struct.pack(">I", len(name))
        + name
        + struct.pack(">I", len(body))
        + body
        + previous
    ).digest()


def next_time(last: int, now_ms: int) -> int:
    """The hybrid clock's next reading: never back, never the same twice.

    >>> next_time(5 << 16, 4) == (5 << 16) + 1
    True
    """
    return max(last + 1, now_ms << 16)


def personal_digest(personal: Personal) -> str:
    """What a fact's body holds in place of personal fields: hex of SHA-256(salt + fields)."""
    return hashlib.sha256(personal.salt + personal.fields).hexdigest()


# --- bodies: one frozen dataclass a kind -----------------------------------------------------------------
# Field names and kinds stand in journals for ever. A new field gets a default; nothing is renamed.


@dataclass(frozen=True, slots=True)
class PackInstalled:
    """A fair pack was installed here."""

    kind: ClassVar[str] = "pack_installed"
    fair: str
    version: int
    content_sha256: str


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One decision at a gate; refused attempts are facts as well."""

    kind: ClassVar[str] = "check_in"
    fair: str
    gate: str
    verdict: str
    reasons: tuple[str, ...]
    claim: str
    """badge, code or student."""
    attendee: int | None = None
    badge: int | None = None
    badge_type: int | None = None
    day: int | None = None
    """The day it was decided for, as badge tokens count days. The fact's time only goes forward: after a
    clock that was once ahead it names another day."""
    direction: str = "in"
    """in or out."""
    hall: str = ""
    """The hall behind the gate; nothing where the venue is not divided."""
    session: str = ""
    """The session whose door it was; then nobody went in or out of the fair itself."""
    stall: str = ""
    """Whom the person stands for, of those who host a stall."""
    by: str = ""
    """Id of the staff member who let the person in against the decision, or nothing."""
    why: str = ""
    """Then a code of OVERRIDES."""
    group: int = 0
    """A random id that people who were admitted together share; 0 for one alone."""
    unheard_s: int | None = None
    """What the gate knew of the others: seconds since it had word of all of them; None where it had of
    none."""


@dataclass(frozen=True, slots=True)
class CheckInUndone:
    """Staff took a check-in back: it counts nowhere. Named by its place in a journal."""

    kind: ClassVar[str] = "check_in_undone"
    fair: str
    origin: str
    """Hex."""
    seq: int
    by: str


@dataclass(frozen=True, slots=True)
class DoubleResolved:
    """Staff looked at somebody who was admitted more than once, and say how it was."""

    kind: ClassVar[str] = "double_resolved"
    fair: str
    passages: tuple[tuple[str, int], ...]
    """Origin (hex) and sequence of every passage that they saw; one that is heard of later is asked about
    again."""
    outcome: str
    """One of DOUBLE_OUTCOMES."""
    by: str


@dataclass(frozen=True, slots=True)
class AttendeeRegistered:
    """A walk-up registered at a kiosk. Person is personal; `personal` is its digest."""

    kind: ClassVar[str] = "attendee_registered"
    fair: str
    attendee: int
    badge_type: int
    consent_version: str
    school_code: str
    degree: str
    personal: str


@dataclass(frozen=True, slots=True)
class BadgeIssued:
    """A badge was issued (or reissued, then `replaces` names the older ones)."""

    kind: ClassVar[str] = "badge_issued"
    fair: str
    badge: int
    attendee: int
    badge_type: int
    kid: int
    last_valid_day: int
    replaces: tuple[int, ...] = ()
    by: str = ""
    """Id of the staff member; nothing at self-service."""


@dataclass(frozen=True, slots=True)
class BadgeRevoked:
    """A badge is valid no more."""

    kind: ClassVar[str] = "badge_revoked"
    fair: str
    badge: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class EntryPaused:
    """Entry was paused or opened again; `gate` empty means all gates."""

    kind: ClassVar[str] = "entry_paused"
    fair: str
    gate: str
    paused: bool
    by: str


@dataclass(frozen=True, slots=True)
class PrintRequested:
    """A badge is to be printed; `job` is random, unsigned 64 bits, and printed once."""

    kind: ClassVar[str] = "print_requested"
    fair: str
    job: int
    badge: int
    attendee: int
    reason: str
    by: str = ""
    at: str = ""
    """Hex of the origin whose printer is to print it; nothing: the one that asks."""


@dataclass(frozen=True, slots=True)
class PrintRecalled:
    """Who asked for a print at another kiosk's printer wants it no more; that kiosk says whether it came
    out."""

    kind: ClassVar[str] = "print_recalled"
    job: int
    by: str


@dataclass(frozen=True, slots=True)
class PrintersOffered:
    """The printers of one kiosk, at which others may print; the latest fact of a kiosk counts."""

    kind: ClassVar[str] = "printers_offered"
    fair: str
    kiosk: str
    """The kiosk's id in the plan."""
    printers: tuple[tuple[str, str, str, str, str, str], ...]
    """Id, name and place (Chinese, English each), layout."""


@dataclass(frozen=True, slots=True)
class PrintReported:
    """What became of a print job."""

    kind: ClassVar[str] = "print_reported"
    job: int
    state: str
    """A printing.PrintState; requested where it waits again."""
    printer: str
    problem: str = ""
    """A printer_trouble.Trouble, or nothing."""
    reference: str = ""
    """The printer's own name for the job."""
    by: str = ""
    """Staff who looked and said so, or took it back; nothing where the kiosk reports."""


@dataclass(frozen=True, slots=True)
class BatchOrdered:
    """Badges of many are to be printed on sheets; whom they are of is decided by the pack and these words."""

    kind: ClassVar[str] = "batch_ordered"
    fair: str
    batch: int
    """Random, unsigned 64 bits."""
    whom: tuple[str, ...]
    """Names of badge types, lower case."""
    order: str
    """stalls, coaches or names."""
    sheet: str
    """Id of a sheet layout."""
    desk: str
    """Where the badges will lie; nothing where they are handed out at once."""
    row: int
    """Badges in a row of that desk; 0 where there are no rows."""
    by: str


@dataclass(frozen=True, slots=True)
class SheetsHanded:
    """A run of a batch's sheets goes to a printer: bytes may leave from here on, and it is printed again only
    once it is known that it did not come out."""

    kind: ClassVar[str] = "sheets_handed"
    fair: str
    batch: int
    job: int
    """Random, unsigned 64 bits; what becomes of it is reported under it (PrintReported)."""
    first: int
    """Number of its first sheet, counted from 1."""
    last: int
    badges: tuple[tuple[int, int, int], ...]
    """Attendee, badge, and the row in which it will lie (0: none)."""
    printer: str


@dataclass(frozen=True, slots=True)
class SheetsPrinted:
    """A run of a batch's sheets is whole: on disk, or out of a printer."""

    kind: ClassVar[str] = "sheets_printed"
    fair: str
    batch: int
    first: int
    """Number of its first sheet, counted from 1."""
    last: int
    badges: tuple[tuple[int, int, int], ...]
    """Attendee, badge, and the row in which it lies (0: none)."""
    desk: str
    printer: str


@dataclass(frozen=True, slots=True)
class BatchEnded:
    """A batch is whole, or staff gave it up; what is printed stays printed."""

    kind: ClassVar[str] = "batch_ended"
    fair: str
    batch: int
    whole: bool
    by: str


@dataclass(frozen=True, slots=True)
class KeyCertified:
    """A badge key was certified: a certificate's fields as hex, its grant as text."""

    kind: ClassVar[str] = "key_certified"
    kid: int
    public_key: str
    role: str
    name: str
    fair: int
    signature: str


@dataclass(frozen=True, slots=True)
class KeyWithdrawn:
    """A badge key is trusted no more, but for badges whose issue is known and came before `from_seq`."""

    kind: ClassVar[str] = "key_withdrawn"
    fair: str
    kid: int
    from_seq: int
    """In the journal of the kiosk that held the key; 1 where nothing that it signed is trusted."""
    by: str


@dataclass(frozen=True, slots=True)
class AttendeeBarred:
    """Staff keep somebody out, or let them in again."""

    kind: ClassVar[str] = "attendee_barred"
    fair: str
    attendee: int
    barred: bool
    by: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """Somebody agreed to the notice, or made the declaration, at a kiosk."""

    kind: ClassVar[str] = "agreed"
    fair: str
    attendee: int
    to: str
    """consent or declaration."""
    version: str
    """Of the notice; of a declaration the start of its text's SHA-256, hex."""


@dataclass(frozen=True, slots=True)
class StallsReleased:
    """Staff gave up stalls whose hosts did not come, or took that back; all in one action."""

    kind: ClassVar[str] = "stalls_released"
    fair: str
    stalls: tuple[str, ...]
    released: bool
    by: str


@dataclass(frozen=True, slots=True)
class PassagesClosed:
    """Staff closed passages, lifts, stairs, ramps or escalators to everybody, or opened them again."""

    kind: ClassVar[str] = "passages_closed"
    fair: str
    passages: tuple[str, ...]
    """Ids, as the plan's graph lists them."""
    closed: bool
    by: str


@dataclass(frozen=True, slots=True)
class StallsClosed:
    """Staff closed stalls (their hosts have gone, or it is not safe there), or opened them again."""

    kind: ClassVar[str] = "stalls_closed"
    fair: str
    stalls: tuple[str, ...]
    closed: bool
    by: str


@dataclass(frozen=True, slots=True)
class StallMoved:
    """The host of a stall stands at another one now; the latest counts."""

    kind: ClassVar[str] = "stall_moved"
    fair: str
    stall: str
    """As the fair pack has it."""
    to: str
    """Where the host is; nothing where it is back at its own."""
    by: str


@dataclass(frozen=True, slots=True)
class PlanKept:
    """Somebody kept the stalls and sessions to go to; the latest counts, an empty one forgets."""

    kind: ClassVar[str] = "plan_kept"
    fair: str
    attendee: int
    stalls: tuple[str, ...]
    sessions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookupsCounted:
    """What visitors looked up at one kiosk since the last such fact; nothing says who."""

    kind: ClassVar[str] = "lookups_counted"
    fair: str
    day: int
    """As badge tokens count days."""
    lookups: int
    found: int
    missed: tuple[tuple[str, int], ...]
    """What was looked up by several visits and not found, with the number of visits."""
    rare: int
    """Visits that looked up in vain what nobody else did: the words are not kept."""


@dataclass(frozen=True, slots=True)
class ClockConfirmed:
    """Staff looked at a clock that was not to be trusted, and it is right."""

    kind: ClassVar[str] = "clock_confirmed"
    fair: str
    ahead_ms: int
    """How far the journal's time was ahead of it."""
    by: str


@dataclass(frozen=True, slots=True)
class StoreRescued:
    """The store was damaged; what could be read of it went into a new one."""

    kind: ClassVar[str] = "store_rescued"
    origin: str
    """Hex; the journal that this kiosk had before."""
    kept: int
    """Facts."""
    strays: int
    """Facts that were read behind a gap, and lie in the folder with the damaged store."""


@dataclass(frozen=True, slots=True)
class RescueSeen:
    """Staff have seen that the store was rescued."""

    kind: ClassVar[str] = "rescue_seen"
    by: str


@dataclass(frozen=True, slots=True)
class ForkFound:
    """Two contents were heard of one place in a journal: a disk was copied, or restored from an older
    state."""

    kind: ClassVar[str] = "fork_found"
    origin: str
    """Hex."""
    seq: int
    kept: str
    """Hex of the hash of the fact that is kept where this was found."""
    other: str
    """Hex of the hash of the other one, or of the one before it."""


@dataclass(frozen=True, slots=True)
class ForkSeen:
    """Staff have read of a fork."""

    kind: ClassVar[str] = "fork_seen"
    origin: str
    """Hex."""
    seq: int
    by: str


@dataclass(frozen=True, slots=True)
class StaffSignedIn:
    """Somebody opened the staff page."""

    kind: ClassVar[str] = "staff_signed_in"
    fair: str
    staff: str


@dataclass(frozen=True, slots=True)
class PersonsErased:
    """Personal fields of a fair were erased, and how many rows; the proof of an erasure."""

    kind: ClassVar[str] = "persons_erased"
    fair: str
    rows: int


OVERRIDES = ("known", "mistake", "guest", "urgent")
"""Why staff let somebody in against the decision: known to them, the list is wrong, guest, urgent."""
DOUBLE_OUTCOMES = ("same_person", "two_people", "mistake")
"""How a double admission was: one person who walked to and fro, a badge that two used, a scan by mistake."""

Body = (
    PackInstalled
    | CheckIn
    | CheckInUndone
    | DoubleResolved
    | AttendeeRegistered
    | BadgeIssued
    | BadgeRevoked
    | EntryPaused
    | PrintRequested
    | PrintRecalled
    | PrintersOffered
    | PrintReported
    | BatchOrdered
    | SheetsHanded
    | SheetsPrinted
    | BatchEnded
    | KeyCertified
    | KeyWithdrawn
    | AttendeeBarred
    | Agreed
    | StallsReleased
    | PassagesClosed
    | StallsClosed
    | StallMoved
    | PlanKept
    | LookupsCounted
    | ClockConfirmed
    | StoreRescued
    | RescueSeen
    | ForkFound
    | ForkSeen
    | StaffSignedIn
    | PersonsErased
)
KINDS: dict[str, type[Body]] = {
    body.kind: body
    for body in (
        PackInstalled,
        CheckIn,
        CheckInUndone,
        DoubleResolved,
        AttendeeRegistered,
        BadgeIssued,
        BadgeRevoked,
        EntryPaused,
        PrintRequested,
        PrintRecalled,
        PrintersOffered,
        PrintReported,
        BatchOrdered,
        SheetsHanded,
        SheetsPrinted,
        BatchEnded,
        KeyCertified,
        KeyWithdrawn,
        AttendeeBarred,
        Agreed,
        StallsReleased,
        PassagesClosed,
        StallsClosed,
        StallMoved,
        PlanKept,
        LookupsCounted,
        ClockConfirmed,
        StoreRescued,
        RescueSeen,
        ForkFound,
        ForkSeen,
        StaffSignedIn,
        PersonsErased,
    )
}
