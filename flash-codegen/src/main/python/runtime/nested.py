"""Writes related records with a record: what it refers to before it, what refers to it after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import inserts
from .changes import Changes
from .conditions import Conditions, Shape, both, either, matching
from .drafts import Draft, drafts
from .errors import InvalidCall, RecordNotFound
from .inserts import insert_many, insert_one
from .scope import Steps, at_best, is_mapping
from .stored import Database, existing, for_pairs, pair, paired, unpair
from .tables import Column, Key, Model, Relation, key_of
from .updates import Target, change_all, change_one, delete_all
from .upserts import upsert_all

Data = Mapping[str, Any]


class Write:
    """One thing that is said of the related records of one record."""

    __slots__ = ("action", "index", "payload", "relation")

    def __init__(self, index: int, relation: Relation, action: str, payload: Any) -> None:
        self.index = index
        self.relation = relation
        self.action = action
        self.payload = payload

    def items(self) -> Sequence[Data]:
        """The payload as a list."""
        return [self.payload] if is_mapping(self.payload) else self.payload


_ON_CREATE = frozenset(("create", "connect", "connect_or_create"))
_ON_UPDATE = _ON_CREATE | {"disconnect", "set", "delete", "delete_many"}


def _writes(model: Model, nested: Sequence[Mapping[str, Data]], actions: frozenset[str]) -> dict[str, list[Write]]:
    """What is said of each relation, for all records together: the statements do not depend on how many there are."""
    found: dict[str, list[Write]] = {}
    for index, relations in enumerate(nested):
        for name, said in relations.items():
            relation = model.relation(name)
            for action, payload in said.items():
                if action not in actions:
                    raise InvalidCall(f"{model.name}.{name}: there is no {action!r} here.")
                found.setdefault(name, []).append(Write(index, relation, action, payload))
    return found


def create(scope: Database, model: Model, data: Data) -> Steps[Any]:
    """Creates a record with what belongs to it."""
    draft = Draft(model, data)
    draft.complete(model)
    if not draft.nested:
        return (yield from insert_one(scope, model, draft))
    return (yield from at_best(scope.has_transactions, _create_related(scope, model, [draft])))[0]


def create_many(scope: Database, model: Model, data: Sequence[Data]) -> Steps[list[Any]]:
    """Creates records, all or none; gives them in their order."""
    wanted = drafts(model, data)
    if not any(draft.nested for draft in wanted):
        return (yield from insert_many(scope, model, wanted))
    return (yield from at_best(scope.has_transactions, _create_related(scope, model, wanted)))


def write_many(scope: Database, model: Model, data: Sequence[Data]) -> Steps[int]:
    """Creates records without reading them, all or none; gives how many they are."""
    wanted = drafts(model, data)
    if any(draft.nested for draft in wanted):
        return len((yield from at_best(scope.has_transactions, _create_related(scope, model, wanted))))
    return (yield from inserts.write_many(scope, model, wanted))


def _create_related(scope: Database, model: Model, wanted: list[Draft]) -> Steps[list[Any]]:
    writes = _writes(model, [draft.nested for draft in wanted], _ON_CREATE)
    for related in writes.values():
        if related[0].relation.is_owning:
            targets = yield from _targets(scope, related)
            for write, found in zip(related, targets):
                parent = _only(write, found)
                for local, remote in zip(write.relation.local, write.relation.remote):
                    wanted[write.index].values[local.name] = getattr(parent, remote.attribute)
    records = yield from insert_many(scope, model, wanted)
    yield from _after(scope, writes, records)
    return records


def update(scope: Database, model: Model, where: Data, data: Data) -> Steps[Any | None]:
    """Changes a record with what belongs to it; None if there is none."""
    changes = Changes(model, data)
    target = Target(scope, model, where)
    if not changes.nested:
        return (yield from change_one(scope, model, target, changes))
    return (yield from at_best(scope.has_transactions, _update_related(scope, model, target, changes)))


def _update_related(scope: Database, model: Model, target: Target, changes: Changes) -> Steps[Any | None]:
    columns = target.key.columns
    values = target.values[: len(columns)]
    conditions = Conditions(scope, [])
    shape = conditions.keys(columns, [values[0] if len(values) == 1 else tuple(values)])
    found = yield from existing(scope, model, shape, conditions.values)
    if not found:
        target.stale(model)
        return None
    writes = _writes(model, [changes.nested], _ON_UPDATE)
    late: list[tuple[Relation, Any]] = []
    for related in writes.values():
        if related[0].relation.is_owning:
            yield from _refer(scope, model, related, changes, found[0], late)
    record = yield from change_one(scope, model, target, changes)
    if record is None:
        return None
    for relation, shape_and_values in late:
        yield from delete_all(scope, relation.target, *shape_and_values)
    yield from _after(scope, writes, [record])
    return record


def _refer(
    scope: Database, model: Model, writes: list[Write], changes: Changes, record: Any, late: list[tuple[Relation, Any]]
) -> Steps[None]:
    """Sets the columns by which the record refers to another, or to none."""
    targets = yield from _targets(scope, [write for write in writes if write.action in _ON_CREATE])
    for write in writes:
        relation = write.relation
        if write.action in _ON_CREATE:
            parent = _only(write, targets.pop(0))
            for local, remote in zip(relation.local, relation.remote):
                changes.put(local, getattr(parent, remote.attribute))
        elif write.action in ("disconnect", "delete"):
            if write.payload is False:
                continue
            key = key_of(relation.local, record)
            if write.action == "delete" and key is not None:
                conditions = Conditions(scope, [])
                late.append((relation, (conditions.keys(relation.remote, [key]), conditions.values)))
            for local in relation.local:
                changes.put(local, None)
        else:
            raise InvalidCall(f"{model.name}.{relation.name} is one record: there is no {write.action!r} of it.")


def _only(write: Write, found: Sequence[Any]) -> Any:
    if len(found) != 1:
        raise InvalidCall(f"{write.relation.name} is one record, but was given {len(found)}.")
    return found[0]


def _targets(scope: Database, writes: Sequence[Write]) -> Steps[list[list[Any]]]:
    """The related records of each write, all that are created at once."""
    if not writes:
        return []
    target = writes[0].relation.target
    data = [item for write in writes if write.action == "create" for item in write.items()]
    created = iter((yield from create_many(scope, target, data)) if data else ())
    found: list[list[Any]] = []
    for write in writes:
        if write.action == "create":
            found.append([next(created) for _ in write.items()])
        elif write.action == "connect_or_create":
            found.append((yield from _connect_or_create(scope, target, write.items(), {})))
        elif write.action in ("connect", "set"):
            found.append((yield from _existing(scope, target, write.items())))
        else:
            found.append([])
    return found


def _existing(scope: Database, model: Model, items: Sequence[Data]) -> Steps[list[Any]]:
    """The records of keys, all of which must be there."""
    records: list[Any] = []
    for key, values in _by_key(scope, model, items).values():
        conditions = Conditions(scope, [])
        shape = conditions.keys(key.columns, values)
        found = yield from existing(scope, model, shape, conditions.values)
        if len(found) < len(values):
            raise RecordNotFound(model.name, "condition")
        records += found
    return records


def _by_key(scope: Database, model: Model, items: Sequence[Data]) -> dict[str, tuple[Key, list[Any]]]:
    """The values of unique conditions by the keys that they name, each once."""
    found: dict[str, tuple[Key, list[Any]]] = {}
    for where in items:
        key, values = Conditions(scope, []).unique(model, where)
        value: Any = values[0] if len(values) == 1 else tuple(values)
        known = found.setdefault(key.name, (key, []))[1]
        if value not in known:
            known.append(value)
    return found


def _connect_or_create(
    scope: Database, model: Model, items: Sequence[Data], attached: Mapping[Column, Any]
) -> Steps[list[Any]]:
    """Those that have the keys; those that are not there are created. Sets the attached columns of both."""
    records: list[Any] = []
    groups: dict[str, tuple[Key, list[Draft]]] = {}
    for item in items:
        key, _ = Conditions(scope, []).unique(model, item["where"])
        draft = Draft(model, item["create"])
        if draft.nested:
            raise InvalidCall("connect_or_create writes no records beyond those that it creates.")
        named: Any = item["where"] if len(key.columns) == 1 else item["where"][key.name]
        for column in key.columns:
            draft.values.setdefault(column.name, named[key.name if len(key.columns) == 1 else column.name])
        for column, value in attached.items():
            draft.values[column.name] = value
        groups.setdefault(key.name, (key, []))[1].append(draft)
    changes = Changes(model, {})
    for column, value in attached.items():
        changes.put(column, value)
    for key, wanted in groups.values():
        records += yield from upsert_all(scope, model, wanted, key, changes.stamp(model))
    return records


def _after(scope: Database, writes: Mapping[str, list[Write]], records: Sequence[Any]) -> Steps[None]:
    for related in writes.values():
        relation = related[0].relation
        if relation.is_of_pairs:
            yield from _pairs(scope, relation, related, records)
        elif not relation.is_owning:
            yield from _children(scope, relation, related, records)


def _children(scope: Database, relation: Relation, writes: Sequence[Write], records: Sequence[Any]) -> Steps[None]:
    """Of a relation whose foreign key is in the related table."""
    target = relation.target
    created: list[Data] = []
    for write in writes:
        record = records[write.index]
        attached = {remote: getattr(record, local.attribute) for remote, local in zip(relation.remote, relation.local)}
        if write.action == "create":
            names = {column.name: value for column, value in attached.items()}
            created.extend({**item, **names} for item in write.items())
        elif write.action == "connect_or_create":
            yield from _connect_or_create(scope, target, write.items(), attached)
        elif write.action in ("delete", "delete_many"):
            yield from _delete_children(scope, relation, write, record)
        else:
            if write.action != "connect":
                yield from _detach(scope, relation, write, record)
            if write.action in ("connect", "set"):
                yield from _attach(scope, target, write.items(), attached)
    if created:
        wanted = drafts(target, created)
        if any(draft.nested for draft in wanted):
            yield from create_many(scope, target, created)
        else:
            yield from inserts.write_many(scope, target, wanted)


def _attach(scope: Database, target: Model, items: Sequence[Data], attached: Mapping[Column, Any]) -> Steps[None]:
    for key, values in _by_key(scope, target, items).values():
        changes = Changes(target, {})
        for column, value in attached.items():
            changes.put(column, value)
        conditions = Conditions(scope, [])
        shape = conditions.keys(key.columns, values)
        count = yield from change_all(scope, target, shape, conditions.values, changes.stamp(target))
        if count < len(values):
            raise RecordNotFound(target.name, "condition")


def _own(scope: Database, relation: Relation, record: Any) -> tuple[Conditions, Shape]:
    """The records that belong to one."""
    conditions = Conditions(scope, [])
    return conditions, conditions.keys(relation.remote, [key_of(relation.local, record)])


def _chosen(conditions: Conditions, relation: Relation, write: Write) -> Steps[Shape | None]:
    """Those of the related records that are meant: all of them if that is None."""
    payload = write.payload
    if payload is True or write.action == "set":
        return None
    shapes: list[Shape] = []
    for item in write.items():
        if write.action != "delete_many":
            Conditions(conditions.scope, []).unique(relation.target, item)
        shape = yield from matching(conditions, relation.target, item)
        if shape is None:
            return None
        shapes.append(shape)
    return either(shapes)


def _detach(scope: Database, relation: Relation, write: Write, record: Any) -> Steps[None]:
    if write.payload is False:
        return
    conditions, own = _own(scope, relation, record)
    shape = both(own, (yield from _chosen(conditions, relation, write)))
    changes = Changes(relation.target, {})
    for column in relation.remote:
        changes.put(column, None)
    yield from change_all(scope, relation.target, shape, conditions.values, changes.stamp(relation.target))


def _delete_children(scope: Database, relation: Relation, write: Write, record: Any) -> Steps[None]:
    if write.payload is False:
        return
    conditions, own = _own(scope, relation, record)
    shape = both(own, (yield from _chosen(conditions, relation, write)))
    yield from delete_all(scope, relation.target, shape, conditions.values)


def _pairs(scope: Database, relation: Relation, writes: Sequence[Write], records: Sequence[Any]) -> Steps[None]:
    """Of a many-to-many relation."""
    pairs: list[tuple[Any, Any]] = []
    targets = yield from _targets(scope, writes)
    for write, found in zip(writes, targets):
        record = records[write.index]
        if write.action in ("disconnect", "set"):
            yield from _unpair(scope, relation, write, record)
        elif write.action in ("delete", "delete_many"):
            yield from _delete_paired(scope, relation, write, record)
        pairs.extend((record, other) for other in found)
    yield from pair(scope, relation, pairs)


def _unpair(scope: Database, relation: Relation, write: Write, record: Any) -> Steps[None]:
    conditions = for_pairs(scope, relation, record)
    shape = yield from _chosen(conditions, relation, write)
    yield from unpair(scope, relation, record, shape, conditions.values)


def _delete_paired(scope: Database, relation: Relation, write: Write, record: Any) -> Steps[None]:
    """Pairs refer to the records: they go first."""
    conditions = for_pairs(scope, relation, record)
    shape = yield from _chosen(conditions, relation, write)
    found = yield from paired(scope, relation, record, shape, conditions.values)
    yield from _unpair(scope, relation, write, record)
    if found:
        conditions = Conditions(scope, [])
        key_shape = conditions.keys(relation.remote, [key_of(relation.remote, other) for other in found])
        yield from delete_all(scope, relation.target, key_shape, conditions.values)
