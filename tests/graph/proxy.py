"""A TCP proxy in front of an engine that can fall silent or hang up: a network that fails."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

CHUNK = 65536


class Proxy:
    """Passes bytes on while `silent` is False; `hang_up` connections are cut at their next data."""

    def __init__(self, uri: str) -> None:
        self._target = urlsplit(uri)
        self.uri = ""
        self.connections = 0
        self.silent = False
        self.hang_up = 0
        self._tasks: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def listening(self) -> AsyncGenerator["Proxy"]:
        """Listen on a free port of loopback inside the block."""
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.uri = f"bolt://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            server.close()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        up, down = await asyncio.open_connection(self._target.hostname, self._target.port)
        for source, sink in ((reader, down), (up, writer)):
            task = asyncio.create_task(self._pass(source, sink, both=(down, writer)))
            self._tasks.add(task)

    async def _pass(
        self,
        source: asyncio.StreamReader,
        sink: asyncio.StreamWriter,
        both: tuple[asyncio.StreamWriter, asyncio.StreamWriter],
    ) -> None:
        try:
            with suppress(ConnectionError):
                while data := await source.read(CHUNK):
                    if self.silent:
                        continue
                    if self.hang_up:
                        self.hang_up -= 1
                        return
                    sink.write(data)
                    await sink.drain()
        finally:
            for writer in both:
                writer.close()
