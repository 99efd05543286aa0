"""`kiosk badges sheet`: a draft, a batch into a folder, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kiosk.commands.badges import badges
from kiosk.devices.printers.folder import FolderPrinter
from kiosk.devices.printers.port import Handover
from kiosk.domain.printing import PrintState


@pytest.fixture
def run(provisioned: Callable[[str], Path]) -> Callable[..., tuple[int, Any]]:
    state = provisioned("east-1")

    def command(*words: object) -> tuple[int, Any]:
        ran = CliRunner().invoke(badges, ["sheet", "--state", str(state), "--json", *map(str, words)])
        assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
        return ran.exit_code, json.loads(ran.stdout)

    return command


def test_a_batch_into_a_folder(
    run: Callable[..., tuple[int, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the draft to the packing list, with a question in between, and all that is refused."""
    out, packing = tmp_path / "sheets", tmp_path / "list.pdf"
    whose = ("--type", "delegation", "--order", "coaches", "--desk", "B", "--row", "10")
    status, draft = run(*whose, "--draft")
    assert (status, draft["rows"]) == (0, -(-draft["badges"] // 10))
    assert draft["badges"] > 10
    for words, said in (
        (("--sheet", "a5", "--draft"), "a4_4_a6"),
        (("--give-up",), "no batch is interrupted"),
        ((), "--type"),
        ((*whose, "--printer", "office"), "--out"),
    ):
        status, refused = run(*words)
        assert (status, said in refused["refused"]) == (1, True)
    with monkeypatch.context() as once:
        once.setattr(FolderPrinter, "send", lambda _printer, _page: Handover(PrintState.UNKNOWN))
        status, asked = run(*whose, "--out", out)
    assert (status, asked["state"], asked["badges"]) == (1, "asked", 0)
    status, refused = run(*whose, "--out", out)
    assert (status, "--give-up" in refused["refused"]) == (1, True)
    status, done = run("--came-out", "no", "--out", out, "--packing-list", packing)
    assert (status, done["state"]) == (0, "whole")
    assert (done["badges"], done["sheets"]) == (draft["badges"], draft["sheets"])
    assert [each.suffix for each in out.iterdir()] == [".pdf"]
    assert packing.read_bytes().startswith(b"%PDF")
    status, refused = run(*whose, "--out", out)
    assert (status, "nobody" in refused["refused"]) == (1, True)
