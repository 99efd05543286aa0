"""The invented fair of the search's benchmark, and what is typed at it: the same every time."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "resources" / "sample_fairs" / "data"
LISTS = ROOT / "resources" / "lists"
EXHIBITORS, OPENINGS, TEXTS = 5_000, 100_000, 1_000
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def rows(path: Path) -> list[dict[str, str]]:
    """A list's rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@dataclass
class Fair:
    """The invented fair: the same every time."""

    chance: random.Random = field(default_factory=lambda: random.Random(20261128))

    @cached_property
    def exhibitors(self) -> tuple[Any, ...]:
        """Employers with openings; every tenth is a school with a graduate pool."""
        from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, PoolEntry  # noqa: PLC0415
        from kiosk.domain.words import Words  # noqa: PLC0415

        schools = rows(LISTS / "universities_cn_2021_2756.csv")
        brands, trades = rows(DATA / "brands.csv"), rows(DATA / "trades.csv")
        places, majors = rows(DATA / "provinces.csv"), [row["major"] for row in rows(DATA / "majors.csv")]
        pick, found, taken = self.chance.choice, [], set()
        schools = self.chance.sample(schools, EXHIBITORS // 10)
        while len(found) < EXHIBITORS:
            stall = f"{LETTERS[len(found) // 250].upper()}{len(found) % 250 + 1:03d}"
            at = len(found) + 1
            if at % 10 == 0:
                name = next(
                    value for key, value in schools[at // 10 - 1].items() if key.startswith("学校名称")
                )
                pool = tuple(
                    PoolEntry("本科", major, self.chance.randrange(20, 300))
                    for major in self.chance.sample(majors, 8)
                )
                school = Exhibitor(
                    at, ExhibitorKind.SCHOOL, Words(name, ""), (stall,), stall[0], region="", pool=pool
                )
                found.append(school)
                continue
            place, brand, trade = pick(places), pick(brands), pick(trades)
            name = (
                f"{pick(('', place['zh'], '北京'))}{brand['zh']}{trade['zh']}{pick(('有限公司', '集团', ''))}"
            )
            if name in taken:
                continue
            taken.add(name)
            found.append(
                Exhibitor(
                    at,
                    ExhibitorKind.EMPLOYER,
                    Words(name, f"{brand['en']} {trade['en']}"),
                    (stall,),
                    stall[0],
                    nature=pick(("国有企业", "三资企业", "其他企业")),
                    industry=trade["zh"],
                    region=place["place"],
                    aliases=(brand["zh"] + trade["zh"],),
                    openings=self._openings(trade["zh"], place["place"]),
                )
            )
        return tuple(found)

    @cached_property
    def posts(self) -> list[dict[str, str]]:
        """The sample fairs' posts."""
        return rows(DATA / "posts.csv")

    def _openings(self, trade: str, place: str) -> tuple[Any, ...]:
        """A third of them with a title of their own trade: some 9,000 titles in all."""
        from kiosk.domain.exhibitor import Opening  # noqa: PLC0415

        count = round(OPENINGS / (EXHIBITORS * 0.9))
        found = []
        for post in self.chance.sample(self.posts, count):
            own = self.chance.random() < 1 / 3
            title = f"{trade}{post['zh']}" if own else post["zh"]
            found.append(Opening(title, post["majors"], f"{post['degree']}起", 3, "", place, "", post["en"]))
        return tuple(found)

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """What is typed, with its kind."""
        from kiosk.pack.pinyin import Pinyin  # noqa: PLC0415

        pinyin = Pinyin()

        def read(text: str) -> tuple[str, ...]:
            han = "".join(each for each in text if "\u4e00" <= each <= "\u9fff")
            return (pinyin.reading(han) or (("",),))[0]

        def slipped(text: str) -> str:
            at = self.chance.randrange(1, len(text) - 1)
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

        def part(name: str) -> str:
            start = self.chance.randrange(len(name) - 1)
            return name[start : start + self.chance.randrange(2, 6)]

        kinds: dict[str, Callable[[Any], str]] = {
            "name": lambda each: each.name.zh[:8],
            "part": lambda each: part(each.name.zh),
            "pinyin": lambda each: "".join(read(each.name.zh)[:4]),
            "initials": lambda each: "".join(syllable[:1] for syllable in read(each.name.zh)[:6]),
            "english": lambda each: each.name.en or "university",
            "title": lambda each: each.openings[0].title if each.openings else each.pool[0].major,
            "title_pinyin": lambda each: "".join(read(each.openings[0].title if each.openings else "大学")),
            "major": lambda each: self.chance.choice(self.posts)["majors"].split("、")[0],
            "stall": lambda each: self.chance.choice(
                (each.stalls[0], each.stalls[0].lower().replace("0", ""))
            ),
            "two_words": lambda each: f"{part(each.name.zh)[:2]} {self.chance.choice(self.posts)['zh'][:2]}",
            "sounds": lambda each: "".join(read(each.name.zh)[:3]).replace("zh", "z").replace("sh", "s"),
            "slip": lambda each: slipped("".join(read(each.name.zh)[:4])),
        }
        names = list(kinds)
        found = []
        for at in range(TEXTS):
            kind = names[at % len(names)]
            found.append((kind, kinds[kind](self.chance.choice(self.exhibitors))))
        return found

    @cached_property
    def queries(self) -> list[tuple[str, str]]:
        """Every beginning of every text."""
        return [(kind, text[:end]) for kind, text in self.texts for end in range(1, len(text) + 1)]
