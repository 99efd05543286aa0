"""What tells this machine and this file from a copy of them.

A disk that was copied to another machine, or a store's file that was put back from a copy, must not go on
under the
same origin. The mark is made of the machine's id, the addresses of its built-in network cards, and the
file's own
number on its disk: a copied image changes the second, a copied file the third. Where nothing of it can be
read the
mark is always the same, and a fork is found when journals meet.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

_MACHINE_ID = Path("/etc/machine-id")
_NETWORK = Path("/sys/class/net")


def machine_mark(file: Path) -> str:
    """Hex of the mark of this machine and that file; it says nothing of what it is made of."""
    parts = (_machine_id(), *_cards(), str(file.stat().st_ino))
    return hashlib.sha256("\0".join(("fair-machine-v1", *parts)).encode()).hexdigest()


def _machine_id() -> str:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  (there is none elsewhere)

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    return _text(_MACHINE_ID)


def _cards() -> list[str]:
    """Addresses of network cards that are no stick: such a one comes and goes."""
    if not _NETWORK.is_dir():
        return []
    cards = (each for each in sorted(_NETWORK.iterdir()) if (each / "device").exists())
    return [_text(each / "address") for each in cards if "usb" not in str((each / "device").resolve())]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
