"""Orders, and places in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .conditions import Conditions, Shape, conjunction
from .errors import InvalidCall
from .scope import is_mapping
from .tables import Column, Key, Model

_REVERSED = {
    "ASC": "DESC",
    "DESC": "ASC",
    "ASC_NULLS_FIRST": "DESC_NULLS_LAST",
    "ASC_NULLS_LAST": "DESC_NULLS_FIRST",
    "DESC_NULLS_FIRST": "ASC_NULLS_LAST",
    "DESC_NULLS_LAST": "ASC_NULLS_FIRST",
}


def orders(model: Model, wanted: Any) -> list[Shape]:
    """The directions of an order, as a list or alone."""
    if not wanted:
        return []
    items: Sequence[Mapping[str, Any]] = [wanted] if is_mapping(wanted) else wanted
    return [order for item in items for name, value in item.items() for order in _order(model, name, value)]


def _order(model: Model, name: str, wanted: Any) -> list[Shape]:
    column = model.by_name.get(name)
    if column is not None:
        return [("column", column.index, direction(wanted, column.is_nullable))]
    relation = model.relation(name)
    if "_count" in wanted:
        return [("count", name, direction(wanted["_count"], False))]
    if relation.is_list:
        raise InvalidCall(f"{model.name}.{name} is a list: only its _count sorts rows.")
    # There may be no related record.
    return [
        ("related", name, inner[:-1], direction(value, True))
        for key, value in wanted.items()
        for inner in _order(relation.target, key, value)
    ]


def direction(wanted: Any, is_nullable: bool) -> str:
    """The fragment of a direction. Unless it is said, null counts as the least of all values."""
    if is_mapping(wanted):
        if "sort" not in wanted:
            return direction(next(iter(wanted.values())), is_nullable)
        sort, nulls = wanted["sort"], wanted.get("nulls")
    else:
        sort, nulls = wanted, None
    if sort not in ("asc", "desc"):
        raise InvalidCall(f"An order is 'asc' or 'desc', not {sort!r}.")
    name: str = sort.upper()
    if not is_nullable:
        return name
    if nulls is None:
        nulls = "first" if sort == "asc" else "last"
    return f"{name}_NULLS_{nulls.upper()}"


def backwards(shapes: Sequence[Shape]) -> list[Shape]:
    """The same order, the other way round."""
    return [(*shape[:-1], _REVERSED[shape[-1]]) for shape in shapes]


def total(model: Model, shapes: list[Shape], key: Key) -> list[Shape]:
    """An order in which each row has a place of its own."""
    sorted_by = {shape[1] for shape in shapes if shape[0] == "column"}
    for unique in model.keys:
        if all(column.index in sorted_by and not column.is_nullable for column in unique.columns):
            return shapes
    last = model.primary or key
    return shapes + [("column", column.index, "ASC") for column in last.columns if column.index not in sorted_by]


def reached(conditions: Conditions, model: Model, shapes: Sequence[Shape], row: Any, includes: bool) -> Shape:
    """The rows that come after one in an order, or that one too."""
    for shape in shapes:
        if shape[0] != "column":
            raise InvalidCall("A cursor takes an order by columns of the row itself only.")
    choices: list[Shape] = []
    for depth in range(len(shapes)):
        further = _further(conditions, model, shapes, row, depth)
        if further is not None:
            choices.append(further)
    if includes:
        same = conjunction([_same(conditions, model, shape, row) for shape in shapes])
        if same:
            choices.append(same)
    return ("or", *choices) if choices else ("never",)


def _side(model: Model, shape: Shape, row: Any) -> tuple[Column, bool, Any, bool]:
    column = model.at(shape[1])
    is_descending = shape[-1].startswith("DESC")
    nulls_last = shape[-1].endswith("NULLS_LAST")
    return column, not is_descending, getattr(row, column.attribute), nulls_last


def _same(conditions: Conditions, model: Model, shape: Shape, row: Any) -> Shape:
    column, _, value, _ = _side(model, shape, row)
    if value is None:
        return "null", column.index
    conditions.values.append(column.encoded(value))
    return "value", "EQ", column.index


def _further(conditions: Conditions, model: Model, shapes: Sequence[Shape], row: Any, depth: int) -> Shape | None:
    """Equal in all that comes before this direction, and further in it."""
    column, up, value, nulls_last = _side(model, shapes[depth], row)
    if value is None and nulls_last:
        return None
    parts = [_same(conditions, model, shape, row) for shape in shapes[:depth]]
    if value is None:
        parts.append(("present", column.index))
        return conjunction(parts)
    fragment = "GT" if up else "LT"
    if column.enum is not None:
        conditions.values.append(_place(conditions, column, value))
        further: Shape = ("place", fragment, column.index)
    else:
        conditions.values.append(column.encoded(value))
        further = ("value", fragment, column.index)
    parts.append(("or", further, ("null", column.index)) if column.is_nullable and nulls_last else further)
    return conjunction(parts)


def _place(conditions: Conditions, column: Column, value: Any) -> Any:
    if not conditions.scope.has("ENUM_PLACE") or column.enum is None:
        return column.encoded(value)
    return list(column.enum).index(value) + 1
