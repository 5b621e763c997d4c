"""
Conditions as filters of MongoDB. A field that is missing and one that is null are the same: no value.

The contrary of a condition is not MongoDB's `$nor`, for which a document without the value matches: as in SQL, what
compares with no value is neither true nor false. So negations go down to the comparisons, each of which knows its
contrary. Conditions on related documents find their keys by a command of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bson.regex import Regex

from .counted import counted
from .documents import NOTHING, Filter, Server, among, find
from .errors import InvalidCall
from .json_parts import json_filters
from .scope import Steps, is_mapping
from .tables import Column, Key, Model, Relation

Shape = Filter
"""What conditions are taken apart into, by the name that it has on every database."""

_CONTRARIES = {"lt": ("$lt", "$gte"), "lte": ("$lte", "$gt"), "gt": ("$gt", "$lte"), "gte": ("$gte", "$lt")}
_PATTERNS = {"contains": (True, True), "startswith": (False, True), "endswith": (True, False)}
_OPERATORS = frozenset(
    (
        *_CONTRARIES,
        *_PATTERNS,
        "equals",
        "not",
        "in",
        "not_in",
        "between",
        "like",
        "mode",
        "has",
        "has_every",
        "has_some",
    )
    + ("is_empty", "is", "is_not", "some", "every", "none")
)
_SPECIAL = frozenset("\\^$.|?*+()[]{}-/#")


def negation(condition: Filter) -> Filter:
    """All that a filter leaves out."""
    return {"$nor": [condition]}


def filter_of(server: Server, model: Model, where: Mapping[str, Any] | None, negated: bool = False) -> Steps[Filter]:
    """All of what a `where` says, or the contrary."""
    parts: list[Filter] = []
    for name, wanted in (where or {}).items():
        if name in ("AND", "OR", "NOT"):
            branches: Sequence[Any] = [wanted] if is_mapping(wanted) else wanted
            contrary = negated != (name == "NOT")
            found: list[Filter] = []
            for branch in branches:
                found.append((yield from filter_of(server, model, branch, contrary)))
            parts.append(_junction(found, (name == "OR") == negated, (name == "OR") != negated))
        elif name in model.relations:
            parts.append((yield from _relation(server, model.relations[name], wanted, negated)))
        elif name in model.uniques and name not in model.by_name:
            parts.append((yield from filter_of(server, model, wanted, negated)))
        else:
            parts.append(_field(model.column(name), wanted, "", negated))
    return _junction(parts, not negated, negated)


class Conditions:
    """Filters by keys, as those ask for them who write related records; the values stand in the filters themselves."""

    __slots__ = ("scope", "values")

    def __init__(self, scope: Server, values: list[Any]) -> None:
        self.scope = scope
        self.values = values

    def unique(self, model: Model, where: Mapping[str, Any]) -> tuple[Key, list[Any]]:
        """The key that a `where` goes by, and its values."""
        key, condition = unique(model, where)
        return key, [condition[column.database_name] for column in key.columns]

    def keys(self, columns: Sequence[Column], keys: Sequence[Any]) -> Shape:
        """One of many keys: tuples if there are several columns. None is no key, as in SQL."""
        known = [key for key in keys if key is not None]
        return among(columns, [(key,) for key in known] if len(columns) == 1 else known)


def matching(conditions: Conditions, model: Model, where: Mapping[str, Any]) -> Steps[Shape | None]:
    """What a `where` says; None if that is nothing."""
    return (yield from filter_of(conditions.scope, model, where)) or None


def either(shapes: Sequence[Shape]) -> Shape:
    """One of several conditions."""
    return {"$or": list(shapes)} if shapes else NOTHING


def both(first: Shape | None, second: Shape | None) -> Shape | None:
    """Two conditions, of which either may be none."""
    return {"$and": [first, second]} if first and second else first or second


def _junction(parts: list[Filter], is_all: bool, empty_is_nothing: bool) -> Filter:
    """is_all: whether all of them have to be true."""
    if not parts:
        return NOTHING if empty_is_nothing else {}
    return parts[0] if len(parts) == 1 else {"$and" if is_all else "$or": parts}


def unique(model: Model, where: Mapping[str, Any]) -> tuple[Key, Filter]:
    """The key that a `where` goes by, as a filter."""
    if len(where) == 1:
        ((name, value),) = where.items()
        key = model.uniques.get(name)
        if key is not None:
            values = [value] if len(key.columns) == 1 else [value.get(column.name) for column in key.columns]
            if None not in values:
                pairs = zip(key.columns, values)
                return key, {column.database_name: column.encoded(item) for column, item in pairs}
    names = ", ".join(model.uniques)
    raise InvalidCall(f"A single {model.name} is asked for by one of {names}, with a value.")


def _relation(server: Server, relation: Relation, wanted: Any, negated: bool) -> Steps[Filter]:
    if wanted is None:
        return (yield from _related(server, relation, "none", {}, negated))
    if not relation.is_list and not set(wanted) <= {"is", "is_not"}:
        wanted = {"is": wanted}
    parts: list[Filter] = []
    for name, condition in wanted.items():
        if name in ("some", "every", "none"):
            parts.append((yield from _related(server, relation, name, condition, negated)))
        elif name in ("is", "is_not"):
            quantifier = "none" if (name == "is") == (condition is None) else "some"
            parts.append((yield from _related(server, relation, quantifier, condition or {}, negated)))
        elif name == "_count":
            for is_contrary, found in (yield from counted(relation, condition)):
                parts.append(_contrary_if(negated != is_contrary, found))
        else:
            raise InvalidCall(f"{relation.name} has no quantifier {name!r}.")
    return _junction(parts, not negated, negated)


def _related(server: Server, relation: Relation, quantifier: str, condition: Any, negated: bool) -> Steps[Filter]:
    target = relation.target
    wanted = yield from filter_of(server, target, condition)
    documents = yield from find(
        target, negation(wanted) if quantifier == "every" else wanted, [c.database_name for c in relation.remote]
    )
    some = among(relation.local, [key for document in documents for key in keys_in(document, relation.remote)])
    return negation(some) if (quantifier == "some") == negated else some


def keys_in(document: Mapping[str, Any], columns: Sequence[Column]) -> list[tuple[Any, ...]]:
    """The keys by which a document is related: one, several if they are a list, none if a part has no value."""
    if len(columns) == 1 and columns[0].is_list:
        return [(value,) for value in document.get(columns[0].database_name) or ()]
    key = tuple(document.get(column.database_name) for column in columns)
    return [] if None in key else [key]


def _is_filter(wanted: Mapping[str, Any]) -> bool:
    return bool(wanted) and _OPERATORS.issuperset(wanted)


def _field(column: Column, wanted: Any, prefix: str, negated: bool, is_in_list: bool = False) -> Filter:
    path = prefix + column.database_name
    if wanted is None:
        return {path: {"$ne" if negated else "$eq": None}}
    is_whole = column.type in ("JSON", "COMPOSITE")
    if not is_mapping(wanted) or (is_whole and not _is_filter(wanted)):
        if is_mapping(wanted) and column.type == "JSON" and ("path" in wanted or "json_contains" in wanted):
            if is_in_list:
                raise InvalidCall(f"{column.name}: MongoDB has no conditions on parts of JSON inside of a list.")
            return _junction(json_filters(column, path, wanted, negated), not negated, negated)
        return _compare(column, path, "equals", wanted, negated, False)
    mode = {"mode": wanted["mode"]} if "mode" in wanted else {}
    parts: list[Filter] = []
    for name, operand in wanted.items():
        if name == "mode":
            continue
        if name == "not":
            is_condition = is_mapping(operand) and (not is_whole or _is_filter(operand))
            inner = operand if is_condition else {"equals": operand}
            parts.append(_field(column, {**inner, **mode}, prefix, not negated, is_in_list))
        elif column.type == "COMPOSITE" and name in ("is", "is_not", "some", "every", "none"):
            parts.append(_composite(column, path, name, operand, negated))
        else:
            parts.append(_compare(column, path, name, operand, negated, mode.get("mode") == "insensitive"))
    return _junction(parts, not negated, negated)


def _compare(column: Column, path: str, name: str, wanted: Any, negated: bool, ignores_case: bool) -> Filter:
    if name == "equals":
        return _equals(column, path, wanted, negated, ignores_case)
    if wanted is None:
        raise InvalidCall(f"{column.name}: {name} needs a value, not None.")
    operand: Any = wanted
    if column.is_list:
        return _list(column, path, name, operand, negated)
    if name in _CONTRARIES:
        return {path: {_CONTRARIES[name][negated]: column.encoded(operand)}}
    if name in ("in", "not_in"):
        values = [column.encoded(value) for value in operand]
        if (name == "in") != negated:
            return {path: {"$in": values}}
        return {path: {"$nin": [*values, None]}} if values else {}
    if name == "between":
        low, high = (column.encoded(value) for value in operand)
        if negated:
            return {"$or": [{path: {"$lt": low}}, {path: {"$gt": high}}]}
        return {path: {"$gte": low, "$lte": high}}
    if name in _PATTERNS and isinstance(operand, str):
        before, after = _PATTERNS[name]
        return _matching(path, part(before, operand, after, ignores_case), negated)
    if name == "like":
        return _matching(path, like(operand, ignores_case), negated)
    raise InvalidCall(f"MongoDB has no operator {name!r} for {column.name}.")


def _equals(column: Column, path: str, operand: Any, negated: bool, ignores_case: bool) -> Filter:
    if operand is None:
        return {path: {"$ne" if negated else "$eq": None}}
    if ignores_case:
        return _matching(path, part(False, operand, False, True), negated)
    value = column.encoded(operand)
    if column.is_list:
        return _contrary_if(negated, {path: {"$eq": value}} if value else _empty(path))
    return {path: {"$nin": [value, None]}} if negated else {path: {"$eq": value}}


def _list(column: Column, path: str, name: str, operand: Any, negated: bool) -> Filter:
    """A list is never without a value: what is not there is empty. So its contrary is all the others."""
    if name == "is_empty":
        return _contrary_if(negated != (operand is False), _empty(path))
    if name not in ("has", "has_some", "has_every"):
        raise InvalidCall(f"{column.name} is a list, which has no operator {name!r}.")
    elements = column.encoded([operand] if name == "has" else list(operand))
    if name == "has_every":
        return _contrary_if(negated, {path: {"$all": elements}} if elements else {})
    return _contrary_if(negated, {path: {"$in": elements}})


def _composite(column: Column, path: str, name: str, operand: Any, negated: bool) -> Filter:
    if column.is_list and name in ("some", "none"):
        found = {path: {"$elemMatch": _members(column, operand, "", False)}}
        return _contrary_if(negated != (name == "none"), found)
    if column.is_list and name == "every":
        return _contrary_if(not negated, {path: {"$elemMatch": negation(_members(column, operand, "", False))}})
    if column.is_list or name not in ("is", "is_not"):
        raise InvalidCall(f"{column.name} has no quantifier {name!r}.")
    contrary = negated != (name == "is_not")
    if operand is None:
        return {path: {"$ne" if contrary else "$eq": None}}
    return _members(column, operand, path + ".", contrary)


def _members(column: Column, where: Mapping[str, Any], prefix: str, negated: bool) -> Filter:
    """Conditions on the members of a composite type."""
    parts: list[Filter] = []
    for name, wanted in where.items():
        if name in ("AND", "OR", "NOT"):
            branches: Sequence[Any] = [wanted] if is_mapping(wanted) else wanted
            contrary = negated != (name == "NOT")
            found = [_members(column, branch, prefix, contrary) for branch in branches]
            parts.append(_junction(found, (name == "OR") == negated, (name == "OR") != negated))
            continue
        member = next((member for member in column.members if member.name == name), None)
        if member is None:
            raise InvalidCall(f"{column.name} has no member {name!r}.")
        parts.append(_field(member, wanted, prefix, negated, not prefix))
    return _junction(parts, not negated, negated)


def _matching(path: str, pattern: Regex[str], negated: bool) -> Filter:
    return {path: {"$not": pattern, "$ne": None}} if negated else {path: pattern}


def _contrary_if(negated: bool, condition: Filter) -> Filter:
    return negation(condition) if negated else condition


def _empty(path: str) -> Filter:
    return {path + ".0": {"$exists": False}}


def part(before: bool, text: str, after: bool, ignores_case: bool) -> Regex[str]:
    """A part of a text as a regular expression in which every character stands for itself."""
    literal = "".join(_literal(char) for char in text)
    return Regex(f"{'' if before else '^'}{literal}{'' if after else chr(92) + 'z'}", "is" if ignores_case else "s")


def like(pattern: str, ignores_case: bool) -> Regex[str]:
    """SQL's `LIKE`: percent, underscore, and an exclamation mark before either."""
    text = "^"
    is_escaped = False
    for char in pattern:
        if is_escaped:
            text += _literal(char)
            is_escaped = False
        elif char == "!":
            is_escaped = True
        else:
            text += ".*" if char == "%" else "." if char == "_" else _literal(char)
    return Regex(text + ("!" if is_escaped else "") + "\\z", "is" if ignores_case else "s")


def _literal(char: str) -> str:
    """A regular expression ends at a zero byte when it travels."""
    return "\\x00" if char == "\0" else "\\" + char if char in _SPECIAL else char
