"""Scenes of the other machines as staff see them: safe or not, sticks, forks, joining, many machines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.sync_words import parked_for
from kiosk.domain.words import Words
from kiosk.services.peers import OwnJoining, SyncStanding
from kiosk.services.values import Need
from tests.fakes import services as fakes
from tests.fakes import sync
from tests.ui.scenes.staff import desk, sign_in
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]

NEED = Need(
    "refuse",
    Words("214 条记录只有本机有", "Facts that are only here: 214"),
    Words(
        "最早的是 9:01 的；关机前请复制到 U 盘",
        "The oldest is from 9:01. Copy them to a stick before switching off.",
    ),
    "sync",
)


def standing(value: SyncStanding, *steps: str, hold: str = "", share: float = 0.0) -> Scene:
    """The view at that standing; then calls of SyncModel in order, values after colons; perhaps the call of
    that name does not answer yet."""

    def scene(stage: Stage) -> None:
        stage.kiosk.peers.standing_value = value
        stage.kiosk.peers.share = share
        sign_in(stage)
        stage.models.staff.open("sync")
        stage.rest()
        if hold:
            stage.kiosk.hold(hold)
        for step in steps:
            call, *values = step.split("|")
            getattr(stage.models.staff.sync, call)(*values)
            stage.rest()

    return scene


def failed_copy(stage: Stage) -> None:
    """The stick stopped in the middle."""
    stage.kiosk.peers.outcome = sync.STICK_FAILED
    standing(replace(sync.UNSAFE, sticks=(sync.STICK,)), f"copy_out|{sync.STICK.folder}")(stage)


def on_desk(stage: Stage) -> None:
    """The desk says what is only here; the courier does not run."""
    stage.kiosk.peers.standing_value = replace(sync.UNSAFE, state="failed")
    desk(listed=(NEED, *fakes.NEEDS[:1]))(stage)


def broken(stage: Stage) -> None:
    """It could not be read."""
    stage.kiosk.fail("standing_of_sync")
    sign_in(stage)
    stage.models.staff.open("sync")


WAITING = replace(
    sync.UNSAFE,
    state="connected",
    peers=(*sync.PEERS, *sync.REFUSED),
    forks=(sync.FORK,),
    own_ahead=True,
    parked=128,
    parked_words=parked_for(((Words("西门 4 号机", "West 4"), 128, 23),)),
    fetching=(sync.FETCH,),
    left_over=(Words("首都高校毕业生春季双选会（示例）", "Capital Graduates Spring Fair (sample)"),),
)
HUB = SyncStanding(
    "connected",
    sync.forty(),
    joining=(sync.ASKS, replace(sync.ASKS, request="r2", code="016058482913", name=sync.SOUTH)),
    hub=True,
)
ALONE = SyncStanding(
    "failed",
    only_here=214,
    oldest_only_here=sync.SINCE,
    own=OwnJoining("refused", hub="hall-hub"),
    problem=Words("同步的端口被占了，会自动再试。", "Another program has its port; it is tried again."),
)
STICK_IN = replace(sync.UNSAFE, sticks=(sync.STICK,))
COPY = f"copy_out|{sync.STICK.folder}"

SCENES: dict[str, Scene] = {
    "staff sync": standing(sync.CONNECTED),
    "staff sync off": standing(SyncStanding("off")),
    "staff sync refused": standing(ALONE),
    "staff sync joining": standing(
        SyncStanding("alone", only_here=12, oldest_only_here=sync.SINCE, own=sync.OWN)
    ),
    "staff sync waiting": standing(WAITING),
    "staff sync hub": standing(HUB, "ask_for|accept|r1"),
    "staff sync copying": standing(STICK_IN, COPY, hold="stick_out", share=0.4),
    "staff sync copied": standing(replace(sync.CONNECTED, state="starting", sticks=(sync.STICK,)), COPY),
    "staff sync copy failed": failed_copy,
    "staff sync failed": broken,
    "staff desk sync": on_desk,
}
