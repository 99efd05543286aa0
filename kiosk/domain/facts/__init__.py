"""Facts: what happened, recorded by one kiosk, never changed or deleted (design.md section 5).

One frozen dataclass a kind. Field names and kinds stand in journals for ever: a new field gets a default,
nothing
is renamed.
"""

from __future__ import annotations

from kiosk.domain.facts.badges import (
    AttendeeRegistered,
    BadgeIssued,
    BadgeRevoked,
    KeyCertified,
    KeyWithdrawn,
)
from kiosk.domain.facts.chain import (
    GENESIS,
    HASH_LENGTH,
    LARGEST,
    ORIGIN_LENGTH,
    SALT_LENGTH,
    Chain,
    Fact,
    Personal,
    chained,
    fact_hash,
    next_time,
    personal_digest,
)
from kiosk.domain.facts.floor import (
    LookupsCounted,
    PassagesClosed,
    PlanKept,
    StallMoved,
    StallsClosed,
    StallsReleased,
)
from kiosk.domain.facts.gate import (
    DOUBLE_OUTCOMES,
    OVERRIDES,
    Agreed,
    AttendeeBarred,
    CheckIn,
    CheckInUndone,
    DoubleResolved,
    EntryPaused,
)
from kiosk.domain.facts.printing import (
    BatchEnded,
    BatchOrdered,
    PrintersOffered,
    PrintRecalled,
    PrintReported,
    PrintRequested,
    SheetsHanded,
    SheetsPrinted,
)
from kiosk.domain.facts.upkeep import (
    ClockConfirmed,
    ForkFound,
    ForkSeen,
    KioskShutDown,
    PackInstalled,
    PersonsErased,
    PinTried,
    RescueSeen,
    SettingChanged,
    StaffSignedIn,
    StoreRescued,
)

__all__ = [
    "DOUBLE_OUTCOMES",
    "GENESIS",
    "HASH_LENGTH",
    "KINDS",
    "LARGEST",
    "ORIGIN_LENGTH",
    "OVERRIDES",
    "SALT_LENGTH",
    "Agreed",
    "AttendeeBarred",
    "AttendeeRegistered",
    "BadgeIssued",
    "BadgeRevoked",
    "BatchEnded",
    "BatchOrdered",
    "Body",
    "Chain",
    "CheckIn",
    "CheckInUndone",
    "ClockConfirmed",
    "DoubleResolved",
    "EntryPaused",
    "Fact",
    "ForkFound",
    "ForkSeen",
    "KeyCertified",
    "KeyWithdrawn",
    "KioskShutDown",
    "LookupsCounted",
    "PackInstalled",
    "PassagesClosed",
    "Personal",
    "PersonsErased",
    "PinTried",
    "PlanKept",
    "PrintRecalled",
    "PrintReported",
    "PrintRequested",
    "PrintersOffered",
    "RescueSeen",
    "SettingChanged",
    "SheetsHanded",
    "SheetsPrinted",
    "StaffSignedIn",
    "StallMoved",
    "StallsClosed",
    "StallsReleased",
    "StoreRescued",
    "chained",
    "fact_hash",
    "next_time",
    "personal_digest",
]

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
    | PinTried
    | SettingChanged
    | KioskShutDown
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
        PinTried,
        SettingChanged,
        KioskShutDown,
        PersonsErased,
    )
}
