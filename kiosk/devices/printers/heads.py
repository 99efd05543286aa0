"""How wide the heads of common label printers print, from their data sheets; others are not known."""

from __future__ import annotations

_WIDTH_MM = {
    # Zebra, by ~HI
    "ZD410": 56, "ZD411": 56, "LP2824": 56, "ZD42": 104, "ZD62": 104, "ZD22": 104, "ZD23": 104,
    "GK42": 104, "GX42": 104, "GX43": 104, "ZT22": 104, "ZT23": 104, "ZT410": 104, "ZT411": 104,
    "ZT420": 168, "ZT421": 168, "ZT610": 104, "ZT620": 168,
    # TSC, by ~!T
    "TTP-244": 108, "TDP-244": 108, "TE200": 108, "TE210": 108, "DA200": 108, "DA210": 108, "TDP-225": 54,
}  # fmt: skip


def head_px_of(model: str, dpi: int) -> int:
    """Dots across; 0 where the model or its dpi is not known."""
    widths = [width for name, width in _WIDTH_MM.items() if model.startswith(name)]
    dots_a_mm = {152: 6.0, 203: 8.0, 300: 11.8, 600: 23.6}.get(dpi, 0.0)
    return int(widths[0] * dots_a_mm) if widths else 0
