"""Runs calls on connections that are awaited. A session is used by any number of tasks of one event loop."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import Any, Protocol, TypeVar

from .errors import FlashError, Timeout, TransactionUnusable
from .events import Listener, StatementEvent
from .scope import BEGIN, COMMIT, COUNT, ROLLBACK, ROWS, STATEMENTS, Scope, Step, Steps
from .streams import Source

Result = TypeVar("Result")


class Connection(Protocol):
    """What a driver must be able to do."""

    scope: Scope

    async def perform(self, step: Step) -> Any: ...
    def begin_text(self, isolation: str | None) -> str: ...
    def is_usable(self) -> bool: ...
    async def reset(self) -> None: ...
    async def close(self) -> None: ...
    def discard(self) -> None: ...
    def translated(self, error: Exception, text: str) -> FlashError: ...


async def run(connection: Connection, steps: Steps[Result], listeners: Sequence[Listener]) -> Result:
    """Carries a call out."""
    try:
        step = next(steps)
        while True:
            try:
                result = await (_listened(connection, step, listeners) if listeners else connection.perform(step))
            except FlashError as error:
                step = steps.throw(error)
                continue
            except Exception as error:  # noqa: BLE001, since drivers raise whatever they like
                failure = connection.translated(error, step[1])
                failure.__cause__ = error
                step = steps.throw(failure)
                continue
            step = steps.send(result)
    except StopIteration as stop:
        found: Result = stop.value
        return found


async def _listened(connection: Connection, step: Step, listeners: Sequence[Listener]) -> Any:
    start = time.perf_counter()
    result: Any = 0
    try:
        result = await connection.perform(step)
    finally:
        if step[0] in STATEMENTS:
            rows: int = len(result) if step[0] is ROWS and result else result if step[0] is COUNT else 0
            event = StatementEvent(step[1], time.perf_counter() - start, rows)
            for listener in listeners:
                listener(event)
    return result


class Session:
    """Takes a connection for each call, from those that are free."""

    def __init__(self, connect: Callable[[], Awaitable[Connection]], size: int, timeout: float) -> None:
        self._connect = connect
        self._free: list[Connection] = []
        self._left = size
        self._timeout = timeout
        self._waiting: deque[asyncio.Future[Connection | None]] = deque()
        self.listeners: list[Listener] = []

    async def run(self, operation: Callable[..., Steps[Result]], *arguments: Any) -> Result:
        """Carries a call out on a connection of its own."""
        connection = self._usable() or await self._acquire()
        try:
            result = await run(connection, operation(connection.scope, *arguments), self.listeners)
        except FlashError:
            self._release(connection)
            raise
        except BaseException:
            self._discard(connection)
            raise
        self._release(connection)
        return result

    def _usable(self) -> Connection | None:
        """One that is free; those that were lost in the meantime are let go."""
        while self._free:
            connection = self._free.pop()
            if connection.is_usable():
                return connection
            self._discard(connection)
        return None

    async def _acquire(self) -> Connection:
        if self._left > 0:
            return await self._opened()
        waiter: asyncio.Future[Connection | None] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        try:
            connection = await asyncio.wait_for(waiter, self._timeout)
        except asyncio.TimeoutError:
            raise Timeout(f"No connection became free within {self._timeout:g} seconds.") from None
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                given = waiter.result()
                self._release(given) if given is not None else self._give_room()
            raise
        return connection if connection is not None else await self._opened()

    async def _opened(self) -> Connection:
        self._left -= 1
        try:
            return await self._connect()
        except BaseException:
            self._give_room()
            raise

    def _release(self, connection: Connection) -> None:
        if not connection.is_usable():
            self._discard(connection)
            return
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(connection)
                return
        self._free.append(connection)

    def _discard(self, connection: Connection) -> None:
        connection.discard()
        self._give_room()

    def _give_room(self) -> None:
        self._left += 1
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    @contextlib.asynccontextmanager
    async def connection(self) -> AsyncGenerator[Connection, None]:
        """A connection to hold for a while."""
        connection = self._usable() or await self._acquire()
        try:
            yield connection
        except Exception:
            self._release(connection)
            raise
        except BaseException:
            self._discard(connection)
            raise
        self._release(connection)

    @contextlib.asynccontextmanager
    async def transaction(
        self, timeout: float | None, isolation: str | None
    ) -> AsyncGenerator[TransactionSession, None]:
        """Holds a connection until the block ends: to commit, or to roll back when it raises."""
        async with self.connection() as connection:
            session = TransactionSession(connection, self.listeners, timeout)
            begin: Step = (BEGIN, connection.begin_text(isolation), [])
            await run(connection, _one(begin), ())
            try:
                yield session
            except Exception:
                session.end()
                await connection.reset()
                raise
            session.end()
            try:
                session.remaining()
                await run(connection, _one((COMMIT, "", [])), ())
            except FlashError:
                await connection.reset()
                raise

    async def stream(self, source: Source) -> AsyncGenerator[Any, None]:
        """Records, a batch at a time, on a connection that is held until the last one or until this is closed."""
        async with self.connection() as connection:
            try:
                try:
                    await run(connection, source.open(connection.scope), self.listeners)
                    while records := await run(connection, source.take(connection.scope), self.listeners):
                        for record in records:
                            yield record
                except GeneratorExit:
                    # Left early, which leaves the connection as good as it was.
                    pass
                await run(connection, source.close(connection.scope), self.listeners)
            except Exception:
                await connection.reset()
                raise

    async def close(self) -> None:
        """Closes the connections that are free."""
        while self._free:
            connection = self._free.pop()
            self._left += 1
            await connection.close()


def _one(step: Step) -> Steps[None]:
    yield step


class TransactionSession:
    """The calls of one transaction, one after another."""

    def __init__(self, connection: Connection, listeners: list[Listener], timeout: float | None) -> None:
        self._connection = connection
        self._lock = asyncio.Lock()
        self._deadline = None if timeout is None else time.monotonic() + timeout
        self._is_over = False
        self.listeners = listeners

    def remaining(self) -> float | None:
        """How many seconds are left; None for as many as it takes."""
        if self._deadline is None:
            return None
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise Timeout("The transaction took longer than it may, so it was rolled back.")
        return left

    def end(self) -> None:
        """No further calls."""
        self._is_over = True

    async def run(self, operation: Callable[..., Steps[Result]], *arguments: Any) -> Result:
        """Carries a call out in the transaction."""
        async with self.connection() as connection:
            call = run(connection, operation(connection.scope, *arguments), self.listeners)
            if self._deadline is None:
                return await call
            try:
                return await asyncio.wait_for(call, self.remaining())
            except asyncio.TimeoutError:
                connection.discard()
                raise Timeout("The transaction took longer than it may, so it was rolled back.") from None

    @contextlib.asynccontextmanager
    async def connection(self) -> AsyncGenerator[Connection, None]:
        """The connection of the transaction."""
        async with self._lock:
            if self._is_over:
                raise TransactionUnusable("The transaction is over.")
            self.remaining()
            yield self._connection

    @contextlib.asynccontextmanager
    async def transaction(
        self, timeout: float | None, isolation: str | None
    ) -> AsyncGenerator[TransactionSession, None]:
        """A savepoint."""
        await self._control(BEGIN)
        try:
            yield self
        except Exception:
            await self._control(ROLLBACK)
            raise
        await self._control(COMMIT)

    async def _control(self, kind: str) -> None:
        async with self.connection() as connection:
            await run(connection, _one((kind, "", [])), ())

    async def stream(self, source: Source) -> AsyncGenerator[Any, None]:
        """Records, a batch at a time; between the batches the transaction takes other calls."""
        try:
            await self.run(source.open)
            while records := await self.run(source.take):
                for record in records:
                    yield record
        except GeneratorExit:
            if self._is_over:
                # The cursor went with the transaction.
                return
        await self.run(source.close)

    async def close(self) -> None:
        """Only the client that began the transaction closes connections."""
        raise TransactionUnusable("A transaction ends with its block.")
