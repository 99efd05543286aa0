"""The inside of the test printer: ippeveprinter runs this for each document, with its path as the only word.

What comes out is a file in `printed`, beside this program; the files `faults`, `hold` and `lose` are the
test's hand on the printer (ippeve_here.IppEve writes them). Standard library only, and started with -IS.
"""

import json
import os
import shutil
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
        time.sleep(0.01)
    sys.exit(1)  # the printer was killed


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
        now = wait(known)
        come_out(Path(sys.argv[1]))
        say("ATTR: job-impressions=1 job-impressions-completed=1")
    (HERE / "known").write_text(" ".join(now))


main()
