"""What IPP's words mean to us: printer-state-reasons as trouble, job-state as what became of a page.

Sources: RFC 8011 (5.3.7, 5.3.8, 5.4.11, 5.4.12), PWG 5100.9 for reasons, CUPS's "IPP extensions" for its own
marks. Nobody says more here than he knows: what is not known to have come out, or not to have, is UNKNOWN.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.devices.printers import pwg
from kiosk.devices.printers.ipp_media import loaded
from kiosk.devices.printers.port import Abilities, Handover, Look
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState, Takes

Read = Mapping[str, Any]

PDF = "application/pdf"
PRINTER = (
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "queued-job-count",
    "document-format-supported",
    "printer-resolution-default",
    "printer-resolution-supported",
    "pwg-raster-document-resolution-supported",
    "pwg-raster-document-type-supported",
    "media-ready",
    "media-default",
    "media-supported",
    "media-source-supported",
    "sides-supported",
    "operations-supported",
    "printer-up-time",
    "printer-type",
    "device-uri",
)
"""What is asked of a printer."""
JOB = (
    "job-id",
    "job-name",
    "job-state",
    "job-state-reasons",
    "job-impressions-completed",
    "job-media-sheets-completed",
    "time-at-processing",
    "job-printer-state-message",
)
"""What is asked of a job."""

_IDLE, _STOPPED = 3, 5
_PENDING, _HELD, _PROCESSING, _HALTED, _CANCELED, _ABORTED, _COMPLETED = range(3, 10)
_SEVERITIES = ("-error", "-warning", "-report")
# In the order in which they are to be mended.
_ALWAYS = {
    "connecting-to-device": Trouble.GONE,
    "offline": Trouble.GONE,
    "shutdown": Trouble.GONE,
    "timed-out": Trouble.GONE,
    "media-jam": Trouble.JAM,
    "cover-open": Trouble.DOOR_OPEN,
    "door-open": Trouble.DOOR_OPEN,
    "interlock-open": Trouble.DOOR_OPEN,
    "input-tray-missing": Trouble.PAPER_OUT,
    "input-cannot-feed-size-selected": Trouble.WRONG_MEDIA,
    "input-media-size-change": Trouble.WRONG_MEDIA,
    "media-needed": Trouble.PAPER_OUT,
    "output-area-full": Trouble.STOPPED,
    "output-tray-missing": Trouble.STOPPED,
    "marker-supply-missing": Trouble.RIBBON_OUT,
    "opc-life-over": Trouble.STOPPED,
    "fuser-over-temp": Trouble.HOT,
    "paused": Trouble.PAUSED,
    "moving-to-paused": Trouble.PAUSED,
    "deactivated": Trouble.PAUSED,
    "hold-new-jobs": Trouble.PAUSED,
    "spool-area-full": Trouble.DISK_FULL,
}
"""They stop a printer, however grave it calls them."""
_PAPER = "media-empty"
_EMPTY = frozenset({"marker-supply-empty", "toner-empty", "developer-empty"})
"""They stop a printer that calls them an error; many print on and warn."""
_LOW = {
    "media-low": Trouble.PAPER_OUT,
    "marker-supply-low": Trouble.RIBBON_OUT,
    "toner-low": Trouble.RIBBON_OUT,
    "developer-low": Trouble.RIBBON_OUT,
}
_SOURCES_ASIDE = frozenset({"auto", "manual", "by-pass-tray", "envelope", "disc", "photo"})
"""Trays that stand empty most of the time."""
_NOT_OF_A_JOB = frozenset({Trouble.REJECTING})
_OWN_MARKS = frozenset({"paused", "moving-to-paused", "hold-new-jobs", "deactivated", "spool-area-full"})
"""What CUPS says of itself; all else it says of the printer."""
_STILL_CONNECTING = "connecting-to-device"
_SENT_ON = "cups-waiting-for-job-completed"
"""CUPS: the document is at the printer."""
_CONNECTING = frozenset(
    {
        "Connecting to printer.",
        "The printer may not exist or is unavailable at this time.",
        "The printer is unreachable at this time.",
    }
)
"""What CUPS's backend for IPP says of a job until there is a connection, in the language that we ask for."""
_ORDER = (
    Trouble.GONE,
    Trouble.JAM,
    Trouble.DOOR_OPEN,
    Trouble.WRONG_MEDIA,
    Trouble.PAPER_OUT,
    Trouble.RIBBON_OUT,
    Trouble.HOT,
    Trouble.PAUSED,
    Trouble.DISK_FULL,
    Trouble.REJECTING,
    Trouble.STOPPED,
)


def texts(read: Read, name: str) -> tuple[str, ...]:
    """An attribute's values that are text."""
    return tuple(each for each in _values(read, name) if isinstance(each, str) and each)


def number(read: Read, name: str) -> int | None:
    """An attribute's first value where it is a number: RFC 8011 knows "no value" and "unknown" besides."""
    for each in _values(read, name):
        return int(each) if isinstance(each, int) and not isinstance(each, bool) else None
    return None


