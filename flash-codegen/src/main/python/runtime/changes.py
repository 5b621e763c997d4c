"""New values for some columns of a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .errors import InvalidCall
from .makers import now
from .scope import Scope, is_mapping
from .tables import Column, Model

Shape = tuple[tuple[str, int], ...]
"""Operations and the columns that they change."""

_OPERATIONS = {
    "set": "SET",
    "increment": "INCREMENT",
    "decrement": "DECREMENT",
    "multiply": "MULTIPLY",
    "divide": "DIVIDE",
    "push": "PUSH",
}


class Changes:
    """What an update changes in its own row; what is to be written with it stands beside."""

    __slots__ = ("_changed", "nested", "values")

    def __init__(self, model: Model, data: Mapping[str, Any]) -> None:
        self._changed: dict[int, str] = {}
        self.values: dict[int, Any] = {}
        self.nested: dict[str, Mapping[str, Any]] = {}
        for name, value in data.items():
            column = model.by_name.get(name)
            if column is None:
                self.nested[model.relation(name).name] = value
            else:
                self._change(model, column, value)

    def _change(self, model: Model, column: Column, value: Any) -> None:
        if column.is_generated:
            raise InvalidCall(f"{model.name}.{column.name} is computed by the database.")
        if is_mapping(value) and column.type not in ("JSON", "COMPOSITE"):
            if len(value) != 1 or next(iter(value)) not in _OPERATIONS:
                raise InvalidCall(f"{model.name}.{column.name} is changed by one of {', '.join(_OPERATIONS)}.")
            ((operation, operand),) = value.items()
            if operation == "push" and not isinstance(operand, (list, tuple)):
                operand = [operand]
            self.put(column, operand, _OPERATIONS[operation])
        else:
            self.put(column, value)

    def put(self, column: Column, value: Any, operation: str = "SET") -> None:
        """Changes a column; the last change of one counts."""
        self.put_encoded(column, column.encoded(value), operation)

    def put_encoded(self, column: Column, value: Any, operation: str = "SET") -> None:
        """The same, of a value as the driver takes it."""
        self._changed.pop(column.index, None)
        self._changed[column.index] = operation
        self.values[column.index] = value

    def stamp(self, model: Model) -> Changes:
        """Adds what every change of a record changes too."""
        if self._changed:
            for column in model.updated_at:
                if column.index not in self._changed:
                    moment = now()
                    value: Any = moment
                    if column.type == "DATE":
                        value = moment.date()
                    elif column.type == "TIME":
                        value = moment.time()
                    self.put(column, value)
            if model.version is not None and model.version.index not in self._changed:
                self.put(model.version, 1, "INCREMENT")
        return self

    def shape(self) -> Shape:
        """Empty if nothing is changed."""
        return tuple((operation, index) for index, operation in self._changed.items())

    def bound(self) -> list[Any]:
        """The values, in the order of the shape."""
        return [self.values[index] for index in self._changed]


def write_changes(scope: Scope, model: Model, changes: Sequence[tuple[str, int]], row: str) -> str:
    """The assignments of an update; row stands before a column's name where its present value is meant."""
    parts: list[str] = []
    for operation, index in changes:
        name = model.at(index).sql
        pieces = scope.fragment(operation).split("{current}")
        parts.append((row + name).join(piece.replace("{}", name) for piece in pieces))
    return ", ".join(parts)
