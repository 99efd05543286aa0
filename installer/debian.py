"""Debian's packages: which of them a door needs, which are missing, and how they are installed.

Names are Debian 12's. Later releases renamed some (libglib2.0-0t64) but still provide the old name, and what
is provided counts as there.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence

VENV = ("python3-venv",)
CORE = (
    "libgl1", "libegl1", "libglib2.0-0", "libfontconfig1", "libfreetype6", "libdbus-1-3", "libxkbcommon0",
    "libbrotli1", "libgssapi-krb5-2",
)  # fmt: skip
MULTIMEDIA = ("libpulse0", "libxext6", "libxrandr2", "libdrm2")
PRINTING = ("libcups2",)
VOICE = ("libspeechd2", "speech-dispatcher", "speech-dispatcher-espeak-ng")  # reads the screen aloud
X_WINDOW = (
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0",
    "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1", "libxcb-sync1", "libxcb-xfixes0",
    "libxkbcommon-x11-0", "libx11-xcb1",
)  # fmt: skip
WAYLAND = ("libwayland-client0", "libwayland-cursor0", "libwayland-egl1")
TESTS = (
    "xvfb", "xauth", "poppler-utils", "socat", "cups", "cups-client", "cups-ipp-utils", "avahi-daemon",
    "dbus", "strace", "libxtst6",
)  # fmt: skip

BENCHES = ("strace",)  # counts the syncs of a decision

_QUERY = ("dpkg-query", "--show", "--showformat=${db:Status-Abbrev}\t${Package}\t${Provides}\n")


def is_debian() -> bool:
    """Whether packages can be looked up and installed in Debian's way."""
    return shutil.which("dpkg-query") is not None and shutil.which("apt-get") is not None


def packages_for(door: str, qt_platform: str = "") -> tuple[str, ...]:
    """The packages that a door ("run", "test", "bench") needs.

    qt_platform: as in QT_QPA_PLATFORM, for instance "xcb" or "wayland;xcb"; it says which window system's
    libraries are wanted.
    """
    wanted = [*CORE, *MULTIMEDIA, *PRINTING]
    if door != "bench":
        wanted += VOICE
    if door == "test" or "xcb" in qt_platform:
        wanted += X_WINDOW
    if door == "test" or "wayland" in qt_platform:
        wanted += WAYLAND
    if door == "test":
        wanted += TESTS
    if door == "bench":
        wanted += BENCHES
    return tuple(wanted) if has_ensurepip() else (*VENV, *wanted)


def has_ensurepip() -> bool:
    """Whether this Python can make a virtual environment: Debian keeps that apart, others bring it along."""
    return importlib.util.find_spec("ensurepip") is not None


def present(dpkg_output: str) -> set[str]:
    """Names that are installed or provided by something installed.

    dpkg_output: a line a package: status as in "ii ", name, comma-separated provides, parted by tabs.
    """
    names = set()
    for line in dpkg_output.splitlines():
        status, name, provides = line.split("\t")
        if status.strip() != "ii":
            continue
        names.add(name)
        names.update(provided.split("(")[0].split(":")[0].strip() for provided in provides.split(","))
    return names - {""}


def missing(wanted: Iterable[str]) -> list[str]:
    """Those of the wanted packages that this machine lacks."""
    listing = subprocess.run(_QUERY, capture_output=True, text=True, check=True).stdout
    there = present(listing)
    return [name for name in wanted if name not in there]


def install_command(names: Sequence[str]) -> list[str]:
    """The command that installs these packages and nothing that they merely recommend."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *names]


def is_root() -> bool:
    """Whether packages can be installed without asking anybody."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install(names: Sequence[str]) -> int:
    """Install packages as root, with fresh package lists. Gives apt-get's exit status."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "--quiet=2"], install_command(names)):
        status = subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode
        if status:
            return status
    return 0
