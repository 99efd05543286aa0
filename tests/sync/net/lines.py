"""A network cable between two machines that a test can pull out: a TCP proxy on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class Line:
    """Passes bytes on to a port; counts connections."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self.connections = 0
        self.passed_bytes = 0
        self.cut_after_bytes: int | None = None
        """Towards the caller: then the connection is reset, once."""
        self._flows = asyncio.Event()
        self._flows.set()
        self._writers: set[asyncio.StreamWriter] = set()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def stall(self) -> None:
        """Nothing comes through any more, and nobody is told."""
        self._flows.clear()

    def flow(self) -> None:
        """It comes through again."""
        self._flows.set()

    def reset(self) -> None:
        """Every connection breaks."""
        for each in tuple(self._writers):
            each.transport.abort()

    @asynccontextmanager
    async def laid(self) -> AsyncIterator[Line]:
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        tasks: set[asyncio.Task[None]] = set()
        self._tasks = tasks
        try:
            yield self
        finally:
            server.close()
            self.reset()
            for task in tuple(tasks):
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        self._writers |= {writer, back}
        try:
            with suppress(ConnectionError):
                await asyncio.gather(self._pass(reader, back), self._pass(there, writer, counted=True))
        finally:
            for each in (writer, back):
                each.transport.abort()
                self._writers.discard(each)
            self._tasks.discard(task)

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, counted: bool = False
    ) -> None:
        while data := await reader.read(16384):
            await self._flows.wait()
            if counted:
                self.passed_bytes += len(data)
                if self.cut_after_bytes is not None and self.passed_bytes > self.cut_after_bytes:
                    self.cut_after_bytes = None
                    writer.transport.abort()
                    raise ConnectionResetError
            writer.write(data)
            await writer.drain()
        raise ConnectionResetError