def _values(read: Read, name: str) -> tuple[Any, ...]:
    value = read.get(name, ())
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def reasons(printer: Read) -> tuple[tuple[str, str], ...]:
    """printer-state-reasons, each parted from how grave it is ("" is as grave as -error)."""
    return tuple(_parted(each) for each in _reasons_as_told(printer))


def _parted(reason: str) -> tuple[str, str]:
    severity = next((end for end in _SEVERITIES if reason.endswith(end)), "")
    return reason.removesuffix(severity), severity


def trouble_of(printer: Read) -> Trouble | None:
    """What keeps a printer from printing now; of several the one to mend first."""
    found = {
        trouble for reason, severity in reasons(printer) if (trouble := _trouble(printer, reason, severity))
    }
    if printer.get("printer-is-accepting-jobs") is False:
        found.add(Trouble.REJECTING)
    if number(printer, "printer-state") == _STOPPED and not found - _NOT_OF_A_JOB:
        found.add(_why_stopped(printer))
    return first(found)


def _trouble(printer: Read, reason: str, severity: str) -> Trouble | None:
    if reason == _PAPER:
        # One of several trays may stand empty for ever; the only one may not, whatever it calls that.
        return Trouble.PAPER_OUT if severity in {"", "-error"} or _trays(printer) < 2 else None
    if reason in _EMPTY:
        return Trouble.RIBBON_OUT if severity in {"", "-error"} else None
    if reason.startswith("other") and severity == "-error":
        return Trouble.STOPPED
    return _ALWAYS.get(reason)


def _trays(printer: Read) -> int:
    return len(set(texts(printer, "media-source-supported")) - _SOURCES_ASIDE)


def _why_stopped(printer: Read) -> Trouble:
    """A stopped printer's reason is one that others would only warn of, or none."""
    named = {reason for reason, _ in reasons(printer)}
    if _PAPER in named:
        return Trouble.PAPER_OUT
    return Trouble.RIBBON_OUT if named & _EMPTY else Trouble.STOPPED


def first(troubles: Iterable[Trouble]) -> Trouble | None:
    """The one to mend first."""
    return min(troubles, key=_ORDER.index, default=None)


def warning_of(printer: Read) -> Trouble | None:
    """What will stop it soon."""
    named = {reason for reason, _ in reasons(printer)}
    if _PAPER in named:
        return Trouble.PAPER_OUT
    if named & _EMPTY:
        return Trouble.RIBBON_OUT
    return first(trouble for reason, trouble in _LOW.items() if reason in named)


def is_cups(printer: Read) -> bool:
    """Whether this is a CUPS queue, and not a printer: only CUPS tells its queues' type."""
    return number(printer, "printer-type") is not None


def operations(printer: Read) -> frozenset[int]:
    """What it can be asked, by IPP's numbers."""
    return frozenset(each for each in _values(printer, "operations-supported") if isinstance(each, int))


def without_stale(queue: Read) -> Read:
    """A queue at rest remembers its last job's troubles, which may be mended: only its own marks count, and
    what is low."""
    if not is_cups(queue) or number(queue, "printer-state") != _IDLE:
        return queue
    kept = _OWN_MARKS | _LOW.keys()
    return {
        **queue,
        "printer-state-reasons": [each for each in _reasons_as_told(queue) if _bare(each) in kept],
    }


def joined(queue: Read, printer: Read | Trouble) -> Read:
    """A queue with the troubles that its printer has now instead of those that it remembers."""
    if isinstance(printer, Trouble):
        gone = [f"{_STILL_CONNECTING}-report"] if printer is Trouble.GONE else []
        return {**queue, "printer-state-reasons": [*_reasons_as_told(queue), *gone]}
    own = [each for each in _reasons_as_told(queue) if _bare(each) in _OWN_MARKS]
    states = [number(each, "printer-state") or 0 for each in (queue, printer)]
    return {
        **queue,
        "printer-state": max(states),  # idle, processing, stopped
        "printer-state-reasons": [*own, *_reasons_as_told(printer)],
        "media-source-supported": printer.get("media-source-supported", ()),
        "media-ready": printer.get("media-ready", ()),
    }


def _reasons_as_told(printer: Read) -> tuple[str, ...]:
    return texts(printer, "printer-state-reasons")


def _bare(reason: str) -> str:
    return _parted(reason)[0]


def look_of(printer: Read, dpi: int) -> Look:
    """A printer at this moment; `dpi` is what kiosk.toml says, or 0."""
    trouble = trouble_of(printer)
    warning = warning_of(printer)
    return Look(
        trouble,
        warning if warning != trouble else None,
        number(printer, "queued-job-count") or 0,
        abilities_of(printer, dpi),
    )


def abilities_of(printer: Read, dpi: int) -> Abilities:
    """What it can do."""
    default = texts(printer, "media-default")
    return Abilities(
        takes_of(printer),
        dpi or _dpi(printer),
        loaded(texts(printer, "media-ready"), default[0] if default else ""),
        duplex="two-sided-long-edge" in texts(printer, "sides-supported"),
        confirms=confirms(printer),
    )


