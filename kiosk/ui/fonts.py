"""Noto Sans SC, from the resource folder."""

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kiosk.ui import resources

FAMILY = "Noto Sans SC"
FILES = ("NotoSansSC_400Regular.ttf", "NotoSansSC_500Medium.ttf", "NotoSansSC_700Bold.ttf")


def load() -> None:
    """Register the three weights and make them the application's font."""
    for file in FILES:
        if QFontDatabase.addApplicationFont(str(resources.root() / "fonts" / file)) < 0:
            raise ValueError(f"{file} is no font")
    QGuiApplication.setFont(QFont(FAMILY))
