"""Printers: what takes a badge and says what became of it. `port` is what each of them must be."""
