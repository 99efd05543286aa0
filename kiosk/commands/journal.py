"""`kiosk journal`: look at the journal, verify it, rebuild what is read from it."""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.options import opened, opened_store, show, with_json, with_state
from kiosk.commands.progress import progress_bar
from kiosk.domain.fair import BEIJING
from kiosk.domain.staff_duties import COMMAND_LINE
from kiosk.domain.staff_log_words import Topic

if TYPE_CHECKING:
    from kiosk.services.staff_log import LogLine, StaffLog


@click.group()
def journal() -> None:
    """Look at the journal, verify it, rebuild what is read from it."""


@journal.command()
@with_state
@with_json
def verify(state: Path, config_path: Path | None, as_json: bool) -> None:
    """Check every page of the store and every fact: no gap, every hash, chain and personal field's digest.

    Example: kiosk journal verify --json
    """
    with opened_store(state, config_path) as store:
        origins = store.journal.origins()
        damage = store.damage()
        findings = store.journal.verify() if not damage or damage == "a broken journal" else ()
    found = [f"damaged: {damage}. Start the kiosk again: it rebuilds what can be read."] if damage else []
    found += [f"{each.kind.value}: fact {each.seq} of {each.origin.hex()}" for each in findings]
    facts = sum(origins.values())
    show(
        as_json,
        {
            "facts": facts,
            "origins": {origin.hex(): seq for origin, seq in origins.items()},
            "findings": found,
        },
        found or [f"{facts} facts of {len(origins)} origins: whole."],
    )
    sys.exit(1 if found else 0)


@journal.command()
@with_state
@with_json
def rebuild(state: Path, config_path: Path | None, as_json: bool) -> None:
    """Make the projections anew from the facts, and compare.

    Example: kiosk journal rebuild
    """
    from kiosk.store import projections  # noqa: PLC0415

    with opened_store(state, config_path) as store:
        before = projections.digest(store.db)
        with progress_bar(quiet=as_json) as report, store.transaction():
            projections.rebuild(store.db, lambda done, total: report("rebuilding", done, total))
        after = projections.digest(store.db)
    same = before == after
    line = "Rebuilt: as before." if same else "Rebuilt: it differed from what stood there, and is right now."
    show(as_json, {"same": same, "digest": after}, [line])
    sys.exit(0 if same else 1)


@journal.command("show")
@with_state
@with_json
@click.option(
    "--last", type=click.IntRange(1, 1_000_000), default=20, show_default=True, help="How many facts."
)
def show_facts(state: Path, config_path: Path | None, as_json: bool, last: int) -> None:
    """Show the latest facts of this kiosk, oldest first; nothing personal is in them.

    Example: kiosk journal show --last 5
    """
    with opened_store(state, config_path) as store:
        own = store.journal
        first = max(1, own.origins().get(own.origin, 0) - last + 1)
        facts = list(islice(own.facts(own.origin, first), last))
    rows = [
        {
            "seq": fact.seq,
            "time_ms": fact.time_ms,
            "kind": fact.kind,
            "body": fact.body.decode(errors="replace"),
        }
        for fact in facts
    ]
    lines = [
        f"{fact.seq:>6}  {datetime.fromtimestamp(fact.time_ms / 1000, BEIJING):%m-%d %H:%M:%S}  "
        f"{fact.kind:<20} {fact.body.decode(errors='replace')}"
        for fact in facts
    ]
    show(as_json, rows, lines or ["No facts yet."])


@journal.command("log")
@with_state
@with_json
@click.option(
    "--last", type=click.IntRange(1, 100_000), default=50, show_default=True, help="How many lines."
)
@click.option("--by", default="", help="Id of a member of staff; everybody where none is given.")
@click.option("--about", type=click.Choice([each.value for each in Topic]), help="One thing only.")
@click.option("--language", type=click.Choice(["zh", "en"]), default="en", show_default=True)
def staff_log(
    state: Path,
    config_path: Path | None,
    as_json: bool,
    last: int,
    by: str,
    about: str | None,
    language: str,
) -> None:
    """What members of staff did, in words, at all kiosks that were heard of; oldest first, names masked.

    Example: kiosk journal log --last 20 --about entry
    """
    with opened(state, config_path) as kiosk:
        lines = _latest(kiosk.services.staff_log, last, by, Topic(about) if about else None)
    rows = [
        {
            "time": line.at.isoformat(),
            "by": line.by,
            "who": line.who.of(language),
            "about": line.topic.value,
            "what": line.words.of(language),
            "kiosk": line.kiosk.of(language) if line.kiosk is not None else "",
        }
        for line in reversed(lines)
    ]
    said = [
        f"{line.at:%m-%d %H:%M}  {row['who']} {row['what']}" + (f" ({row['kiosk']})" if row["kiosk"] else "")
        for line, row in zip(reversed(lines), rows, strict=True)
    ]
    show(as_json, rows, said or ["Nothing yet."])


def _latest(log: StaffLog, last: int, by: str, about: Topic | None) -> list[LogLine]:
    """The latest first, read page by page."""
    found: list[LogLine] = []
    before = None
    while len(found) < last:
        page = log.page(COMMAND_LINE, before, by=by, topic=about)
        found += page.lines
        before = page.before
        if before is None:
            break
    return found[:last]
