"""The real fonts, the real layout, real tokens, and poppler to look at what was printed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.badges.face import BadgeFace
from kiosk.badges.layout import Layout, read_layout
from kiosk.domain.badge import Token, encode, fair_number
from kiosk.domain.badge_type import BadgeType
from kiosk.keys.signing import SigningKey

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def fonts() -> Path:
    return RESOURCES / "fonts"


@pytest.fixture(scope="session")
def layout_path() -> Path:
    return RESOURCES / "badge_layouts" / "a6.toml"


@pytest.fixture(scope="session")
def layout(layout_path: Path) -> Layout:
    return read_layout(layout_path)


@pytest.fixture(scope="session")
def fonts_and_layout(fonts: Path, layout: Layout) -> tuple[Path, Layout]:
    return fonts, layout


@pytest.fixture(scope="session")
def make_token() -> Callable[[int], str]:
    key = SigningKey.from_seed(b"k" * 32)
    fair = fair_number("bj-2026-winter")

    def make(badge: int) -> str:
        return encode(Token(key.kid, fair, date(2026, 11, 29), BadgeType.GRADUATE, badge, 7), key.sign)

    return make


@pytest.fixture(scope="session")
def make_face(make_token: Callable[[int], str]) -> Callable[..., BadgeFace]:
    def make(name: str, badge_type: BadgeType = BadgeType.GRADUATE, **more: object) -> BadgeFace:
        fields: dict[str, object] = {
            "organisation": "北京科技大学",
            "detail": "计算机科学与技术·硕士",
            "fair_name": "首都高校毕业生冬季双选会（示例）",
            "fair_date": "2026-11-28",
            "lost": "4 号服务台",
            "sample": True,
        }
        return BadgeFace(token=make_token(5), type=badge_type, name=name, **(fields | more))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def pdf_text() -> Callable[[bytes], str]:
    def read(pdf: bytes) -> str:
        return subprocess.run(
            ["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True
        ).stdout.decode()

    return read


@pytest.fixture
def pdf_picture(tmp_path: Path) -> Callable[[bytes], Path]:
    """The page as a PNG of 200 dpi."""

    def draw(pdf: bytes) -> Path:
        command = ["pdftoppm", "-r", "200", "-png", "-singlefile", "-", str(tmp_path / "page")]
        subprocess.run(command, input=pdf, capture_output=True, check=True)
        return tmp_path / "page.png"

    return draw
