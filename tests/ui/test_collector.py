"""Garbage is collected on the GUI thread, and nowhere else."""

import gc
import threading

from PySide6.QtCore import QObject

from kiosk.ui.collector import Collector


class Ring:
    """Something only the collector can free; it says on which thread it went."""

    def __init__(self, gone):
        self.itself = self
        self.gone = gone

    def __del__(self):
        self.gone.append(threading.current_thread())


def test_a_worker_collects_nothing_and_the_gui_thread_all(application):
    gone = []
    parent = QObject()
    collector = Collector(parent)
    collector.start()
    worker = threading.Thread(target=lambda: [Ring(gone) for _ in range(5_000)])
    worker.start()
    worker.join()
    assert gone == []
    collector.collect_young()
    collector.collect_all()
    assert len(gone) == 5_000
    assert set(gone) == {threading.main_thread()}
    collector.stop()


def test_it_leaves_collection_as_it_was(application):
    for on in (True, False):
        (gc.enable if on else gc.disable)()
        collector = Collector()
        assert not gc.isenabled()
        collector.stop()
        assert gc.isenabled() == on
