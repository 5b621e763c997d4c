"""Reads chosen columns, as dicts: of records, and of what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .arguments import of_one
from .conditions import Conditions
from .errors import InvalidCall
from .reads import by_key, planned
from .related import related_rows
from .scope import ROWS, Scope, Steps
from .sql import Shape
from .tables import Column, Model, Relation

Arguments = Mapping[str, Any]
Row = dict[str, Any]


class Selection:
    """What is chosen of a model. Columns that only join what belongs to it come behind those that were asked for."""

    __slots__ = ("_names", "_readers", "columns", "counts", "lists", "ones", "shape")

    def __init__(self, model: Model, select: Arguments | None, needed: Iterable[Column] = ()) -> None:
        """All columns if there is no select; needed are those without which the rows find no owner."""
        self.columns: list[Column] = []
        self.counts: tuple[str, ...] = ()
        self.ones: list[tuple[Relation, Selection]] = []
        """Related records that are joined."""
        self.lists: list[tuple[Relation, Arguments, Selection]] = []
        """Lists of related records, with the arguments that choose them."""
        if select is None:
            self.columns += model.columns
        else:
            for name, wanted in select.items():
                if wanted is not False and wanted is not None:
                    self._add(model, name, wanted)
        self._names = tuple(column.name for column in self.columns)
        self._readers = [(column.name, column.read) for column in self.columns if column.read is not None]
        local = [column for relation, _, _ in self.lists for column in relation.local]
        self.columns += [column for column in dict.fromkeys([*needed, *local]) if column not in self.columns]
        if not self.columns and not self.counts and not self.ones:
            raise InvalidCall(f"{model.name}: select chooses nothing.")
        joins = tuple((relation.name, inner.shape) for relation, inner in self.ones)
        self.shape: Shape = (tuple(column.index for column in self.columns), self.counts, joins)

    def _add(self, model: Model, name: str, wanted: Any) -> None:
        column = model.by_name.get(name)
        if column is not None:
            self.columns.append(column)
        elif name == "_count":
            lists = {relation.name: True for relation in model.relations.values() if relation.is_list}
            counted = lists if wanted is True else wanted
            for relation, is_counted in counted.items():
                if relation not in lists:
                    raise InvalidCall(f"{model.name} has no list {relation!r} to count.")
                if is_counted:
                    self.counts += (relation,)
        else:
            self._add_related(model.relation(name), {} if wanted is True else wanted)

    def _add_related(self, relation: Relation, arguments: Arguments) -> None:
        if "include" in arguments:
            raise InvalidCall(f"{relation.name}: a select is about selected fields, relations among them.")
        select = arguments.get("select")
        if relation.is_list:
            owner = () if relation.through else relation.remote
            self.lists.append((relation, arguments, Selection(relation.target, select, owner)))
        else:
            # What was joined equals a column of the row, so that it is null only where nothing was.
            self.ones.append((relation, Selection(relation.target, select, relation.remote[:1])))

    def rows(self, rows: Sequence[Any], start: int) -> list[Row]:
        """The columns from there on, without those of joined tables."""
        names = self._names
        found = [dict(zip(names, row[start:] if start else row)) for row in rows]
        for name, read in self._readers:
            for record in found:
                value = record[name]
                if value is not None:
                    record[name] = read(value)
        if self.counts:
            first = start + len(self.columns)
            for record, row in zip(found, rows):
                record["_count"] = dict(zip(self.counts, row[first:]))
        return found

    def place(self, column: Column) -> int:
        """Where a column is in a row."""
        return self.columns.index(column)

    def keys(self, columns: Sequence[Column], rows: Sequence[Any], start: int) -> list[Any]:
        """The keys in rows as the driver takes them; None where a part is null."""
        places = [(start + self.place(column), column) for column in columns]
        if len(places) == 1:
            ((place, column),) = places
            return [_driven(column, row[place]) for row in rows]
        parts = [tuple(_driven(column, row[place]) for place, column in places) for row in rows]
        return [None if None in key else key for key in parts]


def _driven(column: Column, value: Any) -> Any:
    return value if column.write is None else column.encoded(column.decoded(value))


class _Pending:
    """A list of related records that was asked for with some records, which have these keys."""

    __slots__ = ("arguments", "keys", "owners", "relation", "selection")

    def __init__(
        self, chosen: tuple[Relation, Arguments, Selection], owners: Sequence[Row], keys: Sequence[Any]
    ) -> None:
        self.relation, self.arguments, self.selection = chosen
        self.owners = owners
        self.keys = keys


def find_unique(scope: Scope, model: Model, where: Arguments, select: Arguments) -> Steps[Row | None]:
    """What is chosen of the record of a key, if there is one."""
    selection = Selection(model, select)
    key, values = Conditions(scope, []).unique(model, where)
    text, values = by_key(scope, model, key, values, selection.shape)
    rows = yield ROWS, text, values
    found = yield from _loaded(scope, selection, rows)
    return found[0] if found else None


def find_many(scope: Scope, model: Model, arguments: Arguments) -> Steps[list[Row]]:
    """What is chosen of the records of a condition, in an order, of a page."""
    selection = Selection(model, arguments["select"])
    plan = yield from planned(scope, model, arguments, selection.shape)
    if plan is None:
        return []
    text, values, is_reversed = plan
    rows = yield ROWS, text, values
    found = yield from _loaded(scope, selection, rows)
    if is_reversed:
        found.reverse()
    return found


def find_first(scope: Scope, model: Model, arguments: Arguments) -> Steps[Row | None]:
    """The first of them, if there is one."""
    found = yield from find_many(scope, model, of_one(arguments))
    return found[0] if found else None


def _loaded(scope: Scope, selection: Selection, rows: Sequence[Any]) -> Steps[list[Row]]:
    pending: list[_Pending] = []
    records, _ = taken(selection, rows, 0, pending)
    yield from _load(scope, pending)
    return records


def taken(selection: Selection, rows: Sequence[Any], start: int, pending: list[_Pending]) -> tuple[list[Row], int]:
    """Makes dicts of rows, and of what is joined to them; gives the first column that is not theirs."""
    records = selection.rows(rows, start)
    for chosen in selection.lists:
        pending.append(_Pending(chosen, records, selection.keys(chosen[0].local, rows, start)))
    end = start + len(selection.columns) + len(selection.counts)
    for relation, inner in selection.ones:
        key = end + inner.place(relation.remote[0])
        there = [index for index, row in enumerate(rows) if row[key] is not None]
        joined, end = taken(inner, [rows[index] for index in there], end, pending)
        for record in records:
            record[relation.name] = None
        for index, record in zip(there, joined):
            records[index][relation.name] = record
    return records, end


def _load(scope: Scope, pending: Sequence[_Pending]) -> Steps[None]:
    deeper: list[_Pending] = []
    for wanted in pending:
        relation, selection = wanted.relation, wanted.selection
        found: dict[Any, list[Row]] = {key: [] for key in wanted.keys if key is not None}
        keys = list(found)
        chunk = scope.keys_at_once(len(relation.local))
        for start in range(0, len(keys), chunk):
            part = keys[start : start + chunk]
            rows = yield from related_rows(scope, relation, wanted.arguments, part, selection.shape)
            if not rows:
                continue
            records, end = taken(selection, rows, 0, deeper)
            if relation.through:
                owners = [_driven(relation.local[0], row[end]) for row in rows]
            else:
                owners = selection.keys(relation.remote, rows, 0)
            for owner, record in zip(owners, records):
                found[owner].append(record)
        for record, key in zip(wanted.owners, wanted.keys):
            # Records with the same key have lists of their own.
            record[relation.name] = [] if key is None else list(found[key])
    if deeper:
        yield from _load(scope, deeper)
