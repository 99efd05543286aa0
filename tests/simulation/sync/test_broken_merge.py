"""A merge that is broken on purpose: the simulation catches it, and says how in few steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from kiosk.domain.facts import Fact
from kiosk.store import journal_schema, projections, receiving
from kiosk.store.findings import Finding
from tests.simulation.sync import replay
from tests.simulation.sync.steps import Script, script_of

Patch = pytest.MonkeyPatch


def _later_in_is_later(patch: Patch) -> None:
    """What came last counts as the latest, whatever its time."""
    right = projections._latest_sql

    def wrong(table: str, key: str, row: tuple[str, ...]) -> str:
        return right(table, key, row).partition("WHERE")[0]

    patch.setattr(projections, "_latest_sql", wrong)


def _gaps_are_taken(patch: Patch) -> None:
    """Facts are kept where the ones before them are missing; nor does the schema forbid it."""
    schema = journal_schema.SCHEMA.replace("BEFORE INSERT ON fact\nWHEN", "BEFORE INSERT ON fact\nWHEN 0 AND")
    patch.setattr(journal_schema, "SCHEMA", schema)
    right = receiving.Receiving._follow

    def wrong(self: receiving.Receiving, origin: bytes, run: Sequence[Fact]) -> Finding | None:
        seq, _ = self._head(origin)
        if run[0].seq > seq + 1:
            self._heads[origin] = (run[0].seq - 1, run[0].previous)
        return right(self, origin, run)

    patch.setattr(receiving.Receiving, "_follow", wrong)


def _what_comes_again_counts_again(patch: Patch) -> None:
    """A repeated parcel is added to the projections twice."""
    right = receiving.Receiving._compare

    def wrong(self: receiving.Receiving, origin: bytes, known: Sequence[Fact]) -> Finding | None:
        found = right(self, origin, known)
        if found is None:
            self.new += [fact for fact in known if fact.kind == "lookups_counted"]
        return found

    patch.setattr(receiving.Receiving, "_compare", wrong)


def _erased_fields_come_back(patch: Patch) -> None:
    """An erasure is forgotten where personal fields come in."""
    patch.setattr(receiving, "ERASED", "SELECT 1 FROM erasure WHERE fair = ? AND 0")


BREAKS: dict[str, tuple[Callable[[Patch], None], str]] = {
    "arrival": (_later_in_is_later, "say otherwise"),
    "gap": (_gaps_are_taken, "GAP|lacks|say otherwise"),
    "twice": (_what_comes_again_counts_again, "say otherwise|is another"),
    "erased": (_erased_fields_come_back, "erased"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_merge_is_caught(monkeypatch: Patch, name: str) -> None:
    breaking, says = BREAKS[name]
    breaking(monkeypatch)
    found = next(filter(None, (replay.failure(script_of(seed, 200)) for seed in range(20))), None)
    assert found is not None, "nobody noticed"
    assert any(each in found[0] for each in says.split("|")), found[0]


def test_what_is_caught_is_said_in_few_steps(monkeypatch: Patch) -> None:
    _later_in_is_later(monkeypatch)
    with pytest.raises(AssertionError, match="say otherwise") as caught:
        replay.run(next(filter(replay.failure, (script_of(seed, 120) for seed in range(20)))))
    text = str(caught.value).partition("replay.run:\n")[2]
    script: Any = eval(text, {"Script": Script})
    assert 0 < len(script.steps) <= 30
    assert replay.failure(script) is not None
    monkeypatch.undo()
    assert replay.failure(script) is None
