"""How property tests run: the same examples each time in CI, new and many more of them in a long run."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("short", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=2_000)
settings.load_profile("long" if os.environ.get("FAIR_KIOSK_LONG") else "short")
