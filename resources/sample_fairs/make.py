"""Writes the two sample fairs, the same bytes each time: python resources/sample_fairs/make.py OUT_DIR."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from writing import double_selection, reverse


def main(words: list[str]) -> int:
    """Writes both folders into the directory named by `words`; 2 when it cannot."""
    if len(words) != 1:
        print("usage: python make.py OUT_DIR", file=sys.stderr)
        return 2
    out = Path(words[0])
    existing = [name for name in ("double_selection", "reverse") if (out / name).exists()]
    if existing:
        print(f"{out / existing[0]} is already there; name another directory or remove it", file=sys.stderr)
        return 2
    double_selection.write(out)
    reverse.write(out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
