"""Conditions on numbers of related documents, as conditions on keys: one command counts by key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .documents import Filter, aggregate, among, find
from .errors import InvalidCall
from .scope import Steps, is_mapping
from .tables import Relation


class _Comparison(NamedTuple):
    name: str
    contrary: str


_COMPARISONS = {
    "equals": _Comparison("$eq", "$ne"),
    "not": _Comparison("$ne", "$eq"),
    "lt": _Comparison("$lt", "$gte"),
    "lte": _Comparison("$lte", "$gt"),
    "gt": _Comparison("$gt", "$lte"),
    "gte": _Comparison("$gte", "$lt"),
}


def counted(relation: Relation, wanted: Any) -> Steps[list[tuple[bool, Filter]]]:
    """Whose numbers compare so: filters, and whether their contrary is meant."""
    comparisons: Mapping[str, Any] = wanted if is_mapping(wanted) else {"equals": wanted}
    found: list[tuple[bool, Filter]] = []
    for name, number in comparisons.items():
        if name not in _COMPARISONS:
            raise InvalidCall(f"A number of related records has no operator {name!r}.")
        if relation.local[0].is_list:
            found.append((False, (yield from _listed(relation, _COMPARISONS[name].name, number))))
        else:
            # Who has none is in no group.
            of_none = _holds(name, number)
            comparison = _COMPARISONS[name].contrary if of_none else _COMPARISONS[name].name
            found.append((of_none, (yield from _grouped(relation, comparison, number))))
    return found


def _listed(relation: Relation, comparison: str, number: int) -> Steps[Filter]:
    """Of the keys in the list those count that are found."""
    path = relation.remote[0].database_name
    keys = [document[path] for document in (yield from find(relation.target, {}, [path]))]
    own: Filter = {"$ifNull": ["$" + relation.local[0].database_name, []]}
    return {"$expr": {comparison: [{"$size": {"$setIntersection": [own, {"$literal": keys}]}}, number]}}


def _grouped(relation: Relation, comparison: str, number: int) -> Steps[Filter]:
    paths = [column.database_name for column in relation.remote]
    groups = yield from aggregate(
        relation.target,
        [
            {"$match": {"$and": [{path: {"$ne": None}} for path in paths]}},
            {"$group": {"_id": {f"k{i}": "$" + path for i, path in enumerate(paths)}, "n": {"$sum": 1}}},
            {"$match": {"n": {comparison: number}}},
        ],
    )
    return among(relation.local, [tuple(group["_id"].values()) for group in groups])


def _holds(name: str, number: int) -> bool:
    return {
        "equals": number == 0,
        "not": number != 0,
        "lt": number > 0,
        "lte": number >= 0,
        "gt": number < 0,
        "gte": number <= 0,
    }[name]
