"""Creates and changes records. A write is of one collection: related records are written by calls of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .documents import Server, new_document, records, update_first
from .errors import StaleRecord
from .inserts import insert_all, insert_one
from .scope import Steps
from .tables import Model
from .updates import changes, target

Data = Mapping[str, Any]


def create(server: Server, model: Model, data: Data) -> Steps[Any]:
    """Creates a record."""
    return (yield from insert_one(model, data))


def create_many(server: Server, model: Model, data: Sequence[Data]) -> Steps[list[Any]]:
    """Creates records, all or none; gives them in their order."""
    documents = [new_document(model, item) for item in data]
    yield from insert_all(server, model, documents)
    return records(model, documents)


def write_many(server: Server, model: Model, data: Sequence[Data]) -> Steps[int]:
    """Creates records, all or none; gives how many they are."""
    return (yield from insert_all(server, model, [new_document(model, item) for item in data]))


def update(server: Server, model: Model, where: Data, data: Data) -> Steps[Any | None]:
    """Changes a record; None if there is none."""
    named, condition = target(model, where)
    document = yield from update_first(model, condition, changes(model, data))
    if document is not None:
        return records(model, [document])[0]
    if len(named) < len(where):
        raise StaleRecord(model.name, named)
    return None
