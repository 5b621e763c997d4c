"""What the client does for records that refer to others, where the database does not (`relationMode = "prisma"`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import updates
from .changes import Changes
from .conditions import Conditions, Shape
from .errors import ForeignKeyViolation, InvalidCall
from .scope import Steps
from .stored import Database, is_any, pair_anew, records_of, unpair_all
from .tables import Column, Model, Relation, key_of


def are_kept(model: Model, changes: Changes | None) -> bool:
    """Whether others may refer to records that are changed so, or deleted."""
    if changes is None or not model.kept:
        return bool(model.kept)
    changed = {index for _, index in changes.shape()}
    return any(column.index in changed for relation in model.kept for column in relation.local)


def before_delete(
    scope: Database, model: Model, condition: Shape | None, values: list[Any], going: set[Any]
) -> Steps[None]:
    """Looks after those that refer to the records of a condition. Records that are going already may refer to these."""
    found = yield from records_of(scope, model, condition, values)
    if not scope.has_transactions and not going:
        yield from _require_deletable(scope, model, found)
    records: list[Any] = []
    for record in found:
        identity = _identity(model, record)
        if identity not in going:
            going.add(identity)
            records.append(record)
    # What is deleted with them refers to nothing any more when it is asked who does.
    for relation in sorted(model.kept, key=lambda kept: (kept.kept or {}).get("onDelete") == "RESTRICT"):
        if relation.is_of_pairs:
            for keys in _keys(scope, relation.local, records):
                yield from unpair_all(scope, relation, keys)
            continue
        action = (relation.kept or {}).get("onDelete")
        for shape, sought in _referring(scope, relation, records):
            if action == "CASCADE":
                yield from updates.delete_all(scope, relation.target, shape, sought, going)
            elif action == "SET_NULL":
                changes = Changes(relation.target, {})
                for column in relation.remote:
                    changes.put(column, None)
                yield from updates.change_all(scope, relation.target, shape, sought, changes.stamp(relation.target))
            elif action == "RESTRICT":
                yield from _require_none(scope, relation, shape, sought)


def before_update(
    scope: Database, model: Model, condition: Shape | None, values: list[Any], changes: Changes
) -> Steps[None]:
    """Takes those along that refer to the records of a condition, or refuses the change."""
    records = yield from records_of(scope, model, condition, values)
    for relation in model.kept:
        changed = [record for record in records if any(_changes(column, record, changes) for column in relation.local)]
        if not changed:
            continue
        if relation.is_of_pairs:
            for keys in _keys(scope, relation.local, changed):
                yield from pair_anew(scope, relation, keys, changes.values[relation.local[0].index])
            continue
        action = (relation.kept or {}).get("onUpdate")
        for shape, sought in _referring(scope, relation, changed):
            if action == "RESTRICT":
                yield from _require_none(scope, relation, shape, sought)
            elif action in ("CASCADE", "SET_NULL"):
                made = Changes(relation.target, {})
                for local, remote in zip(relation.local, relation.remote):
                    if action == "SET_NULL":
                        made.put(remote, None)
                    elif local.index in changes.values:
                        made.put_encoded(remote, changes.values[local.index])
                yield from updates.change_all(scope, relation.target, shape, sought, made.stamp(relation.target))


def _changes(column: Column, record: Any, changes: Changes) -> bool:
    for operation, index in changes.shape():
        if index == column.index:
            if operation != "SET":
                raise InvalidCall(
                    f"{column.name} is referred to by other records: it takes a value, but no arithmetic."
                )
            return bool(changes.values[index] != column.encoded(getattr(record, column.attribute)))
    return False


def _keys(scope: Database, columns: Sequence[Column], records: Sequence[Any]) -> list[list[Any]]:
    """The records' keys, as many at once as the database takes."""
    keys = [key for key in dict.fromkeys(key_of(columns, record) for record in records) if key is not None]
    size = scope.keys_at_once(len(columns))
    return [keys[start : start + size] for start in range(0, len(keys), size)]


def _referring(scope: Database, relation: Relation, records: Sequence[Any]) -> list[tuple[Shape, list[Any]]]:
    """The conditions of those that refer to records, with their values."""
    found: list[tuple[Shape, list[Any]]] = []
    for keys in _keys(scope, relation.local, records):
        conditions = Conditions(scope, [])
        found.append((conditions.keys(relation.remote, keys), conditions.values))
    return found


def _require_none(scope: Database, relation: Relation, condition: Shape, values: list[Any]) -> Steps[None]:
    if (yield from is_any(scope, relation.target, condition, values)):
        raise _violation(relation)


def _violation(relation: Relation) -> ForeignKeyViolation:
    return ForeignKeyViolation(relation.target.name, [column.name for column in relation.remote], None)


def _require_deletable(scope: Database, model: Model, records: Sequence[Any]) -> Steps[None]:
    """Where nothing is taken back, what forbids a delete is looked for before anything is written."""
    going = {_identity(model, record) for record in records}
    forbidding: list[tuple[Relation, Shape, list[Any]]] = []
    waiting = [(model, records)]
    while waiting:
        source, found = waiting.pop()
        for relation in source.kept:
            action = (relation.kept or {}).get("onDelete")
            for shape, values in _referring(scope, relation, found):
                if action == "RESTRICT":
                    forbidding.append((relation, shape, values))
                elif action == "CASCADE":
                    target = relation.target
                    more = yield from records_of(scope, target, shape, values)
                    more = [record for record in more if _identity(target, record) not in going]
                    going.update(_identity(target, record) for record in more)
                    waiting.append((target, more))
    for relation, shape, values in forbidding:
        others = yield from records_of(scope, relation.target, shape, values)
        if any(_identity(relation.target, record) not in going for record in others):
            raise _violation(relation)


def _identity(model: Model, record: Any) -> Any:
    return model.name, key_of((model.primary or model.keys[0]).columns, record)
