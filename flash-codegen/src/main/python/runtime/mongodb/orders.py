"""Orders, and places in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from .documents import Document, Filter
from .errors import InvalidCall
from .scope import is_mapping
from .tables import Column, Model, Relation

Stages = Callable[[str], list[Filter]]
"""Those that put a value into a field of a name."""

_RELATED = "flash_related"
_COMPUTED = "flash_order"


class Order(NamedTuple):
    """A direction. It is contrary if what has no value is not in the place of the least, as MongoDB has it."""

    by: Column | Stages
    is_descending: bool
    is_contrary: bool


def orders(model: Model, wanted: Any) -> list[Order]:
    """The directions of an order, as a list or alone."""
    if not wanted:
        return []
    items: Sequence[Mapping[str, Any]] = [wanted] if is_mapping(wanted) else wanted
    return [order for item in items for name, way in item.items() for order in _orders(model, name, way)]


def _orders(model: Model, name: str, wanted: Any) -> list[Order]:
    column = model.by_name.get(name)
    if column is not None:
        return [_order(column, wanted)]
    relation = model.relation(name)
    if "_count" in wanted:
        count: list[Filter] = [{"$group": {"_id": 1, "v": {"$sum": 1}}}]
        return [_order(lambda into: _lookup(relation, count, into, 0), wanted["_count"])]
    if relation.is_list:
        raise InvalidCall(f"{model.name}.{name} is a list: only its _count sorts records.")
    return [
        further._replace(by=_of_one(relation, further.by))
        for inner, way in wanted.items()
        for further in _orders(relation.target, inner, way)
    ]


def _of_one(relation: Relation, by: Column | Stages) -> Stages:
    """What the related record is sorted by."""
    path = by.database_name if isinstance(by, Column) else _COMPUTED
    before = [] if isinstance(by, Column) else by(path)
    pipeline: list[Filter] = [{"$limit": 1}, *before, {"$project": {"_id": 0, "v": "$" + path}}]
    return lambda into: _lookup(relation, pipeline, into, None)


def _lookup(relation: Relation, pipeline: Sequence[Filter], into: str, otherwise: Any) -> list[Filter]:
    """The server looks related documents up, and the value `v` of the first goes into a field."""
    variables: Filter = {}
    equal: list[Filter] = []
    for index, (local, remote) in enumerate(zip(relation.local, relation.remote)):
        key, own, other = f"$$k{index}", "$" + local.database_name, "$" + remote.database_name
        # A variable without a value is none at all; what has no key belongs to nothing.
        variables[f"k{index}"] = {"$ifNull": [own, [] if local.is_list else None]}
        equal += [{"$in": [other, key]}] if local.is_list else [{"$eq": [other, key]}, {"$gt": [key, None]}]
    look = {
        "from": relation.target.database_name,
        "let": variables,
        "pipeline": [{"$match": {"$expr": {"$and": equal}}}, *pipeline],
        "as": _RELATED,
    }
    first = {"$ifNull": [{"$arrayElemAt": [f"${_RELATED}.v", 0]}, otherwise]}
    return [{"$lookup": look}, {"$addFields": {into: first}}, {"$project": {_RELATED: 0}}]


def _order(by: Column | Stages, wanted: Any) -> Order:
    sort, nulls = (wanted.get("sort"), wanted.get("nulls")) if is_mapping(wanted) else (wanted, None)
    if sort not in ("asc", "desc"):
        raise InvalidCall(f"An order is 'asc' or 'desc', not {sort!r}.")
    is_descending = sort == "desc"
    return Order(by, is_descending, nulls is not None and (nulls == "first") == is_descending)


def backwards(wanted: Sequence[Order]) -> list[Order]:
    """The same order, the other way round."""
    return [order._replace(is_descending=not order.is_descending) for order in wanted]


def total(model: Model, wanted: Sequence[Order]) -> list[Order]:
    """The key's fields behind the others, so that each document has a place of its own."""
    sorted_by = {order.by.name for order in wanted if isinstance(order.by, Column)}
    key = model.primary.columns if model.primary else ()
    return [*wanted, *(Order(column, False, False) for column in key if column.name not in sorted_by)]


def stages(wanted: Sequence[Order]) -> list[Filter]:
    """Of a pipeline. Where no value is to be more than any, a field that says so is sorted by first."""
    found: list[Filter] = []
    computed: Filter = {}
    sort: dict[str, int] = {}
    for index, (by, is_descending, is_contrary) in enumerate(wanted):
        direction = -1 if is_descending else 1
        path = by.database_name if isinstance(by, Column) else f"{_COMPUTED}{index}"
        if not isinstance(by, Column):
            found += by(path)
        if is_contrary:
            empty = f"flash_empty{index}"
            computed[empty] = {"$eq": [{"$ifNull": ["$" + path, None]}, None]}
            sort[empty] = direction
        # The first of two orders by one field decides.
        sort.setdefault(path, direction)
    return [*found, *([{"$addFields": computed}] if computed else ()), *([{"$sort": sort}] if sort else ())]


def reached(wanted: Sequence[Order], start: Document) -> Filter:
    """The documents from one on, itself included."""
    choices: list[Filter] = []
    same: list[Filter] = []
    for by, is_descending, is_contrary in wanted:
        if not isinstance(by, Column):
            raise InvalidCall("A cursor takes an order by fields of the record itself only.")
        path = by.database_name
        value = start.get(path)
        nulls_after = is_descending != is_contrary
        further: Filter = {path: {"$lt" if is_descending else "$gt": value}}
        if value is None:
            further = {path: {"$ne": None}}
        elif nulls_after:
            further = {"$or": [further, {path: None}]}
        if value is not None or not nulls_after:
            choices.append({"$and": [*same, further]})
        same.append({path: value})
    return {"$or": [*choices, {"$and": same}]}
