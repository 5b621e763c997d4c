"""Runs calls on connections that block. A session is used by any number of threads."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Generator, Sequence
from typing import Any, Protocol, TypeVar

from .errors import FlashError, Timeout, TransactionUnusable
from .events import Listener, StatementEvent
from .scope import BEGIN, COMMIT, COUNT, ROLLBACK, ROWS, STATEMENTS, Scope, Step, Steps
from .streams import Source

Result = TypeVar("Result")


class Connection(Protocol):
    """What a driver must be able to do."""

    scope: Scope

    def perform(self, step: Step) -> Any: ...
    def begin_text(self, isolation: str | None) -> str: ...
    def reset(self) -> None: ...
    def close(self) -> None: ...
    def translated(self, error: Exception, text: str) -> FlashError: ...


def run(connection: Connection, steps: Steps[Result], listeners: Sequence[Listener]) -> Result:
    """Carries a call out."""
    try:
        step = next(steps)
        while True:
            try:
                result = _listened(connection, step, listeners) if listeners else connection.perform(step)
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


def _listened(connection: Connection, step: Step, listeners: Sequence[Listener]) -> Any:
    start = time.perf_counter()
    result: Any = 0
    try:
        result = connection.perform(step)
    finally:
        if step[0] in STATEMENTS:
            rows: int = len(result) if step[0] is ROWS and result else result if step[0] is COUNT else 0
            event = StatementEvent(step[1], time.perf_counter() - start, rows)
            for listener in listeners:
                listener(event)
    return result


class Session:
    """Takes a connection for each call, from those that are free."""

    def __init__(self, connect: Callable[[], Connection], size: int, timeout: float) -> None:
        self._connect = connect
        self._free: list[Connection] = []
        self._room = threading.Semaphore(size)
        self._timeout = timeout
        self.listeners: list[Listener] = []

    def run(self, operation: Callable[..., Steps[Result]], *arguments: Any) -> Result:
        """Carries a call out on a connection of its own."""
        with self.connection() as connection:
            return run(connection, operation(connection.scope, *arguments), self.listeners)

    @contextlib.contextmanager
    def connection(self) -> Generator[Connection, None, None]:
        """A connection to hold for a while."""
        if not self._room.acquire(timeout=self._timeout):
            raise Timeout(f"No connection became free within {self._timeout:g} seconds.")
        try:
            connection = self._free.pop() if self._free else self._connect()
            try:
                yield connection
            except FlashError:
                self._free.append(connection)
                raise
            except BaseException:
                connection.close()
                raise
            self._free.append(connection)
        finally:
            self._room.release()

    @contextlib.contextmanager
    def transaction(self, timeout: float | None, isolation: str | None) -> Generator[TransactionSession, None, None]:
        """Holds a connection until the block ends: to commit, or to roll back when it raises."""
        with self.connection() as connection:
            session = TransactionSession(connection, self.listeners, timeout)
            begin: Step = (BEGIN, connection.begin_text(isolation), [])
            run(connection, _one(begin), ())
            try:
                yield session
            except BaseException:
                session.end()
                connection.reset()
                raise
            session.end()
            try:
                session.check()
                run(connection, _one((COMMIT, "", [])), ())
            except FlashError:
                connection.reset()
                raise

    def stream(self, source: Source) -> Generator[Any, None, None]:
        """Records, a batch at a time, on a connection that is held until the last one or until this is closed."""
        with self.connection() as connection:
            try:
                try:
                    run(connection, source.open(connection.scope), self.listeners)
                    while records := run(connection, source.take(connection.scope), self.listeners):
                        yield from records
                except GeneratorExit:
                    # Left early, which leaves the connection as good as it was.
                    pass
                run(connection, source.close(connection.scope), self.listeners)
            except Exception:
                connection.reset()
                raise

    def close(self) -> None:
        """Closes the connections that are free."""
        while self._free:
            self._free.pop().close()


def _one(step: Step) -> Steps[None]:
    yield step


class TransactionSession:
    """The calls of one transaction, one after another."""

    def __init__(self, connection: Connection, listeners: list[Listener], timeout: float | None) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self._deadline = None if timeout is None else time.monotonic() + timeout
        self._is_over = False
        self.listeners = listeners

    def check(self) -> None:
        """Says that the time is up, if it is."""
        if self._deadline is not None and time.monotonic() > self._deadline:
            raise Timeout("The transaction took longer than it may, so it was rolled back.")

    def end(self) -> None:
        """No further calls."""
        self._is_over = True

    def run(self, operation: Callable[..., Steps[Result]], *arguments: Any) -> Result:
        """Carries a call out in the transaction."""
        with self.connection() as connection:
            return run(connection, operation(connection.scope, *arguments), self.listeners)

    @contextlib.contextmanager
    def connection(self) -> Generator[Connection, None, None]:
        """The connection of the transaction."""
        with self._lock:
            if self._is_over:
                raise TransactionUnusable("The transaction is over.")
            self.check()
            yield self._connection

    @contextlib.contextmanager
    def transaction(self, timeout: float | None, isolation: str | None) -> Generator[TransactionSession, None, None]:
        """A savepoint."""
        with self.connection() as connection:
            run(connection, _one((BEGIN, "", [])), ())
        try:
            yield self
        except Exception:
            with self.connection() as connection:
                run(connection, _one((ROLLBACK, "", [])), ())
            raise
        with self.connection() as connection:
            run(connection, _one((COMMIT, "", [])), ())

    def stream(self, source: Source) -> Generator[Any, None, None]:
        """Records, a batch at a time; between the batches the transaction takes other calls."""
        try:
            self.run(source.open)
            while records := self.run(source.take):
                yield from records
        except GeneratorExit:
            if self._is_over:
                # The cursor went with the transaction.
                return
        self.run(source.close)

    def close(self) -> None:
        """Only the client that began the transaction closes connections."""
        raise TransactionUnusable("A transaction ends with its block.")
