"""The inside of the test printer: ippeveprinter runs this for each document, with its path as the only word.

What comes out is a file in `printed`, beside this program; the files `faults`, `hold` and `lose` are the
test's hand on the printer (ippeve_here.IppEve writes them). Standard library only, and started with -IS.
"""

import http.client
import json
import os
import shutil
import struct
import sys
import time
from pathlib import Path

HERE = Path(sys.argv[0]).parent
ONLY_STATE = "state"
"""A job of this name carries faults into an idle printer; nothing comes out."""
BY_HAND = {"media-empty", "media-low", "toner-empty", "toner-low"}
"""Set at the printer's web page."""
STOPPING = {"media-empty", "media-needed", "media-jam", "cover-open", "input-tray-missing", "other", "paused"}


def say(line: str) -> None:
    os.write(2, line.encode() + b"\n")


def faults() -> list[str]:
    return (HERE / "faults").read_text().split()


def told(before: list[str], now: list[str]) -> None:
    before, now = ([each for each in reasons if each not in BY_HAND] for reasons in (before, now))
    if gone := [each for each in before if each not in now]:
        say("STATE: -" + ",".join(gone))
    if new := [each for each in now if each not in before]:
        say("STATE: +" + ",".join(new))


def wait(known: list[str]) -> list[str]:
    """Until nothing stops the printer; the faults that are known then."""
    parent = os.getppid()
    while os.getppid() == parent:
        now = faults()
        told(known, now)
        known = now
        if (HERE / "lose").exists():
            sys.exit(1)
        if not STOPPING & set(known) and not (HERE / "hold").exists():
            return known
        if taken_back():
            sys.exit(0)
        time.sleep(0.01)
    sys.exit(1)  # the printer was killed


def taken_back() -> bool:
    """Whether somebody has cancelled the job: ippeveprinter leaves it to its command to hear of that."""
    uri, number = os.environ["IPP_JOB_PRINTER_URI"], int(os.environ["IPP_JOB_ID"])
    place = uri.split("/")[2]
    attributes = (
        (0x47, b"attributes-charset", b"utf-8"),
        (0x48, b"attributes-natural-language", b"en"),
        (0x45, b"printer-uri", uri.encode()),
        (0x21, b"job-id", struct.pack(">i", number)),
        (0x44, b"requested-attributes", b"job-state-reasons"),
    )
    ask = struct.pack(">HHI", 0x0101, 0x0009, 1) + b"\1"
    for tag, name, value in attributes:
        ask += struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value
    line = http.client.HTTPConnection(place, timeout=2)
    try:
        line.request("POST", "/ipp/print", ask + b"\3", {"Content-Type": "application/ipp"})
        return b"processing-to-stop-point" in line.getresponse().read()
    except OSError:
        return False
    finally:
        line.close()


def come_out(document: Path) -> None:
    """The document as a file, and beside it what was asked for with it."""
    stem = f"{time.monotonic_ns():020d}"
    asked = {
        key[4:].lower().replace("_", "-"): value for key, value in os.environ.items() if key[:4] == "IPP_"
    }
    asked["document-format"] = os.environ["CONTENT_TYPE"]
    shutil.copyfile(document, HERE / "printed" / f"{stem}.part")
    (HERE / "printed" / f"{stem}.json").write_text(json.dumps(asked))
    (HERE / "printed" / f"{stem}.part").rename(HERE / "printed" / f"{stem}.document")


def main() -> None:
    known = (HERE / "known").read_text().split()
    if os.environ["IPP_JOB_NAME"] == ONLY_STATE:
        told(known, now := faults())
    else:
        (HERE / "busy").touch()
        now = wait(known)
        come_out(Path(sys.argv[1]))
        say("ATTR: job-impressions=1 job-impressions-completed=1")
        (HERE / "busy").unlink()
    (HERE / "known").write_text(" ".join(now))


main()
