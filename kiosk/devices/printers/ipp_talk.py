"""The conversations with a printer or a queue that speaks IPP.

A queue of CUPS on this machine for an IPP printer is looked through: CUPS keeps the troubles of its last job
after they are mended, and hears of new ones with its next job only, so that its printer is asked as well.
Of a job that was taken back, too, only the printer knows whether it had come out.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any

from pyipp.enums import IppOperation, IppTag

from kiosk.devices.printers import ipp_states
from kiosk.devices.printers.ipp_states import JOB, PRINTER, Standing
from kiosk.devices.printers.ipp_wire import Address, Answer, Line, Unanswered
from kiosk.devices.printers.port import LOOK_TIMEOUT_S, Handover, Look
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState

Read = Mapping[str, Any]

ASK_S, _ASK_BEHIND_S = LOOK_TIMEOUT_S * 0.9, LOOK_TIMEOUT_S * 0.6
"""For one question; a look has LOOK_TIMEOUT_S for all of its own."""
_PAUSE_S = 0.1
_RECENT = 200
"""Jobs that are looked through, the newest first."""
_OURS = re.compile("[0-9a-f]{16}")
"""A job's name, domain.printing.Page.name."""
_NOT_THERE = frozenset({0x0406, 0x0407})


async def queues(server: str) -> tuple[tuple[str, str], ...]:
    """Names of a CUPS's queues, each with what its owner calls it."""
    asked = ("printer-name", "printer-info")
    line = Line(Address.parse(server))
    answer = await line.ask(IppOperation.CUPS_GET_PRINTERS, wanted=asked, timeout_s=ASK_S)
    if not isinstance(answer, Answer):
        return ()
    read = [["".join(ipp_states.texts(each, name)[:1]) for name in asked] for each in answer.printers]
    return tuple((name, info) for name, info in read if name)


async def look(line: Line, dpi: int) -> Look:
    """How a printer is. `dpi` of kiosk.toml, or 0."""
    own = await printer_of(line)
    return Look(own) if isinstance(own, Trouble) else ipp_states.look_of(await truth(line, own), dpi)


async def printer_of(line: Line, timeout_s: float = ASK_S) -> Read | Trouble:
    """What a printer says of itself, or why it says nothing."""
    operation = IppOperation.GET_PRINTER_ATTRIBUTES
    answer = await line.ask(operation, wanted=PRINTER, timeout_s=timeout_s)
    if isinstance(answer, Unanswered):
        return trouble_of_silence(answer)
    if answer.status in _NOT_THERE:
        return Trouble.GONE
    return answer.printers[0] if answer.done and answer.printers else Trouble.STOPPED


def trouble_of_silence(silence: Unanswered) -> Trouble:
    """What it means that there is no answer."""
    if silence is Unanswered.REFUSED:
        return Trouble.REJECTING
    return Trouble.STOPPED if silence is Unanswered.MALFORMED else Trouble.GONE


def _behind(line: Line, own: Read) -> Address | None:
    """The printer of a queue, where this machine reaches it as its CUPS does."""
    device = "".join(ipp_states.texts(own, "device-uri")[:1])
    if not (line.address.here and ipp_states.is_cups(own) and device.startswith(("ipp://", "ipps://"))):
        return None
    try:
        return Address.parse(device)
    except ValueError:
        return None


async def truth(line: Line, own: Read) -> Read:
    """A printer as it is; a queue with what its printer says of itself."""
    address = _behind(line, own)
    if address is None:
        return ipp_states.without_stale(own)
    return ipp_states.joined(own, await printer_of(Line(address), _ASK_BEHIND_S))


async def follow(line: Line, reference: str) -> Handover:
    """Where a job stands; SENT with GONE where the printer does not answer."""
    found = await standing_of(line, reference)
    return found if isinstance(found, Handover) else await _handover(line, found, reference)


async def standing_of(line: Line, reference: str) -> Standing | Handover:
    """A job and its printer, as they answer; or all that can be said where they do not."""
    name, _, digits = reference.rpartition(".")
    number = int(digits) if digits.isdecimal() and len(digits) < 10 else 0
    operation, about = IppOperation.GET_JOB_ATTRIBUTES, (("job-id", IppTag.INTEGER, number),)
    answer = await line.ask(operation, about, wanted=JOB, timeout_s=ASK_S)
    if isinstance(answer, Unanswered):
        return Handover(PrintState.SENT, trouble_of_silence(answer), reference)
    jobs: list[Read] = [each for each in answer.jobs if _is(each, name)] if answer.done else []
    if not jobs:
        # A printer that was switched off counts its jobs anew: the number may be another job's.
        jobs = [each for listed in await _lists(line) for each in listed or () if _is(each, name)]
    if not jobs:
        return Handover(PrintState.UNKNOWN, Trouble.SILENT, reference)
    own = await printer_of(line)
    return Standing(jobs[0], {} if isinstance(own, Trouble) else own)


def _is(job: Read, name: str) -> bool:
    return name in ipp_states.texts(job, "job-name")


