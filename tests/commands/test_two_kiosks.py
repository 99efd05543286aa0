"""Two kiosks of one pack, with no connection between them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from kiosk.app import State, open_kiosk, provider
from kiosk.config import read
from kiosk.domain.reasons import Reason
from kiosk.services.printing.tasks import Prepare
from kiosk.services.values import WalkUpForm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def opened(state: Path) -> Any:
    settings = read(state / "kiosk.toml")
    return open_kiosk(settings, State(state), provider(settings, State(state), str))


def printed(queue: Any) -> str:
    """Print all that waits; the token of the badge that was drawn last."""
    token = ""
    while (task := queue.next_task()) is not None:
        token = task.face.token if isinstance(task, Prepare) else token
        queue.settle(task, task.run())
    return token


def test_a_badge_issued_at_one_is_admitted_at_the_other(
    provisioned: Callable[[str], Path], made: Any
) -> None:
    with made.codes.open(encoding="utf-8-sig", newline="") as file:
        codes = [row["登记码"] for row in csv.DictReader(file) if row["状态"] == "已确认"]
    east = opened(provisioned("east-1"))
    tokens = []
    try:
        east.services.badge_desk.register(WalkUpForm("赵走", "", "某校", "本科", "", consent=True))
        tokens.append(printed(east.services.print_queue))
        for code in codes:
            if east.services.gate.scan(code).prints:
                tokens.append(printed(east.services.print_queue))
                break
    finally:
        east.close()
    west = opened(provisioned("west-1"))
    try:
        reasons = [west.services.gate.scan(token).decision.reason for token in tokens]
        assert reasons == [Reason.WELCOME, Reason.WELCOME]
        assert west.services.gate.occupancy().inside == 2
    finally:
        west.close()
