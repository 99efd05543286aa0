"""The command line as README and --help show it."""

from __future__ import annotations

import csv
import json
import signal
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.pack import organiser
from kiosk.pack.build import build

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKOUT = Path(__file__).parents[2]
COMMANDS = [
    ("run",),
    ("tour",),
    ("pack", "check"),
    ("pack", "build"),
    ("pack", "install"),
    ("badges", "issue"),
    ("badges", "print"),
    ("badges", "sheet"),
    ("badges", "preview"),
    ("printers",),
    ("journal", "verify"),
    ("journal", "rebuild"),
    ("journal", "show"),
    ("journal", "log"),
    ("provision",),
    ("erase",),
    ("gallery",),
    ("doctor",),
]


def a_name(codes: Path) -> str:
    """A graduate's name that only one person has."""
    with codes.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [row["姓名"] for row in rows]
    return next(row["姓名"] for row in rows if row["证件"] == "毕业生" and names.count(row["姓名"]) == 1)


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)  # between two looks at another process


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(
    run_kiosk: Callable[..., Any], words: tuple[str, ...]
) -> None:
    ran = run_kiosk(*words, "--help")
    assert ran.status == 0
    assert "Example" in ran.out


def test_a_kiosk_set_up_as_readme_says_works(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], made: Any
) -> None:
    state = provisioned("east-1")
    name = a_name(made.codes)
    assert run_kiosk("badges", "print", name, "--state", state).status == 0
    (pdf,) = (state / "prints").glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    verified = run_kiosk("journal", "verify", "--state", state, "--json")
    assert verified.status == 0
    assert json.loads(verified.out)["findings"] == []
    assert json.loads(verified.out)["facts"] == 6
    shown = run_kiosk("journal", "show", "--state", state)
    assert "badge_issued" in shown.out
    assert name not in shown.out
    said = run_kiosk("journal", "log", "--state", state, "--json")
    assert said.status == 0
    assert isinstance(json.loads(said.out), list)
    assert name not in said.out
    assert json.loads(run_kiosk("journal", "rebuild", "--state", state, "--json").out)["same"]
    healthy = run_kiosk("doctor", "--state", state)
    assert healthy.status == 0
    assert "folder ready" in healthy.out
    with (state / "kiosk.toml").open("a") as settings:
        settings.write('\n[printer]\nkind = "folder"\nfolder = "/nowhere"\n')
    ran = run_kiosk("doctor", "--state", state)
    assert ran.status == 1
    assert "FAIL printers: folder" in ran.out


def test_a_full_name_is_enough_though_it_stands_in_a_longer_one(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], made: Any
) -> None:
    with made.codes.open(encoding="utf-8-sig", newline="") as file:
        names = [row["姓名"] for row in csv.DictReader(file)]
    inside = (each for each in names if names.count(each) == 1 and sum(each in other for other in names) > 1)
    ran = run_kiosk("badges", "print", next(inside), "--state", provisioned("east-1"))
    assert (ran.status, ran.err) == (0, "")


def test_raw_files_hold_no_name(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], made: Any
) -> None:
    state = provisioned("east-1")
    run_kiosk("badges", "print", a_name(made.codes), "--state", state)
    with made.codes.open(encoding="utf-8-sig", newline="") as file:
        names = {row["姓名"] for row in csv.DictReader(file) if len(row["姓名"]) >= 3}
    raw = b"".join(
        path.read_bytes()
        for folder in (state, made.pack)
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pdf"
    )
    assert len(raw) > 100_000
    for name in names:
        for encoding in ("utf-8", "utf-16-le", "gb18030"):
            assert name.encode(encoding) not in raw


def test_erase_refuses_without_a_second_copy_and_empties_the_printer(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], made: Any
) -> None:
    state = provisioned("east-1")
    run_kiosk("badges", "print", a_name(made.codes), "--state", state)
    refused = run_kiosk("erase", "--state", state)
    assert refused.status == 1
    assert "second copy" in refused.err
    assert list((state / "prints").glob("*.pdf"))
    assert run_kiosk("erase", "--state", state, "--second-copy-confirmed").status == 0
    assert not list((state / "prints").glob("*.pdf"))
    assert not list((state / "packs").glob("*/catalogue.db")), "the pack holds everybody who booked"
    assert run_kiosk("journal", "verify", "--state", state).status == 0
    assert "persons_erased" in run_kiosk("journal", "show", "--state", state).out
    assert "kiosk pack install" in run_kiosk("badges", "print", "nobody", "--state", state).err


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda state: (state / "store.db").write_bytes(b"x" * 8192), "key"),
        (lambda state: (state / "keys.json").unlink(), "No keys"),
        (lambda state: (state / "kiosk.toml").write_text("colour = 1"), "kiosk.toml"),
        (lambda state: (state / "kiosk.toml").write_text('place = "nowhere"'), "nowhere"),
    ],
    ids=["store", "keys", "setting", "place"],
)
def test_a_fault_is_one_line_that_says_what_to_do(
    run_kiosk: Callable[..., Any],
    provisioned: Callable[[str], Path],
    spoil: Callable[[Path], object],
    says: str,
) -> None:
    state = provisioned("east-1")
    spoil(state)
    ran = run_kiosk("badges", "print", "nobody", "--state", state)
    assert ran.status == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert says in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("journal", "show", "--last", "-3"),
        ("journal", "show", "--config", "/nowhere/kiosk.toml"),
        ("tour", "/proc/nowhere"),
        ("run", "--state", "/proc/nowhere"),
        (
            "pack",
            "build",
            CHECKOUT / "resources/sample_fairs/reverse",
            "--out",
            "/proc/x",
            "--keys",
            "/proc/y",
        ),
    ],
    ids=["last", "config", "tour", "run", "build"],
)
def test_what_cannot_be_used_is_said_without_a_traceback(
    run_kiosk: Callable[..., Any], words: tuple[object, ...]
) -> None:
    ran = run_kiosk(*words)
    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert any(word in ran.err for word in ("cannot use", "Invalid value"))