async def _lists(line: Line, timeout_s: float = ASK_S) -> tuple[tuple[Read, ...] | None, ...]:
    """Jobs that are open and jobs that are over, each None where the printer does not tell."""
    return tuple([await _jobs(line, which, timeout_s) for which in ("not-completed", "completed")])


async def _jobs(line: Line, which: str, timeout_s: float) -> tuple[Read, ...] | None:
    about = (("limit", IppTag.INTEGER, _RECENT), ("which-jobs", IppTag.KEYWORD, which))
    answer = await line.ask(IppOperation.GET_JOBS, about, wanted=JOB, timeout_s=timeout_s)
    return answer.jobs if isinstance(answer, Answer) and answer.done else None


async def _handover(line: Line, standing: Standing, reference: str, *, never_left: bool = False) -> Handover:
    """What became of a page. `never_left`: a queue was seen not to have given it to its printer."""
    if standing.completed:
        return ipp_states.handover_of(standing, reference, came_out=True)
    if standing.open:
        true = Standing(standing.job, await truth(line, standing.printer))
        return ipp_states.handover_of(true, reference, came_out=None)
    came_out: bool | None = False if never_left else standing.came_out
    address = _behind(line, standing.printer)
    if came_out is None and address is not None:
        return await _handover_behind(Line(address), standing, reference)
    return ipp_states.handover_of(standing, reference, came_out=came_out)


async def _handover_behind(behind: Line, queued: Standing, reference: str) -> Handover:
    """Of a job that its queue has given up: what the queue's printer says of it."""
    own = await printer_of(behind, _ASK_BEHIND_S)
    lists = await _lists(behind, _ASK_BEHIND_S) if not isinstance(own, Trouble) else (None,)
    if isinstance(own, Trouble) or None in lists:
        return ipp_states.handover_of(queued, reference, came_out=None)
    name = reference.rpartition(".")[0]
    found = [Standing(each, own) for jobs in lists for each in jobs or () if _is(each, name)]
    if found and (found[0].open or found[0].completed):
        return ipp_states.handover_of(found[0], reference, came_out=None)
    true = Standing(queued.job, ipp_states.joined(queued.printer, own))
    if not found:
        never = not ipp_states.restarted_since(own, queued)
        return ipp_states.handover_of(true, reference, came_out=False if never else None)
    return ipp_states.handover_of(true, reference, came_out=found[0].came_out)


async def find(line: Line, name: str) -> Handover | None:
    """A job by its name. None where the printer does not know it, but for a CUPS that keeps its history."""
    lists = await _lists(line)
    found = [each for jobs in lists for each in jobs or () if _is(each, name)]
    if found:
        return await follow(line, f"{name}.{ipp_states.number(found[0], 'job-id') or 0}")
    own = await printer_of(line)
    sure = None not in lists and bool(lists[1]) and not isinstance(own, Trouble) and ipp_states.is_cups(own)
    return Handover(PrintState.FAILED, Trouble.INTERRUPTED) if sure else None


async def cancel(line: Line, reference: str, timeout_s: float) -> Handover:
    """Take a job back, and wait for so long until it is: CANCELLED only where nothing came out."""
    end_s = asyncio.get_running_loop().time() + timeout_s
    before = await standing_of(line, reference)
    if isinstance(before, Handover):
        return before
    told = Handover(PrintState.SENT, None, reference)
    await give_up(line, ipp_states.number(before.job, "job-id") or 0)
    while told.state is PrintState.SENT and asyncio.get_running_loop().time() < end_s:
        found = await standing_of(line, reference)
        if isinstance(found, Handover):
            return found
        told = await _handover(line, found, reference, never_left=before.never_left)
        if told.state is PrintState.SENT:  # CUPS lets its printer know, and that takes a moment
            await asyncio.sleep(_PAUSE_S)
    if told.state is PrintState.FAILED:
        return Handover(PrintState.CANCELLED, None, reference)
    return told


async def purge(line: Line) -> int:
    """Have a CUPS forget our jobs that are over: it keeps their documents for a day. How many there were.

    OSError where it keeps one. None are kept by printers, or looked for where nothing answers.
    """
    own = await printer_of(line)
    if isinstance(own, Trouble) or not ipp_states.is_cups(own):
        return 0
    gone: set[int] = set()
    while ours := [each for each in await _jobs(line, "completed", ASK_S) or () if _ours(each)]:
        numbers = {ipp_states.number(each, "job-id") or 0 for each in ours}
        if numbers & gone:
            raise OSError("the spooler keeps printed badges")
        for number in numbers:
            about = (("job-id", IppTag.INTEGER, number), ("purge-job", IppTag.BOOLEAN, True))
            await line.ask(IppOperation.CANCEL_JOB, about, timeout_s=ASK_S)
        gone |= numbers
    return len(gone)


def _ours(job: Read) -> bool:
    return any(_OURS.fullmatch(name) for name in ipp_states.texts(job, "job-name"))


async def give_up(line: Line, number: int) -> None:
    """Ask for a job's end; what comes of it is looked up, not believed."""
    about = (("job-id", IppTag.INTEGER, number),)
    await line.ask(IppOperation.CANCEL_JOB, about, timeout_s=ASK_S)
