"""A fault that lasts: its page and code, scans refused meanwhile, and its end when its cause has gone."""

import pytest

from kiosk.store.faults import StoreFault, StoreFaultKind

CODES = {
    StoreFaultKind.DISK_FULL: "S3 磁盘写满",
    StoreFaultKind.NOT_WRITABLE: "S4 磁盘只读",
    StoreFaultKind.BUSY: "S5 数据被占用",
    StoreFaultKind.DAMAGED: "S2 数据损坏",
}


def struck(window, kiosk, settle, kind):
    for call in ("scan", "probe"):
        kiosk.fail(call, StoreFault(kind))
    window.models.scan("WELCOME0001")
    settle(window)


@pytest.fixture
def fault(window):
    yield window.models.page("out_of_service")
    window.models.fault.end()
    window.models.end_visit()


@pytest.mark.parametrize("kind", CODES)
def test_it_comes_with_its_code_and_ends_with_its_cause(window, kiosk, settle, fault, kind):
    struck(window, kiosk, settle, kind)
    assert window.models.navigation.page == "out_of_service"
    assert (fault.code, fault.lasting) == (CODES[kind], True)
    assert fault.staff != ""
    window.models.out_of_service_ends()  # not after a moment
    fault.probe()
    settle(window)
    assert window.models.navigation.page == "out_of_service"
    kiosk.mend()
    fault.probe()
    settle(window)
    assert (window.models.navigation.page, fault.code, fault.lasting) == ("home", "", False)


def test_it_is_probed_by_itself(window, kiosk, settle, fault):
    fault._timer.setInterval(1)
    struck(window, kiosk, settle, StoreFaultKind.DISK_FULL)
    for _ in range(100):
        settle(window)
        if len(kiosk.calls.of("probe")) > 1:
            break
    kiosk.mend()
    for _ in range(100):
        settle(window)
        if window.models.navigation.page == "home":
            break
    assert window.models.navigation.page == "home"
    made = len(kiosk.calls.of("probe"))
    settle(window)
    assert len(kiosk.calls.of("probe")) == made  # nobody asks any more


def test_home_and_idle_lead_back_while_it_lasts(window, kiosk, settle, fault):
    struck(window, kiosk, settle, StoreFaultKind.DISK_FULL)
    window.models.navigation.home()
    settle(window)
    assert window.models.navigation.page == "out_of_service"
    window.models.end_visit()
    settle(window)
    assert window.models.navigation.page == "out_of_service"
    assert not window.models.idle.warning


def test_a_scan_meanwhile_is_refused_and_nothing_shown(window, kiosk, settle, fault):
    struck(window, kiosk, settle, StoreFaultKind.DISK_FULL)
    window.models.scan("WELCOME0001")
    settle(window)
    assert not window.models.verdict.shown
    assert window.models.navigation.page == "out_of_service"


def test_a_scan_that_was_recorded_ends_it(window, kiosk, settle, fault):
    struck(window, kiosk, settle, StoreFaultKind.BUSY)
    kiosk.mend()
    window.models.scan("INSIDE00001")
    settle(window)
    assert window.models.verdict.shown
    assert not fault.lasting
    while window.models.verdict.shown:
        window.models.verdict.step()
    settle(window)
    assert window.models.navigation.page == "home"


def test_it_may_become_another(window, kiosk, settle, fault):
    struck(window, kiosk, settle, StoreFaultKind.BUSY)
    kiosk.fail("probe", StoreFault(StoreFaultKind.DISK_FULL))
    fault.probe()
    settle(window)
    assert fault.code == CODES[StoreFaultKind.DISK_FULL]


def test_what_nobody_foresaw_ends_after_a_moment(window, kiosk, settle, fault):
    kiosk.fail("scan")
    window.models.scan("WELCOME0001")
    settle(window)
    assert (fault.code, fault.lasting) == ("X1 意外情况", False)
    window.models.out_of_service_ends()
    settle(window)
    assert (window.models.navigation.page, fault.code) == ("home", "")


@pytest.mark.parametrize(
    ("kind", "code"),
    [("start", "C1 设置不对"), ("pack.missing", "P1 没有数据包"), ("pack.damaged", "P2 数据包打不开")],
)
def test_a_fault_at_the_start_stays_until_the_services_are_there(
    bare_window, kiosk, settle, fakes, kind, code
):
    models = bare_window.models
    models.close_service(fakes.KnownFault(fakes.Words("原因", "cause"), kind))
    assert (models.fault.code, models.fault.staff, models.closed) == (code, "原因", True)
    models.end_visit()
    settle(bare_window)
    assert models.navigation.page == "out_of_service"
    bare_window.attach(kiosk)
    settle(bare_window)
    assert (models.navigation.page, models.closed, models.fault.lasting) == ("home", False, False)
