"""A stick's work is waited for as long as it gets on, and left behind if it does not."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from kiosk.domain.pack_offer import (
    STICK_SILENT,
    OfferStanding,
    PackLook,
    PackOffer,
    PackOffers,
    PackOutcome,
)
from kiosk.services.pack_stick import PackStick, Progress

OFFER = PackOffer(0, "/media/a/b", "b", OfferStanding.NEWER)


class Source:
    """A stick that does as the test says."""

    def __init__(self, does: Callable[[Progress], None]) -> None:
        self.does = does
        self.threads: list[str] = []

    def find(self, progress: Progress) -> PackOffers:
        self._do(progress)
        return PackOffers((OFFER,), 1)

    def look(self, _offer: PackOffer, progress: Progress) -> PackLook:
        self._do(progress)
        return PackLook(first=True)

    def install(self, _offer: PackOffer, progress: Progress) -> PackOutcome:
        self._do(progress)
        return PackOutcome(4)

    def _do(self, progress: Progress) -> None:
        self.threads.append(threading.current_thread().name)
        self.does(progress)


def test_each_job_gives_its_result_from_a_thread_of_its_own() -> None:
    source = Source(lambda progress: progress(3, 4))
    stick = PackStick(source)
    assert stick.find() == PackOffers((OFFER,), 1)
    assert stick.share == 0.75
    assert stick.look(OFFER) == PackLook(first=True)
    assert stick.install(OFFER) == PackOutcome(4)
    assert source.threads == ["stick"] * 3


def test_a_silent_stick_is_left_behind_and_its_work_ends_at_its_next_step() -> None:
    answers, ended = threading.Event(), threading.Event()

    def hang(progress: Progress) -> None:
        try:
            answers.wait(10)
            progress(1, 2)
        finally:
            ended.set()

    stick = PackStick(Source(hang), patience_s=0.05)
    assert stick.install(OFFER) == PackOutcome(problem=STICK_SILENT)
    answers.set()
    assert ended.wait(10)
    assert stick.share == 0.0, "what is left behind says nothing any more"
    silent = PackStick(Source(lambda _progress: threading.Event().wait(1)), patience_s=0.05)
    assert silent.find() == PackOffers(answered=False)
    assert silent.look(OFFER) == PackLook(problem=STICK_SILENT)


def test_a_slow_stick_that_gets_on_is_waited_for() -> None:
    pauses = threading.Event()

    def slow(progress: Progress) -> None:
        for at in range(8):
            pauses.wait(0.1)
            progress(at, 8)

    assert PackStick(Source(slow), patience_s=0.4).install(OFFER) == PackOutcome(4)


def test_a_fault_is_raised_where_it_is_waited_for() -> None:
    def fault(_progress: Progress) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        PackStick(Source(fault)).find()
