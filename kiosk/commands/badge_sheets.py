"""`kiosk badges sheet`: many badges on sheets, without the window."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.commands.options import opened, show, with_json, with_state
from kiosk.commands.progress import progress_bar
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import BADGES_A_ROW_MOST, DESK_MOST, Back, Order
from kiosk.domain.staff_duties import COMMAND_LINE
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.services.printing.batch_values import BatchProgress, BatchWish
    from kiosk.services.printing.batch_work import BatchWork
    from kiosk.services.printing.batches import Batches

STAFF = COMMAND_LINE
FILES = "files"
"""Id, in facts, of the folder that --out names."""
FOLLOW_S = 1.0
FOLLOW_MOST_S = 180.0
"""A printer that does not say for so long whether sheets came out is silent: then somebody must look."""
_TYPES = [each.name.lower() for each in BadgeType]


@click.command("sheet")
@with_state
@with_json
@click.option("--type", "types", type=click.Choice(_TYPES), multiple=True, help="Whose; may be given again.")
@click.option(
    "--order",
    type=click.Choice([each.value for each in Order]),
    default="names",
    show_default=True,
    help="How they lie.",
)
@click.option("--sheet", default="a4_4_a6", show_default=True, help="A sheet of resources/sheet_layouts.")
@click.option("--back", type=click.Choice(["none", "same", "plain"]), default="none", show_default=True)
@click.option("--desk", default="", help="Where they will lie; visitors are told: B.")
@click.option(
    "--row", type=click.IntRange(0, BADGES_A_ROW_MOST), default=0, help="Badges in a row of that desk."
)
@click.option("--printer", default="", help="Id of a printer in kiosk.toml; its first that prints on paper.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Write PDFs into this folder.")
@click.option("--packing-list", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this PDF.")
@click.option("--came-out", type=click.Choice(["yes", "no"]), help="Whether the sheets asked about came out.")
@click.option("--give-up", is_flag=True, help="End the batch that was interrupted; printed badges stay so.")
@click.option("--draft", is_flag=True, help="Say what it comes to, and print nothing.")
def sheet(state: Path, config_path: Path | None, as_json: bool, **wishes: Any) -> None:
    """Print the badges of all who have none yet on sheets, or go on with a batch that was interrupted.

    With --type a batch is ordered; without, the interrupted one goes on behind its last whole sheet. Nobody's
    badge is printed twice: where it cannot be told whether sheets came out, look, and say so with --came-out.

    Example: kiosk badges sheet --type employer --order stalls --desk B --row 20 --out sheets
    """
    with opened(state, config_path) as kiosk:
        batches = _with_folder(kiosk.services.batches, wishes["out"])
        try:
            done = _Command(batches, wishes, quiet=as_json).run()
        finally:
            batches.hold.let_go()
    show(as_json, done.value, done.lines)
    sys.exit(done.status)


class _Done:
    """What became of it: for scripts, for people, and the exit status."""

    def __init__(self, status: int, value: Mapping[str, object], *lines: str) -> None:
        self.status = status
        self.value = value
        self.lines = list(lines)


class _Command:
    def __init__(self, batches: Batches, wishes: dict[str, Any], *, quiet: bool) -> None:
        self._batches = batches
        self._wishes = wishes
        self._quiet = quiet

    def run(self) -> _Done:
        """Draft, give up, order or go on."""
        book = self._batches.book
        why = self._refusal()
        if why:
            return _Done(1, {"refused": why}, f"kiosk: {why}")
        if self._wishes["draft"]:
            wish = self._wish()
            return self._draft(self._batches.lay_out(wish, book.papers(0, wish.desk, wish.row)))
        line = book.open_batch()
        if line is not None and self._wishes["give_up"]:
            book.end(line.batch, STAFF)
            return _Done(0, {"ended": "given up"}, "Given up. What is printed stays printed.")
        if line is not None:
            return self._work(line.batch, line.wish)
        wish = self._wish()
        if not self._batches.lay_out(wish, book.papers(0, wish.desk, wish.row)).badges:
            why = "nobody of these waits for a badge."
            return _Done(1, {"refused": why}, f"kiosk: {why}")
        batch = book.order(wish, STAFF)
        assert batch is not None, "none is open"
        return self._work(batch, wish)

    def _refusal(self) -> str:
        """Why nothing can be done as it was asked for, and what to do; nothing where it can."""
        wishes = self._wishes
        if wishes["sheet"] not in self._batches.sheets:
            return f"there is no sheet {wishes['sheet']}. There are: {', '.join(self._batches.sheets)}."
        if wishes["draft"]:
            return ""
        if not self._batches.hold.take():
            return "another process prints a batch of this kiosk. Wait until it is done."
        return self._out_of_turn() or self._without_printer()

    def _out_of_turn(self) -> str:
        """Whether a batch is begun where another one is not at its end, or none goes on."""
        wishes = self._wishes
        if self._batches.book.open_batch() is not None:
            again = "a batch is not at its end. Go on with it (without --type), or use --give-up."
            return again if wishes["types"] else ""
        if wishes["give_up"]:
            return "no batch is interrupted."
        return "" if wishes["types"] else "no batch is interrupted. Say whose badges: --type employer."

    def _without_printer(self) -> str:
        if self._wishes["give_up"] or self._printer() is not None:
            return ""
        return "no printer of that id prints on paper. Use --out, or name one in kiosk.toml."

    def _wish(self) -> BatchWish:
        from kiosk.services.printing.batch_values import BatchWish  # noqa: PLC0415  (loaded with the kiosk)

        wishes = self._wishes
        types = tuple(BadgeType[each.upper()] for each in wishes["types"]) or tuple(BadgeType)
        back = Back.NONE if wishes["back"] == "none" else Back(wishes["back"])
        desk = wishes["desk"].strip()[:DESK_MOST]
        return BatchWish(
            types, Order(wishes["order"]), wishes["sheet"], back, desk, wishes["row"] if desk else 0
        )

    def _draft(self, work: BatchWork) -> _Done:
        draft = work.draft()
        left_out = [f"{each.name} ({each.organisation}): {each.characters}" for each in draft.left_out]
        value = {"badges": draft.badges, "sheets": draft.sheets, "rows": draft.rows, "left_out": left_out}
        groups = [f"{each.heading.of('en')}: {each.badges}" for each in draft.groups]
        return _Done(
            0, value, f"{draft.badges} badges on {draft.sheets} sheets", *groups, *_by_hand(left_out)
        )

    def _work(self, batch: int, wish: BatchWish) -> _Done:
        book = self._batches.book
        work = self._batches.lay_out(wish, book.papers(batch, wish.desk, wish.row))
        if self._wishes["came_out"]:
            self._batches.answer(work, self._wishes["came_out"] == "yes", STAFF)
        progress = self._step_on(work, self._printer() or "")
        self._packing_list(batch)
        left_out = [f"{each.name} ({each.organisation}): {each.characters}" for each in work.left_out]
        value = {
            "state": progress.state.value,
            "badges": progress.badges_done,
            "of": progress.badges,
            "sheets": progress.sheets_done,
            "left_out": left_out,
        }
        return _Done(0 if progress.state == "whole" else 1, value, *_said(progress), *_by_hand(left_out))

    def _step_on(self, work: BatchWork, printer: str) -> BatchProgress:
        """Run after run until it is whole, stopped, or somebody must look."""
        silent_s = 0.0
        with progress_bar(quiet=self._quiet) as report:
            while True:
                progress = self._batches.step(work, printer, STAFF)
                report(f"{progress.sheets_done} sheets", progress.badges_done, progress.badges)
                if progress.state == "sent" and silent_s < FOLLOW_MOST_S:
                    time.sleep(FOLLOW_S)
                    silent_s += FOLLOW_S
                elif progress.state != "done":
                    return progress
                else:
                    silent_s = 0.0

    def _printer(self) -> str | None:
        if self._wishes["out"]:
            return FILES
        wanted = self._wishes["printer"]
        able = [each.id for each in self._batches.outlets if each.paper]
        return next((each for each in able if wanted in {"", each}), None)

    def _packing_list(self, batch: int) -> None:
        path = self._wishes["packing_list"]
        packed = self._batches.book.packed(batch) if path else None
        if packed is not None:
            path.write_bytes(self._batches.packing_list(packed))


def _with_folder(batches: Batches, out: Path | None) -> Batches:
    """With the folder that --out names among the printers."""
    from kiosk.devices.printers.folder import FolderPrinter  # noqa: PLC0415  (loaded with the kiosk)
    from kiosk.services.printing.outlet import Outlet  # noqa: PLC0415  (as above)

    if out is None:
        return batches
    out.mkdir(parents=True, exist_ok=True)
    files = Outlet(FolderPrinter(out, FILES), Words("文件", "files"), "a6")
    return replace(batches, outlets=(*batches.outlets, files))


def _said(progress: BatchProgress) -> list[str]:
    from kiosk.domain.printer_trouble import WORDS  # noqa: PLC0415  (only where it is said)

    lines = [f"{progress.badges_done} of {progress.badges} badges on {progress.sheets_done} sheets"]
    if progress.trouble is not None:
        words = WORDS[progress.trouble]
        lines.append(f"{words.title.en}. {words.action.en}")
    if progress.state in {"asked", "sent"}:
        lines.append(
            f"Did sheets {progress.first} to {progress.last} come out, all of them? "
            "Look, then go on with --came-out yes or --came-out no."
        )
    elif progress.state == "stopped":
        lines.append("Then go on: kiosk badges sheet")
    return lines


def _by_hand(left_out: list[str]) -> list[str]:
    return [f"To be written by hand, the fonts lack characters: {each}" for each in left_out]
