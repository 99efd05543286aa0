"""What differs between two versions of a pack, in sentences for people: what matters most at the doors first.

Employers, schools, stalls and sessions are named, as they stand on every screen; persons are only counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.counted import counted, noun
from kiosk.domain.exhibitor import ExhibitorKind
from kiosk.domain.fair import POLICY_MEANINGS, EntryWindow, Fair, FairDay, Hall, Session, Slot, clock_text
from kiosk.domain.fairpack_changes import Changes, Hosts, Move, People, Plan, Programme, Tally
from kiosk.domain.words import Words

MOST_LINES = 6
"""Of one subject: what is more is counted in one line."""
MOST_NAMES = 4
"""In one sentence."""
MOST_CHARACTERS = 28
"""Of a name or value that is quoted."""
_HOSTS = {
    ExhibitorKind.EMPLOYER: (Words("用人单位", "employer"), "家"),
    ExhibitorKind.SCHOOL: (Words("学校", "school"), "所"),
}
_PEOPLE = {
    "new": Words("新增登记 {} 人", "{} new"),
    "gone": Words("名单里去掉 {} 人", "{} no longer listed"),
    "cancelled": Words("取消 {} 人", "{} cancelled"),
    "barred": Words("不准入场 {} 人", "{} barred"),
    "confirmed": Words("转为已确认 {} 人", "{} now confirmed"),
    "rebooked": Words("改约时段 {} 人", "{} with another slot"),
    "corrected": Words("资料更正 {} 人", "{} corrected"),
}


def words(changes: Changes) -> tuple[Words, ...]:
    """A line a change; one line that says so where nothing differs."""
    return _lines(changes) or (Words("两版内容一样。", "Both versions hold the same."),)


def differs(changes: Changes) -> bool:
    """Whether anything does."""
    return bool(_lines(changes))


def _lines(changes: Changes) -> tuple[Words, ...]:
    subjects = (
        _fair(changes.before, changes.after),
        _rules(changes),
        _people(changes.people),
        *(_hosts(each) for each in changes.hosts),
        _offers(changes),
        _programme(changes.programme),
        _plan(changes.plan),
        _rest(changes),
    )
    return tuple(
        Words(line.zh, line.en[:1].upper() + line.en[1:]) for subject in subjects for line in subject
    )


def _bounded(lines: Iterable[Words]) -> Iterator[Words]:
    said = tuple(lines)
    if len(said) <= MOST_LINES:
        yield from said
        return
    yield from said[: MOST_LINES - 1]
    more = len(said) - MOST_LINES + 1
    yield Words(f"还有 {more} 处类似的改动", f"and {more} more {noun(more, 'change')} of this kind")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def _of(text: Words) -> Words:
    return Words(_short(text.zh), _short(text.en or text.zh))


def _altered(what: Words, before: Words, after: Words) -> Words:
    """From ... to ...; where the two look alike once they are shortened, that it has changed."""
    one, other = _of(before), _of(after)
    if one == other:
        return Words(f"{what.zh}有改动", f"{what.en} changed")
    return Words(f"{what.zh}：{one.zh} → {other.zh}", f"{what.en}: {one.en} → {other.en}")


def _names(names: Sequence[Words]) -> Words:
    """The first few; how many there are stands before them."""
    shown = [_of(each) for each in names[:MOST_NAMES]]
    zh, en = "、".join(each.zh for each in shown), ", ".join(each.en for each in shown)
    more = len(names) - len(shown)
    return Words(f"{zh}等", f"{en} and {more} more") if more else Words(zh, en)


# ---- the fair and its rules


def _fair(before: Fair, after: Fair) -> Iterator[Words]:
    if before.name != after.name:
        yield _altered(Words("活动名称", "name of the fair"), before.name, after.name)
    if before.venue != after.venue:
        yield _altered(Words("场地", "venue"), before.venue, after.venue)
    if before.days != after.days:
        yield _altered(Words("日期和开放时间", "days and hours"), _days(before.days), _days(after.days))
    if before.slots != after.slots:
        yield _altered(Words("预约时段", "booked slots"), _slots(before.slots), _slots(after.slots))
    if before.kind is not after.kind or before.sample is not after.sample:
        yield Words("活动类型有改动", "the kind of fair changed")


def _days(days: Sequence[FairDay]) -> Words:
    said = [
        f"{each.day.month}-{each.day.day} {clock_text(each.opens_min)}–{clock_text(each.closes_min)}"
        for each in days
    ]
    return _listed(said)


def _slots(slots: Sequence[Slot]) -> Words:
    return _listed([each.text() for each in slots])


def _listed(said: Sequence[str]) -> Words:
    return Words("、".join(said) or "无", ", ".join(said) or "none")


def _rules(changes: Changes) -> Iterator[Words]:
    before, after = changes.before.policy, changes.after.policy
    for name in changes.rules:
        meaning = POLICY_MEANINGS[name]
        what = Words(f"规则“{meaning.zh}”", f"rule: {meaning.en}")
        yield _altered(what, _value(getattr(before, name)), _value(getattr(after, name)))
    if changes.gates != Tally():
        yield _tallied(changes.gates, Words("门", "gates"), "个")


def _value(value: object) -> Words:
    """A rule's value as people read it."""
    if isinstance(value, Words):
        return value if value.zh else Words("无", "none")
    if isinstance(value, bool):
        return Words("是", "yes") if value else Words("否", "no")
    if isinstance(value, tuple):
        parts = [_part(each) for each in value]
        zh, en = "、".join(each.zh for each in parts), ", ".join(each.en for each in parts)
        return Words(zh or "无", en or "none")
    return Words(str(value) or "无", str(value) or "none")


