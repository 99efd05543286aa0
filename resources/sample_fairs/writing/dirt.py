"""Plants the dirt that organisers' spreadsheets really have (domain.md section 3), each piece recorded."""

from writing.people import People
from writing.sheets import Cell, Row, Sheet


def _by_stall(sheet: Sheet, stall: str) -> Row:
    return next(row for row in sheet.rows if row.cells["展位号"] == stall)


def half_width_brackets(text: str) -> str:
    """（） as ()."""
    return text.replace("（", "(").replace("）", ")")


def full_width(text: str) -> str:
    """ASCII letters and digits as full-width ones."""
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isascii() and sign.isalnum() else sign for sign in text)


def dirty_employers(sheet: Sheet) -> None:
    """The employers' sheet of a fair with stalls."""
    _by_stall(sheet, "A005").plant("展位号", "Ａ００５", "full-width stall number", "mended")
    _by_stall(sheet, "A003").plant("展位号", "A3", "stall number without noughts", "mended")
    _by_stall(sheet, "A009").plant("展位号", "A-09", "stall number with a hyphen", "mended")
    double = _by_stall(sheet, "A006")
    double.plant("展位号", "A006/A007", "a double stall", "taken", "A006 and A007")
    owned = next(row for row in sheet.rows if row.cells["单位性质"] == "国有企业")
    owned.plant("单位性质", "国企", "short word for an employer's nature", "mended")
    industry = _by_stall(sheet, "A010")
    industry.plant("所属行业", f"C{industry.cells['所属行业']}", "industry letter before its name", "mended")
    _by_stall(sheet, "A011").plant("联系电话", "1.3E+10", "phone lost to scientific notation", "mended", "")
    _by_stall(sheet, "B005").plant("联系电话", "010-80000000转801", "phone with an extension", "taken")
    name = _by_stall(sheet, "C005").cells["单位名称"]
    _by_stall(sheet, "C005").plant("单位名称", f"{name} ", "trailing space", "mended")
    _by_stall(sheet, "C006").plant("需求人数", "若干", "a headcount in words", "taken")
    _by_stall(sheet, "D001").plant("所在地", "北京-海淀区", "place with hyphens", "mended", "北京市海淀区")
    _by_stall(sheet, "D002").plant("参会人数", "2人", "a count with its unit", "mended")
    _by_stall(sheet, "E001").plant("所在地", "未知", "place unknown", "taken", "")
    _by_stall(sheet, "E002").plant(
        "单位规模", "1000-5000人", "a scale of another platform", "mended", "1000人以上"
    )


def employers_odd_rows(sheet: Sheet, shared_stall: str) -> None:
    """Rows that are odd as a whole; to be called when every employer stands in the sheet."""
    waiting = [row for row in sheet.rows if row.cells["展位号"] is None]
    waiting[0].plant("展位号", shared_stall, "two employers on one stall, this one is second", "mended", "")
    for row in waiting[1:]:
        row.plant("展位号", "待定", "stall not yet decided", "taken", "")
    twin = sheet.copy(_by_stall(sheet, "B009"))
    twin.plant("展位号", None, "an employer listed twice, the second time without its stall", "refused", "")
    blank = sheet.add(备注="（合并单元格空行）")
    blank.mark("an empty row with a remark only", "skipped")
    total_row(sheet, "序号", 岗位数=_sum(sheet, "岗位数"), 需求人数=_sum(sheet, "需求人数"))


def _sum(sheet: Sheet, column: str) -> int:
    return sum(value for row in sheet.rows if isinstance(value := row.cells[column], int))


def total_row(sheet: Sheet, column: str, **sums: int) -> None:
    """The 合计 row at the end, which is no record."""
    row = sheet.add(**{column: "合计"}, **sums)
    row.mark("a row of totals", "skipped")


