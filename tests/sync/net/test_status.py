"""What the courier says of itself: to the kiosk, and to people on a terminal."""

from __future__ import annotations

from kiosk.sync.network.status import (
    CourierStatus,
    JoiningStatus,
    PackStatus,
    PeerStatus,
    decode,
    encode,
    lines,
)

STATUS = CourierStatus(
    name="east-1",
    role="kiosk",
    listening=47615,
    peers=(
        PeerStatus("ab", "west-1", "hub", "192.0.2.7:47615", True, heard_s=3, waiting=214),
        PeerStatus("cd", "west-2", "kiosk", "192.0.2.8:47615", False, heard_s=70),
        PeerStatus("", "", "", "192.0.2.9:47615", False, problem_zh="连不上", problem_en="It is gone."),
    ),
    packs=("spring v2",),
    fetching=(PackStatus("autumn", 3, 50, 200),),
    own_ahead=True,
    fault_en="The disk is full.",
)


def test_it_comes_back_as_it_went() -> None:
    line = encode(STATUS)
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    assert decode(line) == STATUS


def test_what_is_no_line_of_a_courier() -> None:
    for line in (b"", b"no", b"[]", b'{"listening": "x"}', b"\xff\xfe"):
        assert decode(line) is None


def test_a_newer_couriers_line_is_understood() -> None:
    assert decode(b'{"listening": 1, "mood": "good"}') == CourierStatus(listening=1)


def test_on_a_terminal() -> None:
    assert lines(STATUS) == [
        "east-1 (kiosk)",
        "  listening at port 47615",
        "  west-1 (hub): connected, heard 3 s ago, 214 facts waiting",
        "  west-2 (kiosk): not connected, last heard 70 s ago",
        "  192.0.2.9:47615: not connected. It is gone.",
        "  fetching autumn v3: 25 %",
        "  installed spring v2",
        "  others hold facts of this kiosk that are not here: it begins a new incarnation",
        "  The disk is full.",
    ]
    asking = CourierStatus(joining=JoiningStatus("asking", "123456", "QR", "west-1"))
    assert lines(asking) == ["not yet let in", "  asks to be let in at west-1: asking, code 123456"]
