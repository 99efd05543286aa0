"""`kiosk tour`: a visitor's whole journey, scripted through the real window."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click

from kiosk.app import SAMPLE_CLOCK_MIN, State, open_kiosk, open_pack, provider
from kiosk.commands.options import show, with_json
from kiosk.commands.progress import progress_bar
from kiosk.commands.sample import prepare
from kiosk.config import Settings
from kiosk.domain.fair import at
from kiosk.ui.settings import WindowSettings


@dataclass(frozen=True, slots=True)
class Look:
    """One walk: which fair, in which language, on which screen."""

    sample: str
    language: str
    orientation: str

    @property
    def name(self) -> str:
        """A folder's name."""
        return f"{self.sample}-{self.language}-{self.orientation}"


LOOKS = (Look("double_selection", "zh", "portrait"), Look("reverse", "en", "landscape"))
SOUGHT = {
    ("double_selection", "zh"): "软件",
    ("double_selection", "en"): "software",
    ("reverse", "zh"): "计算机",
    ("reverse", "en"): "technology",
}
PICTURES_A_WALK = 34
NOWHERE = {"zh": "海上风电", "en": "zeppelin"}
EVERY = tuple(
    Look(sample, language, orientation)
    for sample in ("double_selection", "reverse")
    for language in ("zh", "en")
    for orientation in ("portrait", "landscape")
)


@click.command()
@with_json
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--every", is_flag=True, help="Both sample fairs in both languages and both orientations.")
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Keep the tour's kiosks, one state folder a walk, in this folder.",
)
def tour(folder: Path, every: bool, keep: Path | None, as_json: bool) -> None:
    """Walk the journeys of a graduate, a walk-up, a visitor and a staff member on both sample fairs.

    Leaves a PNG a step and the badge PDFs in FOLDER. Needs no screen.

    Example: kiosk tour /tmp/tour
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    looks = EVERY if every else LOOKS
    states = keep or Path(tempfile.mkdtemp(prefix="fair-kiosk-tour-"))
    try:
        for look in looks:
            walk(look, states / look.name, folder / (look.name if every else look.sample))
    finally:
        if keep is None:
            shutil.rmtree(states, ignore_errors=True)
    pictures = sorted(str(path) for path in folder.rglob("*.png"))
    badges = sorted(str(path) for path in folder.rglob("*.pdf"))
    lines = [f"{len(pictures)} pictures and {len(badges)} badges in {folder}"]
    show(as_json, {"pictures": pictures, "badges": badges}, lines)


def walk(look: Look, state_folder: Path, out: Path) -> None:
    """One look: build and install the sample in a state of its own, open the window, walk."""
    from kiosk.commands.journeys import Journeys, SetClock, cast  # noqa: PLC0415
    from kiosk.keys.secrecy import code_hash  # noqa: PLC0415
    from kiosk.ui.running import Running  # noqa: PLC0415

    state = State(state_folder)
    codes = prepare(state, look.sample)
    window = WindowSettings(language=look.language, orientation=look.orientation, fullscreen=False)
    settings = Settings(window=window)
    keys = provider(settings, state, str)
    catalogue, _ = open_pack(settings, state, keys.load())
    try:
        fair = catalogue.fair()
        hashes = {code: code_hash(fair.id.encode(), code) for code in _codes(codes)}
        people = {code: each for code, of in hashes.items() if (each := catalogue.attendee_by_code(of))}
    finally:
        catalogue.close()
    clock = SetClock(at(fair.days[0].day, SAMPLE_CLOCK_MIN))
    running = Running(window, lambda: open_kiosk(settings, state, keys, lambda _fair: clock), still=True)
    running.show()
    try:
        with progress_bar() as report:
            journeys = Journeys(
                running,
                out,
                state.prints,
                clock,
                cast(codes, fair, people, clock.now()),
                lambda taken: report(look.name, taken, PICTURES_A_WALK),
            )
            journeys.open()
            journeys.graduate()
            journeys.walk_up("赵示例", "北科")
            journeys.visitor(SOUGHT[look.sample, look.language], NOWHERE[look.language])
            journeys.staff()
    finally:
        running.close()


def _codes(path: Path) -> list[str]:
    import csv  # noqa: PLC0415

    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["登记码"] for row in csv.DictReader(file)]
