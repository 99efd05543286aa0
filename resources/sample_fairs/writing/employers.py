"""Invented employers with their stalls and openings."""

import random
from dataclasses import dataclass
from datetime import date

from writing import lists
from writing.people import People
from writing.sheets import Sheet

EMPLOYER_COLUMNS = [
    "序号",
    "展位号",
    "单位名称",
    "统一社会信用代码",
    "单位性质",
    "所属行业",
    "单位规模",
    "所在地",
    "参会联系人",
    "联系电话",
    "参会人数",
    "车牌号",
    "岗位数",
    "需求人数",
    "备注",
    "英文名称",
]
OPENING_COLUMNS = [
    "单位名称",
    "岗位名称",
    "需求专业",
    "学历要求",
    "需求人数",
    "薪资待遇",
    "工作地点",
    "简历投递邮箱",
    "网申链接",
    "截止日期",
    "英文名称",
]
DISTRICTS = [
    "东城",
    "西城",
    "朝阳",
    "丰台",
    "石景山",
    "海淀",
    "门头沟",
    "房山",
    "通州",
    "顺义",
    "昌平",
    "大兴",
    "怀柔",
    "平谷",
    "密云",
    "延庆",
]
DEADLINES = (date(2026, 12, 15), date(2026, 12, 31), date(2027, 1, 15), date(2027, 3, 31))


@dataclass(frozen=True)
class Employer:
    """An invented employer; `name` and `english` say that it is a sample."""

    name: str
    english: str
    zone: str
    stall: str
    nature: str
    industry: str
    scale: str
    place: str
    family: str


class EmployerMaker:
    """Draws employers whose names never repeat at one fair."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.trades = lists.data_rows("trades.csv")
        self.brands = lists.data_rows("brands.csv")
        self.provinces = lists.data_rows("provinces.csv")
        self.natures = lists.natures()
        self.industries = lists.industries()
        self.scales = lists.scales()
        self.fixed = {row["stall"]: row for row in lists.data_rows("employers_fixed.csv")}
        self._taken = {row["zh"] for row in self.fixed.values()}
        self._brand_turn: list[dict[str, str]] = []
        self._trade_turn: dict[str, list[dict[str, str]]] = {}

    def fixed_at(self, stall: str) -> Employer | None:
        """The employer that the tour and the pictures expect at a stall, if any."""
        row = self.fixed.get(stall)
        if row is None:
            return None
        trade = next(t for t in self.trades if t["zh"] == row["trade"] and t["zones"] == stall[0])
        return self._employer(row["zh"], row["en"], trade, stall, row["place"])

    def draw(self, zone: str, stall: str) -> Employer:
        """A new employer of a zone; those of zone E come from other provinces."""
        while True:
            trade = self._next_trade(zone)
            if zone == "E":
                owner = self.rng.choice(self.provinces)
                place = owner["place"]
            else:
                owner = self._next_brand()
                place = f"北京市{self.rng.choice(DISTRICTS)}区"
            name = owner["zh"] + trade["zh"]
            if name not in self._taken:
                self._taken.add(name)
                return self._employer(name, f"{owner['en']} {trade['en']}", trade, stall, place)

    def _next_brand(self) -> dict[str, str]:
        if not self._brand_turn:
            self._brand_turn = self.rng.sample(self.brands, len(self.brands))
        return self._brand_turn.pop()

    def _next_trade(self, zone: str) -> dict[str, str]:
        turn = self._trade_turn.setdefault(zone, [])
        if not turn:
            trades = [t for t in self.trades if t["zones"] == zone]
            turn += self.rng.sample(trades, len(trades))
        return turn.pop()

    def _employer(self, name: str, english: str, trade: dict[str, str], stall: str, place: str) -> Employer:
        return Employer(
            f"{name}（示例）",
            f"{english} (sample)",
            trade["zones"],
            stall,
            self.natures[trade["nature"]],
            self.industries[trade["industry"]],
            self.rng.choice(self.scales),
            place,
            trade["family"],
        )


def credit_code(number: int) -> str:
    """A 统一社会信用代码 whose check sign is wrong on purpose (GB 32100-2015 sums modulo 31)."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = f"91110000MA{number:07d}"
    right = (31 - sum(signs.index(sign) * pow(3, i, 31) for i, sign in enumerate(body)) % 31) % 31
    return body + signs[(right + 1) % 31]


class OpeningMaker:
    """Draws the openings of employers into the openings' sheet."""

    def __init__(self, rng: random.Random, sheet: Sheet) -> None:
        self.rng = rng
        self.sheet = sheet
        self.families: dict[str, list[dict[str, str]]] = {}
        for post in lists.data_rows("posts.csv"):
            self.families.setdefault(post["family"], []).append(post)
        self.fixed = lists.data_rows("openings_fixed.csv")

    def add(self, employer: Employer, number: int) -> tuple[int, int]:
        """Adds an employer's openings; gives how many there are and the headcount wanted."""
        fixed = [row for row in self.fixed if row["stall"] == employer.stall and employer.stall]
        for row in fixed:
            self._row(employer, number, row)
        total = sum(int(row["headcount"]) for row in fixed)
        if employer.stall == "B012":
            return len(fixed), total
        known = {row["zh"] for row in fixed}
        family = [post for post in self.families[employer.family] if post["zh"] not in known]
        drawn = self.rng.sample(family, min(len(family), self.rng.choice([3, 4, 4, 5])))
        drawn.append(
            self.rng.choice([p for p in self.families["商务"] + self.families["文化"] if p not in drawn])
        )
        for post in drawn:
            headcount = self.rng.choice([1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 10, 15])
            salary = f"{post['low_k']}-{post['high_k']}K"
            terms = {"headcount": str(headcount), "salary": salary, "place": employer.place}
            self._row(employer, number, {**post, **terms})
            total += headcount
        return len(fixed) + len(drawn), total

    def _row(self, employer: Employer, number: int, post: dict[str, str]) -> None:
        order = len(self.sheet.rows) + 1
        self.sheet.add(
            单位名称=employer.name,
            岗位名称=post["zh"],
            需求专业=post["majors"],
            学历要求=post["degree"],
            需求人数=int(post["headcount"]),
            薪资待遇=post["salary"],
            工作地点=post["place"],
            简历投递邮箱=f"hr{number:03d}@example.com",
            网申链接=f"https://example.com/jobs/{order:04d}",
            截止日期=self.rng.choice(DEADLINES),
            英文名称=post["en"],
        )


def add_employer(sheet: Sheet, employer: Employer, people: People, openings: tuple[int, int]) -> None:
    """Adds an employer's row with an invented contact; `openings` counts posts and headcount."""
    number = len(sheet.rows) + 1
    sheet.add(
        序号=number,
        **({"展位号": employer.stall or None} if "展位号" in sheet.columns else {}),
        单位名称=employer.name,
        统一社会信用代码=credit_code(number),
        单位性质=employer.nature,
        所属行业=employer.industry,
        单位规模=employer.scale,
        所在地=employer.place,
        参会联系人=people.han_name(),
        联系电话=people.phone(),
        参会人数=2,
        车牌号=f"京A0{number:04d}" if people.rng.random() < 0.3 else None,
        岗位数=openings[0],
        需求人数=openings[1],
        英文名称=employer.english,
    )
