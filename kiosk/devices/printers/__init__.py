"""Printers: what takes a badge and says what became of it. `port` is what each of them must be."""

from kiosk.devices.printers.folder import PROBLEMS, FolderPrinter, NoPrinter, Printer, PrintOutcome, failed
from kiosk.domain.printing import PrintState

__all__ = ["PROBLEMS", "FolderPrinter", "NoPrinter", "PrintOutcome", "PrintState", "Printer", "failed"]
