"""`kiosk printers` and `kiosk badges`: looking, a test page, a preview, a badge while the window is open."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from kiosk.app import State, open_kiosk, provider
from kiosk.commands import badges as commands
from kiosk.commands.badges import badges
from kiosk.commands.printers import printers
from kiosk.config import read
from kiosk.services.printing.hold import Hold
from tests.commands.test_commands import a_name


@pytest.fixture(scope="module")
def set_up(run_kiosk: Callable[..., Any], made: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kiosk as README sets it up, that has never been opened."""
    state = tmp_path_factory.mktemp("state") / "east-1"
    words = ("provision", "--kiosk", "east-1", "--organiser", made.keys, "--state", state)
    assert run_kiosk(*words).status == 0
    assert run_kiosk("pack", "install", made.pack, "--state", state).status == 0
    return state


@pytest.fixture
def state(set_up: Path, tmp_path: Path) -> Path:
    """The same, for one test."""
    return shutil.copytree(set_up, tmp_path / "east-1")


def run(command: click.Command, *words: object) -> Any:
    return CliRunner().invoke(command, [*map(str, words)])


def configure(state: Path, lines: str) -> None:
    config = state / "kiosk.toml"
    config.write_text(config.read_text(encoding="utf-8") + lines, encoding="utf-8")


def test_each_printer_is_said_with_what_is_wrong(state: Path) -> None:
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


def test_a_test_page_comes_out_or_is_said_not_to(state: Path) -> None:
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


def test_a_badge_that_waits_for_its_printer_is_said_and_printed_later(state: Path, made: Any) -> None:
    name = a_name(made.codes)
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


def test_without_a_printer_that_is_said(state: Path, made: Any) -> None:
    name = a_name(made.codes)
    configure(state, '[printer]\nkind = "folder"\n')
    ran = run(badges, "print", name, "--state", state)
    assert ran.exit_code == 1
    assert ran.output.startswith("No printer. ")
    ran = run(printers, "--state", state)
    assert (ran.exit_code, ran.output) == (1, "No printer was chosen: name one in kiosk.toml.\n")


def test_a_window_that_does_not_print_is_not_waited_for_for_ever(
    state: Path, made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = a_name(made.codes)
    monkeypatch.setattr(commands, "WAIT_FOR_WINDOW_S", 0.2)
    monkeypatch.setattr(Hold, "take", lambda self: False)
    ran = run(badges, "print", name, "--state", state)
    assert ran.exit_code == 1
    assert "window prints it" in ran.output
    assert not list((state / "prints").glob("*.pdf"))


def test_while_the_window_is_open_it_prints(run_kiosk: Callable[..., Any], state: Path, made: Any) -> None:
    """Whoever has the hold prints what another process has asked for."""
    name = a_name(made.codes)
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
