"""`kiosk printers`: this kiosk's printers, and how each of them is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.options import opened, show, with_json, with_state

if TYPE_CHECKING:
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.printing.values import PrinterLine


@click.command()
@with_state
@with_json
@click.option("--test", "tested", metavar="ID", default=None, help="Print a test page on this printer.")
def printers(state: Path, config_path: Path | None, as_json: bool, tested: str | None) -> None:
    """Look at each printer of kiosk.toml, or print a test page, whose code admits nobody.

    The exit status is 1 where a printer has a trouble, where the test page did not print, or where there is
    no printer.

    Example: kiosk printers --test folder
    """
    with opened(state, config_path) as kiosk:
        queue = kiosk.services.print_queue
        if tested is not None:
            rows, lines = _test(queue, tested)
        else:
            rows, lines = _list(queue.look_at_all().printers)
    show(as_json, rows, lines)
    sys.exit(1 if not rows or any(each["trouble"] for each in rows) else 0)


def _list(printers: tuple[PrinterLine, ...]) -> tuple[list[dict[str, object]], list[str]]:
    """A row and a line a printer."""
    from kiosk.domain.printer_trouble import LOW_WORDS, WORDS  # noqa: PLC0415  (not for --help)

    rows: list[dict[str, object]] = []
    lines = []
    for each in printers:
        says = WORDS[each.trouble].title.en if each.trouble else "ready"
        if each.trouble is None and each.warning is not None:
            says = LOW_WORDS.get(each.warning, WORDS[each.warning].title).en
        left = "" if each.labels_left is None else f", about {each.labels_left} labels left"
        first = ", first" if each.first and len(printers) > 1 else ""
        lines.append(f"{each.id}: {says} ({each.name.en}, layout {each.layout}{left}{first})")
        if each.trouble is not None:
            lines.append(f"    {WORDS[each.trouble].action.en}")
        rows.append(
            {
                "id": each.id,
                "name": each.name.en,
                "layout": each.layout,
                "first": each.first,
                "trouble": each.trouble.value if each.trouble else "",
                "warning": each.warning.value if each.warning else "",
                "labels_left": each.labels_left,
                "says": says,
            }
        )
    return rows, lines or ["No printer was chosen: name one in kiosk.toml."]


def _test(queue: PrintQueue, tested: str) -> tuple[list[dict[str, object]], list[str]]:
    """Print a test page, and what became of it."""
    from kiosk.domain.printer_trouble import WORDS, Trouble  # noqa: PLC0415  (not for --help)
    from kiosk.domain.printing import PrintState  # noqa: PLC0415

    if tested not in {each.id for each in queue.outlets}:
        there = ", ".join(each.id for each in queue.outlets) or "none"
        click.echo(f"kiosk: there is no printer {tested}: kiosk.toml names {there}.", err=True)
        sys.exit(1)
    handover = queue.test_page(tested)
    out = handover.state in {PrintState.CONFIRMED, PrintState.SENT}
    trouble = handover.trouble or (None if out else Trouble.STOPPED)
    row: dict[str, object] = {
        "id": tested,
        "state": handover.state.value,
        "trouble": trouble.value if trouble else "",
    }
    if trouble is not None:
        return [row], [f"{tested}: {WORDS[trouble].title.en}. {WORDS[trouble].action.en}"]
    said = (
        "printed"
        if handover.state is PrintState.CONFIRMED
        else "the printer has taken it, look what comes out"
    )
    return [row], [f"{tested}: {said}."]
