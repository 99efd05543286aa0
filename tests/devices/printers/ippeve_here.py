"""A real IPP printer for tests: CUPS's own `ippeveprinter` on loopback, with faults at will.

    def test_paper(ippeve):                     # the fixture is a function that starts printers
        printer = ippeve()                      # an A6 colour printer that takes PDF; see IppEve.start
        printer.address                         # ipp://localhost:41234/ipp/print, for kiosk.toml
        printer.fault("media-empty")            # also media-jam, cover-open, paused, toner-low, ...
        ...                                     # a job sent now stays "processing"
        printer.clear()                         # and now it comes out
        until(lambda: printer.printed, "a badge")
        printer.printed[0].name                 # the job's name: its 16 hex digits
        printer.printed[0].document             # the bytes, as they arrived
        printer.hold()                          # no fault, but the next jobs take until `release`
        printer.lose()                          # the waiting job is aborted, nothing came out
        printer.hang(), printer.wake()          # SIGSTOP, SIGCONT: reachable, and silent
        printer.kill(), printer.start_again()   # gone; back again on the same port, without its jobs

Paper and toner are given and taken at the printer's own web page, other faults by the STATE lines of its
command. A job that finds media empty waits inside ippeveprinter, which looks once a second and lets nobody
cancel it meanwhile; one that runs out in the middle (`hold` first) can be cancelled, as with any other fault.

Nothing is skipped: where ippeveprinter or dbus are missing the test fails and says which package it needs
(installer/debian.py, TESTS). It announces itself to nobody, so that no avahi is needed; the bus is the tests'
own. A test folder takes the fixtures by `from tests.devices.printers.fixtures import bus, cups, ippeve` in
its conftest.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.devices.printers.bus_here import Bus, program
from tests.devices.printers.waiting import free_port, listens, until

A6, A4 = "iso_a6_105x148mm", "iso_a4_210x297mm"
_COMMAND = Path(__file__).with_name("ippeve_command.py")
_STATE_JOB = """{{
  NAME "State"
  OPERATION Print-Job
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR language attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR name requesting-user-name test
  ATTR name job-name state
  ATTR mimeMediaType document-format {format}
  FILE $filename
  STATUS successful-ok
  STATUS server-error-busy
  DISPLAY job-id
}}
"""
_GET_JOB = """{
  NAME "Job"
  OPERATION Get-Job-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR language attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR integer job-id $number
  STATUS successful-ok
  DISPLAY job-state
}
"""
_GET_REASONS = """{
  NAME "Reasons"
  OPERATION Get-Printer-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR language attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR keyword requested-attributes printer-state-reasons
  STATUS successful-ok
  DISPLAY printer-state-reasons
}
"""
_CAPABILITIES = """
ATTR mimeMediaType document-format-supported {formats}
ATTR boolean color-supported {colour}
ATTR integer copies-default 1
ATTR rangeOfInteger copies-supported 1-99
ATTR keyword media-supported {supported}
ATTR keyword media-ready {ready}
ATTR keyword media-default {default}
ATTR keyword media-source-supported auto,main
ATTR keyword media-type-supported auto,stationery,cardstock,labels
ATTR integer media-bottom-margin-supported 0
ATTR integer media-left-margin-supported 0
ATTR integer media-right-margin-supported 0
ATTR integer media-top-margin-supported 0
ATTR collection media-col-database {database}
ATTR collection media-size-supported {sizes}
ATTR collection media-col-default {one}
ATTR collection media-col-ready {one}
ATTR resolution printer-resolution-default {dpi}dpi
ATTR resolution printer-resolution-supported {dpi}dpi
ATTR resolution pwg-raster-document-resolution-supported {dpi}dpi
ATTR keyword pwg-raster-document-type-supported {types}
ATTR keyword pwg-raster-document-sheet-back normal
ATTR keyword sides-default one-sided
ATTR keyword sides-supported {sides}
ATTR keyword print-color-mode-supported auto,color,monochrome
ATTR keyword print-color-mode-default auto
ATTR keyword print-scaling-supported auto,fill,fit,none
ATTR keyword print-scaling-default auto
ATTR enum orientation-requested-supported 3,4,5,6
ATTR enum orientation-requested-default 3
ATTR enum print-quality-supported 3,4,5
ATTR enum print-quality-default 4
ATTR keyword output-bin-default face-down
ATTR keyword output-bin-supported face-down
ATTR text printer-make-and-model "Fair Test"
ATTR octetString printer-supply "{waste}","{black}"
ATTR text printer-supply-description "Toner Waste Tank","Black Toner"
ATTR octetString printer-input-tray "{tray};name=auto;","{tray};name=main;"
"""
_WASTE = (
    "index=1;class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=25;"
    "colorantname=unknown;"
)
_BLACK = (
    "index=2;class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=100;level=75;colorantname=black;"
)
_TRAY = "type=sheetFeedAutoRemovableTray;mediafeed=0;mediaxfeed=0;maxcapacity=250;level=100;status=0"
_SHEETS = {"media-empty": 0, "media-low": 5}
_TONER = {"toner-empty": 0, "toner-low": 5}
_FULL = 100


@dataclass(frozen=True, slots=True)
class Printed:
    """A document that came out."""

    name: str
    """The job's name, 16 hex digits."""
    format: str
    document: bytes
    asked: dict[str, str]
    """What was asked for with it, by IPP's names: media, sides, print-scaling, ..."""


