"""Official Chinese terms in English: natures of employers, industries, sizes, regions, degrees.

Sources: the ministry's 单位性质 codes, GB/T 4754-2017 (sections), GB/T 2260 (provinces), GB/T 4658 (degrees);
English by the standards' own names where they give one, shortened to fit a card.
"""

from __future__ import annotations

from kiosk.domain.words import Words

_NATURES = {
    "机关": "Government",
    "科研设计单位": "Research institute",
    "高等教育单位": "Higher education",
    "中初等教育单位": "Schools",
    "医疗卫生单位": "Health care",
    "其他事业单位": "Public institution",
    "国有企业": "State-owned",
    "三资企业": "Foreign-invested",
    "其他企业": "Private company",
    "部队": "Armed forces",
    "农村建制村": "Village",
    "城镇社区": "Community",
    "其他": "Other",
}
_INDUSTRIES = {
    "农、林、牧、渔业": "Farming, forestry, fishing",
    "采矿业": "Mining",
    "制造业": "Manufacturing",
    "电力、热力、燃气及水生产和供应业": "Power, heat, gas, water",
    "建筑业": "Construction",
    "批发和零售业": "Wholesale and retail",
    "交通运输、仓储和邮政业": "Transport and post",
    "住宿和餐饮业": "Hotels and catering",
    "信息传输、软件和信息技术服务业": "Software and IT",
    "金融业": "Finance",
    "房地产业": "Real estate",
    "租赁和商务服务业": "Business services",
    "科学研究和技术服务业": "Research and technology",
    "水利、环境和公共设施管理业": "Water and environment",
    "居民服务、修理和其他服务业": "Resident services",
    "教育": "Education",
    "卫生和社会工作": "Health and social work",
    "文化、体育和娱乐业": "Culture and sports",
    "公共管理、社会保障和社会组织": "Public administration",
    "国际组织": "International organisations",
}
_SIZES = {
    "50人以下": "under 50",
    "50人-100人": "50 to 100",
    "100人-300人": "100 to 300",
    "300人-500人": "300 to 500",
    "500人-1000人": "500 to 1,000",
    "1000人以上": "over 1,000",
}
_DEGREES = {
    "专科": "College",
    "本科": "Bachelor",
    "硕士": "Master",
    "博士": "Doctor",
    "专科起": "College+",
    "本科起": "Bachelor+",
    "硕士起": "Master+",
    "博士起": "Doctor",
    "不限": "any degree",
}
_PROVINCES = {
    "北京": "Beijing",
    "天津": "Tianjin",
    "河北": "Hebei",
    "山西": "Shanxi",
    "内蒙古": "Inner Mongolia",
    "辽宁": "Liaoning",
    "吉林": "Jilin",
    "黑龙江": "Heilongjiang",
    "上海": "Shanghai",
    "江苏": "Jiangsu",
    "浙江": "Zhejiang",
    "安徽": "Anhui",
    "福建": "Fujian",
    "江西": "Jiangxi",
    "山东": "Shandong",
    "河南": "Henan",
    "湖北": "Hubei",
    "湖南": "Hunan",
    "广东": "Guangdong",
    "广西": "Guangxi",
    "海南": "Hainan",
    "重庆": "Chongqing",
    "四川": "Sichuan",
    "贵州": "Guizhou",
    "云南": "Yunnan",
    "西藏": "Tibet",
    "陕西": "Shaanxi",
    "甘肃": "Gansu",
    "青海": "Qinghai",
    "宁夏": "Ningxia",
    "新疆": "Xinjiang",
}


def natures() -> tuple[str, ...]:
    """单位性质 in the code list's order."""
    return tuple(_NATURES)


def industries() -> tuple[str, ...]:
    """所属行业 in the standard's order."""
    return tuple(_INDUSTRIES)


def nature(term: str) -> Words:
    """单位性质."""
    return Words(term, _NATURES.get(term, ""))


def industry(term: str) -> Words:
    """所属行业, a section of GB/T 4754."""
    return Words(term, _INDUSTRIES.get(term, ""))


def scale(term: str) -> Words:
    """单位规模."""
    return Words(term, _SIZES.get(term, ""))


def degree(term: str) -> Words:
    """学历, or the least one that an opening asks for."""
    return Words(term, _DEGREES.get(term, ""))


def region(term: str) -> Words:
    """所在地; in English its province is enough."""
    return Words(term, next((en for zh, en in _PROVINCES.items() if term.startswith(zh)), ""))
