"""A D-Bus of the tests' own: ippeveprinter and CUPS look for one, and a bare machine runs none."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.devices.printers.waiting import until

_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_type="method_call"/>
    <allow receive_type="method_return"/><allow receive_type="error"/><allow receive_type="signal"/>
  </policy>
</busconfig>
"""


def program(name: str, package: str) -> str:
    """The path of a program that these tests cannot do without; a test that lacks it fails, with words."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin:/usr/bin")
    assert found, f"{name} is missing: install Debian's package {package} (installer/debian.py, TESTS)"
    return found


@dataclass(slots=True)
class Bus:
    """A bus in a folder; it stands from `Bus.start` to `stop`."""

    address: str
    _daemon: subprocess.Popen[bytes]

    @classmethod
    def start(cls, folder: Path) -> Bus:
        """Start it; `folder` needs a short path, for a socket's name holds 107 characters."""
        socket, config = folder / "bus", folder / "bus.conf"
        config.write_text(_CONFIG.format(socket=socket))
        words = [program("dbus-daemon", "dbus"), f"--config-file={config}", "--nofork", "--nopidfile"]
        daemon = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(socket.exists, "the bus listens")
        return cls(f"unix:path={socket}", daemon)

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to find this bus and not the machine's."""
        return {"DBUS_SYSTEM_BUS_ADDRESS": self.address, "DBUS_SESSION_BUS_ADDRESS": self.address}

    def stop(self) -> None:
        """End it."""
        self._daemon.terminate()
        self._daemon.wait(10)
