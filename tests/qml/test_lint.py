"""qmllint over all QML with generated type information: no warning at all."""

import subprocess
import sys
from pathlib import Path


def test_all_qml_is_clean():
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "lint.py")],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
