"""`kiosk hub` and `kiosk join` as people type them; the network between them is tests/test_app_joining.py's
and tests/network's."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.app import State
from kiosk.app.hub import opened_desk
from kiosk.app.joining import applicant_of, begin_blank, make_store
from kiosk.badges.qr import text_matrix
from kiosk.commands import kiosk
from kiosk.commands.join import terminal_qr
from kiosk.config import Settings
from kiosk.sync.joining.files import receive, request_file
from tests.fakes.small_venue import HUB, SmallVenue, build_venue

Typed = Callable[..., Result]


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> SmallVenue:
    return build_venue(tmp_path_factory.mktemp("organiser"))


@pytest.fixture
def hub(venue: SmallVenue, tmp_path: Path) -> Path:
    """The state folder of a hub that has run."""
    make_store(*venue.machine(tmp_path / "hub", HUB))
    return tmp_path / "hub"


@pytest.fixture
def typed() -> Typed:
    """Types a command; what it raises is raised, as at the outermost edge it becomes one line."""

    def run(*words: object, answer: str = "") -> Result:
        return CliRunner().invoke(kiosk, [str(each) for each in words], input=answer, catch_exceptions=False)

    return run


def waits(venue: SmallVenue, hub: Path, folder: Path, name: str) -> str:
    """A blank machine's request waits at the hub; its code."""
    blank = begin_blank(State(folder), "file", "")
    request = request_file(applicant_of(Settings(), State(folder), blank.secrets, name))
    with opened_desk(*venue.machine_of(hub)) as desk:
        receive(desk, request.data)
    return request.code


def test_staff_see_who_waits_and_let_them_in(
    venue: SmallVenue, hub: Path, tmp_path: Path, typed: Typed
) -> None:
    assert typed("hub", "waiting", "--state", hub).output == "Nobody waits.\n"
    code = waits(venue, hub, tmp_path / "new", "someone")
    spaced = " ".join((code[:4], code[4:8], code[8:]))
    assert typed("hub", "--state", hub, "waiting").output == f"{spaced}  someone\n", "before or behind"
    refused = typed("hub", "accept", code, "--state", hub)
    assert refused.exit_code == 1
    assert "desk-1, east-1, west-1" in refused.output
    done = typed("hub", "accept", spaced, "--place", "west-1", "--state", hub)
    assert (done.exit_code, done.output) == (0, "Let in: west-1.\n")
    listed = json.loads(typed("hub", "kiosks", "--json", "--state", hub).output)
    assert [each["name"] for each in listed] == ["desk-1", "east-1", "west-1", "west-1"]
    assert [each["role"] for each in listed][:2] == ["hub", "kiosk"]
    wrong = typed("hub", "withdraw", "west-1", "--state", hub)
    assert wrong.exit_code == 1
    assert typed("hub", "withdraw", "east-1", "--state", hub).exit_code == 0
    assert "withdrawn" in typed("hub", "kiosks", "--state", hub).output.splitlines()[1]


def test_staff_say_no(venue: SmallVenue, hub: Path, tmp_path: Path, typed: Typed) -> None:
    code = waits(venue, hub, tmp_path / "new", "west-1")
    assert typed("hub", "refuse", code, "--state", hub).output == "Refused.\n"
    again = typed("hub", "refuse", code, "--state", hub)
    assert again.exit_code == 1
    assert "No machine waits" in again.output


def test_a_kiosk_is_no_hub(venue: SmallVenue, tmp_path: Path, typed: Typed) -> None:
    state = tmp_path / "east"
    make_store(*venue.machine(state, "east-1"))
    for words in (("hub", "--state", state), ("hub", "waiting", "--state", state)):
        with pytest.raises(Exception, match="hub = true"):
            typed(*words)


def test_a_new_machine_joins_by_stick(hub: Path, tmp_path: Path, typed: Typed) -> None:
    stick, state = tmp_path / "stick", tmp_path / "new"
    stick.mkdir()
    asked = typed("join", "--stick", stick, "--name", "west-1", "--state", state)
    assert asked.exit_code == 0
    code = "".join(asked.output.split("code ")[1].split(".")[0].split())
    typed("usb", "in", stick, "--state", hub)
    assert typed("hub", "accept", code, "--state", hub).exit_code == 0
    shown = typed("usb", "out", stick, "--state", hub).output.split("must show ")[1][:14]
    with pytest.raises(Exception, match="Nothing was joined"):
        typed("join", "--stick", stick, "--state", state, answer="n\n")
    assert not (state / "kiosk.toml").exists()
    joined = typed("join", "--stick", stick, "--state", state, answer="y\n")
    assert f"Did the hub show {shown}" in joined.output
    assert joined.output.splitlines()[-1] == f"Next: kiosk usb in {stick} --state {state}"
    assert typed("usb", "in", stick, "--state", state).exit_code == 0
    assert list((state / "packs").glob("*.json")), "and the fair pack with it"


def test_an_address_that_is_none(tmp_path: Path, typed: Typed) -> None:
    with pytest.raises(Exception, match="is no address"):
        typed("join", "--hub", "http://hub/", "--state", tmp_path)
    assert not (tmp_path / "keys.json").exists()


def test_the_terminals_qr_is_the_symbol() -> None:
    """Read back block by block: light is drawn, dark is left out, two rows a line."""
    matrix = text_matrix("FAIRJOIN1:ABC")
    halves = {"█": (False, False), "▀": (False, True), "▄": (True, False), " ": (True, True)}
    rows = []
    for line in terminal_qr("FAIRJOIN1:ABC").splitlines():
        rows += [[halves[each][half] for each in line] for half in (0, 1)]
    inner = [tuple(row[2:-2]) for row in rows[2 : 2 + len(matrix)]]
    assert tuple(inner) == matrix
    assert not any(any(row) for row in (*rows[:2], *rows[2 + len(matrix) :]))
