"""The calls of a model that read, awaited. Their arguments and results are typed by what the generator wrote."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any, Generic, Literal, TypeVar, overload

from . import aggregates, reads, selects, streams
from . import arguments as arguments_of
from .session_asyncio import Session, TransactionSession
from .tables import Model

Record = TypeVar("Record")
Unique = TypeVar("Unique", bound="Mapping[str, Any]")
Where = TypeVar("Where", bound="Mapping[str, Any]")
Include = TypeVar("Include", bound="Mapping[str, Any]")
Order = TypeVar("Order", bound="Mapping[str, Any]")
Field = TypeVar("Field", bound=str)
Fields = TypeVar("Fields", bound="Mapping[str, Any]")
Having = TypeVar("Having", bound="Mapping[str, Any]")
Group = TypeVar("Group", bound="Mapping[str, Any]")
Select = TypeVar("Select", bound="Mapping[str, Any]")
Selected = TypeVar("Selected", bound="Mapping[str, Any]")
Lock = Literal["update", "share", "update skip_locked", "share skip_locked", "update no_wait", "share no_wait"]


class ViewActions(Generic[Record, Unique, Where, Include, Order, Field, Fields, Having, Group, Select, Selected]):
    """The calls that read. With `select` they read these columns only, and give dicts of them."""

    __slots__ = ("_model", "_session")

    def __init__(self, session: Session | TransactionSession, model: Model) -> None:
        self._session = session
        self._model = model

    @overload
    async def find_unique(self, *, where: Unique, include: Include | None = None) -> Record | None: ...

    @overload
    async def find_unique(self, *, where: Unique, select: Select) -> Selected | None: ...

    async def find_unique(self, *, where: Unique, include: Include | None = None, select: Select | None = None) -> Any:
        """The record of a key, if there is one."""
        if select is None:
            return await self._session.run(reads.find_unique, self._model, where, include)
        arguments_of.require_alone(include)
        return await self._session.run(selects.find_unique, self._model, where, select)

    @overload
    async def find_unique_or_raise(self, *, where: Unique, include: Include | None = None) -> Record: ...

    @overload
    async def find_unique_or_raise(self, *, where: Unique, select: Select) -> Selected: ...

    async def find_unique_or_raise(
        self, *, where: Unique, include: Include | None = None, select: Select | None = None
    ) -> Any:
        """The record of a key; RecordNotFound if there is none."""
        if select is None:
            found: Any = await self.find_unique(where=where, include=include)
        else:
            arguments_of.require_alone(include)
            found = await self.find_unique(where=where, select=select)
        return arguments_of.must_be(self._model, found, ", ".join(where))

    @overload
    async def find_first(
        self,
        *,
        where: Where | None = None,
        include: Include | None = None,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        distinct: Sequence[Field] | None = None,
        lock: Lock | None = None,
    ) -> Record | None: ...

    @overload
    async def find_first(
        self,
        *,
        where: Where | None = None,
        select: Select,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        distinct: Sequence[Field] | None = None,
        lock: Lock | None = None,
    ) -> Selected | None: ...

    async def find_first(
        self,
        *,
        where: Where | None = None,
        include: Include | None = None,
        select: Select | None = None,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        distinct: Sequence[Field] | None = None,
        lock: Lock | None = None,
    ) -> Any:
        """The first record of a condition, if there is one."""
        arguments = arguments_of.given(where, include, order, take, skip, cursor, distinct, lock, select)
        self._require_lockable(lock)
        operation = reads.find_first if select is None else selects.find_first
        return await self._session.run(operation, self._model, arguments)

    @overload
    async def find_first_or_raise(
        self,
        *,
        where: Where | None = None,
        include: Include | None = None,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        distinct: Sequence[Field] | None = None,
        lock: Lock | None = None,
    ) -> Record: ...

    @overload
    async def find_first_or_raise(
        self,
        *,
        where: Where | None = None,
        select: Select,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        distinct: Sequence[Field] | None = None,
        lock: Lock | None = None,
    ) -> Selected: ...

    async def find_first_or_raise(
        self,
        *,
        where: Where | None = None,
        include: Include | None = None,
        select: Select | None = None,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        distinct: Sequence[Field] | None = None,
        lock: Lock | None = None,
    ) -> Any:
        """The first record of a condition; RecordNotFound if there is none."""
        arguments = arguments_of.given(where, include, order, take, skip, cursor, distinct, lock, select)
        self._require_lockable(lock)
        operation = reads.find_first if select is None else selects.find_first
        found: Any = await self._session.run(operation, self._model, arguments)
        return arguments_of.must_be(self._model, found, "condition")

    @overload
    async def find_many(
        self,
        *,
        where: Where | None = None,
        include: Include | None = None,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        distinct: Sequence[Field] | None = None,
        lock: Lock | None = None,
    ) -> list[Record]: ...

    @overload
    async def find_many(
        self,
        *,
        where: Where | None = None,
        select: Select,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        distinct: Sequence[Field] | None = None,
        lock: Lock | None = None,
    ) -> list[Selected]: ...

    async def find_many(
        self,
        *,
        where: Where | None = None,
        include: Include | None = None,
        select: Select | None = None,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        distinct: Sequence[Field] | None = None,
        lock: Lock | None = None,
    ) -> Any:
        """The records of a condition, in an order, of a page; a negative take means the last ones."""
        arguments = arguments_of.given(where, include, order, take, skip, cursor, distinct, lock, select)
        self._require_lockable(lock)
        operation = reads.find_many if select is None else selects.find_many
        return await self._session.run(operation, self._model, arguments)

    @overload
    def stream(
        self,
        *,
        where: Where | None = None,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        batch: int = 500,
    ) -> AsyncGenerator[Record, None]: ...

    @overload
    def stream(
        self,
        *,
        where: Where | None = None,
        select: Select,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        batch: int = 500,
    ) -> AsyncGenerator[Selected, None]: ...

    def stream(
        self,
        *,
        where: Where | None = None,
        select: Select | None = None,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        batch: int = 500,
    ) -> Any:
        """
        The records of a condition, of which no more than a batch is in memory. They hold a connection until the last
        is read, or the generator is closed: `aclosing` does so at once when a loop is left early.
        """
        arguments = arguments_of.given(where, None, order, take, skip, cursor, None, None, select)
        return self._session.stream(streams.Source(self._model, arguments, batch))

    def _require_lockable(self, lock: Lock | None) -> None:
        if lock is not None:
            arguments_of.require_transaction(isinstance(self._session, TransactionSession))

    async def count(
        self,
        *,
        where: Where | None = None,
        take: int | None = None,
        skip: int | None = None,
        cursor: Unique | None = None,
        order: Order | Sequence[Order] | None = None,
    ) -> int:
        """How many records there are."""
        arguments = arguments_of.given(where, None, order, take, skip, cursor, None, None, None)
        return await self._session.run(reads.count, self._model, arguments)

    async def exists(self, *, where: Where | None = None) -> bool:
        """Whether there is a record."""
        return await self._session.run(reads.exists, self._model, where)

    async def aggregate(
        self,
        *,
        where: Where | None = None,
        order: Order | Sequence[Order] | None = None,
        take: int | None = None,
        skip: int | None = None,
        count: Literal[True] | Fields | None = None,
        distinct_count: Fields | None = None,
        sum: Fields | None = None,
        avg: Fields | None = None,
        min: Fields | None = None,
        max: Fields | None = None,
    ) -> Group:
        """Values of all records of a condition."""
        arguments = arguments_of.given(where, None, order, take, skip, None, None, None, None)
        arguments.update(count=count, distinct_count=distinct_count, sum=sum, avg=avg, min=min, max=max)
        found: Any = await self._session.run(aggregates.aggregate, self._model, arguments)
        values: Group = found
        return values

    async def group_by(
        self,
        by: Sequence[Field],
        *,
        where: Where | None = None,
        order: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
        take: int | None = None,
        skip: int | None = None,
        having: Having | None = None,
        count: Literal[True] | Fields | None = None,
        distinct_count: Fields | None = None,
        sum: Fields | None = None,
        avg: Fields | None = None,
        min: Fields | None = None,
        max: Fields | None = None,
    ) -> list[Group]:
        """Values of groups of records that have fields in common."""
        arguments = arguments_of.given(where, None, order, take, skip, None, None, None, None)
        arguments.update(by=by, having=having, count=count, distinct_count=distinct_count)
        arguments.update(sum=sum, avg=avg, min=min, max=max)
        found: Any = await self._session.run(aggregates.group_by, self._model, arguments)
        values: list[Group] = found
        return values
