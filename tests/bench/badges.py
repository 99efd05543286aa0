"""Badges to PDF: beside pretix's and Indico's own renderers, and beside reportlab with a PNG of `qrcode`'s.

A6, a Chinese name, three lines and the QR of a token of 150 characters; processor time. Ours goes all the way
from a face to bytes, each code read back by zxing-cpp before it counts. Every sample is a process of its own,
all taken in turn.

pretix and Indico run as they are (badge_peers.py) in the Pythons that FAIR_KIOSK_PEERS names, separated as a
PATH is: one virtual environment with `pip install pretix`, one with `pip install indico`, for instance
FAIR_KIOSK_PEERS=/tmp/pretix/bin/python:/tmp/indico/bin/python. They need no server: pretix's objects are made
in an SQLite database in memory, Indico's are plain ones. Without them the row says so and takes the measured
time of reportlab with qrcode times the ratio that both had on one machine: 31.2 and 9.9 to 7.4 ms. (pretix
2026.8.0 and Indico 3.2.9, measured here: 47.2 and 15.8 to 11.2 ms.)

    python tests/bench/badges.py LANE COUNT     one sample, as JSON
"""

from __future__ import annotations

import io
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from installer.measure import Row

if TYPE_CHECKING:
    from kiosk.badges.face import BadgeFace

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
LAYOUTS = ROOT / "resources" / "badge_layouts"
PEERS = Path(__file__).with_name("badge_peers.py")
REFERENCE_RATIO = {"pretix": 31.2 / 7.4, "indico": 9.9 / 7.4}
ROUNDS = 3
MANY, FIRST = 10_000, 1_000
FLOOR_COUNT, PEER_COUNT = 200, 100
"""Enough for a mean; the time a badge does not fall with their number."""
PNG_PX = 4
"""Of a module in the floor's picture. Of 10, its usual, compressing takes a third of the floor's time."""
ONES = 40
WARM_UP = 10
MANY_PRETIX, MANY_INDICO, FIRST_PRETIX = 1 / 100, 1 / 30, 1 / 15
BYTES_A_BADGE = 2048
MEMORY_KB = 250 * 1024
TIMEOUT_S = 900


@dataclass(frozen=True, slots=True)
class Sample:
    """What a process took."""

    badge_ms: float
    """Processor time a badge."""
    badge_bytes: float
    rss_kb: int
    floor_ms: float = 0
    """In the lane that takes floor and ours in turn."""
    read_again: int = 0
    """Font files that were opened after the first badge."""


def measure() -> Iterator[Row]:
    """Rows: many badges, a first batch, sizes, memory, and one badge."""
    pythons = {peer: peer_python(peer) for peer in REFERENCE_RATIO}
    samples: dict[str, list[Sample]] = {}
    for _ in range(ROUNDS):
        for lane, count in (("floor", FLOOR_COUNT), ("many", MANY), ("first", FIRST), ("one", ONES)):
            samples.setdefault(lane, []).append(sample(lane, count))
        for peer, python in pythons.items():
            if python:
                samples.setdefault(peer, []).append(peer_sample(python, peer))

    def median_of(lane: str, name: str = "badge_ms") -> float:
        return statistics.median(getattr(each, name) for each in samples[lane])

    beside: dict[str, tuple[str, float]] = {}
    for peer, ratio in REFERENCE_RATIO.items():
        measured = peer in samples
        name = f"{peer}" if measured else f"{peer} by its reference ratio"
        beside[peer] = (name, median_of(peer) if measured else ratio * median_of("floor"))
    for lane, peer, goal in (
        (f"many_{MANY}", "pretix", MANY_PRETIX),
        (f"many_{MANY}", "indico", MANY_INDICO),
        (f"first_{FIRST}", "pretix", FIRST_PRETIX),
    ):
        name, floor_ms = beside[peer]
        yield Row(f"badges.{lane} vs {name}", floor_ms, median_of(lane.split("_")[0]), "ms", goal)
    yield Row(f"badges.many_{MANY} vs reportlab with qrcode", median_of("floor"), median_of("many"), "ms")
    yield Row("badges.bytes_a_badge", BYTES_A_BADGE, median_of("many", "badge_bytes"), "bytes", 1.0)
    yield Row(f"badges.memory_of_{MANY}", MEMORY_KB, median_of("many", "rss_kb"), "kB", 1.0)
    yield Row(
        "badges.one vs reportlab with qrcode", median_of("one", "floor_ms"), median_of("one"), "ms", 1.0
    )
    yield Row("badges.one.fonts_read_again", 3, median_of("one", "read_again"), "files", 0.0)


def peer_python(peer: str) -> str:
    """The first of the named Pythons that has the peer; "" if none has."""
    for python in filter(None, os.environ.get("FAIR_KIOSK_PEERS", "").split(os.pathsep)):
        ask = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({peer!r}) is None)"
        if not subprocess.run([python, "-c", ask], check=False, env=_plain()).returncode:
            return python
    return ""


def peer_sample(python: str, peer: str) -> Sample:
    """Run a peer once, in a folder of no meaning to it."""
    command = [python, str(PEERS), peer, str(PEER_COUNT), str(FONTS)]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            command, cwd=folder, env=_plain(), stdout=subprocess.PIPE, timeout=TIMEOUT_S, check=True
        )
    told = json.loads(done.stdout.splitlines()[-1])
    return Sample(told["cpu_s"] / PEER_COUNT * 1e3, told["bytes"] / PEER_COUNT, 0)


