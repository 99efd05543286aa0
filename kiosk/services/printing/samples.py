"""Badges of nobody's, one a type, to show how badges look: invented people, and a code that admits nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.domain.badge_type import BadgeType

if TYPE_CHECKING:
    from kiosk.badges.face import BadgeFace

_SAMPLES = {
    BadgeType.GRADUATE: ("林知远", "北京科技大学", "计算机科学与技术·硕士", "LIN ZHIYUAN", ""),
    BadgeType.EMPLOYER: ("周若溪", "北辰智能装备（示例）", "招聘主管", "", "A015"),
    BadgeType.SCHOOL: ("阿卜杜热合曼·艾尔肯", "新疆大学", "就业指导中心", "", "F008"),
    BadgeType.DELEGATION: ("韩知夏", "河北工业大学", "河北省代表团", "", ""),
    BadgeType.STAFF: ("陈示例", "会务组", "签到台", "", ""),
    BadgeType.VOLUNTEER: ("欧阳示修", "首都师范大学", "引导", "", ""),
    BadgeType.PRESS: ("苏示例", "示例日报", "记者", "", ""),
    BadgeType.GUEST: ("José Müller", "Sample University", "Guest speaker", "", ""),
}
"""Name, organisation, detail, Latin name, stall."""


def sample_face(nobody: BadgeFace, badge_type: BadgeType, name: str = "") -> BadgeFace:
    """A sample badge of a type, on a face of nobody's; with another name, where one is given."""
    sample_name, organisation, detail, latin, stall = _SAMPLES[badge_type]
    return replace(
        nobody,
        type=badge_type,
        name=name or sample_name,
        organisation=organisation,
        detail=detail,
        latin="" if name else latin,
        stall=stall,
    )
