"""Loads what belongs to records: one related record by a join, many by a statement of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .conditions import Conditions
from .errors import InvalidCall
from .orders import orders
from .scope import ROWS, Scope, Steps
from .sql import Shape, Text, column_of
from .tables import Model, Relation, key_of


class Include:
    """What is wanted with the records of a model."""

    __slots__ = ("lists", "ones", "shape")

    def __init__(self, ones: list[tuple[Relation, Include]], lists: list[tuple[Relation, Mapping[str, Any]]]) -> None:
        self.ones = ones
        """Related records that are joined, each with what is wanted with it."""
        self.lists = lists
        """Lists of related records, with the arguments that choose them."""
        self.shape: Shape = (None, (), tuple((relation.name, inner.shape) for relation, inner in ones))

def includes(model: Model, include: Mapping[str, Any]) -> Include:
    """Takes an `include` apart."""
    ones: list[tuple[Relation, Include]] = []
    lists: list[tuple[Relation, Mapping[str, Any]]] = []
    for name, wanted in include.items():
        if wanted is False or wanted is None:
            continue
        relation = model.relation(name)
        arguments: Mapping[str, Any] = {} if wanted is True else wanted
        if relation.is_list:
            lists.append((relation, arguments))
        else:
            ones.append((relation, includes(relation.target, arguments.get("include") or {})))
    return Include(ones, lists)


def map_joined(model: Model, rows: Sequence[Any], tree: Include) -> list[Any]:
    """Makes records of rows, and of the columns of joined tables beside them."""
    records = model.map(rows)
    _attach(records, rows, len(model.columns), tree)
    return records


def _attach(records: Sequence[Any], rows: Sequence[Any], start: int, tree: Include) -> int:
    """Attaches joined records; gives the first column that is not theirs."""
    for relation, inner in tree.ones:
        target = relation.target
        end = start + len(target.columns)
        # What was joined equals a column of the record, so that it is null only where nothing was.
        key = start + relation.remote[0].index
        there = [index for index, row in enumerate(rows) if row[key] is not None]
        found = target.map([rows[index][start:end] for index in there])
        name = relation.attribute
        for index, record in zip(there, found):
            setattr(records[index], name, record)
        start = _attach(found, [rows[index] for index in there], end, inner)
    return start


def load(scope: Scope, records: Sequence[Any], tree: Include) -> Steps[None]:
    """Loads the lists of records, and those of the records that were joined to them."""
    for relation, arguments in tree.lists:
        yield from _load_list(scope, relation, arguments, records)
    for relation, inner in tree.ones:
        joined = [record for record in (getattr(record, relation.attribute) for record in records) if record]
        if joined:
            yield from load(scope, joined, inner)


def _load_list(scope: Scope, relation: Relation, arguments: Mapping[str, Any], records: Sequence[Any]) -> Steps[None]:
    found: dict[Any, list[Any]] = {}
    unordered: list[Any] = []
    owners = [(record, key_of(relation.local, record)) for record in records]
    for record, key in owners:
        # Records with the same key have lists of their own.
        related: list[Any] = []
        setattr(record, relation.attribute, related)
        if key is not None:
            if key not in found:
                unordered.append(key)
            found.setdefault(key, [])
    inner: Mapping[str, Any] | None = arguments.get("include")
    tree = includes(relation.target, inner) if inner else Include([], [])
    loaded: list[Any] = []
    chunk = scope.keys_at_once(len(relation.local))
    for start in range(0, len(unordered), chunk):
        loaded += yield from _load_chunk(scope, relation, arguments, unordered[start : start + chunk], tree, found)
    for record, key in owners:
        if key is not None:
            getattr(record, relation.attribute).extend(found[key])
    if loaded:
        yield from load(scope, loaded, tree)


def _load_chunk(
    scope: Scope,
    relation: Relation,
    arguments: Mapping[str, Any],
    keys: list[Any],
    tree: Include,
    found: dict[Any, list[Any]],
) -> Steps[list[Any]]:
    target = relation.target
    rows = yield from related_rows(scope, relation, arguments, keys, tree.shape)
    records = target.map(rows)
    end = _attach(records, rows, len(target.columns), tree)
    if relation.through:
        column = relation.local[0]
        for record, row in zip(records, rows):
            found[column.encoded(column.decoded(row[end]))].append(record)
    elif len(relation.remote) == 1 and relation.remote[0].write is None:
        index = relation.remote[0].index
        for record, row in zip(records, rows):
            found[row[index]].append(record)
    else:
        for record in records:
            found[key_of(relation.remote, record)].append(record)
    return records


def related_rows(
    scope: Scope, relation: Relation, arguments: Mapping[str, Any], keys: list[Any], what: Shape
) -> Steps[Sequence[Any]]:
    """The rows that belong to records of these keys. Over a table of pairs, the key comes last."""
    target = relation.target
    conditions = Conditions(scope, [])
    # The table of pairs keeps keys of this end.
    by = relation.local if relation.through else relation.remote
    key_shape = conditions.keys(by, keys)
    where = conditions.where(target, arguments.get("where"))
    wanted = tuple(orders(target, arguments.get("order_by") or arguments.get("order")))
    take: int | None = arguments.get("take")
    skip: int = arguments.get("skip") or 0
    if (take is not None and take < 0) or skip < 0:
        raise InvalidCall(f"{relation.name}: a page of related records has no negative numbers.")
    if "cursor" in arguments or "distinct" in arguments:
        raise InvalidCall(f"{relation.name}: related records are chosen by where, order_by, take and skip.")
    is_paged = take is not None or skip > 0
    shape = ("related", target.name, id(relation), key_shape, where, wanted, is_paged, take is not None, what)
    text = scope.text(shape, _write, relation, shape)
    values = conditions.values
    if is_paged:
        values.append(skip)
        if take is not None:
            values.append(skip + take)
    rows: Sequence[Any] = yield ROWS, text, values
    return rows


def _write(scope: Scope, relation: Relation, shape: tuple[Any, ...]) -> str:
    _, _, _, key_shape, where, wanted, is_paged, takes, what = shape
    target = relation.target
    text = Text(scope)
    alias = text.alias()
    table = f"{target.table} AS {alias}"
    key = ""
    if relation.through:
        pairs = text.alias()
        key = f"{pairs}.{relation.through['local']}"
        table += (
            f" INNER JOIN {relation.through['table']} AS {pairs}"
            f" ON {pairs}.{relation.through['remote']} = {column_of(relation.remote[0], alias)}"
        )
        condition = pair_keys(scope, key, key_shape)
    else:
        condition = text.condition(target, key_shape, alias)
    if where:
        condition += " AND " + text.condition(target, where, alias)
    order = text.order_by(target, wanted, alias)
    selected, tables = text.wanted(target, what, alias)
    if not is_paged:
        last = f", {key} AS flash_key" if key else ""
        return f"SELECT {selected}{last} FROM {table}{tables} WHERE {condition}{order}"
    parts = key or text.columns(relation.remote, alias)
    number = f"ROW_NUMBER() OVER (PARTITION BY {parts}{order}) AS flash_row"
    last = f", {key} AS flash_key" if key else ""
    inner = f"SELECT {text.columns(target.columns, alias)}{last}, {number} FROM {table} WHERE {condition}"
    outer_columns = selected + (f", {alias}.flash_key" if key else "")
    limit = f"{alias}.flash_row > ?" + (f" AND {alias}.flash_row <= ?" if takes else "")
    return f"SELECT {outer_columns} FROM ({inner}) AS {alias}{tables} WHERE {limit} ORDER BY {alias}.flash_row"


def pair_keys(scope: Scope, key: str, shape: tuple[Any, ...]) -> str:
    """That a column of a table of pairs is one of the keys of a shape."""
    if shape[0] == "value":
        return scope.fragment("IN").replace("{}", key)
    return scope.fragment("IN").replace("{list}", ", ".join(["?"] * shape[3])).replace("{}", key)
