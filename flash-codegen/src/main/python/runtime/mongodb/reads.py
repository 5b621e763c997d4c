"""Reads records, with what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .arguments import page
from .conditions import filter_of, unique
from .documents import Document, Filter, Server, aggregate
from .errors import InvalidCall
from .orders import Order, backwards, orders, reached, stages, total
from .related import with_relations
from .scope import Steps
from .tables import Model

Arguments = Mapping[str, Any]


def find_unique(server: Server, model: Model, where: Arguments, include: Arguments | None) -> Steps[Any | None]:
    """The record of a key, if there is one."""
    _, condition = unique(model, where)
    documents = yield from aggregate(model, [{"$match": condition}, {"$limit": 1}])
    found = yield from with_relations(server, model, documents, include)
    return found[0] if found else None


def find_many(server: Server, model: Model, arguments: Arguments) -> Steps[list[Any]]:
    """The records of a condition, in an order, of a page."""
    documents = yield from chosen(server, model, arguments)
    return (yield from with_relations(server, model, documents, arguments.get("include")))


def find_first(server: Server, model: Model, arguments: Arguments) -> Steps[Any | None]:
    """The first of them, if there is one."""
    take = arguments.get("take")
    if take is None or take > 1:
        arguments = {**arguments, "take": 1}
    found = yield from find_many(server, model, arguments)
    return found[0] if found else None


def chosen(server: Server, model: Model, arguments: Arguments) -> Steps[list[Document]]:
    """The documents of a condition, in an order, of a page."""
    if "lock" in arguments:
        raise InvalidCall("MongoDB has no locks of documents.")
    take, skip = page(arguments)
    if take == 0:
        return []
    wanted = yield from stages_of(server, model, arguments)
    if wanted is None:
        return []
    distinct = arguments.get("distinct")
    if distinct:
        names = [distinct] if isinstance(distinct, str) else distinct
        found = _different(model, (yield from aggregate(model, wanted)), names)
        start = skip or 0
        found = found[start : None if take is None else start + abs(take)]
    else:
        if skip:
            wanted.append({"$skip": skip})
        if take is not None:
            wanted.append({"$limit": abs(take)})
        found = yield from aggregate(model, wanted)
    return found[::-1] if take is not None and take < 0 else found


def stages_of(server: Server, model: Model, arguments: Arguments) -> Steps[list[Filter] | None]:
    """Of all documents in their order; None if the record that they are to come after is gone."""
    found: list[Filter] = [{"$match": (yield from filter_of(server, model, arguments.get("where")))}]
    wanted = orders(model, arguments.get("order"))
    cursor: Arguments | None = arguments.get("cursor")
    is_backwards = (arguments.get("take") or 0) < 0
    condition: Filter = {}
    if cursor is not None:
        key, condition = unique(model, cursor)
        wanted = wanted or [Order(column, False, False) for column in key.columns]
    if cursor is not None or is_backwards:
        wanted = total(model, wanted)
    if is_backwards:
        wanted = backwards(wanted)
    if cursor is not None:
        start = yield from aggregate(model, [{"$match": condition}, {"$limit": 1}])
        if not start:
            return None
        found.append({"$match": reached(wanted, start[0])})
    return [*found, *stages(wanted)]


def _different(model: Model, documents: Sequence[Document], names: Sequence[str]) -> list[Document]:
    paths = [model.column(name).database_name for name in names]
    seen: list[Any] = []
    found: list[Document] = []
    for document in documents:
        key = [document.get(path) for path in paths]
        if key not in seen:
            seen.append(key)
            found.append(document)
    return found


def count(server: Server, model: Model, arguments: Arguments) -> Steps[int]:
    """How many there are, within the page if one was chosen."""
    take, skip = page(arguments)
    wanted = None if take == 0 else (yield from stages_of(server, model, arguments))
    if wanted is None:
        return 0
    # The order decides nothing but the place of a cursor, which is a condition by now.
    wanted = [stage for stage in wanted if "$match" in stage]
    if skip:
        wanted.append({"$skip": skip})
    if take is not None:
        wanted.append({"$limit": abs(take)})
    found = yield from aggregate(model, [*wanted, {"$count": "number"}])
    number: int = found[0]["number"] if found else 0
    return number


def exists(server: Server, model: Model, where: Arguments | None) -> Steps[bool]:
    """Whether there is one."""
    condition = yield from filter_of(server, model, where)
    return bool((yield from aggregate(model, [{"$match": condition}, {"$limit": 1}])))
