"""A visitor's plan on paper: stops in their order, numbers large, and the whole of it as a QR.

It is printed on whatever badges are printed on, cards, labels or tape, in as many pages as it takes, in pure
black, which prints best on every sort of printer. It names nobody.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.badges.marks import Composition, Mark
from kiosk.badges.metrics import Metrics, load_metrics
from kiosk.badges.strip_marks import NOTES_GAP_MM, Room, StripRow
from kiosk.domain.printing import Media, Raster


@dataclass(frozen=True, slots=True)
class StripFace:
    """All that a strip says, in one language."""

    title: str
    when: str
    fair: str
    summary: str
    rows: tuple[StripRow, ...]
    notes: tuple[str, ...]
    """What was picked and is no stop, a line each."""
    code: str
    """The text in the QR."""
    code_words: str
    foot: str


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands on one page, from the top."""

    rows: tuple[StripRow, ...] = ()
    notes: tuple[str, ...] = ()
    code: bool = False


def strip_pdf(face: StripFace, fonts: Path, media: Media, *, dpi: int = 600) -> bytes:
    """The strip as a PDF; the same bytes for the same face. FontFault where a font is missing."""
    from kiosk.badges.pdf import PageMarks, Placed, draw_pages  # noqa: PLC0415  (loaded at the first print)

    out = io.BytesIO()
    pages = compose_strip(face, load_metrics(fonts), media, dpi=dpi)
    sized = (PageMarks(each.width_mm, each.height_mm, (Placed(each),)) for each in pages)
    draw_pages(sized, fonts, out, title="Plan")
    return out.getvalue()


def strip_rasters(face: StripFace, fonts: Path, media: Media, *, dpi: int, bits: int) -> tuple[Raster, ...]:
    """The strip in a printer's own dots, a raster a page. FontFault where a font is missing."""
    from kiosk.badges.raster import draw_raster  # noqa: PLC0415  (Pillow is loaded at the first print)

    pages = compose_strip(face, load_metrics(fonts), media, dpi=dpi)
    return tuple(draw_raster(each, fonts, bits=bits) for each in pages)


def compose_strip(face: StripFace, metrics: Metrics, media: Media, *, dpi: int) -> tuple[Composition, ...]:
    """The strip's pages as marks, its code fitted to the dots of `dpi`; on tape one, as long as it takes."""
    room = Room(media, metrics, dpi)
    parts = (_Part(face.rows, face.notes, code=True),) if media.continuous else tuple(_parts(face, room))
    pages = []
    for number, part in enumerate(parts, 1):
        height_mm = media.height_mm or _length_mm(room, part)
        page = f"{number}/{len(parts)}" if len(parts) > 1 else ""
        marks = tuple(_marks(face, part, room, height_mm, page))
        pages.append(Composition(media.width_mm, height_mm, dpi, (), marks, fixed_key="", mono=True))
    return tuple(pages)


def _parts(face: StripFace, room: Room) -> Iterator[_Part]:
    """Rows page by page, each page full before the next; on the last one the notes, the QR, and what rows are
    left: whoever walks reads all stops of a short plan at a glance. Notes that find no room there stand
    before it; where a page is too low for head and QR, the QR has one of its own."""
    last_mm = room.body_mm - (0 if room.code_alone else room.code_mm)
    before, notes = face.notes, tuple[str, ...]()
    while before and _body_mm(_Part(notes=(before[-1], *notes)), room) <= last_mm:
        before, notes = before[:-1], (before[-1], *notes)
    left = _Part(face.rows, before)
    while _body_mm(left, room) > 0 and _body_mm(_Part(left.rows, (*left.notes, *notes)), room) > last_mm:
        page, left = _filled(left, room)
        yield page
    rest = _Part(left.rows, (*left.notes, *notes), code=not room.code_alone)
    if rest.rows or rest.notes or rest.code:
        yield rest
    if room.code_alone:
        yield _Part(code=True)


def _filled(left: _Part, room: Room) -> tuple[_Part, _Part]:
    """As much as fills a page, one line at least, and the rest."""
    rows, notes = 0, 0
    while rows < len(left.rows) and _body_mm(_Part(left.rows[: rows + 1]), room) <= room.body_mm:
        rows += 1
    if rows == len(left.rows):
        while notes < len(left.notes) and (
            _body_mm(_Part(left.rows, left.notes[: notes + 1]), room) <= room.body_mm
        ):
            notes += 1
    if not rows and not notes:
        rows, notes = (1, 0) if left.rows else (0, 1)
    page = _Part(left.rows[:rows], left.notes[:notes])
    return page, _Part(left.rows[rows:], left.notes[notes:])


def _body_mm(part: _Part, room: Room) -> float:
    """Height of rows and notes."""
    notes_mm = NOTES_GAP_MM + sum(map(room.note_mm, part.notes)) if part.notes else 0.0
    return sum(map(room.row_mm, part.rows)) + notes_mm


def _length_mm(room: Room, part: _Part) -> float:
    """Of tape."""
    return room.head_mm + _body_mm(part, room) + room.code_mm + room.foot_mm


def _marks(face: StripFace, part: _Part, room: Room, height_mm: float, page: str) -> Iterator[Mark]:
    if room.code_alone and part.code:
        yield from room.code(face.code, face.code_words, height_mm - (height_mm - room.code_mm) / 2 - 2.5)
        yield from room.foot("", page, height_mm)
        return
    yield from room.head(face.title, face.when, face.fair, face.summary)
    y_mm = room.head_mm
    for row in part.rows:
        yield from room.row(row, y_mm)
        y_mm += room.row_mm(row)
    y_mm += NOTES_GAP_MM
    for note in part.notes:
        yield from room.note(note, y_mm)
        y_mm += room.note_mm(note)
    if part.code:
        yield from room.code(face.code, face.code_words, height_mm - room.foot_mm)
    yield from room.foot(face.foot, page, height_mm)
