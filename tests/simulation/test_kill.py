"""kill -9 at random moments of a stream of scans: what the screen has said is in the journal."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

from kiosk.app import State, open_kiosk, prepare_sample, provider
from kiosk.commands.sample import folder_of
from kiosk.config import Settings
from kiosk.keys.secrecy import code_hash
from kiosk.store import bodies

KILLS = int(os.environ.get("FAIR_KIOSK_KILLS", "50" if os.environ.get("FAIR_KIOSK_LONG") else "3"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
CHECKOUT = Path(__file__).parents[2]
STREAM = Path(__file__).with_name("stream.py")


def shown_until_killed(state: Path, codes: Path, first: int, delay_s: float) -> list[tuple[str, str]]:
    """Run the stream, kill it `delay_s` after it is ready; the verdicts that it had shown."""
    with subprocess.Popen(
        [sys.executable, str(STREAM), str(state), str(codes), str(first)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        killer = threading.Timer(delay_s, process.send_signal, [signal.SIGKILL])
        killer.start()
        lines = process.stdout.read().splitlines()
        killer.cancel()
    assert process.returncode == -signal.SIGKILL
    shown = []
    for line in lines:
        code, _, verdict = line.partition(" ")
        if verdict:  # the last line may be cut off by the kill
            shown.append((code, verdict))
    return shown


def assert_recorded(state: State, shown: list[tuple[str, str]]) -> None:
    """The journal is whole, and has every verdict that was shown."""
    settings = Settings()
    kiosk = open_kiosk(settings, state, provider(settings, state, str))
    try:
        assert kiosk.store.journal.verify() == ()
        recorded = set()
        for fact in kiosk.store.journal.facts():
            if fact.kind == "check_in":
                body = bodies.decode(fact.kind, fact.body)
                recorded.add((body.attendee, body.verdict))
        secret = kiosk.services.fair.id.encode()
        for code, verdict in shown:
            attendee = kiosk.catalogue.attendee_by_code(code_hash(secret, code))
            assert attendee is not None
            assert (attendee.id, verdict) in recorded
    finally:
        kiosk.close()


def test_every_verdict_that_was_shown_is_in_the_journal(tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    codes = prepare_sample(state, folder_of("double_selection"), "", lambda _stage, _done, _total: None)
    chance = random.Random(SEED)
    shown: list[tuple[str, str]] = []
    for _ in range(KILLS):
        shown += shown_until_killed(state.folder, codes, len(shown), chance.uniform(0.05, 1.5))
    assert_recorded(state, shown)
    assert len(shown) >= KILLS
    print(f"{KILLS} kills, {len(shown)} verdicts shown, all in the journal")


def test_a_full_disk_loses_nothing_and_is_said(tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    codes = prepare_sample(state, folder_of("double_selection"), "", lambda _stage, _done, _total: None)
    words = [sys.executable, str(STREAM), str(state.folder), str(codes), "0", str(1200 * 1024)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(words, capture_output=True, text=True, env=environment, timeout=200, check=True)
    lines = [tuple(line.split()) for line in done.stdout.splitlines()[1:]]
    assert lines[-2] == ("page", "out_of_service")
    assert lines[-1][0] == "again"
    assert lines[-1][1] in {"admit", "refuse", "staff"}
    shown = [(code, verdict) for code, verdict in lines[:-2]]
    assert len(shown) > 10
    assert_recorded(state, shown)
