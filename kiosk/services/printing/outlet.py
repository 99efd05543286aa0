"""An outlet: a printer of this kiosk, what staff call it, and where its badges come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.devices.printers.port import Printer

FOLDER = Words("PDF 文件夹", "PDF folder")
BELOW = Words("本机下方的出卡口", "the slot below")
"""Where badges come out unless kiosk.toml says another place."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A printer, in the order in which kiosk.toml names them."""

    printer: Printer
    name: Words
    layout: str
    """Id of the badge layout that it prints."""
    place: Words = BELOW
    paper: bool = True
    """Whether a PDF on ordinary paper can be printed there, as a visitor's plan is."""

    @property
    def id(self) -> str:
        """The printer's."""
        return self.printer.id
