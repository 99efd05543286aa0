"""Where the window appears: on this machine's screen, or on Qt's own VNC server if there is none."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

VNC = "vnc:size=1080x1920"
VNC_PORT = 5900


def qt_platform(environment: Mapping[str, str], chosen: str = "", system: str = sys.platform) -> str:
    """The Qt platform for the window, as QT_QPA_PLATFORM takes it; empty means Qt's own choice.

    chosen: what the command line asked for; it comes before QT_QPA_PLATFORM, and that before what is found.
    """
    if chosen:
        return VNC if chosen == "vnc" else chosen
    if environment.get("QT_QPA_PLATFORM"):
        return environment["QT_QPA_PLATFORM"]
    if system in ("win32", "darwin"):
        return ""
    found = [
        name
        for name, variable in (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
        if environment.get(variable)
    ]
    return ";".join(found) or VNC


def how_to_see(platform: str) -> str:
    """What to tell the person at the terminal about a window on Qt's platform "vnc:..."."""
    said = re.search(r"port=(\d+)", platform)
    port = int(said[1]) if said else VNC_PORT
    return f"""\
The window is served by VNC on port {port}.
  On this machine:  open localhost:{port} in a VNC viewer.
  From another one: ssh -L {port}:localhost:{port} <this machine>, then the same there.
It asks for no password and listens on every network interface: among strangers, close that port."""
