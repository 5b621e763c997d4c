"""Writes the text of a shape. Values have their places in the order in which the shapes were taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .scope import Scope
from .tables import Column, Model, Relation

Shape = tuple[Any, ...]
WHOLE: Shape = (None, (), ())
"""What is read of a model: the places of columns, or all; relations whose records are counted; what is joined."""


class Text:
    """A statement that is being written."""

    __slots__ = ("_aliases", "scope")

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._aliases = 0

    def alias(self) -> str:
        """A name that no other table of the statement has."""
        self._aliases += 1
        return f"t{self._aliases - 1}"

    def fill(self, fragment: str, column: str) -> str:
        """A fragment with a column in its place."""
        # The path goes first: a column may be called like it.
        return self.scope.fragment(fragment).replace("{path}", "?").replace("{}", column)

    def condition(self, model: Model, shape: Shape, alias: str) -> str:
        """A condition on a row of a model."""
        kind = shape[0]
        if kind == "value":
            return self.fill(shape[1], column_of(model.at(shape[2]), alias))
        if kind in ("and", "or"):
            parts = [self.condition(model, part, alias) for part in shape[1:]]
            return "(" + (" AND " if kind == "and" else " OR ").join(parts) + ")" if parts else "1 = 1"
        if kind == "not":
            return f"NOT ({self.condition(model, shape[1], alias)})"
        if kind == "never":
            return "1 = 0"
        if kind in ("null", "present"):
            fragment = "IS_NULL" if kind == "null" else "IS_NOT_NULL"
            return self.fill(fragment, column_of(model.at(shape[1]), alias))
        if kind == "among":
            return self._among(shape[1], column_of(model.at(shape[2]), alias), shape[3])
        if kind == "keys":
            return self._keys([model.at(index) for index in shape[1]], shape[2], alias)
        if kind == "relation":
            return self._related(model.relation(shape[1]), shape[2], shape[3], alias)
        if kind == "count":
            return self.fill(shape[2], self.count_of(model.relation(shape[1]), alias))
        if kind == "part":
            return self.fill(shape[1], column_of(model.at(shape[2]), alias))
        if kind == "json":
            part = self.fill(shape[1], column_of(model.at(shape[2]), alias))
            return self.fill(shape[3], part)
        if kind == "place":
            return self.fill(shape[1], self._place(model.at(shape[2]), alias))
        if kind == "aggregate":
            return self.fill(shape[3], self.aggregate(model, shape[1], shape[2], alias))
        raise AssertionError(kind)

    def _place(self, column: Column, alias: str) -> str:
        name = column_of(column, alias)
        return self.fill("ENUM_PLACE", name) if self.scope.has("ENUM_PLACE") else name

    def _among(self, fragment: str, column: str, count: int) -> str:
        if count == 0:
            return "1 = 0" if fragment == "IN" else "1 = 1"
        return self.scope.fragment(fragment).replace("{list}", marks(count)).replace("{}", column)

    def _keys(self, columns: Sequence[Column], count: int, alias: str) -> str:
        names = "(" + ", ".join(column_of(column, alias) for column in columns) + ")"
        rows = ", ".join(["(" + marks(len(columns)) + ")"] * count)
        before, after = self.scope.fragment("KEYS_IN").split("{list}")
        return before.replace("{}", names) + rows + after

    def _related(self, relation: Relation, quantifier: str, condition: Shape | None, alias: str) -> str:
        related = self.alias()
        text = "EXISTS" if quantifier == "some" else "NOT EXISTS"
        text += " (SELECT 1" + self.from_related(relation, alias, related)
        if condition is None:
            return text + (" AND 1 = 0)" if quantifier == "every" else ")")
        inner = self.condition(relation.target, condition, related)
        # A related row for which the condition is unknown does not satisfy it either.
        return text + (f" AND ({inner}) IS NOT TRUE)" if quantifier == "every" else f" AND {inner})")

    def from_related(self, relation: Relation, alias: str, related: str) -> str:
        """The rows at the other end of a relation that belong to a row of this one."""
        text = f" FROM {relation.target.table} AS {related}"
        if relation.through is None:
            return text + " WHERE " + equal(relation, alias, related)
        pairs = self.alias()
        return (
            f"{text} INNER JOIN {relation.through['table']} AS {pairs}"
            f" ON {pairs}.{relation.through['remote']} = {column_of(relation.remote[0], related)}"
            f" WHERE {pairs}.{relation.through['local']} = {column_of(relation.local[0], alias)}"
        )

    def count_of(self, relation: Relation, alias: str) -> str:
        """How many related rows there are."""
        related = self.alias()
        return "(SELECT COUNT(*)" + self.from_related(relation, alias, related) + ")"

    def aggregate(self, model: Model, function: str, index: int, alias: str) -> str:
        """One value of many rows; of all of them if the index is negative."""
        return self.fill(function, "*" if index < 0 else column_of(model.at(index), alias))

    def order(self, model: Model, shape: Shape, alias: str) -> str:
        """One direction of an order."""
        return self.fill(shape[-1], self.expression(model, shape[:-1], alias))

    def expression(self, model: Model, shape: Shape, alias: str) -> str:
        """What rows are sorted by."""
        kind = shape[0]
        if kind == "column":
            return column_of(model.at(shape[1]), alias)
        if kind == "aggregate":
            return self.aggregate(model, shape[1], shape[2], alias)
        relation = model.relation(shape[1])
        if kind == "count":
            return self.count_of(relation, alias)
        related = self.alias()
        value = self.expression(relation.target, shape[2], related)
        return f"(SELECT {value}{self.from_related(relation, alias, related)})"

    def order_by(self, model: Model, orders: Sequence[Shape], alias: str) -> str:
        """A whole order, or nothing."""
        if not orders:
            return ""
        return " ORDER BY " + ", ".join(self.order(model, order, alias) for order in orders)

    def page(self, takes: bool, skips: bool) -> str:
        """How many rows, after how many others."""
        if skips:
            return self.scope.fragment("LIMIT_OFFSET" if takes else "OFFSET")
        return self.scope.fragment("LIMIT") if takes else ""

    def columns(self, columns: Sequence[Column], alias: str) -> str:
        """The names of columns."""
        return ", ".join(column_of(column, alias) for column in columns)

    def wanted(self, model: Model, shape: Shape, alias: str) -> tuple[str, str]:
        """What is read of a table, and of those that are joined to it; and the joins."""
        columns, counts, joins = shape
        read = [column_of(column, alias) for column in (model.columns if columns is None else map(model.at, columns))]
        read += [self.count_of(model.relation(name), alias) for name in counts]
        tables = ""
        for name, inner in joins:
            relation = model.relation(name)
            related = self.alias()
            more, beyond = self.wanted(relation.target, inner, related)
            read.append(more)
            tables += f" LEFT JOIN {relation.target.table} AS {related} ON {equal(relation, alias, related)}{beyond}"
        return ", ".join(read), tables

    def where(self, model: Model, condition: Shape | None, alias: str) -> str:
        """A condition as a clause, or nothing."""
        return " WHERE " + self.condition(model, condition, alias) if condition else ""


def column_of(column: Column, alias: str) -> str:
    """A column of one of the statement's tables."""
    return f"{alias}.{column.sql}"


def equal(relation: Relation, alias: str, related: str) -> str:
    """That two rows belong together."""
    return " AND ".join(
        f"{column_of(remote, related)} = {column_of(local, alias)}"
        for remote, local in zip(relation.remote, relation.local)
    )


def marks(count: int) -> str:
    """So many places for values."""
    return ", ".join(["?"] * count)
