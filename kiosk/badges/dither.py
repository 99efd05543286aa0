"""Tones in black and white dots: blue noise for areas of one colour, error diffusion for pictures.

Blue noise has no worms and no rows where a tone is even, keeps edges sharp, and looks the same wherever it
starts; error diffusion keeps a logo's fine parts. A printer's dots spread, so a tone's share of ink is that
of its lightness, not of its light.
"""

from __future__ import annotations

import base64
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

TILE_PX = 32
_BLACK_FROM, _WHITE_TO = 0.85, 0.04
"""Shares of ink that are drawn whole, or not at all: the ink of texts is not pure black."""
_PAGES_KEPT = 4
# Thresholds, each of the 256 four times: void and cluster (Ulichney 1993), sigma 1.6.
# tests/badges/test_dither.py makes it again.
_TILE = (
    "C$QIg=^}^sb`|PBj?1Jt;k<X<g&$Im6okPhu^igGY>i47p0_y--JC6J<xV7NuLm!sLDH-?+MhmW<5-zE&k*p!RBh5<j7-db6tvfT"
    "N$8cqW(w_GB=!Q%iVk<`V5B~Q2>+`qz5%NIT$c;>jTu(;Ba6mxxO-2gG5)O|iMuP}lORavZ{Rv3!$dQ`VA48u+e@JpLzC*jaz)2b"
    "1^0AZ#-e!=m{WX`YU`zOC!e<fsWE>1&n_8W3Z5z8mqHrTO*HS$F|qI&*#&~)68?o_?#x#PWVPRh(DQv}vD<{F180l4U<%4ftys=I"
    "Q^+kwksPq*opU^;QX4qJ5io1<zTOr^`-N<rDv2Gln0V(8!Erc<Ne%fXyNu*l{YsG^Ihb}Vs3G1w`Mz)Q2Vt+9;Z*b_*TsNk>j843"
    "fXLZfuutpJk5sw>V$?`7+)W}offJ#*T^O58u0hr)2%Hsp_X}gc4sYmzmlmgel)LlEXwx%wj_oho6O_SZweCQ`D4>Eh+(N1^Qtl?p"
    "5o(44ORWD3K(cJedo%P-b1-3x<VUn0ne-II*>18~`Zc8KDw9~l=28XvUZ@z1A>YiX0CM}sP<UaFItq$F*d1NBci<d?DW;Vpheqba"
    "p??=vH`ZPch|(vv{i5W0zMMzZ3qPJ?)N|iEvC#ut{7AI&m3}O&I_?8WX&zNA1aRz&XUFif2}ZpU?`@Pe)(~#cA-U+8XuqZ4gwV6~"
    "kI5G>s}oQ)i27lJQzyWBttp2=V+T#z6IFIHml8o@sXtoK{dSh+9m*}M+?@<g?3>=gr~Y>;jLabSTE%?WBk_iyMJB&lrfrfHKKRRJ"
    "Jp@`Z8j{65@}NYx2IwxC4|Kc;Y~6wY(@5>RR(%_dz;pC~<YrN@3~Shbs%=cT<2O+09;`q0DR~aoYPB-k8Lmg63DF>f;#L+mkR1Pq"
    "Wuw%QU&xhawT(BRB<h-7gwrLwJC^V>y_)#LT+ciM$`>np`ZN^YP0jpIg91bI4^eCQdRwb-0YZ5t<DIs9S@K7=1XX^cA_row-O6#P"
    "#Nmz`+7L_6k=(Rr2~R5Nn6Gcmo#nmpamJP~7+I4jWHh2fv&Ss`9#k=k^>o!k5G9H`8fZi=i9PIiz2!Xre7X$mX^5X+e!}OX7p;(G"
    "!{Jx<)snIf*;l9yN`|rqOXgUAAUEO$u0Rc5$vGYSfi}4eeI;G_n;y+*^C6zqkQ>df_EEWV@08SdO5e6o0iSBBOyk6LMS!<8*jjEc"
    "r*%G>36IwrG-)FFg)5qH&h046mN^8ZEbj=AqY=gH0Q+Aq$z(>R##O1h1z_?Pi9}lx{%*SGV$n`?_(FqI"
)


def ink_of(colour: str) -> float:
    """The share of dots that a colour (#RRGGBB) sets: 1 is black, by its lightness (ITU-R BT.601)."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    ink = 1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255
    if ink >= _BLACK_FROM:
        return 1.0
    return ink if ink > _WHITE_TO else 0.0


def screen(ink: float, box: tuple[int, int, int, int]) -> Image:
    """The dots of a tone in a box of the page: 0 is black, 255 white. Boxes that meet show no seam."""
    left, top, right, bottom = box
    start_x, start_y = left % TILE_PX, top % TILE_PX
    noise = _noise(-(-(right - left) // TILE_PX) + 1, -(-(bottom - top) // TILE_PX) + 1)
    part = noise.crop((start_x, start_y, start_x + right - left, start_y + bottom - top))
    return part.point([0 if ink * 256 > threshold else 255 for threshold in range(256)])


def diffused(picture: Image) -> Image:
    """A picture's dots by error diffusion (Floyd and Steinberg): 0 is black, 255 white."""
    from PIL import Image as Images  # noqa: PLC0415  (loaded at the first badge)

    return picture.convert("L").convert("1", dither=Images.Dither.FLOYDSTEINBERG).convert("L")


@lru_cache(maxsize=_PAGES_KEPT)
def _noise(across: int, down: int) -> Image:
    """The tile repeated."""
    from PIL import Image as Images  # noqa: PLC0415  (loaded at the first badge)

    tile = Images.frombytes("L", (TILE_PX, TILE_PX), base64.b85decode(_TILE))
    noise = Images.new("L", (across * TILE_PX, down * TILE_PX))
    for y in range(0, noise.height, TILE_PX):
        for x in range(0, noise.width, TILE_PX):
            noise.paste(tile, (x, y))
    return noise
