"""What the client does for records that refer to others, where the database does not (`relationMode = "prisma"`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import updates
from .changes import Changes
from .conditions import Conditions, Shape
from .errors import ForeignKeyViolation, InvalidCall
from .related import key_of, pair_keys
from .scope import COUNT, ROWS, Scope, Steps
from .sql import Text
from .tables import Column, Model, Relation


def are_kept(model: Model, changes: Changes | None) -> bool:
    """Whether others may refer to records that are changed so, or deleted."""
    if changes is None or not model.kept:
        return bool(model.kept)
    changed = {index for _, index in changes.shape()}
    return any(column.index in changed for relation in model.kept for column in relation.local)


def before_delete(
    scope: Scope, model: Model, condition: Shape | None, values: list[Any], going: set[Any]
) -> Steps[None]:
    """Looks after those that refer to the records of a condition. Records that are going already may refer to these."""
    key = (model.primary or model.keys[0]).columns
    records: list[Any] = []
    for record in (yield from _locked(scope, model, condition, values)):
        identity = (model.name, key_of(key, record))
        if identity not in going:
            going.add(identity)
            records.append(record)
    # What is deleted with them refers to nothing any more when it is asked who does.
    for relation in sorted(model.kept, key=lambda kept: (kept.kept or {}).get("onDelete") == "RESTRICT"):
        if relation.through is not None:
            yield from _pairs(scope, relation, f"DELETE FROM {relation.through['table']}", [], records)
            continue
        action = (relation.kept or {}).get("onDelete")
        for shape, keys in _referring(scope, relation, records):
            if action == "CASCADE":
                yield from updates.delete_all(scope, relation.target, shape, keys, going)
            elif action == "SET_NULL":
                changes = Changes(relation.target, {})
                for column in relation.remote:
                    changes.put(column, None)
                yield from updates.change_all(scope, relation.target, shape, keys, changes.stamp(relation.target))
            elif action == "RESTRICT":
                yield from _require_none(scope, relation, shape, keys)


def before_update(
    scope: Scope, model: Model, condition: Shape | None, values: list[Any], changes: Changes
) -> Steps[None]:
    """Takes those along that refer to the records of a condition, or refuses the change."""
    records = yield from _locked(scope, model, condition, values)
    for relation in model.kept:
        changed = [record for record in records if any(_changes(column, record, changes) for column in relation.local)]
        if not changed:
            continue
        if relation.through is not None:
            statement = f"UPDATE {relation.through['table']} SET {relation.through['local']} = ?"
            yield from _pairs(scope, relation, statement, [changes.values[relation.local[0].index]], changed)
            continue
        action = (relation.kept or {}).get("onUpdate")
        for shape, keys in _referring(scope, relation, changed):
            if action == "RESTRICT":
                yield from _require_none(scope, relation, shape, keys)
            elif action in ("CASCADE", "SET_NULL"):
                made = Changes(relation.target, {})
                for local, remote in zip(relation.local, relation.remote):
                    if action == "SET_NULL":
                        made.put(remote, None)
                    elif local.index in changes.values:
                        made.put_encoded(remote, changes.values[local.index])
                yield from updates.change_all(scope, relation.target, shape, keys, made.stamp(relation.target))


def _changes(column: Column, record: Any, changes: Changes) -> bool:
    for operation, index in changes.shape():
        if index == column.index:
            if operation != "SET":
                raise InvalidCall(
                    f"{column.name} is referred to by other records: it takes a value, but no arithmetic."
                )
            return bool(changes.values[index] != column.encoded(getattr(record, column.attribute)))
    return False


def _locked(scope: Scope, model: Model, condition: Shape | None, values: list[Any]) -> Steps[list[Any]]:
    rows = yield ROWS, scope.text(("locked", model.name, condition), _write_locked, model, condition), values
    return model.map(rows)


def _write_locked(scope: Scope, model: Model, condition: Shape | None) -> str:
    text = Text(scope)
    alias = text.alias()
    lock = scope.fragment("FOR_UPDATE").replace("{}", alias) if scope.has("FOR_UPDATE") else ""
    where = text.where(model, condition, alias)
    return f"SELECT {text.columns(model.columns, alias)} FROM {model.table} AS {alias}{where}{lock}"


def _keys(scope: Scope, columns: Sequence[Column], records: Sequence[Any]) -> list[list[Any]]:
    """The records' keys, as many at once as the database takes."""
    keys = [key for key in dict.fromkeys(key_of(columns, record) for record in records) if key is not None]
    size = scope.keys_at_once(len(columns))
    return [keys[start : start + size] for start in range(0, len(keys), size)]


def _referring(scope: Scope, relation: Relation, records: Sequence[Any]) -> list[tuple[Shape, list[Any]]]:
    """The conditions of those that refer to records, with their values."""
    found: list[tuple[Shape, list[Any]]] = []
    for keys in _keys(scope, relation.local, records):
        conditions = Conditions(scope, [])
        found.append((conditions.keys(relation.remote, keys), conditions.values))
    return found


def _require_none(scope: Scope, relation: Relation, condition: Shape, values: list[Any]) -> Steps[None]:
    target = relation.target
    rows = yield ROWS, scope.text(("referring", target.name, condition), _write_referring, target, condition), values
    if rows:
        raise ForeignKeyViolation(target.name, [column.name for column in relation.remote], None)


def _write_referring(scope: Scope, model: Model, condition: Shape) -> str:
    text = Text(scope)
    alias = text.alias()
    return f"SELECT 1 FROM {model.table} AS {alias}{text.where(model, condition, alias)}"


def _pairs(scope: Scope, relation: Relation, statement: str, before: list[Any], records: Sequence[Any]) -> Steps[None]:
    for keys in _keys(scope, relation.local, records):
        conditions = Conditions(scope, list(before))
        shape = conditions.keys(relation.local, keys)
        text = scope.text(("kept", id(relation), statement, shape), _write_pairs, relation, statement, shape)
        yield COUNT, text, conditions.values


def _write_pairs(scope: Scope, relation: Relation, statement: str, shape: Shape) -> str:
    assert relation.through is not None
    return f"{statement} WHERE {pair_keys(scope, relation.through['local'], shape)}"