def _part(part: object) -> Words:
    if isinstance(part, EntryWindow):
        hours = Slot(part.opens_min, part.closes_min).text()
        types = [TYPE_WORDS[each] for each in part.types]
        return Words(
            "/".join(each.zh for each in types) + f" {hours}",
            "/".join(each.en for each in types) + f" {hours}",
        )
    if isinstance(part, Hall):
        return Words(f"{part.name.zh} {part.capacity}", f"{part.name.en or part.name.zh} {part.capacity}")
    return next((words for kind, words in TYPE_WORDS.items() if kind == part), Words(str(part), str(part)))


def _tallied(tally: Tally, what: Words, measure: str) -> Words:
    """A subject of which only numbers are said."""
    zh, en = [], []
    for count, verb, word in (
        (tally.new, "新增", "new"),
        (tally.gone, "取消", "gone"),
        (tally.changed, "改动", "changed"),
    ):
        if count:
            zh.append(f"{verb} {count:,} {measure}")
            en.append(f"{count:,} {word}")
    return Words(f"{what.zh}：" + "，".join(zh), f"{what.en}: " + ", ".join(en))


# ---- people, exhibitors, what they offer


def _people(people: People) -> Iterator[Words]:
    counts = {name: getattr(people, name) for name in _PEOPLE}
    said = [(_PEOPLE[name], count) for name, count in counts.items() if count]
    if said:
        yield Words(
            "登记的人：" + "，".join(text.zh.format(f"{count:,}") for text, count in said),
            "attendees: " + ", ".join(text.en.format(f"{count:,}") for text, count in said),
        )


def _hosts(hosts: Hosts) -> Iterator[Words]:
    what, measure = _HOSTS[hosts.kind]
    for names, zh, en in ((hosts.new, "新增", "new"), (hosts.gone, "退出", "gone")):
        if names:
            listed = _names(names)
            yield Words(
                f"{what.zh}{zh} {len(names)} {measure}：{listed.zh}",
                f"{counted(len(names), what.en)} {en}: {listed.en}",
            )
    yield from _bounded(_moved(each) for each in hosts.moved)
    yield from _bounded(_altered(Words("改名", "renamed"), *each) for each in hosts.renamed)
    if hosts.edited:
        yield Words(
            f"{what.zh}介绍有改动 {hosts.edited} {measure}",
            f"what is said of {counted(hosts.edited, what.en)} changed",
        )


