"""What makes a large pack quicker: the second processor, and no garbage collection while rows pile up."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from kiosk.domain.fairpack import PackContent
from kiosk.domain.person_search import readings_of
from kiosk.store.catalogue_writer import named, person_index
from kiosk.store.person_index import PersonIndex, index_of

WORTH_IT = 20_000
"""People from whom on a process of its own (0.2 s to start) is quicker."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Do without the search for cycles: a build makes millions of objects and no cycle, and ends soon.

    Measured: a fifth of the time of a build.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def index_beside(content: PackContent) -> Iterator[Callable[[], PersonIndex]]:
    """The people's index, made by another process while this one goes on, where that is worth it."""
    if len(content.attendees) < WORTH_IT or (os.cpu_count() or 1) < 2:
        yield lambda: person_index(content)
        return
    # Not fork: a kiosk that makes its sample pack has threads.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield pool.submit(index_of, named(content.attendees), readings_of(content.readings)).result
