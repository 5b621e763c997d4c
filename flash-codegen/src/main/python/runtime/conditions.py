"""Conditions: from arguments to a shape, which is all that the text depends on, and the values that go with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .errors import InvalidCall
from .scope import Scope, Steps, filled, is_mapping, room
from .tables import Column, Key, Model, Relation

Shape = tuple[Any, ...]
"""A condition without its values: nested tuples, whose first member says what they are."""

_COMPARISONS = {"equals": "EQ", "not": "NE", "lt": "LT", "lte": "LTE", "gt": "GT", "gte": "GTE"}
_PATTERNS = {"contains": (True, True), "startswith": (False, True), "endswith": (True, False)}
_PATTERN_FRAGMENTS = {"contains": "CONTAINS", "startswith": "STARTS_WITH", "endswith": "ENDS_WITH"}
_LISTS = {"has": "HAS", "has_every": "HAS_EVERY", "has_some": "HAS_SOME"}
_QUANTIFIERS = {"some": "some", "every": "every", "none": "none", "is": "some", "is_not": "none"}


class Conditions:
    """Takes conditions apart; the values are collected in the order in which the text has their places."""

    __slots__ = ("scope", "values")

    def __init__(self, scope: Scope, values: list[Any]) -> None:
        self.scope = scope
        self.values = values

    def where(self, model: Model, where: Mapping[str, Any] | None) -> Shape | None:
        """All of what a `where` says; None if it says nothing."""
        return conjunction(self._parts(model, where)) if where else None

    def _parts(self, model: Model, where: Mapping[str, Any]) -> list[Shape]:
        parts: list[Shape] = []
        for name, wanted in where.items():
            if name in model.by_name:
                parts.extend(self._column(model.by_name[name], wanted))
            elif name in model.relations:
                parts.extend(self._relation(model.relations[name], wanted))
            elif name in model.uniques:
                parts.extend(self._parts(model, wanted))
            elif name in ("AND", "OR", "NOT"):
                self._junction(model, name, wanted, parts)
            else:
                raise InvalidCall(f"{model.name} has no field {name!r}.")
        return parts

    def _junction(self, model: Model, name: str, wanted: Any, parts: list[Shape]) -> None:
        branches: Sequence[Any] = [wanted] if is_mapping(wanted) else wanted
        shapes = [shape for shape in (self.where(model, branch) for branch in branches) if shape]
        if name == "AND":
            parts.extend(shapes)
        elif name == "OR":
            if shapes:
                parts.append(("or", *shapes))
            elif not branches:
                # One of no conditions is none.
                parts.append(("never",))
        else:
            parts.extend(("not", shape) for shape in shapes)

    def _column(self, column: Column, wanted: Any) -> list[Shape]:
        if wanted is None:
            return [("null", column.index)]
        if not is_mapping(wanted):
            return [self._equals(column, "EQ", wanted)]
        if column.is_list:
            return [self._list(column, name, value) for name, value in wanted.items()]
        if "path" in wanted:
            return self._json(column, wanted)
        mode = wanted.get("mode", "default")
        return [
            self._operator(column, name, value, mode == "insensitive")
            for name, value in wanted.items()
            if name != "mode"
        ]

    def _equals(self, column: Column, fragment: str, value: Any) -> Shape:
        if column.type == "JSON" and not column.is_list:
            fragment = "JSON_" + fragment
        elif column.is_list:
            fragment = "LIST_" + fragment
        self.values.append(column.encoded(value))
        return "value", fragment, column.index

    def _operator(self, column: Column, name: str, value: Any, ignores_case: bool) -> Shape:
        if name == "json_contains":
            return self._part(column, [], "JSON_CONTAINS", value)
        if value is None:
            if name == "equals":
                return "null", column.index
            if name == "not":
                return "present", column.index
            raise InvalidCall(f"{column.name}: {name} needs a value, not None.")
        if name == "not" and is_mapping(value) and column.type != "JSON":
            return "not", conjunction(self._column(column, value))
        if name in _COMPARISONS:
            if ignores_case and name == "equals":
                self.values.append(column.encoded(value))
                return "value", "EQ_IGNORE_CASE", column.index
            return self._equals(column, _COMPARISONS[name], value)
        if name in _PATTERNS and isinstance(value, str):
            before, after = _PATTERNS[name]
            fragment = "LIKE_IGNORE_CASE" if ignores_case else _PATTERN_FRAGMENTS[name]
            self.values.append(pattern(before, value, after, self.scope.is_glob and not ignores_case))
            return "value", fragment, column.index
        if name == "like":
            self.values.append(value)
            return "value", "LIKE", column.index
        if name in ("in", "not_in"):
            return self.among(column, "IN" if name == "in" else "NOT_IN", list(value))
        if name == "between":
            self.values.extend(column.encoded(bound) for bound in value)
            return "value", "BETWEEN", column.index
        raise InvalidCall(f"{column.name} has no operator {name!r}.")

    def among(self, column: Column, fragment: str, values: list[Any]) -> Shape:
        """One of several values, or none of them."""
        encoded = [column.encoded(value) for value in values]
        if self.scope.has_arrays:
            self.values.append(encoded)
            return "value", fragment, column.index
        self.values.extend(filled(encoded))
        return "among", fragment, column.index, room(len(values))

    def _list(self, column: Column, name: str, value: Any) -> Shape:
        if name == "is_empty":
            return ("value", "IS_EMPTY", column.index) if value else ("not", ("value", "IS_EMPTY", column.index))
        if name in ("equals", "not"):
            if value is None:
                return ("null" if name == "equals" else "present"), column.index
            return self._equals(column, _COMPARISONS[name], value)
        if name not in _LISTS:
            raise InvalidCall(f"{column.name} is a list, which has no operator {name!r}.")
        self.scope.fragment(_LISTS[name])
        encoded = column.encoded([value] if name == "has" else list(value))
        self.values.append(encoded[0] if name == "has" else encoded)
        return "value", _LISTS[name], column.index

    def _json(self, column: Column, wanted: Mapping[str, Any]) -> list[Shape]:
        shapes: list[Shape] = []
        path: list[Any] = list(wanted["path"])
        for name, value in wanted.items():
            if name == "path":
                continue
            if name in ("equals", "not"):
                shapes.append(self._part(column, path, "JSON_PATH_EQ" if name == "equals" else "JSON_PATH_NE", value))
            elif name == "exists":
                shape = self._part(column, path, "JSON_PATH_EXISTS")
                shapes.append(shape if value else ("not", shape))
            elif name == "json_contains":
                shapes.append(self._part(column, path, "JSON_CONTAINS", value))
            elif name.startswith("string_"):
                shapes.append(self._json_text(column, path, name.removeprefix("string_"), value))
            elif name in _COMPARISONS:
                is_text = isinstance(value, str)
                source = "JSON_TEXT" if is_text else "JSON_NUMBER"
                self._path(path, source)
                self.values.append(value if is_text else float(value))
                shapes.append(("json", source, column.index, _COMPARISONS[name]))
            else:
                raise InvalidCall(f"{column.name}: a part of a JSON value has no operator {name!r}.")
        return shapes

    def _json_text(self, column: Column, path: list[Any], name: str, value: str) -> Shape:
        self._path(path, "JSON_TEXT")
        if name in _PATTERNS:
            before, after = _PATTERNS[name]
            self.values.append(pattern(before, value, after, self.scope.is_glob))
            return "json", "JSON_TEXT", column.index, _PATTERN_FRAGMENTS[name]
        raise InvalidCall(f"{column.name}: a part of a JSON value has no operator 'string_{name}'.")

    def _part(self, column: Column, path: list[Any], fragment: str, *value: Any) -> Shape:
        self._path(path, fragment)
        self.values.extend(json_text(item) for item in value)
        return "part", fragment, column.index

    def _path(self, path: list[Any], fragment: str) -> None:
        for _ in range(self.scope.fragment(fragment).count("{path}")):
            written = self.scope.path_key or json_text
            self.values.append(path_array(path) if self.scope.has_arrays else path_text(path, written))

    def _relation(self, relation: Relation, wanted: Any) -> list[Shape]:
        if wanted is None:
            return [("relation", relation.name, "none", None)]
        if not relation.is_list and not set(wanted) <= {"is", "is_not"}:
            wanted = {"is": wanted}
        shapes: list[Shape] = []
        for name, condition in wanted.items():
            if name == "_count":
                shapes.extend(self._count(relation, condition))
            elif name not in _QUANTIFIERS:
                raise InvalidCall(f"{relation.name} has no quantifier {name!r}.")
            elif condition is None:
                shapes.append(("relation", relation.name, "none" if name == "is" else "some", None))
            else:
                shapes.append(("relation", relation.name, _QUANTIFIERS[name], self.where(relation.target, condition)))
        return shapes

    def _count(self, relation: Relation, wanted: Any) -> list[Shape]:
        comparisons: Mapping[str, int] = wanted if is_mapping(wanted) else {"equals": wanted}
        shapes: list[Shape] = []
        for name, value in comparisons.items():
            if name not in _COMPARISONS:
                raise InvalidCall(f"A number of related records has no operator {name!r}.")
            self.values.append(value)
            shapes.append(("count", relation.name, _COMPARISONS[name]))
        return shapes

    def unique(self, model: Model, where: Mapping[str, Any]) -> tuple[Key, list[Any]]:
        """The key that a `where` goes by, and its values."""
        if len(where) == 1:
            ((name, value),) = where.items()
            key = model.uniques.get(name)
            if key is not None:
                if len(key.columns) == 1:
                    values = [value]
                else:
                    values = [value.get(column.name) for column in key.columns]
                if None not in values:
                    return key, [column.encoded(item) for column, item in zip(key.columns, values)]
        names = ", ".join(model.uniques)
        raise InvalidCall(f"A single {model.name} is asked for by one of {names}, with a value.")

    def keys(self, columns: Sequence[Column], keys: Sequence[Any]) -> Shape:
        """One of many keys, which are as the driver takes them: tuples if there are several columns."""
        if len(columns) == 1:
            if self.scope.has_arrays:
                self.values.append(list(keys))
                return "value", "IN", columns[0].index
            self.values.extend(filled(list(keys)))
            return "among", "IN", columns[0].index, room(len(keys))
        for key in filled(list(keys)):
            self.values.extend(key)
        return "keys", tuple(column.index for column in columns), room(len(keys))


def conjunction(parts: Sequence[Shape]) -> Shape | None:
    """All of them; None if there are none."""
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else ("and", *parts)


def matching(conditions: Conditions, model: Model, where: Mapping[str, Any]) -> Steps[Shape | None]:
    """The same as its `where`. Other databases ask the server first."""
    yield from ()
    return conditions.where(model, where)


def either(shapes: Sequence[Shape]) -> Shape:
    """One of several conditions."""
    return "or", *shapes


def both(first: Shape | None, second: Shape | None) -> Shape | None:
    """Two conditions, of which either may be none."""
    return conjunction([part for part in (first, second) if part])


def pattern(before: bool, text: str, after: bool, is_glob: bool) -> str:
    """A text as the pattern that finds exactly it, with anything before or after."""
    if is_glob:
        escaped = "".join(f"[{c}]" if c in "*?[" else c for c in text)
    else:
        escaped = "".join("!" + c if c in "%_!" else c for c in text)
    wildcard = "*" if is_glob else "%"
    return (wildcard if before else "") + escaped + (wildcard if after else "")


def json_text(value: Any) -> str:
    """A JSON value as text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def path_text(path: Sequence[Any], written: Callable[[str], str]) -> str:
    """A path as SQL/JSON writes it: `$."a"[0]`."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else "." + written(step) for step in path)


def path_array(path: Sequence[Any]) -> list[str]:
    """A path as PostgreSQL takes it: an array of texts."""
    return [str(step) for step in path]
