"""What writes of related records, and the care for references, ask of the database: records, and lists of their keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .conditions import Conditions, Shape
from .documents import Filter, Server, aggregate, find, find_all, records, update_all
from .scope import Steps
from .tables import Column, Model, Relation, key_of

Database = Server
"""What calls must know of it."""


def records_of(server: Server, model: Model, condition: Shape | None, values: list[Any]) -> Steps[list[Any]]:
    """The records of a condition."""
    return records(model, (yield from find_all(model, condition or {})))


existing = records_of


def is_any(server: Server, model: Model, condition: Shape, values: list[Any]) -> Steps[bool]:
    """Whether a condition has records."""
    return bool((yield from aggregate(model, [{"$match": condition}, {"$limit": 1}])))


def pair(server: Server, relation: Relation, pairs: Sequence[tuple[Any, Any]]) -> Steps[None]:
    """Makes records at both ends of a many-to-many relation belong together: both list each other."""
    others: dict[int, tuple[Any, list[Any]]] = {}
    for own, other in pairs:
        others.setdefault(id(own), (own, []))[1].append(other)
    back = _back(relation)
    for own, found in others.values():
        yield from _list(relation, "$addToSet", [own], found)
        if back is not None:
            yield from _list(back, "$addToSet", found, [own])
        # It is given back without being read again.
        column = relation.local[0]
        keys = [getattr(other, relation.remote[0].attribute) for other in found]
        setattr(own, column.attribute, list(dict.fromkeys([*getattr(own, column.attribute), *keys])))


def for_pairs(server: Server, relation: Relation, record: Any) -> Conditions:
    """Takes conditions apart on what belongs to a record."""
    return Conditions(server, [])


def unpair(server: Server, relation: Relation, record: Any, shape: Shape | None, values: list[Any]) -> Steps[None]:
    """What belongs to a record does so no more: all of it, or that of a condition."""
    found = yield from paired(server, relation, record, shape, values)
    yield from _list(relation, "$pullAll", [record], found)
    back = _back(relation)
    if back is not None:
        yield from _list(back, "$pullAll", found, [record])
    column = relation.local[0]
    keys = {getattr(other, relation.remote[0].attribute) for other in found}
    setattr(record, column.attribute, [key for key in getattr(record, column.attribute) if key not in keys])


def paired(server: Server, relation: Relation, record: Any, shape: Shape | None, values: list[Any]) -> Steps[list[Any]]:
    """What belongs to a record, by its own list as it is now."""
    path = relation.local[0].database_name
    now = yield from find(relation.source, _same(relation.source, [record]), [path])
    keys: list[Any] = list(now[0].get(path) or ()) if now else []
    listed: Filter = {relation.remote[0].database_name: {"$in": keys}}
    return records(relation.target, (yield from find_all(relation.target, {"$and": [listed, shape or {}]})))


def _back(relation: Relation) -> Relation | None:
    """The other end; None where code does not see it."""
    return relation.target.relations.get(relation.opposite or "")


def _list(relation: Relation, operator: str, owners: Sequence[Any], others: Sequence[Any]) -> Steps[None]:
    """Adds the keys of records to the lists of others, or takes them out."""
    if owners and others:
        keys = [key_of(relation.remote, other) for other in others]
        operand: Any = {"$each": keys} if operator == "$addToSet" else keys
        change: Filter = {operator: {relation.local[0].database_name: operand}}
        yield from update_all(relation.source, _same(relation.source, owners), change)


def _same(model: Model, found: Sequence[Any]) -> Filter:
    columns: Sequence[Column] = (model.primary or model.keys[0]).columns
    return {columns[0].database_name: {"$in": [key_of(columns, record) for record in found]}}


def unpair_all(server: Server, relation: Relation, keys: Sequence[Any]) -> Steps[None]:
    """A key of a document that is gone stays in the lists of others, where it is not found any more."""
    yield from ()


def pair_anew(server: Server, relation: Relation, keys: Sequence[Any], key: Any) -> Steps[None]:
    """What lists have is `_id`, which never changes."""
    yield from ()
