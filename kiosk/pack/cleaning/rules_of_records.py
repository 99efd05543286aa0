"""Rules that need more than one cell, or the fair: part of the table in rules.py."""

from __future__ import annotations

from kiosk.domain.words import Words
from kiosk.pack.cleaning.rule import Gravity, Rule

RULES_OF_RECORDS = (
    Rule(
        "blank of a merged cell",
        Words("合并单元格的空白", "blank of a merged cell"),
        Words(
            "合并的单元格只有第一行有字，其余行补上。",
            "Only a merged cell's first row has its text; the rest get it.",
        ),
        Gravity.SPELLING,
        (("", "示例医院"),),
    ),
    Rule(
        "no stall number",
        Words("不是展位号", "no stall number"),
        Words(
            "展位号为字母加数字，这一格不是，按没有展位处理。",
            "A stall number is a letter and digits; this is none: no stall is given.",
        ),
        Gravity.LOST,
        (("门口", ""),),
    ),
    Rule(
        "stall of an earlier row",
        Words("展位已给了前面的单位", "stall of an earlier row"),
        Words(
            "同一展位写给了两家，先写的那家保留，请确定一家。",
            "Two hosts have one stall: the row above keeps it, until the organiser settles it.",
        ),
        Gravity.CHOICE,
        (("A001", ""),),
    ),
    Rule(
        "the school of this code",
        Words("按学校标识码确定学校", "school by its code"),
        Words(
            "名称不在名单里，按标识码改为现名。",
            "No list has the name: the school of the code, by its name of today.",
        ),
        Gravity.CHOICE,
        (("北京电子科技职业学校", "北京科技职业大学"),),
    ),
    Rule(
        "a school's short or former name",
        Words("学校简称或曾用名", "school's short or former name"),
        Words("简称、曾用名改为现在的全称。", "Short and former names become the whole name of today."),
        Gravity.SPELLING,
        (("北科大", "北京科技大学"), ("北京电子科技职业学院", "北京科技职业大学")),
    ),
    Rule(
        "a code of another school",
        Words("标识码是别的学校的", "code of another school"),
        Words(
            "名称和标识码不是同一所学校，以名称为准。", "Name and code are of two schools: the name decides."
        ),
        Gravity.CHOICE,
        (("4111010003", "4111010008"),),
    ),
    Rule(
        "code by the name",
        Words("按校名补标识码", "code by the name"),
        Words(
            "标识码为空或只有后五位，按校名补全。",
            "The code is blank or short: filled in by the school's name.",
        ),
        Gravity.SPELLING,
        (("", "4111010008"), ("10008", "4111010008")),
    ),
    Rule(
        "people left out of an office",
        Words("就业办去掉个人信息", "people left out of an office"),
        Words(
            "大屏幕上只显示就业办的名称、地点和座机，人名、手机号、邮箱、微信不显示。",
            "A public screen shows name, place and landline; people, mobiles, mail and chat stay out.",
        ),
        Gravity.CHOICE,
        (
            ("就业办 王老师 13000000001", "就业办"),
            ("就业办公室；电话：010-80000000；jy@example.cn", "就业办公室，010-80000000"),
        ),
    ),
    Rule(
        "no careers office",
        Words("不是就业办", "no careers office"),
        Words(
            "看不出是哪个部门、在哪里，没有采用。请填写部门名称、房间或座机。",
            "It names no office, room or landline: write one of these.",
        ),
        Gravity.LOST,
        (("王示例", ""),),
    ),
    Rule(
        "badge type",
        Words("证件类型的写法", "badge type's spelling"),
        Words("改为八种证件之一的名称。", "Written as one of the eight badge types."),
        Gravity.SPELLING,
        (("企业", "用人单位"),),
    ),
    Rule(
        "state",
        Words("状态的写法", "state's spelling"),
        Words("改为统一的状态名称。", "Written as one of the states."),
        Gravity.SPELLING,
        ((" 已通过", "confirmed"),),
    ),
    Rule(
        "unknown state: waits for confirmation",
        Words("认不出的状态", "unknown state"),
        Words(
            "认不出的状态按“待审核”处理，确认后才能入场。",
            "Waits for the organiser, so that nobody enters by a slip.",
        ),
        Gravity.CHOICE,
        (("再说", "pending"),),
    ),
    Rule(
        "level",
        Words("楼层的写法", "level's spelling"),
        Words("改为 fair.toml 里的楼层。", "Written as the level in fair.toml."),
        Gravity.SPELLING,
        (("1号馆", "1"),),
    ),
    Rule(
        "identity number",
        Words("身份证号不应出现", "identity number"),
        Words(
            "入场不需要身份证号（《个人信息保护法》第六条：最少必要）。已隐去，没有保存，请从表里删掉。",
            "No fair needs one (PIPL, article 6: the least data). Blanked, not kept: delete it there.",
        ),
        Gravity.LOST,
        (
            ("11010119900307387X", ""),
            ("李䶮 110101 19900307 387x", "李䶮"),
            ("1.1010119900307387E+17", ""),
        ),
    ),
    Rule(
        "credit code",
        Words("信用代码的写法", "credit code's spelling"),
        Words(
            "去掉空格，字母大写。",
            "No spaces, capital letters.",
        ),
        Gravity.SPELLING,
        (("91110108ma0000000a", "91110108MA0000000A"),),
    ),
    Rule(
        "no credit code",
        Words("不是信用代码", "no credit code"),
        Words(
            "统一社会信用代码为 18 位，不含 I、O、S、V、Z。",
            "A credit code has 18 characters, none of them I, O, S, V or Z.",
        ),
        Gravity.LOST,
        (("9111010800", ""),),
    ),
    Rule(
        "credit code's check digit",
        Words("信用代码校验位不对", "credit code's check digit"),
        Words(
            "按国家标准 GB 32100 计算，最后一位不对，多半抄错了一位。",
            "By GB 32100 its last character is wrong: one of them was probably mistyped.",
        ),
        Gravity.LOST,
        (("91110108MA00000000", ""),),
    ),
)
