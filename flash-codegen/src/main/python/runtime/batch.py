"""Calls that are noted first, then carried out together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from . import inserts, nested, updates, upserts
from .scope import Scope, Steps
from .tables import Model

Unique = TypeVar("Unique", bound="Mapping[str, Any]")
Where = TypeVar("Where", bound="Mapping[str, Any]")
Create = TypeVar("Create", bound="Mapping[str, Any]")
Update = TypeVar("Update", bound="Mapping[str, Any]")
Upsert = TypeVar("Upsert", bound="Mapping[str, Any]")


class BatchCalls:
    """The calls that were noted."""

    __slots__ = ("_calls",)

    def __init__(self) -> None:
        self._calls: list[tuple[Callable[..., Steps[Any]], tuple[Any, ...]]] = []

    def add(self, operation: Callable[..., Steps[Any]], *arguments: Any) -> None:
        """Notes a call."""
        self._calls.append((operation, arguments))

    def all(self, scope: Scope) -> Steps[None]:
        """All of them, in their order."""
        for operation, arguments in self._calls:
            yield from operation(scope, *arguments)


class BatchActions(Generic[Unique, Where, Create, Update, Upsert]):
    """The calls of a model that write. None of them is awaited: they are carried out when the batch ends."""

    __slots__ = ("_calls", "_model")

    def __init__(self, calls: BatchCalls, model: Model) -> None:
        self._calls = calls
        self._model = model

    def create(self, data: Create) -> None:
        """Creates a record."""
        self._calls.add(nested.create, self._model, data)

    def create_many(self, data: Sequence[Create], *, skip_duplicates: bool = False) -> None:
        """Creates records."""
        self._calls.add(inserts.create_missing if skip_duplicates else nested.write_many, self._model, data)

    def update(self, data: Update, *, where: Unique) -> None:
        """Changes a record, if there is one."""
        self._calls.add(nested.update, self._model, where, data)

    def update_many(self, data: Update, *, where: Where | None = None) -> None:
        """Changes all records of a condition."""
        self._calls.add(updates.update_many, self._model, where, data)

    def upsert(self, *, where: Unique, data: Upsert) -> None:
        """Changes the record of a key, or creates it."""
        self._calls.add(upserts.upsert, self._model, where, data["create"], data["update"])

    def delete(self, *, where: Unique) -> None:
        """Deletes a record, if there is one."""
        self._calls.add(updates.delete_one, self._model, where)

    def delete_many(self, *, where: Where | None = None) -> None:
        """Deletes all records of a condition."""
        self._calls.add(updates.delete_many, self._model, where)
