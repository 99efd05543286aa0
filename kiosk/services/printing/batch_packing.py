"""A batch's packing list, out of what facts say of it. Not for the store's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.badges.face import dates_text
from kiosk.badges.packing_list import PackingFace, PackingGroup, PackingLine, draw_packing_list
from kiosk.domain.batch import ORDER_WORDS, Order, grouped
from kiosk.services.printing.batch_drawing import batch_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.domain.attendee import Attendee
    from kiosk.domain.batch import Layers
    from kiosk.domain.fair import Fair
    from kiosk.domain.words import Words
    from kiosk.services.printing.batch_values import Unprintable
    from kiosk.services.printing.batch_work import Packed


def draw_packing(
    packed: Packed,
    people: Iterable[Attendee],
    missing: Iterable[Unprintable],
    sheet: Words,
    layers: Layers,
    fair: Fair,
    fonts: Path,
) -> bytes:
    """The list of those `people` whose badges are printed, as a PDF. FontFault."""
    groups = grouped(people, packed.wish.order, layers)
    face = PackingFace(
        fair=fair.name,
        date=dates_text(fair),
        batch=batch_name(packed.batch),
        desk=packed.wish.desk,
        order=ORDER_WORDS[packed.wish.order],
        sheet=sheet,
        sheets=packed.sheets,
        printed_at=f"{packed.ordered_at:%Y-%m-%d %H:%M}",
        groups=tuple(
            PackingGroup(
                group.heading,
                tuple(_line(each, packed.rows[each.id], packed, layers) for each in group.people),
            )
            for group in groups
        ),
        missing=tuple(PackingLine(each.name, "", each.organisation) for each in missing),
    )
    return draw_packing_list(face, fonts)


def _line(attendee: Attendee, row: int, packed: Packed, layers: Layers) -> PackingLine:
    person = attendee.person
    return PackingLine(person.name, _mark(attendee, packed.wish.order, layers), person.organisation, row)


def _mark(attendee: Attendee, order: Order, layers: Layers) -> str:
    """The stall; of who comes with a delegation the coach, where badges lie by coaches."""
    group = layers.delegations.get(attendee.delegation) if attendee.delegation is not None else None
    if group is not None and (order is Order.COACHES or not attendee.stall):
        return group.coach
    return attendee.stall
