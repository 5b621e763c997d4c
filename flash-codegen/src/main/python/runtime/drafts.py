"""New records, before they are inserted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .errors import InvalidCall
from .tables import Column, Key, Model


class Draft:
    """A record to insert: its values by fields, and what is to be written with it."""

    __slots__ = ("nested", "values")

    def __init__(self, model: Model, data: Mapping[str, Any]) -> None:
        self.values: dict[str, Any]
        self.nested: dict[str, Mapping[str, Any]] = {}
        if model.insert_sql is None:
            raise InvalidCall(f"{model.name} takes no new records.")
        if model.plain.issuperset(data):
            self.values = dict(data)
            return
        self.values = {}
        for name, value in data.items():
            column = model.by_name.get(name)
            if column is None:
                self.nested[model.relation(name).name] = value
            elif column.is_generated:
                raise InvalidCall(f"{model.name}.{name} is computed by the database.")
            else:
                self.values[name] = value

    def complete(self, model: Model) -> None:
        """Gives the values that the client makes."""
        for name, make in model.made:
            if name not in self.values:
                self.values[name] = make()

    def columns(self, model: Model) -> tuple[Column, ...]:
        """What it writes."""
        if model.given_names.isdisjoint(self.values):
            return model.always
        given = [column for column in model.given if self.values.get(column.name) is not None]
        return (*model.always, *given) if given else model.always

    def bound(self, columns: Sequence[Column]) -> list[Any]:
        """Its values as the driver takes them."""
        values = self.values
        return [column.encoded(values.get(column.name)) for column in columns]

    def key(self, key: Key) -> Any | None:
        """Its key as the driver takes it, a tuple if there are several columns; None if a part of it is not known."""
        parts = self.bound(key.columns)
        if None in parts:
            return None
        return parts[0] if len(parts) == 1 else tuple(parts)


def drafts(model: Model, items: Sequence[Mapping[str, Any]]) -> list[Draft]:
    """Complete drafts."""
    found = [Draft(model, data) for data in items]
    for draft in found:
        draft.complete(model)
    return found
