"""Requests and answers of machines that join, put on sticks and taken from them as they go round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.app.joining import applicant_of, desk_of, keep_identity, own_identity
from kiosk.app.state import State
from kiosk.config import Settings
from kiosk.domain.key_certificate import KeyRole
from kiosk.domain.words import Words
from kiosk.sync.joining.joining import ACCEPTED, WAITING, JoinFault, spaced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.app.keys import VenueTrust
    from kiosk.keys.providers import Secrets
    from kiosk.store.migrations import Store
    from kiosk.sync.joining.desk import Desk
    from kiosk.sync.joining.files import FileAnswer, JoiningFile
    from kiosk.sync.joining.machine import Applicant
    from kiosk.sync.stick.files import Stick


def put(
    settings: Settings, state: State, secrets: Secrets, store: Store, trust: VenueTrust, stick: Stick
) -> tuple[Words, ...]:
    """What this machine has to put on a stick: at a hub its answers, without an identity its request."""
    desk = _desk(state, secrets, store, trust)
    if desk is not None:
        return put_answers(desk, stick)
    if own_identity(settings, state, secrets) is not None or not _has_hub(trust):
        return ()
    return (request_words(put_request(applicant_of(settings, state, secrets), stick)),)


def take(
    settings: Settings, state: State, secrets: Secrets, store: Store, trust: VenueTrust, stick: Stick
) -> tuple[Words, ...]:
    """What lies on a stick for this machine: at a hub requests, without an identity its answer."""
    desk = _desk(state, secrets, store, trust)
    if desk is not None:
        return take_requests(desk, stick)
    if own_identity(settings, state, secrets) is not None:
        return ()
    answer = find_answer(applicant_of(settings, state, secrets), stick)
    if answer is None:
        return ()
    keep_identity(state, secrets, answer.accepted)
    return (
        Words(f"主机 {answer.accepted.hub} 已接纳本机。", f"{answer.accepted.hub} has let this machine in."),
    )


def _has_hub(trust: VenueTrust) -> bool:
    """Whether there is a hub at the venue that could let a machine in."""
    return any(each.role is KeyRole.HUB for each in trust.machines)


def at_stick(folder: Path, applicant: Applicant) -> FileAnswer | JoiningFile:
    """A machine that joins by stick: the hub's answer, if it lies there; otherwise the request, put there.

    StickFault, JoinFault.
    """
    from kiosk.app.sticks import stick_at  # noqa: PLC0415
    from kiosk.sync.stick.faults import StickFault, StickProblem  # noqa: PLC0415

    stick, disk = stick_at(folder, applicant.secrets)
    with disk.alone() as alone:
        if not alone:
            raise StickFault(StickProblem.BUSY, disk.name)
        return find_answer(applicant, stick) or put_request(applicant, stick)


def put_request(applicant: Applicant, stick: Stick) -> JoiningFile:
    """Write a machine's request. StickFault."""
    from kiosk.sync.joining.files import request_file  # noqa: PLC0415
    from kiosk.sync.stick.files import put_joining  # noqa: PLC0415

    file = request_file(applicant)
    put_joining(stick, file.name, file.data)
    return file


def request_words(file: JoiningFile) -> Words:
    """What is to be done with a request on a stick."""
    code = spaced(file.code)
    return Words(
        f"加入申请已写入 U 盘，验证码 {code}。请插到主机上核对。",
        f"The request to join is on the stick, code {code}. Take it to the hub and compare the code there.",
    )


def find_answer(applicant: Applicant, stick: Stick) -> FileAnswer | None:
    """The hub's answer for a machine, if it lies there. JoinFault where it is not genuine."""
    from kiosk.sync.joining.files import ANSWER, NotForThisMachine, read_answer  # noqa: PLC0415

    for _name, data in _files(stick, ANSWER):
        try:
            return read_answer(applicant, data)
        except NotForThisMachine:
            continue
    return None


def take_requests(desk: Desk, stick: Stick) -> tuple[Words, ...]:
    """Take the requests on a stick to a hub's desk; who is certified is let in at once."""
    from kiosk.sync.joining.files import REQUEST, receive  # noqa: PLC0415

    said: list[Words] = []
    for _name, data in _files(stick, REQUEST):
        try:
            verdict = receive(desk, data)
        except JoinFault as fault:
            said.append(fault.words)
            continue
        if verdict.words is not None:
            said.append(verdict.words)
        elif verdict.state == ACCEPTED:
            said.append(ACCEPTED_WORDS)
    said += [
        Words(
            f"{each.name} 申请加入。若它的屏幕上也是 {spaced(each.code)}，请接纳。",
            f"{each.name} asks to be let in. If its screen shows {spaced(each.code)} too, let it in.",
        )
        for each in desk.waiting()
        if desk.verdict(each.request).state == WAITING and len(each.code) > 6
    ]
    return tuple(dict.fromkeys(said))


ACCEPTED_WORDS = Words(
    "有机器已接纳，请再写一次 U 盘，带回答复。",
    "A machine is let in. Write the stick once more to carry its answer back.",
)


def put_answers(desk: Desk, stick: Stick) -> tuple[Words, ...]:
    """Write a hub's answers to a stick. StickFault."""
    from kiosk.sync.joining.files import answer_files  # noqa: PLC0415
    from kiosk.sync.stick.files import put_joining  # noqa: PLC0415

    said = []
    for each in answer_files(desk):
        put_joining(stick, each.name, each.data)
        said.append(
            Words(
                f"答复已写入 U 盘。新机器上应显示 {spaced(each.code)}。",
                f"An answer is on the stick. A new machine must show {spaced(each.code)}.",
            )
        )
    return tuple(said)


def _desk(state: State, secrets: Secrets, store: Store, trust: VenueTrust) -> Desk | None:
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415

    return desk_of(state, secrets, store, trust, SystemClock().now_ms)


def _files(stick: Stick, kind: str) -> Iterator[tuple[str, bytes]]:
    from kiosk.sync.stick.files import joining_files  # noqa: PLC0415

    return ((name, data) for name, data in joining_files(stick) if name.endswith(kind))
