"""Rules for texts, names, numbers and phones: part of the table in rules.py."""

from __future__ import annotations

from kiosk.domain.words import Words
from kiosk.pack.cleaning.rule import Gravity, Rule

RULES_OF_TEXTS = (
    Rule(
        "needless white space",
        Words("多余的空白", "needless white space"),
        Words(
            "去掉首尾和重复的空格，单元格内换行改为一行。",
            "Spaces at the ends, doubled ones and breaks are removed.",
        ),
        Gravity.SPELLING,
        (("林知远 ", "林知远"), ("北京市\n朝阳区", "北京市朝阳区")),
    ),
    Rule(
        "full-width letters or digits",
        Words("全角字母或数字", "full-width letters or digits"),
        Words(
            "字母、数字和＠改为半角，中文标点不动。",
            "Letters, digits and ＠ in half width; Chinese marks stay.",
        ),
        Gravity.SPELLING,
        (("Ｊａｖａ开发", "Java开发"),),
    ),
    Rule(
        "space inside a name",
        Words("姓名中的空格", "space inside a name"),
        Words(
            "汉字之间的空格去掉，字母之间的保留。",
            "Spaces between hanzi are removed, between letters they stay.",
        ),
        Gravity.SPELLING,
        (("王 示例", "王示例"),),
    ),
    Rule(
        "middle dot",
        Words("姓名中的间隔号", "middle dot of a name"),
        Words("姓名各部分之间统一用“·”。", "The parts of a name are joined by ·, however the dot was typed."),
        Gravity.SPELLING,
        (("阿依古丽.买买提", "阿依古丽·买买提"),),
    ),
    Rule(
        "the name is cut off: look it up",
        Words("姓名没有写完", "name cut off"),
        Words(
            "姓名以“..”或“…”结尾，是从别处截断的，请补全。",
            "The name ends in .. or …, cut off by another system: write it whole.",
        ),
        Gravity.LOST,
        (("阿卜杜热合曼..", "阿卜杜热合曼"),),
    ),
    Rule(
        "brackets or spaces of a name",
        Words("单位名称的括号或空格", "brackets or spaces of a name"),
        Words(
            "中文名称用全角括号，汉字之间不留空格。",
            "Chinese names take full-width brackets and no inner spaces.",
        ),
        Gravity.SPELLING,
        (("山东示例港口集团(青岛)有限公司", "山东示例港口集团（青岛）有限公司"),),
    ),
    Rule(
        "stall number",
        Words("展位号的写法", "stall number's spelling"),
        Words(
            "统一为字母加三位数字，几个展位之间用“/”。",
            "A letter and three digits; several stalls are parted by a slash.",
        ),
        Gravity.SPELLING,
        (("A3", "A003"), ("A-04", "A004"), ("Ａ００５", "A005"), ("A6、7", "A006/A007")),
    ),
    Rule(
        "phone written with spaces or signs",
        Words("电话的写法", "phone's spelling"),
        Words("去掉空格、短横和 +86。", "Spaces, dashes and +86 are removed."),
        Gravity.SPELLING,
        (("130 0000 0001", "13000000001"), ("+86-13000000001", "13000000001")),
    ),
    Rule(
        "two phones: the first",
        Words("两个电话取第一个", "of two phones the first"),
        Words("一格只能用一个电话，取第一个。", "One cell gives one phone: the first."),
        Gravity.CHOICE,
        (("13000000003、13000000004", "13000000003"),),
    ),
    Rule(
        "digits lost to scientific notation",
        Words("数字变成了科学计数", "digits lost to scientific notation"),
        Words(
            "Excel 把长数字写成了 1.3E+10 的样子，后面的数字已经丢失。请把这一列设为文本后重新填写。",
            "Excel wrote it like 1.3E+10 and digits are lost: make the column text and write it again.",
        ),
        Gravity.LOST,
        (("1.3E+10", ""),),
    ),
    Rule(
        "no phone number",
        Words("不是电话号码", "no phone number"),
        Words("位数不对或不是数字，打不通，没有采用。", "Wrong length or no digits: it cannot be dialled."),
        Gravity.LOST,
        (("1300000001", ""),),
    ),
    Rule(
        "no mobile number",
        Words("不是手机号", "no mobile number"),
        Words(
            "座机由多人共用，认不出是谁，没有采用。请填写本人手机号。",
            "A shared landline tells nobody apart: write the person's own mobile number.",
        ),
        Gravity.LOST,
        (("0532-80000000转801", ""),),
    ),
    Rule(
        "student number",
        Words("学号的写法", "student number's spelling"),
        Words("去掉空格，字母大写，开头的零保留。", "No spaces, capital letters; noughts at its head stay."),
        Gravity.SPELLING,
        (("l2019004", "L2019004"),),
    ),
    Rule(
        "no student number",
        Words("不是学号", "no student number"),
        Words(
            "学号为 4 到 20 位字母或数字，这一格不是，没有采用。",
            "A student number has 4 to 20 letters or digits; this is none.",
        ),
        Gravity.LOST,
        (("没有学号", ""),),
    ),
    Rule(
        "year",
        Words("年份的写法", "year's spelling"),
        Words("只留四位年份。", "Only the four digits are kept."),
        Gravity.SPELLING,
        (("2027届", "2027"),),
    ),
    Rule(
        "no year",
        Words("不是年份", "no year"),
        Words("毕业年份应为四位数字。", "A year of graduation has four digits."),
        Gravity.LOST,
        (("明年", ""),),
    ),
    Rule(
        "unit left out",
        Words("人数去掉单位", "unit left out"),
        Words("只留数字；“10+”按 10 计。", "Only the number is kept; 10+ counts as 10."),
        Gravity.SPELLING,
        (("3人", "3"), ("10+", "10")),
    ),
    Rule(
        "of a range the smaller",
        Words("人数范围取小", "of a range the smaller"),
        Words("“2~4”一定招的是 2 人，按小的计。", "Of 2~4 two are surely wanted: the smaller counts."),
        Gravity.CHOICE,
        (("2~4", "2"), ("2-4人", "2")),
    ),
    Rule(
        "no number",
        Words("不是人数", "no number"),
        Words("看不出是多少人，按“若干”处理。", "No number can be read: shown as 若干."),
        Gravity.LOST,
        (("很多", ""),),
    ),
    Rule(
        "pay in one width",
        Words("薪资的写法", "pay's spelling"),
        Words(
            "数字和单位的写法统一，金额不变。", "Numbers and units in one spelling; the amount is the same."
        ),
        Gravity.SPELLING,
        (
            ("8k-12k", "8-12K"),
            ("8000-12000元/月", "8-12K"),
            ("20-30万/年", "年薪20-30万"),
            ("150/天", "150元/天"),
        ),
    ),
    Rule(
        "e-mail",
        Words("邮箱的写法", "e-mail's spelling"),
        Words("改为半角，几个邮箱取第一个。", "In half width; of several the first."),
        Gravity.SPELLING,
        (("hr＠example.com", "hr@example.com"), ("hr@example.org;zp@example.org", "hr@example.org")),
    ),
    Rule(
        "no e-mail",
        Words("不是邮箱", "no e-mail"),
        Words("这一格不是邮箱地址，没有采用。", "This is no e-mail address."),
        Gravity.LOST,
        (("见官网", ""),),
    ),
    Rule(
        "link",
        Words("网址的写法", "link's spelling"),
        Words("补上 https://，去掉空格。", "https:// is put before it, spaces are removed."),
        Gravity.SPELLING,
        (("www.example.com", "https://www.example.com"),),
    ),
    Rule(
        "no link",
        Words("不是网址", "no link"),
        Words(
            "网址应以 http:// 或 https:// 开头，没有采用。",
            "A link begins with http:// or https://; this does not.",
        ),
        Gravity.LOST,
        (("javascript:alert(1)", ""),),
    ),
    Rule(
        "invisible characters",
        Words("看不见的字符", "invisible characters"),
        Words(
            "去掉控制符、双向文字符和零宽字符，它们会藏字或改变顺序。",
            "Control, bidi and zero-width characters are removed: they hide in a text and turn it about.",
        ),
        Gravity.SPELLING,
        (
            ("林\u200b知远\ufeff", "林知远"),
            ("\u202e远知林\u202c", "远知林"),
        ),
    ),
    Rule(
        "range of stalls",
        Words("连号展位", "range of stalls"),
        Words(
            "“A006-A008”按三个展位计。",
            "A006-A008 is three stalls.",
        ),
        Gravity.CHOICE,
        (
            ("A006-A008", "A006/A007/A008"),
            ("A6~A7", "A006/A007"),
        ),
    ),
    Rule(
        "unlikely pay",
        Words("薪资数字不像", "unlikely pay"),
        Words(
            "数字太大、太小或前后颠倒，按原样显示，请核对。",
            "Too much, too little, or the wrong way round: shown as written; look at it.",
        ),
        Gravity.LOST,
        (("8000K-12000K", "8000K-12000K"),),
    ),
)
