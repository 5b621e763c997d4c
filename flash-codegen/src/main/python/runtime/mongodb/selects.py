"""Reads chosen fields, as dicts: of records, and of what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .arguments import of_one
from .conditions import unique
from .documents import Document, Server, aggregate, kept
from .errors import InvalidCall
from .reads import chosen
from .related import related
from .scope import Steps
from .tables import Column, Model, Relation

Arguments = Mapping[str, Any]
Row = dict[str, Any]


def find_unique(server: Server, model: Model, where: Arguments, select: Arguments) -> Steps[Row | None]:
    """What is chosen of the record of a key, if there is one."""
    _, condition = unique(model, where)
    documents = yield from aggregate(model, [{"$match": condition}, {"$limit": 1}])
    found = yield from selected(server, model, documents, select)
    return found[0] if found else None


def find_many(server: Server, model: Model, arguments: Arguments) -> Steps[list[Row]]:
    """What is chosen of the records of a condition, in an order, of a page."""
    documents = yield from chosen(server, model, arguments)
    return (yield from selected(server, model, documents, arguments["select"]))


def find_first(server: Server, model: Model, arguments: Arguments) -> Steps[Row | None]:
    """The first of them, if there is one."""
    found = yield from find_many(server, model, of_one(arguments))
    return found[0] if found else None


def selected(
    server: Server, model: Model, documents: Sequence[Document], select: Arguments | None
) -> Steps[list[Row]]:
    """What is chosen of documents; all fields if there is no select."""
    found: list[Row] = [{} for _ in documents]
    wanted = dict.fromkeys(model.by_name, True) if select is None else select
    names = [name for name, value in wanted.items() if value is not False and value is not None]
    if not names:
        raise InvalidCall(f"{model.name}: select chooses nothing.")
    for name in names:
        column = model.by_name.get(name)
        if column is not None:
            for row, document in zip(found, documents):
                row[name] = _value(model, column, document)
        elif name == "_count":
            yield from _counts(server, model, documents, wanted[name], found)
        else:
            yield from _related(server, model, documents, model.relation(name), wanted[name], found)
    return found


def _value(model: Model, column: Column, document: Document) -> Any:
    value = kept(model, column, document)
    return value if value is None or column.read is None else column.read(value)


def _counts(server: Server, model: Model, documents: Sequence[Document], wanted: Any, found: list[Row]) -> Steps[None]:
    lists = {relation.name: True for relation in model.relations.values() if relation.is_list}
    for name, is_counted in (lists if wanted is True else wanted).items():
        if name not in lists:
            raise InvalidCall(f"{model.name} has no list {name!r} to count.")
        if is_counted:
            numbers = yield from related(server, model, model.relation(name), documents, {})
            for row, rows in zip(found, numbers):
                row.setdefault("_count", {})[name] = len(rows)


def _related(
    server: Server, model: Model, documents: Sequence[Document], relation: Relation, wanted: Any, found: list[Row]
) -> Steps[None]:
    arguments: Arguments = {} if wanted is True else wanted
    if "include" in arguments:
        raise InvalidCall(f"{relation.name}: a select is about selected fields, relations among them.")
    lists = yield from related(server, model, relation, documents, arguments)
    inner = [document for rows in lists for document in rows]
    rest = iter((yield from selected(server, relation.target, inner, arguments.get("select"))))
    for row, rows in zip(found, lists):
        own = [next(rest) for _ in rows]
        row[relation.name] = own if relation.is_list else next(iter(own), None)
