"""`kiosk badges`: issue and print badges without the window."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from kiosk.commands.badge_sheets import sheet
from kiosk.commands.options import opened, show, with_json, with_state
from kiosk.domain.attendee import mask_name
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.print_reasons import AGAIN
from kiosk.ui import resources

if TYPE_CHECKING:
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.printing.values import Whereabouts

STEP_S = 0.05
WAIT_MOST_S = 180.0
"""A printer that takes longer has gone silent: then the job is unknown, and staff are asked."""
WAIT_FOR_WINDOW_S = 30.0
"""So long another process is waited for, which knows why it does not print."""


@click.group()
def badges() -> None:
    """Issue and print badges, and see how they look."""


badges.add_command(sheet)

_reason = click.option(
    "--reason",
    type=click.Choice([each.value for each in AGAIN]),
    default=None,
    help="Why; it stands in the fact, and is needed for a badge that was printed before.",
)


@badges.command()
@with_state
@with_json
@click.argument("query")
@_reason
def issue(state: Path, config_path: Path | None, as_json: bool, query: str, reason: str | None) -> None:
    """Issue a new badge to the one attendee that QUERY finds; older ones stop working.

    Example: kiosk badges issue 2019000001 --reason lost
    """
    _print(state, config_path, as_json, query, reason or "", new=True)


@badges.command("print")
@with_state
@with_json
@click.argument("query")
@_reason
def print_badge(state: Path, config_path: Path | None, as_json: bool, query: str, reason: str | None) -> None:
    """Print the badge of the one attendee that QUERY finds (name, student number or phone's end).

    While the kiosk's window is open, it prints.

    Example: kiosk badges print 林知远
    """
    _print(state, config_path, as_json, query, reason or "", new=False)


def _print(
    state: Path, config_path: Path | None, as_json: bool, query: str, reason: str, *, new: bool
) -> None:
    with opened(state, config_path) as kiosk:
        desk, queue = kiosk.services.badge_desk, kiosk.services.print_queue
        hits = desk.find(query)
        named = tuple(hit for hit in hits if hit.name == query.strip())
        hits = named or hits  # a full name stands in longer ones too
        if len(hits) != 1:
            names = ", ".join(mask_name(hit.name) for hit in hits)
            problem = f"{len(hits)} attendees match ({names})" if hits else "nobody matches"
            _refuse(f"{problem}: give a student number or a full name.")
        ticket = (desk.reissue if new else desk.reprint)(hits[0].attendee, reason, "command")
        if ticket.job is None:
            _refuse(ticket.words.en)
        where = work_until_out(queue, ticket.job)
        problems = problems_of(queue, ticket.job, where)
    value = {"job": ticket.job, "stage": where.stage.value, "problems": problems}
    show(as_json, value, problems or ["Printed."])
    sys.exit(1 if problems else 0)


@badges.command()
@click.argument("layout")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="A .pdf or .png file; LAYOUT.pdf here if not given.",
)
@click.option("--name", default="林知远", show_default=True, help="Whose badge it is.")
@click.option("--latin", default="", help="The name in Latin letters.")
@click.option(
    "--type",
    "type_name",
    type=click.Choice([each.name.lower() for each in BadgeType]),
    default="graduate",
    show_default=True,
)
@click.option("--dpi", default=300, show_default=True, type=click.IntRange(100, 1200), help="Of a .png file.")
def preview(layout: str, out: Path | None, name: str, latin: str, type_name: str, dpi: int) -> None:
    """Draw a badge of nobody's in one of the layouts: a6, a7, card, label_4x3 or tape_62.

    The exit status is 1 where the fonts lack a character of the name.

    Example: kiosk badges preview tape_62 --out badge.png --name 阿依古丽·买买提
    """
    from kiosk.badges.face import BadgeFace  # noqa: PLC0415  (not for --help)
    from kiosk.badges.renderer import Renderer  # noqa: PLC0415
    from kiosk.domain.badge import NOBODYS_TOKEN  # noqa: PLC0415

    root = resources.root()
    renderer = Renderer(root / "fonts", root / "badge_layouts")
    lines = {each.id: each for each in renderer.layouts()}
    if layout not in lines:
        _refuse(f"there is no layout {layout}: choose {', '.join(lines)}.")
    out = out or Path(f"{layout}.pdf")
    if out.suffix.lower() not in {".pdf", ".png"}:
        _refuse(f"{out} is neither a .pdf nor a .png file: choose one of them.")
    face = BadgeFace(
        token=NOBODYS_TOKEN,
        type=BadgeType[type_name.upper()],
        name=name,
        organisation="示例大学",
        detail="软件工程・硕士",
        fair_name="示例招聘会",
        fair_date="2026-11-28",
        lost="4 号服务台",
        latin=latin,
        sample=True,
    )
    missing = renderer.missing(face)
    if missing:
        _refuse(f"the fonts lack {missing}: write it another way.")
    if out.suffix.lower() == ".pdf":
        data = renderer.pdf(face, layout)
    else:
        from kiosk.badges.raster_png import png_of  # noqa: PLC0415  (Pillow is for .png files only)

        data = png_of(renderer.raster(face, layout, dpi=dpi, bits=1 if lines[layout].mono else 24))
    try:
        out.write_bytes(data)
    except OSError as problem:
        _refuse(f"cannot write {out}: {problem.strerror}.")
    click.echo(str(out))


def _refuse(why: str) -> NoReturn:
    click.echo(f"kiosk: {why}", err=True)
    sys.exit(1)


def work_until_out(queue: PrintQueue, job: int) -> Whereabouts:
    """Work the queue, or let the process do it that does already, until this badge is out or will not be."""
    from kiosk.services.printing.values import Stage  # noqa: PLC0415  (the queue is loaded with the kiosk)

    ends_s = time.monotonic() + (WAIT_MOST_S if queue.works else WAIT_FOR_WINDOW_S)
    while time.monotonic() < ends_s:
        task = queue.next_task()
        if task is not None:
            queue.settle(task, task.run())
            continue
        where = queue.whereabouts(job)
        if where.stage in {Stage.OUT, Stage.STOPPED} or (where.stage is Stage.HELD and queue.rests):
            return where
        time.sleep(STEP_S)
    return queue.whereabouts(job)


def problems_of(queue: PrintQueue, job: int, where: Whereabouts) -> list[str]:
    """Why a badge is not out, and what to do."""
    from kiosk.domain.printer_trouble import WORDS, Trouble  # noqa: PLC0415  (only where there is a problem)
    from kiosk.services.printing.standing import trouble_of  # noqa: PLC0415  (loaded with the kiosk)
    from kiosk.services.printing.values import Stage  # noqa: PLC0415

    if where.stage is Stage.OUT:
        return []
    if where.stage in {Stage.WAITING, Stage.PRINTING}:
        return ["It waits. The window prints it as soon as a printer works; its staff page says more."]
    if where.stage is Stage.HELD:
        standing = queue.standing()
        held = [
            f"{each.name.en}: {WORDS[each.trouble].title.en}" for each in standing.printers if each.trouble
        ]
        return [f"It waits, and is printed when a printer works again. {'; '.join(held)}."]
    record = queue.jobs.record(job)
    trouble = WORDS[(trouble_of(record.problem) if record is not None else None) or Trouble.STOPPED]
    return [f"{trouble.title.en}. {trouble.action.en}"]
