"""`kiosk badges`: issue and print badges without the window."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.badge_sheets import sheet
from kiosk.commands.options import opened, show, with_json, with_state
from kiosk.domain.attendee import mask_name
from kiosk.domain.print_reasons import AGAIN

if TYPE_CHECKING:
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.printing.values import Whereabouts

STEP_S = 0.05
WAIT_MOST_S = 180.0
"""A printer that takes longer has gone silent: then the job is unknown, and staff are asked."""


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
            click.echo(f"kiosk: {problem}: give a student number or a full name.", err=True)
            sys.exit(1)
        ticket = (desk.reissue if new else desk.reprint)(hits[0].attendee, reason, "command")
        if ticket.job is None:
            click.echo(f"kiosk: {ticket.words.en}", err=True)
            sys.exit(1)
        where = work_until_out(queue, ticket.job)
        problems = problems_of(queue, where)
    value = {"job": ticket.job, "stage": where.stage.value, "problems": problems}
    show(as_json, value, problems or ["Printed."])
    sys.exit(1 if problems else 0)


def work_until_out(queue: PrintQueue, job: int) -> Whereabouts:
    """Work the queue, or let the process do it that does already, until this badge is out or will not be."""
    from kiosk.services.printing.values import Stage  # noqa: PLC0415  (the queue is loaded with the kiosk)

    ends_s = time.monotonic() + WAIT_MOST_S
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


def problems_of(queue: PrintQueue, where: Whereabouts) -> list[str]:
    """Why a badge is not out, and what to do."""
    from kiosk.domain.printer_trouble import WORDS, Trouble  # noqa: PLC0415  (only where there is a problem)
    from kiosk.services.printing.values import Stage  # noqa: PLC0415  (the queue is loaded with the kiosk)

    if where.stage is Stage.OUT:
        return []
    standing = queue.standing()
    if where.stage is Stage.HELD:
        held = [
            f"{each.name.en}: {WORDS[each.trouble].title.en}" for each in standing.printers if each.trouble
        ]
        return [f"It waits, and is printed when a printer works again. {'; '.join(held)}."]
    ended = next(iter((*standing.unknown[-1:], *standing.failed[-1:])), None)
    trouble = WORDS[(ended.trouble if ended else None) or Trouble.STOPPED]
    return [f"{trouble.title.en}. {trouble.action.en}"]
