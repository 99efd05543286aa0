"""kill -9 in the middle of a batch: every badge once, each code its own, nothing issued twice.

FAIR_KIOSK_LONG prints more badges and kills more often.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pypdfium2

from kiosk.badges.reading import picture_read
from kiosk.domain import badge, facts
from kiosk.store import bodies
from kiosk.store.migrations import open_store
from tests.simulation import killed_batch

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
PEOPLE = int(os.environ.get("FAIR_KIOSK_BATCH", "2000" if LONG else "160"))
KILLS = int(os.environ.get("FAIR_KIOSK_KILLS", "60" if LONG else "6"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
CHECKOUT = Path(__file__).parents[2]
READ_DPI = 110
"""At which a code of 36 mm can be read, and little more."""


def recorded(folder: Path) -> list[facts.Body]:
    store = open_store(folder / "store.db", killed_batch.STORE_KEY)
    try:
        assert store.journal.verify() == ()
        found = (bodies.decode(each.kind, each.body) for each in store.journal.facts())
        return [body for body in found if body is not None]
    finally:
        store.close()


def tokens_of(pdf: Path) -> list[badge.Token]:
    """Every code of a file's pages, as a reader finds them in its picture."""
    found = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            picture = page.render(scale=READ_DPI / 72, grayscale=True).to_pil()
            found += [decoded[0] for text in picture_read(picture) if (decoded := badge.decode(text))]
    finally:
        document.close()
    return found


def test_every_badge_is_printed_once_and_nothing_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "kiosk"
    done = subprocess.run(
        [sys.executable, "-m", "tests.simulation.killed_batch", folder, str(PEOPLE), str(KILLS), str(SEED)],
        capture_output=True,
        text=True,
        check=True,
        cwd=CHECKOUT,
        timeout=3000,
    )
    said = json.loads(done.stdout)
    assert said["killed"] > KILLS / 2
    found = recorded(folder)
    people = {each.id: each for each in killed_batch.content(PEOPLE, SEED).attendees}
    printed = [each for each in found if isinstance(each, facts.SheetsPrinted)]
    whose = Counter(attendee for run in printed for attendee, _badge, _row in run.badges)
    assert set(whose) == set(people)
    assert set(whose.values()) == {1}
    issued = Counter(each.attendee for each in found if isinstance(each, facts.BadgeIssued))
    assert set(issued.values()) == {1}
    runs = [(each.first, each.last) for each in printed]
    assert [first for first, _last in runs] == [1, *(last + 1 for _first, last in runs[:-1])]
    assert [each.whole for each in found if isinstance(each, facts.BatchEnded)] == [True]
    kept = {each.name for each in (folder / "sheets").glob("*.pdf")}
    handed = {each.first: each for each in found if isinstance(each, facts.SheetsHanded)}
    assert {f"{each.job:016x}.pdf" for each in handed.values()} == kept, "only what counts left a file"
    tokens = Counter(token for name in sorted(kept) for token in tokens_of(folder / "sheets" / name))
    assert set(tokens.values()) == {1}
    assert {(each.attendee, each.badge) for each in tokens} == {(at, 10**9 + at) for at in people}
    print(f"{PEOPLE} badges on {runs[-1][1]} sheets: {said}")
