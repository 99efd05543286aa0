"""A small fair of an organiser, built: a hub and two kiosks, and machines that were set up for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.app import State
from kiosk.app.joining import write_config, write_keys
from kiosk.config import Settings, read
from kiosk.keys.providers import KeyFile, Secrets
from kiosk.pack.build import build
from kiosk.pack.install import install
from kiosk.pack.organiser import OrganiserKeys, fresh

ROOT = Path(__file__).resolve().parents[2]
KIOSKS = ("desk-1", "east-1", "west-1")
HUB = "desk-1"
_FAIR = """
[fair]
id = "small-2026"
kind = "double_selection"
name_zh = "小型双选会（示例）"
name_en = "Small fair (sample)"
venue_zh = "一号楼"
sample = true
[[day]]
date = 2026-11-28
opens = "08:30"
closes = "16:00"
[[slot]]
start = "09:00"
end = "10:00"
[policy]
desk_zh = "1 号服务台"
consent_version = "1"
consent_zh = "说明"
[[level]]
id = "1"
name_zh = "1 号馆"
[[zone]]
letter = "A"
name_zh = "综合"
level = "1"
[[gate]]
id = "east"
name_zh = "东门"
[[kiosk]]
id = "desk-1"
gate = "east"
name_zh = "服务台"
hub = true
[[kiosk]]
id = "east-1"
gate = "east"
name_zh = "东门 1 号机"
[[kiosk]]
id = "west-1"
gate = "east"
name_zh = "西门 1 号机"
[[staff]]
id = "s1"
name = "陈示例"
pin = "2468"
"""
_PLAN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" data-level="1"
 data-units-per-metre="10">
 <polygon class="floor" points="0,0 300,0 300,200 0,200"/>
 <circle class="gate" data-gate="east" cx="150" cy="195" r="4"/>
 <circle class="kiosk" data-kiosk="desk-1" data-heading="0" cx="100" cy="180" r="4"/>
 <circle class="kiosk" data-kiosk="east-1" data-heading="0" cx="150" cy="180" r="4"/>
 <circle class="kiosk" data-kiosk="west-1" data-heading="0" cx="200" cy="180" r="4"/>
</svg>
"""
_FILES = {
    "fair.toml": _FAIR,
    "平面图_1.svg": _PLAN,
    "展位坐标.csv": "展位号,楼层,X,Y,宽,高,朝向\nA001,1,5,5,3,3,南\nA002,1,8,5,3,3,南\n",
    "参会单位汇总表.csv": "序号,展位号,单位名称,单位性质\n1,A001,京华软件（示例）,国有企业\n",
}
"""Files of an organiser's folder, as tests/pack has them."""


@dataclass(frozen=True)
class SmallVenue:
    """The organiser's keys and the pack."""

    organiser: OrganiserKeys
    pack: Path

    def machine(self, folder: Path, kiosk: str, *, with_pack: bool = True) -> tuple[Settings, State, Secrets]:
        """A machine as `kiosk provision` and `kiosk pack install` leave it."""
        state = State(folder)
        secrets = self.organiser.secrets_of(kiosk)
        write_keys(state, secrets, "file", "")
        write_config(state.config, kiosk, self.organiser.authority.public.hex(), "file")
        if with_pack:
            install(self.pack, folder, secrets.venue_private, date(2026, 11, 28))
        return self.machine_of(folder)

    def machine_of(self, folder: Path) -> tuple[Settings, State, Secrets]:
        """One that was set up before."""
        state = State(folder)
        return read(state.config), state, KeyFile(state.keys).load()


def build_venue(folder: Path, keys: OrganiserKeys | None = None) -> SmallVenue:
    """Build the fair in a folder."""
    source = folder / "fair"
    source.mkdir(parents=True)
    for name, text in _FILES.items():
        (source / name).write_text(text, encoding="utf-8")
    organiser = keys or fresh(KIOSKS)
    built = build(
        source, folder / "out", organiser, ROOT / "resources" / "lists", pictures=False, plans=False
    )
    return SmallVenue(organiser, built.pack)
