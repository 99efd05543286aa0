"""How this kiosk stands with the others as staff see it; sticks, machines that ask, forks."""

from dataclasses import replace

import pytest

from kiosk.domain.words import Words
from kiosk.services.peers import OwnJoining, SyncStanding
from tests.fakes import sync as fakes_sync

STICK = fakes_sync.STICK


@pytest.fixture
def stand(on_duty, bridge, kiosk):
    """Brings the view to a standing."""

    def at(standing: SyncStanding):
        kiosk.peers.standing_value = standing
        on_duty.open("sync")
        bridge.answer()
        on_duty.sync.refresh()
        bridge.answer()
        return on_duty.sync

    return at


@pytest.fixture
def hub(stand):
    return stand(replace(fakes_sync.CONNECTED, joining=(fakes_sync.ASKS,), hub=True))


def rows(sync, name):
    return [sync.peers.value(at, name) for at in range(sync.peers.total)]


@pytest.mark.parametrize(
    ("standing", "level", "title", "how"),
    [
        (fakes_sync.CONNECTED, "admit", "可以关机", ""),
        (SyncStanding("alone"), "admit", "可以关机", ""),
        (SyncStanding("off"), "notice", "同步已关闭", ""),
        (SyncStanding("off", only_here=3), "refuse", "先别关机", "请插上 U 盘，把记录复制过去。"),
        (fakes_sync.UNSAFE, "refuse", "先别关机", "请插上 U 盘，把记录复制过去。"),
        (replace(fakes_sync.UNSAFE, sticks=(STICK,)), "refuse", "先别关机", "U 盘已插好，请复制到 U 盘。"),
        (
            replace(fakes_sync.UNSAFE, state="connected", peers=fakes_sync.PEERS),
            "notice",
            "先别关机",
            "请等一等：主机已连上，正在传过去。",
        ),
        (
            replace(fakes_sync.UNSAFE, state="failed", problem=Words("端口被占了", "")),
            "refuse",
            "先别关机",
            "端口被占了",
        ),
    ],
)
def test_whether_it_may_be_switched_off(stand, standing, level, title, how):
    sync = stand(standing)
    assert (sync.state, sync.level, sync.title, sync.how) == ("ready", level, title, how)


def test_it_says_how_many_are_only_here_and_since_when(stand, surroundings):
    sync = stand(fakes_sync.UNSAFE)
    assert sync.why == "214 条记录只有本机有，最早的是 9:01 的。"
    surroundings.modes.toggle_language()
    assert sync.why == "214 facts are only here, the oldest from 9:01."


def test_every_machine_and_stick_is_listed_with_what_is_wrong(stand):
    sync = stand(replace(fakes_sync.CONNECTED, peers=(*fakes_sync.PEERS, *fakes_sync.REFUSED)))
    assert rows(sync, "level") == ["", "", "notice", "refuse", "refuse", ""]
    assert rows(sync, "heard") == ["刚刚", "14 秒前", "6 分钟前", "1 小时前", "没有听到过", "2 小时前"]
    assert rows(sync, "words")[:4] == [
        "主机，已连上",
        "已连上",
        "没连上",
        "它的证书已经撤销，不再和它交换",
    ]
    assert rows(sync, "waiting")[2] == "23 条待发"


def test_the_bar_over_every_view_goes_on_saying_when_others_were_heard(on_duty, bridge, kiosk):
    assert on_duty.sync.headLine == "刚刚听到，0 条待发"
    for view in ("sync", "stalls", "desk"):
        on_duty.open(view)
        bridge.answer()
        assert on_duty.sync.headLine == "刚刚听到，0 条待发"
    kiosk.peers.standing_value = fakes_sync.UNSAFE
    on_duty.sync.refresh()
    bridge.answer()
    assert on_duty.sync.headLine == "6 分钟前听到，214 条待发"
    on_duty.sign_out()
    assert on_duty.sync.headLine == ""


