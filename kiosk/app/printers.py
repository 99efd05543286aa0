"""The printers of a kiosk, its queue and its batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.app.state import StartFault, State
from kiosk.config import Settings
from kiosk.domain.words import Words
from kiosk.ui import resources

if TYPE_CHECKING:
    from kiosk.badges.renderer import Renderer
    from kiosk.devices.settings import PrinterSettings
    from kiosk.domain.exhibitor import Exhibitor
    from kiosk.domain.fair import Fair
    from kiosk.domain.floorplan import FloorPlan
    from kiosk.services.badge_desk import BadgeDesk
    from kiosk.services.gate import Gate
    from kiosk.services.printing.batches import Batches
    from kiosk.services.printing.outlet import Outlet
    from kiosk.services.printing.queue import PrintQueue


def print_queue(
    settings: Settings, state: State, gate: Gate, plan: FloorPlan, exhibitors: tuple[Exhibitor, ...]
) -> PrintQueue:
    from kiosk.badges.face import signposts_of  # noqa: PLC0415
    from kiosk.badges.renderer import Renderer  # noqa: PLC0415
    from kiosk.services.printing.queue import PrintQueue  # noqa: PLC0415

    root = resources.root()
    catalogue = gate.catalogue
    signposts = signposts_of(plan, catalogue.delegations(), catalogue.sessions(), exhibitors)
    renderer = Renderer(root / "fonts", root / "badge_layouts", catalogue.logo(), signposts)
    outlets = outlets_for(settings, state, gate.fair, renderer)
    kiosks = {each.id: each.name for each in plan.kiosks}
    return PrintQueue(gate, gate.issuing, outlets, renderer, kiosks=kiosks)


def badge_desk_of(gate: Gate, queue: PrintQueue) -> BadgeDesk:
    from kiosk.badges.metrics import missing_characters  # noqa: PLC0415
    from kiosk.services.badge_desk import BadgeDesk  # noqa: PLC0415
    from kiosk.services.printing.reprints import Reprints  # noqa: PLC0415
    from kiosk.services.schools import read_schools  # noqa: PLC0415

    root = resources.root()
    return BadgeDesk(
        gate,
        gate.issuing,
        read_schools(root / "lists"),
        lambda text: missing_characters(text, root / "fonts"),
        Reprints(queue, gate.issuing),
    )


def batches_of(gate: Gate, queue: PrintQueue, plan: FloorPlan) -> Batches:
    from kiosk.badges.imposition import read_sheets  # noqa: PLC0415
    from kiosk.services.printing.batches import Batches  # noqa: PLC0415

    sheets = read_sheets(resources.root() / "sheet_layouts")
    return Batches(gate, gate.issuing, queue.renderer, sheets, queue.outlets, plan.zones)


def outlets_for(settings: Settings, state: State, fair: Fair, renderer: Renderer) -> tuple[Outlet, ...]:
    """The printers that were chosen, in order; on a sample fair a folder by default, on a real one none."""
    from kiosk.devices.settings import PrinterSettings  # noqa: PLC0415

    chosen = settings.printers
    if settings.printer.kind:
        chosen = (settings.printer, *chosen)
    if not chosen and fair.sample:
        state.prints.mkdir(parents=True, exist_ok=True)
        chosen = (PrinterSettings(kind="folder", folder=str(state.prints)),)
    elif chosen == (settings.printer,) and settings.printer.kind == "folder" and not settings.printer.folder:
        chosen = ()  # as kiosk.toml could always say it: none was chosen yet
    layouts = [each.id for each in renderer.layouts()]
    outlets = tuple(_outlet(each, layouts) for each in chosen)
    ids = [each.id for each in outlets]
    twice = next((each for each in ids if ids.count(each) > 1), None)
    if twice is not None:
        raise StartFault(
            Words(
                f"有两台打印机都叫 {twice}：请给每台写一个不同的 id。",
                f"Two printers have the id {twice}: give each an id of its own.",
            )
        )
    return outlets


def _outlet(settings: PrinterSettings, layouts: list[str]) -> Outlet:
    from kiosk.devices.printers.kinds import LABELS, layout_of, printer_of  # noqa: PLC0415
    from kiosk.devices.printers.port import WrongSettings  # noqa: PLC0415
    from kiosk.services.printing.outlet import BELOW, FOLDER, Outlet  # noqa: PLC0415

    try:
        printer = printer_of(settings)
    except WrongSettings as wrong:
        raise StartFault(wrong.words) from wrong
    layout = layout_of(settings)
    if layout not in layouts:
        there = ", ".join(layouts)
        raise StartFault(
            Words(
                f"没有胸卡版式 {layout}，有：{there}。",
                f"There is no badge layout {layout}. There are: {there}.",
            )
        )
    named = Words(settings.name, settings.name_en or settings.name)
    unnamed = FOLDER if settings.kind == "folder" else Words(printer.id, printer.id)
    return Outlet(
        printer,
        named if settings.name else unnamed,
        layout,
        Words(settings.place, settings.place_en or settings.place) if settings.place else BELOW,
        paper=settings.kind not in LABELS,
    )
