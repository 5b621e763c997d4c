"""What is known of the server, the commands that calls are made of, and records of documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .errors import NotNullViolation, StatementFailure
from .scope import COUNT, ROWS, Steps
from .tables import Column, Model

Filter = dict[str, Any]
Document = Mapping[str, Any]

NOTHING: Filter = {"_id": {"$in": []}}
"""What no document is."""


class Server:
    """What calls must know of a server."""

    __slots__ = ("has_transactions",)

    def __init__(self, has_transactions: bool) -> None:
        self.has_transactions = has_transactions

    def keys_at_once(self, columns: int) -> int:
        """How many keys a filter has room for, be they long."""
        return 10_000 // columns


def find(model: Model, condition: Filter, fields: Sequence[str]) -> Steps[list[Document]]:
    """These fields of documents."""
    projection = {"_id": 0, **dict.fromkeys(fields, 1)}
    documents: list[Document] = yield ROWS, f"{model.database_name}.find", ["find", condition, projection]
    return documents


def find_all(model: Model, condition: Filter) -> Steps[list[Document]]:
    """Whole documents."""
    documents: list[Document] = yield ROWS, f"{model.database_name}.find", ["find", condition, None]
    return documents


def aggregate(model: Model, stages: Sequence[Any]) -> Steps[list[Document]]:
    """What comes out of a pipeline."""
    documents: list[Document] = yield ROWS, f"{model.database_name}.aggregate", ["aggregate", stages]
    return documents


def insert(model: Model, documents: Sequence[Document], ordered: bool = True) -> Steps[int]:
    """New documents; the first that is refused ends it, unless they are not in an order."""
    count: int = yield COUNT, f"{model.database_name}.insert_many", ["insert_many", documents, ordered]
    return count


def update_all(model: Model, condition: Filter, change: Filter) -> Steps[int]:
    """Changes documents; gives how many were found."""
    count: int = yield COUNT, f"{model.database_name}.update_many", ["update_many", condition, change]
    return count


def update_first(model: Model, condition: Filter, change: Filter) -> Steps[Document | None]:
    """The document as it is afterwards, if there is one."""
    found: list[Document] = yield (
        ROWS,
        f"{model.database_name}.find_one_and_update",
        ["find_one_and_update", condition, change],
    )
    return found[0] if found else None


def delete_all(model: Model, condition: Filter) -> Steps[int]:
    """Deletes documents; gives how many."""
    count: int = yield COUNT, f"{model.database_name}.delete_many", ["delete_many", condition]
    return count


def delete_first(model: Model, condition: Filter) -> Steps[Document | None]:
    """The document as it was, if there was one."""
    found: list[Document] = yield ROWS, f"{model.database_name}.find_one_and_delete", ["find_one_and_delete", condition]
    return found[0] if found else None


def records(model: Model, documents: Sequence[Document]) -> list[Any]:
    """The records of documents. What is not there is None, or an empty list."""
    return model.map([[kept(model, column, document) for column in model.columns] for document in documents])


def kept(model: Model, column: Column, document: Document) -> Any:
    """What a document has in a field, as the driver gives it."""
    value = document.get(column.database_name)
    if value is None:
        if column.is_list:
            return []
        if not column.is_nullable and column.type != "JSON":
            raise StatementFailure(f"A document has no value in {model.name}.{column.name}, which is required.")
    return column.decoded(value) if column.members else value


def new_document(model: Model, data: Mapping[str, Any]) -> dict[str, Any]:
    """What was given, and what stands for what was not. A field without a value is not in it."""
    document: dict[str, Any] = {}
    for column in model.columns:
        value = data.get(column.name)
        if value is None and column.default is not None and column.name not in data:
            value = column.default()
        if value is not None:
            document[column.database_name] = column.encoded(value)
        elif not column.is_nullable and not column.is_list:
            raise NotNullViolation(model.name, [column.name], None)
    return document


def among(columns: Sequence[Column], keys: Sequence[tuple[Any, ...]]) -> Filter:
    """Whose fields are one of the keys, as the documents have them."""
    if len(columns) == 1:
        return {columns[0].database_name: {"$in": [key[0] for key in keys]}}
    if not keys:
        return NOTHING
    return {"$or": [{column.database_name: value for column, value in zip(columns, key)} for key in keys]}
