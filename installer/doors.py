"""The doors: run, test, bench; and lock, which renews the pinned versions."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence

from installer import bench, checks, debian, display, lock, venv
from installer.paths import CHECKOUT, PEERS, PEERS_FOLDER, VENV

EPILOG = """\
examples:
  python3 -m installer run                        open the kiosk on the sample fair
  python3 -m installer run -- tour /tmp/pictures  a scripted visit, a picture a step
  python3 -m installer test -- tests/domain -q    checks, with pytest on one folder
  python3 -m installer bench start --json
"""


def split_words(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Our own words, and those after the first `--`, which belong to the program that we start."""
    if "--" not in arguments:
        return list(arguments), []
    cut = list(arguments).index("--")
    return list(arguments[:cut]), list(arguments[cut + 1 :])


def parser() -> argparse.ArgumentParser:
    """The command line."""
    whole = argparse.ArgumentParser(
        prog="python3 -m installer",
        description="Sets up what is missing for Fair Kiosk, then runs, tests or measures it.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    doors = whole.add_subparsers(dest="door", required=True, metavar="run|test|bench|lock")
    run = doors.add_parser("run", help="open the kiosk; words after -- go to `kiosk`")
    run.add_argument("--platform", default="", help="Qt platform of the window: xcb, wayland, vnc, offscreen")
    test = doors.add_parser("test", help="run every check; words after -- go to pytest")
    test.add_argument("--long", action="store_true", help="long fuzzing and simulations too")
    measured = doors.add_parser("bench", help="measure against floors")
    measured.add_argument("name", nargs="*", metavar="NAME", help="which benchmarks; all without")
    measured.add_argument(
        "--json", action="store_true", dest="as_json", help="a list of objects and nothing else"
    )
    doors.add_parser("lock", help="renew installer/requirements.txt from pyproject.toml (for developers)")
    return whole


def set_up(door: str, qt_platform: str) -> int:
    """Install what is missing, saying what. Gives 0, or 2 if something stays missing.

    Everything is said on standard error: standard output belongs to the program that follows.
    """
    status = _set_up_packages(debian.packages_for(door, qt_platform))
    if status or venv.is_complete():
        return status
    if not debian.has_ensurepip():
        say("this Python lacks ensurepip, so it cannot make a virtual environment; please add it, try again")
        return 2
    say(f"filling the virtual environment {VENV} (the first time: 340 MB to fetch, 1,050 MB on disk)")
    try:
        status = venv.set_up()
    except (OSError, subprocess.CalledProcessError) as fault:
        say(f"the virtual environment could not be made: {fault}. Please see to it, then try again.")
        return 2
    if status:
        say(f"pip failed (its exit status was {status}). Is a package index within reach? Then try again.")
        return 2
    return 0


def _set_up_packages(wanted: Sequence[str]) -> int:
    if sys.platform != "linux":
        return 0
    if not debian.is_debian():
        if not venv.is_complete():  # once is enough
            say(f"no Debian: if something does not start, install what Debian calls {' '.join(wanted)}")
        return 0
    lacking = debian.missing(wanted)
    if not lacking:
        return 0
    if not debian.is_root():
        say("system packages are missing. Please run, then try again:")
        say(f"sudo apt-get update && sudo {shlex.join(debian.install_command(lacking))}")
        return 2
    say(f"installing system packages: {' '.join(lacking)}")
    if status := debian.install(lacking):
        say(f"apt-get failed (its exit status was {status}); the packages are still missing")
        return 2
    return 0


def say(line: str) -> None:
    """One line for the person at the terminal."""
    print(f"installer: {line}", file=sys.stderr, flush=True)


def kiosk_command(words: Sequence[str]) -> list[str]:
    """The command line of `kiosk`; without words the kiosk opens."""
    return [str(venv.scripts() / "kiosk"), *(words or ["run"])]


def run(words: Sequence[str], platform: str) -> int:
    """Open the kiosk or run one of its commands. On POSIX this process becomes the kiosk."""
    opens_window = not words or words[0] == "run"
    chosen = display.qt_platform(os.environ, platform) if opens_window or platform else ""
    if status := set_up("run", chosen):
        return status
    environment = venv.environment(os.environ)
    if chosen:
        environment["QT_QPA_PLATFORM"] = chosen
    if chosen.startswith("vnc"):
        print(display.how_to_see(chosen), file=sys.stderr, flush=True)
    command = kiosk_command(words)
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    return subprocess.run(command, env=environment, check=False).returncode


def test(words: Sequence[str], *, long: bool) -> int:
    """Run every check. Gives 0, 1 if one failed, 2 if set-up did."""
    if status := set_up("test", "offscreen"):
        return status
    return checks.test(str(venv.python()), CHECKOUT, venv.environment(os.environ), words, long=long)


def measure(names: Sequence[str], *, as_json: bool) -> int:
    """Run benchmarks. Gives 0, 1 if a goal is missed, 2 if one could not run."""
    if status := set_up("bench", "offscreen"):
        return status
    if not bench.bring_peers(str(venv.python()), PEERS, PEERS_FOLDER):
        print(
            "installer: what some benchmarks compare with could not be brought; they say so", file=sys.stderr
        )
    variables = bench.with_peers(venv.environment(os.environ), PEERS_FOLDER)
    return bench.bench(str(venv.python()), CHECKOUT, names, variables, as_json=as_json)


def renew_lock() -> int:
    """Renew the pinned versions."""
    return lock.main()


def main(arguments: Sequence[str]) -> int:
    """Open the door that the words name; gives its exit status, 2 if it was interrupted."""
    try:
        return _open(arguments)
    except KeyboardInterrupt:
        say("interrupted; the next start goes on from here")
        return 2


def _open(arguments: Sequence[str]) -> int:
    own, words = split_words(arguments)
    asked = parser().parse_args(own)
    if words and asked.door not in ("run", "test"):
        parser().error(f"{asked.door} takes no words after --")
    match asked.door:
        case "run":
            return run(words, asked.platform)
        case "test":
            return test(words, long=asked.long)
        case "bench":
            return measure(asked.name, as_json=asked.as_json)
        case _:
            return renew_lock()
