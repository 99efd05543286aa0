"""What staff should look at about other machines and sticks, one row each: pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import sync_words as words
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.services.peers import StickOutcome, SyncStanding


@dataclass(frozen=True, slots=True)
class SyncItem:
    """`kind`: stick, request, fork, restored, parked, pack or left_over; `key` names it among all.

    `code`: digits to compare, or nothing.
    """

    kind: str
    key: str
    level: str
    title: Words
    detail: Words | None
    code: str = ""


def items(standing: SyncStanding, outcome: tuple[str, StickOutcome] | None) -> list[SyncItem]:
    """The most urgent first. `outcome`: what became of the last copy, and the stick's folder."""
    return [
        *_requests(standing),
        *_sticks(standing, outcome),
        *_forks(standing),
        *_rest(standing),
    ]


def _requests(standing: SyncStanding) -> Iterator[SyncItem]:
    for each in standing.joining:
        yield SyncItem(
            "request", each.request, "notice", words.asks_to_join(each.name), words.COMPARE, spaced(each.code)
        )


def _sticks(standing: SyncStanding, outcome: tuple[str, StickOutcome] | None) -> Iterator[SyncItem]:
    for each in standing.sticks:
        level, detail = "notice", each.problem or each.holds or words.NOTHING_OF_OURS
        if outcome is not None and outcome[0] == each.folder:
            level = "admit" if outcome[1].done else "refuse"
            detail = words.and_take_out(outcome[1].words) if outcome[1].done else outcome[1].words
        yield SyncItem("stick", each.folder, level, words.stick_named(each.name), detail)


def _forks(standing: SyncStanding) -> Iterator[SyncItem]:
    for each in standing.forks:
        yield SyncItem(
            "fork",
            f"{each.origin}:{each.seq}",
            "refuse",
            words.fork_need(each.kiosk),
            words.fork_how(each.seq, each.found_by),
        )


def _rest(standing: SyncStanding) -> Iterator[SyncItem]:
    if standing.own_ahead:
        yield SyncItem("restored", "restored", "notice", words.RESTORED, words.RESTORED_HOW)
    if standing.parked:
        yield SyncItem(
            "parked",
            "parked",
            "notice",
            words.parked(standing.parked),
            standing.parked_words or words.PARKED_HOW,
        )
    for pack in standing.fetching:
        yield SyncItem(
            "pack",
            f"{pack.fair.zh} {pack.version}",
            "notice",
            words.fetching(pack.fair, pack.version),
            pack.problem or words.fetched(pack.share),
        )
    if standing.left_over:
        yield SyncItem(
            "left_over", "left_over", "notice", words.left_over(standing.left_over), words.LEFT_OVER_HOW
        )


def spaced(code: str) -> str:
    """Six digits as three and three, twelve as four and four and four: as the other screen groups them."""
    step = 3 if len(code) <= 6 else 4
    return " ".join(code[at : at + step] for at in range(0, len(code), step))


def verdict(standing: SyncStanding) -> tuple[str, Words]:
    """Whether this machine may be switched off: a verdict's shape, and what to say in large type."""
    if standing.state == "off" and standing.safe_to_switch_off:
        return "notice", words.OFF
    if not standing.safe_to_switch_off:
        return ("notice" if standing.state == "connected" else "refuse"), words.UNSAFE
    return "admit", words.SAFE


def why(standing: SyncStanding, oldest: Words | None) -> Words:
    """Why that is so."""
    if not standing.safe_to_switch_off:
        return words.only_here(standing.only_here, oldest)
    return words.OFF_WHY if standing.state == "off" else words.SAFE_WHY


def how(standing: SyncStanding) -> Words | None:
    """What to do about it; nothing where there is nothing to do."""
    if standing.state == "failed":
        return standing.problem or words.FAILED_WHY
    if standing.safe_to_switch_off:
        return None
    connected = next((each for each in standing.peers if each.connected and each.problem is None), None)
    if connected is not None:
        return words.wait_for(connected.name)
    return words.COPY_TO_STICK if standing.sticks else words.PUT_STICK_IN
