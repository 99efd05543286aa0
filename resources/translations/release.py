"""Make the .qm files of all .ts files beside this script: `python resources/translations/release.py`."""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def release(folder: Path, out: Path) -> list[Path]:
    """Compile every .ts of `folder` into `out`; the .qm files made. Texts are found by their id."""
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    made = []
    for source in sorted(folder.glob("*.ts")):
        target = out / f"{source.stem}.qm"
        subprocess.run([str(tool), "-silent", str(source), "-qm", str(target)], check=True, timeout=60)
        made.append(target)
    return made


if __name__ == "__main__":
    for file in release(FOLDER, FOLDER):
        print(file.name)
