"""Orders, and places in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from .documents import Document, Filter
from .errors import InvalidCall
from .scope import is_mapping
from .tables import Column, Model


class Order(NamedTuple):
    """A direction. It is contrary if what has no value is not in the place of the least, as MongoDB has it."""

    column: Column
    is_descending: bool
    is_contrary: bool


def orders(model: Model, wanted: Any) -> list[Order]:
    """The directions of an order, as a list or alone."""
    if not wanted:
        return []
    items: Sequence[Mapping[str, Any]] = [wanted] if is_mapping(wanted) else wanted
    return [_order(model, name, way) for item in items for name, way in item.items()]


def _order(model: Model, name: str, wanted: Any) -> Order:
    if name in model.relations:
        raise InvalidCall(f"MongoDB cannot sort {model.name} by {name}, which is another collection's.")
    sort, nulls = (wanted.get("sort"), wanted.get("nulls")) if is_mapping(wanted) else (wanted, None)
    if sort not in ("asc", "desc"):
        raise InvalidCall(f"An order is 'asc' or 'desc', not {sort!r}.")
    is_descending = sort == "desc"
    return Order(model.column(name), is_descending, nulls is not None and (nulls == "first") == is_descending)


def backwards(wanted: Sequence[Order]) -> list[Order]:
    """The same order, the other way round."""
    return [order._replace(is_descending=not order.is_descending) for order in wanted]


def total(model: Model, wanted: Sequence[Order]) -> list[Order]:
    """The key's fields behind the others, so that each document has a place of its own."""
    sorted_by = {order.column.name for order in wanted}
    key = model.primary.columns if model.primary else ()
    return [*wanted, *(Order(column, False, False) for column in key if column.name not in sorted_by)]


def stages(wanted: Sequence[Order]) -> list[Filter]:
    """Of a pipeline. Where no value is to be more than any, a field that says so is sorted by first."""
    computed: Filter = {}
    sort: dict[str, int] = {}
    for column, is_descending, is_contrary in wanted:
        direction = -1 if is_descending else 1
        path = column.database_name
        if is_contrary:
            empty = f"flash_empty{len(computed)}"
            computed[empty] = {"$eq": [{"$ifNull": ["$" + path, None]}, None]}
            sort[empty] = direction
        # The first of two orders by one field decides.
        sort.setdefault(path, direction)
    return [*([{"$addFields": computed}] if computed else ()), *([{"$sort": sort}] if sort else ())]


def reached(wanted: Sequence[Order], start: Document) -> Filter:
    """The documents from one on, itself included."""
    choices: list[Filter] = []
    same: list[Filter] = []
    for column, is_descending, is_contrary in wanted:
        path = column.database_name
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