@dataclass(slots=True)
class IppEve:
    """One printer in a folder of its own."""

    folder: Path
    port: int
    media: tuple[str, ...]
    _bus: Bus
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @classmethod
    def start(
        cls,
        folder: Path,
        bus: Bus,
        *,
        media: tuple[str, ...] = (A6,),
        formats: tuple[str, ...] = ("application/pdf", "image/pwg-raster"),
        types: tuple[str, ...] = ("black_1", "sgray_8", "srgb_8"),
        dpi: int = 300,
        duplex: bool = False,
    ) -> IppEve:
        """Start a printer that has `media` loaded, can be given others, and takes `formats`."""
        (folder / "printed").mkdir(parents=True)
        (folder / "spool").mkdir()
        for each in ("faults", "known"):
            (folder / each).write_text("")
        (folder / "state.test").write_text(_STATE_JOB.format(format=formats[0]))
        (folder / "reasons.test").write_text(_GET_REASONS)
        (folder / "job.test").write_text(_GET_JOB)
        (folder / "state.txt").write_text("state")
        (folder / "printer.conf").write_text(_capabilities(media, formats, types, dpi, duplex=duplex))
        command = folder / "command"
        command.write_text(f"#!{sys.executable} -IS\n{_COMMAND.read_text()}")
        command.chmod(0o755)
        printer = cls(folder, free_port(), media, bus)
        printer.start_again()
        return printer

    @property
    def address(self) -> str:
        """For kiosk.toml."""
        return f"ipp://localhost:{self.port}/ipp/print"

    @property
    def printed(self) -> tuple[Printed, ...]:
        """What came out so far, the oldest first."""
        return tuple(_printed(each) for each in sorted((self.folder / "printed").glob("*.document")))

    @property
    def busy(self) -> bool:
        """Whether it has a job in hand."""
        return (self.folder / "busy").exists()

    def log(self) -> str:
        """All that it was asked and has answered."""
        return (self.folder / "log").read_text(errors="replace")

    def fault(self, *keywords: str) -> None:
        """These stand from now on, also in the middle of a job; returns once the printer says so."""
        self._write("faults", " ".join(keywords))
        until(lambda: self._says(keywords), f"the printer says {keywords}")

    def clear(self) -> None:
        """All faults are mended; a job that waits comes out."""
        self.fault()

    def hold(self) -> None:
        """Jobs take until `release`, without any fault."""
        (self.folder / "hold").touch()

    def release(self) -> None:
        """They come out."""
        (self.folder / "hold").unlink()

    def lose(self) -> None:
        """The job that waits is lost: it ends as aborted, and nothing came out."""
        (self.folder / "lose").touch()

    def keep(self) -> None:
        """Jobs are lost no longer."""
        (self.folder / "lose").unlink()

    def hang(self) -> None:
        """It accepts connections and says nothing."""
        self._running.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        """It goes on where it stopped."""
        self._running.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """Pulled from the mains."""
        self._running.kill()
        self._running.wait(10)
        self._process = None
        until(lambda: not listens(self.port), "the port is closed")

    def start_again(self) -> None:
        """Switched on again; its jobs are forgotten."""
        self._write("known", "")
        (self.folder / "busy").unlink(missing_ok=True)
        words = [program("ippeveprinter", "cups-ipp-utils"), "-r", "off", "-n", "localhost"]
        words += ["-p", str(self.port), "-d", str(self.folder / "spool"), "-k", "-vv"]
        words += ["-c", str(self.folder / "command"), "-a", str(self.folder / "printer.conf"), "Test"]
        surroundings = {**os.environ, **self._bus.environment, "HOME": str(self.folder)}
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(words, stdout=log, stderr=log, env=surroundings)
        until(self._stands, f"{' '.join(words)} listens; see {self.folder / 'log'}")

    def stop(self) -> None:
        """End it, and remove what it kept."""
        if self._process is not None:
            self.wake()
            self._process.kill()
            self._process.wait(10)
            self._process = None
        shutil.rmtree(self.folder)

    @property
    def _running(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, "the printer is off"
        return self._process

    def _stands(self) -> bool:
        assert self._running.poll() is None, (self.folder / "log").read_text(errors="replace")
        return listens(self.port)

    def _write(self, name: str, text: str) -> None:
        (self.folder / f"{name}.new").write_text(text)
        (self.folder / f"{name}.new").rename(self.folder / name)

    def _says(self, keywords: Iterable[str]) -> bool:
        """Whether just these stand, after an attempt to have it so where they do not."""
        by_hand = {each for each in keywords if each in _SHEETS or each in _TONER}
        others = set(keywords) - by_hand
        if self._reasons() - set(_SHEETS) - set(_TONER) != others:
            # The command of a job that waits tells the printer by itself. An idle one has no command: a job
            # does it that prints nothing, for which there must be paper. A busy printer refuses it.
            self._fill(set())
            self._run_state_job()
            return False
        self._fill(by_hand)
        return self._reasons() == by_hand | others

    def _run_state_job(self) -> None:
        number = self._ipptool("state.test", "-f", str(self.folder / "state.txt"))
        if number.isdecimal():
            until(lambda: self._ipptool("job.test", "-d", f"number={number}") == "completed", "it is told")

    def _fill(self, short: set[str]) -> None:
        """Paper and toner as one gives them at its web page, the only way that it heeds between two jobs."""
        sheets = min([_SHEETS[each] for each in short if each in _SHEETS], default=_FULL)
        toner = min([_TONER[each] for each in short if each in _TONER], default=_FULL)
        page = f"http://localhost:{self.port}"
        size, kind = self.media[0], "cardstock"
        for form in (
            f"media?size1={size}&type1={kind}&level1={sheets}",
            f"supplies?supply0=25&supply1={toner}",
        ):
            with urllib.request.urlopen(f"{page}/{form}", timeout=5) as answer:
                answer.read()

    def _reasons(self) -> set[str]:
        """Without how grave each is, which follows from whether it is idle, and what follows from others."""
        line = self._ipptool("reasons.test")
        reasons = {each.rsplit("-", 1)[0] for each in line.split(",")} if line != "none" else set()
        return reasons - ({"media-needed"} if "media-empty" in reasons else set())

    def _ipptool(self, test: str, *words: str) -> str:
        """The value that a test displays; "" where the printer refused."""
        tool = program("ipptool", "cups-ipp-utils")
        command = [tool, "-T", "5", "-c", *words, self.address, str(self.folder / test)]
        said = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False).stdout
        return said.strip().rpartition("\n")[2].strip('"')


