"""Classes of majors (专业类) in both languages, and what an opening's 需求专业 says of them.

The 92 classes and their order: the ministry of education's 普通高等学校本科专业目录, codes 0101 to 1305.
"""

from __future__ import annotations

import re

from kiosk.domain.words import Words

ANY = "不限"
"""Stands for openings that take whatever major."""

MAJOR_CLASSES = {
    "哲学类": "Philosophy",
    "经济学类": "Economics",
    "财政学类": "Public finance",
    "金融学类": "Finance",
    "经济与贸易类": "Economics and trade",
    "法学类": "Law",
    "政治学类": "Political science",
    "社会学类": "Sociology",
    "民族学类": "Ethnology",
    "马克思主义理论类": "Marxist theory",
    "公安学类": "Public security",
    "教育学类": "Education",
    "体育学类": "Sports science",
    "中国语言文学类": "Chinese language and literature",
    "外国语言文学类": "Foreign languages",
    "新闻传播学类": "Journalism and communication",
    "历史学类": "History",
    "数学类": "Mathematics",
    "物理学类": "Physics",
    "化学类": "Chemistry",
    "天文学类": "Astronomy",
    "地理科学类": "Geography",
    "大气科学类": "Atmospheric science",
    "海洋科学类": "Marine science",
    "地球物理学类": "Geophysics",
    "地质学类": "Geology",
    "生物科学类": "Biology",
    "心理学类": "Psychology",
    "统计学类": "Statistics",
    "力学类": "Mechanics",
    "机械类": "Mechanical engineering",
    "仪器类": "Instruments",
    "材料类": "Materials",
    "能源动力类": "Energy and power",
    "电气类": "Electrical engineering",
    "电子信息类": "Electronics and information",
    "自动化类": "Automation",
    "计算机类": "Computer science",
    "土木类": "Civil engineering",
    "水利类": "Hydraulic engineering",
    "测绘类": "Surveying and mapping",
    "化工与制药类": "Chemical and pharmaceutical engineering",
    "地质类": "Geological engineering",
    "矿业类": "Mining",
    "纺织类": "Textiles",
    "轻工类": "Light industry",
    "交通运输类": "Transport",
    "海洋工程类": "Ocean engineering",
    "航空航天类": "Aerospace",
    "兵器类": "Ordnance",
    "核工程类": "Nuclear engineering",
    "农业工程类": "Agricultural engineering",
    "林业工程类": "Forest engineering",
    "环境科学与工程类": "Environmental science",
    "生物医学工程类": "Biomedical engineering",
    "食品科学与工程类": "Food science",
    "建筑类": "Architecture",
    "安全科学与工程类": "Safety science",
    "生物工程类": "Bioengineering",
    "公安技术类": "Public security technology",
    "植物生产类": "Crop science",
    "自然保护与环境生态类": "Conservation and ecology",
    "动物生产类": "Animal science",
    "动物医学类": "Veterinary medicine",
    "林学类": "Forestry",
    "水产类": "Fisheries",
    "草学类": "Grassland science",
    "基础医学类": "Basic medicine",
    "临床医学类": "Clinical medicine",
    "口腔医学类": "Dentistry",
    "公共卫生与预防医学类": "Public health",
    "中医学类": "Chinese medicine",
    "中西医结合类": "Chinese and western medicine",
    "药学类": "Pharmacy",
    "中药学类": "Chinese pharmacy",
    "法医学类": "Forensic medicine",
    "医学技术类": "Medical technology",
    "护理学类": "Nursing",
    "管理科学与工程类": "Management science",
    "工商管理类": "Business administration",
    "农业经济管理类": "Agricultural economics",
    "公共管理类": "Public administration",
    "图书情报与档案管理类": "Libraries and archives",
    "物流管理与工程类": "Logistics",
    "工业工程类": "Industrial engineering",
    "电子商务类": "E-commerce",
    "旅游管理类": "Tourism",
    "艺术学理论类": "Art theory",
    "音乐与舞蹈学类": "Music and dance",
    "戏剧与影视学类": "Theatre, film and television",
    "美术学类": "Fine arts",
    "设计学类": "Design",
}

_STEM = re.compile(r"(科学|学)?(与工程|与技术)?类$")
_ANY = re.compile(r"不限|不作要求|不做要求|无要求|均可|任意专业|所有专业|各专业")
_NOTHING_SAID = frozenset({"", "无", "/", "-", "待定"})


def major_class_words(term: str) -> Words:
    """专业类, or that any major will do."""
    return Words("专业不限", "Any major") if term == ANY else Words(term, MAJOR_CLASSES.get(term, ""))


def takes_any(majors: str) -> bool:
    """Whether a 需求专业 leaves the major open: nothing is said, or that it does not matter.

    >>> [takes_any(each) for each in ("专业不限，计算机类优先", "", "会飞")]
    [True, True, False]
    """
    return majors.strip() in _NOTHING_SAID or _ANY.search(majors) is not None


def names_class(majors: str, major_class: str) -> bool:
    """Whether a text seems to name a class, for fair packs whose openings do not say theirs.

    By the class's stem (计算机 for 计算机类): less than what a newer pack knows, and never another class.
    """
    stem = _STEM.sub("", major_class)
    return major_class in majors or (len(stem) >= 2 and stem in majors)