def _plain() -> dict[str, str]:
    """Our own variables without those that point Python at our modules."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def sample(lane: str, count: int) -> Sample:
    """Run one lane in a process of its own."""
    command = [sys.executable, str(Path(__file__)), lane, str(count)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=TIMEOUT_S, check=True)
    return Sample(**json.loads(done.stdout.splitlines()[-1]))


def faces_of(count: int) -> list[BadgeFace]:
    """Graduates with Chinese names out of some 1,600 characters, as a fair's have."""
    from kiosk.badges.face import BadgeFace  # noqa: PLC0415
    from kiosk.domain.badge import CODE_ALPHABET, TOKEN_LENGTH  # noqa: PLC0415
    from kiosk.domain.badge_type import BadgeType  # noqa: PLC0415

    chance = random.Random(7)
    surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    given = [chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(1600)]
    schools = (
        "北京科技大学",
        "清华大学",
        "北京邮电大学",
        "对外经济贸易大学",
        "首都经济贸易大学",
        "中国农业大学",
    )
    majors = ("计算机科学与技术·硕士", "汉语言文学·本科", "机械工程·博士", "金融学·硕士", "临床医学·本科")
    return [
        BadgeFace(
            token="F1" + "".join(chance.choices(CODE_ALPHABET, k=TOKEN_LENGTH - 2)),
            type=BadgeType.GRADUATE,
            name=chance.choice(surnames) + "".join(chance.choices(given, k=chance.choice((1, 2, 2, 2)))),
            organisation=chance.choice(schools),
            detail=chance.choice(majors),
            fair_name="首都高校毕业生冬季双选会",
            fair_date="2026-11-28",
            lost="4 号服务台",
        )
        for _ in range(count)
    ]


def draw_ours(faces: list[BadgeFace]) -> bytes:
    """From faces to bytes, through the program's own door: composed, drawn, each code read back."""
    from kiosk.badges.renderer import Renderer  # noqa: PLC0415

    return Renderer(FONTS, LAYOUTS).pdf_of_many(faces, "a6")


class Plain:
    """Reportlab as its manual says, with a PNG by `qrcode` a badge; fonts are loaded once."""

    def __init__(self) -> None:
        from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
        from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

        for name, file in (
            ("Plain", "NotoSansSC_400Regular.ttf"),
            ("PlainBold", "NotoSansSC_700Bold.ttf"),
        ):
            pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))

    def draw(self, faces: list[BadgeFace]) -> bytes:
        """A page a face."""
        from reportlab.lib.units import mm  # noqa: PLC0415
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(105 * mm, 148 * mm))
        for face in faces:
            self._page(canvas, face)
        canvas.save()
        return out.getvalue()

    def _page(self, canvas: Any, face: BadgeFace) -> None:
        import qrcode  # noqa: PLC0415
        from reportlab.lib.units import mm  # noqa: PLC0415
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415

        canvas.setFillColorRGB(0.686, 0.867, 0.984)
        canvas.rect(0, 113 * mm, 105 * mm, 35 * mm, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        lines = (
            ("毕业生", "PlainBold", 30, 124),
            (face.name, "PlainBold", 70, 82),
            (face.organisation, "PlainBold", 20, 62),
            (face.detail, "Plain", 13, 54),
            (face.fair_name, "Plain", 10, 46),
        )
        for text, font, size, bottom_mm in lines:
            canvas.setFont(font, size)
            canvas.drawString(7 * mm, bottom_mm * mm, text)
        symbol = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0, box_size=PNG_PX)
        symbol.add_data(face.token)
        picture = io.BytesIO()
        symbol.make_image().save(picture)
        picture.seek(0)
        canvas.drawImage(ImageReader(picture), 7 * mm, 7 * mm, 36 * mm, 36 * mm)
        canvas.showPage()


def _timed(draw: Callable[[], bytes], count: int) -> Sample:
    before = time.process_time()
    drawn = draw()
    badge_ms = (time.process_time() - before) / count * 1e3
    return Sample(badge_ms, len(drawn) / count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def floor(count: int) -> Sample:
    """Reportlab with qrcode, warm."""
    plain, faces = Plain(), faces_of(count)
    plain.draw(faces[:WARM_UP])
    return _timed(lambda: plain.draw(faces), count)


def many(count: int) -> Sample:
    """Ours, warm; its memory is that of all this process has done."""
    faces = faces_of(count)
    draw_ours(faces[:WARM_UP])
    return _timed(lambda: draw_ours(faces), count)


def first(count: int) -> Sample:
    """Ours in a fresh process: libraries, fonts, layout and table are loaded within the time."""
    faces = faces_of(count)
    return _timed(lambda: draw_ours(faces), count)


def one(count: int) -> Sample:
    """One badge at a time, ours and the floor in turn, both warm."""
    faces, plain = faces_of(count + 1), Plain()
    plain.draw(faces[:1])
    draw_ours(faces[:1])
    opened: list[str] = []

    def hear(event: str, args: tuple[Any, ...]) -> None:
        if event == "open" and str(args[0]).endswith(".ttf"):
            opened.append(str(args[0]))

    sys.addaudithook(hear)
    floors, own = [], []
    for face in faces[1:]:
        floors.append(_timed(lambda face=face: plain.draw([face]), 1).badge_ms)  # type: ignore[misc]
        own.append(_timed(lambda face=face: draw_ours([face]), 1).badge_ms)  # type: ignore[misc]
    return Sample(statistics.median(own), 0, 0, statistics.median(floors), len(opened))


LANES: dict[str, Callable[[int], Sample]] = {each.__name__: each for each in (floor, many, first, one)}


def main(lane: str, count: int) -> None:
    """Run one lane and say what it took."""
    taken = LANES[lane](count)
    print(json.dumps({name: getattr(taken, name) for name in Sample.__slots__}))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(sys.argv[1], int(sys.argv[2]))