def dirty_openings(sheet: Sheet) -> None:
    """The openings' sheet: one or two of each kind, spread over the sheet."""
    rows = sheet.rows
    plans: list[tuple[int, str, Cell, str, str, str | None]] = [
        (61, "需求人数", "若干", "a headcount in words", "taken", ""),
        (75, "需求人数", "2~4", "a headcount as a range", "mended", "2"),
        (90, "需求人数", "3人", "a count with its unit", "mended", "3"),
        (104, "薪资待遇", "面议", "pay to be discussed", "taken", None),
        (118, "薪资待遇", "15K*14薪", "pay with months", "taken", None),
        (132, "截止日期", "2026-11-31", "a day that does not exist", "mended", ""),
        (149, "截止日期", "长期有效", "no closing day", "taken", ""),
        (163, "截止日期", 46387, "a day as a serial number", "mended", "2026-12-31"),
        (188, "截止日期", "2026.12.31", "a day with dots", "mended", "2026-12-31"),
        (204, "简历投递邮箱", "hr＠example.com", "full-width at sign", "mended", "hr@example.com"),
        (219, "学历要求", "统招本科", "a degree in other words", "mended", "本科"),
        (233, "学历要求", "硕士/博士", "two degrees", "mended", "硕士"),
        (248, "学历要求", "本科及以上", "a degree and above", "mended", "本科"),
        (262, "工作地点", "北京市\n朝阳区", "a line break in the cell", "mended", "北京市朝阳区"),
        (277, "岗位名称", "前台接待（限女生）", "asks for a sex: to be flagged", "taken", None),
        (291, "岗位名称", None, "no name of the post", "refused", None),
        (306, "单位名称", "无名单位（示例）", "an employer that is in no list", "refused", None),
        (321, "单位名称", None, "no employer", "refused", None),
        (402, "薪资待遇", "年薪10-15万", "pay by the year", "taken", None),
    ]
    for index, column, written, what, expected, meant in plans:
        rows[index].plant(column, written, what, expected, meant)
    # A row with a blank employer is refused only when no employer's merged cell runs into it.
    assert rows[320].cells["单位名称"] is not None
    bracketed = rows[350]
    name = str(bracketed.cells["单位名称"])
    bracketed.plant("单位名称", half_width_brackets(name), "half-width brackets in a name", "mended")
    merged = [row for row in rows if row.cells["单位名称"] == rows[420].cells["单位名称"]]
    for row in merged[1:]:
        row.merged_with_above.add("单位名称")
        row.plant("单位名称", None, "blank of a merged cell", "mended")


def dirty_graduates(sheet: Sheet, people: People, short_names: dict[str, str]) -> None:
    """The graduates' list: about one row in sixty; rows that are refused stand beside the others."""
    rng = people.rng
    rows = rng.sample([row for row in sheet.rows if row.cells["状态"] == "已确认"], 220)

    def take(count: int) -> list[Row]:
        taken, rows[:] = rows[:count], rows[count:]
        return taken

    known = [row for row in rows if str(row.cells["学校"]) in short_names][:45]
    rows[:] = [row for row in rows if row not in known]
    for row in known:
        row.plant("学校标识码", None, "no school code", "mended")
        row.plant("学校", short_names[str(row.cells["学校"])], "a school's short name", "mended")
    for row in take(30):
        row.plant("姓名", f"{row.cells['姓名']} ", "trailing space", "mended")
    for row in take(15):
        row.plant("手机号", full_width(str(row.cells["手机号"])), "full-width digits", "mended")
    for row in take(12):
        row.plant("手机号", "1.3E+10", "phone lost to scientific notation", "mended", "")
    for row in take(12):
        row.plant("手机号", str(row.cells["手机号"])[:-1], "phone with a digit lost", "mended", "")
    for row in take(20):
        slot = str(row.cells["预约时段"])
        row.plant("预约时段", slot.lstrip("0").replace("-", "—"), "slot written otherwise", "mended")
    for row in take(20):
        row.plant("毕业年份", "2027届", "year with a sign behind", "mended")
    _dotted_and_bracketed(sheet)
    for row in take(40):
        twin = sheet.copy(row)
        twin.plant("手机号", people.phone(), "a person listed twice with two phones", "refused")
    for row in take(12):
        twin = sheet.copy(row)
        twin.cells["学号"] = None
        twin.plant("姓名", None, "no name", "refused", "")


def mark_alike(sheet: Sheet) -> None:
    """Two people whose names and phones' ends are the same by chance: the organiser is asked."""
    seen: set[tuple[Cell, str]] = set()
    for row in sheet.rows:
        phone = str(row.cells["手机号"] or "")
        if len(phone) != len("13000000000") or row.marks:
            continue
        if (row.cells["姓名"], phone[-4:]) in seen:
            row.mark("the name and the end of the phone of another row", "taken")
        seen.add((row.cells["姓名"], phone[-4:]))


