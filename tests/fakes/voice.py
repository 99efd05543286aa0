"""A voice as a process that speaks our lines of JSON and makes no sound: `python tests/fakes/voice.py HOW`.

HOW: speaks, mute (no voice), dies (at the first text), hangs (never says that it began), lost (ends at once).
What it is told to say comes back as {"heard": ...} lines, which a window's voice passes over.
"""

import json
import sys
from pathlib import Path


def command(how: str = "speaks") -> list[str]:
    """How it is run."""
    return [sys.executable, "-S", str(Path(__file__)), how]


def main(how: str) -> None:
    if how == "lost":
        return
    _tell({"voices": [] if how == "mute" else ["en", "zh"]})
    for line in sys.stdin:
        asked = json.loads(line)
        if "say" not in asked or how == "hangs":
            continue
        if how == "dies":
            sys.exit(3)
        _tell({"began": asked["number"]})
        _tell({"ended": asked["number"]})


def _tell(what: dict) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
