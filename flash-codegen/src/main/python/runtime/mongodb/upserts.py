"""Inserts records, or changes those that have the same key already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .conditions import unique
from .documents import Server, insert, new_document, records, update_first
from .errors import InvalidCall, UniqueViolation
from .scope import Steps, atomically
from .tables import Model
from .updates import changes

Data = Mapping[str, Any]


def upsert(server: Server, model: Model, where: Data, create: Data, update: Data) -> Steps[Any]:
    """A change, or an insert if nothing was there. Who inserts in between makes the insert fail: then it is a change."""
    key, condition = unique(model, where)
    if any(column.name in update for column in key.columns):
        raise InvalidCall(f"An upsert by {key.name} cannot change it.")
    change = changes(model, update)
    fresh = new_document(model, create)
    document: Any = yield from update_first(model, condition, change)
    if document is None:
        try:
            yield from insert(model, [fresh])
            document = fresh
        except UniqueViolation:
            document = yield from update_first(model, condition, change)
            if document is None:
                raise
    return records(model, [document])[0]


def upsert_many(
    server: Server, model: Model, by: Sequence[str], create: Sequence[Data], update: Data
) -> Steps[list[Any]]:
    """The same for many records, by a key of theirs: all or none, where the server has transactions."""
    names = set(by)
    key = next((key for key in model.keys if {column.name for column in key.columns} == names), None)
    if key is None:
        raise InvalidCall(f"{model.name} has no key of {', '.join(by)}.")
    wheres: list[Data] = []
    for data in create:
        values = {name: data.get(name) for name in by}
        wheres.append(values if len(key.columns) == 1 else {key.name: values})
    steps = _each(server, model, wheres, create, update)
    return (yield from atomically(steps) if server.has_transactions else steps)


def _each(
    server: Server, model: Model, wheres: Sequence[Data], create: Sequence[Data], update: Data
) -> Steps[list[Any]]:
    found: list[Any] = []
    for where, data in zip(wheres, create):
        found.append((yield from upsert(server, model, where, data, update)))
    return found