def test_provisioning_against_the_settings_is_refused_before_keys_are_made(
    run_kiosk: Callable[..., Any], made: Any, tmp_path: Path
) -> None:
    (tmp_path / "kiosk.toml").write_text('place = "west-1"\n', encoding="utf-8")
    words = ("provision", "--kiosk", "east-1", "--organiser", made.keys, "--state", tmp_path)
    ran = run_kiosk(*words)
    assert ran.status == 2
    assert "another place" in ran.err
    assert not (tmp_path / "keys.json").exists()
    (tmp_path / "kiosk.toml").write_text('place = "east-1"\n', encoding="utf-8")
    assert run_kiosk(*words).status == 0
    assert (tmp_path / "keys.json").exists()


def test_nothing_installed_is_said(run_kiosk: Callable[..., Any], made: Any, tmp_path: Path) -> None:
    run_kiosk("provision", "--kiosk", "east-1", "--organiser", made.keys, "--state", tmp_path)
    ran = run_kiosk("doctor", "--state", tmp_path)
    assert ran.status == 1
    assert "kiosk pack install" in ran.out


def test_run_sets_up_a_sample_only_where_nothing_is(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], tmp_path: Path
) -> None:
    state = provisioned("east-1")
    ran = run_kiosk("run", "--state", state, measured=True)
    assert ran.status == 0, ran.err
    assert not (state / "organiser").exists()
    fresh = tmp_path / "fresh"
    assert run_kiosk("run", "--state", fresh, "--sample", "reverse", measured=True).status == 0
    assert (fresh / "organiser").exists()
    assert run_kiosk("run", "--state", fresh, measured=True).status == 0
    assert len(list((fresh / "built").glob("*.fairpack"))) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_kiosk_that_is_asked_to_end_closes_its_store(
    start_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], number: signal.Signals
) -> None:
    state = provisioned("east-1")
    with start_kiosk("run", "--state", state) as process:
        wait_for((state / "store.db-wal").exists)
        process.send_signal(number)
        assert process.wait(timeout=30) == 0
    assert not (state / "store.db-wal").exists()


def test_a_first_pack_of_another_organiser_is_refused(
    run_kiosk: Callable[..., Any], made: Any, tmp_path: Path
) -> None:
    """Also where that one knows the venue's key, so that the pack would open."""
    own = organiser.load(made.keys)
    folder = CHECKOUT / "resources" / "sample_fairs" / "reverse"
    other = replace(organiser.fresh(own.kiosks), venue_private=own.venue_private)
    foreign = build(folder, tmp_path / "out", other, CHECKOUT / "resources" / "lists", pictures=False).pack
    state = tmp_path / "state"
    run_kiosk("provision", "--kiosk", "east-1", "--organiser", made.keys, "--state", state)
    ran = run_kiosk("pack", "install", foreign, "--state", state)
    assert ran.status == 1
    assert "another authority" in ran.err
    assert not list((state / "packs").glob("*.json"))
    assert run_kiosk("pack", "install", made.pack, "--state", state).status == 0


def test_an_installed_pack_of_another_organiser_is_not_opened(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path]
) -> None:
    state = provisioned("east-1")
    written = (state / "kiosk.toml").read_text(encoding="utf-8")
    (line,) = [each for each in written.splitlines() if each.startswith("authority")]
    (state / "kiosk.toml").write_text(written.replace(line, f'authority = "{"0" * 64}"'), encoding="utf-8")
    ran = run_kiosk("badges", "print", "nobody", "--state", state)
    assert ran.status == 2
    assert "Another organiser" in ran.err


def test_a_journal_that_was_never_begun_is_said_and_not_made(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path]
) -> None:
    state = provisioned("east-1")
    ran = run_kiosk("journal", "verify", "--state", state)
    assert ran.status == 2
    assert "no journal" in ran.err
    assert not (state / "store.db").exists()
