"""`kiosk badges`: issue and print badges without the window."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiosk.commands.options import opened, show, with_json, with_state
from kiosk.domain.attendee import mask_name


@click.group()
def badges() -> None:
    """Issue and print badges."""


@badges.command()
@with_state
@with_json
@click.argument("query")
@click.option("--reason", default="staff", show_default=True, help="Why; it stands in the fact.")
def issue(state: Path, config_path: Path | None, as_json: bool, query: str, reason: str) -> None:
    """Issue a new badge to the one attendee that QUERY finds; older ones stop working.

    Example: kiosk badges issue 2019000001 --reason lost
    """
    _print(state, config_path, as_json, query, reason, new=True)


@badges.command("print")
@with_state
@with_json
@click.argument("query")
@click.option("--reason", default="staff", show_default=True, help="Why; it stands in the fact.")
def print_badge(state: Path, config_path: Path | None, as_json: bool, query: str, reason: str) -> None:
    """Print the badge of the one attendee that QUERY finds (name, student number or phone's end).

    Example: kiosk badges print 林知远
    """
    _print(state, config_path, as_json, query, reason, new=False)


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
        problems = []
        while (job := queue.take()) is not None:
            outcome = queue.send(job)
            queue.report(job, outcome)
            if outcome.problem is not None:
                problems.append(outcome.problem.en)
    show(as_json, {"job": ticket.job, "problems": problems}, problems or ["Printed."])
    sys.exit(1 if problems else 0)
