"""The rows of a new pack's search index, made from its entries. Pure.

`search_key` holds each key once, in order, with the numbers of the entries that have it: what is typed is a
range of the table. Where that range is long (a letter or two, 工程, gongcheng), `search_common` holds what it
comes to, ready made. Keys behind a sign are made here from the Latin ones: as they sound, and by nine keys.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kiosk.domain.search import HitKind, SearchEntry, is_latin, nine_keys, sounds

SOUND, NINE = "\x01", "\x02"
"""Signs before keys as they sound and as nine keys type them; no key that is typed holds one."""
LAST = "\U0010ffff"
COMMON = 300
"""Entries with keys of one beginning that are read one by one, in 0.1 ms; of more the sets are ready made."""
_LIST, _BITS = b"\x00", b"\x01"


class SearchRows(NamedTuple):
    """Rows of the tables search_entry, exact_key, search_key and search_common."""

    entries: list[tuple[int, str, str, bytes]]
    exact: list[tuple[str, int]]
    keys: list[tuple[str, bytes]]
    common: list[tuple[str, bytes]]


class Sets(NamedTuple):
    """What a beginning of keys finds: bits of entries by number, and of exhibitors by position."""

    begins: int = 0
    within: int = 0
    offer: int = 0
    about: int = 0


class Shape(NamedTuple):
    """How the numbers of a pack's entries lie."""

    exhibitors: int
    entries: int

    @property
    def stride(self) -> int:
        """Added to an entry's number under a key that stands within its names; whole bytes of bits."""
        return -(-self.entries // 8) * 8


def rows_of(entries: Iterable[SearchEntry]) -> SearchRows:
    """All rows. Exhibitors must come first, in the pack's order."""
    numbered = list(enumerate(entries))
    shape = Shape(sum(entry.kind is HitKind.EXHIBITOR for _, entry in numbered), len(numbered))
    assert all((number < shape.exhibitors) == (each.kind is HitKind.EXHIBITOR) for number, each in numbered)
    keys: dict[str, list[int]] = {}
    exact: dict[tuple[str, int], None] = {}
    for number, entry in numbered:
        for within, words in ((0, entry.begins), (shape.stride, entry.terms)):
            for key in _with_signs(words):
                keys.setdefault(key, []).append(number + within)
        exact |= dict.fromkeys((key, number) for key in _with_signs(entry.exact, sound=False))
    ordered = sorted(keys)
    return SearchRows(
        [
            (number, entry.kind.value if entry.kind else "", entry.ref, packed(entry.exhibitors))
            for number, entry in numbered
        ],
        sorted(exact),
        [(key, _stored(keys[key])) for key in ordered],
        list(_common(ordered, [keys[key] for key in ordered], shape, _hosts(numbered))),
    )


def _hosts(numbered: Iterable[tuple[int, SearchEntry]]) -> list[tuple[bool, int]]:
    """Of each entry, whether it is offered (else it is said of them), and the exhibitors as bits."""
    return [(entry.kind is not None, _bits(entry.exhibitors)) for _number, entry in numbered]


def _with_signs(keys: Iterable[str], *, sound: bool = True) -> Iterator[str]:
    for key in keys:
        yield key
        if is_latin(key):
            yield NINE + nine_keys(key)
            if sound and (alike := sounds(key)) != key:
                yield SOUND + alike


def _stored(numbers: list[int]) -> bytes:
    """Keys that alone make a range long are never read: `search_common` has them."""
    once = dict.fromkeys(numbers)
    return array("I", once if len(once) <= COMMON else ()).tobytes()


def packed(positions: Sequence[int]) -> bytes:
    """Positions as a list or as bits, whichever is shorter."""
    if not positions:
        return b""
    listed = array("I", positions).tobytes()
    as_bits = _bits(positions).to_bytes(max(positions) // 8 + 1, "little")
    return _LIST + listed if len(listed) < len(as_bits) else _BITS + as_bits


def unpacked(stored: bytes) -> int:
    """Bits of the positions that were packed."""
    if stored[:1] == _BITS:
        return int.from_bytes(stored[1:], "little")
    positions = array("I")
    positions.frombytes(stored[1:])
    return _bits(positions)


def _bits(numbers: Iterable[int]) -> int:
    found = 0
    for number in numbers:
        found |= 1 << number
    return found


def pressed(sets: Sets, shape: Shape) -> bytes:
    """Sets as `search_common` holds them."""
    wide, narrow = shape.stride // 8, -(-shape.exhibitors // 8)
    sizes = (wide, wide, narrow, narrow)
    return zlib.compress(
        b"".join(bits.to_bytes(size, "little") for bits, size in zip(sets, sizes, strict=True))
    )


def unpressed(stored: bytes, shape: Shape) -> Sets:
    """The sets that were pressed."""
    data = zlib.decompress(stored)
    wide, narrow = shape.stride // 8, -(-shape.exhibitors // 8)
    cuts = (0, wide, 2 * wide, 2 * wide + narrow, 2 * (wide + narrow))
    return Sets(*(int.from_bytes(data[a:b], "little") for a, b in pairwise(cuts)))


def _common(
    keys: list[str], numbers: list[list[int]], shape: Shape, hosts: Sequence[tuple[bool, int]]
) -> Iterator[tuple[str, bytes]]:
    """What every beginning that many entries share comes to.

    Beginnings of which one continues the other with nothing between (gongc, gongcheng) find the same: the
    longest stands for all, being the first key of the table that begins so.
    """
    upto = [0]
    for each in numbers:
        upto.append(upto[-1] + len(each))
    spans = [(0, len(keys))]
    while spans:
        low, high = spans.pop()
        if upto[high] - upto[low] <= COMMON:
            continue
        shared = _shared(keys[low], keys[high - 1])
        if shared > 0 and keys[low][:shared] not in (SOUND, NINE):
            found = set().union(*numbers[low:high])
            if len(found) <= COMMON:
                continue
            yield keys[low][:shared], pressed(_sets(found, shape, hosts), shape)
        at = low + (len(keys[low]) == shared)
        while at < high:
            beginning = keys[at][: shared + 1]
            end = max(at + 1, bisect_left(keys, beginning + LAST, at, high))
            spans.append((at, end))
            at = end


def _shared(one: str, other: str) -> int:
    """Characters with which both begin."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _sets(found: Iterable[int], shape: Shape, hosts: Sequence[tuple[bool, int]]) -> Sets:
    """What so many keys' numbers come to."""
    stride = shape.stride
    flags = bytearray(stride // 4)
    offer = about = 0
    for number in found:
        flags[number >> 3] |= 1 << (number & 7)
        is_offer, bits = hosts[number % stride]
        if is_offer:
            offer |= bits
        else:
            about |= bits
    both = int.from_bytes(flags, "little")
    return Sets(both & ((1 << stride) - 1), both >> stride, offer, about)
