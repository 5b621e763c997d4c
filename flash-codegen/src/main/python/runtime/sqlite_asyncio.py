"""SQLite for asyncio: each connection has a thread, so that no statement holds up the event loop."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from .errors import FlashError
from .scope import Scope, Step
from .sqlite import Connection as Blocking
from .sqlite import path_of, scopes
from .tables import Tables
from .urls import limits


class Connection:
    """A connection and its thread."""

    def __init__(self, scope: Scope, thread: ThreadPoolExecutor, blocking: Blocking) -> None:
        self.scope = scope
        self._thread = thread
        self._blocking = blocking
        self._is_lost = False

    async def perform(self, step: Step) -> Any:
        """Does what a call asks for."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._blocking.perform, step)

    def begin_text(self, isolation: str | None) -> str:
        """How a transaction begins."""
        return self._blocking.begin_text(isolation)

    def is_usable(self) -> bool:
        """Whether it can be used again."""
        return not self._is_lost

    async def reset(self) -> None:
        """Ends what a call has left open."""
        if not self._is_lost:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._blocking.reset)

    async def close(self) -> None:
        """Closes the file and ends the thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._blocking.close)
        self._thread.shutdown(wait=False)

    def discard(self) -> None:
        """Stops what runs, and closes when it has stopped; what was not committed is gone."""
        if not self._is_lost:
            self._is_lost = True
            self._blocking.interrupt()
            self._thread.submit(self._blocking.close)
            self._thread.shutdown(wait=False)

    def translated(self, error: Exception, text: str) -> FlashError:
        """What an error of the driver means."""
        return self._blocking.translated(error, text)


class Driver:
    """Opens connections to a file."""

    def __init__(self, url: str, tables: Tables) -> None:
        self._path = path_of(url)
        self._tables = tables
        self._scope = scopes(tables.dialect)
        # A database in memory belongs to its one connection.
        self.size, self.timeout = limits(url, 1 if self._path in ("", ":memory:") else 4)

    async def connect(self) -> Connection:
        """A new connection."""
        thread = ThreadPoolExecutor(1, "flash-sqlite")
        loop = asyncio.get_running_loop()
        try:
            blocking = await loop.run_in_executor(thread, Blocking, self._path, self._scope, self._tables)
        except BaseException:
            thread.shutdown(wait=False)
            raise
        return Connection(self._scope, thread, blocking)