def takes_of(printer: Read) -> Takes:
    """PDF where it can be had, for it is small and keeps its text; else a raster."""
    formats = texts(printer, "document-format-supported")
    if PDF in formats or pwg.FORMAT not in formats:
        return Takes.PDF
    return Takes.MONO if raster_kind(printer) == pwg.BLACK else Takes.COLOUR


def raster_kind(printer: Read) -> str:
    """The best kind of PWG raster that it takes and we make."""
    kinds = texts(printer, "pwg-raster-document-type-supported")
    return next((each for each in (pwg.COLOUR, pwg.GREY, pwg.BLACK) if each in kinds), pwg.COLOUR)


def confirms(printer: Read) -> bool:
    """Whether "completed" means that it came out: of other printers than IPP's CUPS only knows that the bytes
    have left."""
    device = texts(printer, "device-uri")
    return not is_cups(printer) or any(each.startswith(("ipp:", "ipps:", "dnssd:")) for each in device)


def _dpi(printer: Read) -> int:
    """300 where the printer has it: enough for whole dots a module, and a quarter of 600's data."""
    pwg_only = takes_of(printer) is not Takes.PDF
    name = "pwg-raster-document-resolution-supported" if pwg_only else "printer-resolution-default"
    found = _resolutions(printer, name) or _resolutions(printer, "printer-resolution-supported")
    return 300 if not found or 300 in found else min(found)


def _resolutions(printer: Read, name: str) -> list[int]:
    value = printer.get(name, ())
    several = value if isinstance(value, list) else [value]
    dots = []
    for each in several:
        if isinstance(each, tuple) and len(each) == 3 and each[0] == each[1] and each[0] > 0:
            dots.append(each[0] if each[2] == 3 else round(each[0] * 2.54))  # 3: an inch, 4: a centimetre
    return dots


@dataclass(frozen=True, slots=True)
class Standing:
    """A job and the printer that has it, at one moment."""

    job: Read
    printer: Read

    @property
    def open(self) -> bool:
        """Whether the printer is not done with it."""
        return number(self.job, "job-state") in {_PENDING, _HELD, _PROCESSING, _HALTED}

    @property
    def completed(self) -> bool:
        """Whether the printer says that it is done."""
        return number(self.job, "job-state") == _COMPLETED

    @property
    def came_out(self) -> bool | None:
        """Whether anything did; None where nobody can say."""
        if "time-at-processing" in self.job and number(self.job, "time-at-processing") is None:
            return False
        if is_cups(self.printer):
            return None  # it counts the pages that it has filtered
        counts = [number(self.job, f"job-{each}-completed") for each in ("impressions", "media-sheets")]
        known = [each for each in counts if each is not None]
        return any(known) if known else None

    @property
    def never_left(self) -> bool:
        """Whether CUPS still tries to reach the printer, and so has given it nothing."""
        named = {reason for reason, _ in reasons(self.printer)}
        says = "".join(texts(self.job, "job-printer-state-message")[:1])
        connecting = says in _CONNECTING or _STILL_CONNECTING in named
        return is_cups(self.printer) and self.open and connecting and _SENT_ON not in named


def restarted_since(printer: Read, queued: Standing) -> bool:
    """Whether a queue's printer may have been switched on after the queue began with a job: then it has
    forgotten what it printed. Both clocks count seconds, from where each likes."""
    up_s, now_s = number(printer, "printer-up-time"), number(queued.printer, "printer-up-time")
    began_s = number(queued.job, "time-at-processing")
    return up_s is None or now_s is None or began_s is None or up_s < now_s - began_s


def handover_of(standing: Standing, reference: str, *, came_out: bool | None) -> Handover:
    """What became of a page. `came_out` is what is known of one whose job ended before it was completed."""
    state = number(standing.job, "job-state")
    trouble = trouble_of({**standing.printer, "printer-is-accepting-jobs": True})
    if standing.open:
        return _held(standing, trouble, reference)
    if standing.completed:
        return _completed(standing, reference)
    if came_out is not False or state not in {_CANCELED, _ABORTED}:
        return Handover(PrintState.UNKNOWN, trouble, reference)
    if state == _CANCELED and trouble is None:
        # A jam ends as "canceled" too, and leaves its mark on the printer; a hand leaves none.
        return Handover(PrintState.CANCELLED, None, reference)
    return Handover(PrintState.FAILED, trouble or Trouble.STOPPED, reference)


def _held(standing: Standing, trouble: Trouble | None, reference: str) -> Handover:
    why = set(texts(standing.job, "job-state-reasons"))
    if trouble is None and number(standing.job, "job-state") == _HALTED:
        trouble = Trouble.STOPPED
    if trouble is None and why & {"job-hold-until-specified", "printer-stopped"}:
        trouble = Trouble.PAUSED
    return Handover(PrintState.SENT, trouble, reference, holds=trouble is not None)


def _completed(standing: Standing, reference: str) -> Handover:
    if not confirms(standing.printer):
        return Handover(PrintState.SENT)  # the bytes have left the spooler, and no more will be known
    errors = "job-completed-with-errors" in texts(standing.job, "job-state-reasons")
    return Handover(PrintState.UNKNOWN if errors else PrintState.CONFIRMED, None, reference)
