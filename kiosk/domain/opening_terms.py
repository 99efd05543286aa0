"""What openings say of pay and place, for a card in either language.

Pay comes in the importer's one spelling (8-12K, 15K*14薪, 年薪10-15万, 150元/天, with 以上 or 以下; 面议),
and the few spellings near it that are read as well; whatever else it says stays as the organiser wrote it.
Cities are those of GB/T 2260 at prefecture level that posts are most often in; of any other place the
province must do.
"""

from __future__ import annotations

import re

from kiosk.domain import terms
from kiosk.domain.fair import Words

_NEGOTIABLE = re.compile(r"^(薪资|薪酬|待遇|工资)?(面议|面谈|可议|详谈|面洽)$")
_GOOD = re.compile(r"^(薪资|薪酬|待遇|工资)?(从优|优厚)$")
_PAY = re.compile(
    r"^(?P<year>年薪)?(?P<low>\d+(?:\.\d+)?)(?:[-–~](?P<high>\d+(?:\.\d+)?))?(?P<unit>K|k|万|元)"
    r"(?:/(?P<per>月|年|天|日|小时))?(?P<tail>以上|以下)?(?:[*×·](?P<months>\d+) ?薪)?$"
)
_PER = {
    "月": "a\u00a0month",
    "年": "a\u00a0year",
    "天": "a\u00a0day",
    "日": "a\u00a0day",
    "小时": "an\u00a0hour",
}
_TAIL = {"以上": "from ", "以下": "up to "}
_K_IN_TEN_THOUSAND = 10

_ANYWHERE = {
    "全国": "all of China",
    "全国各地": "all of China",
    "不限": "anywhere",
    "海外": "abroad",
    "境外": "abroad",
    "远程": "remote",
    "居家": "remote",
    "待定": "to be settled",
}
_CITIES = {
    "石家庄": "Shijiazhuang",
    "唐山": "Tangshan",
    "秦皇岛": "Qinhuangdao",
    "邯郸": "Handan",
    "保定": "Baoding",
    "张家口": "Zhangjiakou",
    "承德": "Chengde",
    "沧州": "Cangzhou",
    "廊坊": "Langfang",
    "雄安": "Xiong'an",
    "太原": "Taiyuan",
    "大同": "Datong",
    "呼和浩特": "Hohhot",
    "包头": "Baotou",
    "鄂尔多斯": "Ordos",
    "沈阳": "Shenyang",
    "大连": "Dalian",
    "长春": "Changchun",
    "哈尔滨": "Harbin",
    "南京": "Nanjing",
    "无锡": "Wuxi",
    "徐州": "Xuzhou",
    "常州": "Changzhou",
    "苏州": "Suzhou",
    "南通": "Nantong",
    "扬州": "Yangzhou",
    "杭州": "Hangzhou",
    "宁波": "Ningbo",
    "温州": "Wenzhou",
    "嘉兴": "Jiaxing",
    "绍兴": "Shaoxing",
    "金华": "Jinhua",
    "合肥": "Hefei",
    "芜湖": "Wuhu",
    "福州": "Fuzhou",
    "厦门": "Xiamen",
    "泉州": "Quanzhou",
    "南昌": "Nanchang",
    "济南": "Jinan",
    "青岛": "Qingdao",
    "淄博": "Zibo",
    "烟台": "Yantai",
    "潍坊": "Weifang",
    "济宁": "Jining",
    "威海": "Weihai",
    "临沂": "Linyi",
    "郑州": "Zhengzhou",
    "洛阳": "Luoyang",
    "武汉": "Wuhan",
    "宜昌": "Yichang",
    "长沙": "Changsha",
    "株洲": "Zhuzhou",
    "广州": "Guangzhou",
    "深圳": "Shenzhen",
    "珠海": "Zhuhai",
    "佛山": "Foshan",
    "东莞": "Dongguan",
    "惠州": "Huizhou",
    "南宁": "Nanning",
    "海口": "Haikou",
    "三亚": "Sanya",
    "成都": "Chengdu",
    "绵阳": "Mianyang",
    "贵阳": "Guiyang",
    "昆明": "Kunming",
    "拉萨": "Lhasa",
    "西安": "Xi'an",
    "兰州": "Lanzhou",
    "西宁": "Xining",
    "银川": "Yinchuan",
    "乌鲁木齐": "Urumqi",
}
_OTHER_PROVINCES = {"香港": "Hong Kong", "澳门": "Macao", "台湾": "Taiwan"}
_LIST = re.compile(r"[、,，;；/|]\s*|\s+或\s*|或")
_BETWEEN = re.compile(r"[\s\-–—·]+")
_PROVINCE_ENDS = re.compile(r"^(?:壮族自治区|回族自治区|维吾尔自治区|特别行政区|自治区|省|市)")


def pay(text: str) -> Words:
    """薪资待遇, to be read at a glance: 8–12K ×13 薪; 8–12K × 13 months. It breaks where one breathes."""
    if _NEGOTIABLE.match(text):
        return Words(text, "negotiable")
    if _GOOD.match(text):
        return Words(text, "competitive")
    match = _PAY.match(text)
    if match is None:
        return Words(text, "")
    return Words(_pay_zh(match), _pay_en(match))


def _pay_zh(match: re.Match[str]) -> str:
    span = f"{match['low']}–{match['high']}" if match["high"] else match["low"]
    year = "年薪" if match["year"] else ""
    per = f"/{match['per']}" if match["per"] else ""
    months = f" ×{match['months']}\u00a0薪" if match["months"] else ""
    return f"{year}{span}{match['unit']}{per}{match['tail'] or ''}{months}"


def _pay_en(match: re.Match[str]) -> str:
    low, high, unit = match["low"], match["high"], match["unit"]
    per = match["per"] or ("年" if match["year"] else "月")
    if unit == "万":
        low, high = (_times_ten(each) if each else each for each in (low, high))
    span = f"{low}–{high}" if high else low
    amount = f"{span} yuan" if unit == "元" else f"{span}K"
    tail = _TAIL.get(match["tail"] or "", "")
    months = f" ×\u00a0{match['months']}\u00a0months" if match["months"] else ""
    # A bare 8-12K is a month's everywhere; with the number of months it need not be said either.
    said = "" if per == "月" and unit != "元" else f" {_PER[per]}"
    return f"{tail}{amount}{said}{months}"


def _times_ten(number: str) -> str:
    return f"{float(number) * _K_IN_TEN_THOUSAND:.2f}".rstrip("0").rstrip(".")


def place(text: str) -> Words:
    """工作地点 or 所在地: in English its city, or else its province; several stand in a row."""
    if not text:
        return Words("", "")
    found = [_place_en(part) for part in _LIST.split(text) if part]
    return Words(text, ", ".join(dict.fromkeys(found)) if all(found) else "")


def _place_en(part: str) -> str:
    plain = _BETWEEN.sub("", part.removeprefix("中国"))
    if plain in _ANYWHERE:
        return _ANYWHERE[plain]
    province_zh, province_en = terms.province_of(plain)
    for zh, en in _OTHER_PROVINCES.items():
        if plain.startswith(zh):
            return en
    rest = _PROVINCE_ENDS.sub("", plain.removeprefix(province_zh))
    city = next((en for zh, en in _CITIES.items() if rest.startswith(zh)), "")
    return city or province_en
