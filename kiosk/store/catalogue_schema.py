"""The fair pack's tables. Written once, then read only; ids are signed 64 bits."""

from __future__ import annotations

CATALOGUE_VERSION = 4
"""4: the search index tells in what a text was found.

3: the plan has passages, gates, one-way edges, ramps and escalators.
"""
OLDEST_CATALOGUE = 2
"""What a pack of version 2 lacks, its plan's defaults say."""
SEARCHED_SINCE = 4
"""Packs before it are searched by search_index_v3."""

SCHEMA = """
CREATE TABLE part (
    name TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE exhibitor (
    id INTEGER PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    value BLOB NOT NULL
) STRICT;

CREATE TABLE attendee (
    id INTEGER PRIMARY KEY NOT NULL,
    type INTEGER NOT NULL,
    registration TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    detail TEXT NOT NULL,
    student_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    day TEXT,
    start_min INTEGER,
    end_min INTEGER,
    school_code TEXT NOT NULL,
    degree TEXT NOT NULL,
    major_class TEXT NOT NULL,
    stall TEXT NOT NULL,
    delegation INTEGER,
    note TEXT NOT NULL,
    position INTEGER NOT NULL,
    name_key TEXT NOT NULL,
    number_key TEXT NOT NULL,
    phone_tail TEXT NOT NULL
) STRICT;

CREATE TABLE issue (
    attendee INTEGER PRIMARY KEY NOT NULL,
    badge INTEGER NOT NULL,
    code_hash BLOB NOT NULL
) STRICT;

CREATE TABLE reading (
    character TEXT PRIMARY KEY NOT NULL,
    readings TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
    number INTEGER PRIMARY KEY NOT NULL,
    key TEXT NOT NULL
) STRICT;

CREATE TABLE person_key (
    key TEXT PRIMARY KEY NOT NULL,
    attendees BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE search_entry (
    number INTEGER PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    exhibitors BLOB NOT NULL
) STRICT;

CREATE TABLE exact_key (
    key TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_key (
    key TEXT PRIMARY KEY NOT NULL,
    entries BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE search_common (
    key TEXT PRIMARY KEY NOT NULL,
    sets BLOB NOT NULL
) STRICT;
"""
"""`part` holds msgspec JSON: fair, plan, sessions, delegations, certificates, counts; raw: authority and,
where the organiser has one, logo.

attendee.position is the place in the organiser's lists. reading: how characters of names are read.
organisation: every school and employer that people come from. person_key: see catalogue_people.
search_entry, exact_key, search_key, search_common: see search_rows.
"""

INDEXES = """
CREATE INDEX attendee_by_name ON attendee (name_key);
CREATE INDEX attendee_by_delegation ON attendee (delegation, position) WHERE delegation IS NOT NULL;
CREATE INDEX attendee_by_stall ON attendee (stall, position) WHERE stall <> '';
CREATE INDEX attendee_by_number ON attendee (number_key) WHERE number_key <> '';
CREATE INDEX attendee_by_tail ON attendee (phone_tail) WHERE phone_tail <> '';
CREATE UNIQUE INDEX issue_by_code ON issue (code_hash);
CREATE UNIQUE INDEX issue_by_badge ON issue (badge);
"""
"""Made after the rows: quicker, and the pages lie in order."""
