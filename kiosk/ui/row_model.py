"""A list for the window: any number of rows of named values, each made when it is first looked at."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Property, QAbstractListModel, QByteArray, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole)


@QmlElement
@QmlUncreatable("made by a page's view-model")
class Rows(QAbstractListModel):
    """Rows made of items by one function, as `RowList` shows them.

    3,000 items are taken without making a row of any: a row costs when it comes into sight. The model is
    never reset: rows that stay say anew what they hold, so that the list keeps its place and its delegates.
    """

    totalChanged = Signal()
    firstChanged = Signal()
    turned = Signal(int)
    """The list is to show this row first."""
    sought = Signal(int)
    """The list is to show this row, and to move no further than that needs."""

    def __init__(
        self, names: Sequence[str], make: Callable[[Any], dict[str, Any]], parent: QObject | None = None
    ) -> None:
        """`make` gives the values of an item's row by `names`."""
        super().__init__(parent)
        self._roles = {_FIRST_ROLE + index: name for index, name in enumerate(names)}
        self._make = make
        self._items: Sequence[Any] = ()
        self._made: dict[int, dict[str, Any]] = {}
        self._first = 0

    def roleNames(self) -> dict[int, QByteArray]:
        """Called by QML."""
        return {role: QByteArray(name.encode()) for role, name in self._roles.items()}

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Called by QML."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: QModelIndex, role: int = _FIRST_ROLE) -> Any:
        """Called by QML, for rows in sight only."""
        name = self._roles.get(role)
        at = index.row()
        if name is None or not 0 <= at < len(self._items):
            return None
        row = self._made.get(at)
        if row is None:
            row = self._made[at] = self._make(self._items[at])
        return row[name]

    def put(self, items: Iterable[Any], *, first: int | None = None) -> None:
        """Replace all items. The list keeps its place as far as there are rows, or turns to row `first`.

        A sequence that does not change is kept as it is, and asked for those items only that come into sight.
        """
        lasts = isinstance(items, Sequence) and not isinstance(items, list)
        self._take(items if lasts else tuple(items))
        self.refresh()
        if first is not None:
            self.turn_to(first)

    @Slot()
    def refresh(self) -> None:
        """What the rows say has changed, not which they are: another language, another one chosen."""
        self._made.clear()
        if self._items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._items) - 1, 0))

    def turn_to(self, row: int) -> None:
        """Show a row first, as far as there are rows after it."""
        self._set_first(row)
        self.turned.emit(self._first)

    def seek(self, row: int) -> None:
        """Bring a row into sight."""
        self.sought.emit(row)

    def _take(self, items: Sequence[Any]) -> None:
        before, after = len(self._items), len(items)
        self._made.clear()
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._items = items
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._items = items
            self.endRemoveRows()
        else:
            self._items = items
        if after != before:
            self._set_first(self._first)
            self.totalChanged.emit()

    @property
    def items(self) -> Sequence[Any]:
        """What the rows are made of."""
        return self._items

    @Property(int, notify=totalChanged)
    def total(self):
        """All rows."""
        return len(self._items)

    def _get_first(self):
        return self._first

    def _set_first(self, row):
        row = max(0, min(row, len(self._items) - 1))
        if row != self._first:
            self._first = row
            self.firstChanged.emit()

    first = Property(int, _get_first, _set_first, notify=firstChanged)
    """The row that stands first in sight, from 0: written by the list, read by the next page with it."""

    @Slot(int, str, result="QVariant")
    def value(self, row: int, name: str) -> Any:
        """A row's value by its name, for tests and assistive tools."""
        role = next(role for role, each in self._roles.items() if each == name)
        return self.data(self.index(row, 0), role)
