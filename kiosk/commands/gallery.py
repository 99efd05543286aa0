"""`kiosk gallery`: our own controls in every state."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kiosk.commands.options import show, with_json
from kiosk.commands.progress import progress_bar


@click.command()
@with_json
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Save a picture a section, language, orientation and mode in this folder, with no screen, and end.",
)
@click.option("--section", default="", help="Only this section, such as buttons.")
@click.option("--landscape", is_flag=True, help="A window that lies, 1920 x 1080.")
def gallery(out: Path | None, section: str, landscape: bool, as_json: bool) -> None:
    """Show our own controls at rest, pressed, focused, on and disabled, for who builds pages with them.

    The foot's switches change size, contrast, height and language.

    Example: kiosk gallery --out /tmp/gallery
    """
    if out is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kiosk.ui.gallery.gallery import Gallery  # noqa: PLC0415  (Qt)
    from kiosk.ui.gallery.samples import SECTIONS  # noqa: PLC0415

    if section and section not in SECTIONS:
        raise click.BadParameter(f"write one of: {', '.join(SECTIONS)}", param_hint="--section")
    shown = Gallery()
    if out is None:
        sys.exit(shown.run("landscape" if landscape else "portrait", section))
    with progress_bar(quiet=as_json) as report:
        pictures = [str(picture) for picture in shown.save(out, section, report)]
    show(as_json, {"pictures": pictures}, [f"{len(pictures)} pictures in {out}"])
