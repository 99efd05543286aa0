"""Where a kiosk keeps what is its own, and why one cannot start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.words import Words

if TYPE_CHECKING:
    pass


class StartFault(Exception):
    """The kiosk cannot start; `words` say why and what to do.

    `kind` tells what is wrong, as domain.fault_codes lists it: start, pack.missing or pack.damaged.
    """

    def __init__(self, words: Words, kind: str = "start") -> None:
        super().__init__(words.en)
        self.words = words
        self.kind = kind


@dataclass(frozen=True, slots=True)
class State:
    """Where one kiosk keeps what is its own."""

    folder: Path

    @property
    def store(self) -> Path:
        """The encrypted store."""
        return self.folder / "store.db"

    @property
    def config(self) -> Path:
        """Its settings, where no other file was named."""
        return self.folder / "kiosk.toml"

    @property
    def keys(self) -> Path:
        """The key file, where keys are kept in one."""
        return self.folder / "keys.json"

    @property
    def identity(self) -> Path:
        """Who this machine is to others: certificates, nothing secret."""
        return self.folder / "identity.json"

    @property
    def fetched(self) -> Path:
        """Where fair packs lie that come from a peer, until they are whole."""
        return self.folder / "fetched"

    @property
    def clock(self) -> Path:
        """A time that staff have set, where the machine's clock could not be."""
        return self.folder / "clock.json"

    @property
    def prints(self) -> Path:
        """Where the folder printer of the samples writes its PDFs."""
        return self.folder / "prints"

    @property
    def backups(self) -> Path:
        """Where the running kiosk puts a backup every hour."""
        return self.folder / "backups"

    @property
    def organiser(self) -> Path:
        """The sample organiser's keys; on a real fair the organiser keeps them elsewhere."""
        return self.folder / "organiser"

    @property
    def built(self) -> Path:
        """Packs and reports of the sample fairs that were built here."""
        return self.folder / "built"
