"""Sets up a sample fair: its pack built and installed, a key file for this kiosk."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from kiosk.app import State, prepare_sample
from kiosk.ui import resources

SAMPLES = ("double_selection", "reverse")


def folder_of(sample: str) -> Path:
    """The organiser's folder of a sample fair."""
    return resources.root() / "sample_fairs" / sample


def prepare(state: State, sample: str, place: str = "") -> Path:
    """Build and install a sample fair in a state folder, with a progress bar. Returns its codes file."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        tasks: dict[str, int] = {}

        def progress(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        return prepare_sample(state, folder_of(sample), place, progress)
