"""The tour leaves pictures and badges, and every badge opens the gate of a kiosk that was not there."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.app import State, kiosk_secrets, open_kiosk, provider
from kiosk.config import Settings
from kiosk.domain import badge
from kiosk.domain.reasons import Reason
from kiosk.keys.providers import create_key_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEAST_PICTURES = 24
LEAST_BADGES = 4
READ_DPI = 200


@pytest.fixture(scope="module")
def toured(run_kiosk: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tour")
    ran = run_kiosk("tour", folder / "out", "--keep", folder / "states")
    assert ran.status == 0, ran.err
    return folder


def qr_of(pdf: Path, tmp_path: Path) -> str:
    """What the badge's QR says, read back from the page as a scanner would see it."""
    import zxingcpp  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    picture = tmp_path / "page"
    subprocess.run(["pdftoppm", "-r", str(READ_DPI), "-png", "-singlefile", pdf, picture], check=True)
    with Image.open(f"{picture}.png") as image:
        (code,) = zxingcpp.read_barcodes(image)
    return code.text


def other_kiosk(state: Path, tmp_path: Path) -> Any:
    """A kiosk at another place with the same pack, that has heard nothing of the first."""
    place = State(tmp_path / "other")
    shutil.copytree(state / "packs", place.folder / "packs")
    create_key_file(place.keys, kiosk_secrets(state / "organiser", "west-1"))
    settings = Settings(place="west-1")
    return open_kiosk(settings, place, provider(settings, place, str), _clock_of_the_tour)


def _clock_of_the_tour(fair: Any) -> Any:
    from kiosk.app import SAMPLE_CLOCK_MIN  # noqa: PLC0415
    from kiosk.commands.journeys import SetClock  # noqa: PLC0415
    from kiosk.domain.fair import at  # noqa: PLC0415

    return SetClock(at(fair.days[0].day, SAMPLE_CLOCK_MIN))


def test_the_tour_leaves_a_picture_a_step_and_the_badges(toured: Path) -> None:
    assert len(list((toured / "out").rglob("*.png"))) >= LEAST_PICTURES
    assert len(list((toured / "out").rglob("*.pdf"))) >= LEAST_BADGES


def test_every_badge_admits_elsewhere_and_names_its_holder(toured: Path, tmp_path: Path) -> None:
    for state in sorted((toured / "states").iterdir()):
        sample = state.name.rsplit("-", 2)[0]
        pdfs = sorted((toured / "out" / sample).glob("*.pdf"))
        first = open_kiosk(Settings(), State(state), provider(Settings(), State(state), str))
        other = other_kiosk(state, tmp_path / sample)
        try:
            admitted = set()
            for pdf in pdfs:
                text = qr_of(pdf, tmp_path)
                assert len(text) == badge.TOKEN_LENGTH
                reason = other.services.gate.scan(text).decision.reason
                decoded = badge.decode(text)
                assert decoded is not None
                again = decoded[0].attendee in admitted  # a reprint is the same badge
                assert reason is (Reason.REPEATED if again else Reason.WELCOME)
                admitted.add(decoded[0].attendee)
                person = first.services.gate.attendee(decoded[0].attendee).person
                said = subprocess.run(
                    ["pdftotext", pdf, "-"], capture_output=True, text=True, check=True
                ).stdout
                assert person.name in said
            assert len(admitted) == 2
        finally:
            first.close()
            other.close()
