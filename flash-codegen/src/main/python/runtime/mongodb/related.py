"""
Loads what belongs to records: the related documents of all of them by one command, whose keys are in the list of all
keys. Where each has a page of its own the server makes it, by a `$lookup` for each; for many-to-many relations, whose
keys are lists, the page is cut here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .conditions import filter_of, keys_in
from .documents import Document, Server, aggregate, among, records
from .errors import InvalidCall
from .orders import orders, stages
from .scope import Steps
from .tables import Model, Relation

_ROWS = "flash_rows"


def with_relations(
    server: Server, model: Model, documents: Sequence[Document], include: Mapping[str, Any] | None
) -> Steps[list[Any]]:
    """The records of documents, with what is wanted with them."""
    found = records(model, documents)
    for name, wanted in (include or {}).items():
        if wanted is False or wanted is None:
            continue
        relation = model.relation(name)
        arguments: Mapping[str, Any] = {} if wanted is True else wanted
        lists = yield from related(server, model, relation, documents, arguments)
        inner = [document for rows in lists for document in rows]
        rest = iter((yield from with_relations(server, relation.target, inner, arguments.get("include"))))
        for record, rows in zip(found, lists):
            own = [next(rest) for _ in rows]
            setattr(record, relation.attribute, own if relation.is_list else next(iter(own), None))
    return found


def related(
    server: Server, model: Model, relation: Relation, documents: Sequence[Document], arguments: Mapping[str, Any]
) -> Steps[list[list[Document]]]:
    """What belongs to each of the documents."""
    target = relation.target
    take: int | None = arguments.get("take")
    skip: int = arguments.get("skip") or 0
    if (take is not None and take < 0) or skip < 0:
        raise InvalidCall(f"{relation.name}: a page of related records has no negative numbers.")
    if "cursor" in arguments or "distinct" in arguments:
        raise InvalidCall(f"{relation.name}: related records are chosen by where, order_by, take and skip.")
    owned = [keys_in(document, relation.local) for document in documents]
    keys = list(dict.fromkeys(key for own in owned for key in own))
    if not keys or take == 0:
        return [[] for _ in documents]
    where = yield from filter_of(server, target, arguments.get("where"))
    sort = stages(orders(target, arguments.get("order_by") or arguments.get("order")))
    has_lists = any(column.is_list for column in (*relation.local, *relation.remote))
    groups: dict[tuple[Any, ...], list[tuple[int, Document]]] = {}
    is_cut = (take is not None or skip > 0) and not has_lists
    if is_cut:
        groups = yield from _pages(model, relation, keys, [{"$match": where}, *sort], take, skip)
    else:
        match = {"$match": {"$and": [among(relation.remote, keys), where]}}
        for place, document in enumerate((yield from aggregate(target, [match, *sort]))):
            for key in keys_in(document, relation.remote):
                groups.setdefault(key, []).append((place, document))
    # Each once, in the order in which they were found, whatever order the list of keys has.
    placed = [sorted({p: d for key in own for p, d in groups.get(key, ())}.items(), key=_place) for own in owned]
    chosen = [[document for _, document in rows] for rows in placed]
    return chosen if is_cut else [rows[skip : None if take is None else skip + take] for rows in chosen]


def _place(row: tuple[int, Document]) -> int:
    return row[0]


def _pages(
    model: Model,
    relation: Relation,
    keys: Sequence[tuple[Any, ...]],
    chosen: Sequence[Any],
    take: int | None,
    skip: int,
) -> Steps[dict[tuple[Any, ...], list[tuple[int, Document]]]]:
    variables = {f"k{index}": "$" + column.database_name for index, column in enumerate(relation.local)}
    equal = [{"$eq": ["$" + column.database_name, f"$$k{index}"]} for index, column in enumerate(relation.remote)]
    pipeline = [
        {"$match": {"$expr": {"$and": equal}}},
        *chosen,
        *([{"$skip": skip}] if skip else ()),
        *([{"$limit": take}] if take is not None else ()),
    ]
    lookup = {"from": relation.target.database_name, "let": variables, "pipeline": pipeline, "as": _ROWS}
    owners = yield from aggregate(model, [{"$match": among(relation.local, keys)}, {"$lookup": lookup}])
    groups: dict[tuple[Any, ...], list[tuple[int, Document]]] = {}
    for owner in owners:
        rows: list[Document] = owner[_ROWS]
        groups.update((key, list(enumerate(rows))) for key in keys_in(owner, relation.local))
    return groups
