"""The floor of the start: opens bare_window.qml, says when its first frame stood, and ends.

Prints one JSON line: {"first_frame_s": float, "first_frame_cpu_s": float, "rss_kb": int}, as the kiosk does
under FAIR_KIOSK_BENCH_FIRST_FRAME=1.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent.parent / "resources" / "fonts"


def since_process_start_s() -> float:
    """Seconds since the kernel started this process, to a hundredth."""
    after_name = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    start_ticks = int(after_name[19])  # field 22 of proc(5), and the name was the second
    return time.clock_gettime(time.CLOCK_BOOTTIME) - start_ticks / os.sysconf("SC_CLK_TCK")


def resident_kb() -> int:
    """Resident memory now."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS:")))


def main() -> int:
    """Open the window; leave after its first frame."""
    app = QGuiApplication(sys.argv)
    for font in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    engine = QQmlApplicationEngine()
    engine.load(str(HERE / "bare_window.qml"))
    if not engine.rootObjects():
        return 2
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)

    def report() -> None:
        times = {"first_frame_s": since_process_start_s(), "first_frame_cpu_s": time.process_time()}
        QTimer.singleShot(0, lambda: leave(times))

    def leave(times: dict[str, float]) -> None:
        print(json.dumps({**times, "rss_kb": resident_kb()}), flush=True)
        app.quit()

    window.frameSwapped.connect(report, Qt.ConnectionType.SingleShotConnection)
    status = app.exec()
    del engine  # before the objects it refers to
    return status


if __name__ == "__main__":
    sys.exit(main())
