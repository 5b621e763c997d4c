"""Statements of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .errors import InvalidCall
from .scope import COUNT, QUERY, Scope, Steps
from .tables import Tables


def execute(scope: Scope, text: str, values: Sequence[Any]) -> Steps[int]:
    """Carries out a statement; gives how many rows it changed."""
    count: int = yield COUNT, scope.raw(text), list(values)
    return count


def query(scope: Scope, text: str, values: Sequence[Any], tables: Tables, model: type[Any] | None) -> Steps[list[Any]]:
    """The rows of a statement, as dicts or as records of a model."""
    names, rows = yield QUERY, scope.raw(text), list(values)
    if model is None:
        return [dict(zip(names, row)) for row in rows]
    found = tables.models.get(getattr(model, "__name__", ""))
    if found is None:
        raise InvalidCall(f"{model!r} is no model of this client.")
    places = {name: index for index, name in enumerate(names)}
    try:
        order = [places[column.database_name] for column in found.columns]
    except KeyError as missing:
        raise InvalidCall(f"The statement gives no column {missing} of {found.name}.") from None
    return found.map([[row[index] for index in order] for row in rows])
