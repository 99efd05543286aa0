"""What can go wrong with keys, with the sentence that a person is shown."""

from __future__ import annotations

from enum import StrEnum

from kiosk.domain.words import Words


class KeyProblem(StrEnum):
    """Why keys could not be had."""

    MISSING = "missing"
    EXISTS = "exists"
    UNREADABLE = "unreadable"
    PERMISSIONS = "permissions"
    PASSPHRASE = "passphrase"  # noqa: S105
    DAMAGED = "damaged"
    NOT_STORED = "not_stored"


class KeyFault(Exception):
    """Keys could not be had or used. `words` say what happened and what to do next."""

    def __init__(self, problem: KeyProblem, words: Words) -> None:
        super().__init__(words.en)
        self.problem = problem
        self.words = words


def damaged_seal() -> KeyFault:
    """What was sealed does not open with this venue's key: another venue's, another context, or damaged."""
    return KeyFault(
        KeyProblem.DAMAGED,
        Words(
            "用本场地的密钥打不开：内容已损坏，或属于另一场地。请向主办方重新领取。",
            "This venue's key does not open it: damaged, or made for another venue. "
            "Ask the organiser for a new copy.",
        ),
    )
