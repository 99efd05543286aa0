"""Who of staff is signed in, shared by all views of the staff page."""

from dataclasses import dataclass

from kiosk.domain.fair import StaffMember


@dataclass
class Shift:
    """Nobody, or one member of staff."""

    member: StaffMember | None = None

    @property
    def signed_in(self) -> bool:
        """Whether somebody is."""
        return self.member is not None

    def end(self) -> None:
        """Nobody is signed in any more."""
        self.member = None
