"""Values of many records, of all of them or of groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from .arguments import page
from .conditions import filter_of
from .documents import Document, Filter, Server
from .documents import aggregate as run
from .errors import InvalidCall
from .reads import stages_of
from .scope import Steps, is_mapping
from .tables import Column, Model

Arguments = Mapping[str, Any]

_FUNCTIONS = ("count", "distinct_count", "sum", "avg", "min", "max")
_COMPARISONS = {"equals": "$eq", "not": "$ne", "lt": "$lt", "lte": "$lte", "gt": "$gt", "gte": "$gte"}
_JUNCTIONS = {"AND": "$and", "OR": "$or", "NOT": "$nor"}


class _Part(NamedTuple):
    """A function and the column that it is of; None for the records themselves."""

    function: str
    column: Column | None

    @property
    def name(self) -> str:
        """The field of a group that has its value."""
        return f"{self.function}_{self.column.index}" if self.column is not None else "count"


def _parts(model: Model, arguments: Arguments) -> list[tuple[str, str, _Part]]:
    """What is wanted: function, field, the part of it."""
    found: list[tuple[str, str, _Part]] = []
    for function in _FUNCTIONS:
        wanted = arguments.get(function)
        if not wanted:
            continue
        if wanted is True:
            if function != "count":
                raise InvalidCall(f"{function} is of fields: name them.")
            found.append((function, "", _Part(function, None)))
            continue
        for name, chosen in wanted.items():
            if chosen:
                found.append((function, name, _Part(function, None if name == "_all" else model.column(name))))
    return found


def _accumulators(parts: Sequence[_Part]) -> Filter:
    stages: Filter = {}
    for part in parts:
        if part.column is None:
            stages[part.name] = {"$sum": 1}
            continue
        path = "$" + part.column.database_name
        present = {"$sum": {"$cond": [{"$eq": [{"$ifNull": [path, None]}, None]}, 0, 1]}}
        if part.function == "count":
            stages[part.name] = present
        elif part.function == "distinct_count":
            stages[part.name] = {"$addToSet": path}
        else:
            stages[part.name] = {"$" + part.function: path}
        if part.function == "sum":
            # A sum of nothing is 0 here, and no value in SQL.
            stages[part.name + "_present"] = present
    return stages


def _grouped(key: Any, parts: Sequence[_Part]) -> list[Filter]:
    """The stages that make groups."""
    distinct = {
        part.name: {"$size": {"$setDifference": ["$" + part.name, [None]]}}
        for part in parts
        if part.function == "distinct_count"
    }
    return [{"$group": {"_id": key, **_accumulators(parts)}}, *([{"$addFields": distinct}] if distinct else ())]


def _value(part: _Part, group: Document) -> Any:
    value = group.get(part.name)
    if part.function in ("count", "distinct_count") or part.column is None:
        return int(value or 0)
    if value is None or (part.function == "sum" and not group.get(part.name + "_present")):
        return None
    if part.function in ("min", "max"):
        return part.column.decoded(value)
    return float(value) if part.function == "avg" or part.column.type == "FLOAT" else int(value)


def _put(result: dict[str, Any], wanted: Sequence[tuple[str, str, _Part]], group: Document) -> dict[str, Any]:
    for function, name, part in wanted:
        member = "_distinct" if function == "distinct_count" else "_" + function
        if name:
            result.setdefault(member, {})[name] = _value(part, group)
        else:
            result[member] = _value(part, group)
    return result


def aggregate(server: Server, model: Model, arguments: Arguments) -> Steps[dict[str, Any]]:
    """Values of all records of a condition."""
    wanted = _parts(model, arguments)
    if not wanted:
        raise InvalidCall("aggregate wants to know of what: count, sum, avg, min or max.")
    take, skip = page(arguments)
    groups: list[Document] = []
    if take != 0:
        stages = (yield from stages_of(server, model, arguments)) or []
        grouped = _grouped(1, [part for _, _, part in wanted])
        groups = yield from run(model, [*stages, *_bounds(take, skip), *grouped])
    return _put({}, wanted, groups[0] if groups else {})


def _bounds(take: int | None, skip: int | None) -> list[Filter]:
    return [*([{"$skip": skip}] if skip else ()), *([{"$limit": abs(take)}] if take is not None else ())]


def group_by(server: Server, model: Model, arguments: Arguments) -> Steps[list[dict[str, Any]]]:
    """Values of groups of records that have some fields in common."""
    by: Any = arguments["by"]
    columns = [model.column(name) for name in ([by] if isinstance(by, str) else by)]
    if not columns:
        raise InvalidCall("Groups have a field in common at least: by is empty.")
    wanted = _parts(model, arguments)
    parts = [part for _, _, part in wanted]
    having = _having(model, columns, arguments.get("having") or {}, parts)
    sort = _sort(model, columns, arguments.get("order"), parts)
    take, skip = page(arguments)
    if take == 0:
        return []
    # A field without a value and one that is null are one group.
    key = {f"k{i}": {"$ifNull": ["$" + column.database_name, None]} for i, column in enumerate(columns)}
    stages: list[Filter] = [
        {"$match": (yield from filter_of(server, model, arguments.get("where")))},
        *_grouped(key, parts),
        {"$match": having},
        *([{"$sort": sort}] if sort else ()),
        *_bounds(take, skip),
    ]
    results: list[dict[str, Any]] = []
    for group in (yield from run(model, stages)):
        values = group["_id"]
        results.append(
            _put({column.name: column.decoded(values[f"k{i}"]) for i, column in enumerate(columns)}, wanted, group)
        )
    return results


def _having(model: Model, by: Sequence[Column], having: Arguments, parts: list[_Part]) -> Filter:
    """`{"visits": {"_sum": {"gt": 3}}}`, `{"_count": {"gt": 1}}`, or a condition on what the groups have in common."""
    found: list[Filter] = []
    for name, wanted in having.items():
        if name in _JUNCTIONS:
            branches = [wanted] if is_mapping(wanted) else wanted
            inner = [_having(model, by, branch, parts) for branch in branches]
            found += [{_JUNCTIONS[name]: inner}] if inner else []
        elif name == "_count":
            found.append(_compared(_added(parts, _Part("count", None)), wanted, int))
        else:
            found += _of_field(model, by, model.column(name), wanted, parts)
    return {"$and": found} if found else {}


def _of_field(model: Model, by: Sequence[Column], column: Column, wanted: Any, parts: list[_Part]) -> list[Filter]:
    comparisons: Arguments = wanted if is_mapping(wanted) else {"equals": wanted}
    found: list[Filter] = []
    plain = {name: value for name, value in comparisons.items() if not name.startswith("_")}
    for name, comparison in comparisons.items():
        if name.startswith("_"):
            function = "distinct_count" if name == "_distinct" else name[1:]
            is_own = function in ("min", "max")
            path = _added(parts, _Part(function, column))
            found.append(_compared(path, comparison, column.encoded if is_own else _same))
    if plain:
        found.append(_compared(_key(model, by, column), plain, column.encoded))
    return found


def _same(value: Any) -> Any:
    return value


def _added(parts: list[_Part], part: _Part) -> str:
    """The field of a part, which is computed from now on."""
    if part not in parts:
        parts.append(part)
    return part.name


def _compared(path: str, wanted: Any, encoded: Callable[[Any], Any]) -> Filter:
    tests: list[Filter] = []
    for name, value in (wanted if is_mapping(wanted) else {"equals": wanted}).items():
        if name == "between":
            low, high = value
            tests.append({path: {"$gte": encoded(low), "$lte": encoded(high)}})
        elif name in ("in", "not_in"):
            tests.append({path: {"$in" if name == "in" else "$nin": [encoded(item) for item in value]}})
        elif name in _COMPARISONS:
            tests.append({path: {_COMPARISONS[name]: None if value is None else encoded(value)}})
        else:
            raise InvalidCall(f"An aggregate has no operator {name!r}.")
    return {"$and": tests} if tests else {}


def _key(model: Model, by: Sequence[Column], column: Column) -> str:
    for index, key in enumerate(by):
        if key is column:
            return f"_id.k{index}"
    raise InvalidCall(
        f"A group has many values of {model.name}.{column.name}: put it into by, or ask for an aggregate."
    )


def _sort(model: Model, by: Sequence[Column], wanted: Any, parts: list[_Part]) -> dict[str, int]:
    sort: dict[str, int] = {}
    items: Sequence[Arguments] = [wanted] if is_mapping(wanted) else wanted or ()
    for item in items:
        for name, value in item.items():
            if name == "_count" and isinstance(value, str):
                sort[_added(parts, _Part("count", None))] = _direction(value)
            elif name.startswith("_"):
                function = "distinct_count" if name == "_distinct" else name[1:]
                for field, way in value.items():
                    sort[_added(parts, _Part(function, model.column(field)))] = _direction(way)
            else:
                sort[_key(model, by, model.column(name))] = _direction(value)
    return sort


def _direction(wanted: Any) -> int:
    sort = wanted.get("sort") if is_mapping(wanted) else wanted
    if sort not in ("asc", "desc"):
        raise InvalidCall(f"An order is 'asc' or 'desc', not {sort!r}.")
    return 1 if sort == "asc" else -1