def _printed(document: Path) -> Printed:
    asked = json.loads(document.with_suffix(".json").read_text())
    return Printed(asked["job-name"], asked["document-format"], document.read_bytes(), asked)


def _capabilities(
    media: tuple[str, ...], formats: tuple[str, ...], types: tuple[str, ...], dpi: int, *, duplex: bool
) -> str:
    others = tuple(each for each in (A6, A4) if each not in media)
    supported = (*media, *others, "custom_min_25x25mm", "custom_max_330x1200mm")
    return _CAPABILITIES.format(
        formats=",".join(formats),
        colour="true" if "srgb_8" in types else "false",
        supported=",".join(supported),
        ready=",".join(media),
        default=media[0],
        waste=_WASTE,
        black=_BLACK,
        tray=_TRAY,
        sizes=",".join(_size(each) for each in (*media, *others)),
        database=",".join(_collection(each) for each in (*media, *others)),
        one=_collection(media[0]),
        dpi=dpi,
        types=",".join(types),
        sides="one-sided,two-sided-long-edge,two-sided-short-edge" if duplex else "one-sided",
    )


def _size(name: str) -> str:
    width, height = name.rsplit("_", 1)[1].removesuffix("mm").split("x")
    dimensions = (("x", float(width)), ("y", float(height)))
    return f"{{ {' '.join(f'MEMBER integer {axis}-dimension {mm * 100:.0f}' for axis, mm in dimensions)} }}"


def _collection(name: str) -> str:
    margins = " ".join(f"MEMBER integer media-{each}-margin 0" for each in ("top", "bottom", "left", "right"))
    size = f"MEMBER collection media-size {_size(name)} MEMBER keyword media-size-name {name}"
    return f"{{ {size} {margins} MEMBER keyword media-source main MEMBER keyword media-type cardstock }}"
