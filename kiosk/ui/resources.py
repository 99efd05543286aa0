"""Where the files beside the program lie: in a wheel, or in a checkout."""

from functools import cache
from pathlib import Path

import kiosk

QML = Path(__file__).parent / "qml"


@cache
def root() -> Path:
    """The resource folder: `kiosk/resources` in a wheel, `resources` in a checkout."""
    package = Path(kiosk.__file__).parent
    packed = package / "resources"
    return packed if packed.is_dir() else package.parent / "resources"
