"""Printing: a fact before, a fact after, and a file that tells nothing by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable


def reported(bench: Any) -> list[dict[str, Any]]:
    facts = bench.gate.store.journal.facts()
    return [msgspec.json.decode(fact.body) for fact in facts if fact.kind == "print_reported"]


def test_a_job_is_printed_once(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    job = east.queue.take()
    outcome = east.queue.send(job)
    east.queue.report(job, outcome)
    assert east.queue.take() is None
    assert [each["state"] for each in reported(east)] == ["confirmed"]
    (pdf,) = east.prints.iterdir()
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "林" not in pdf.name


def test_a_printer_that_fails_undoes_nothing_and_is_said(east: Any, codes: Callable[[int], str]) -> None:
    admission = east.gate.scan(codes(1))
    east.prints.rmdir()
    job = east.queue.take()
    east.queue.report(job, east.queue.send(job))
    assert [each["state"] for each in reported(east)] == ["failed"]
    assert admission.attendee == 1
    assert east.gate.occupancy().inside == 1
    needs = [need.title.zh for need in east.day.needs()]
    assert "1 张胸卡没有打出来" in needs
