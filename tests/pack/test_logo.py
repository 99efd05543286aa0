"""The organiser's logo: taken as it is, or listed and left out."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from kiosk.badges.logo import MOST_BYTES, logo_fault
from kiosk.pack import manifest as manifests
from kiosk.pack.build import BuildReport
from kiosk.pack.folder import LOGO_FILE
from kiosk.pack.installed import content_key
from kiosk.pack.organiser import OrganiserKeys
from kiosk.store.catalogue import Catalogue

Build = Callable[..., BuildReport]


def _png(width: int, height: int, mode: str = "RGBA") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height)).save(out, "PNG")
    return out.getvalue()


def _logo_of(report: BuildReport, organiser: OrganiserKeys) -> bytes:
    key = content_key(report.manifest, organiser.venue_private)
    catalogue = Catalogue.open(report.pack / manifests.CATALOGUE, key)
    try:
        return catalogue.logo()
    finally:
        catalogue.close()


def test_a_logo_goes_into_the_pack(small: Path, build_small: Build, organiser: OrganiserKeys) -> None:
    without = build_small()
    assert _logo_of(without, organiser) == b""
    (small / LOGO_FILE).write_bytes(_png(60, 40))
    report = build_small()
    assert _logo_of(report, organiser) == _png(60, 40)
    assert report.manifest.content_sha256 != without.manifest.content_sha256
    assert not [each for each in report.ledger.findings if each.file == LOGO_FILE]
    assert build_small().manifest.content_sha256 == report.manifest.content_sha256


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "save it as PNG"),
        (b"GIF89a", "save it as PNG"),
        (b"\x89PNG\r\n\x1a\n", "export it again"),
        (_png(60, 40)[:-30], "export it again"),
        (_png(60, 40).replace(b"IHDR", b"IHDX"), "export it again"),
        (_png(60, 40) + bytes(MOST_BYTES), "make it smaller"),
        (_png(2001, 10), "2001 x 10 pixels"),
        (_png(10, 2001), "10 x 2001 pixels"),
    ],
)
def test_a_logo_that_cannot_be_used_is_listed(
    data: bytes, told: str, small: Path, build_small: Build, organiser: OrganiserKeys
) -> None:
    (small / LOGO_FILE).write_bytes(data)
    report = build_small()
    assert _logo_of(report, organiser) == b""
    (finding,) = [each for each in report.ledger.findings if each.file == LOGO_FILE]
    assert told in finding.words.en
    assert finding.words.zh.startswith("标志没有采用：")


def test_a_pipe_is_no_logo(small: Path, build_small: Build) -> None:
    os.mkfifo(small / LOGO_FILE)
    assert [each.file for each in build_small().ledger.findings if each.file == LOGO_FILE] == [LOGO_FILE]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_sort_of_png_will_do(mode: str) -> None:
    assert logo_fault(_png(40, 30, mode)) is None
    assert logo_fault(_png(2000, 2000, "1")) is None


def test_the_sample_fair_has_its_logo(sample_fairs: Path) -> None:
    data = (sample_fairs / "double_selection" / LOGO_FILE).read_bytes()
    assert logo_fault(data) is None
