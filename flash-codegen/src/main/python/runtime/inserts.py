"""Inserts records: one, many by the fastest way of the database, or those that are not there yet."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from .changes import write_changes
from .drafts import Draft, drafts
from .errors import InvalidCall
from .reads import by_keys
from .scope import COUNT, NUMBER, ROWS, Scope, Steps, atomically
from .sql import marks
from .tables import Column, Key, Model

MOST_ROWS = 512
"""More rows of single values gain nothing more. They are a power of two, so that few statements are prepared."""
FEW_ROWS = 16
"""So many rows and fewer are always one statement, which needs no transaction to be all or none."""
MOST_ROWS_OF_ARRAYS = 20_000
MOST_SKIPPED = 64
"""MariaDB keeps no more warnings of a statement, each of which is a row that was left out."""

Conflict = tuple[Any, ...] | None
"""What becomes of a row that is there already: None (an error), `("skip",)`, or `("change", key, changes)`."""


def known_key(model: Model, wanted: Sequence[Draft]) -> Key | None:
    """A key of which all of these have the values."""
    for key in model.keys:
        if all(draft.key(key) is not None for draft in wanted):
            return key
    return None


def _is_numbered(model: Model, wanted: Sequence[Draft]) -> bool:
    """Whether the database numbers all of these."""
    numbered = model.numbered
    return numbered is not None and all(draft.values.get(numbered.name) is None for draft in wanted)


def insert_one(scope: Scope, model: Model, draft: Draft) -> Steps[Any]:
    """Inserts a record that nothing is to be written with."""
    columns = draft.columns(model)
    values = draft.bound(columns)
    if scope.inserts_returning:
        rows = yield ROWS, insert_text(scope, model, columns, 1, None, True), values
        return model.map(rows)[0]
    text = insert_text(scope, model, columns, 1, None, False)
    if _is_numbered(model, [draft]):
        number = yield NUMBER, text, values
        rows = yield ROWS, scope.constant(model.numbered_select), [number]
        return model.map(rows)[0]
    key = known_key(model, [draft])
    if key is None:
        raise InvalidCall(f"MySQL gives no way to read a new {model.name} back: its keys are made by the database.")
    yield COUNT, text, values
    rows = yield ROWS, scope.constant(key.select), draft.bound(key.columns)
    return model.map(rows)[0]


def insert_text(
    scope: Scope, model: Model, columns: Sequence[Column], rows: int, conflict: Conflict, returns: bool
) -> str:
    """The statement for so many rows, or for arrays if there are 0."""
    if rows == 1 and conflict is None and len(columns) == len(model.always) and model.insert_sql is not None:
        return scope.constant(model.insert_returning if returns else model.insert_sql)
    key: Hashable = ("insert", model.name, tuple(column.index for column in columns), rows, conflict, returns)
    return scope.text(key, _write, model, columns, rows, conflict, returns)


def _write(scope: Scope, model: Model, columns: Sequence[Column], rows: int, conflict: Conflict, returns: bool) -> str:
    is_named = conflict is not None and conflict[0] == "change" and scope.has("UPSERT")
    table = f"{model.table} AS t0" if is_named else model.table
    text = f"{table} {_values(scope, columns, rows)}"
    if conflict is not None and conflict[0] == "skip":
        text = _around(scope.fragment("INSERT_SKIPPING"), text)
    else:
        text = "INSERT INTO " + text
        if conflict is not None:
            text += _on_conflict(scope, model, conflict, is_named)
    return text + model.returning if returns else text


def _around(fragment: str, text: str) -> str:
    before, after = fragment.split("{}")
    return before + text + after


def _on_conflict(scope: Scope, model: Model, conflict: tuple[Any, ...], is_named: bool) -> str:
    _, key_name, changes = conflict
    columns = model.uniques[key_name].columns
    row = "t0." if is_named else ""
    if is_named:
        text = _around(scope.fragment("UPSERT"), ", ".join(column.sql for column in columns))
    else:
        text = scope.fragment("UPSERT_BY_ANY_KEY")
    if changes:
        return text + write_changes(scope, model, changes, row)
    # A row that nothing changes would not be returned.
    return f"{text}{columns[0].sql} = {row}{columns[0].sql}"


def _values(scope: Scope, columns: Sequence[Column], rows: int) -> str:
    if not columns:
        return scope.fragment("DEFAULT_ROW")
    names = "(" + ", ".join(column.sql for column in columns) + ")"
    if rows == 0:
        # Numbers are given in this order, so that they tell the rows apart.
        values = ", ".join(f"c{index}" for index in range(len(columns)))
        arrays = ", ".join(f"?::{column.array_type}" for column in columns)
        return (
            f"{names} SELECT {values} FROM unnest({arrays}) WITH ORDINALITY AS flash_rows ({values}, flash_row)"
            " ORDER BY flash_row"
        )
    row = "(" + marks(len(columns)) + ")"
    return f"{names} VALUES {', '.join([row] * rows)}"


class Part:
    """The rows of one statement: each of them writes the same columns."""

    __slots__ = ("columns", "drafts", "is_arrays")

    def __init__(self, wanted: list[Draft], columns: tuple[Column, ...], is_arrays: bool) -> None:
        self.drafts = wanted
        self.columns = columns
        self.is_arrays = is_arrays

    def text(self, scope: Scope, model: Model, conflict: Conflict, returns: bool) -> str:
        """Its statement."""
        rows = 0 if self.is_arrays else len(self.drafts)
        return insert_text(scope, model, self.columns, rows, conflict, returns)

    def values(self, more: Sequence[Any]) -> list[Any]:
        """The values of all rows, or an array for each column; then others."""
        values: list[Any]
        if self.is_arrays:
            values = [_array(column, self.drafts) for column in self.columns]
        else:
            values = [value for draft in self.drafts for value in draft.bound(self.columns)]
        values.extend(more)
        return values


def _array(column: Column, wanted: Sequence[Draft]) -> list[Any]:
    name, write = column.name, column.write
    if write is None:
        return [draft.values.get(name) for draft in wanted]
    return [None if (value := draft.values.get(name)) is None else write(value) for draft in wanted]


def parts(scope: Scope, wanted: Sequence[Draft], model: Model, conflict: Conflict) -> list[Part]:
    """The statements for records, in their order."""
    found: list[Part] = []
    start = 0
    while start < len(wanted):
        columns = wanted[start].columns(model)
        end = start + 1
        while end < len(wanted) and wanted[end].columns(model) == columns:
            end += 1
        # The server takes longer to unpack the arrays of one row than to read its values.
        is_arrays = (
            end - start > 1
            and scope.has_arrays
            and bool(columns)
            and all(column.array_type and not column.is_list for column in columns)
        )
        while start < end:
            size = min(end - start, MOST_ROWS_OF_ARRAYS) if is_arrays else _size(scope, end - start, columns, conflict)
            found.append(Part(list(wanted[start : start + size]), columns, is_arrays))
            start += size
    return found


def _size(scope: Scope, left: int, columns: Sequence[Column], conflict: Conflict) -> int:
    most = scope.most_parameters // len(columns) if columns else 1
    if conflict == ("skip",):
        most = min(most, MOST_SKIPPED)
    rows = max(1, min(left, most, MOST_ROWS))
    return rows if rows <= FEW_ROWS else 1 << (rows.bit_length() - 1)


def insert_many(scope: Scope, model: Model, wanted: Sequence[Draft]) -> Steps[list[Any]]:
    """Inserts records that nothing is to be written with, all or none; gives them in their order."""
    if not wanted:
        return []
    if len(wanted) == 1:
        return [(yield from insert_one(scope, model, wanted[0]))]
    split = parts(scope, wanted, model, None)
    key = known_key(model, wanted)
    if len(split) == 1 and scope.inserts_returning and (key or _is_numbered(model, wanted)):
        return (yield from written(scope, model, split[0], None, [], None))
    return (yield from atomically(all_written(scope, model, split, None, [], None)))


def all_written(
    scope: Scope, model: Model, split: Sequence[Part], conflict: Conflict, more: Sequence[Any], key: Key | None
) -> Steps[list[Any]]:
    """The records of several statements, in a transaction. They are told apart by the key, or by whatever they have."""
    records: list[Any] = []
    if scope.inserts_returning:
        for part in split:
            records += yield from written(scope, model, part, conflict, more, key)
        return records
    wanted = [draft for part in split for draft in part.drafts]
    by = key or known_key(model, wanted)
    if by is not None:
        for part in split:
            yield COUNT, part.text(scope, model, conflict, False), part.values(more)
        keys = [draft.key(by) for draft in wanted]
        found = yield from by_keys(scope, model, by.columns, keys)
        return in_order(model, by, keys, found)
    if _is_numbered(model, wanted):
        return (yield from _numbered(scope, model, wanted))
    for draft in wanted:
        records.append((yield from insert_one(scope, model, draft)))
    return records


def _numbered(scope: Scope, model: Model, wanted: Sequence[Draft]) -> Steps[list[Any]]:
    """One statement for each: MySQL gives the first number of several rows only."""
    numbered = model.numbered
    assert numbered is not None
    numbers: list[Any] = []
    for draft in wanted:
        columns = draft.columns(model)
        numbers.append((yield NUMBER, insert_text(scope, model, columns, 1, None, False), draft.bound(columns)))
    found = yield from by_keys(scope, model, [numbered], numbers)
    by_number = {getattr(record, numbered.attribute): record for record in found}
    return [by_number[number] for number in numbers]


def written(
    scope: Scope, model: Model, part: Part, conflict: Conflict, more: Sequence[Any], key: Key | None
) -> Steps[list[Any]]:
    """The records of one statement, which returns them in any order."""
    numbered = model.numbered
    by = key
    if by is None and (numbered is None or not _is_numbered(model, part.drafts)):
        by = known_key(model, part.drafts)
        if by is None:
            records: list[Any] = []
            for draft in part.drafts:
                records.append((yield from insert_one(scope, model, draft)))
            return records
    rows = yield ROWS, part.text(scope, model, conflict, True), part.values(more)
    found = model.map(rows)
    if by is not None:
        if len(found) == len(part.drafts) == 1:
            return found
        return in_order(model, by, [draft.key(by) for draft in part.drafts], found)
    assert numbered is not None
    name = numbered.attribute
    found.sort(key=lambda record: getattr(record, name))
    return found


def in_order(model: Model, key: Key, keys: Sequence[Any], records: Sequence[Any]) -> list[Any]:
    """Records in the order of the keys that they were written from: no database promises one."""
    by_key = {record_key(key, record): record for record in records}
    try:
        return [by_key[wanted] for wanted in keys]
    except KeyError:
        # The database keeps a key otherwise than it was given: blanks at its end, another precision.
        if len(records) == len(keys) == 1:
            return list(records)
        raise InvalidCall(f"A new {model.name} was not found by its key: the database changed it.") from None


def record_key(key: Key, record: Any) -> Any:
    """The key of a record as the driver takes it."""
    parts = [column.encoded(getattr(record, column.attribute)) for column in key.columns]
    return parts[0] if len(parts) == 1 else tuple(parts)


def write_many(scope: Scope, model: Model, wanted: Sequence[Draft]) -> Steps[int]:
    """Inserts records without reading them, all or none."""
    split = parts(scope, wanted, model, None)
    if len(split) == 1:
        return (yield from _counted(scope, model, split, None))
    return (yield from atomically(_counted(scope, model, split, None))) if split else 0


def write_missing(scope: Scope, model: Model, wanted: Sequence[Draft]) -> Steps[int]:
    """Inserts those that meet no other record by any key; gives how many that were."""
    split = parts(scope, wanted, model, ("skip",))
    return (yield from atomically(_counted(scope, model, split, ("skip",)))) if split else 0


def _counted(scope: Scope, model: Model, split: Sequence[Part], conflict: Conflict) -> Steps[int]:
    count = 0
    for part in split:
        count += yield COUNT, part.text(scope, model, conflict, False), part.values(())
    return count


def create_missing(scope: Scope, model: Model, data: Sequence[Mapping[str, Any]]) -> Steps[int]:
    """Creates those that meet no other record by any key."""
    wanted = drafts(model, data)
    if any(draft.nested for draft in wanted):
        raise InvalidCall("Records whose duplicates are skipped have nothing written with them.")
    return (yield from write_missing(scope, model, wanted))