def _moved(move: Move) -> Words:
    name = _of(move.name)
    before, after = " ".join(move.before), " ".join(move.after)
    if not before:
        return Words(f"{after} 定给 {name.zh}", f"{after} was given to {name.en}")
    if not after:
        return Words(f"{before}（{name.zh}）不再有展位", f"{before} ({name.en}) has no stall any more")
    return Words(f"{before} 搬到 {after}（{name.zh}）", f"{before} moved to {after} ({name.en})")


def _offers(changes: Changes) -> Iterator[Words]:
    if changes.openings != Tally():
        yield _tallied(changes.openings, Words("岗位", "openings"), "个")
    if changes.pool != Tally():
        yield _tallied(changes.pool, Words("学校毕业生人数", "lines of graduate pools"), "条")


# ---- programme, plan, the rest


def _programme(programme: Programme) -> Iterator[Words]:
    for titles, zh, en in ((programme.new, "新增", "new"), (programme.gone, "取消", "cancelled")):
        if titles:
            listed = _names(titles)
            yield Words(
                f"{zh}活动 {len(titles)} 场：{listed.zh}",
                f"{counted(len(titles), 'session')} {en}: {listed.en}",
            )
    yield from _bounded(line for pair in programme.changed for line in _session(*pair))


_OF_SESSION: tuple[tuple[Words, Callable[[Session], Words]], ...] = (
    (Words("时间", "time"), lambda each: _both(f"{each.day.month}-{each.day.day} {each.slot.text()}")),
    (Words("地点", "place"), lambda each: _both(each.place)),
    (Words("座位", "seats"), lambda each: _both(str(each.seats))),
)


def _session(before: Session, after: Session) -> Iterator[Words]:
    """Who speaks is a person: that it changed is said, not who."""
    title = _of(after.title)
    for what, of in _OF_SESSION:
        if of(before) != of(after):
            yield _altered(Words(f"“{title.zh}”{what.zh}", f"{what.en} of {title.en}"), of(before), of(after))
    if before.title != after.title:
        yield _altered(Words("活动改题", "session retitled"), before.title, after.title)
    if before.speaker != after.speaker or before.kind is not after.kind:
        yield Words(f"“{title.zh}”主讲或类型有改动", f"speaker or kind of {title.en} changed")


def _both(text: str) -> Words:
    return Words(text or "无", text or "none")


def _plan(plan: Plan) -> Iterator[Words]:
    if plan.levels or plan.zones:
        yield Words("平面图的墙、通道或展区有改动", "walls, aisles or zones of the plan changed")
    if plan.passages != Tally():
        yield _tallied(plan.passages, Words("单行或封闭的通道", "one-way or closed passages"), "处")
    if plan.gates != Tally():
        yield _tallied(plan.gates, Words("图上的门", "gates on the plan"), "处")
    if plan.stalls != Tally():
        yield _tallied(plan.stalls, Words("图上展位", "stalls on the plan"), "个")
    if plan.facilities != Tally():
        yield _tallied(plan.facilities, Words("图上设施", "facilities"), "处")
    if plan.kiosks != Tally():
        yield _tallied(plan.kiosks, Words("自助机位置", "kiosks on the plan"), "处")
    if plan.ways:
        yield Words("路线走法有改动", "ways lead otherwise")


def _rest(changes: Changes) -> Iterator[Words]:
    if changes.logo:
        yield Words("胸卡上的标志有改动", "the logo on badges changed")
    if changes.delegations != Tally():
        yield _tallied(changes.delegations, Words("团队", "delegations"), "个")
    if changes.staff != Tally():
        yield _tallied(changes.staff, Words("工作人员", "staff"), "个")
    if changes.keys != Tally():
        yield _tallied(changes.keys, Words("签发钥匙", "issuing keys"), "把")
