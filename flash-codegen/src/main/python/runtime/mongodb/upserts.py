"""Inserts records, or changes those that have the same key already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .changes import Changes
from .conditions import unique
from .documents import Filter, Server, insert, new_document, records
from .drafts import Draft
from .errors import InvalidCall, UniqueViolation
from .scope import Steps, at_best
from .tables import Key, Model
from .updates import Target, change_one

Data = Mapping[str, Any]


def upsert(server: Server, model: Model, where: Data, create: Data, update: Data) -> Steps[Any]:
    """Changes the record of a key, or creates it."""
    key, _ = unique(model, where)
    return (yield from _upsert(server, model, where, _draft(model, create), _changes(model, key, update)))


def _draft(model: Model, data: Data) -> Draft:
    draft = Draft(model, data)
    if draft.nested:
        raise InvalidCall("Only create and update write related records, an upsert does not.")
    return draft


def _changes(model: Model, key: Key, data: Data) -> Changes:
    changes = Changes(model, data)
    if changes.nested:
        raise InvalidCall("Only create and update write related records, an upsert does not.")
    if any(column.index in changes.values for column in key.columns):
        raise InvalidCall(f"An upsert by {key.name} cannot change it.")
    return changes


def _upsert(server: Server, model: Model, where: Data, draft: Draft, changes: Changes) -> Steps[Any]:
    """A change, or an insert if nothing was there. Who inserts in between makes the insert fail: then it is a change."""
    fresh: Filter = new_document(model, draft.values)
    target = Target(server, model, where)
    record = yield from change_one(server, model, target, changes)
    if record is None:
        try:
            yield from insert(model, [fresh])
            return records(model, [fresh])[0]
        except UniqueViolation:
            record = yield from change_one(server, model, target, changes)
            if record is None:
                raise
    return record


def upsert_many(
    server: Server, model: Model, by: Sequence[str], create: Sequence[Data], update: Data
) -> Steps[list[Any]]:
    """The same for many records, by a key of theirs: all or none, where the server has transactions."""
    names = set(by)
    key = next((key for key in model.keys if {column.name for column in key.columns} == names), None)
    if key is None:
        raise InvalidCall(f"{model.name} has no key of {', '.join(by)}.")
    wanted = [_draft(model, data) for data in create]
    steps = upsert_all(server, model, wanted, key, _changes(model, key, update))
    return (yield from at_best(server.has_transactions, steps))


def upsert_all(server: Server, model: Model, wanted: Sequence[Draft], key: Key, changes: Changes) -> Steps[list[Any]]:
    """Each by its own value of the key."""
    found: list[Any] = []
    for draft in wanted:
        values = {column.name: draft.values.get(column.name) for column in key.columns}
        where: Data = values if len(key.columns) == 1 else {key.name: values}
        found.append((yield from _upsert(server, model, where, draft, changes)))
    return found
