"""Which role each act of staff needs, and what is said to who has another.

Pure, and the only place that decides it: services ask `refusal` before they change anything, views ask the
same before somebody taps in vain.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from kiosk.domain.fair import StaffMember, StaffRole
from kiosk.domain.words import Words

COMMAND_LINE = "command"
"""Who acts by the command line: whoever may start it has the machine and its keys, and is asked no role."""
NAMED_MOST = 3
"""So many people are named to who has to ask one; more would not be read."""


class Act(StrEnum):
    """What staff do at a kiosk that changes something, or that not all of them are to see."""

    ADMIT = "admit"
    """By hand, by the same rules as everybody."""
    ARRIVE = "arrive"
    """A delegation, likewise."""
    OVERRIDE = "override"
    UNDO = "undo"
    BAR = "bar"
    RESOLVE = "resolve"
    """Say how a double admission was."""
    PAUSE = "pause"
    CLOSE = "close"
    """Passages and stalls, and open them again."""
    MOVE = "move"
    """A host to another stall."""
    RELEASE = "release"
    """Stalls that nobody came to."""
    PRINT = "print"
    """A badge, the first or again."""
    REISSUE = "reissue"
    REVOKE = "revoke"
    JOBS = "jobs"
    """Say whether a badge came out, take a job back."""
    PRINTERS = "printers"
    """Which one is first, labels, test pages."""
    BATCH = "batch"
    STICK = "stick"
    """Carry facts by USB stick."""
    CLOCK = "clock"
    """Set it, or say that it is right."""
    UPKEEP = "upkeep"
    """Have read that the store was rescued, a disk copied or restored."""
    KEYS = "keys"
    """Withdraw a badge key."""
    JOIN = "join"
    """Let a machine in, or not."""
    PACK = "pack"
    """Install a fair pack."""
    SETTINGS = "settings"
    """Of this kiosk: gate, place, screen, sound, scanners."""
    FAIR = "fair"
    """Choose it, or rehearse."""
    SHUT_DOWN = "shut_down"
    LOG = "log"
    """Read what others did."""


_ANYBODY = frozenset(StaffRole)
_FLOOR = frozenset({StaffRole.HELP, StaffRole.GATE})
_GATE = frozenset({StaffRole.GATE})
_PRINT = frozenset({StaffRole.PRINT})
_MANAGE = frozenset({StaffRole.MANAGE})

NEEDS: dict[Act, frozenset[StaffRole]] = {
    Act.ADMIT: _FLOOR,
    Act.ARRIVE: _FLOOR,
    Act.OVERRIDE: _GATE,
    Act.UNDO: _GATE,
    Act.BAR: _GATE,
    Act.RESOLVE: _GATE,
    Act.PAUSE: _GATE,
    Act.CLOSE: _GATE,
    Act.MOVE: _GATE,
    Act.RELEASE: _GATE,
    Act.PRINT: _PRINT,
    Act.REISSUE: _PRINT,
    Act.REVOKE: _PRINT | _GATE,
    Act.JOBS: _PRINT,
    Act.PRINTERS: _PRINT,
    Act.BATCH: _PRINT,
    Act.STICK: _ANYBODY,
    Act.CLOCK: _MANAGE,
    Act.UPKEEP: _MANAGE,
    Act.KEYS: _MANAGE,
    Act.JOIN: _MANAGE,
    Act.PACK: _MANAGE,
    Act.SETTINGS: _MANAGE,
    Act.FAIR: _MANAGE,
    Act.SHUT_DOWN: _MANAGE,
    Act.LOG: _MANAGE,
}
"""One of these roles is enough; who manages may do everything (StaffMember.may)."""

ROLE_WORDS: dict[StaffRole, Words] = {
    StaffRole.HELP: Words("服务岗", "help staff"),
    StaffRole.PRINT: Words("制证岗", "badge staff"),
    StaffRole.GATE: Words("入口岗", "gate staff"),
    StaffRole.MANAGE: Words("负责人", "the manager"),
}
"""What each role is called, in the middle of a sentence."""

_STRANGER = Words(
    "这场活动的值班名单里没有您，请重新登录。",
    "You are not on this fair's staff list. Please sign in again.",
)
_NOBODY = Words(
    "您的岗位不办这件事，值班名单里也没有人办，请联系主办方。",
    "This is not yours to do, and nobody on the staff list may. Please ask the organiser.",
)


def may(member: StaffMember, act: Act) -> bool:
    """Whether that is theirs to do."""
    return any(member.may(role) for role in NEEDS[act])


def refusal(staff: Iterable[StaffMember], by: str, act: Act) -> Words | None:
    """Why that member of staff may not do it, and whom to ask; None where they may. `by` is an id."""
    if by == COMMAND_LINE:
        return None
    known = tuple(staff)
    member = next((each for each in known if each.id == by), None)
    if member is None:
        return _STRANGER
    return None if may(member, act) else _ask_somebody(known, act)


def role_words(act: Act) -> Words:
    """Whose it is, short enough for a button: 入口岗 / gate staff."""
    needed = [ROLE_WORDS[role] for role in StaffRole if role in NEEDS[act]]
    return Words("、".join(each.zh for each in needed), " or ".join(each.en for each in needed))


def _ask_somebody(staff: tuple[StaffMember, ...], act: Act) -> Words:
    """Whose very job it is comes before who manages: they have enough to do."""
    able = [each for each in staff if may(each, act)]
    able.sort(key=lambda each: not NEEDS[act].intersection(each.roles))
    if not able:
        return _NOBODY
    names = [each.name for each in able[:NAMED_MOST]]
    either = " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    return Words(
        f"这件事由{role_words(act).zh}办，请找{'、'.join(names)}。",
        f"This is for {role_words(act).en}. Please ask {either}.",
    )
