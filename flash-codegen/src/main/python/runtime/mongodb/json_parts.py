"""
Parts of JSON values, as expressions of MongoDB.

A part is a list that has it, or nothing where there is none, so that JSON's null is told from what is missing. A path of
MongoDB would not do: it goes through lists, takes a number for a member as well as for an element, and has no way to a
member with a dot in its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .documents import Filter
from .errors import InvalidCall
from .scope import is_list, is_mapping
from .tables import Column

Expression = Any

_THIS = "$$this"
_NO_MEMBERS: Expression = {"$literal": {}}
_TEXTS = {"contains": (True, True), "startswith": (False, True), "endswith": (True, False)}
_COMPARISONS = {"lt": "$lt", "lte": "$lte", "gt": "$gt", "gte": "$gte"}
_NUMBER: tuple[Expression, Expression] = ({"$literal": float("-inf")}, {"$literal": ""})
_TEXT: tuple[Expression, Expression] = ({"$literal": ""}, _NO_MEMBERS)
_OBJECT: tuple[Expression, Expression] = (_NO_MEMBERS, [])
"""What a type has, by the order in which types of BSON compare: numbers, strings, documents, lists."""


def json_filters(column: Column, path: str, wanted: Mapping[str, Any], negated: bool) -> list[Filter]:
    """The conditions on the part of a JSON value at its `path`, or on its members. path: of the field."""
    steps: Sequence[Any] = wanted.get("path", ())
    part: Expression = ["$$ROOT"]
    for step in (*path.split("."), *steps):
        part = _element(part, step) if isinstance(step, int) else _member(part, step)
    return [_filter_of(column, part, name, value, negated) for name, value in wanted.items() if name != "path"]


def _filter_of(column: Column, part: Expression, name: str, value: Any, negated: bool) -> Filter:
    if name in ("equals", "not"):
        return _of(_found(part), _equals(part, column.encoded(value)), negated != (name == "not"))
    if name == "exists":
        return _expression(_found(part), negated == bool(value))
    if name == "json_contains":
        return _of(_found(part), _contains(part, column.encoded(value)), negated)
    text = name.removeprefix("string_")
    if text != name and text in _TEXTS:
        texts = _only(part, _TEXT)
        return _of(_found(texts), _matches(texts, value, *_TEXTS[text]), negated)
    if name in _COMPARISONS:
        kind = _only(part, _TEXT if isinstance(value, str) else _NUMBER)
        operand = value if isinstance(value, str) else float(value)
        found = _filtered(kind, "p", {_COMPARISONS[name]: ["$$p", {"$literal": operand}]})
        return _of(_found(kind), _found(found), negated)
    raise InvalidCall(f"{column.name}: a part of a JSON value has no operator {name!r}.")


def _of(there: Expression, condition: Expression, negated: bool) -> Filter:
    """The contrary of a condition on a part is that there is one, which is otherwise."""
    if negated:
        return {"$and": [_expression(there, False), _expression(condition, True)]}
    return _expression(condition, False)


def _expression(condition: Expression, negated: bool) -> Filter:
    return {"$nor": [{"$expr": condition}]} if negated else {"$expr": condition}


def _member(part: Expression, name: str) -> Expression:
    members = {"$objectToArray": {"$cond": [_is(_OBJECT, _THIS), _THIS, _NO_MEMBERS]}}
    found = _filtered(members, "m", {"$eq": ["$$m.k", {"$literal": name}]})
    return _reduced(part, {"$map": {"input": found, "as": "m", "in": "$$m.v"}})


def _element(part: Expression, index: int) -> Expression:
    return _reduced(part, {"$slice": [_elements(_THIS), index, 1]})


def _reduced(part: Expression, becomes: Expression) -> Expression:
    """The list that becomes of the part, if there is one."""
    return {"$reduce": {"input": part, "initialValue": [], "in": becomes}}


def _elements(value: Expression) -> Expression:
    """What is no list has no elements."""
    none: list[Any] = []
    return {"$cond": [{"$isArray": [value]}, value, none]}


def _found(found: Expression) -> Expression:
    return {"$gt": [{"$size": found}, 0]}


def _filtered(items: Expression, name: str, condition: Expression) -> Expression:
    return {"$filter": {"input": items, "as": name, "cond": condition}}


def _is(kind: tuple[Expression, Expression], value: Expression) -> Expression:
    least, following = kind
    return {"$and": [{"$gte": [value, least]}, {"$lt": [value, following]}]}


def _only(part: Expression, kind: tuple[Expression, Expression]) -> Expression:
    return _filtered(part, "p", _is(kind, "$$p"))


def _equals(part: Expression, value: Any) -> Expression:
    return _found(_filtered(part, "p", {"$eq": ["$$p", {"$literal": value}]}))


def _contains(part: Expression, value: Any) -> Expression:
    """A list has a single value also as its element."""
    contained = _containing(part, value, 0)
    if is_mapping(value) or is_list(value):
        return contained
    return {"$or": [contained, {"$in": [{"$literal": value}, _reduced(part, _elements(_THIS))]}]}


def _containing(part: Expression, value: Any, depth: int) -> Expression:
    if is_mapping(value):
        members = [_containing(_member(part, name), wanted, depth) for name, wanted in value.items()]
        return {"$and": [_found(_only(part, _OBJECT)), *members]}
    if is_list(value):
        name = f"e{depth}"
        elements = _reduced(part, _elements(_THIS))
        found = [_found(_filtered(elements, name, _containing(["$$" + name], wanted, depth + 1))) for wanted in value]
        return {"$and": [_found(_filtered(part, "p", {"$isArray": ["$$p"]})), *found]}
    return _equals(part, value)


def _matches(texts: Expression, text: str, before: bool, after: bool) -> Expression:
    """Upper and lower case differ."""
    wanted = {"$literal": text}
    last = {"$subtract": [{"$strLenCP": "$$p"}, len(text)]}
    condition: Expression = {"$gte" if before else "$eq": [{"$indexOfCP": ["$$p", wanted]}, 0]}
    if not after:
        place = {"$indexOfCP": ["$$p", wanted, {"$max": [last, 0]}]}
        condition = {"$and": [{"$gte": [last, 0]}, {"$eq": [last, place]}]}
    return _found(_filtered(texts, "p", condition))
