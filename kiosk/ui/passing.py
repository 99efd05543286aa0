"""What becomes of Python objects that QML makes and destroys again."""

from PySide6.QtCore import QObject


def forget_with_item(item: QObject) -> None:
    """Let go of all that an object holds when QML destroys it. Call at the end of its `__init__`.

    PySide 6.11.3 keeps one reference to the Python half of everything QML has made, for ever: an empty shell
    stays, but not what was in it (a map's laid-out texts are 500 kB).
    """
    item.destroyed.connect(vars(item).clear)
