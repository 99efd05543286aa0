"""Which scanners this kiosk listens to besides the keyboard, and what a code is that staff try."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain import badge
from kiosk.domain.scanner_words import CodeKind
from kiosk.domain.staff_duties import Act
from kiosk.services.duty import require
from kiosk.services.local_settings import record

if TYPE_CHECKING:
    from kiosk.devices.settings import ScannerSettings
    from kiosk.services.gate import Gate

TABLE = "scanners"
"""Where kiosk.toml has them, a [[scanners]] each."""

KeepEach = Callable[[str, Sequence[Mapping[str, str | bool | int | float]]], None]
"""Writes an array of tables of kiosk.toml anew; raises a fault with words where that cannot be done. As
kiosk.config.keep."""

_OF_TRUST = {
    badge.Trust.FORGED: CodeKind.FORGED_BADGE,
    badge.Trust.UNKNOWN_KEY: CodeKind.UNKNOWN_BADGE,
}
_OF_CLAIM: dict[type, CodeKind] = {
    badge.CodeClaim: CodeKind.REGISTRATION,
    badge.StudentClaim: CodeKind.STUDENT,
}


@dataclass(slots=True)
class ScannerChoice:
    """Changes them; the window knows which hold. All calls come from the store's thread."""

    gate: Gate
    keep: KeepEach

    def change(self, chosen: Sequence[ScannerSettings], by: str) -> tuple[ScannerSettings, ...]:
        """Keep others, and a fact; them again, once they are kept."""
        require(self.gate.fair, by, Act.SETTINGS)
        self.keep(TABLE, [msgspec.structs.asdict(each) for each in chosen])
        said = ", ".join(f"{each.kind} {each.id}".strip() for each in chosen)
        record(self.gate, {TABLE: said}, by)
        return tuple(chosen)

    def kind_of(self, text: str) -> CodeKind:
        """What a code is. Nothing is decided, recorded, or looked up of the person."""
        claim = self.gate.claim(text)
        if not isinstance(claim, badge.BadgeClaim):
            return _OF_CLAIM.get(type(claim), CodeKind.NOTHING)
        if claim.token.fair != badge.fair_number(self.gate.fair.id):
            return CodeKind.OTHER_BADGE  # whose keys are not known here, or not for it
        return _OF_TRUST.get(claim.trust, CodeKind.BADGE)
