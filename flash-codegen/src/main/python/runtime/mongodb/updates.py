"""Changes and deletes records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import references
from .changes import Changes
from .conditions import filter_of, unique
from .documents import Filter, Server, delete_first, find_all, records, update_all, update_first
from .documents import delete_all as delete_alone
from .errors import InvalidCall, StaleRecord
from .reads import find_unique
from .scope import Steps, at_best
from .tables import Key, Model

Arguments = Mapping[str, Any]
_OPERATORS = {"INCREMENT": "$inc", "DECREMENT": "$inc", "MULTIPLY": "$mul"}


class Target:
    """The one record that a `where` names: by a key, and by its version if that was given."""

    __slots__ = ("key", "named", "shape", "values", "version")

    def __init__(self, server: Server, model: Model, where: Arguments) -> None:
        named = dict(where)
        column = model.version
        self.version: Any = named.pop(column.name, None) if column is not None and len(named) > 1 else None
        self.named: dict[str, Any] = named
        self.key: Key
        self.key, condition = unique(model, named)
        self.values = [condition[part.database_name] for part in self.key.columns]
        if self.version is not None and column is not None:
            condition = {**condition, column.database_name: column.encoded(self.version)}
        self.shape: Filter = condition

    def stale(self, model: Model) -> None:
        """Says that the version was another, if one was given."""
        if self.version is not None:
            raise StaleRecord(model.name, self.named)


def update_of(model: Model, changes: Changes) -> Filter:
    """An update of MongoDB. A field without a value is removed."""
    update: dict[str, Filter] = {}
    for operation, index in changes.shape():
        column = model.at(index)
        path = column.database_name
        value: Any = changes.values[index]
        if operation == "SET" and value is None:
            if not column.is_nullable and not column.is_list:
                raise InvalidCall(f"{model.name}.{column.name} is required, and cannot be None.")
            update.setdefault("$unset", {})[path] = ""
        elif operation == "SET":
            update.setdefault("$set", {})[path] = value
        elif operation == "PUSH":
            update.setdefault("$push", {})[path] = {"$each": value}
        elif operation in _OPERATORS:
            # The number keeps its type: one of 64 bits is a class of the driver's.
            operand = type(value)(-value) if operation == "DECREMENT" else value
            update.setdefault(_OPERATORS[operation], {})[path] = operand
        else:
            raise InvalidCall(f"MongoDB has no {operation.lower()!r} for {column.name}.")
    # An update of nothing is refused; this one finds the document and leaves it as it is.
    return update or {"$unset": {"flash_nothing": ""}}


def change_one(server: Server, model: Model, target: Target, changes: Changes) -> Steps[Any | None]:
    """Changes one record; None if there is none."""
    if not changes.stamp(model).shape() and model.version is not None and target.version is not None:
        changes.put(model.version, 1, "INCREMENT")
    steps = update_first(model, target.shape, update_of(model, changes))
    document = yield from _following(server, model, target.shape, changes, steps)
    if document is not None:
        return records(model, [document])[0]
    target.stale(model)
    return None


def change_all(
    server: Server, model: Model, condition: Filter | None, values: list[Any], changes: Changes
) -> Steps[int]:
    """Changes the records of a condition; gives how many they are."""
    steps = update_all(model, condition or {}, update_of(model, changes))
    count: int = yield from _following(server, model, condition or {}, changes, steps)
    return count


def _following(server: Server, model: Model, condition: Filter, changes: Changes, steps: Steps[Any]) -> Steps[Any]:
    """A change, before which those are taken along that refer to what changes."""
    if not references.are_kept(model, changes):
        return (yield from steps)
    return (yield from at_best(server.has_transactions, _follow(server, model, condition, changes, steps)))


def _follow(server: Server, model: Model, condition: Filter, changes: Changes, steps: Steps[Any]) -> Steps[Any]:
    yield from references.before_update(server, model, condition, [], changes)
    return (yield from steps)


def required(server: Server, model: Model, where: Arguments | None) -> Steps[Filter]:
    """The filter of a `where` that must say something, if it is there."""
    if where is not None and not where:
        raise InvalidCall(f"This where says nothing, so it means every {model.name}: leave it out if that is meant.")
    return (yield from filter_of(server, model, where))


def update_many(server: Server, model: Model, where: Arguments | None, data: Arguments) -> Steps[int]:
    """Changes the records of a condition, all if there is none; gives how many."""
    changes = Changes(model, data).stamp(model)
    if changes.nested:
        raise InvalidCall("Only update of one record writes related records.")
    condition = yield from required(server, model, where)
    return (yield from change_all(server, model, condition, [], changes))


def delete_one(server: Server, model: Model, where: Arguments) -> Steps[Any | None]:
    """Deletes one record and gives it; None if there is none."""
    target = Target(server, model, where)
    if references.are_kept(model, None):
        found = yield from at_best(server.has_transactions, _read_and_delete(server, model, target))
    else:
        document = yield from delete_first(model, target.shape)
        found = [] if document is None else [document]
    if found:
        return records(model, found)[0]
    target.stale(model)
    return None


def _read_and_delete(server: Server, model: Model, target: Target) -> Steps[Any]:
    found = yield from find_all(model, target.shape)
    if not found:
        return []
    count = yield from delete_all(server, model, target.shape, [])
    return found if count else []


def delete_all(
    server: Server, model: Model, condition: Filter | None, values: list[Any], going: set[Any] | None = None
) -> Steps[int]:
    """Deletes the records of a condition; gives how many they were."""
    steps = delete_alone(model, condition or {})
    if not references.are_kept(model, None):
        return (yield from steps)
    kept = _delete_kept(server, model, condition or {}, steps, set() if going is None else going)
    return (yield from at_best(server.has_transactions, kept))


def _delete_kept(server: Server, model: Model, condition: Filter, steps: Steps[int], going: set[Any]) -> Steps[int]:
    yield from references.before_delete(server, model, condition, [], going)
    return (yield from steps)


def delete_with(server: Server, model: Model, where: Arguments, include: Arguments | None) -> Steps[Any | None]:
    """Deletes one record and gives it with what belonged to it."""
    if not include:
        return (yield from delete_one(server, model, where))
    found = yield from find_unique(server, model, Target(server, model, where).named, include)
    deleted = yield from delete_one(server, model, where)
    return found if deleted is not None else None


def delete_many(server: Server, model: Model, where: Arguments | None) -> Steps[int]:
    """Deletes the records of a condition, all if there is none; gives how many."""
    condition = yield from required(server, model, where)
    return (yield from delete_all(server, model, condition, []))