def _dotted_and_bracketed(sheet: Sheet) -> None:
    """A plain dot for the middle dot, half-width brackets in a school's name, a school's former name."""
    clean = [row for row in sheet.rows if not row.marks]
    for row in [row for row in clean if "·" in str(row.cells["姓名"])][::10]:
        row.plant(
            "姓名", str(row.cells["姓名"]).replace("·", "."), "a plain dot for the middle dot", "mended"
        )
    for row in [row for row in clean if "（北京）" in str(row.cells["学校"]) and not row.marks][:15]:
        name = half_width_brackets(str(row.cells["学校"]))
        row.plant("学校", name, "half-width brackets in a name", "mended")
    for row in [row for row in clean if row.cells["学校标识码"] == "4111010858" and not row.marks][:3]:
        row.plant("学校", "北京电子科技职业学院", "a school's former name under its code", "mended")


def dirty_participants(sheet: Sheet) -> None:
    """The list of recruiters and others."""
    sheet.rows[20].plant("单位名称", f"{sheet.rows[20].cells['单位名称']}  ", "trailing spaces", "mended")
    bracketed = next(row for row in sheet.rows[40:] if "（" in str(row.cells["单位名称"]))
    name = half_width_brackets(str(bracketed.cells["单位名称"]))
    bracketed.plant("单位名称", name, "half-width brackets in a name", "mended")
    sheet.rows[60].plant("手机号", "010-80000000转801", "phone with an extension", "mended", "")
    sheet.rows[80].plant("姓名", None, "no name", "refused")
    recruiter = next(row for row in sheet.rows[200:] if row.cells["证件类型"] == "用人单位")
    recruiter.plant("证件类型", "企业", "a badge type in other words", "mended")


def dirty_programme(sheet: Sheet) -> None:
    """The programme."""
    sheet.rows[2].plant("座位数", f"{sheet.rows[2].cells['座位数']}座", "a count with its unit", "mended")
    start = str(sheet.rows[4].cells["开始时间"])
    sheet.rows[4].plant("开始时间", start.replace(":", "："), "full-width colon", "mended")


def dirty_schools(sheet: Sheet, short_names: dict[str, str]) -> None:
    """The schools' stalls of a reverse fair."""
    _by_stall(sheet, "A005").plant("展位号", "Ａ００５", "full-width stall number", "mended")
    _by_stall(sheet, "B003").plant("展位号", "B3", "stall number without noughts", "mended")
    bracketed = next(row for row in sheet.rows if "（北京）" in str(row.cells["学校名称"]))
    bracketed.plant(
        "学校名称",
        half_width_brackets(str(bracketed.cells["学校名称"])),
        "half-width brackets in a name",
        "mended",
    )
    short = next(row for row in sheet.rows if row.cells["学校名称"] == "北京科技大学")
    short.plant("学校名称", short_names["北京科技大学"], "a school's short name", "mended")
    short.plant("学校标识码", None, "no school code", "mended")
    _by_stall(sheet, "D002").plant("联系电话", "010-80000000转801", "phone with an extension", "taken")
    counts = [row.cells["生源总数"] for row in sheet.rows]
    total_row(sheet, "展位号", 生源总数=sum(count for count in counts if isinstance(count, int)))


def dirty_pools(sheet: Sheet, short_names: dict[str, str]) -> None:
    """The graduate pools of a reverse fair."""
    sheet.rows[30].plant("人数", f"{sheet.rows[30].cells['人数']}人", "a count with its unit", "mended")
    sheet.rows[120].plant("人数", "若干", "a count in words", "taken", "")
    short = next(row for row in sheet.rows[200:] if row.cells["学校名称"] in short_names)
    short.plant("学校名称", short_names[str(short.cells["学校名称"])], "a school's short name", "mended")
    sheet.rows[250].plant("学历", "硕士研究生", "a degree in other words", "mended")
    sheet.rows[300].plant("学校名称", "海淀示范学院（示例）", "a school that has no stall", "refused")


def dirty_walking_employers(sheet: Sheet) -> None:
    """The employers of a reverse fair, who have no stall."""
    sheet.rows[7].plant("单位名称", f"{sheet.rows[7].cells['单位名称']} ", "trailing space", "mended")
    sheet.rows[15].plant("联系电话", "1.3E+10", "phone lost to scientific notation", "mended", "")
    sheet.rows[23].plant("参会人数", "2人", "a count with its unit", "mended")
    twin = sheet.copy(sheet.rows[11])
    twin.mark("an employer listed twice", "refused")
    total_row(sheet, "序号", 参会人数=2 * (len(sheet.rows) - 1))
