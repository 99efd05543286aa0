"""What becomes of Python objects that QML makes and destroys again.

PySide 6.11.3 keeps one reference to the Python half of everything QML has made, for ever. What was in such a
shell (a map's laid-out texts are 500 kB) goes when QML destroys the object; the shell itself goes when nobody
is at the screen: that reference is given back in PySide's place. Over ten hours of visitors it is thousands.
"""

import sys

import PySide6
from PySide6.QtCore import QObject
from shiboken6 import isValid

KEEPS_ONE = ("6.11.3",)
"""Versions of PySide that are known to keep the reference."""
_FORGOTTEN = 3
"""References to a shell that nobody has: the one that is kept, a name here, and the question how many."""

_made: list[QObject] = []


def forget_with_item(item: QObject) -> None:
    """Let go of all that an object holds when QML destroys it. Call at the end of its `__init__`."""
    item.destroyed.connect(vars(item).clear)
    _made.append(item)


def let_shells_go() -> int:
    """Free the shells of what QML has destroyed, those that nobody has a reference to; how many they were."""
    made, _made[:] = list(_made), []
    freed = 0
    while made:
        item = made.pop()
        if isValid(item):
            _made.append(item)
        elif PySide6.__version__ in KEEPS_ONE and sys.getrefcount(item) == _FORGOTTEN:
            from ctypes import py_object, pythonapi  # noqa: PLC0415, not before the first frame

            pythonapi.Py_DecRef(py_object(item))
            freed += 1
        del item
    return freed
