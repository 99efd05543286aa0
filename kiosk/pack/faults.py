"""A known fault of building, checking or installing a pack."""

from __future__ import annotations

from kiosk.domain.words import Words


class PackFault(Exception):
    """What went wrong and what to do next, a line in each language. The terminal shows the English one."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = Words(zh, en)
