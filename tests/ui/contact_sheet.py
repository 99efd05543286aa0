"""Every scene on contact sheets: `python -m tests.ui.contact_sheet OUT [NAME]`.

A sheet a language, orientation and mode (several where there are many scenes), each small picture with its
scene's name below. A NAME takes only the scenes whose name contains it. `--full` saves each picture in full
size too; `--brief` takes the looks that differ most, `--look zh-portrait-plain` a single one.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from kiosk.ui.window import build_window, prepare_environment
from tests.fakes import services
from tests.ui import pseudo
from tests.ui.scenes import SCENES
from tests.ui.stage import MODES, SIZES, Stage

Scene = Callable[[Stage], None]
Look = tuple[str, str, str]

LANGUAGES = ("zh", "en", *(path.stem for path in sorted((pseudo.SHIPPED / "languages").glob("*.ts"))))
"""Our own two, and those that have a file."""
LOOKS: list[Look] = [
    (language, orientation, mode)
    for orientation, modes in (
        ("portrait", [mode for mode in MODES if mode != "reduced motion"]),  # a still window shows no motion
        ("landscape", ["plain", "large", "contrast"]),  # low changes nothing there
    )
    for mode in modes
    for language in LANGUAGES
]
BRIEF: list[Look] = [
    ("zh", "portrait", "plain"),
    ("en", "landscape", "plain"),
    ("en", "portrait", "large"),
    ("zh", "portrait", "contrast"),
    ("zh", "portrait", "large and low"),
]
"""Each language, orientation and mode at least once."""
THUMB_PX = {"portrait": (270, 480), "landscape": (400, 225)}
COLUMNS = {"portrait": 8, "landscape": 6}
ROWS = {"portrait": 4, "landscape": 8}
GAP_PX = 18
NAME_PX = 30
PAPER, INK = "#3A3A3A", "#FFFFFF"


def drawn(stage: Stage, look: Look, scenes: dict[str, Scene]) -> Iterator[tuple[str, QImage]]:
    """Each scene's picture in one look."""
    language, orientation, mode = look
    for name, scene in scenes.items():
        stage.clear()
        stage.look(language=language, orientation=orientation, mode=mode)
        stage.play(scene)
        yield name, stage.window.quick.grabWindow()
    stage.clear()


def title(look: Look) -> str:
    """A look's name, as in a file's."""
    return "-".join(look).replace(" ", "-")


def sheet(pictures: list[tuple[str, QImage]], orientation: str) -> QImage:
    """Small pictures in rows, each with its name below."""
    width, height = THUMB_PX[orientation]
    columns = min(COLUMNS[orientation], len(pictures))
    rows = -(-len(pictures) // columns)
    step_x, step_y = width + GAP_PX, height + NAME_PX + GAP_PX
    made = QImage(columns * step_x + GAP_PX, rows * step_y + GAP_PX, QImage.Format.Format_RGB32)
    made.fill(QColor(PAPER))
    painter = QPainter(made)
    font = QFont("Noto Sans SC")
    font.setPixelSize(NAME_PX // 2)
    painter.setFont(font)
    painter.setPen(QColor(INK))
    for at, (name, picture) in enumerate(pictures):
        x, y = GAP_PX + at % columns * step_x, GAP_PX + at // columns * step_y
        painter.drawImage(x, y, picture)
        painter.drawText(QRect(x, y + height, width, NAME_PX), Qt.AlignmentFlag.AlignCenter, name)
    painter.end()
    return made


def small(picture: QImage, orientation: str) -> QImage:
    """A picture at the size of a sheet."""
    width, height = THUMB_PX[orientation]
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(width, height, keep, smooth)


def save(stage: Stage, look: Look, scenes: dict[str, Scene], out: Path, *, full: bool = False) -> list[Path]:
    """Save a look's sheets, and with `full` each picture; the sheets' paths."""
    orientation = look[1]
    pictures = []
    for name, picture in drawn(stage, look, scenes):
        pictures.append((name, small(picture, orientation)))
        if full:
            picture.save(str(out / f"{name.replace(' ', '-')}-{title(look)}.png"))
    most = COLUMNS[orientation] * ROWS[orientation]
    saved = []
    for page, start in enumerate(range(0, len(pictures), most), 1):
        path = out / f"{title(look)}-{page}.png"
        sheet(pictures[start : start + most], orientation).save(str(path))
        saved.append(path)
    return saved


def chosen(arguments: argparse.Namespace) -> tuple[list[Look], dict[str, Scene]]:
    """The looks and scenes that were asked for."""
    looks = BRIEF if arguments.brief else LOOKS
    if arguments.look:
        looks = [look for look in LOOKS if title(look) in arguments.look]
    return looks, {name: scene for name, scene in SCENES.items() if arguments.name in name}


def main(words: list[str]) -> int:
    """Save the sheets; 1 where there is nothing to draw. A scene that cannot be played ends it."""
    reader = argparse.ArgumentParser(prog="python -m tests.ui.contact_sheet")
    reader.add_argument("out", type=Path)
    reader.add_argument("name", nargs="?", default="")
    reader.add_argument("--full", action="store_true", help="each picture in full size too")
    reader.add_argument("--brief", action="store_true", help="the looks that differ most")
    reader.add_argument("--look", action="append", default=[], help="such as zh-portrait-plain; once a look")
    arguments = reader.parse_args(words)
    looks, scenes = chosen(arguments)
    if not looks or not scenes:
        print("no such look or scene", file=sys.stderr)
        return 1
    arguments.out.mkdir(parents=True, exist_ok=True)
    logging.getLogger("kiosk.ui").addHandler(logging.NullHandler())  # services that fail belong to scenes
    prepare_environment()
    application = QGuiApplication.instance() or QGuiApplication(["contact sheets"])
    window = build_window(still=True)
    window.show(*SIZES["portrait"])
    kiosk = services.FakeKiosk()
    window.attach(kiosk)
    stage = Stage(window, kiosk)
    stage.rest()
    try:
        sheets = [
            path for look in looks for path in save(stage, look, scenes, arguments.out, full=arguments.full)
        ]
    finally:
        kiosk.restore()
        window.close()
        del application
    print(f"{len(scenes)} scenes in {len(looks)} looks on {len(sheets)} sheets in {arguments.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
