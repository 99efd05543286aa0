"""Byte links: what left is known, nothing waits for ever, nothing is written over."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

import pytest

from kiosk.devices.printers.device_link import DeviceLink
from kiosk.devices.printers.links import ANSWER_BYTES, CONNECT_S, TcpLink, Written, link_of
from kiosk.devices.printers.port import WrongSettings
from kiosk.devices.printers.spooler_link import SpoolerLink
from kiosk.domain.printer_trouble import Trouble
from tests.devices.printers.label_listener import LabelDevice, LabelListener
from tests.devices.printers.waiting import BUSY_S

MUCH = bytes(8_000_000)
"""More than any buffer on its way."""


def test_addresses() -> None:
    assert link_of("tcp://printer:9101") == TcpLink("printer", 9101)
    assert link_of("tcp://192.0.2.7") == TcpLink("192.0.2.7", 9100)
    assert link_of("tcp://[fe80::1%eth0]:9100/") == TcpLink("fe80::1%eth0", 9100)
    assert link_of("usb:/dev/usb/lp0") == DeviceLink("/dev/usb/lp0")
    assert link_of("cups:Zebra_ZD421") == SpoolerLink("Zebra_ZD421")
    for bad in (
        "",
        "tcp://",
        "tcp://h:0",
        "tcp://h:70000",
        "usb:x",
        "cups:-d",
        "cups:a b",
        "ipp://h",
        "TCP://h",
    ):
        with pytest.raises(WrongSettings) as wrong:
            link_of(bad)
        assert "tcp://" in wrong.value.words.zh
        assert "tcp://" in wrong.value.words.en


def _echo(value: bytes) -> bool:
    return value.endswith(b"\x03")


# TCP


def test_a_refused_connection_is_gone_at_once() -> None:
    with LabelListener("zpl") as box:
        link = link_of(box.address)
        box.refuse()
        began = time.monotonic()
        assert link.open() is Trouble.GONE
        assert time.monotonic() - began < CONNECT_S + BUSY_S
        assert link.write(b"x") == Written(0, Trouble.GONE)
        assert link.read(_echo, 1.0) == b""
        link.close()


def test_nobody_who_takes_the_connection_costs_the_clock_and_no_more() -> None:
    # a full backlog drops what comes, as a switched off printer's address does
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(3)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
        began = time.monotonic()
        assert TcpLink("127.0.0.1", port).open() is Trouble.GONE
        assert CONNECT_S * 0.8 < time.monotonic() - began < CONNECT_S + BUSY_S
        for each in waiting:
            each.close()


def test_a_name_server_that_never_answers_costs_the_clock_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    over = threading.Event()
    real = socket.getaddrinfo

    def slow(host: str, port: int, **words: int) -> list[object]:
        if words.get("flags") == socket.AI_NUMERICHOST:
            return list(real(host, port, **words))
        over.wait(10)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    began = time.monotonic()
    assert TcpLink("printer.invalid").open() is Trouble.GONE
    assert time.monotonic() - began < CONNECT_S + BUSY_S
    over.set()


def test_what_is_written_has_arrived() -> None:
    with LabelListener("zpl", answers=False) as box:
        link = link_of(box.address)
        assert link.open() is None
        assert link.write(b"") == Written(0)
        assert link.write(b"a" * 100_000) == Written(100_000)
        link.close()
        box.wait_received(b"a" * 100_000)


@pytest.mark.parametrize("at", [0, 1, 3_000, 300_000])
def test_a_connection_that_is_reset_may_have_taken_bytes(at: int) -> None:
    with LabelListener("zpl") as box:
        link = link_of(box.address)
        assert link.open() is None
        box.close_at(at)
        written = link.write(MUCH)
        assert written.trouble is Trouble.GONE
        assert at <= written.left < len(MUCH)
        link.close()


@pytest.mark.parametrize("at", [0, 5_000])
def test_a_printer_that_reads_no_more_ends_by_our_clock(at: int) -> None:
    with LabelListener("zpl") as box:
        link = link_of(box.address)
        assert link.open() is None
        box.hang_at(at)
        began = time.monotonic()
        written = link.write(MUCH, stall_s=0.3)
        assert written.trouble is Trouble.SILENT
        assert at < written.left < len(MUCH)
        assert time.monotonic() - began < 2.0
        link.close()


def test_a_printer_that_reads_drop_by_drop_ends_by_the_whole_clock() -> None:
    with LabelListener("zpl") as box:
        link = link_of(box.address)
        assert link.open() is None
        box.dribble(512, 0.01)
        began = time.monotonic()
        written = link.write(MUCH, stall_s=0.5, within_s=1.0)
        assert written.trouble is Trouble.SILENT
        assert 0.9 < time.monotonic() - began < 2.0
        link.close()


def test_an_answer_in_pieces_is_read_whole_and_noise_is_cut() -> None:
    with LabelListener("zpl") as box:
        link = link_of(box.address)
        assert link.open() is None
        link.write(b"~HI")
        assert link.read(_echo, 0.2) == b"\x02ZD421-203dpi,V84.20.21Z,8,8176KB\x03\r\n"  # CR LF: not ended
        box.says(b"n" * 1_000_000)
        link.write(b"~HI")
        noise = link.read(_echo, 5.0)
        assert ANSWER_BYTES <= len(noise) < ANSWER_BYTES + 4096
        link.close()
        assert link.open() is None
        assert link.read(_echo, 0.0) == b""
        link.close()


# A device file


def test_a_device_takes_all_and_answers() -> None:
    with LabelDevice("tspl") as box:
        link = link_of(box.address)
        assert link.open() is None
        assert link.write(b"\x1b!?") == Written(3)
        assert link.read(bool, 2.0) == b"\0"
        assert link.write(b"x" * 200_000) == Written(200_000)
        link.close()
        box.wait_received(b"x" * 200_000)


@pytest.mark.parametrize("at", [0, 10_000])
def test_a_device_that_takes_no_byte_ends_by_our_clock(at: int) -> None:
    with LabelDevice("tspl") as box:
        link = link_of(box.address)
        assert link.open() is None
        box.hang_at(at)
        began = time.monotonic()
        written = link.write(bytes(100_000), stall_s=0.3)
        assert written.trouble is Trouble.SILENT
        assert at < written.left < 100_000
        assert time.monotonic() - began < 2.0
        link.close()


def test_a_device_that_is_full_from_the_start_took_nothing() -> None:
    with LabelDevice("tspl") as box:
        first, second = link_of(box.address), link_of(box.address)
        assert first.open() is None
        box.hang_at(0)
        first.write(bytes(100_000), stall_s=0.1)
        assert second.open() is None
        assert second.write(b"x", stall_s=0.1) == Written(0, Trouble.STOPPED)
        first.close()
        second.close()


def test_a_device_pulled_out_while_writing_may_have_taken_bytes() -> None:
    with LabelDevice("tspl") as box:
        link = link_of(box.address)
        assert link.open() is None
        box.close_at(10_000)
        written = link.write(bytes(1_000_000), stall_s=5.0)
        assert written.trouble is Trouble.GONE
        assert 10_000 <= written.left < 1_000_000
        assert link.read(bool, 1.0) == b""
        assert link.write(b"x") == Written(0, Trouble.GONE)
        link.close()
        assert link.open() is Trouble.GONE


def test_a_device_that_is_none(tmp_path: Path) -> None:
    assert link_of(f"usb:{tmp_path}/lp0").open() is Trouble.GONE
    assert link_of(f"usb:{tmp_path}").open() is Trouble.NO_PRINTER
    file = tmp_path / "list.txt"
    file.write_bytes(b"kept")
    assert link_of(f"usb:{file}").open() is Trouble.NO_PRINTER
    assert file.read_bytes() == b"kept"


def test_a_device_without_the_right_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with LabelDevice("tspl") as box:
        link = link_of(box.address)
        monkeypatch.setattr(os, "open", forbid)
        assert link.open() is Trouble.NOT_WRITABLE
        monkeypatch.undo()


def test_a_pipe_takes_bytes_and_gives_none_back(tmp_path: Path) -> None:
    pipe = tmp_path / "lp"
    os.mkfifo(pipe)
    link = link_of(f"usb:{pipe}")
    assert link.open() is Trouble.GONE  # nobody reads
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert link.open() is None
    assert link.write(b"label") == Written(5)
    assert link.read(bool, 1.0) == b""
    assert not link.answers
    assert os.read(reader, 99) == b"label"
    os.close(reader)
    assert link.write(b"label") == Written(0, Trouble.GONE)
    link.close()


# The spooler, with programs in its place; test_label_spooler has the real one


def _programs(folder: Path, monkeypatch: pytest.MonkeyPatch, **scripts: str) -> Path:
    for name, script in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin" if scripts else str(folder))
    return folder


def test_a_spooler_gets_the_bytes_and_the_jobs_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _programs(
        tmp_path, monkeypatch, lpstat="exit 0", lp=f'echo "$@" > {tmp_path}/words\ncat > {tmp_path}/bytes'
    )
    link = link_of("cups:desk")
    assert link.open("00000000000000ff") is None
    data = bytes(range(256)) * 99
    assert link.write(data) == Written(len(data))
    assert (folder / "bytes").read_bytes() == data
    assert (folder / "words").read_text().split() == [
        "-s",
        "-d",
        "desk",
        "-o",
        "raw",
        "-t",
        "00000000000000ff",
    ]
    assert not link.answers
    assert link.read(bool, 1.0) == b""


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        ("echo 'printer desk is idle.  enabled since Thu'; echo 'desk accepting requests since Thu'", None),
        (
            "echo 'printer desk disabled since Thu -'; echo 'desk accepting requests since Thu'",
            Trouble.PAUSED,
        ),
        ("echo 'desk not accepting requests since Thu -'", Trouble.REJECTING),
        ('[ "$1" = -r ] && echo "scheduler is running" && exit; exit 1', Trouble.NO_PRINTER),
        ('[ "$1" = -r ] && echo "scheduler is not running" && exit; exit 1', Trouble.GONE),
        ("exec sleep 60", Trouble.GONE),
    ],
)
def test_how_a_queue_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, trouble: Trouble | None
) -> None:
    _programs(tmp_path, monkeypatch, lpstat=script)
    assert SpoolerLink("desk", stat_s=0.5).open() is trouble


def test_a_job_that_the_spooler_refuses_has_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _programs(tmp_path, monkeypatch, lp="cat >/dev/null; echo 'lp: desk not accepting jobs' >&2; exit 1")
    assert link_of("cups:desk").write(b"label") == Written(0, Trouble.REJECTING)
    _programs(tmp_path, monkeypatch, lp="echo 'lp: Bad file descriptor' >&2; exit 1")
    assert link_of("cups:desk").write(b"label") == Written(0, Trouble.GONE)


def test_a_spooler_that_does_not_answer_may_have_taken_the_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _programs(tmp_path, monkeypatch, lp="exec sleep 60")
    assert link_of("cups:desk").write(b"label", stall_s=0.3) == Written(5, Trouble.SILENT)


def test_no_spooler_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _programs(tmp_path, monkeypatch)
    assert link_of("cups:desk").open() is Trouble.GONE
    assert link_of("cups:desk").write(b"label") == Written(0, Trouble.GONE)
