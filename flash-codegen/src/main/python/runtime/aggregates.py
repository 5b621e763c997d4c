"""Values of many records, of all of them or of groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .arguments import page
from .conditions import Conditions, Shape, conjunction
from .errors import InvalidCall
from .orders import direction, orders
from .scope import ROWS, Scope, Steps, is_mapping
from .sql import Text, column_of
from .tables import Column, Model

Arguments = Mapping[str, Any]
Selected = tuple[str, int]
"""A function and the column that it is of; a negative one for the records themselves."""

_FUNCTIONS = ("count", "distinct_count", "sum", "avg", "min", "max")
_COMPARISONS = {"equals": "EQ", "not": "NE", "lt": "LT", "lte": "LTE", "gt": "GT", "gte": "GTE"}


def _fragment(function: str, column: Column) -> str:
    if function == "distinct_count":
        return "COUNT_DISTINCT"
    if function == "avg" and column.type == "DECIMAL":
        return "AVG_DECIMAL"
    return function.upper()


def _selected(model: Model, arguments: Arguments) -> list[tuple[str, str, Selected]]:
    """What is wanted: function, field, what is selected."""
    found: list[tuple[str, str, Selected]] = []
    for function in _FUNCTIONS:
        wanted = arguments.get(function)
        if not wanted:
            continue
        if wanted is True:
            if function != "count":
                raise InvalidCall(f"{function} is of fields: name them.")
            found.append((function, "", ("COUNT", -1)))
            continue
        for name, chosen in wanted.items():
            if chosen and name == "_all":
                found.append((function, name, ("COUNT", -1)))
            elif chosen:
                column = model.column(name)
                found.append((function, name, (_fragment(function, column), column.index)))
    return found


def _value(model: Model, selected: Selected, value: Any) -> Any:
    """A value of the database as code sees it."""
    function, index = selected
    if value is None or function in ("COUNT", "COUNT_DISTINCT"):
        return value
    column = model.at(index)
    if function in ("MIN", "MAX"):
        return column.decoded(value)
    if column.type == "DECIMAL":
        return column.decoded(value)
    return float(value) if function == "AVG" or column.type == "FLOAT" else int(value)


def _put(result: dict[str, Any], function: str, name: str, value: Any) -> None:
    member = "_distinct" if function == "distinct_count" else "_" + function
    if name:
        result.setdefault(member, {})[name] = value
    else:
        result[member] = value


def aggregate(scope: Scope, model: Model, arguments: Arguments) -> Steps[dict[str, Any]]:
    """Values of all records of a condition."""
    wanted = _selected(model, arguments)
    if not wanted:
        raise InvalidCall("aggregate wants to know of what: count, sum, avg, min or max.")
    rows = yield from _query(scope, model, arguments, tuple(selected for _, _, selected in wanted), (), None)
    result: dict[str, Any] = {}
    for (function, name, selected), value in zip(wanted, rows[0]):
        _put(result, function, name, _value(model, selected, value))
    return result


def group_by(scope: Scope, model: Model, arguments: Arguments) -> Steps[list[dict[str, Any]]]:
    """Values of groups of records that have some fields in common."""
    by: Any = arguments["by"]
    columns = [model.column(name) for name in ([by] if isinstance(by, str) else by)]
    if not columns:
        raise InvalidCall("Groups have a field in common at least: by is empty.")
    wanted = _selected(model, arguments)
    selected = tuple(selected for _, _, selected in wanted)
    keys = tuple(column.index for column in columns)
    rows = yield from _query(scope, model, arguments, selected, keys, arguments.get("having"))
    results: list[dict[str, Any]] = []
    width = len(columns)
    for row in rows:
        result: dict[str, Any] = {column.name: column.decoded(value) for column, value in zip(columns, row)}
        for (function, name, chosen), value in zip(wanted, row[width:]):
            _put(result, function, name, _value(model, chosen, value))
        results.append(result)
    return results


def _query(
    scope: Scope,
    model: Model,
    arguments: Arguments,
    selected: tuple[Selected, ...],
    keys: tuple[int, ...],
    having: Arguments | None,
) -> Steps[Sequence[Any]]:
    values: list[Any] = []
    conditions = Conditions(scope, values)
    where = conditions.where(model, arguments.get("where"))
    take, skip = page(arguments)
    bounds = [bound for bound in (take, skip) if bound is not None]
    wanted: tuple[Shape, ...] = ()
    groups: Shape | None = None
    if keys:
        groups = _having(conditions, model, having) if having else None
        wanted = tuple(_group_orders(model, arguments.get("order"), keys))
    elif bounds:
        wanted = tuple(orders(model, arguments.get("order")))
    values += bounds
    shape = ("aggregate", model.name, where, selected, keys, groups, wanted, take is not None, skip is not None)
    rows: Sequence[Any] = yield ROWS, scope.text(shape, _write, model, shape), values
    return rows


def _having(conditions: Conditions, model: Model, having: Arguments) -> Shape | None:
    """`{"visits": {"_sum": {"gt": 3}}}`, `{"_count": {"gt": 1}}`, or a condition on what the groups have in common."""
    parts: list[Shape] = []
    for name, wanted in having.items():
        if name in ("AND", "OR", "NOT"):
            branches = [wanted] if is_mapping(wanted) else wanted
            shapes = [shape for shape in (_having(conditions, model, branch) for branch in branches) if shape]
            if name == "OR":
                parts.append(("or", *shapes))
            else:
                parts.extend(shapes if name == "AND" else (("not", shape) for shape in shapes))
        elif name == "_count":
            parts.extend(_compared(conditions, None, "COUNT", -1, wanted))
        else:
            column = model.column(name)
            for function, comparison in wanted.items() if is_mapping(wanted) else ():
                if function.startswith("_"):
                    fragment = _fragment(function[1:], column)
                    parts.extend(_compared(conditions, column, fragment, column.index, comparison))
            plain = (
                {key: value for key, value in wanted.items() if not key.startswith("_")}
                if is_mapping(wanted)
                else wanted
            )
            if plain != {}:
                shape = conditions.where(model, {name: plain})
                parts.extend([shape] if shape else [])
    return conjunction(parts)


def _compared(conditions: Conditions, column: Column | None, function: str, index: int, wanted: Any) -> list[Shape]:
    shapes: list[Shape] = []
    for name, value in (wanted if is_mapping(wanted) else {"equals": wanted}).items():
        bounds = zip(("GTE", "LTE"), value) if name == "between" else ((_COMPARISONS.get(name, ""), value),)
        for operator, bound in bounds:
            if not operator:
                raise InvalidCall(f"An aggregate has no operator {name!r}.")
            is_own = column is not None and (function in ("MIN", "MAX") or column.type == "DECIMAL")
            conditions.values.append(column.encoded(bound) if column is not None and is_own else bound)
            shapes.append(("aggregate", function, index, operator))
    return shapes


def _group_orders(model: Model, wanted: Any, keys: Sequence[int]) -> list[Shape]:
    found: list[Shape] = []
    items: Sequence[Arguments] = [wanted] if is_mapping(wanted) else wanted or ()
    for item in items:
        for name, value in item.items():
            if name == "_count" and isinstance(value, str):
                found.append(("aggregate", "COUNT", -1, direction(value, False)))
            elif name.startswith("_"):
                for field, way in value.items():
                    column = model.column(field)
                    is_count = name == "_count"
                    fragment = _fragment(name[1:], column)
                    found.append(("aggregate", fragment, column.index, direction(way, not is_count)))
            else:
                column = model.column(name)
                if column.index not in keys:
                    raise InvalidCall(f"A group has many values of {name}: put it into by, or sort by an aggregate.")
                found.append(("column", column.index, direction(value, column.is_nullable)))
    return found


def _write(scope: Scope, model: Model, shape: tuple[Any, ...]) -> str:
    _, _, where, selected, keys, having, wanted, takes, skips = shape
    text = Text(scope)
    # A page of records is a table of its own.
    inner = text.alias()
    alias = text.alias()
    of = alias if not keys and (takes or skips) else inner
    columns = [column_of(model.at(index), of) for index in keys]
    values = columns + [text.aggregate(model, function, index, of) for function, index in selected]
    start = "SELECT " + ", ".join(values)
    rows = f" FROM {model.table} AS {inner}{text.where(model, where, inner)}"
    paged = text.order_by(model, wanted, inner) + text.page(takes, skips)
    if keys:
        having_text = " HAVING " + text.condition(model, having, inner) if having else ""
        return f"{start}{rows} GROUP BY {', '.join(columns)}{having_text}{paged}"
    if takes or skips:
        return f"{start} FROM (SELECT {inner}.*{rows}{paged}) AS {alias}"
    return start + rows
