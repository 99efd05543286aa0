"""A fact's body as bytes and back, and its personal fields likewise."""

from __future__ import annotations

import os
from dataclasses import fields
from functools import cache
from typing import Any

import msgspec

from kiosk.domain import facts
from kiosk.domain.attendee import Person

_LARGEST = (1 << 64) - 1


def encode(body: facts.Body) -> bytes:
    """The body's JSON, UTF-8, keys in the order of the dataclass."""
    return msgspec.json.encode(body)


def decode(kind: str, body: bytes) -> facts.Body | None:
    """The body of a known kind; None where the kind is unknown or the bytes are no body of that kind.

    A newer kiosk's fact may hold fields that are unknown here; they are passed over. Every number is
    unsigned, 64 bits: what is not could not be stored, so it is no body.
    """
    if kind not in facts.KINDS:
        return None
    try:
        found = _decoder(kind).decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return found if storable(found) else None


def storable(body: facts.Body) -> bool:
    """Whether a body could be read back: every number is unsigned, 64 bits."""
    numbers, others = _not_texts(body.kind)
    for name in numbers:
        value = getattr(body, name)
        if value is not None and not 0 <= value <= _LARGEST:
            return False
    return all(_fits(getattr(body, name)) for name in others)


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[facts.Body]:
    return msgspec.json.Decoder(facts.KINDS[kind])


@cache
def _not_texts(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of a body's numbers, and of what may hold numbers."""
    types = {field.name: field.type for field in fields(facts.KINDS[kind])}
    numbers = tuple(name for name, of in types.items() if of in {"int", "int | None", "bool"})
    texts = {name for name, of in types.items() if of in {"str", "tuple[str, ...]"}}
    return numbers, tuple(name for name in types if name not in {*numbers, *texts})


def _fits(value: Any) -> bool:
    if isinstance(value, int):
        return 0 <= value <= _LARGEST
    if isinstance(value, tuple):
        return all(_fits(each) for each in value)
    return True


def personal_for(person: Person) -> facts.Personal:
    """A person's fields with a fresh salt. Make it first: the fact's body holds its digest."""
    return facts.Personal(os.urandom(facts.SALT_LENGTH), msgspec.json.encode(person))


def is_person(personal: facts.Personal) -> bool:
    """Whether personal fields from outside are a person's."""
    try:
        person_of(personal.fields)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return len(personal.salt) == facts.SALT_LENGTH


def person_of(personal_fields: bytes) -> Person:
    """The person that personal fields hold. Raises msgspec.MsgspecError on anything else."""
    return msgspec.json.decode(personal_fields, type=Person)
