"""A pty as serial scanner: read, unplugged, plugged in again under another name, flooded, refused."""

import itertools
import os
import sys
from time import monotonic

import pytest
from PySide6.QtCore import QTimer

from kiosk.devices import debounce, serial_scanner
from kiosk.devices.scanner_state import Standing
from kiosk.devices.serial_lines import MOST_BYTES
from kiosk.devices.serial_ports import Port, pick, refusal
from kiosk.devices.serial_scanner import SerialScanner
from kiosk.devices.settings import ScannerSettings
from tests.fakes.scanners import Ports, PtyScanner
from tests.ui.stage import until

if sys.platform == "win32":
    pytest.skip("there are no ptys", allow_module_level=True)


@pytest.fixture
def pty(tmp_path):
    return PtyScanner(tmp_path / "scanner")


@pytest.fixture
def scanner_of(application):
    made = []

    def of(wanted, look=None):
        scanner = SerialScanner(ScannerSettings("serial", wanted), look or Ports())
        scanner.heard = []
        scanner.read.connect(lambda line: scanner.heard.append(line.text))
        made.append(scanner)
        scanner.open()
        return scanner

    yield of
    for each in made:
        each.stop()
        each.deleteLater()


def test_codes_are_read_however_they_end(pty, scanner_of):
    pty.plug()
    scanner = scanner_of(pty.path)
    assert scanner.state.standing is Standing.READY
    for sent, text in ((b"ONE\r", "ONE"), (b"TWO\r\n", "TWO"), (b"\x02THREE\n", "THREE"), (b"FOUR", "FOUR")):
        pty.send(sent)
        until(lambda text=text: scanner.heard[-1:] == [text])
    assert scanner.heard == ["ONE", "TWO", "THREE", "FOUR"]


def test_unplugged_and_plugged_in_under_another_name(pty, scanner_of):
    first = Port(pty.plug(), "Honeywell", "SN17", "0c2e:0b6a")
    ports = Ports(Port("/dev/ttyS0"), first)
    scanner = scanner_of("SN17", ports)
    assert scanner.state.name == "Honeywell"
    pty.send(b"HALF A CO")
    until(lambda: scanner._lines.waits)
    pty.unplug()
    ports.present = (Port("/dev/ttyS0"),)
    until(lambda: scanner.state.standing is Standing.ABSENT)
    assert scanner.state.name == "Honeywell"
    assert scanner.state.why is not None
    looks = ports.looks
    until(lambda: ports.looks > looks)  # it looks by itself, and does not find it
    held = os.open("/dev/null", os.O_RDONLY)
    second = Port(pty.plug(), "Honeywell", "SN17", "0c2e:0b6a")
    ports.present = (second,)
    until(lambda: scanner.state.standing is Standing.READY)
    os.close(held)
    pty.send(b"WELCOME\r")
    until(lambda: scanner.heard == ["WELCOME"])  # and nothing of the half


def test_a_path_that_stays_is_opened_again_wherever_it_leads(pty, scanner_of):
    scanner = scanner_of(pty.path)
    assert scanner.state.standing is Standing.ABSENT
    for code in ("FIRST", "SECOND"):
        pty.plug()
        until(lambda: scanner.state.standing is Standing.READY)
        pty.send(code.encode() + b"\r")
        until(lambda code=code: scanner.heard[-1:] == [code])
        pty.unplug()
        until(lambda: scanner.state.standing is Standing.ABSENT)


def test_it_is_looked_for_less_and_less_often(scanner_of, monkeypatch):
    monkeypatch.setattr(serial_scanner, "FIRST_PAUSE_MS", 1)
    monkeypatch.setattr(serial_scanner, "LONGEST_PAUSE_MS", 8)
    ports = Ports()
    scanner = scanner_of("SN17", ports)
    scanner._pause_ms = 1
    pauses = []
    scanner._again.timeout.connect(lambda: pauses.append(scanner._pause_ms))
    until(lambda: len(pauses) >= 5)
    assert pauses[0] < pauses[-1] == 8


def test_a_megabyte_of_rubbish_is_bounded_and_the_window_goes_on(pty, window, kiosk, settle):
    pty.plug()
    window.scanners.use((ScannerSettings("serial", pty.path),))
    scanner = window.scanners._others[0]
    until(lambda: scanner.state.standing is Standing.READY)
    ticks, held, came = [], [], []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: ticks.append(monotonic()))
    scanner._port.readyRead.connect(lambda: held.append(len(scanner._lines._held)))
    scanner.read.connect(came.append)
    timer.start()
    rubbish = b"".join(
        b"\x00\xff\x1brubbish %d\n" % each + b"x" * (each % 7 == 0) * 3_500 for each in range(2_000)
    )
    assert len(rubbish) > 1_000_000
    pty.send(rubbish + b"\nTHE END\n")
    until(lambda: came and came[-1].text == "THE END")
    timer.stop()
    settle(window)
    assert max(held) <= MOST_BYTES
    gaps = [later - earlier for earlier, later in itertools.pairwise(ticks)]
    assert len(gaps) > 5
    assert sorted(gaps)[len(gaps) // 2] < 0.1
    assert len(kiosk.calls.of("scan")) < 60  # of 2,000
    window.models.end_visit()


def test_what_a_serial_scanner_reads_is_decided_once_however_many_send_it(
    pty, window, kiosk, settle, scan, monkeypatch
):
    monkeypatch.setattr(debounce, "QUIET_MS", 60_000)  # however busy the machine is
    pty.plug()
    window.scanners.use((ScannerSettings("serial", pty.path),))
    until(lambda: window.scanners.states[-1].standing is Standing.READY)
    pty.send(b"]Q1WELCOME0001\r\n]Q1WELCOME0001\r\n")
    until(lambda: kiosk.calls.of("scan"))
    scan(window, "WELCOME0001")
    settle(window)
    assert kiosk.calls.of("scan") == [("WELCOME0001",)]
    assert window.models.verdict.shown
    window.models.end_visit()


def test_another_choice_lets_go_of_the_port(pty, window):
    pty.plug()
    settings = (ScannerSettings("serial", pty.path),)
    for _ in range(3):  # a port that was not let go of would be in use
        window.scanners.use(settings)
        until(lambda: window.scanners.states[-1].standing is Standing.READY)
    window.scanners.use(())
    assert [each.kind for each in window.scanners.states] == ["wedge"]


def test_who_may_not_use_it_is_told_which_group(pty, scanner_of, monkeypatch):
    pty.plug()
    scanner = scanner_of(pty.path)
    other = scanner_of(pty.path)  # it has been taken
    assert scanner.state.standing is Standing.READY
    assert other.state.standing is Standing.REFUSED
    assert "Another program" in other.state.why.en
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr("kiosk.devices.serial_ports._group", lambda _: "dialout")
    assert "group dialout" in refusal(pty.path).en


PORTS = (
    Port("/dev/ttyS0"),
    Port("/dev/ttyACM0", "Zebra", "", "05e0:1701"),
    Port("/dev/ttyACM1", "Honeywell", "SN17", "0c2e:0b6a"),
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("", 1), ("SN17", 2), ("05e0:1701", 1), ("0c2e:0b6a", 2), ("/dev/ttyS0", 0), ("SN99", None)],
)
def test_which_port_it_is(wanted, found):
    assert pick(PORTS, wanted) == (PORTS[found] if found is not None else None)


def test_by_what_a_port_is_found_again():
    assert [each.id for each in PORTS] == ["/dev/ttyS0", "05e0:1701", "SN17"]
