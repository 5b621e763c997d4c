"""What every client has beside its models."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator, Callable, Mapping
from datetime import timedelta
from types import TracebackType
from typing import Any, Generic, Literal, TypeVar

from .batch import BatchCalls
from .events import Listener
from .raw import execute
from .raw import query as query_rows
from .session_asyncio import Session, TransactionSession
from .tables import Tables

Batch = TypeVar("Batch")
Self = TypeVar("Self", bound="BaseClient[Any]")
Isolation = Literal["READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"]


class BaseClient(Generic[Batch]):
    """A database, or one transaction of it."""

    _tables: Tables
    _batch: Callable[[BatchCalls], Batch]

    def __init__(self, session: Session | TransactionSession) -> None:
        self._session = session
        self._bind(session)

    def _bind(self, session: Session | TransactionSession) -> None:
        raise NotImplementedError

    async def __aenter__(self: Self) -> Self:  # noqa: PYI019, for Python 3.10
        await self.connect()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.disconnect()

    async def connect(self) -> None:
        """Opens a connection, so that a wrong address is found out now; a call would do it as well."""
        async with self._session.connection():
            pass

    async def disconnect(self) -> None:
        """Closes the connections that are free."""
        await self._session.close()

    def is_transaction(self) -> bool:
        """Whether this is a transaction."""
        return isinstance(self._session, TransactionSession)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tells a listener of every statement; what it gives back ends that."""
        listeners = self._session.listeners
        listeners.append(listener)
        return lambda: listeners.remove(listener)

    def _of(self: Self, session: Session | TransactionSession) -> Self:  # noqa: PYI019
        inside = object.__new__(type(self))
        inside._session = session
        inside._bind(session)
        return inside

    @contextlib.asynccontextmanager
    async def tx(  # noqa: PYI019
        self: Self, *, timeout: timedelta | float | None = None, isolation_level: Isolation | None = None
    ) -> AsyncGenerator[Self, None]:
        """A transaction: committed when the block ends, rolled back when it raises; in one, a savepoint."""
        seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else timeout
        async with self._session.transaction(seconds, isolation_level) as session:
            yield self._of(session)

    @contextlib.asynccontextmanager
    async def batch_(self) -> AsyncGenerator[Batch, None]:
        """Calls that are carried out together or not at all, when the block ends; none of them is awaited."""
        calls = BatchCalls()
        yield type(self)._batch(calls)
        async with self._session.transaction(None, None) as session:
            await session.run(calls.all)

    async def query_raw(
        self,
        query: str,
        *parameters: Any,
        model: type[Any] | None = None,
        types: Mapping[str, type[Any]] | None = None,
    ) -> list[Any]:
        """
        The rows of a statement of one's own, as dicts or as records of a model; its places are the database's. Columns
        of which the types are given have values of these: bool, datetime, Decimal, enums and the like.
        """
        return await self._session.run(query_rows, query, parameters, self._tables, model, types)

    async def query_first(
        self,
        query: str,
        *parameters: Any,
        model: type[Any] | None = None,
        types: Mapping[str, type[Any]] | None = None,
    ) -> Any:
        """The first of them, if there is one."""
        found = await self.query_raw(query, *parameters, model=model, types=types)
        return found[0] if found else None

    async def execute_raw(self, query: str, *parameters: Any) -> int:
        """Carries out a statement of one's own; gives how many rows it changed."""
        return await self._session.run(execute, query, parameters, self._tables)
