"""The calls of a model that write, awaited. Their arguments and results are typed by what the generator wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

from . import inserts, nested, updates, upserts
from .loading import with_related
from .views_asyncio import (
    Field,
    Fields,
    Group,
    Having,
    Include,
    Order,
    Record,
    Select,
    Selected,
    Unique,
    ViewActions,
    Where,
)

Create = TypeVar("Create", bound="Mapping[str, Any]")
Update = TypeVar("Update", bound="Mapping[str, Any]")
Upsert = TypeVar("Upsert", bound="Mapping[str, Any]")


class ModelActions(
    ViewActions[Record, Unique, Where, Include, Order, Field, Fields, Having, Group, Select, Selected],
    Generic[
        Record,
        Unique,
        Where,
        Include,
        Order,
        Field,
        Fields,
        Having,
        Group,
        Select,
        Selected,
        Create,
        Update,
        Upsert,
    ],
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
