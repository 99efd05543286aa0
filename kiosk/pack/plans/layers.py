"""What names in foreign drawings mean: of layers, classes, blocks and labels. One table for all formats."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from kiosk.domain.floorplan import FacilityKind


class Role(StrEnum):
    """What a shape is."""

    FLOOR = "floor"
    WALL = "wall"
    BLOCK = "block"
    STALL = "stall"
    FACING = "facing"
    """An arrow out of a stall, or a line along its front: the side it is served from."""
    FACILITY = "facility"
    DOOR = "door"
    PASSAGE = "passage"
    ONE_WAY = "one_way"
    CLOSED = "closed"
    GATE = "gate"
    KIOSK = "kiosk"
    CALIBRATION = "calibration"
    """A line whose length in metres stands beside it."""
    IGNORED = "ignored"
    """For people: dimensions, frames, hatches. Texts there may still name shapes."""


_ROLES: dict[Role, str] = {
    Role.FLOOR: "floor 楼层轮廓 楼层 轮廓 外轮廓 楼面 地面 场地轮廓 展厅轮廓 outline boundary hall",
    Role.WALL: "wall walls 墙 墙体 墙线 内墙 外墙 隔墙 隔断 partition",
    Role.BLOCK: "block blocks 障碍 障碍物 柱 柱子 立柱 column columns pillar obstacle obstacles",
    Role.STALL: "stall stalls booth booths 展位 展位线 展台 摊位 标展 标准展位",
    Role.FACING: "facing front 朝向 开口 开口方向 服务面 正面 接待面 箭头 arrow arrows",
    Role.FACILITY: "facility facilities 设施 服务设施 公共设施 amenity amenities",
    Role.DOOR: "door doors 门 门洞 门窗 opening openings",
    Role.PASSAGE: "passage passages 通道 过道 通道线 aisle aisles",
    Role.ONE_WAY: "one-way oneway one_way 单行 单行线 单行通道 单向 单向通道",
    Role.CLOSED: "closed 封闭 封闭通道 禁行 禁止通行 关闭通道 不通",
    Role.GATE: "gate gates 入口 出入口 闸口 闸机 大门 检票口 entrance entrances",
    Role.KIOSK: "kiosk kiosks 终端 自助终端 自助机 终端机 terminal terminals",
    Role.CALIBRATION: "calibration 标定 校准 比例尺 标尺 scalebar scale-bar",
    Role.IGNORED: "text texts 文字 标注 尺寸 尺寸标注 注释 dim dims dimension dimensions 图框 标题栏 frame "
    "title 轴线 轴网 axis grid 填充 hatch 背景 底图 background 家具 furniture 绿化 说明 notes defpoints logo",
}
_ROLE_OF = {name: role for role, names in _ROLES.items() for name in names.split()}

_KINDS: dict[FacilityKind, str] = {
    FacilityKind.ACCESSIBLE_TOILET: "无障碍洗手间 无障碍卫生间 无障碍厕所 残卫 第三卫生间 accessibletoilet",
    FacilityKind.TOILET: "卫生间 洗手间 厕所 男卫 女卫 男厕 女厕 盥洗室 toilet toilets restroom wc",
    FacilityKind.ESCALATOR: "自动扶梯 扶梯 escalator",
    FacilityKind.LIFT: "电梯 客梯 货梯 无障碍电梯 直梯 垂直电梯 lift elevator",
    FacilityKind.STAIRS: "楼梯 步梯 台阶 疏散楼梯 stairs stair staircase steps",
    FacilityKind.RAMP: "坡道 无障碍坡道 轮椅坡道 ramp",
    FacilityKind.INFORMATION: "咨询台 咨询处 问讯处 问询处 咨询 信息台 总服务台 information info",
    FacilityKind.DESK: "服务台 签到台 签到处 报到处 登记处 制证处 desk registration",
    FacilityKind.COFFEE: "咖啡 咖啡角 咖啡厅 咖啡吧 茶歇 茶歇区 餐饮 餐饮区 饮水处 coffee cafe catering",
    FacilityKind.REST: "休息 休息区 休息室 休息处 rest lounge",
    FacilityKind.EXIT: "安全出口 紧急出口 疏散出口 出口 消防出口 exit emergencyexit",
    FacilityKind.ROOM: "报告厅 会议室 会议厅 宣讲厅 宣讲室 面试间 面试室 办公室 教室 room "
    "lectureroom meetingroom",
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_KINDS_LONGEST_FIRST = sorted(_KIND_OF, key=len, reverse=True)

_SIDES = {
    **dict.fromkeys(("北", "n", "north"), "north"),
    **dict.fromkeys(("东", "e", "east"), "east"),
    **dict.fromkeys(("南", "s", "south"), "south"),
    **dict.fromkeys(("西", "w", "west"), "west"),
}
_BREAKS = re.compile(r"[\s_\-.,·:：/|$()（）\[\]【】、]+")
_ENDS = re.compile(r"(图层|层|区域|线)$|^(图层|layer)")
_HEADINGS = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}


def folded_name(name: str) -> str:
    """In half width and lower case."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


@lru_cache(maxsize=4096)
def role_of(name: str) -> Role | None:
    """What a layer's, class's or block's name says, or None.

    >>> role_of("A-WALL-1"), role_of("02 展位线"), role_of("电梯"), role_of("图层 1")
    (<Role.WALL: 'wall'>, <Role.STALL: 'stall'>, <Role.FACILITY: 'facility'>, None)
    """
    whole = folded_name(name)
    parts = [re.sub(r"^\d+|\d+$", "", each) for each in _BREAKS.split(whole)]
    for each in (whole, *parts, *(_ENDS.sub("", part) for part in parts)):
        if each in _ROLE_OF:
            return _ROLE_OF[each]
    return Role.FACILITY if any(each in _KIND_OF for each in (whole, *parts)) else None


def first_role(names: Iterable[str]) -> Role | None:
    """The role that the innermost name with a meaning gives."""
    return next((role for name in names if (role := role_of(name)) is not None), None)


def facility_kind(name: str) -> FacilityKind | None:
    """What a facility's name says that it is, or None.

    >>> facility_kind("1 号电梯"), facility_kind("Toilets (west)"), facility_kind("大讲堂")
    (<FacilityKind.LIFT: 'lift'>, <FacilityKind.TOILET: 'toilet'>, None)
    """
    text = folded_name(name)
    if text in set(FacilityKind):
        return FacilityKind(text)
    words = set(re.split(r"[^a-z]+", text)) | {re.sub(r"[^a-z]+", "", text)}
    for each in _KINDS_LONGEST_FIRST:
        if (each in words) if each.isascii() else (each in text):
            return _KIND_OF[each]
    return None


def side_of(text: str) -> str:
    """north, east, south or west; nothing if the text names no side.

    >>> side_of("朝南"), side_of("东侧"), side_of("？")
    ('south', 'east', '')
    """
    return _SIDES.get(re.sub(r"^(朝|向)|(侧|面|向|边)$", "", folded_name(text)), "")


def heading_of(text: str) -> float | None:
    """Degrees clockwise from north of "90", "90°", "heading=90" or "朝东"; None if it is none of them."""
    text = re.sub(r"^(heading|方向|朝向)\s*[=:：]\s*", "", folded_name(text))
    side = side_of(text)
    if side:
        return _HEADINGS[side]
    match = re.match(r"^(-?\d{1,3}(?:\.\d+)?)\s*(?:°|度|deg)?$", folded_name(text))
    return float(match[1]) % 360 if match else None
