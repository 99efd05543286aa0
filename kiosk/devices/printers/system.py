"""The system's own printer, through Qt: for Windows above all, where each printer has its driver.

    [printer]
    kind = "system"
    address = "EPSON CW-C4010"          # its name; nothing: the system's default printer

What it can tell is little. Qt hands a page to the spooler and hears no more of it, so that a page is SENT
without a reference and never confirmed; a look knows whether there is such a printer and whether the spooler
calls it stopped, not why. Where CUPS has the printer, kind "ipp" with ipp://localhost/printers/NAME knows
more.

Badges come as colour rasters, dot for dot; sheets and plans as PDF, drawn by Qt's own PDF reader.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from kiosk.devices.printers.port import LOOK_TIMEOUT_S, SEND_TIMEOUT_S, Abilities, Handover, Look
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState, Raster, Takes

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from kiosk.devices.settings import PrinterSettings

Result = TypeVar("Result")

USUAL_DPI = 300
_APPLICATION: list[QGuiApplication] = []


def make(settings: PrinterSettings) -> SystemPrinter:
    """From kiosk.toml; the system is not asked."""
    return SystemPrinter(settings.id or settings.kind, settings.address, settings.dpi or USUAL_DPI)


class _Calls:
    """Calls into the system that end in time, as far as we wait: drivers and spoolers may hang."""

    def __init__(self) -> None:
        self._hanging: threading.Thread | None = None

    def bounded(self, call: Callable[[], Result], timeout_s: float, late: Result) -> Result:
        """What the call returns, or `late`; also while an earlier one still hangs."""
        if self._hanging is not None and self._hanging.is_alive():
            return late
        results: list[Result] = []
        self._hanging = threading.Thread(target=lambda: results.append(call()), daemon=True)
        self._hanging.start()
        self._hanging.join(timeout_s)
        return results[0] if results else late


@dataclass(slots=True)
class SystemPrinter:
    """See port.Printer. One call at a time, on any thread."""

    id: str
    name: str = ""
    """As the system calls it; "" is its default printer."""
    dpi: int = USUAL_DPI
    to_file: str = ""
    """A PDF is written here and nothing printed: what the spooler would get."""
    _calls: _Calls = field(default_factory=_Calls, repr=False)

    def look(self) -> Look:
        """Whether it is there, and whether the spooler calls it stopped."""
        _application()
        return self._calls.bounded(self._look, LOOK_TIMEOUT_S, Look(Trouble.GONE))

    def send(self, page: Page) -> Handover:
        """Give a page to the spooler."""
        _application()
        timeout_s = SEND_TIMEOUT_S * max(1, page.sheets)
        return self._calls.bounded(
            lambda: self._send(page), timeout_s, Handover(PrintState.UNKNOWN, Trouble.SILENT)
        )

    def follow(self, reference: str) -> Handover:
        """Nothing new is ever known."""
        return Handover(PrintState.SENT, None, reference)

    def find(self, job: int) -> Handover | None:  # noqa: ARG002
        """The spooler is out of our sight."""
        return None

    def cancel(self, reference: str) -> Handover:
        """It cannot be taken back from here."""
        return Handover(PrintState.SENT, None, reference)

    def empty(self) -> int:
        """Nothing is kept here."""
        return 0

    def _look(self) -> Look:
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415  Qt is there with the first page only

        if self.to_file:
            return Look(abilities=Abilities(Takes.COLOUR, self.dpi))
        info = self._info()
        if info.isNull():
            return Look(Trouble.GONE if self.name else Trouble.NO_PRINTER)
        stopped = info.state() == QPrinter.PrinterState.Error
        return Look(Trouble.STOPPED if stopped else None, abilities=self._abilities(info))

    def _info(self) -> QPrinterInfo:
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415  likewise

        return QPrinterInfo.printerInfo(self.name) if self.name else QPrinterInfo.defaultPrinter()

    def _abilities(self, info: QPrinterInfo) -> Abilities:
        from PySide6.QtGui import QPageSize  # noqa: PLC0415  likewise
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415  likewise

        size = info.defaultPageSize().size(QPageSize.Unit.Millimeter)
        media = Media(size.width(), size.height()) if size.isValid() else None
        duplex = QPrinter.DuplexMode.DuplexLongSide in info.supportedDuplexModes()
        return Abilities(Takes.COLOUR, self.dpi, media, duplex=duplex)

    def _send(self, page: Page) -> Handover:
        if page.raster is not None and page.raster.bits != 24:
            return Handover(PrintState.FAILED, Trouble.NOT_DRAWN)
        document = None if page.raster is not None else _pdf(page.pdf)
        if page.raster is None and document is None:
            return Handover(PrintState.FAILED, Trouble.NOT_DRAWN)
        if not self.to_file and self._info().isNull():
            return Handover(PrintState.FAILED, Trouble.GONE)
        return self._paint(page, document)

    def _paint(self, page: Page, document: QPdfDocument | None) -> Handover:
        from PySide6.QtGui import QPainter  # noqa: PLC0415  likewise

        printer = self._printer(page)
        painter = QPainter()
        if not painter.begin(printer):
            return Handover(PrintState.FAILED, Trouble.STOPPED)  # the spooler has opened no job
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # a code is no photograph
        whole = True
        if page.raster is not None:
            painter.drawImage(0, 0, _image(page.raster))
        elif document is not None:
            whole = _draw_pages(document, printer, painter)
        if not whole:
            printer.abort()
        ended = painter.end()
        if not whole:
            return Handover(PrintState.UNKNOWN, Trouble.NOT_DRAWN)
        return Handover(PrintState.SENT) if ended else Handover(PrintState.UNKNOWN, Trouble.STOPPED)

    def _printer(self, page: Page) -> QPrinter:
        """Set up for a page: its size to the millimetre, no margins, its dots."""
        from PySide6.QtCore import QMarginsF, QSizeF  # noqa: PLC0415  likewise
        from PySide6.QtGui import QPageLayout, QPageSize  # noqa: PLC0415  likewise
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415  likewise

        if self.to_file:
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(self.to_file)
        else:
            printer = QPrinter(self._info(), QPrinter.PrinterMode.HighResolution)
        raster = page.raster
        dpi = raster.dpi if raster is not None else self.dpi
        height_mm = page.media.height_mm
        if page.media.continuous and raster is not None:
            height_mm = raster.height_px / raster.dpi * 25.4
        size = QPageSize(
            QSizeF(page.media.width_mm, height_mm),
            QPageSize.Unit.Millimeter,
            "",
            QPageSize.SizeMatchPolicy.FuzzyMatch,
        )
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        layout.setMode(QPageLayout.Mode.FullPageMode)
        printer.setPageLayout(layout)
        printer.setFullPage(True)
        printer.setResolution(dpi)
        printer.setDocName(page.name)
        printer.setColorMode(QPrinter.ColorMode.Color)
        printer.setCopyCount(1)
        sides = QPrinter.DuplexMode.DuplexLongSide if page.duplex else QPrinter.DuplexMode.DuplexNone
        printer.setDuplex(sides)
        return printer


def _application() -> None:
    """Qt's printers need an application: the kiosk has its window's, a command makes one on its thread."""
    import os  # noqa: PLC0415

    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415  Qt is there with the first page only

    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _APPLICATION.append(QGuiApplication(["kiosk"]))


def _image(raster: Raster) -> QImage:
    from PySide6.QtGui import QImage  # noqa: PLC0415  likewise

    image = QImage(
        raster.data, raster.width_px, raster.height_px, raster.row_bytes, QImage.Format.Format_RGB888
    )
    return image.copy()  # Qt does not keep the bytes


def _pdf(data: bytes) -> QPdfDocument | None:
    from PySide6.QtCore import QBuffer, QByteArray  # noqa: PLC0415  likewise
    from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415  likewise

    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document if document.status() == QPdfDocument.Status.Ready and document.pageCount() else None


def _draw_pages(document: QPdfDocument, printer: QPrinter, painter: QPainter) -> bool:
    """Every page in its own size at the printer's dots; whether each could be drawn."""
    for number in range(document.pageCount()):
        if number and not printer.newPage():
            return False
        points = document.pagePointSize(number)
        size = (points * (printer.resolution() / 72)).toSize()
        image = document.render(number, size)
        if image.isNull():
            return False
        painter.drawImage(0, 0, image)
    return True
