"""`python3 -m installer`: set up what is missing, then run, test or bench Fair Kiosk."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts us may have an older one, and we say so first
    print("installer: Python 3.11 or newer is needed; this is " + sys.version.split()[0], file=sys.stderr)
    sys.exit(2)

from installer.doors import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
