"""The projections' tables: what the facts add up to. They can be thrown away and built again."""

from __future__ import annotations

SCHEMA = """
CREATE TABLE newest (
    origin BLOB NOT NULL,
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (origin, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE badge (
    fair TEXT NOT NULL,
    badge INTEGER NOT NULL,
    attendee INTEGER,
    badge_type INTEGER,
    kid INTEGER,
    last_valid_day INTEGER,
    by_staff TEXT,
    time INTEGER,
    origin BLOB,
    seq INTEGER,
    revoked INTEGER NOT NULL DEFAULT 0,
    replaced INTEGER NOT NULL DEFAULT 0,
    beaten INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (fair, badge)
) STRICT, WITHOUT ROWID;
CREATE INDEX badge_of_attendee ON badge (attendee, fair);
CREATE INDEX badge_beaten ON badge (fair) WHERE beaten;

CREATE TABLE replacement (
    fair TEXT NOT NULL,
    older INTEGER NOT NULL,
    newer INTEGER NOT NULL,
    PRIMARY KEY (fair, newer, older)
) STRICT, WITHOUT ROWID;

CREATE TABLE badge_key (
    fair TEXT NOT NULL,
    badge INTEGER NOT NULL,
    kid INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, badge, kid)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_in (
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    time INTEGER NOT NULL,
    fair TEXT NOT NULL,
    gate TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reasons TEXT NOT NULL,
    claim TEXT NOT NULL,
    attendee INTEGER,
    badge INTEGER,
    badge_type INTEGER,
    day INTEGER NOT NULL,
    subject_kind TEXT,
    subject INTEGER,
    session TEXT NOT NULL,
    direction TEXT NOT NULL,
    hall TEXT NOT NULL,
    stall TEXT NOT NULL,
    by_staff TEXT NOT NULL,
    undone INTEGER NOT NULL,
    unheard_s INTEGER,
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX check_in_by_time ON check_in (fair, time);
CREATE INDEX check_in_of_subject ON check_in (fair, day, subject_kind, subject, session)
    WHERE subject IS NOT NULL;

CREATE TABLE undone (
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE resolved (
    fair TEXT NOT NULL,
    passage_origin BLOB NOT NULL,
    passage_seq INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    by_staff TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, passage_origin, passage_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE presence (
    fair TEXT NOT NULL,
    session TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    day INTEGER NOT NULL,
    first_time INTEGER NOT NULL,
    first_origin BLOB NOT NULL,
    first_seq INTEGER NOT NULL,
    first_gate TEXT NOT NULL,
    since_time INTEGER NOT NULL,
    since_gate TEXT NOT NULL,
    last_time INTEGER NOT NULL,
    last_origin BLOB NOT NULL,
    last_seq INTEGER NOT NULL,
    stall TEXT NOT NULL,
    hall TEXT,
    entries INTEGER NOT NULL,
    doubles INTEGER NOT NULL,
    PRIMARY KEY (fair, subject_kind, subject, day, session)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_twice ON presence (fair, day) WHERE doubles > 0;
CREATE INDEX presence_of_stall ON presence (fair, day, stall) WHERE stall <> '';

CREATE TABLE occupancy (
    fair TEXT NOT NULL,
    session TEXT NOT NULL,
    day INTEGER NOT NULL,
    hall TEXT NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (fair, session, day, hall)
) STRICT, WITHOUT ROWID;

CREATE TABLE turnout (
    fair TEXT NOT NULL,
    session TEXT NOT NULL,
    day INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (fair, session, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE gate_count (
    fair TEXT NOT NULL,
    day INTEGER NOT NULL,
    gate TEXT NOT NULL,
    verdict TEXT NOT NULL,
    check_ins INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    PRIMARY KEY (fair, day, gate, verdict)
) STRICT, WITHOUT ROWID;

CREATE TABLE walk_up (
    fair TEXT NOT NULL,
    attendee INTEGER NOT NULL,
    badge_type INTEGER NOT NULL,
    consent_version TEXT NOT NULL,
    school_code TEXT NOT NULL,
    degree TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (attendee, fair)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
    fair TEXT NOT NULL,
    attendee INTEGER NOT NULL,
    agreed_to TEXT NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (fair, attendee, agreed_to, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE barred (
    fair TEXT NOT NULL,
    attendee INTEGER NOT NULL,
    barred INTEGER NOT NULL,
    by_staff TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, attendee)
) STRICT, WITHOUT ROWID;

CREATE TABLE stall_release (
    fair TEXT NOT NULL,
    stall TEXT NOT NULL,
    released INTEGER NOT NULL,
    by_staff TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, stall)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage_closure (
    fair TEXT NOT NULL,
    passage TEXT NOT NULL,
    closed INTEGER NOT NULL,
    by_staff TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, passage)
) STRICT, WITHOUT ROWID;

CREATE TABLE stall_closure (
    fair TEXT NOT NULL,
    stall TEXT NOT NULL,
    closed INTEGER NOT NULL,
    by_staff TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, stall)
) STRICT, WITHOUT ROWID;

CREATE TABLE stall_move (
    fair TEXT NOT NULL,
    stall TEXT NOT NULL,
    moved_to TEXT NOT NULL,
    by_staff TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, stall)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_plan (
    fair TEXT NOT NULL,
    attendee INTEGER NOT NULL,
    stalls TEXT NOT NULL,
    sessions TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, attendee)
) STRICT, WITHOUT ROWID;

CREATE TABLE lookup_day (
    fair TEXT NOT NULL,
    day INTEGER NOT NULL,
    lookups INTEGER NOT NULL,
    found INTEGER NOT NULL,
    rare INTEGER NOT NULL,
    PRIMARY KEY (fair, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE lookup_missed (
    fair TEXT NOT NULL,
    day INTEGER NOT NULL,
    term TEXT NOT NULL,
    visits INTEGER NOT NULL,
    PRIMARY KEY (fair, day, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE withdrawal (
    fair TEXT NOT NULL,
    kid INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    PRIMARY KEY (fair, kid)
) STRICT, WITHOUT ROWID;

CREATE TABLE pause (
    fair TEXT NOT NULL,
    gate TEXT NOT NULL,
    paused INTEGER NOT NULL,
    by_staff TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, gate)
) STRICT, WITHOUT ROWID;

CREATE TABLE print_job (
    job INTEGER PRIMARY KEY NOT NULL,
    fair TEXT,
    badge INTEGER,
    attendee INTEGER,
    reason TEXT,
    by_staff TEXT,
    time INTEGER,
    origin BLOB,
    seq INTEGER,
    state TEXT NOT NULL DEFAULT 'requested',
    printer TEXT NOT NULL DEFAULT '',
    problem TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL DEFAULT '',
    reported_by TEXT NOT NULL DEFAULT '',
    report_time INTEGER,
    report_origin BLOB,
    report_seq INTEGER,
    at_origin TEXT NOT NULL DEFAULT '',
    recalled INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX print_job_by_state ON print_job (state, time, origin, seq);
CREATE INDEX print_job_of_attendee ON print_job (attendee);

CREATE TABLE printer_offer (
    origin BLOB PRIMARY KEY NOT NULL,
    fair TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    printers TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
    fair TEXT NOT NULL,
    batch INTEGER NOT NULL,
    whom TEXT NOT NULL,
    sorted_by TEXT NOT NULL,
    sheet TEXT NOT NULL,
    desk TEXT NOT NULL,
    desk_row INTEGER NOT NULL,
    by_staff TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_run (
    fair TEXT NOT NULL,
    batch INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, batch, origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_end (
    fair TEXT NOT NULL,
    batch INTEGER NOT NULL,
    whole INTEGER NOT NULL,
    by_staff TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE preprint (
    fair TEXT NOT NULL,
    batch INTEGER NOT NULL,
    attendee INTEGER NOT NULL,
    badge INTEGER NOT NULL,
    desk_row INTEGER NOT NULL,
    desk TEXT NOT NULL,
    printer TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fair, batch, attendee)
) STRICT, WITHOUT ROWID;
CREATE INDEX preprint_of_attendee ON preprint (attendee, fair);

CREATE TABLE certificate (
    kid INTEGER NOT NULL,
    public_key TEXT NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    fair INTEGER NOT NULL,
    signature TEXT NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE fork_found (
    fork_origin BLOB NOT NULL,
    fork_seq INTEGER NOT NULL,
    kept TEXT NOT NULL,
    other TEXT NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fork_origin, fork_seq, origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE fork_seen (
    fork_origin BLOB NOT NULL,
    fork_seq INTEGER NOT NULL,
    by_staff TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (fork_origin, fork_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure (
    fair TEXT NOT NULL,
    origin BLOB NOT NULL,
    seq INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (fair, origin, seq)
) STRICT, WITHOUT ROWID;
"""
"""A row's (time, origin, seq) is its fact's. `day` counts from 1970-01-01 in Beijing. Ids are signed.

newest: the last fact of each kind in each journal.
badge: `revoked`, `replaced` (named by a reissue) and `beaten` (of two reissues that did not know of each
other the larger id stays) each say why it is no longer active; without `time` its issue is not known here.
badge_key: the keys under which a badge was signed, each with the first place in a journal that says so: a
badge that is printed again at another kiosk is the same badge under another key.
check_in: `subject` is set where somebody went in or out: the attendee, or the badge where nobody is known.
undone: check-ins that were taken back, heard of or not.
presence: where a subject is on a day, in the fair (session "") or in a session: the first passage, since when
(`hall` is NULL outside), the last passage, how often the person went in, and how often twice.
occupancy: people inside by hall; turnout: people who came at all. Rows of none are no rows.
resolved: passages of double admissions that staff looked at; the latest word on each counts.
print_job: the earliest request and the latest report; either may be heard of first. `at_origin` (hex) is
whose
printer is to print it, nothing where the kiosk that asks does; `recalled` whether it is wanted no more.
printer_offer: the printers at which others may print, as JSON; the latest word of each kiosk.
fork_found: what was found by whom (the fact's origin and seq); fork_seen: staff have read of it.
batch: what was ordered (`whom` as JSON); batch_run: its runs of sheets that are whole; batch_end: its end;
preprint: every badge on such a run, and where it was put.
stall_move: `moved_to` is nothing where the host is back. kept_plan: stalls and sessions as JSON.
lookup_day: what was looked up at all kiosks; `rare` are lookups in vain whose words were not kept.
agreement: what somebody agreed to at a kiosk; the earliest `from_seq` of a withdrawn key counts.
"""

