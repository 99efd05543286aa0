"""Which languages the window speaks: its own two, and one for each file in translations/languages.

A file <code>.ts (Qt's own format: Linguist and Weblate open it) is all that a language needs. It is read when
somebody chooses the language; at the start only the folder's names are.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.ui.tongue import Tongue

OURS = {"zh": "中文", "en": "English"}
"""The languages that everything is written in, each in its own name."""

FOLDER = "languages"
"""Beside the .qm files of our own two."""


class Languages:
    """The languages of a folder of translations."""

    def __init__(self, translations: Path) -> None:
        self.translations = translations
        self._folder = translations / FOLDER
        self._tongues: dict[str, Tongue | None] = {}
        self._names: dict[str, str] | None = None

    @property
    def several(self) -> bool:
        """Whether there are more than our own two."""
        return any(self._files())

    def names(self) -> dict[str, str]:
        """Every language that can be spoken, by code, in its own name: ours first. A file that cannot be used
        is logged and left out."""
        if self._names is None:
            self._names = dict(OURS)
            for path in self._files():
                tongue = self.tongue(path.stem)
                if tongue is not None:
                    self._names[path.stem] = tongue.name
        return self._names

    def tongue(self, code: str) -> "Tongue | None":
        """What a language says instead of ours; None for our own two, and where its file cannot be used."""
        if code in OURS:
            return None
        if code not in self._tongues:
            from kiosk.ui import tongue  # noqa: PLC0415, not before somebody speaks another language

            self._tongues[code] = tongue.opened(self._folder / f"{code}.ts")
        return self._tongues[code]

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.ts")) if self._folder.is_dir() else []
