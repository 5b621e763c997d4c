"""Statements of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .errors import InvalidCall
from .scope import COUNT, QUERY, Scope, Steps
from .tables import Tables


def execute(scope: Scope, text: str, values: Sequence[Any], tables: Tables) -> Steps[int]:
    """Carries out a statement; gives how many rows it changed."""
    count: int = yield COUNT, scope.raw(text), _written(scope, values, tables)
    return count


def query(
    scope: Scope,
    text: str,
    values: Sequence[Any],
    tables: Tables,
    model: type[Any] | None,
    types: Mapping[str, type[Any]] | None,
) -> Steps[list[Any]]:
    """The rows of a statement, as dicts or as records of a model."""
    names, rows = yield QUERY, scope.raw(text), _written(scope, values, tables)
    if model is None:
        found = [dict(zip(names, row)) for row in rows]
        for name, kind in (types or {}).items():
            if name not in names:
                raise InvalidCall(f"The statement gives no column {name!r}.")
            read = _reader(scope, tables, kind)
            for row in found:
                if row[name] is not None:
                    row[name] = read(row[name])
        return found
    if types:
        raise InvalidCall("Give model or types, not both: a model knows the types of its fields.")
    return _records(names, rows, tables, model)


def _records(names: Sequence[str], rows: Sequence[Any], tables: Tables, model: type[Any]) -> list[Any]:
    known = tables.models.get(getattr(model, "__name__", ""))
    if known is None:
        raise InvalidCall(f"{model!r} is no model of this client.")
    places = {name: index for index, name in enumerate(names)}
    try:
        order = [places[column.database_name] for column in known.columns]
    except KeyError as missing:
        raise InvalidCall(f"The statement gives no column {missing} of {known.name}.") from None
    return known.map([[row[index] for index in order] for row in rows])


def _written(scope: Scope, values: Sequence[Any], tables: Tables) -> list[Any]:
    """Values as columns of their type keep them."""
    return [_kept(scope, value, tables) for value in values]


def _kept(scope: Scope, value: object, tables: Tables) -> Any:
    of = type(value)
    kind = scope.kinds.get(of)
    if kind is not None:
        return kind[0](value)
    members = tables.enums.get(of, {})
    return next((kept for kept, member in members.items() if member is value), value)


def _reader(scope: Scope, tables: Tables, kind: type[Any]) -> Callable[[Any], Any]:
    known = scope.kinds.get(kind)
    if known is not None:
        return known[1]
    members = tables.enums.get(kind)
    return members.__getitem__ if members else lambda value: value if isinstance(value, kind) else kind(value)
