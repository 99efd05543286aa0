"""What is said to staff of a stick that was written or read: what happened, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.counted import counted, noun, number_text
from kiosk.domain.words import Words
from kiosk.sync.messages import Reasons
from kiosk.sync.stick.stick import Gap, PackTaken, Refused, Share, StickRead, StickWritten

_NAMED_MOST = 5
_BUSY_MOST = 4


def written_words(written: StickWritten) -> Words:
    """Of a stick that was written."""
    name, held = written.stick, number_text(written.held)
    said = [
        Words(
            f"已写入 U 盘 {name}：新增 {number_text(written.facts)} 条记录，本机已知的 {held} 条都在上面。",
            f"{_facts(written.facts)} written to the stick {name}; all {held} that are known here are on it.",
        )
        if written.facts
        else Words(
            f"U 盘 {name} 上已有本机已知的全部 {held} 条记录。",
            f"The stick {name} holds all that this kiosk knows: {counted(written.held, 'fact')}.",
        )
    ]
    if written.held < written.known:
        left = written.known - written.held
        said[0] = Words(
            f"已写入 U 盘 {name}：上面有 {held} 条记录，还有 {number_text(left)} 条没有签名，写不了。",
            f"{_facts(written.facts)} written to the stick {name}, which holds {held} now. "
            f"{number_text(left)} more {noun(left, 'bears', 'bear')} no signature yet and "
            "could not be written.",
        )
    if written.packs:
        said.append(
            Words(
                f"资料包也写好了：{'、'.join(written.packs)}。",
                f"Fair packs were written too: {', '.join(written.packs)}.",
            )
        )
    said.append(
        Words("请带到其他机器上读入。", "Read it at the other kiosks.")
        if written.counts
        else Words(
            "这个文件夹就在本机磁盘上，不算第二份。",
            "It lies on this kiosk's own disk, so it is no second copy.",
        )
    )
    return joined(said)


def read_words(read: StickRead) -> Words:
    """Of a stick that was read."""
    return joined(lines(read))


def lines(read: StickRead) -> tuple[Words, ...]:
    """A sentence for each thing that staff should know, what came first."""
    if not read.ours:
        return (_nothing(read),)
    said = [_came(read)]
    said += [_waiting(each) for each in read.waiting[:_BUSY_MOST]]
    said += [_lost(each) for each in read.lost[:_BUSY_MOST]]
    said += [_refused_writer(each) for each in read.refused_writers[:_BUSY_MOST]]
    said += [_refusal(each) for each in read.refusals[:_BUSY_MOST]]
    if read.unfinished:
        said.append(
            Words(
                f"{read.unfinished} 个文件没有写完，没有收入：请在写它的机器上再写一次。",
                f"{_files(read.unfinished)} not finished and not taken in: "
                "write the stick again where it comes from.",
            )
        )
    if read.spoilt:
        said.append(
            Words(
                f"{read.spoilt} 个文件损坏了，其中的内容本机已有。这个 U 盘要小心，最好换一个。",
                f"{_files(read.spoilt)} damaged; what they held is here already. Better take another stick.",
            )
        )
    if read.parking_full:
        said.append(
            Words(
                "等候的记录太多，有些没有留下：请先读前面的 U 盘，再读这个。",
                "Too many facts wait, and some were not kept: "
                "read the sticks that come before, then this one again.",
            )
        )
    said += [each for pack in read.packs for each in _pack(pack)]
    return tuple(said)


def waiting_words(waiting: Iterable[Gap]) -> Words:
    """What is parked, for the staff page."""
    return joined([_waiting(each) for each in tuple(waiting)[:_BUSY_MOST]])


def joined(said: Iterable[Words]) -> Words:
    """Sentences one after the other."""
    said = tuple(said)
    return Words("".join(each.zh for each in said), " ".join(each.en for each in said))


def _nothing(read: StickRead) -> Words:
    if read.other_venues:
        return Words(
            f"U 盘 {read.stick} 上只有别的场地的记录，没有动它。请换本场地的 U 盘。",
            f"The stick {read.stick} holds another venue's facts only; it was left alone. "
            "Take a stick of this venue.",
        )
    return Words(
        f"U 盘 {read.stick} 上没有本场地的记录。请先在另一台机器上写入。",
        f"The stick {read.stick} holds nothing of this venue. Write it at another kiosk first.",
    )


def _came(read: StickRead) -> Words:
    if not read.facts:
        return Words(
            "没有新记录：上面的这里都有。", "No new facts: what could be read of it is here already."
        )
    shares = sorted(read.came, key=lambda each: (-each.facts, each.name))
    named = shares[:_NAMED_MOST]
    zh = "，".join(f"{each.name} 的 {number_text(each.facts)} 条" for each in named)
    en = ", ".join(f"{number_text(each.facts)} of {each.name}" for each in named)
    more = sum(each.facts for each in shares[_NAMED_MOST:])
    if more:
        zh, en = f"{zh}，其他机器的 {number_text(more)} 条", f"{en}, {number_text(more)} of others"
    return Words(
        f"收入 {number_text(read.facts)} 条新记录：{zh}。",
        f"{counted(read.facts, 'new fact')} {noun(read.facts, 'was', 'were')} taken in: {en}.",
    )


def _waiting(gap: Gap) -> Words:
    return Words(
        f"{gap.name} 的 {number_text(gap.facts)} 条要等它前面的 {number_text(gap.missing)} 条："
        f"请向 {gap.name} 要 U 盘。",
        f"{counted(gap.facts, 'fact')} of {gap.name} {noun(gap.facts, 'waits', 'wait')} for "
        f"{number_text(gap.missing)} before {noun(gap.facts, 'it', 'them')}: ask {gap.name} for its stick.",
    )


def _lost(share: Share) -> Words:
    return Words(
        f"{share.name} 的 {number_text(share.facts)} 条所在的文件损坏或缺失，没有收入："
        f"请在 {share.name} 重新写一次。",
        f"{counted(share.facts, 'fact')} of {share.name} should be in files that are damaged "
        f"or missing: "
        f"write the stick again at {share.name}.",
    )


def _refused_writer(writer: Refused) -> Words:
    if writer.why == Reasons.WITHDRAWN:
        return Words(
            f"{writer.name} 已停用，它写的内容没有收入。请查明这个 U 盘的来源。",
            f"{writer.name} was withdrawn, and what it wrote was refused. "
            "Find out where the stick comes from.",
        )
    return Words(
        f"本场地不认得写这个 U 盘的机器 {writer.name}，它写的内容没有收入。请先让它入网。",
        f"The machine {writer.name} is not known at this venue, and what it wrote was refused. "
        "Let it join first.",
    )


def _refusal(refusal: Refused) -> Words:
    name = refusal.name
    if refusal.why == Reasons.FORK:
        return Words(
            f"{name} 的记录有两个版本，两个都记下了，没有覆盖。请在同步页查看。",
            f"There are two histories of {name}; both are noted and nothing was overwritten. "
            "See the sync page.",
        )
    if refusal.why == Reasons.OWN_AHEAD:
        return Words(
            "U 盘上有本机自己的记录，本机却没有：磁盘可能退回过旧状态。请在同步页再读一次，就会收回来。",
            "The stick holds facts of this kiosk that are not here: its disk may have gone back to an older "
            "state. Read it once more on the sync page, and they come back.",
        )
    if refusal.why == Reasons.UNKNOWN_KEY:
        return Words(
            f"{name} 还没有本场地的证书，它的记录没有收入。等证书到了再读一次。",
            f"{name} has no certificate of this venue yet, and its facts were not taken in. "
            "Read the stick again when it has.",
        )
    return Words(
        f"{name} 的记录没有通过检查，没有收入。请查明来源。",
        f"Facts of {name} did not pass the checks and were not taken in. Find out where they come from.",
    )


def _pack(pack: PackTaken) -> tuple[Words, ...]:
    if pack.problem is not None:
        return (pack.problem,)
    if pack.installed:
        return (
            Words(
                f"资料包 {pack.fair} 第 {pack.version} 版已装好，下次打开时启用。",
                f"Version {pack.version} of the pack {pack.fair} is installed, "
                "and used from the next start on.",
            ),
        )
    if pack.older:
        return (
            Words(
                f"资料包 {pack.fair} 第 {pack.version} 版是旧的，没有装。",
                f"Version {pack.version} of the pack {pack.fair} is old and was not installed.",
            ),
        )
    return ()


def _facts(count: int) -> str:
    return f"{counted(count, 'fact')} {noun(count, 'was', 'were')}"


def _files(count: int) -> str:
    return f"{counted(count, 'file')} {noun(count, 'is', 'are')}"
