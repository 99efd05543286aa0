"""IPP's messages over HTTP (RFC 8010, RFC 8011): one question, one answer, each within its time.

The messages are written and read by pyipp; the conversation is held by aiohttp itself, for four things that
pyipp's own client cannot do: say whether anything of a request left this machine (it makes one exception of
all network faults), bound the time of reading an answer, watch a long document's progress, and send
attributes that its table does not know (print-scaling, media as a keyword). Its parser trusts what it reads,
and a negative length lets it run for ever: `sift` checks the lengths first and drops what was not asked for.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import aiohttp
from pyipp.enums import IppOperation, IppTag
from pyipp.exceptions import IPPError
from pyipp.parser import parse
from pyipp.serializer import construct_attribute

if TYPE_CHECKING:
    from aiohttp.connector import AddrInfoType

PORT = 631
MAX_ANSWER = 1 << 20
"""Bytes. A printer's attributes are about 10 KB, five hundred jobs about 60 KB."""
_CHUNK = 1 << 16
_VERSION = b"\x02\x00"
_READS = frozenset(
    {
        IppOperation.GET_PRINTER_ATTRIBUTES,
        IppOperation.GET_JOB_ATTRIBUTES,
        IppOperation.GET_JOBS,
        IppOperation.CUPS_GET_PRINTERS,
    }
)
_WITH_LANGUAGE = (IppTag.TEXT_LANG, IppTag.NAME_LANG)
_LENGTHS = {IppTag.INTEGER: 4, IppTag.ENUM: 4, IppTag.BOOLEAN: 1, IppTag.RESOLUTION: 9, IppTag.DATE: 11}

Attribute = tuple[str, IppTag, "str | int | bool | tuple[str, ...]"]
Read = dict[str, Any]
"""A group of an answer: a name's value, or a list of its values."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a printer or a queue answers.

    With ipps what is said is encrypted; who answers is not checked, for printers sign their own certificates.
    """

    host: str
    port: int
    path: str
    encrypted: bool = False

    @classmethod
    def parse(cls, text: str) -> Address:
        """From ipp://host[:port]/path or ipps://...; ValueError with a line for staff where it is neither."""
        parts = urlsplit(text.strip())
        if parts.scheme not in {"ipp", "ipps"} or not parts.hostname:
            raise ValueError(f"not a printer's address: {text!r}; wanted: ipp://host/path")
        return cls(parts.hostname, parts.port or PORT, parts.path or "/", parts.scheme == "ipps")

    @property
    def uri(self) -> str:
        """As IPP writes it."""
        return f"{'ipps' if self.encrypted else 'ipp'}://{self._place}"

    @property
    def url(self) -> str:
        """As HTTP writes it."""
        return f"{'https' if self.encrypted else 'http'}://{self._place}"

    @property
    def here(self) -> bool:
        """Whether it is on this machine."""
        return self.host in {"localhost", "127.0.0.1", "::1"}

    @property
    def _place(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}{self.path}"


class Unanswered(Enum):
    """Why there is no answer."""

    UNREACHED = "unreached"
    """No connection: nothing of the request has left."""
    BROKEN = "broken"
    """It may have arrived, whole or in part."""
    REFUSED = "refused"
    """HTTP says no: it was not carried out."""
    MALFORMED = "malformed"
    """What came back is no IPP."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a printer says."""

    status: int
    """RFC 8011, appendix B: below 0x100 it was done."""
    printers: tuple[Read, ...] = ()
    jobs: tuple[Read, ...] = ()
    unsupported: frozenset[str] = frozenset()

    @property
    def done(self) -> bool:
        """Whether the printer did what was asked for."""
        return self.status < 0x100


@dataclass(frozen=True, slots=True)
class Line:
    """A line to one printer."""

    address: Address

    async def ask(
        self,
        operation: IppOperation,
        about: Iterable[Attribute] = (),
        *,
        job: Iterable[Attribute] = (),
        wanted: Iterable[str] = (),
        document: bytes = b"",
        timeout_s: float,
    ) -> Answer | Unanswered:
        """One question.

        about: operation attributes after the printer's own address. job: what is asked of a new job. wanted:
        what to read of the answer. timeout_s: for all of it; of a document, without a byte going on.
        """
        wanted = tuple(wanted)
        if operation in _READS:
            # CUPS takes it for a wish of the job where a job is made
            about = (*about, ("requested-attributes", IppTag.KEYWORD, wanted))
        head = write(operation, self.address.uri, about, job)
        reached = _Reached()
        try:
            async with asyncio.timeout(timeout_s) as clock:
                body = await self._post(head, document, clock, timeout_s, reached)
        except (aiohttp.ClientConnectorError, aiohttp.InvalidURL):
            return Unanswered.UNREACHED
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            return Unanswered.BROKEN if reached.begun else Unanswered.UNREACHED
        return body if isinstance(body, Unanswered) else read(body, frozenset(wanted))

    async def _post(
        self, head: bytes, document: bytes, clock: asyncio.Timeout, timeout_s: float, reached: _Reached
    ) -> bytes | Unanswered:
        length = len(head) + len(document)
        headers = {
            "Content-Type": "application/ipp",
            "Content-Length": str(length),
            "Accept-Encoding": "identity",
        }
        # A connection a request: one that a printer closes unannounced would look broken in the middle of it.
        limits = aiohttp.ClientTimeout(total=None)
        with _Sockets() as sockets:
            async with (
                aiohttp.ClientSession(
                    connector=aiohttp.TCPConnector(socket_factory=sockets.make),
                    auto_decompress=False,
                    timeout=limits,
                ) as session,
                session.post(
                    self.address.url,
                    data=_pieces(head, document, clock, timeout_s, reached),
                    headers=headers,
                    ssl=False,
                    allow_redirects=False,
                ) as response,
            ):
                return await _body(response)