TABLES = {
    "newest": "origin, kind",
    "badge": "fair, badge",
    "replacement": "fair, newer, older",
    "badge_key": "fair, badge, kid",
    "check_in": "origin, seq",
    "undone": "origin, seq",
    "resolved": "fair, passage_origin, passage_seq",
    "presence": "fair, subject_kind, subject, day, session",
    "occupancy": "fair, session, day, hall",
    "turnout": "fair, session, day",
    "gate_count": "fair, day, gate, verdict",
    "walk_up": "attendee, fair",
    "agreement": "fair, attendee, agreed_to, version",
    "barred": "fair, attendee",
    "stall_release": "fair, stall",
    "passage_closure": "fair, passage",
    "stall_closure": "fair, stall",
    "stall_move": "fair, stall",
    "kept_plan": "fair, attendee",
    "lookup_day": "fair, day",
    "lookup_missed": "fair, day, term",
    "withdrawal": "fair, kid",
    "pause": "fair, gate",
    "print_job": "job",
    "printer_offer": "origin",
    "batch": "fair, batch",
    "batch_run": "fair, batch, origin, seq",
    "batch_end": "fair, batch",
    "preprint": "fair, batch, attendee",
    "certificate": "origin, seq",
    "fork_found": "fork_origin, fork_seq, origin, seq",
    "fork_seen": "fork_origin, fork_seq",
    "erasure": "fair, origin, seq",
}
"""Every projection and its key."""

TABLES_V1 = (
    "newest",
    "badge",
    "replacement",
    "check_in",
    "admission",
    "occupancy",
    "gate_count",
    "walk_up",
    "pause",
    "print_job",
    "certificate",
    "erasure",
)
"""The projections of version 1."""

TABLES_V2 = (
    "newest",
    "badge",
    "replacement",
    "check_in",
    "undone",
    "presence",
    "occupancy",
    "turnout",
    "gate_count",
    "walk_up",
    "agreement",
    "barred",
    "stall_release",
    "withdrawal",
    "pause",
    "print_job",
    "certificate",
    "erasure",
)
"""The projections of version 2."""

TABLES_V3 = (
    *TABLES_V2,
    "passage_closure",
    "stall_closure",
    "stall_move",
    "kept_plan",
    "lookup_day",
    "lookup_missed",
)
"""The projections of version 3."""

TABLES_V4 = (*TABLES_V3, "batch", "batch_run", "batch_end", "preprint")
"""The projections of version 4."""
