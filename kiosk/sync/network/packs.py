"""Fair packs that peers hand to each other: which are worth having, and fetching one whole.

What is fetched lies in a folder of its own until it is whole; a fetch that was cut off goes on where it
stopped,
also after a restart, and with another peer. What it says of itself is believed by nobody: `PackShelf.install`
checks the organiser's signature and every byte.
"""

from __future__ import annotations

import asyncio
import errno
import hashlib
import re
import shutil
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.domain.words import Words
from kiosk.sync.messages import PackHeld
from kiosk.sync.network.addresses import Address
from kiosk.sync.network.status import PackStatus

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

CATALOGUE = "catalogue.db"
MANIFEST = "manifest.json"
PARTS = (MANIFEST, CATALOGUE)
MAX_MANIFEST_BYTES = 64 * 1024
MAX_PACK_BYTES = 4 * 1024**3
CHUNK_BYTES = 256 * 1024
STALL_S = 30.0
SPARE_BYTES = 200 * 1024 * 1024
"""Of the disk, that a pack must leave to the facts."""
AGAIN_S = 15.0
REFUSED_AGAIN_S = 1800.0
_FAIR = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_HASH = re.compile(r"[0-9a-f]{64}")
_RANGE = re.compile(r"bytes ([0-9]{1,15})-[0-9]{1,15}/([0-9]{1,15})")
FULL = Words(
    "磁盘空间不足，新的数据包没有取来。请腾出空间。",
    "The disk is too full for the new fair pack. Free some space.",
)
_OTHER = Words(
    "对方给的数据包与所说的不符，没有收下。", "The peer's fair pack is not what it said. It was not taken."
)


class PackShelf(Protocol):
    """This machine's installed packs; the app fills it with kiosk.pack.install. Any thread."""

    def offers(self) -> tuple[PackHeld, ...]:
        """What is installed and handed out; cheap while nothing changes."""
        ...

    def file(self, fair: str, version: int, part: str) -> tuple[Path, str] | None:
        """The file of an installed pack (one of PARTS), and the SHA-256 of the pack's database; None where
        there is no such."""
        ...

    def takes(self, pack: PackHeld) -> bool:
        """Whether it is newer than what is here and of the organiser whose packs are taken."""
        ...

    def install(self, folder: Path) -> Words | None:
        """Check and install a fetched pack; words where it is refused. Takes long."""
        ...


class PackRefused(Exception):
    """A pack could not be had; `words` say why."""

    def __init__(self, words: Words, *, again_s: float = REFUSED_AGAIN_S) -> None:
        super().__init__(words.en)
        self.words = words
        self.again_s = again_s


@dataclass(frozen=True, slots=True)
class Source:
    """A peer that offers a pack, and where it listens."""

    key: bytes
    address: Address


def wanted(offers: list[tuple[Source, PackHeld]], takes: Callable[[PackHeld], bool]) -> list[PackHeld]:
    """The packs worth fetching, of each fair the newest, each once; what is malformed is passed over."""
    best: dict[str, PackHeld] = {}
    for _source, pack in offers:
        if is_plain(pack) and takes(pack) and (held := best.get(pack.fair, pack)).version <= pack.version:
            best[pack.fair] = held if held.version == pack.version else pack
    return [best[fair] for fair in sorted(best)]


def is_plain(pack: PackHeld) -> bool:
    """Whether an offer is within bounds; its names become a folder's."""
    return bool(
        _FAIR.fullmatch(pack.fair)
        and _HASH.fullmatch(pack.file_sha256)
        and _HASH.fullmatch(pack.authority)
        and 0 < pack.version <= 1_000_000_000
        and 0 < pack.size_bytes <= MAX_PACK_BYTES
    )


