"""`kiosk printers` and `kiosk badges`: looking, a test page, a preview, a badge while the window is open."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from kiosk.app import State, open_kiosk, provider
from kiosk.commands.badges import badges
from kiosk.commands.printers import printers
from kiosk.config import read
from tests.commands.test_commands import a_name


def run(command: click.Command, *words: object) -> Any:
    return CliRunner().invoke(command, [*map(str, words)])


def configure(state: Path, lines: str) -> None:
    config = state / "kiosk.toml"
    config.write_text(config.read_text(encoding="utf-8") + lines, encoding="utf-8")


def test_each_printer_is_said_with_what_is_wrong(provisioned: Callable[[str], Path]) -> None:
    state = provisioned("east-1")
    assert run(printers, "--state", state).output == "folder: ready (PDF folder, layout a6)\n"
    configure(
        state,
        f"""
[[printers]]
kind = "zpl"
id = "right"
address = "tcp://127.0.0.1:9"
name = "右手标签机"
name_en = "Right label printer"
[[printers]]
kind = "folder"
folder = "{state / "prints"}"
""",
    )
    ran = run(printers, "--state", state)
    assert ran.exit_code == 1
    assert "right: Printer not reached (Right label printer, layout label_4x3, first)" in ran.output
    assert "folder: ready" in ran.output
    rows = json.loads(run(printers, "--state", state, "--json").output)
    assert [(each["id"], each["trouble"]) for each in rows] == [("right", "gone"), ("folder", "")]


def test_a_test_page_comes_out_or_is_said_not_to(provisioned: Callable[[str], Path]) -> None:
    state = provisioned("east-1")
    ran = run(printers, "--state", state, "--test", "folder")
    assert (ran.exit_code, ran.output) == (0, "folder: printed.\n")
    (pdf,) = (state / "prints").glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    ran = run(printers, "--state", state, "--test", "left")
    assert (ran.exit_code, ran.output) == (1, "kiosk: there is no printer left: kiosk.toml names folder.\n")
    configure(state, f'[printer]\nkind = "folder"\nfolder = "{state / "gone"}"\n')
    ran = run(printers, "--state", state, "--test", "folder")
    assert ran.exit_code == 1
    assert ran.output.startswith("folder: ")


def test_a_badge_that_waits_for_its_printer_is_said_and_printed_later(
    provisioned: Callable[[str], Path], made: Any
) -> None:
    state, name = provisioned("east-1"), a_name(made.codes)
    configure(state, f'[printer]\nkind = "folder"\nfolder = "{state / "desk"}"\n')
    ran = run(badges, "print", name, "--state", state)
    assert ran.exit_code == 1
    assert "is printed when a printer works again" in ran.output
    again = run(badges, "print", name, "--state", state, "--json")
    assert json.loads(again.output)["stage"] == "held"
    (state / "desk").mkdir()
    assert run(badges, "print", name, "--state", state).output == "Printed.\n"
    assert len(list((state / "desk").glob("*.pdf"))) == 1, "it was asked for three times, and is one badge"
    refused = run(badges, "print", name, "--state", state)
    assert (refused.exit_code, refused.output) == (
        1,
        "kiosk: It was printed before. Please choose a reason.\n",
    )
    assert run(badges, "print", name, "--state", state, "--reason", "damaged").exit_code == 0
    assert len(list((state / "desk").glob("*.pdf"))) == 2


def test_while_the_window_is_open_it_prints(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], made: Any
) -> None:
    """Whoever has the hold prints what another process has asked for."""
    state, name = provisioned("east-1"), a_name(made.codes)
    settings = read(state / "kiosk.toml")
    window = open_kiosk(settings, State(state), provider(settings, State(state), str))
    queue, ended = window.services.print_queue, threading.Event()
    said: list[Any] = []
    tasks: list[str] = []

    def ask() -> None:
        said.append(run_kiosk("badges", "print", name, "--state", state))
        ended.set()

    try:
        assert queue.works
        asking = threading.Thread(target=ask)
        asking.start()
        while not ended.wait(0.01):
            if (task := queue.next_task()) is not None:
                tasks.append(type(task).__name__)
                queue.settle(task, task.run())
        asking.join()
    finally:
        window.close()
    assert (said[0].status, said[0].out) == (0, "Printed.\n")
    assert len(list((state / "prints").glob("*.pdf"))) == 1
    assert tasks.count("Send") == 1, "it was this process that printed"


@pytest.mark.parametrize(("layout", "kind"), [("a6", "pdf"), ("tape_62", "png"), ("card", "png")])
def test_a_layout_is_drawn_to_be_looked_at(tmp_path: Path, layout: str, kind: str) -> None:
    out = tmp_path / f"badge.{kind}"
    ran = run(badges, "preview", layout, "--out", out, "--name", "阿依古丽·买买提")
    assert (ran.exit_code, ran.output) == (0, f"{out}\n")
    assert out.read_bytes().startswith(b"%PDF" if kind == "pdf" else b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("a5",), "there is no layout a5: choose a6, a7, card, label_4x3, tape_62."),
        (("a6", "--name", "林😀😀"), "the fonts lack 😀: write it another way."),
        (("a6", "--out", "badge.doc"), "badge.doc is neither a .pdf nor a .png file: choose one of them."),
        (
            ("a6", "--out", "/nowhere/badge.pdf"),
            "cannot write /nowhere/badge.pdf: No such file or directory.",
        ),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_line(words: tuple[str, ...], says: str) -> None:
    ran = run(badges, "preview", *words)
    assert (ran.exit_code, ran.output) == (1, f"kiosk: {says}\n")
