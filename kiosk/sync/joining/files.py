"""The same by stick: a request and an answer as files, one way there and one way back (joining.py).

Whoever has the stick in between may exchange either file. So people compare digits of both: of the request on
the machine and at the hub, of the answer at the hub and, on a machine that knows no organiser yet, on it too.
They are twelve, and each try of somebody who wants certain ones costs a scrypt (about 0.1 s and 32 MB): to
find a second file with the same digits takes him 10**12 tries.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import msgspec

from kiosk.domain.words import Words
from kiosk.keys.secrecy import scrypt
from kiosk.keys.signing import SigningKey
from kiosk.sync.joining import joining
from kiosk.sync.joining.desk import Desk
from kiosk.sync.joining.joining import Ask, JoinFault, Offer, Spoken, Verdict
from kiosk.sync.joining.machine import Accepted, Applicant

DIGITS = 12
REQUEST, ANSWER = ".request", ".answer"
MAX_FILE_BYTES = 64 * 1024
_CODE_SALT = b"fair-join-file-v1"
_LOG_N, _R, _P = 15, 8, 1
_NOTHING = bytes(joining.NONCE_LENGTH)


class _Request(msgspec.Struct, frozen=True, tag="fair-joining-request-1", tag_field="format"):
    ask: bytes
    signature: joining.Signature


class _Answer(msgspec.Struct, frozen=True, tag="fair-joining-answer-1", tag_field="format"):
    ask: bytes
    offer: bytes
    answer: bytes


class NotForThisMachine(JoinFault):
    """An answer for another machine."""


NOT_OURS = Words("这份答复是给另一台机器的。", "This answer is for another machine.")


@dataclass(frozen=True, slots=True)
class JoiningFile:
    """A request or an answer, for a stick."""

    name: str
    """Of the file."""
    data: bytes
    code: str
    """Digits that people compare."""
    qr: str
    """Text of a QR that says the same at full length."""


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """What a hub's answer says, checked as far as a machine can."""

    accepted: Accepted
    code: str
    """A blank machine takes it only where the hub shows the same digits."""


def request_file(applicant: Applicant) -> JoiningFile:
    """A machine's request: the same at every call for the same machine and name."""
    ask = joining.encode(applicant.ask(_NOTHING))
    machine = SigningKey.from_seed(applicant.secrets.issuing_seed)
    said = Spoken(ask, b"", b"")
    data = msgspec.msgpack.encode(_Request(ask, joining.vouch(machine, said)))
    fingerprint = said.fingerprint
    return JoiningFile(_request_id(ask) + REQUEST, data, file_code(fingerprint), joining.qr_of(fingerprint))


def file_code(fingerprint: bytes) -> str:
    """Twelve digits of a fingerprint."""
    return joining.digits(scrypt(fingerprint, _CODE_SALT, _LOG_N, _R, _P), DIGITS)


def receive(desk: Desk, data: bytes) -> Verdict:
    """A hub takes a request from a stick; one that it knows changes nothing. JoinFault where it is none."""
    try:
        file = msgspec.msgpack.decode(data[: MAX_FILE_BYTES + 1], type=_Request)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise not_whole() from fault
    ask = joining.decode(file.ask)
    said = Spoken(file.ask, b"", b"")
    if not isinstance(ask, Ask) or not joining.is_vouched(ask.key, said, file.signature):
        raise not_whole()
    request = _request_id(file.ask)
    known = desk.verdict(request)
    if known.state != joining.UNKNOWN:
        return known
    spoken = Spoken(file.ask, joining.encode(desk.offer(request, _NOTHING)), b"")
    return desk.received(request, spoken, file_code(said.fingerprint), by_file=True, shown=said.fingerprint)


def answer_files(desk: Desk) -> tuple[JoiningFile, ...]:
    """A hub's answers for sticks: of requests that came by one and were accepted."""
    return tuple(
        JoiningFile(
            request + ANSWER,
            msgspec.msgpack.encode(_Answer(spoken.ask, spoken.offer, answer)),
            file_code(spoken.fingerprint),
            spoken.qr,
        )
        for request, spoken, answer in desk.file_answers()
    )


def read_answer(applicant: Applicant, data: bytes) -> FileAnswer:
    """What a hub answered this machine. JoinFault where it is not that."""
    try:
        file = msgspec.msgpack.decode(data[: MAX_FILE_BYTES + 1], type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise not_whole() from fault
    ask, own = joining.decode(file.ask), applicant.ask(_NOTHING)
    if not isinstance(ask, Ask) or msgspec.structs.replace(ask, name=own.name) != own:
        raise NotForThisMachine(NOT_OURS)
    offer = joining.decode(file.offer)
    if not isinstance(offer, Offer):
        raise not_whole()
    hub = applicant.believe(offer)
    spoken = Spoken(file.ask, file.offer, b"")
    answer = joining.open_answer(file.answer, offer.hub, spoken, applicant.secrets.venue_private)
    return FileAnswer(applicant.take(answer, offer, hub), file_code(spoken.fingerprint))


def not_whole() -> JoinFault:
    """The file is none of ours, or damaged."""
    return JoinFault(
        Words(
            "U 盘上的申请或答复不完整，没有采用。请重新写入 U 盘。",
            "The request or answer on the stick is not whole; it was not taken. Write the stick again.",
        )
    )


def _request_id(ask: bytes) -> str:
    return hashlib.sha256(b"fair-join-request-v1\0" + ask).hexdigest()[:32]
