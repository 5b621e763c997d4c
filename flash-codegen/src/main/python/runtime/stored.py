"""What writes of related records, and the care for references, ask of the database: records, and pairs of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .conditions import Conditions, Shape
from .related import pair_keys
from .scope import COUNT, ROWS, Scope, Steps
from .sql import Text, column_of, marks
from .tables import Model, Relation, key_of

_MOST_PAIRS = 64
"""As many rows as MariaDB keeps warnings of those that were there already."""

Database = Scope
"""What calls must know of it."""


def records_of(scope: Scope, model: Model, condition: Shape | None, values: list[Any]) -> Steps[list[Any]]:
    """The records of a condition, which nobody else may change until the transaction ends."""
    rows = yield ROWS, scope.text(("locked", model.name, condition), _write_locked, model, condition), values
    return model.map(rows)


def _write_locked(scope: Scope, model: Model, condition: Shape | None) -> str:
    text = Text(scope)
    alias = text.alias()
    lock = scope.fragment("FOR_UPDATE").replace("{}", alias) if scope.has("FOR_UPDATE") else ""
    where = text.where(model, condition, alias)
    return f"SELECT {text.columns(model.columns, alias)} FROM {model.table} AS {alias}{where}{lock}"


def existing(scope: Scope, model: Model, condition: Shape, values: list[Any]) -> Steps[list[Any]]:
    """The records of a condition."""
    rows = yield ROWS, scope.text(("existing", model.name, condition), _write_existing, model, condition), values
    return model.map(rows)


def _write_existing(scope: Scope, model: Model, condition: Shape) -> str:
    text = Text(scope)
    alias = text.alias()
    columns = text.columns(model.columns, alias)
    return f"SELECT {columns} FROM {model.table} AS {alias}{text.where(model, condition, alias)}"


def is_any(scope: Scope, model: Model, condition: Shape, values: list[Any]) -> Steps[bool]:
    """Whether a condition has records."""
    rows = yield ROWS, scope.text(("referring", model.name, condition), _write_referring, model, condition), values
    return bool(rows)


def _write_referring(scope: Scope, model: Model, condition: Shape) -> str:
    text = Text(scope)
    alias = text.alias()
    return f"SELECT 1 FROM {model.table} AS {alias}{text.where(model, condition, alias)}"


def pair(scope: Scope, relation: Relation, pairs: Sequence[tuple[Any, Any]]) -> Steps[None]:
    """Makes records at both ends of a many-to-many relation belong together."""
    for start in range(0, len(pairs), _MOST_PAIRS):
        some = pairs[start : start + _MOST_PAIRS]
        text = scope.text(("pair", id(relation), len(some)), _write_pairs, relation, len(some))
        keys = [(key_of(relation.local, own), key_of(relation.remote, other)) for own, other in some]
        yield COUNT, text, [value for key in keys for value in key]


def _write_pairs(scope: Scope, relation: Relation, count: int) -> str:
    through = relation.through
    assert through is not None
    rows = ", ".join([f"({marks(2)})"] * count)
    before, after = scope.fragment("INSERT_SKIPPING").split("{}")
    return f"{before}{through['table']} ({through['local']}, {through['remote']}) VALUES {rows}{after}"


def for_pairs(scope: Scope, relation: Relation, record: Any) -> Conditions:
    """Takes conditions apart on what belongs to a record."""
    return Conditions(scope, [key_of(relation.local, record)])


def unpair(scope: Scope, relation: Relation, record: Any, shape: Shape | None, values: list[Any]) -> Steps[None]:
    """What belongs to a record does so no more: all of it, or that of a condition."""
    yield COUNT, scope.text(("unpair", id(relation), shape), _write_unpair, relation, shape), values


def _write_unpair(scope: Scope, relation: Relation, condition: Shape | None) -> str:
    through = relation.through
    assert through is not None
    statement = f"DELETE FROM {through['table']} WHERE {through['local']} = ?"
    if condition is None:
        return statement
    text = Text(scope)
    alias = text.alias()
    where = text.where(relation.target, condition, alias)
    key = column_of(relation.remote[0], alias)
    return f"{statement} AND {through['remote']} IN (SELECT {key} FROM {relation.target.table} AS {alias}{where})"


def paired(scope: Scope, relation: Relation, record: Any, shape: Shape | None, values: list[Any]) -> Steps[list[Any]]:
    """What belongs to a record."""
    rows = yield ROWS, scope.text(("paired", id(relation), shape), _write_paired, relation, shape), values
    return relation.target.map(rows)


def _write_paired(scope: Scope, relation: Relation, condition: Shape | None) -> str:
    through = relation.through
    assert through is not None
    text = Text(scope)
    alias = text.alias()
    chosen = " AND " + text.condition(relation.target, condition, alias) if condition else ""
    pairs = text.alias()
    return (
        f"SELECT {text.columns(relation.target.columns, alias)} FROM {relation.target.table} AS {alias}"
        f" INNER JOIN {through['table']} AS {pairs}"
        f" ON {pairs}.{through['remote']} = {column_of(relation.remote[0], alias)}"
        f" WHERE {pairs}.{through['local']} = ?{chosen}"
    )


def unpair_all(scope: Scope, relation: Relation, keys: Sequence[Any]) -> Steps[None]:
    """The same as `unpair` for the keys of records that are deleted."""
    assert relation.through is not None
    yield from _of_pairs(scope, relation, f"DELETE FROM {relation.through['table']}", [], keys)


def pair_anew(scope: Scope, relation: Relation, keys: Sequence[Any], key: Any) -> Steps[None]:
    """What belongs to keys belongs to another."""
    through = relation.through
    assert through is not None
    yield from _of_pairs(scope, relation, f"UPDATE {through['table']} SET {through['local']} = ?", [key], keys)


def _of_pairs(scope: Scope, relation: Relation, statement: str, before: list[Any], keys: Sequence[Any]) -> Steps[None]:
    conditions = Conditions(scope, before)
    shape = conditions.keys(relation.local, keys)
    text = scope.text(("kept", id(relation), statement, shape), _write_kept, relation, statement, shape)
    yield COUNT, text, conditions.values


def _write_kept(scope: Scope, relation: Relation, statement: str, shape: Shape) -> str:
    assert relation.through is not None
    return f"{statement} WHERE {pair_keys(scope, relation.through['local'], shape)}"
