"""The command line's entry, and its outermost edge."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `kiosk`; a known fault is one line on standard error and exit status 2.

    So is a file or folder that cannot be used, whichever command met it.
    """
    from kiosk.commands import kiosk  # noqa: PLC0415

    try:
        kiosk.main(prog_name="kiosk")
    except OSError as fault:
        if fault.filename is None:
            raise
        problem = (
            f"cannot use {fault.filename}: {fault.strerror}. Check path, rights and disk, then try again."
        )
        print(f"kiosk: {problem}", file=sys.stderr)
        sys.exit(2)
    except Exception as fault:
        words = getattr(fault, "words", None)
        if words is None:
            raise
        print(f"kiosk: {words.en}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
