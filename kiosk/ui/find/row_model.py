"""A list for the window: rows of named values, a page of them at a time."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QAbstractListModel, QByteArray, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by a page's view-model")
class PagedRows(QAbstractListModel):
    """Rows whose values have the same names; QML sees the `pageSize` rows of the page that is turned to."""

    pageChanged = Signal()
    totalChanged = Signal()
    """Apart from the page: how many rows fit may depend on how many there are, never the other way round."""

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._all: list[dict[str, Any]] = []
        self._page = 0
        self._page_size = 5

    def roleNames(self) -> dict[int, QByteArray]:
        """Called by QML."""
        return {
            Qt.ItemDataRole.UserRole + index: QByteArray(name.encode())
            for index, name in enumerate(self._names)
        }

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Called by QML: rows on this page."""
        return 0 if parent is not None and parent.isValid() else len(self._shown())

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Called by QML."""
        shown = self._shown()
        place = role - Qt.ItemDataRole.UserRole
        if not 0 <= index.row() < len(shown) or not 0 <= place < len(self._names):
            return None
        return shown[index.row()][self._names[place]]

    def put(self, rows: list[dict[str, Any]], *, page: int | None = None) -> None:
        """Replace all rows. Without `page` the page stays, as far as there are rows for it."""
        before = len(self._all)
        self.beginResetModel()
        self._all = rows
        self._page = self._page if page is None else page
        self._page = max(0, min(self._page, self.page_count() - 1))
        self.endResetModel()
        if len(rows) != before:
            self.totalChanged.emit()
        self.pageChanged.emit()

    def page_count(self) -> int:
        """Pages there are, at least one."""
        return max(1, -(-len(self._all) // self._page_size))

    def page_of(self, index: int) -> int:
        """The page on which a row lies."""
        return index // self._page_size

    def turn_to(self, page: int) -> None:
        """Show a page, as far as it exists."""
        page = max(0, min(page, self.page_count() - 1))
        if page != self._page:
            self.put(self._all, page=page)

    def _shown(self) -> list[dict[str, Any]]:
        start = self._page * self._page_size
        return self._all[start : start + self._page_size]

    def _get_page_size(self):
        return self._page_size

    def _set_page_size(self, size):
        size = max(1, size)
        if size != self._page_size:
            first = self._page * self._page_size
            self._page_size = size
            self.put(self._all, page=first // size)

    pageSize = Property(int, _get_page_size, _set_page_size, notify=pageChanged)
    """Rows that fit on the screen; set by the page."""

    @Property(int, notify=totalChanged)
    def total(self):
        """All rows."""
        return len(self._all)

    @Property(int, notify=pageChanged)
    def first(self):
        """Number of the first row shown, from 1; 0 where there are none."""
        return self._page * self._page_size + 1 if self._all else 0

    @Property(int, notify=pageChanged)
    def last(self):
        """Number of the last row shown."""
        return min((self._page + 1) * self._page_size, len(self._all))

    @Property(bool, notify=pageChanged)
    def hasBefore(self):
        """Whether there is a page before."""
        return self._page > 0

    @Property(bool, notify=pageChanged)
    def hasAfter(self):
        """Whether there is a page after."""
        return self._page < self.page_count() - 1

    @Slot()
    def turnBack(self) -> None:
        """The page before."""
        self.turn_to(self._page - 1)

    @Slot()
    def turnOn(self) -> None:
        """The page after."""
        self.turn_to(self._page + 1)
