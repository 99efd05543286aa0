"""How wide the heads of some common label printers print, as their makers say; of all others it is not known.

A model that is missing here prints what it is given, and cuts off what is too wide by itself.
"""

from __future__ import annotations

_WIDTH_MM = {
    # Zebra, by ~HI
    "ZD41": 56, "ZD42": 104, "ZD62": 104, "ZD22": 104, "ZD23": 104, "GK42": 104, "GX42": 104, "GX43": 104,
    "ZT23": 104, "ZT41": 104, "ZT42": 168,
    # TSC, by ~!T
    "TTP-244": 108, "TDP-244": 108, "TE200": 108, "TE210": 108, "DA200": 108, "DA210": 108,
}  # fmt: skip


def head_px_of(model: str, dpi: int) -> int:
    """Dots across; 0 where the model or its dpi is not known."""
    width_mm = next((width for name, width in _WIDTH_MM.items() if model.startswith(name)), 0)
    dots_a_mm = {152: 6.0, 203: 8.0, 300: 11.8, 600: 23.6}.get(dpi, 0.0)
    return int(width_mm * dots_a_mm)
