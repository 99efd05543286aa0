"""Sets up a sample fair: its pack built and installed, a key file for this kiosk."""

from __future__ import annotations

from pathlib import Path

from kiosk.app import State, prepare_sample
from kiosk.commands.progress import progress_bar
from kiosk.ui import resources


def folder_of(sample: str) -> Path:
    """The organiser's folder of a sample fair."""
    return resources.root() / "sample_fairs" / sample


def prepare(state: State, sample: str, place: str = "") -> Path:
    """Build and install a sample fair in a state folder, with a progress bar. Returns its codes file."""
    with progress_bar() as report:
        return prepare_sample(state, folder_of(sample), place, report)
