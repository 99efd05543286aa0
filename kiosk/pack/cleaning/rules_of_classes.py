"""Rules for code lists, places, dates and times: part of the table in rules.py."""

from __future__ import annotations

from kiosk.domain.words import Words
from kiosk.pack.cleaning.rule import Gravity, Rule

RULES_OF_CLASSES = (
    Rule(
        "nature by the code list",
        Words("单位性质按代码表", "nature by the code list"),
        Words("简称、代码改为代码表里的名称。", "Short words and codes become the name of the code list."),
        Gravity.SPELLING,
        (("国企", "国有企业"), ("31国有企业", "国有企业")),
    ),
    Rule(
        "unknown nature",
        Words("代码表里没有的性质", "nature of no list"),
        Words("代码表里没有，归入“其他”。", "The code list has none such: 其他."),
        Gravity.CHOICE,
        (("外星单位", "其他"),),
    ),
    Rule(
        "industry by GB/T 4754",
        Words("行业按国民经济行业分类", "industry by GB/T 4754"),
        Words(
            "代码、大类或简称归入门类。",
            "Codes, divisions and short words become the section they belong to.",
        ),
        Gravity.CHOICE,
        (("C制造业", "制造业"), ("互联网", "信息传输、软件和信息技术服务业"), ("食品", "制造业")),
    ),
    Rule(
        "unknown industry",
        Words("认不出的行业", "unknown industry"),
        Words("分类标准里找不到，留空。", "The standard has none such: left blank."),
        Gravity.LOST,
        (("占星", ""),),
    ),
    Rule(
        "scale by its bins",
        Words("规模归入六档", "scale by its six bins"),
        Words("其他平台的档按下限归入。", "A bin of another platform goes by its lower end."),
        Gravity.CHOICE,
        (("1000-5000人", "1000人以上"), ("500-999", "500人-1000人")),
    ),
    Rule(
        "unknown scale",
        Words("认不出的规模", "unknown scale"),
        Words("没有人数，留空。", "It has no number: left blank."),
        Gravity.LOST,
        (("很大", ""),),
    ),
    Rule(
        "province by GB/T 2260",
        Words("所在地按行政区划", "place by GB/T 2260"),
        Words("写全省、市、区县。", "Province, city and district are written out."),
        Gravity.SPELLING,
        (
            ("北京-海淀区", "北京市海淀区"),
            ("浙江杭州余杭", "浙江省杭州市余杭区"),
            ("呼和浩特", "内蒙古自治区呼和浩特市"),
            ("上海市浦东区", "上海市浦东新区"),
        ),
    ),
    Rule(
        "a place with no province",
        Words("认不出省份的地名", "a place with no province"),
        Words(
            "行政区划里找不到，按原样保留，不参加地区筛选。",
            "No division is named so: kept as written, and in no filter.",
        ),
        Gravity.LOST,
        (("示例镇", "示例镇"),),
    ),
    Rule(
        "degree",
        Words("学历按国家标准", "degree by GB/T 4658"),
        Words(
            "改为专科、本科、硕士、博士；两个学历取低的。",
            "专科, 本科, 硕士 or 博士; of two the lower is the condition.",
        ),
        Gravity.SPELLING,
        (("本科及以上", "本科起"), ("硕士/博士", "硕士起")),
    ),
    Rule(
        "unknown degree",
        Words("认不出的学历", "unknown degree"),
        Words("不是专科、本科、硕士、博士，留空。", "None of 专科, 本科, 硕士, 博士: left blank."),
        Gravity.LOST,
        (("高中", ""),),
    ),
    Rule(
        "date's spelling",
        Words("日期的写法", "date's spelling"),
        Words("统一为 2026-11-28。", "Written as 2026-11-28."),
        Gravity.SPELLING,
        (("2026.11.28", "2026-11-28"), ("2026年11月28日", "2026-11-28")),
    ),
    Rule(
        "Excel's day number",
        Words("Excel 的日期序号", "Excel's day number"),
        Words(
            "五位数字是 Excel 存日期的方式，已换回日期。",
            "Excel keeps dates as numbers; turned back into a date.",
        ),
        Gravity.SPELLING,
        (("46354", "2026-11-28"),),
    ),
    Rule(
        "no such day",
        Words("没有这一天", "no such day"),
        Words("日历上没有这一天，没有采用。", "The calendar has no such day."),
        Gravity.LOST,
        (("2026-11-31", ""),),
    ),
    Rule(
        "no date",
        Words("不是日期", "no date"),
        Words("看不出是哪一天，没有采用。", "No day can be read."),
        Gravity.LOST,
        (("尽快", ""),),
    ),
    Rule(
        "time's spelling",
        Words("时间的写法", "time's spelling"),
        Words("统一为 24 小时制。", "Written in 24 hours."),
        Gravity.SPELLING,
        (("下午2：00", "14:00"), ("9点半", "09:30")),
    ),
    Rule(
        "Excel's fraction of a day",
        Words("Excel 的时间小数", "Excel's fraction of a day"),
        Words(
            "小数是 Excel 存时间的方式，已换回时间。",
            "Excel keeps times as fractions; turned back into a time.",
        ),
        Gravity.SPELLING,
        (("0.375", "09:00"),),
    ),
    Rule(
        "no such time",
        Words("没有这个时间", "no such time"),
        Words("一天里没有这个时间，没有采用。", "No day has such a time."),
        Gravity.LOST,
        (("25:00", ""),),
    ),
    Rule(
        "no time",
        Words("不是时间", "no time"),
        Words("看不出是几点，没有采用。", "No time of day can be read."),
        Gravity.LOST,
        (("饭后", ""),),
    ),
    Rule(
        "slot's spelling",
        Words("时段的写法", "slot's spelling"),
        Words("统一为本场时段的写法。", "Written as the fair's slots are."),
        Gravity.SPELLING,
        (("9:00—10:30", "9:00–10:30"),),
    ),
    Rule(
        "no slot given: any time",
        Words("没有写明时段", "no slot given"),
        Words(
            "看不出时段，当天任何时间都可以来。", "No slot can be read: they may come at any time of the day."
        ),
        Gravity.CHOICE,
        (("中间", ""),),
    ),
    Rule(
        "no such slot: any time",
        Words("本场没有这个时段", "no such slot"),
        Words(
            "本场没有这个时段，当天任何时间都可以来。",
            "The fair has no such slot: they may come at any time.",
        ),
        Gravity.CHOICE,
        (("11:00-12:00", ""),),
    ),
    Rule(
        "no day of the fair",
        Words("不是本场的日子", "no day of this fair"),
        Words("预约的不是本场的日子，请核对。", "The day that is booked is none of this fair's: look at it."),
        Gravity.CHOICE,
        (("2026-12-05 09:00-10:30", "9:00–10:30"),),
    ),
    Rule(
        "several places have that name",
        Words("重名的地名", "several places have that name"),
        Words(
            "好几个地方叫这个名字，请写上省和市。",
            "Several places are called so: write province and city.",
        ),
        Gravity.LOST,
        (
            ("鼓楼区", "鼓楼区"),
            ("朝阳", "朝阳"),
        ),
    ),
    Rule(
        "several places: the first",
        Words("几个地方取第一个", "several places: the first"),
        Words(
            "所在地只能有一个，取第一个。",
            "An employer is in one place: the first.",
        ),
        Gravity.CHOICE,
        (("北京/苏州", "北京市"),),
    ),
    Rule(
        "majors by code only",
        Words("专业只写了代码", "majors by code only"),
        Words(
            "同一代码在本科和研究生目录里是两个专业，请写专业名称。",
            "One code means two majors, for 本科 and for 研究生: write the majors' names.",
        ),
        Gravity.LOST,
        (("080901、080717T", "080901、080717T"),),
    ),
    Rule(
        "of several days the last",
        Words("几个日期取最后一个", "of several days the last"),
        Words(
            "起止日期按截止那天计。",
            "Of a first and a last day the last.",
        ),
        Gravity.CHOICE,
        (("2026.11.1-2026.11.30", "2026-11-30"),),
    ),
    Rule(
        "no year given",
        Words("日期没有年份", "no year given"),
        Words(
            "只有月日，又不是本场的日子，请写上年份。",
            "Month and day only, and no day of this fair: write the year.",
        ),
        Gravity.LOST,
        (("12/31", ""),),
    ),
    Rule(
        "slot by the half of the day",
        Words("按上午下午定时段", "slot by the half of the day"),
        Words(
            "本场上午或下午只有一个时段，就是它。",
            "The fair has one slot in that half of the day: that one.",
        ),
        Gravity.CHOICE,
        (
            ("上午", "9:00–10:30"),
            ("下午", "13:00–14:30"),
        ),
    ),
)