class PackFetching:
    """Fetches one pack after the other, as peers offer them."""

    def __init__(
        self,
        shelf: PackShelf,
        folder: Path,
        session: ClientSession,
        changed: Callable[[], None],
        installed: Callable[[PackHeld], None],
    ) -> None:
        """`folder`: where half-fetched packs lie. `changed`: the status has. `installed`: a pack was."""
        self._shelf = shelf
        self._folder = folder
        self._session = session
        self._changed = changed
        self._installed = installed
        self._offers: dict[bytes, tuple[Source, tuple[PackHeld, ...]]] = {}
        self._more = asyncio.Event()
        self._not_before_s: dict[tuple[str, bytes], float] = {}
        """By file and peer."""
        self.status: dict[str, PackStatus] = {}
        """By fair."""

    def offered(self, source: Source, packs: tuple[PackHeld, ...]) -> None:
        """A peer says what it has."""
        if self._offers.get(source.key) != (source, packs):
            self._offers[source.key] = (source, packs)
            self._more.set()

    def only(self, keys: Collection[bytes]) -> None:
        """Nobody is there but the peers with these keys."""
        for key in self._offers.keys() - set(keys):
            del self._offers[key]

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._more.clear()
            got = False
            for pack in wanted(self._all(), self._shelf.takes):
                got = await self._fetch_from_any(pack) or got
            if got or self._more.is_set():
                continue
            try:
                async with asyncio.timeout(AGAIN_S if self._not_before_s else None):
                    await self._more.wait()
            except TimeoutError:
                continue

    def _all(self) -> list[tuple[Source, PackHeld]]:
        return [(source, pack) for source, packs in self._offers.values() for pack in packs[:64]]

    async def _fetch_from_any(self, pack: PackHeld) -> bool:
        for source, offer in self._all():
            tried = (pack.file_sha256, source.key)
            if offer != pack or self._not_before_s.get(tried, 0.0) > time.monotonic():
                continue
            try:
                await self._fetch(source, pack)
            except PackRefused as refusal:
                self._not_before_s[tried] = time.monotonic() + refusal.again_s
                self._say(pack, self._have(pack), refusal.words)
            else:
                self.status.pop(pack.fair, None)
                self._not_before_s.clear()
                self._changed()
                return True
        return False

    async def _fetch(self, source: Source, pack: PackHeld) -> None:
        """Fetch, check and install; PackRefused."""
        folder = self._folder / f"{pack.fair}-v{pack.version}-{pack.file_sha256[:16]}"
        try:
            self._make_room(folder, pack)
            await self._catalogue(source, pack, folder / CATALOGUE)
            await self._manifest(source, pack, folder / MANIFEST)
            refused = await asyncio.to_thread(self._shelf.install, folder)
        except OSError as fault:
            full = fault.errno in {errno.ENOSPC, errno.EDQUOT}
            raise PackRefused(FULL if full else _broken_off(fault), again_s=AGAIN_S) from fault
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
        if refused is not None:
            raise PackRefused(refused)
        self._installed(pack)

    def _make_room(self, folder: Path, pack: PackHeld) -> None:
        """A folder for it; what was half fetched of the same fair's other versions goes."""
        folder.mkdir(parents=True, exist_ok=True)
        for other in self._folder.glob(f"{pack.fair}-v*"):
            if other != folder and other.name.rsplit("-v", 1)[0] == pack.fair:
                shutil.rmtree(other, ignore_errors=True)
        missing = pack.size_bytes - self._have(pack)
        if shutil.disk_usage(folder).free < missing + pack.size_bytes + SPARE_BYTES:
            raise PackRefused(FULL, again_s=60.0)

    def _have(self, pack: PackHeld) -> int:
        folder = self._folder / f"{pack.fair}-v{pack.version}-{pack.file_sha256[:16]}"
        try:
            return (folder / CATALOGUE).stat().st_size
        except OSError:
            return 0

    async def _catalogue(self, source: Source, pack: PackHeld, path: Path) -> None:
        if self._have(pack) > pack.size_bytes:
            path.unlink()
        if self._have(pack) < pack.size_bytes:
            await self._rest_of(source, pack, path)
        if await asyncio.to_thread(_sha256, path) != pack.file_sha256:
            path.unlink()
            raise PackRefused(_OTHER)

    async def _rest_of(self, source: Source, pack: PackHeld, path: Path) -> None:
        have = self._have(pack)
        headers = {"Range": f"bytes={have}-", "If-Range": f'"{pack.file_sha256}"'} if have else {}
        async with self._get(source, pack, CATALOGUE, headers) as response:
            if response.status == 206 and _begins_at(response, have, pack.size_bytes):
                mode = "ab"
            elif response.status == 200:
                mode, have = "wb", 0
            else:
                raise PackRefused(_answered(response.status), again_s=AGAIN_S)
            with path.open(mode) as file:
                async for chunk in response.content.iter_chunked(CHUNK_BYTES):
                    have += len(chunk)
                    if have > pack.size_bytes:
                        raise PackRefused(_OTHER)
                    await asyncio.to_thread(file.write, chunk)
                    self._say(pack, have)
        if have < pack.size_bytes:
            raise PackRefused(_answered(0), again_s=AGAIN_S)

    async def _manifest(self, source: Source, pack: PackHeld, path: Path) -> None:
        async with self._get(source, pack, MANIFEST, {}) as response:
            if response.status != 200:
                raise PackRefused(_answered(response.status), again_s=AGAIN_S)
            data = b""
            async for chunk in response.content.iter_chunked(CHUNK_BYTES):
                data += chunk
                if len(data) > MAX_MANIFEST_BYTES:
                    raise PackRefused(_OTHER)
        path.write_bytes(data)

    def _get(self, source: Source, pack: PackHeld, part: str, headers: dict[str, str]) -> Any:
        url = source.address.url(f"/packs/{pack.fair}/{pack.version}/{part}")
        return _Getting(self._session, url, headers)

    def _say(self, pack: PackHeld, done_bytes: int, problem: Words | None = None) -> None:
        self.status[pack.fair] = PackStatus(
            pack.fair,
            pack.version,
            done_bytes,
            pack.size_bytes,
            problem.zh if problem else "",
            problem.en if problem else "",
        )
        self._changed()


