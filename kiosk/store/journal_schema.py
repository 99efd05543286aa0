"""The journal's tables. What may never happen is forbidden here too, not only in the code above."""

from __future__ import annotations

SCHEMA = """
CREATE TABLE fact (
    origin BLOB NOT NULL CHECK (length(origin) = 16),
    seq INTEGER NOT NULL CHECK (seq > 0),
    time INTEGER NOT NULL CHECK (time >= 0),
    kind TEXT NOT NULL,
    body BLOB NOT NULL,
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE personal (
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    salt BLOB NOT NULL,
    fields BLOB NOT NULL,
    PRIMARY KEY (origin, seq),
    FOREIGN KEY (origin, seq) REFERENCES fact (origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE fork (
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    kept BLOB NOT NULL,
    other BLOB NOT NULL,
    PRIMARY KEY (origin, seq, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
    name TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE heard (
    origin BLOB PRIMARY KEY NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lookup_waiting (
    fair TEXT NOT NULL,
    day INTEGER NOT NULL,
    term TEXT NOT NULL,
    visits INTEGER NOT NULL,
    PRIMARY KEY (fair, day, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE printer_supply (
    printer TEXT PRIMARY KEY NOT NULL,
    labels INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE signed_head (
    origin BLOB NOT NULL CHECK (length(origin) = 16),
    seq INTEGER NOT NULL CHECK (seq > 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    key BLOB NOT NULL CHECK (length(key) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    PRIMARY KEY (origin, seq),
    FOREIGN KEY (origin, seq) REFERENCES fact (origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE peer (
    key BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    heard_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE held (
    key BLOB NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (key, origin)
) STRICT, WITHOUT ROWID;

CREATE TABLE parked (
    origin BLOB NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    segment BLOB NOT NULL,
    PRIMARY KEY (origin, first, last)
) STRICT, WITHOUT ROWID;

CREATE TABLE joining (
    request TEXT PRIMARY KEY NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    asked_ms INTEGER NOT NULL,
    content BLOB NOT NULL,
    answer BLOB
) STRICT, WITHOUT ROWID;

CREATE TRIGGER fact_follows BEFORE INSERT ON fact
WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM fact WHERE origin = NEW.origin), 0)
BEGIN
    SELECT RAISE(ABORT, 'a journal has no gap');
END;

CREATE TRIGGER fact_chains BEFORE INSERT ON fact
WHEN NEW.previous <> coalesce(
    (SELECT hash FROM fact WHERE origin = NEW.origin AND seq = NEW.seq - 1), zeroblob(32))
BEGIN
    SELECT RAISE(ABORT, 'a fact names the hash of the one before');
END;

CREATE TRIGGER fact_stays BEFORE UPDATE ON fact
BEGIN
    SELECT RAISE(ABORT, 'a fact is never changed');
END;

CREATE TRIGGER fact_remains BEFORE DELETE ON fact
BEGIN
    SELECT RAISE(ABORT, 'a fact is never deleted');
END;

CREATE TRIGGER personal_stays BEFORE UPDATE ON personal
BEGIN
    SELECT RAISE(ABORT, 'personal fields are erased, never changed');
END;
"""
"""`fork` keeps the hash of every other content heard for an (origin, seq), so that staff can be told.

`heard` is when, by this kiosk's own clock, facts of another origin last came in. `lookup_waiting` is what was
looked up here in vain and is in no fact yet; its term "" counts lookups, and "+" those that found something.
`printer_supply` is how many labels lie in this kiosk's printers, as staff said, counted down since.

`signed_head` is what lets facts travel through others' hands: an origin's signature over how far its journal
goes (domain.signed_head). `peer` and `held` are which
machines and sticks were met, and how far each knew
every
journal then. `parked` are segments that came by stick before those that they follow on. `joining`, at a hub,
are
machines that ask to be let in.
"""

EARLIER = "earlier origin "
"""With its hex behind, the name in `state` of an origin that this kiosk had before."""

HEARD = SCHEMA[SCHEMA.index("CREATE TABLE heard") : SCHEMA.index("CREATE TABLE lookup_waiting")]
"""What version 2 added."""
LOOKUP_WAITING = SCHEMA[
    SCHEMA.index("CREATE TABLE lookup_waiting") : SCHEMA.index("CREATE TABLE printer_supply")
]
"""What version 3 added."""
PRINTER_SUPPLY = SCHEMA[
    SCHEMA.index("CREATE TABLE printer_supply") : SCHEMA.index("CREATE TABLE signed_head")
]
"""What version 4 added."""
TRAVELLING = SCHEMA[SCHEMA.index("CREATE TABLE signed_head") : SCHEMA.index("CREATE TRIGGER fact_follows")]
"""What version 5 added."""
