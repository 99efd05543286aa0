"""Real printers and a real spooler for every test of printers."""

from tests.devices.printers.fixtures import bus, cups, ippeve

__all__ = ["bus", "cups", "ippeve"]
