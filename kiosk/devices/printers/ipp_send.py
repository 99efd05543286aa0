"""Handing a page over by IPP, once.

It goes in two steps where the printer can (Create-Job, Send-Document): once it has told the job's number, a
connection that breaks leaves no doubt about which job it was, and one that breaks before leaves nothing
behind that could be printed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

from pyipp.enums import IppOperation, IppTag

from kiosk.devices.printers import ipp_media, ipp_states, ipp_talk, pwg
from kiosk.devices.printers.ipp_states import PDF
from kiosk.devices.printers.ipp_wire import Answer, Attribute, Line, Unanswered
from kiosk.devices.printers.port import SEND_TIMEOUT_S, Handover
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState, Raster

Read = Mapping[str, Any]

BUSY_TIMEOUT_S = 8.0
"""How long one asks again where a printer is busy with one job and takes no second one."""
ARRIVAL_S = 1.0
"""What had left when a connection broke is known to the printer after so long, if it arrives at all."""
_PAUSE_S = 0.1
_ANY = "application/octet-stream"
_BUSY = frozenset({0x0502, 0x0505, 0x0507})
_DOCUMENT = frozenset({0x040A, 0x040F, 0x0410, 0x041A})
_CLOSED = frozenset({0x0401, 0x0402, 0x0403, 0x0506, 0x050A, 0x050B})
_UNFINISHED = frozenset({"job-incoming", "job-data-insufficient"})
_MEDIA = frozenset({"media", "media-col", "media-size"})


async def send(line: Line, page: Page) -> Handover:
    """Hand a page over, if the printer takes its form and has something to print it on."""
    printer = await ipp_talk.printer_of(line)
    if isinstance(printer, Trouble):
        return Handover(PrintState.FAILED, printer)
    printer = await ipp_talk.truth(line, printer)  # a queue of CUPS does not know what is loaded
    document = _document(page, printer)
    if document is None:
        return Handover(PrintState.FAILED, Trouble.NOT_DRAWN)
    ready, supported = (ipp_states.texts(printer, f"media-{which}") for which in ("ready", "supported"))
    media = ipp_media.name_for(page.media, ready, supported)
    if media is None:
        return Handover(PrintState.FAILED, Trouble.WRONG_MEDIA)
    wishes = tuple(_wishes(page, printer, media))
    if {IppOperation.CREATE_JOB, IppOperation.SEND_DOCUMENT} <= ipp_states.operations(printer):
        return await _in_two_steps(line, page, document, wishes)
    return await _in_one_step(line, page, document, wishes)


def _document(page: Page, printer: Read) -> tuple[str, bytes] | None:
    """Its format and its bytes; None where the printer takes neither that the page has."""
    formats = ipp_states.texts(printer, "document-format-supported")
    if page.pdf and (PDF in formats or not formats):
        return PDF, page.pdf
    if page.raster is not None and pwg.FORMAT in formats:
        kinds = ipp_states.texts(printer, "pwg-raster-document-type-supported")
        wanted = (pwg.BLACK,) if page.raster.bits == 1 else (pwg.COLOUR, pwg.GREY)
        kind = next((each for each in wanted if each in kinds or not kinds), None)
        if kind is not None:
            media = _whole(page.media, page.raster)
            return pwg.FORMAT, pwg.encode(page.raster, media, kind, duplex=page.duplex)
    return (_ANY, page.pdf) if page.pdf and _ANY in formats else None


def _whole(media: Media, raster: Raster) -> Media:
    """Tape is as long as what is printed on it."""
    return Media(media.width_mm, media.height_mm or raster.height_px / raster.dpi * 25.4)


def _wishes(page: Page, printer: Read, media: str) -> Iterable[Attribute]:
    """What is asked of the job."""
    yield "copies", IppTag.INTEGER, 1
    if media != ipp_media.UNASKED:
        yield "media", IppTag.KEYWORD, media
    sides = "two-sided-long-edge" if page.duplex else "one-sided"
    if sides in ipp_states.texts(printer, "sides-supported"):
        yield "sides", IppTag.KEYWORD, sides
    # the badge is drawn to the millimetre: a printer that fits it to its margins spoils it, and its code
    yield "print-scaling", IppTag.KEYWORD, "none"
    if ipp_states.is_cups(printer):
        yield "job-sheets", IppTag.KEYWORD, "none"  # no cover page before each badge


async def _in_two_steps(
    line: Line, page: Page, document: tuple[str, bytes], wishes: tuple[Attribute, ...]
) -> Handover:
    name: Attribute = ("job-name", IppTag.NAME, page.name)
    created = await _once_free(line, IppOperation.CREATE_JOB, (name,), wishes)
    number = _number(created)
    if isinstance(created, Unanswered) or not created.done or number is None:
        # a job without a document prints nothing
        return Handover(PrintState.FAILED, await _refusal(line, created))
    about: tuple[Attribute, ...] = (
        ("job-id", IppTag.INTEGER, number),
        ("document-format", IppTag.MIME_TYPE, document[0]),
        ("last-document", IppTag.BOOLEAN, True),
    )
    operation = IppOperation.SEND_DOCUMENT
    sent = await line.ask(operation, about, document=document[1], timeout_s=SEND_TIMEOUT_S)
    reference = f"{page.name}.{number}"
    if isinstance(sent, Answer) and sent.done:
        return Handover(PrintState.SENT, None, reference)
    if isinstance(sent, Answer) or sent in {Unanswered.UNREACHED, Unanswered.REFUSED}:
        await ipp_talk.give_up(line, number)
        return Handover(PrintState.FAILED, await _refusal(line, sent))
    return await _after_a_break(line, reference, ipp_talk.trouble_of_silence(sent))


async def _in_one_step(
    line: Line, page: Page, document: tuple[str, bytes], wishes: tuple[Attribute, ...]
) -> Handover:
    about: tuple[Attribute, ...] = (
        ("job-name", IppTag.NAME, page.name),
        ("document-format", IppTag.MIME_TYPE, document[0]),
    )
    printed = await _once_free(line, IppOperation.PRINT_JOB, about, wishes, document[1])
    number = _number(printed)
    if isinstance(printed, Answer) and printed.done and number is not None:
        return Handover(PrintState.SENT, None, f"{page.name}.{number}")
    if isinstance(printed, Answer) and printed.done:
        return Handover(PrintState.UNKNOWN, Trouble.STOPPED)
    if isinstance(printed, Answer) or printed in {Unanswered.UNREACHED, Unanswered.REFUSED}:
        return Handover(PrintState.FAILED, await _refusal(line, printed))
    # it is looked up by its name: its number was in the answer that did not come
    return await _after_a_break(line, f"{page.name}.0", ipp_talk.trouble_of_silence(printed))


async def _after_a_break(line: Line, reference: str, trouble: Trouble) -> Handover:
    """The connection broke while the document went. What arrived may be half of it, and there are printers
    that print a half and call it completed: it is taken back, and unless that was in time nobody knows."""
    end_s = asyncio.get_running_loop().time() + ARRIVAL_S
    while not (arrived := await _has_arrived(line, reference)) and asyncio.get_running_loop().time() < end_s:
        await asyncio.sleep(_PAUSE_S)
    told = await ipp_talk.cancel(line, reference, ipp_talk.ASK_S)
    if arrived and told.state in {PrintState.CANCELLED, PrintState.FAILED}:
        return Handover(PrintState.FAILED, trouble)
    # one that was still arriving may rise again: a printer was seen to print what it had called cancelled
    return Handover(PrintState.UNKNOWN, trouble, reference)


async def _has_arrived(line: Line, reference: str) -> bool:
    found = await ipp_talk.standing_of(line, reference)
    if isinstance(found, Handover):
        return False
    return not set(ipp_states.texts(found.job, "job-state-reasons")) & _UNFINISHED


async def _once_free(
    line: Line,
    operation: IppOperation,
    about: tuple[Attribute, ...],
    wishes: tuple[Attribute, ...],
    document: bytes = b"",
) -> Answer | Unanswered:
    """Ask for a job; again for a while where the printer is busy with another one, and so has taken nothing.

    Not while a trouble keeps it from getting on with that.
    """
    end_s = asyncio.get_running_loop().time() + BUSY_TIMEOUT_S
    while True:
        timeout_s = SEND_TIMEOUT_S if document else ipp_talk.ASK_S
        answer = await line.ask(
            operation, about, job=wishes, wanted=("job-id",), document=document, timeout_s=timeout_s
        )
        if isinstance(answer, Unanswered) or answer.status not in _BUSY:
            return answer
        if asyncio.get_running_loop().time() >= end_s or await _trouble(line) is not None:
            return answer
        await asyncio.sleep(_PAUSE_S)


async def _trouble(line: Line) -> Trouble | None:
    own = await ipp_talk.printer_of(line)
    return own if isinstance(own, Trouble) else ipp_states.trouble_of(own)


def _number(answer: Answer | Unanswered) -> int | None:
    if isinstance(answer, Unanswered) or not answer.jobs:
        return None
    return ipp_states.number(answer.jobs[0], "job-id")


async def _refusal(line: Line, answer: Answer | Unanswered) -> Trouble:
    """Why a printer has not taken a page."""
    if isinstance(answer, Unanswered):
        return ipp_talk.trouble_of_silence(answer)
    if answer.status in _BUSY:
        return await _trouble(line) or Trouble.REJECTING
    if answer.status in _CLOSED:
        return Trouble.REJECTING
    if answer.status in _DOCUMENT:
        return Trouble.NOT_DRAWN
    return Trouble.WRONG_MEDIA if answer.unsupported & _MEDIA else Trouble.STOPPED
