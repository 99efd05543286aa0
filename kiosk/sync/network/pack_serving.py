"""Hands this machine's fair packs to peers, in whole or from where a fetch was cut off (RFC 9110, 14)."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from pathlib import Path

from aiohttp import web

from kiosk.domain.words import Words
from kiosk.store.faults import StoreFault
from kiosk.sync.network.clerk import Clerk, NoBooks
from kiosk.sync.network.packs import CHUNK_BYTES, PARTS, PackShelf
from kiosk.sync.network.talks import WITHDRAWN
from kiosk.sync.network.web import known_peer, words_response

MOST_AT_ONCE = 8
MOST_A_PEER = 2
SEND_S = 30.0
"""A peer that takes no chunk in that time is let go."""
_VERSION = re.compile(r"[0-9]{1,10}")
_FROM = re.compile(r"bytes=([0-9]{1,15})-")


class PackServing:
    """Answers `GET /packs/FAIR/VERSION/PART`."""

    def __init__(self, shelf: PackShelf, clerk: Clerk) -> None:
        self._shelf = shelf
        self._clerk = clerk
        self._at_once: Counter[bytes] = Counter()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """A file of a pack; 403 to machines that are not of the venue, 404 where there is no such, 503 when
        too many ask at once."""
        peer = known_peer(request)
        if isinstance(peer, Words):
            return words_response(peer, 403)
        try:
            if await self._clerk.do(lambda books: any(map(books.ledger.is_withdrawn, peer.keys))):
                return words_response(Words(WITHDRAWN.zh, WITHDRAWN.en), 403)
        except (NoBooks, StoreFault):
            return web.Response(status=503)
        if self._at_once.total() >= MOST_AT_ONCE or self._at_once[peer.key] >= MOST_A_PEER:
            return web.Response(status=503, headers={"Retry-After": "10"})
        self._at_once[peer.key] += 1
        try:
            found = await asyncio.to_thread(self._find, request)
            return await _send(request, *found) if found else web.Response(status=404)
        finally:
            self._at_once[peer.key] -= 1

    def _find(self, request: web.Request) -> tuple[Path, str] | None:
        asked = request.match_info
        if not _VERSION.fullmatch(asked["version"]) or asked["part"] not in PARTS:
            return None
        return self._shelf.file(asked["fair"], int(asked["version"]), asked["part"])


async def _send(request: web.Request, path: Path, file_sha256: str) -> web.StreamResponse:
    size = (await asyncio.to_thread(path.stat)).st_size
    etag = f'"{file_sha256}"'
    first = _first(request, etag)
    if first >= size > 0:
        return web.Response(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = web.StreamResponse(status=206 if first else 200)
    response.headers["ETag"] = etag
    response.headers["Accept-Ranges"] = "bytes"
    if first:
        response.headers["Content-Range"] = f"bytes {first}-{size - 1}/{size}"
    response.content_length = size - first
    response.content_type = "application/octet-stream"
    try:
        with path.open("rb") as file:
            file.seek(first)
            await response.prepare(request)
            while chunk := await asyncio.to_thread(file.read, CHUNK_BYTES):
                async with asyncio.timeout(SEND_S):
                    await response.write(chunk)
        await response.write_eof()
    except (ConnectionError, TimeoutError):
        if request.transport is not None:
            request.transport.close()
    return response


def _first(request: web.Request, etag: str) -> int:
    """The byte to begin at: of a Range that asks for the rest of the very file that is here."""
    if request.headers.get("If-Range", etag) != etag:
        return 0
    match = _FROM.fullmatch(request.headers.get("Range", ""))
    return int(match[1]) if match else 0
