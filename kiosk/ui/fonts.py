"""Noto Sans SC, and Noto Sans for the letters it lacks (Ł, š, ş), from the resource folder."""

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kiosk.ui import resources

FAMILY = "Noto Sans SC"
SECOND_FAMILY = "Noto Sans"
FILES = (
    "NotoSansSC_400Regular.ttf",
    "NotoSansSC_500Medium.ttf",
    "NotoSansSC_700Bold.ttf",
    "NotoSans_400Regular.ttf",
    "NotoSans_500Medium.ttf",
    "NotoSans_700Bold.ttf",
)


def load() -> None:
    """Register three weights of both and make the first the application's font."""
    for file in FILES:
        if QFontDatabase.addApplicationFont(str(resources.root() / "fonts" / file)) < 0:
            raise ValueError(f"{file} is no font")
    QFont.insertSubstitution(FAMILY, SECOND_FAMILY)  # not whatever the system has
    QGuiApplication.setFont(QFont(FAMILY))
