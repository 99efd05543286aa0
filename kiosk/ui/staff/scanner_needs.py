"""Scanners that do not work, among what needs doing."""

from typing import TYPE_CHECKING

from kiosk.domain.scanner_words import SOURCE_WORDS, STANDING_WORDS
from kiosk.domain.words import Words
from kiosk.services.values import Need

if TYPE_CHECKING:
    from kiosk.ui.scanners import Scanners

_AT_FAULT = frozenset({"absent", "refused"})


def scanner_needs(scanners: "Scanners | None") -> tuple[Need, ...]:
    """One for each that is set and not there, or not allowed; the way to it is the view of scanners."""
    states = scanners.states if scanners is not None else ()
    return tuple(_need(each) for each in states if each.standing.value in _AT_FAULT)


def _need(state) -> Need:
    source, stands = SOURCE_WORDS[state.kind], STANDING_WORDS[state.standing.value]
    title = Words(f"{source.zh}：{stands.zh}", f"{source.en}: {stands.en[0].lower()}{stands.en[1:]}")
    return Need("notice", title, state.why or Words("", ""), "scanners")
