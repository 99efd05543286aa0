"""What a process that the window starts for itself needs to know."""

import os
from pathlib import Path

from PySide6.QtCore import QProcessEnvironment

import kiosk


def environment() -> QProcessEnvironment:
    """Ours, with this very `kiosk` to be imported, from wherever this process has it."""
    found = QProcessEnvironment.systemEnvironment()
    root = str(Path(kiosk.__file__).parents[1])
    path = found.value("PYTHONPATH", "")
    found.insert("PYTHONPATH", os.pathsep.join((root, path)) if path else root)
    return found
