"""Changes and deletes records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .conditions import filter_of, unique
from .documents import Filter, Server, delete_all, delete_first, records, update_all
from .errors import InvalidCall, StaleRecord
from .makers import now
from .reads import find_unique
from .scope import Steps, is_list, is_mapping
from .tables import Column, Model

Arguments = Mapping[str, Any]
_OPERATORS = {"increment": "$inc", "decrement": "$inc", "multiply": "$mul"}
_OPERATIONS = frozenset((*_OPERATORS, "set", "push", "divide"))


def target(model: Model, where: Arguments) -> tuple[dict[str, Any], Filter]:
    """What names a record, and the filter of it: by a key, and by its version if that was given."""
    named = dict(where)
    column = model.version
    version = named.pop(column.name, None) if column is not None and len(named) > 1 else None
    _, condition = unique(model, named)
    if version is not None and column is not None:
        condition = {**condition, column.database_name: column.encoded(version)}
    return named, condition


def changes(model: Model, data: Arguments) -> Filter:
    """An update of MongoDB. A field without a value is removed."""
    update: dict[str, Filter] = {}
    for name, value in data.items():
        if name in model.relations:
            raise InvalidCall(
                f"On MongoDB a write is of one collection: write {model.name}.{name} by a call of its own."
            )
        _change(update, model, model.column(name), value)
    for column in model.updated_at:
        if column.name not in data:
            update.setdefault("$set", {})[column.database_name] = column.encoded(now())
    if model.version is not None and model.version.name not in data:
        update.setdefault("$inc", {})[model.version.database_name] = model.version.encoded(1)
    # An update of nothing is refused; this one finds the document and leaves it as it is.
    return update or {"$unset": {"flash_nothing": ""}}


def _change(update: dict[str, Filter], model: Model, column: Column, wanted: Any) -> None:
    operation = "set"
    value: Any = wanted
    if is_mapping(wanted) and column.type not in ("JSON", "COMPOSITE"):
        if len(wanted) != 1 or next(iter(wanted)) not in _OPERATIONS:
            raise InvalidCall(f"{model.name}.{column.name} is changed by one of {', '.join(sorted(_OPERATIONS))}.")
        ((operation, value),) = wanted.items()
    path = column.database_name
    if operation == "set" and value is None:
        if not column.is_nullable and not column.is_list:
            raise InvalidCall(f"{model.name}.{column.name} is required, and cannot be None.")
        update.setdefault("$unset", {})[path] = ""
    elif operation == "set":
        update.setdefault("$set", {})[path] = column.encoded(value)
    elif operation == "push":
        update.setdefault("$push", {})[path] = {"$each": column.encoded(value if is_list(value) else [value])}
    elif operation in _OPERATORS:
        operand = -value if operation == "decrement" else value
        update.setdefault(_OPERATORS[operation], {})[path] = column.encoded(operand)
    else:
        raise InvalidCall(f"MongoDB has no {operation!r} for {column.name}.")


def required(server: Server, model: Model, where: Arguments | None) -> Steps[Filter]:
    """The filter of a `where` that must say something, if it is there."""
    if where is not None and not where:
        raise InvalidCall(f"This where says nothing, so it means every {model.name}: leave it out if that is meant.")
    return (yield from filter_of(server, model, where))


def update_many(server: Server, model: Model, where: Arguments | None, data: Arguments) -> Steps[int]:
    """Changes the records of a condition, all if there is none; gives how many."""
    condition = yield from required(server, model, where)
    return (yield from update_all(model, condition, changes(model, data)))


def delete_one(server: Server, model: Model, where: Arguments) -> Steps[Any | None]:
    """Deletes one record and gives it; None if there is none."""
    named, condition = target(model, where)
    document = yield from delete_first(model, condition)
    if document is not None:
        return records(model, [document])[0]
    if len(named) < len(where):
        raise StaleRecord(model.name, named)
    return None


def delete_with(server: Server, model: Model, where: Arguments, include: Arguments | None) -> Steps[Any | None]:
    """Deletes one record and gives it with what belonged to it."""
    if not include:
        return (yield from delete_one(server, model, where))
    found = yield from find_unique(server, model, target(model, where)[0], include)
    deleted = yield from delete_one(server, model, where)
    return found if deleted is not None else None


def delete_many(server: Server, model: Model, where: Arguments | None) -> Steps[int]:
    """Deletes the records of a condition, all if there is none; gives how many."""
    return (yield from delete_all(model, (yield from required(server, model, where))))