def test_it_is_read_again_as_long_as_somebody_is_signed_in(on_duty):
    assert on_duty.sync._again.isActive()
    on_duty.sign_out()
    assert not on_duty.sync._again.isActive()


def test_what_could_not_be_read_is_never_as_if_all_were_safe(on_duty, bridge, kiosk):
    kiosk.fail("standing_of_sync")
    on_duty.open("sync")
    bridge.answer()
    assert (on_duty.sync.state, on_duty.sync.headLine) == ("failed", "")
    kiosk.mend()
    on_duty.sync.retry()
    bridge.answer()
    assert on_duty.sync.state == "ready"


def test_this_kiosks_own_number(stand):
    assert stand(fakes_sync.CONNECTED).own == {}
    own = stand(SyncStanding("alone", own=fakes_sync.OWN)).own
    assert (own["state"], own["code"], own["qr"]) == ("asking", "739 204", fakes_sync.OWN.qr)
    assert "hall-hub" in own["words"]
    assert stand(SyncStanding("alone", own=OwnJoining("alone"))).own["code"] == ""


# ---- machines that ask to join


def test_letting_a_machine_in_asks_once(hub, bridge, kiosk):
    (item,) = hub.items
    assert (item["kind"], item["code"], item["asking"]) == ("request", "482 913", "")
    hub.decide()
    hub.ask_for("accept", "r1")
    assert hub.items[0]["asking"] == "accept"
    assert kiosk.calls.of("accept") == []
    hub.keep()
    hub.decide()
    bridge.answer()
    assert kiosk.calls.of("accept") == []
    hub.ask_for("accept", "r1")
    hub.decide()
    hub.decide()
    bridge.answer()
    assert kiosk.calls.of("accept") == [("r1", "s1")]
    assert (hub.items, hub.busy) == ([], False)


def test_refusing_asks_once_too(hub, bridge, kiosk):
    hub.ask_for("refuse", "r1")
    assert kiosk.calls.of("refuse") == []
    hub.decide()
    bridge.answer()
    assert kiosk.calls.of("refuse") == [("r1", "s1")]


def test_why_a_machine_could_not_be_let_in_is_said(hub, bridge, kiosk):
    kiosk.peers.problem = Words("号码已经过期", "Too late")
    hub.ask_for("accept", "r1")
    hub.decide()
    bridge.answer()
    assert hub.said == "号码已经过期"
    kiosk.fail("accept")
    hub.ask_for("accept", "r1")
    assert hub.said == ""
    hub.decide()
    bridge.answer()
    assert hub.said == "没有做成，请再试一次。"


def test_what_was_asked_is_not_asked_on_another_visit(hub, on_duty, bridge):
    hub.ask_for("accept", "r1")
    on_duty.open("desk")
    bridge.answer()
    on_duty.open("sync")
    bridge.answer()
    assert hub.items[0]["asking"] == ""


def test_numbers_are_grouped_as_on_the_other_screen(stand):
    code = replace(fakes_sync.ASKS, code="924754349874")
    sync = stand(replace(fakes_sync.CONNECTED, joining=(code,), sticks=(replace(STICK, holds=None),)))
    request, stick = sync.items
    assert (request["code"], request["title"]) == ("9247 5434 9874", "西门 6 号机要加入")
    assert stick["detail"] == "上面还没有本场地的记录。"


# ---- forks and restores


def test_a_fork_and_a_restore_stand_until_they_are_read(stand, bridge, kiosk):
    sync = stand(replace(fakes_sync.CONNECTED, forks=(fakes_sync.FORK,), own_ahead=True, parked=3))
    fork, restored, parked = sync.items
    assert [each["kind"] for each in (fork, restored, parked)] == ["fork", "restored", "parked"]
    assert fork["level"] == "refuse"
    assert "东门 1 号机、主机" in fork["detail"]
    sync.see("fork", fork["key"])
    bridge.answer()
    assert kiosk.calls.of("see_fork") == [(fakes_sync.FORK.origin, 813, "s1")]
    sync.see("restored", "restored")
    bridge.answer()
    assert [each["kind"] for each in sync.items] == ["parked"]


