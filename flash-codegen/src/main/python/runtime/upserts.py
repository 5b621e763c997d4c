"""Inserts records, or changes those that have the same key already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .changes import Changes
from .conditions import Conditions
from .drafts import Draft
from .errors import InvalidCall, UniqueViolation
from .inserts import all_written, in_order, insert_many, parts, record_key, written
from .reads import by_keys
from .references import are_kept
from .scope import ROWS, Scope, Steps, atomically
from .tables import Key, Model
from .updates import Target, change_all, change_one

_ATTEMPTS = 3
"""An insert that met a row of another transaction finds it by the next attempt."""


def upsert(
    scope: Scope, model: Model, where: Mapping[str, Any], create: Mapping[str, Any], update: Mapping[str, Any]
) -> Steps[Any]:
    """Changes the record of a key, or creates it."""
    key, sought = Conditions(scope, []).unique(model, where)
    draft = Draft(model, create)
    changes = _changes(model, key, update)
    _require_nothing_related(draft, changes)
    wanted: Any = sought[0] if len(sought) == 1 else tuple(sought)
    if draft.key(key) == wanted:
        records = yield from upsert_all(scope, model, [draft], key, changes)
        return records[0]
    for attempt in range(_ATTEMPTS):
        try:
            return (yield from atomically(_change_or_create(scope, model, where, create, update)))
        except UniqueViolation:
            if attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError


def _changes(model: Model, key: Key, update: Mapping[str, Any]) -> Changes:
    changes = Changes(model, update)
    changed = {index for _, index in changes.shape()}
    for column in key.columns:
        if column.index in changed:
            raise InvalidCall(f"An upsert by {key.name} cannot change it.")
    return changes.stamp(model)


def _require_nothing_related(draft: Draft, changes: Changes) -> None:
    if draft.nested or changes.nested:
        raise InvalidCall("Only create and update write related records, an upsert does not.")


def _change_or_create(
    scope: Scope, model: Model, where: Mapping[str, Any], create: Mapping[str, Any], update: Mapping[str, Any]
) -> Steps[Any]:
    """For a record that would be created with another key than it is sought by."""
    target = Target(scope, model, where)
    rows = yield ROWS, scope.constant(target.key.select), target.values
    if rows:
        found = yield from change_one(scope, model, target, Changes(model, update))
        if found is not None:
            return found
    draft = Draft(model, create)
    draft.complete(model)
    return (yield from insert_many(scope, model, [draft]))[0]


def upsert_many(
    scope: Scope, model: Model, by: Sequence[str], create: Sequence[Mapping[str, Any]], update: Mapping[str, Any]
) -> Steps[list[Any]]:
    """The same for many records, which have their keys themselves."""
    names = tuple(by)
    key = next((key for key in model.keys if tuple(column.name for column in key.columns) == names), None)
    if key is None and len(names) == 1:
        key = model.uniques.get(names[0])
    if key is None:
        raise InvalidCall(f"{model.name} has no key of {', '.join(names)}.")
    wanted = [Draft(model, data) for data in create]
    changes = _changes(model, key, update)
    for draft in wanted:
        _require_nothing_related(draft, changes)
    return (yield from upsert_all(scope, model, wanted, key, changes))


def upsert_all(scope: Scope, model: Model, wanted: Sequence[Draft], key: Key, changes: Changes) -> Steps[list[Any]]:
    """Inserts or changes by a key; the drafts are as they were given, not completed."""
    is_safe = scope.has("UPSERT") or all(_meets_only(model, key, draft) for draft in wanted)
    # Who refers to a record must be asked before it is changed.
    is_safe = is_safe and not are_kept(model, changes)
    for draft in wanted:
        draft.complete(model)
    write = _one_statement if is_safe else _step
    if is_safe and len(wanted) == 1 and wanted[0].key(key) is not None:
        return (yield from _one_statement(scope, model, wanted, key, changes))
    if not wanted:
        return []
    return (yield from atomically(_rounds(scope, model, wanted, key, changes, write)))


def _meets_only(model: Model, key: Key, draft: Draft) -> bool:
    """Whether it can meet no other record than that of the key; values that are made at random meet none."""
    return not model.has_hidden_keys and all(other is key or draft.key(other) is None for other in model.keys)


def _rounds(
    scope: Scope,
    model: Model,
    wanted: Sequence[Draft],
    key: Key,
    changes: Changes,
    write: Callable[..., Steps[list[Any]]],
) -> Steps[list[Any]]:
    """One round for the first draft of each key, another for the second: no statement meets a record twice."""
    records: dict[int, Any] = {}
    left = list(range(len(wanted)))
    while left:
        seen: set[Any] = set()
        now: list[int] = []
        later: list[int] = []
        unknown: list[int] = []
        for index in left:
            value = wanted[index].key(key)
            if value is None:
                # Without a value for the key there is nothing to meet.
                unknown.append(index)
            elif value in seen:
                later.append(index)
            else:
                seen.add(value)
                now.append(index)
        if now:
            changed = yield from write(scope, model, [wanted[i] for i in now], key, changes)
            records.update(zip(now, changed))
        if unknown:
            inserted = yield from insert_many(scope, model, [wanted[i] for i in unknown])
            records.update(zip(unknown, inserted))
        left = later
    return [records[index] for index in range(len(wanted))]


def _one_statement(scope: Scope, model: Model, wanted: Sequence[Draft], key: Key, changes: Changes) -> Steps[list[Any]]:
    conflict = ("change", key.name, changes.shape())
    split = parts(scope, wanted, model, conflict)
    if len(split) == 1 and scope.inserts_returning:
        return (yield from written(scope, model, split[0], conflict, changes.bound(), key))
    return (yield from all_written(scope, model, split, conflict, changes.bound(), key))


def _step(scope: Scope, model: Model, wanted: Sequence[Draft], key: Key, changes: Changes) -> Steps[list[Any]]:
    """Changes the records that there are, then inserts those that are not."""
    for attempt in range(_ATTEMPTS):
        try:
            return (yield from atomically(_change_or_insert(scope, model, wanted, key, changes)))
        except UniqueViolation:
            if attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError


def _change_or_insert(
    scope: Scope, model: Model, wanted: Sequence[Draft], key: Key, changes: Changes
) -> Steps[list[Any]]:
    keys = [draft.key(key) for draft in wanted]
    found: dict[Any, Any] = {}
    conditions = Conditions(scope, [])
    shape = conditions.keys(key.columns, keys)
    if changes.shape():
        changed = yield from change_all(scope, model, shape, conditions.values, changes)
    else:
        changed = len(keys)
    if changed:
        there = yield from by_keys(scope, model, key.columns, keys)
        found = {record_key(key, record): record for record in there}
    missing = [draft for draft in wanted if draft.key(key) not in found]
    inserted = yield from insert_many(scope, model, missing)
    for draft, record in zip(missing, inserted):
        found[draft.key(key)] = record
    return in_order(model, key, keys, list(found.values()))
