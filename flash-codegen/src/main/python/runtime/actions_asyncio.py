"""The calls of a model, awaited. Their arguments and results are typed by what the generator wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, Literal, TypeVar

from . import aggregates, inserts, nested, reads, updates, upserts
from . import arguments as arguments_of
from .loading import with_related
from .session_asyncio import Session, TransactionSession
from .tables import Model

Record = TypeVar("Record")
Unique = TypeVar("Unique", bound="Mapping[str, Any]")
Where = TypeVar("Where", bound="Mapping[str, Any]")
Include = TypeVar("Include", bound="Mapping[str, Any]")
Order = TypeVar("Order", bound="Mapping[str, Any]")
Field = TypeVar("Field", bound=str)
Create = TypeVar("Create", bound="Mapping[str, Any]")
Update = TypeVar("Update", bound="Mapping[str, Any]")
Upsert = TypeVar("Upsert", bound="Mapping[str, Any]")
Fields = TypeVar("Fields", bound="Mapping[str, Any]")
Having = TypeVar("Having", bound="Mapping[str, Any]")
Group = TypeVar("Group", bound="Mapping[str, Any]")
Lock = Literal["update", "share", "update skip_locked", "share skip_locked", "update no_wait", "share no_wait"]


class ViewActions(Generic[Record, Unique, Where, Include, Order, Field, Fields, Having, Group]):
    """The calls that read."""

    __slots__ = ("_model", "_session")

    def __init__(self, session: Session | TransactionSession, model: Model) -> None:
        self._session = session
        self._model = model

    async def find_unique(self, *, where: Unique, include: Include | None = None) -> Record | None:
        """The record of a key, if there is one."""
        found: Record | None = await self._session.run(reads.find_unique, self._model, where, include)
        return found

    async def find_unique_or_raise(self, *, where: Unique, include: Include | None = None) -> Record:
        """The record of a key; RecordNotFound if there is none."""
        found = await self.find_unique(where=where, include=include)
        return arguments_of.must_be(self._model, found, ", ".join(where))

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
    ) -> Record | None:
        """The first record of a condition, if there is one."""
        arguments = arguments_of.given(where, include, order, take, skip, cursor, distinct, lock)
        self._require_lockable(lock)
        found: Record | None = await self._session.run(reads.find_first, self._model, arguments)
        return found

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
    ) -> Record:
        """The first record of a condition; RecordNotFound if there is none."""
        found = await self.find_first(
            where=where, include=include, order=order, take=take, skip=skip, cursor=cursor, distinct=distinct, lock=lock
        )
        return arguments_of.must_be(self._model, found, "condition")

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
    ) -> list[Record]:
        """The records of a condition, in an order, of a page; a negative take means the last ones."""
        arguments = arguments_of.given(where, include, order, take, skip, cursor, distinct, lock)
        self._require_lockable(lock)
        found: list[Record] = await self._session.run(reads.find_many, self._model, arguments)
        return found

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
        arguments = arguments_of.given(where, None, order, take, skip, cursor, None, None)
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
        arguments = arguments_of.given(where, None, order, take, skip, None, None, None)
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
        arguments = arguments_of.given(where, None, order, take, skip, None, None, None)
        arguments.update(by=by, having=having, count=count, distinct_count=distinct_count)
        arguments.update(sum=sum, avg=avg, min=min, max=max)
        found: Any = await self._session.run(aggregates.group_by, self._model, arguments)
        values: list[Group] = found
        return values


class ModelActions(
    ViewActions[Record, Unique, Where, Include, Order, Field, Fields, Having, Group],
    Generic[Record, Unique, Where, Include, Order, Field, Fields, Having, Group, Create, Update, Upsert],
):
    """The calls that read and write."""

    __slots__ = ()

    async def create(self, data: Create, *, include: Include | None = None) -> Record:
        """Creates a record, and what is nested in it, in one transaction."""
        record: Record = await self._session.run(with_related, self._model, include, nested.create, data)
        return record

    async def create_many(self, data: Sequence[Create], *, skip_duplicates: bool = False) -> int:
        """Creates records by the fastest way of the database, all or none; gives how many."""
        operation = inserts.create_missing if skip_duplicates else nested.write_many
        return await self._session.run(operation, self._model, data)

    async def create_many_and_return(self, data: Sequence[Create]) -> list[Record]:
        """Creates records, and gives them in their order."""
        records: list[Record] = await self._session.run(nested.create_many, self._model, data)
        return records

    async def update(self, data: Update, *, where: Unique, include: Include | None = None) -> Record | None:
        """Changes a record; None if there is none."""
        record: Record | None = await self._session.run(with_related, self._model, include, nested.update, where, data)
        return record

    async def update_many(self, data: Update, *, where: Where | None = None) -> int:
        """Changes all records of a condition; gives how many."""
        return await self._session.run(updates.update_many, self._model, where, data)

    async def upsert(self, *, where: Unique, data: Upsert, include: Include | None = None) -> Record:
        """Changes the record of a key, or creates it."""
        record: Record = await self._session.run(
            with_related, self._model, include, upserts.upsert, where, data["create"], data["update"]
        )
        return record

    async def upsert_many(self, *, by: Sequence[Field], create: Sequence[Create], update: Update) -> list[Record]:
        """The same for many records, by a key of theirs."""
        records: list[Record] = await self._session.run(upserts.upsert_many, self._model, by, create, update)
        return records

    async def delete(self, *, where: Unique, include: Include | None = None) -> Record | None:
        """Deletes a record and gives it; None if there is none."""
        record: Record | None = await self._session.run(updates.delete_with, self._model, where, include)
        return record

    async def delete_many(self, *, where: Where | None = None) -> int:
        """Deletes all records of a condition; gives how many."""
        return await self._session.run(updates.delete_many, self._model, where)
