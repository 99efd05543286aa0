"""Where things lie in the checkout."""

from __future__ import annotations

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
REQUIREMENTS = CHECKOUT / "installer" / "requirements.txt"
PYPROJECT = CHECKOUT / "pyproject.toml"
VENV = CHECKOUT / ".venv"
PEERS = CHECKOUT / "installer" / "requirements-bench.txt"
PEERS_FOLDER = CHECKOUT / "build" / "bench"
"""What benchmarks compare with lies apart: the program must never find it."""
