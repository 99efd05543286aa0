"""The world outside: scanners, printers, sound, clock."""
