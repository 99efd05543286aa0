"""Drawing a run of a batch: badges, separators and backs on their sheets. Not for the store's thread."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.badges.batch_sheets import (
    DPI,
    BackFace,
    SeparatorFace,
    SheetHead,
    plain_back,
    separator,
    sheet_pages,
)
from kiosk.badges.face import dates_text
from kiosk.badges.metrics import load_metrics
from kiosk.badges.pdf import draw_pages
from kiosk.badges.renderer import check_code
from kiosk.domain.batch import Back, lies_at

if TYPE_CHECKING:
    from kiosk.badges.imposition import SheetLayout
    from kiosk.badges.marks import Composition
    from kiosk.badges.renderer import Renderer
    from kiosk.domain.batch import Card
    from kiosk.domain.fair import Fair
    from kiosk.domain.printing import Media
    from kiosk.services.issuing import Issuing
    from kiosk.services.printing.batch_work import Run


@dataclass(frozen=True, slots=True)
class Drawn:
    """A run's pages."""

    pdf: bytes
    pages: int
    media: Media
    duplex: bool


def batch_name(batch: int) -> str:
    """What staff and papers call a batch: the start of its id. 3F2A"""
    return f"{batch:016x}"[:4].upper()


def draw_run(run: Run, sheet: SheetLayout, renderer: Renderer, issuing: Issuing, fair: Fair) -> Drawn:
    """The run as a PDF, each code read back. UnreadableCode, FontFault."""
    metrics = load_metrics(renderer.fonts)
    size = next(each.media for each in renderer.layouts() if each.id == sheet.badge)

    def composed(card: Card | None) -> Composition | None:
        if card is None:
            return None
        if card.attendee is not None:
            token = issuing.token(card.attendee, run.badges[card.attendee.id])
            return renderer.compose(renderer.face(token, card.attendee, fair), sheet.badge, dpi=DPI)
        place = lies_at(run.wish.desk, card.row) if run.wish.desk else None
        face = SeparatorFace(run.headings[card.group], run.counts[card.group], place, fair.name.zh)
        return separator(face, size.width_mm, size.height_mm, metrics)

    back = run.wish.back if sheet.duplex else Back.NONE
    plain = None
    if back is Back.PLAIN:
        behind = BackFace(fair.name, dates_text(fair), fair.policy.desk)
        plain = plain_back(behind, size.width_mm, size.height_mm, metrics)
    head = SheetHead(
        batch_name(run.batch),
        run.first,
        tuple(run.headings[card.group].zh if card is not None else "" for card in run.cards),
    )
    out = io.BytesIO()
    pages = draw_pages(
        sheet_pages([composed(card) for card in run.cards], sheet, head, metrics, backs=back, plain=plain),
        renderer.fonts,
        out,
        duplex=back is not Back.NONE,
        check=check_code,
    )
    return Drawn(out.getvalue(), pages, sheet.paper, duplex=back is not Back.NONE)
