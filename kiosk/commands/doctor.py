"""`kiosk doctor`: say what works on this machine and what does not."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from kiosk.app import StartFault
from kiosk.commands.options import opened, settings_of, show, with_json, with_state
from kiosk.domain.words import Words


@click.command()
@with_state
@with_json
def doctor(state: Path, config_path: Path | None, as_json: bool) -> None:
    """Check settings, keys, pack, store, printer, camera and fonts, and say what to do about what fails.

    Example: kiosk doctor
    """
    rows = [_row("database", _database), _row("fonts", _fonts)]
    rows.append(_row("kiosk", lambda: _kiosk(state, config_path)))
    if rows[-1]["works"]:
        rows.append(_row("printers", lambda: _printers(state, config_path)))
    if cameras := [each.id for each in settings_of(state, config_path).scanners if each.kind == "camera"]:
        rows.append(_row("camera", lambda: _camera(cameras[0])))
    works = all(row["works"] for row in rows)
    show(
        as_json, rows, [f"{'ok  ' if row['works'] else 'FAIL'} {row['check']}: {row['says']}" for row in rows]
    )
    sys.exit(0 if works else 1)


def _row(name: str, check: Callable[[], str]) -> dict[str, object]:
    """A check's name, whether all is well, and what it says."""
    try:
        return {"check": name, "works": True, "says": check()}
    except Exception as fault:
        words = getattr(fault, "words", None)
        if words is None:
            raise
        return {"check": name, "works": False, "says": words.en}


def _database() -> str:
    from kiosk.store import driver  # noqa: PLC0415

    version = driver.driver().sqlite_version
    driver.check_version(version)
    return f"SQLite {version}, encrypted"


def _fonts() -> str:
    from kiosk.badges.metrics import missing_characters  # noqa: PLC0415
    from kiosk.ui import resources  # noqa: PLC0415

    missing = missing_characters("䶮𬭎·AéŁ", resources.root() / "fonts")
    if missing:
        raise StartFault(
            Words(
                f"字体里没有 {missing}，请重新安装。", f"The fonts lack {missing}. Install the program again."
            )
        )
    return "rare name characters are there"


def _kiosk(state: Path, config_path: Path | None) -> str:
    with opened(state, config_path) as kiosk:
        damage = kiosk.store.damage()
        if damage:
            raise StartFault(
                Words(
                    f"数据文件有损坏（{damage}）。请重新启动本机，它会自动重建。",
                    f"The data file is damaged ({damage}). Start the kiosk again: it rebuilds what it can.",
                )
            )
        services = kiosk.services
        findings = kiosk.store.journal.verify()
        facts = sum(kiosk.store.journal.origins().values())
        broken = f", {len(findings)} findings: run kiosk journal verify" if findings else ", whole"
        tables = kiosk.store.tables()
        held = f"{facts} facts{broken}; {sum(tables.values())} rows in {len(tables)} tables"
        return f"{services.fair.name.en}, {services.place.name.en}; {held}"


def _printers(state: Path, config_path: Path | None) -> str:
    from kiosk.domain.printer_trouble import WORDS  # noqa: PLC0415  (not for --help)

    with opened(state, config_path) as kiosk:
        printers = kiosk.services.print_queue.look_at_all().printers
    if not printers:
        raise StartFault(
            Words(
                "没有选打印机，请在 kiosk.toml 里写一台。", "No printer was chosen: name one in kiosk.toml."
            )
        )
    for each in printers:
        if each.trouble is not None:
            wrong = WORDS[each.trouble]
            raise StartFault(
                Words(
                    f"{each.name.zh}：{wrong.title.zh}。{wrong.action.zh}",
                    f"{each.id}: {wrong.title.en}. {wrong.action.en}",
                )
            )
    return ", ".join(f"{each.id} ready" for each in printers)


def _camera(wanted: str) -> str:
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")  # what Qt says of its own parts
    from kiosk.devices.camera.port import look_for  # noqa: PLC0415  (Qt, where a camera is a scanner)
    from kiosk.devices.camera.words import STANDINGS  # noqa: PLC0415

    state, name = look_for(wanted)
    _, why = STANDINGS[state]
    if why is not None:
        raise StartFault(why)
    return f"{name} is there"
