"""pretix's and Indico's own badge renderers, run in the Python that has them installed (see badges.py).

    PYTHON badge_peers.py pretix|indico COUNT FONTS [OUT]

prints, as JSON, the processor seconds of drawing COUNT badges of A6 with a Chinese name, three lines and the
QR of a token of 150 characters, after one batch of ten to warm up; and writes the PDF to OUT. Nothing of the
kiosk is imported. Objects that each renderer is fed are made before the time begins.
"""

from __future__ import annotations

import io
import json
import logging
import os
import random
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

WARM_UP = 10
WIDTH_MM, HEIGHT_MM = 105.0, 148.0
FAIR = "首都高校毕业生冬季双选会"
ORGANISATION, DETAIL = "北京科技大学", "计算机科学与技术·硕士"
TOKEN_LENGTH = 150
FAMILY = "Noto Sans SC"
FILES = {FAMILY: "NotoSansSC_400Regular.ttf", f"{FAMILY} B": "NotoSansSC_700Bold.ttf"}


def name_of(at: int) -> str:
    """One of many Chinese names."""
    chance = random.Random(at)
    return chance.choice("王李张刘陈杨赵黄周吴") + "".join(
        chr(chance.randrange(0x4E00, 0x8E00)) for _ in "ab"
    )


def token_of(at: int) -> str:
    """A text as badge tokens are."""
    return "F1" + "".join(random.Random(at).choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", k=TOKEN_LENGTH - 2))


def register_fonts(folder: Path) -> None:
    """Noto Sans SC for reportlab."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

    for name, file in FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))


# ---------------------------------------------------------------------------------------------- pretix


def pretix(count: int, fonts: Path) -> Callable[[int], bytes]:
    """A function that draws the first badges of an event, as pretix's exporter does; all is in memory."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "pretix.testutils.settings"
    from django.conf import settings  # noqa: PLC0415

    settings.DATABASES["default"] = {
        **settings.DATABASES["default"],
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",
    }
    settings.DEBUG = False  # with it, Django keeps every query
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django_scopes import scopes_disabled  # noqa: PLC0415

    call_command("migrate", run_syncdb=True, verbosity=0)
    from pretix.base import pdf  # noqa: PLC0415
    from pretix.plugins.badges import exporters  # noqa: PLC0415

    register_fonts(fonts)
    known = pdf.get_fonts
    pdf.get_fonts = lambda *args, **more: {**known(*args, **more), FAMILY: {"regular": {"truetype": ""}}}
    pdf.Renderer._register_fonts()
    with scopes_disabled():
        event, positions = _pretix_event(count)

    def draw(number: int) -> bytes:
        out = io.BytesIO()
        with scopes_disabled():
            exporters.render_pdf(event, positions[:number], exporters.OPTIONS["one"], out)
        return out.getvalue()

    return draw


def _pretix_event(count: int) -> tuple[Any, list[Any]]:
    from datetime import timedelta  # noqa: PLC0415

    from django.core.files.base import ContentFile  # noqa: PLC0415
    from django.utils.timezone import now  # noqa: PLC0415
    from pretix.base.models import Event, Item, Order, OrderPosition, Organizer  # noqa: PLC0415

    organizer = Organizer.objects.create(name="Fair", slug="fair")
    event = Event.objects.create(
        organizer=organizer,
        name=FAIR,
        slug="winter",
        date_from=now() + timedelta(days=2),
        plugins="pretix.plugins.badges",
    )
    event.settings.timezone = "Asia/Shanghai"
    item = Item.objects.create(event=event, name="毕业生", default_price=0)
    event.badge_layouts.all().delete()
    layout = event.badge_layouts.create(name="A6", default=True, layout=json.dumps(_pretix_layout()))
    layout.background.save("background.pdf", ContentFile(_background()))
    order = Order.objects.create(
        event=event, status="p", datetime=now(), expires=now(), total=0, email="", code="FAIR1", locale="en",
        sales_channel=organizer.sales_channels.get(identifier="web"),
    )  # fmt: skip
    made = [
        OrderPosition(
            order=order, item=item, price=0, positionid=at + 1, secret=token_of(at),
            attendee_name_parts={"_scheme": "full", "full_name": name_of(at)},
            company=ORGANISATION,
        )
        for at in range(count)
    ]  # fmt: skip
    for each in made:
        each.save()
    positions = OrderPosition.objects.select_related("order", "item").order_by("positionid")
    return event, list(positions)


def _pretix_layout() -> list[dict[str, Any]]:
    def text(
        content: str, bottom: float, height: float, size: float, *, bold: bool = False
    ) -> dict[str, Any]:
        return {
            "type": "textcontainer", "page": 1, "locale": "", "left": "7.00", "bottom": f"{bottom:.2f}",
            "width": "91.00", "height": f"{height:.2f}", "fontsize": f"{size:.1f}", "lineheight": "1",
            "color": [23, 25, 28, 1], "fontfamily": FAMILY, "bold": bold, "italic": False, "content": content,
            "text": "", "text_i18n": {}, "rotation": 0, "align": "left", "verticalalign": "middle",
            "autoresize": True, "splitlongwords": True,
        }  # fmt: skip

    return [
        text("attendee_name", 74, 30, 70, bold=True),
        text("attendee_company", 62, 9, 20, bold=True),
        {**text("other", 54, 7, 13), "text": DETAIL},
        text("event_name", 45, 6, 10),
        {"type": "barcodearea", "page": 1, "left": "7.00", "bottom": "7.00", "size": "36.00",
         "content": "secret", "text": "", "text_i18n": {}, "nowhitespace": True, "color": [0, 0, 0, 1]},
    ]  # fmt: skip


def _background() -> bytes:
    """The band, as an organiser would upload it."""
    from reportlab.lib.units import mm  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH_MM * mm, HEIGHT_MM * mm))
    canvas.setFillColorRGB(0.686, 0.867, 0.984)
    canvas.rect(0, (HEIGHT_MM - 35) * mm, WIDTH_MM * mm, 35 * mm, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont(f"{FAMILY} B", 30)
    canvas.drawString(7 * mm, (HEIGHT_MM - 24) * mm, "毕业生")
    canvas.save()
    return out.getvalue()


# ---------------------------------------------------------------------------------------------- Indico


PIXELS_CM = 50
"""Of Indico's designer."""


def indico(count: int, fonts: Path) -> Callable[[int], bytes]:
    """A function that draws the first badges with Indico's renderer; registrations are plain objects."""
    import indico.web.flask.app  # noqa: PLC0415, F401  (its modules know each other: in this order they load)
    from indico.modules.designer import PageOrientation, pdf  # noqa: PLC0415
    from indico.modules.events.registration import badges, util  # noqa: PLC0415

    register_fonts(fonts)
    pdf.setTTFonts = lambda: None  # else it registers those of a package of its own
    pdf.FONT_STYLES[FAMILY] = [FAMILY, f"{FAMILY} B"] * 2
    util.config = SimpleNamespace(BASE_URL="https://fair.example.com")
    paper = SimpleNamespace(size=(WIDTH_MM * 72 / 25.4, HEIGHT_MM * 72 / 25.4))
    config = {
        **{f"{side}_margin": 0 for side in ("top", "bottom", "left", "right")},
        "margin_columns": 0, "margin_rows": 0, "dashed_border": False, "page_layout": None,
        "page_size": paper, "page_orientation": PageOrientation.portrait,
    }  # fmt: skip
    template = SimpleNamespace(data=_indico_template(), backside_template=None, background_image=None)
    event = SimpleNamespace(id=1, title=FAIR)
    registrations = [_registration(at, event) for at in range(count)]

    def draw(number: int) -> bytes:
        made = badges.RegistrantsListToBadgesPDF(template, config, event, registrations[:number])
        drawn: bytes = made.get_pdf().read()
        return drawn

    return draw


def _registration(at: int, event: Any) -> Any:
    name = name_of(at)
    data = {"affiliation": ORGANISATION, "position": DETAIL}
    return SimpleNamespace(
        id=at, event=event, ticket_uuid=f"00000000-0000-4000-8000-{at:012d}",
        get_full_name=lambda **_: name, get_personal_data=lambda: data,
    )  # fmt: skip


def _indico_template() -> dict[str, Any]:
    def item(kind: str, top_mm: float, size_pt: int, **more: Any) -> dict[str, Any]:
        return {
            "type": kind, "x": 7 * PIXELS_CM / 10, "y": top_mm * PIXELS_CM / 10, "width": 91 * PIXELS_CM / 10,
            "height": None, "font_size": f"{size_pt}pt", "text_align": "left", "font_family": FAMILY,
            "bold": False, "italic": False, "color": "#17191C", **more,
        }  # fmt: skip

    side = 36 * PIXELS_CM / 10
    items = [
        item("fixed", 14, 30, bold=True, text="毕业生"),
        item("full_name_no_title", 50, 70, bold=True),
        item("affiliation", 80, 20, bold=True),
        item("position", 90, 13),
        item("event_title", 98, 10),
        item("ticket_qr_code", 105, 10, width=side, height=side),
    ]
    return {
        "width": WIDTH_MM * PIXELS_CM / 10,
        "height": HEIGHT_MM * PIXELS_CM / 10,
        "background_position": "stretch",
        "items": items,
    }


def main(peer: str, count: int, fonts: Path, out: str = "") -> None:
    """Draw and say what it took."""
    warnings.simplefilter("ignore")
    logging.disable()
    draw = {"pretix": pretix, "indico": indico}[peer](count, fonts)
    draw(min(WARM_UP, count))
    before = time.process_time()
    drawn = draw(count)
    taken_s = time.process_time() - before
    if out:
        Path(out).write_bytes(drawn)
    print(json.dumps({"cpu_s": taken_s, "bytes": len(drawn)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:5])