class _Sockets:
    """The sockets of one request, cut off when it is over.

    A printer that refuses a document before it has read all of it leaves bytes behind, which asyncio would
    still try to send when nobody turns its loop any more.
    """

    def __init__(self) -> None:
        self._made: list[socket.socket] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        for each in self._made:
            with suppress(OSError):  # it is closed, or was never connected
                each.shutdown(socket.SHUT_RDWR)

    def make(self, about: AddrInfoType) -> socket.socket:
        """A socket for one of a printer's addresses, as aiohttp makes it."""
        family, kind, protocol, _, _ = about
        made = socket.socket(family, kind, protocol)
        self._made.append(made)
        return made


async def _body(response: aiohttp.ClientResponse) -> bytes | Unanswered:
    if response.status != 200:
        return Unanswered.REFUSED
    body = bytearray()
    while piece := await response.content.read(_CHUNK):
        body += piece
        if len(body) > MAX_ANSWER:
            return Unanswered.MALFORMED
    return bytes(body)


class _Reached:
    """Whether a request was begun to be written: aiohttp asks for its body once there is a connection."""

    begun = False


async def _pieces(
    head: bytes, document: bytes, clock: asyncio.Timeout, timeout_s: float, reached: _Reached
) -> AsyncIterator[bytes]:
    """A request's body; each piece of a document that goes on gives the clock another `timeout_s`."""
    reached.begun = True
    yield head
    for start in range(0, len(document), _CHUNK):
        clock.reschedule(asyncio.get_running_loop().time() + timeout_s)
        yield document[start : start + _CHUNK]


def write(operation: IppOperation, uri: str, about: Iterable[Attribute], job: Iterable[Attribute]) -> bytes:
    """A request, up to the document."""
    first: tuple[Attribute, ...] = (
        ("attributes-charset", IppTag.CHARSET, "utf-8"),
        ("attributes-natural-language", IppTag.LANGUAGE, "en"),
        ("printer-uri", IppTag.URI, uri),
    )
    user: Attribute = ("requesting-user-name", IppTag.NAME, "kiosk")
    head = _VERSION + struct.pack(">hi", operation.value, 1)
    # job-id stands right behind the address that it belongs to (RFC 8011, 4.1.5)
    ids = tuple(each for each in about if each[0] == "job-id")
    others = tuple(each for each in about if each[0] != "job-id")
    body = _group(IppTag.OPERATION, (*first, *ids, user, *others))
    asked = tuple(job)
    return head + body + (_group(IppTag.JOB, asked) if asked else b"") + bytes([IppTag.END])


def _group(tag: IppTag, attributes: Iterable[Attribute]) -> bytes:
    written = b"".join(construct_attribute(name, value, kind) for name, kind, value in attributes)
    return bytes([tag]) + written


def read(answer: bytes, wanted: frozenset[str]) -> Answer | Unanswered:
    """An answer's status and the wanted attributes; MALFORMED for anything else, whatever it is."""
    try:
        parsed = parse(sift(answer, wanted | {"attributes-charset"}))
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, struct.error, IPPError):
        return Unanswered.MALFORMED
    return Answer(
        parsed["status-code"] & 0xFFFF,
        tuple(parsed["printers"]),
        tuple(parsed["jobs"]),
        frozenset(name for group in parsed["unsupported-attributes"] for name in group),
    )


def sift(answer: bytes, wanted: frozenset[str]) -> bytes:
    """The same message with the wanted attributes only, without empty groups and collections.

    ValueError or IndexError where a length is wrong (RFC 8010, 3.1 and 3.9).
    """
    kept, at, group, keep = bytearray(answer[:8]), 8, b"", False
    seen: set[bytes] = set()
    while (tag := answer[at]) != IppTag.END:
        if tag < IppTag.UNSUPPORTED_VALUE:
            at, group, keep, seen = at + 1, bytes([tag]), False, set()
            continue
        name, value, end = _attribute(answer, at)
        if name:
            keep = name not in seen and name.decode() in wanted and tag != IppTag.BEGIN_COLLECTION
            seen.add(name)  # of one that is there twice the first counts, as for CUPS
        if keep:
            _check(tag, value)
            kept += group + answer[at:end]
            group = b""
        at = end
    return bytes(kept) + bytes([IppTag.END])


def _attribute(answer: bytes, at: int) -> tuple[bytes, bytes, int]:
    """Name, value and where it ends, of the attribute whose tag stands at `at`."""
    name_end = at + 3 + _length(answer, at + 1)
    end = name_end + 2 + _length(answer, name_end)
    return answer[at + 3 : name_end], answer[name_end + 2 : end], end


def _length(answer: bytes, at: int) -> int:
    """A length field, and that what it counts is there."""
    length = int.from_bytes(answer[at : at + 2], "big")
    if length >= 0x8000 or at + 2 + length >= len(answer):
        raise ValueError("an attribute's length is wrong")
    return length


def _check(tag: int, value: bytes) -> None:
    if tag in _WITH_LANGUAGE:
        language = int.from_bytes(value[:2], "big")
        text = int.from_bytes(value[2 + language : 4 + language], "big")
        if len(value) != 4 + language + text:
            raise ValueError("a text's lengths are wrong")
    elif tag in _LENGTHS and len(value) != _LENGTHS[IppTag(tag)]:
        raise ValueError("a value's length is wrong")
