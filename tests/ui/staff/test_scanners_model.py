"""Staff's scanners: chosen and kept at once; a scan on this page is a test, and on no other."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest

from kiosk.devices.reading import Reading
from kiosk.devices.scanner_state import Standing
from kiosk.devices.serial_ports import Port
from kiosk.devices.settings import ScannerSettings
from kiosk.domain.badge import NOBODYS_TOKEN
from kiosk.domain.scanner_words import TEST_CODE
from tests.fakes import scanners as fakes
from tests.ui.leftovers import held_by, texts_of
from tests.ui.scenes.staff import sign_in
from tests.ui.stage import until


@pytest.fixture
def shown(stage):
    """The view, with three ports and nothing chosen."""
    fakes.stand(stage.window.scanners)
    sign_in(stage)
    stage.models.staff.open("scanners")
    yield stage.models.staff.scanners
    stage.models.end_visit()


def _chosen(model):
    return [each["name"] for each in model.ports if each["chosen"]]


def test_a_scan_is_judged_and_not_decided(shown, stage, kiosk, settle, scan):
    scan(stage.window, NOBODYS_TOKEN)
    until(lambda: shown.tested)
    settle(stage.window)
    assert kiosk.calls.of("scan") == []
    assert not stage.models.verdict.shown
    assert shown.good
    assert (shown.length, shown.masked, shown.source) == (150, "F1•••", "键盘式扫码枪")
    assert kiosk.calls.of("kind_of") == [(NOBODYS_TOKEN,)]


@pytest.mark.parametrize("leave", ["settings", "sign out", "home", "another page", "idle"])
def test_on_any_other_page_it_is_decided_again(shown, stage, kiosk, settle, scan, leave):
    assert stage.window.scanners.testing
    match leave:
        case "settings":
            stage.models.staff.open("settings")
        case "sign out":
            stage.models.staff.sign_out()
        case "home":
            stage.models.navigation.home()
        case "another page":
            stage.models.navigation.go("find")
        case "idle":
            stage.models.end_visit()
    assert not stage.window.scanners.testing
    settle(stage.window)
    scan(stage.window, "WELCOME0001")
    settle(stage.window)
    assert kiosk.calls.of("scan") == [("WELCOME0001",)]


def test_nothing_of_the_code_stays(shown, stage, settle):
    stage.window.scanners.hear("2021123456", "serial", took_ms=80.0)
    until(lambda: shown.tested)
    settle(stage.window)
    assert shown.masked == "•••"
    texts = [text for item in stage.window.quick.findChildren(QObject) for _, text in texts_of(item)]
    texts += held_by([shown._read, shown._last, shown._said], set())
    assert not any("2021" in text for text in texts)


def test_a_scanner_that_sends_twice_is_told(shown, stage, settle):
    for _ in range(2):
        stage.window.scanners.hear(NOBODYS_TOKEN, "serial", took_ms=80.0)
    settle(stage.window)
    assert len(shown.hints) == 1
    assert "两次" in shown.hints[0]
    assert not shown.good


def test_slow_keys_are_one_scan_here(shown, stage, settle):
    for letter in "SLOW12":
        QTest.keyClick(stage.window.quick, letter)
        QTest.qWait(70)  # too slow for a scanner, as everywhere else
    until(lambda: shown.tested)
    assert shown.length == 6
    assert any("太慢" in hint for hint in shown.hints)


def test_a_port_is_chosen_kept_and_used_at_once(shown, stage, kiosk, settle):
    assert [each["name"] for each in shown.ports] == ["/dev/ttyS0", "Honeywell HF680", "Zebra DS9308"]
    shown.use_port("SN17")
    settle(stage.window)
    wanted = (ScannerSettings("serial", "SN17"),)
    assert kiosk.calls.of("change_scanners") == [(wanted, "s1")]
    assert shown.outcome == "kept"
    assert stage.window.scanners.settings == wanted
    assert stage.window.scanners.states[-1].standing is not Standing.READY  # looked for: it is no real one
    shown.use_baud(115_200)
    settle(stage.window)
    assert stage.window.scanners.settings == (ScannerSettings("serial", "SN17", 115_200),)
    shown.use_port("")
    settle(stage.window)
    assert stage.window.scanners.settings == ()
    assert [each.kind for each in stage.window.scanners.states] == ["wedge"]


def test_what_could_not_be_kept_is_not_used(shown, stage, kiosk, settle):
    kiosk.fail("change_scanners")
    shown.use_port("SN17")
    settle(stage.window)
    assert shown.outcome == "not_kept"
    assert stage.window.scanners.settings == ()
    assert not shown.serial


def test_the_port_in_use_is_listed_though_it_is_not_there(shown, stage):
    fakes.stand(stage.window.scanners, fakes.GONE, ports=(Port("/dev/ttyS0"),))
    shown.look()
    assert _chosen(shown) == ["SN17"]
    fakes.stand(stage.window.scanners, fakes.GONE)
    shown.look()
    assert _chosen(shown) == ["Honeywell HF680"]
    stage.window.scanners._settings = (ScannerSettings("serial"),)
    assert _chosen(shown) == ["Honeywell HF680"]  # the first of USB
    stage.window.scanners._settings = (ScannerSettings("serial", "05e0:1701"),)
    assert _chosen(shown) == ["Zebra DS9308"]


def test_how_each_stands(shown, stage):
    fakes.stand(stage.window.scanners, fakes.GONE)
    wedge, serial = shown.lines
    assert (wedge["standing"], wedge["state"]) == ("ready", "可以用")
    assert serial["state"] == "没有接上 · 已 3 分钟"
    assert serial["why"]


def test_the_test_code_is_known(shown, stage, settle):
    stage.window.scanners.tested.emit(Reading(TEST_CODE, "camera"))
    settle(stage.window)
    assert (shown.kind, shown.good) == ("本页的测试码", True)


def test_of_many_ports_six_are_listed_and_the_one_in_use_is_among_them(shown, stage):
    many = tuple(Port(f"/dev/ttyUSB{each}", f"Maker {'x' * 40}", f"SN{each}", "1:1") for each in range(20))
    fakes.stand(stage.window.scanners, fakes.THERE, ports=many)
    shown.look()
    assert [each["id"] for each in shown.ports] == ["SN0", "SN1", "SN2", "SN3", "SN4", "SN17"]
    assert len(_chosen(shown)) == 1
    assert all(len(each["name"]) <= 24 for each in shown.ports)


def test_a_scanner_that_is_gone_needs_doing(stage):
    fakes.stand(stage.window.scanners, fakes.GONE, fakes.BARRED)
    sign_in(stage)
    needs = [each for each in stage.models.staff.desk.needs if each["leadsTo"] == "scanners"]
    assert [each["title"] for each in needs] == ["串口扫码枪：没有接上", "串口扫码枪：系统不让用"]
    assert all(each["detail"] for each in needs)
    stage.models.staff.lead("scanners")
    assert stage.models.staff.view == "scanners"
    stage.models.end_visit()


def test_scanners_that_work_need_nothing(stage):
    fakes.stand(stage.window.scanners, fakes.THERE)
    sign_in(stage)
    assert not any(each["leadsTo"] == "scanners" for each in stage.models.staff.desk.needs)
    stage.models.end_visit()