# ---- sticks


@pytest.fixture
def stick_in(stand):
    return stand(replace(fakes_sync.UNSAFE, sticks=(STICK,)))


@pytest.mark.parametrize(("slot", "call"), [("copy_out", "stick_out"), ("take_in", "stick_in")])
def test_a_stick_is_written_and_read_away_from_scans_and_says_when_it_may_go(
    stick_in, bridge, kiosk, slot, call
):
    bridge.workers.clear()
    kiosk.peers.share = 0.4
    assert stick_in.share == 0.0
    getattr(stick_in, slot)(STICK.folder)
    getattr(stick_in, slot)(STICK.folder)
    assert bridge.workers == ["upkeep"]
    assert (stick_in.items[0]["working"], stick_in.share, stick_in.busy) == (True, 0.4, True)
    bridge.answer()
    assert kiosk.calls.of(call) == [(STICK.folder,)]
    (item,) = stick_in.items
    assert (item["working"], item["level"], stick_in.share) == (False, "admit", 0.0)
    assert item["detail"] == "已复制 2,615 条记录。U 盘可以拔了。"


def test_a_copy_that_failed_does_not_say_that_the_stick_may_go(stick_in, bridge, kiosk):
    kiosk.peers.outcome = fakes_sync.STICK_FAILED
    stick_in.copy_out(STICK.folder)
    bridge.answer()
    (item,) = stick_in.items
    assert (item["level"], item["detail"]) == ("refuse", fakes_sync.STICK_FAILED.words.zh)
    kiosk.fail("stick_out")
    stick_in.copy_out(STICK.folder)
    bridge.answer()
    assert stick_in.items[0]["detail"] == "没有做成，请再试一次。"


def test_a_copy_goes_on_when_staff_sign_out_and_nobody_begins_another(
    stick_in, on_duty, bridge, kiosk, fakes
):
    stick_in.copy_out(STICK.folder)
    waiting = list(bridge.waiting)
    bridge.waiting.clear()
    on_duty.sign_out()
    for digit in fakes.PIN:
        on_duty.digit(digit)
    on_duty.sign_in()
    bridge.answer()
    on_duty.open("sync")
    bridge.answer()
    assert stick_in.items[0]["working"]
    stick_in.take_in(STICK.folder)
    assert kiosk.calls.of("stick_in") == []
    bridge.waiting.extend(waiting)
    bridge.answer()
    assert not stick_in.items[0]["working"]
    assert stick_in.items[0]["detail"] == STICK.holds.zh, "what it came to is not shown to the next"


def test_nobody_who_is_not_signed_in_writes_a_stick(stick_in, on_duty, bridge):
    on_duty.sign_out()
    stick_in.copy_out(STICK.folder)
    stick_in.see("restored", "restored")
    assert bridge.waiting == []


def test_a_stick_that_comes_is_said_on_the_desk_at_once(on_duty, bridge, kiosk):
    kiosk.peers.standing_value = replace(fakes_sync.CONNECTED, sticks=(STICK,))
    before = len(kiosk.calls.of("needs"))
    on_duty.sync.refresh()
    bridge.answer()
    on_duty.sync._standing = fakes_sync.CONNECTED  # as read before the stick came
    on_duty.sync.refresh()
    bridge.answer()
    assert len(kiosk.calls.of("needs")) > before


def test_one_look_at_sticks_at_a_time_and_none_while_one_is_written(stick_in, bridge):
    bridge.workers.clear()
    stick_in.refresh()
    stick_in.refresh()
    assert bridge.workers == ["store", "upkeep"]
    bridge.answer()
    stick_in.copy_out(STICK.folder)
    bridge.workers.clear()
    stick_in.refresh()
    assert bridge.workers == ["store"]
