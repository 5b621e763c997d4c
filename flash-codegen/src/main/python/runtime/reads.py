"""Reads records, with what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .arguments import of_one, page
from .conditions import Conditions, both
from .errors import InvalidCall
from .orders import backwards, orders, reached, total
from .related import Include, includes, load, map_joined
from .scope import ROWS, Scope, Steps
from .sql import WHOLE, Shape, Text, column_of
from .tables import Key, Model

Arguments = Mapping[str, Any]
Plan = tuple[str, list[Any], bool]
"""A statement, its values, and whether its rows are to be turned round."""


def find_unique(scope: Scope, model: Model, where: Arguments, include: Arguments | None) -> Steps[Any | None]:
    """The record of a key, if there is one."""
    values: list[Any] = []
    key, values = Conditions(scope, values).unique(model, where)
    if include is None:
        rows = yield ROWS, scope.constant(key.select), values
        return model.map(rows)[0] if rows else None
    tree = includes(model, include)
    text, values = by_key(scope, model, key, values, tree.shape)
    rows = yield ROWS, text, values
    found = yield from _records(scope, model, rows, tree)
    return found[0] if found else None


def by_key(scope: Scope, model: Model, key: Key, values: Sequence[Any], what: Shape) -> tuple[str, list[Any]]:
    """What reads the row of a key."""
    conditions = Conditions(scope, [])
    shape = conditions.keys(key.columns, [values[0] if len(values) == 1 else values])
    return _statement(scope, model, what, shape, conditions.values), conditions.values


def find_many(scope: Scope, model: Model, arguments: Arguments) -> Steps[list[Any]]:
    """The records of a condition, in an order, of a page."""
    include: Arguments | None = arguments.get("include")
    tree = includes(model, include) if include else None
    plan = yield from planned(scope, model, arguments, tree.shape if tree else WHOLE)
    if plan is None:
        return []
    text, values, is_reversed = plan
    rows = yield ROWS, text, values
    records = yield from _records(scope, model, rows, tree)
    if is_reversed:
        records.reverse()
    return records


def planned(scope: Scope, model: Model, arguments: Arguments, what: Shape) -> Steps[Plan | None]:
    """What reads the rows that some arguments choose; None if the record of the cursor is gone."""
    values: list[Any] = []
    conditions = Conditions(scope, values)
    where = arguments.get("where")
    wanted = orders(model, arguments.get("order"))
    take, skip = page(arguments)
    cursor: Arguments | None = arguments.get("cursor")
    distinct = _distinct(model, arguments.get("distinct"))
    is_reversed = take is not None and take < 0
    lock = _lock(arguments.get("lock"))
    if cursor is None and not is_reversed:
        shape = conditions.where(model, where)
        return _statement(scope, model, what, shape, values, wanted, take, skip, distinct, lock), values, False
    # The last ones are the first of the reversed order, to be turned round again.
    if is_reversed and not wanted and cursor is None:
        wanted = [("column", column.index, "ASC") for column in _key(model)]
    place = yield from _cursor(scope, model, cursor, wanted, is_reversed, skip)
    if place is None:
        return None
    wanted, reached_from, skip, placed = place
    shape = both(conditions.where(model, where), reached_from)
    values += placed
    take = abs(take) if take is not None else None
    return _statement(scope, model, what, shape, values, wanted, take, skip, distinct, lock), values, is_reversed


def _cursor(
    scope: Scope, model: Model, cursor: Arguments | None, wanted: list[Shape], is_backwards: bool, skip: int | None
) -> Steps[tuple[list[Shape], Shape | None, int | None, list[Any]] | None]:
    """The order, the condition that rows come after a place in it, how many to skip; None if the place is gone."""
    if cursor is None:
        return (backwards(wanted) if is_backwards else wanted), None, skip, []
    values: list[Any] = []
    conditions = Conditions(scope, values)
    key, sought = conditions.unique(model, cursor)
    rows = yield ROWS, scope.constant(key.select), sought
    if not rows:
        return None
    wanted = total(model, wanted or [("column", column.index, "ASC") for column in key.columns], key)
    if is_backwards:
        wanted = backwards(wanted)
    # The first that is skipped is the record of the cursor itself.
    shape = reached(conditions, model, wanted, model.map(rows)[0], includes=not skip)
    return wanted, shape, (skip - 1 or None) if skip else None, values


def _key(model: Model) -> Sequence[Any]:
    if not model.keys:
        raise InvalidCall(f"{model.name} has no key to sort by: give an order.")
    return (model.primary or model.keys[0]).columns


def _distinct(model: Model, names: Any) -> tuple[int, ...]:
    if not names:
        return ()
    return tuple(model.column(name).index for name in ([names] if isinstance(names, str) else names))


def _lock(lock: str | None) -> tuple[str, ...]:
    if not lock:
        return ()
    words = {"update": "FOR_UPDATE", "share": "FOR_SHARE", "skip_locked": "SKIP_LOCKED", "no_wait": "NO_WAIT"}
    try:
        return tuple(words[word] for word in lock.split())
    except KeyError:
        raise InvalidCall(f"Rows are locked for 'update' or 'share', not {lock!r}.") from None


def _statement(
    scope: Scope,
    model: Model,
    what: Shape,
    condition: Shape | None,
    values: list[Any],
    wanted: Sequence[Shape] = (),
    take: int | None = None,
    skip: int | None = None,
    distinct: tuple[int, ...] = (),
    lock: tuple[str, ...] = (),
) -> str:
    """Its text; adds to the values what they lack."""
    shape = (
        "select",
        model.name,
        what,
        condition,
        tuple(wanted),
        take is not None,
        skip is not None,
        distinct,
        lock,
    )
    if take is not None:
        values.append(take)
    if skip is not None:
        values.append(skip)
    return scope.text(shape, _write, model, shape)


def _records(scope: Scope, model: Model, rows: Sequence[Any], tree: Include | None) -> Steps[list[Any]]:
    if tree is None:
        return model.map(rows)
    records = map_joined(model, rows, tree)
    if records:
        yield from load(scope, records, tree)
    return records


def _write(scope: Scope, model: Model, shape: tuple[Any, ...]) -> str:
    _, _, what, condition, wanted, takes, skips, distinct, lock = shape
    text = Text(scope)
    alias = text.alias()
    selected, tables = text.wanted(model, what, alias)
    table = f"{model.table} AS {alias}"
    where = text.where(model, condition, alias)
    if distinct:
        keys = ", ".join(column_of(model.at(index), alias) for index in distinct)
        number = f"ROW_NUMBER() OVER (PARTITION BY {keys}{text.order_by(model, wanted, alias) or ' ORDER BY ' + keys})"
        inner = f"SELECT {text.columns(model.columns, alias)}, {number} AS flash_row FROM {table}{where}"
        table = f"({inner}) AS {alias}"
        where = f" WHERE {alias}.flash_row = 1"
    order = text.order_by(model, wanted, alias)
    locks = "".join(scope.fragment(name).replace("{}", alias) for name in lock)
    return f"SELECT {selected} FROM {table}{tables}{where}{order}{text.page(takes, skips)}{locks}"


def find_first(scope: Scope, model: Model, arguments: Arguments) -> Steps[Any | None]:
    """The first of them, if there is one."""
    found = yield from find_many(scope, model, of_one(arguments))
    return found[0] if found else None


def count(scope: Scope, model: Model, arguments: Arguments) -> Steps[int]:
    """How many there are, within the page if one was chosen."""
    values: list[Any] = []
    take, skip = page(arguments)
    if take is not None and take < 0:
        take = -take
    cursor: Arguments | None = arguments.get("cursor")
    place: Shape | None = None
    placed: list[Any] = []
    if cursor is not None:
        found = yield from _cursor(scope, model, cursor, orders(model, arguments.get("order")), False, skip)
        if found is None:
            return 0
        _, place, skip, placed = found
    shape = both(Conditions(scope, values).where(model, arguments.get("where")), place)
    values += placed
    key = ("count", model.name, shape, take is not None, skip is not None)
    values += [bound for bound in (take, skip) if bound is not None]
    rows = yield ROWS, scope.text(key, _write_count, model, key), values
    number: int = rows[0][0]
    return number


def _write_count(scope: Scope, model: Model, shape: tuple[Any, ...]) -> str:
    _, _, condition, takes, skips = shape
    text = Text(scope)
    alias = text.alias()
    rows = f" FROM {model.table} AS {alias}{text.where(model, condition, alias)}"
    if not takes and not skips:
        return "SELECT COUNT(*)" + rows
    return f"SELECT COUNT(*) FROM (SELECT 1 AS flash_one{rows}{text.page(takes, skips)}) AS flash_rows"


def exists(scope: Scope, model: Model, where: Arguments | None) -> Steps[bool]:
    """Whether there is one."""
    values: list[Any] = []
    shape = Conditions(scope, values).where(model, where)
    key = ("exists", model.name, shape)
    values.append(1)
    rows = yield ROWS, scope.text(key, _write_exists, model, shape), values
    return bool(rows)


def _write_exists(scope: Scope, model: Model, condition: Shape | None) -> str:
    text = Text(scope)
    alias = text.alias()
    where = text.where(model, condition, alias)
    return f"SELECT 1 FROM {model.table} AS {alias}{where}{text.page(True, False)}"


def by_keys(
    scope: Scope, model: Model, columns: Sequence[Any], keys: Sequence[Any], tree: Include | None = None
) -> Steps[list[Any]]:
    """The records that there are of these keys, in no order."""
    found: list[Any] = []
    chunk = scope.keys_at_once(len(columns))
    for start in range(0, len(keys), chunk):
        conditions = Conditions(scope, [])
        shape = conditions.keys(columns, keys[start : start + chunk])
        text = _statement(scope, model, tree.shape if tree else WHOLE, shape, conditions.values)
        rows = yield ROWS, text, conditions.values
        found += yield from _records(scope, model, rows, tree)
    return found
