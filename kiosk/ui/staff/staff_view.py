"""What the view-models of the staff page's views share: who is signed in."""

from PySide6.QtCore import Property
from PySide6.QtQml import QmlAnonymous

from kiosk.ui.page_model import PageModel
from kiosk.ui.staff.shift import Shift

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlAnonymous
class StaffView(PageModel):
    """One view of the staff page."""

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, parent)
        self._shift = shift

    @Property(Shift, constant=True)
    def shift(self):
        """Who is signed in, and whose everything is."""
        return self._shift
