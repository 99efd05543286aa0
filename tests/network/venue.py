"""A small fair whose machines are a hub and as many kiosks as wanted: its pack, and their state folders."""

from __future__ import annotations

import csv
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.app import State
from kiosk.commands.sample import folder_of
from kiosk.domain.badge import fair_number
from kiosk.domain.key_certificate import KeyRole
from kiosk.keys.device_certificate import Holder, TlsAuthority, device_public
from kiosk.keys.providers import KeyFile, create_key_file
from kiosk.keys.signing import SigningKey, certify
from kiosk.pack.build import build
from kiosk.pack.codes import CodesMode
from kiosk.pack.install import install
from kiosk.pack.organiser import OrganiserKeys, load_or_create
from kiosk.sync.joining.identity_file import Papers, write_papers
from kiosk.ui import resources

HUB = "hub-1"
FAIR = "bj-2026-reverse"
DAY = date(2026, 11, 26)
_DRAWN = '  <circle class="kiosk" data-kiosk="east-1"'


def kiosk_name(number: int) -> str:
    """The id of a kiosk, counted from 1."""
    return f"k-{number}"


@dataclass(frozen=True, slots=True)
class Venue:
    """What the organiser of the fair has."""

    folder: Path
    organiser: OrganiserKeys
    pack: Path
    codes: tuple[str, ...]
    """Registration codes of everybody who is confirmed."""

    def provision(self, name: str, folder: Path, sync: str) -> State:
        """A machine's state folder, with its keys and the pack; `sync` is the text of its [sync]."""
        state = State(folder / name)
        state.folder.mkdir(parents=True)
        create_key_file(state.keys, self.organiser.secrets_of(name))
        authority = self.organiser.authority.public.hex()
        state.config.write_text(
            f'place = "{name}"\nauthority = "{authority}"\n\n[keys]\nprovider = "file"\n\n[sync]\n{sync}\n',
            encoding="utf-8",
        )
        (state.folder / "codes.txt").write_text("\n".join(self.codes), encoding="utf-8")
        write_papers(state.identity, self._papers(name))
        install(self.pack, state.folder, KeyFile(state.keys).load().venue_private, DAY)
        return state

    def _papers(self, name: str) -> Papers:
        """As the hub gives them to a machine that it lets in."""
        role = KeyRole.HUB if name == HUB else KeyRole.KIOSK
        tls = TlsAuthority(self.organiser.kiosks[HUB])
        seed, authority = self.organiser.kiosks[name], self.organiser.authority
        public, hub = (SigningKey.from_seed(self.organiser.kiosks[each]).public for each in (name, HUB))
        return Papers(
            tls.issue(Holder(name, role.value, public), device_public(seed)),
            (tls.certificate_pem,),
            authority.public,
            (certify(authority, hub, KeyRole.HUB, HUB, fair_number(FAIR)),),
            name,
        )


def make(folder: Path, kiosks: int, fair: str = "") -> Venue:
    """Build the pack of the reverse sample fair with other machines: hub-1, k-1, k-2 and so on.

    `fair` is another id for it: another fair of another organiser.
    """
    lists = folder / "fair"
    shutil.copytree(folder_of("reverse"), lists)
    names = [HUB, *map(kiosk_name, range(1, kiosks + 1))]
    _name_machines(lists / "fair.toml", names, fair)
    _draw_machines(lists / "平面图_1.svg", names)
    organiser = load_or_create(folder / "organiser", names)
    built = build(
        lists,
        folder / "built",
        organiser,
        resources.root() / "lists",
        lambda _stage, _done, _total: None,
        pictures=False,
        plans=False,
        codes=CodesMode.PLAIN,
    )
    assert built.codes is not None
    with built.codes.open(encoding="utf-8-sig", newline="") as file:
        codes = tuple(row["登记码"] for row in csv.DictReader(file) if row["状态"] == "已确认")
    return Venue(folder, organiser, built.pack, codes)


def _name_machines(path: Path, names: list[str], fair: str) -> None:
    text = path.read_text(encoding="utf-8")
    if fair:
        text = text.replace('id = "bj-2026-reverse"', f'id = "{fair}"')
    start, end = text.index("[[kiosk]]"), text.index("[[staff]]")
    kiosks = "\n".join(
        f'[[kiosk]]\nid = "{name}"\ngate = "{"east" if at % 2 else "west"}"\n'
        f'name_zh = "{name}"\nname_en = "{name}"\n' + ("hub = true\n" if name == HUB else "")
        for at, name in enumerate(names)
    )
    path.write_text(f"{text[:start]}{kiosks}\n{text[end:]}", encoding="utf-8")


def _draw_machines(path: Path, names: list[str]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith(_DRAWN))
    drawn = [
        f'  <circle class="kiosk" data-kiosk="{name}" data-heading="0" cx="{140 + 4 * place}" cy="507" '
        'r="1" fill="#C8321E"/>'
        for place, name in enumerate(names)
    ]
    others = [line for line in lines if 'class="kiosk"' not in line]
    path.write_text("\n".join([*others[:at], *drawn, *others[at:]]), encoding="utf-8")
