"""One door to all forms of a badge, with the real fonts, layouts and renderers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.badges import reading
from kiosk.badges.face import BadgeFace, Signposts
from kiosk.badges.renderer import Renderer, UnreadableCode, turned
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Fair, FairDay, FairKind, Policy
from kiosk.domain.printing import Media, Raster
from kiosk.domain.words import Words

RESOURCES = Path(__file__).parents[2] / "resources"
LAYOUTS = ("a6", "a7", "card", "label_4x3", "tape_62")
MakeFace = Callable[..., BadgeFace]


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(RESOURCES / "fonts", RESOURCES / "badge_layouts")


def test_every_layout_says_what_it_is_printed_on(renderer: Renderer) -> None:
    lines = {each.id: each for each in renderer.layouts()}
    assert tuple(lines) == LAYOUTS
    assert {each.id for each in lines.values() if each.mono} == {"label_4x3", "tape_62"}
    assert lines["tape_62"].media == Media(62, 0)
    assert lines["tape_62"].media.continuous
    assert lines["label_4x3"].media == Media(101.6, 76.2)
    assert lines["card"].media == Media(86, 54)
    assert all(each.name.zh and each.name.en for each in lines.values())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("bits", [1, 24])
def test_a_raster_lies_in_its_printing_direction_and_is_read(
    layout: str, bits: int, renderer: Renderer, make_face: MakeFace
) -> None:
    face = make_face("林知远", BadgeType.STAFF)
    raster = renderer.raster(face, layout, dpi=203, bits=bits)
    media = next(each.media for each in renderer.layouts() if each.id == layout)
    assert raster.width_px == round(media.width_mm * 203 / 25.4)
    assert raster.height_px == round((media.height_mm or 100) * 203 / 25.4)
    assert len(raster.data) == raster.row_bytes * raster.height_px
    found = zxingcpp.read_barcodes(_picture(raster))
    assert [each.text for each in found] == [face.token]


def _picture(raster: Raster) -> Image.Image:
    mode, raw = ("1", "1;I") if raster.bits == 1 else ("RGB", "RGB")
    size = (raster.width_px, raster.height_px)
    return Image.frombytes(mode, size, raster.data, "raw", raw).convert("L")


def test_a_quarter_turn_is_clockwise_and_keeps_every_dot() -> None:
    # A row of three dots, the first black; turned, it stands on top of two white ones.
    assert turned(Raster(3, 1, 203, 1, b"\x80")) == Raster(1, 3, 203, 1, b"\x80\x00\x00")
    pixels = bytes(range(6))
    assert turned(Raster(1, 2, 203, 24, pixels)) == Raster(2, 1, 203, 24, pixels[3:] + pixels[:3])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_pdf_is_read_and_says_the_name(
    layout: str,
    renderer: Renderer,
    make_face: MakeFace,
    pdf_text: Callable[[bytes], str],
    pdf_picture: Callable[[bytes], Path],
) -> None:
    face = make_face("阿卜杜热合曼·买买提𬭎")
    pdf = renderer.pdf(face, layout)
    assert face.name in pdf_text(pdf).replace("\n", "")
    with Image.open(pdf_picture(pdf)) as page:
        assert [each.text for each in zxingcpp.read_barcodes(page)] == [face.token]
        media = next(each.media for each in renderer.layouts() if each.id == layout)
        assert page.width == pytest.approx(media.width_mm * 200 / 25.4, abs=2)


def test_many_badges_are_pages_in_their_order(
    renderer: Renderer, make_face: MakeFace, pdf_text: Callable[[bytes], str]
) -> None:
    faces = [make_face(name, badge_type) for name in ("林知远", "李娜") for badge_type in BadgeType]
    pages = pdf_text(renderer.pdf_of_many(iter(faces), "card")).split("\f")[:-1]
    assert len(pages) == len(faces)
    assert all(face.name in page.replace(" ", "") for face, page in zip(faces, pages, strict=True))


def test_the_logo_is_on_the_badge(make_face: MakeFace, tmp_path: Path) -> None:
    Image.new("RGB", (40, 40), "#1D3F72").save(tmp_path / "logo.png")
    logo = (tmp_path / "logo.png").read_bytes()
    renderer = Renderer(RESOURCES / "fonts", RESOURCES / "badge_layouts", logo)
    picture = renderer.raster(make_face("林知远"), "a6", dpi=203, bits=24)
    assert b"\x1d\x3f\x72" * 40 in picture.data


def test_a_code_that_reads_otherwise_is_not_printed(
    renderer: Renderer, make_face: MakeFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "bitmap_read", lambda bitmap: "F1OTHER")
    monkeypatch.setattr(reading, "picture_read", lambda picture: ("F1OTHER",))
    face = make_face("林知远")
    with pytest.raises(UnreadableCode) as refusal:
        renderer.pdf(face, "a6")
    assert face.token not in str(refusal.value)
    with pytest.raises(UnreadableCode):
        renderer.raster(face, "a6", dpi=203, bits=1)


def test_what_is_missing_is_said_before_printing(renderer: Renderer, make_face: MakeFace) -> None:
    assert renderer.missing(make_face("陈䶮", latin="Chén Yǎn", marks=("A 专精特新",))) == ""
    assert renderer.missing(make_face("林😀", organisation="某校🎓", detail="😀")) == "😀🎓"
    assert renderer.missing(make_face("林", marks=("㊿🚌",))) == "🚌"


def test_a_layout_that_there_is_not(renderer: Renderer, make_face: MakeFace) -> None:
    for draw in (renderer.compose, renderer.pdf):
        with pytest.raises(KeyError):
            draw(make_face("林"), "a5")


def test_the_check_of_a_name_loads_no_heavy_library() -> None:
    code = (
        "import sys; from pathlib import Path; from kiosk.badges.metrics import missing_characters;"
        f"print(missing_characters('林😀', Path({str(RESOURCES / 'fonts')!r})));"
        "print(sorted({'reportlab', 'PIL', 'zxingcpp', 'qrcode'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert told.stdout.split("\n")[:2] == ["😀", "[]"]


def test_a_face_has_the_marks_that_the_fair_tells() -> None:
    day = date(2026, 11, 28)
    fair = Fair(
        "f", FairKind.DOUBLE_SELECTION, Words("双选会", ""), Words("", ""), False, (FairDay(day, 510, 960),),
        (), Policy(), (), (),
    )  # fmt: skip
    renderer = Renderer(
        RESOURCES / "fonts", RESOURCES / "badge_layouts", signposts=Signposts(coaches={4: "1 号车"})
    )
    person = Person("林知远 Lin Zhiyuan")
    attendee = Attendee(7, BadgeType.DELEGATION, Registration.CONFIRMED, person, delegation=4)
    face = renderer.face("F1", attendee, fair)
    assert (face.name, face.latin, face.marks) == ("林知远", "Lin Zhiyuan", ("1 号车",))
