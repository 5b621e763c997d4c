"""Changes and deletes records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import references
from .changes import Changes, write_changes
from .conditions import Conditions, Shape
from .errors import InvalidCall, StaleRecord
from .reads import count as count_rows
from .reads import find_unique
from .scope import COUNT, ROWS, Scope, Steps, atomically
from .sql import Text
from .tables import Key, Model

Arguments = Mapping[str, Any]


class Target:
    """The one record that a `where` names: by a key, and by its version if that was given."""

    __slots__ = ("key", "named", "shape", "values", "version")

    def __init__(self, scope: Scope, model: Model, where: Arguments) -> None:
        named = dict(where)
        column = model.version
        self.version: Any = named.pop(column.name, None) if column is not None and len(named) > 1 else None
        self.named: dict[str, Any] = named
        self.key: Key
        self.key, self.values = Conditions(scope, []).unique(model, named)
        parts: list[Shape] = [("value", "EQ", part.index) for part in self.key.columns]
        if self.version is not None and column is not None:
            parts.append(("value", "EQ", column.index))
            self.values = [*self.values, column.encoded(self.version)]
        self.shape: Shape = parts[0] if len(parts) == 1 else ("and", *parts)

    def stale(self, model: Model) -> None:
        """Says that the version was another, if one was given."""
        if self.version is not None:
            raise StaleRecord(model.name, self.named)


def change_one(scope: Scope, model: Model, target: Target, changes: Changes) -> Steps[Any | None]:
    """Changes one record; None if there is none."""
    shape = changes.stamp(model).shape()
    if not shape and model.version is not None and target.version is not None:
        changes.put(model.version, 1, "INCREMENT")
        shape = changes.shape()
    if not shape:
        rows = yield ROWS, scope.constant(target.key.select), target.values[: len(target.key.columns)]
    elif scope.updates_returning and not references.are_kept(model, changes):
        key = ("update", model.name, shape, target.shape, True)
        rows = yield ROWS, scope.text(key, _write_update, model, key), changes.bound() + target.values
    else:
        rows = yield from atomically(_change_and_read(scope, model, target, changes))
    if rows:
        return model.map(rows)[0]
    target.stale(model)
    return None


def _change_and_read(scope: Scope, model: Model, target: Target, changes: Changes) -> Steps[Any]:
    changed = yield from change_all(scope, model, target.shape, target.values, changes)
    if not changed:
        return []
    values: list[Any] = []
    operations = {index: operation for operation, index in changes.shape()}
    for column, value in zip(target.key.columns, target.values):
        if operations.get(column.index, "SET") != "SET":
            raise InvalidCall(
                f"{model.name}.{column.name} names the record, so it takes a new value, but no arithmetic."
            )
        values.append(changes.values.get(column.index, value))
    return (yield ROWS, scope.constant(target.key.select), values)


def _write_update(scope: Scope, model: Model, key: tuple[Any, ...]) -> str:
    _, _, changes, condition, returns = key
    text = Text(scope)
    alias = text.alias()
    assignments = write_changes(scope, model, changes, "")
    where = text.where(model, condition, alias)
    return f"UPDATE {model.table} AS {alias} SET {assignments}{where}{model.returning if returns else ''}"


def change_all(scope: Scope, model: Model, condition: Shape | None, values: list[Any], changes: Changes) -> Steps[int]:
    """Changes the records of a condition; gives how many they are."""
    if references.are_kept(model, changes):
        return (yield from atomically(_change_kept(scope, model, condition, values, changes)))
    return (yield from _change(scope, model, condition, values, changes))


def _change_kept(
    scope: Scope, model: Model, condition: Shape | None, values: list[Any], changes: Changes
) -> Steps[int]:
    yield from references.before_update(scope, model, condition, values, changes)
    return (yield from _change(scope, model, condition, values, changes))


def _change(scope: Scope, model: Model, condition: Shape | None, values: list[Any], changes: Changes) -> Steps[int]:
    key = ("update", model.name, changes.shape(), condition, False)
    count: int = yield COUNT, scope.text(key, _write_update, model, key), changes.bound() + values
    return count


def update_many(scope: Scope, model: Model, where: Arguments | None, data: Arguments) -> Steps[int]:
    """The same, of a `where`; of all records if there is none."""
    changes = Changes(model, data).stamp(model)
    if changes.nested:
        raise InvalidCall("Only update of one record writes related records.")
    values: list[Any] = []
    condition = _required(scope, model, where, values)
    if not changes.shape():
        return (yield from count_rows(scope, model, {"where": where}))
    return (yield from change_all(scope, model, condition, values, changes))


def _required(scope: Scope, model: Model, where: Arguments | None, values: list[Any]) -> Shape | None:
    condition = Conditions(scope, values).where(model, where)
    if where is not None and condition is None:
        raise InvalidCall(f"This where says nothing, so it means every {model.name}: leave it out if that is meant.")
    return condition


def delete_one(scope: Scope, model: Model, where: Arguments) -> Steps[Any | None]:
    """Deletes one record and gives it; None if there is none."""
    target = Target(scope, model, where)
    if target.version is not None:
        rows = yield from atomically(_read_and_delete(scope, model, target))
    elif scope.deletes_returning and not references.are_kept(model, None):
        rows = yield ROWS, scope.constant(target.key.delete + model.returning), target.values
    else:
        rows = yield from atomically(_read_and_delete(scope, model, target))
    if rows:
        return model.map(rows)[0]
    target.stale(model)
    return None


def delete_with(scope: Scope, model: Model, where: Arguments, include: Arguments | None) -> Steps[Any | None]:
    """Deletes one record and gives it with what belonged to it."""
    if not include:
        return (yield from delete_one(scope, model, where))
    return (yield from atomically(_find_and_delete(scope, model, where, include)))


def _find_and_delete(scope: Scope, model: Model, where: Arguments, include: Arguments) -> Steps[Any | None]:
    found = yield from find_unique(scope, model, Target(scope, model, where).named, include)
    deleted = yield from delete_one(scope, model, where)
    return found if deleted is not None else None


def _read_and_delete(scope: Scope, model: Model, target: Target) -> Steps[Any]:
    width = len(target.key.columns)
    rows = yield ROWS, scope.constant(target.key.select), target.values[:width]
    if not rows:
        return []
    count = yield from delete_all(scope, model, target.shape, target.values)
    return rows if count else []


def delete_all(
    scope: Scope, model: Model, condition: Shape | None, values: list[Any], going: set[Any] | None = None
) -> Steps[int]:
    """Deletes the records of a condition; gives how many they were."""
    if references.are_kept(model, None):
        return (yield from atomically(_delete_kept(scope, model, condition, values, going or set())))
    return (yield from _delete(scope, model, condition, values))


def _delete_kept(
    scope: Scope, model: Model, condition: Shape | None, values: list[Any], going: set[Any]
) -> Steps[int]:
    yield from references.before_delete(scope, model, condition, values, going)
    return (yield from _delete(scope, model, condition, values))


def _delete(scope: Scope, model: Model, condition: Shape | None, values: list[Any]) -> Steps[int]:
    key = ("delete", model.name, condition)
    count: int = yield COUNT, scope.text(key, _write_delete, model, condition), values
    return count


def _write_delete(scope: Scope, model: Model, condition: Shape | None) -> str:
    text = Text(scope)
    alias = text.alias()
    before, after = scope.fragment("DELETE").split("{}")
    return before + model.table + after + text.where(model, condition, alias)


def delete_many(scope: Scope, model: Model, where: Arguments | None) -> Steps[int]:
    """The same, of a `where`; all records if there is none."""
    values: list[Any] = []
    return (yield from delete_all(scope, model, _required(scope, model, where, values), values))