class _Getting:
    """A GET whose failures on the way are PackRefused, to be tried again soon."""

    def __init__(self, session: ClientSession, url: str, headers: dict[str, str]) -> None:
        from aiohttp import ClientTimeout  # noqa: PLC0415  (a window's start loads no aiohttp)
        from yarl import URL  # noqa: PLC0415  (comes with aiohttp)

        timeout = ClientTimeout(total=None, sock_connect=10, sock_read=STALL_S)
        self._request = session.get(
            URL(url, encoded=True),
            headers={**headers, "Accept-Encoding": "identity"},
            timeout=timeout,
            allow_redirects=False,
        )

    async def __aenter__(self) -> ClientResponse:
        from aiohttp import ClientError  # noqa: PLC0415

        try:
            response: ClientResponse = await self._request.__aenter__()
        except (ClientError, TimeoutError) as fault:
            raise PackRefused(_answered(0), again_s=AGAIN_S) from fault
        return response

    async def __aexit__(self, kind: Any, fault: BaseException | None, at: Any) -> None:
        from aiohttp import ClientError  # noqa: PLC0415

        await self._request.__aexit__(kind, fault, at)
        if isinstance(fault, ClientError | TimeoutError):
            raise PackRefused(_answered(0), again_s=AGAIN_S) from fault


def _begins_at(response: ClientResponse, have: int, size_bytes: int) -> bool:
    match = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    return match is not None and (int(match[1]), int(match[2])) == (have, size_bytes)


def _answered(status: int) -> Words:
    if not status:
        return Words(
            "取数据包时连接中断，稍后接着取。",
            "The connection broke while a fair pack was fetched: it goes on in a moment.",
        )
    return Words(
        f"对方没有给出数据包（{status}），稍后再试。",
        f"The peer did not hand out its fair pack ({status}): it is tried again.",
    )


def _broken_off(fault: OSError) -> Words:
    return Words(
        f"数据包写不进磁盘：{fault.strerror}。", f"The fair pack cannot be written: {fault.strerror}."
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
