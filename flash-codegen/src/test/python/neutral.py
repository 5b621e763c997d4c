"""From the neutral form of the conformance suite to calls of the client, and back."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Callable
from datetime import date, datetime, time, timezone
from decimal import Context, Decimal
from enum import Enum
from math import isfinite
from typing import Any
from uuid import UUID

_ALL_DIGITS = Context(prec=400)

OPERATORS = {
    "notIn": "not_in",
    "startsWith": "startswith",
    "endsWith": "endswith",
    "hasEvery": "has_every",
    "hasSome": "has_some",
    "isEmpty": "is_empty",
    "isNot": "is_not",
    "string_starts_with": "string_startswith",
    "string_ends_with": "string_endswith",
}
ERRORS = {
    "RecordNotFoundException": "RecordNotFound",
    "StaleRecordException": "StaleRecord",
    "IllegalStateException": "InvalidCall",
    "IllegalArgumentException": "InvalidCall",
    "UnsupportedOperationException": "InvalidCall",
}


class NotOffered(Exception):
    """A case that needs what the language does not have."""


class NoValue(NotOffered):
    """A value that the language does not have."""


def value(column: Any, given: Any) -> Any:
    """A value of a column, of JSON's kinds, as code gives it."""
    if given is None:
        return None
    if column.is_list and isinstance(given, list):
        return [_one(column, item) for item in given]
    return _one(column, given)


def _one(column: Any, given: Any) -> Any:
    kind = column.type
    if kind == "DATE_TIME":
        return _time(datetime.fromisoformat, _six_digits(given))
    if kind == "DATE":
        return _time(date.fromisoformat, given)
    if kind == "TIME":
        return time.fromisoformat(given)
    if kind == "UUID":
        return UUID(given)
    if kind == "DECIMAL":
        return Decimal(str(given))
    if kind == "FLOAT":
        return float(given)
    if kind == "BYTES":
        return base64.b64decode(given)
    return _json(given) if kind == "JSON" else given


def _time(read: Callable[[str], Any], text: str) -> Any:
    try:
        if len(text.partition(".")[2]) <= len("123456+00:00"):
            return read(text)
    except ValueError:
        pass
    raise NoValue("Python's times have years from 1 to 9999, and microseconds")


def is_offered(model: Any, given: dict[str, Any]) -> bool:
    """Whether Python has the values of a record."""
    try:
        data(model, given)
    except NoValue:
        return False
    return True


def _six_digits(text: str) -> str:
    plain, dot, fraction = text.removesuffix("Z").partition(".")
    return plain + ("." + fraction.ljust(6, "0") if dot else "") + "+00:00"


def _json(given: Any) -> Any:
    if isinstance(given, Decimal):
        if len(given.as_tuple().digits) > 17:
            raise NoValue("the numbers of JSON are doubles in Python, if they are not whole")
        return float(given)
    if isinstance(given, list):
        return [_json(item) for item in given]
    if isinstance(given, dict):
        return {name: _json(item) for name, item in given.items()}
    return given


def where(model: Any, given: dict[str, Any]) -> dict[str, Any]:
    """A condition."""
    found: dict[str, Any] = {}
    for name, wanted in given.items():
        if name in ("AND", "OR", "NOT"):
            found[name] = [where(model, branch) for branch in wanted]
        elif name == "_count":
            for relation, comparison in wanted.items():
                found.setdefault(relation, {})["_count"] = comparison
        elif name in model.relations:
            target = model.relations[name].target
            found[name] = {
                OPERATORS.get(quantifier, quantifier): where(target, condition)
                for quantifier, condition in wanted.items()
            }
        else:
            column = model.by_name[name]
            found[name] = _operators(column, wanted) if isinstance(wanted, dict) else value(column, wanted)
    return found


def _operators(column: Any, wanted: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "hasKey" in wanted:
        return {"path": [*wanted.get("path", ()), wanted["hasKey"]], "exists": True}
    for name, operand in wanted.items():
        own = OPERATORS.get(name, name)
        if name in ("path", "mode") or name.startswith("string_") or column.type == "JSON":
            found[own] = _json(operand)
        elif isinstance(operand, list):
            found[own] = [value(column, item) for item in operand]
        else:
            found[own] = value(column, operand)
    return found


def unique(model: Any, given: dict[str, Any]) -> dict[str, Any]:
    """The one record that some values name."""
    for key in model.keys:
        if {column.name for column in key.columns} == set(given):
            if any(isinstance(item, dict) for item in given.values()):
                break
            values = {name: value(model.by_name[name], item) for name, item in given.items()}
            return values if len(values) == 1 else {key.name: values}
    return {name: value(model.by_name[name], item) for name, item in given.items()}


def is_key(model: Any, given: dict[str, Any]) -> bool:
    """Whether a condition is one of the keys."""
    return any({column.name for column in key.columns} == set(given) for key in model.keys)


def uniques(model: Any, given: dict[str, Any]) -> list[dict[str, Any]]:
    """The records that some values name: `{"id": {"in": [1, 2]}}` are two."""
    if len(given) == 1:
        ((name, wanted),) = given.items()
        if isinstance(wanted, dict) and set(wanted) == {"in"}:
            return [unique(model, {name: item}) for item in wanted["in"]]
    return [unique(model, given)]


def order(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An order."""
    return [_order(item) for item in given]


def _order(item: dict[str, Any]) -> dict[str, Any]:
    ((name, way),) = item.items()
    if name == "_count" and isinstance(way, dict):
        ((relation, direction),) = way.items()
        return {relation: {"_count": direction}}
    if isinstance(way, dict):
        return {name: _order(way)}
    words = way.split(" ")
    return {name: {"sort": words[0], "nulls": words[2]} if len(words) > 1 else way}


def include(model: Any, given: dict[str, Any]) -> dict[str, Any]:
    """What is wanted with records."""
    found: dict[str, Any] = {}
    for name, wanted in given.items():
        target = model.relations[name].target
        if wanted is True:
            found[name] = True
            continue
        arguments = {key: item for key, item in wanted.items() if key in ("skip", "take")}
        if "where" in wanted:
            arguments["where"] = where(target, wanted["where"])
        if "orderBy" in wanted:
            arguments["order_by"] = order(wanted["orderBy"])
        if "include" in wanted:
            arguments["include"] = include(target, wanted["include"])
        found[name] = arguments
    return found


def select(model: Any, given: dict[str, Any]) -> dict[str, Any]:
    """The columns that are wanted."""
    return {
        name: {"select": select(model.relations[name].target, wanted)} if name in model.relations else wanted
        for name, wanted in given.items()
    }


def having(given: dict[str, Any]) -> dict[str, Any]:
    """A condition on groups."""
    found: dict[str, Any] = {}
    for name, wanted in given.items():
        if name == "_count":
            found[name] = wanted
        else:
            for field, comparison in wanted.items():
                found.setdefault(field, {})[name] = comparison
    return found


def data(model: Any, given: dict[str, Any]) -> dict[str, Any]:
    """What is written."""
    found: dict[str, Any] = {}
    for name, wanted in given.items():
        if name in model.relations:
            found[name] = _nested(model.relations[name], wanted)
        else:
            column = model.by_name[name]
            if isinstance(wanted, dict) and column.type != "JSON":
                found[name] = {operation: value(column, operand) for operation, operand in wanted.items()}
            else:
                found[name] = value(column, wanted)
    return found


def _nested(relation: Any, given: dict[str, Any]) -> dict[str, Any]:
    target = relation.target
    found: dict[str, Any] = {}
    for action, payload in given.items():
        if action == "create":
            items = [data(target, item) for item in payload]
            found["create"] = items if relation.is_list else items[0]
        elif action == "connectOrCreate":
            items = [
                {"where": unique(target, {name: item[name] for name in payload["by"]}), "create": data(target, item)}
                for item in payload["create"]
            ]
            found["connect_or_create"] = items if relation.is_list else items[0]
        elif action == "delete" and isinstance(payload, dict):
            found["delete_many"] = where(target, payload)
        elif action == "disconnect" and payload is True and relation.is_list:
            found["set"] = []
        elif isinstance(payload, dict):
            items = uniques(target, payload)
            found[action] = items if relation.is_list else items[0]
        else:
            found[action] = payload
    return found


def plain(found: Any) -> Any:
    """A result in the neutral form."""
    if dataclasses.is_dataclass(found) and not isinstance(found, type):
        return {field.name.removesuffix("_"): plain(getattr(found, field.name)) for field in dataclasses.fields(found)}
    if isinstance(found, Enum):
        return str(found.value)
    if isinstance(found, bool) or found is None:
        return found
    if isinstance(found, float):
        return found if isfinite(found) else str(Decimal(found))
    if isinstance(found, (int, Decimal)):
        return Decimal(found).normalize(_ALL_DIGITS)
    if isinstance(found, datetime):
        return found.astimezone(timezone.utc).isoformat(timespec=_digits(found, "seconds")).replace("+00:00", "Z")
    if isinstance(found, time):
        return found.isoformat(_digits(found, "seconds" if found.second else "minutes"))
    if isinstance(found, (bytes, bytearray, memoryview)):
        return base64.b64encode(found).decode()
    if isinstance(found, dict):
        return {name: plain(item) for name, item in found.items()}
    if isinstance(found, (list, tuple)):
        return [plain(item) for item in found]
    return str(found)


def _digits(found: datetime | time, least: str) -> str:
    if not found.microsecond:
        return least
    return "microseconds" if found.microsecond % 1000 else "milliseconds"


def projected(actual: Any, expected: Any) -> Any:
    """What of a result an expectation speaks of: the members that it names; of a double, the digits that are written."""
    if isinstance(actual, float) and isinstance(expected, Decimal):
        return expected if float(expected) == actual else actual
    if actual is None and isinstance(expected, dict):
        # A related record that is not there has no values.
        return {name: projected(None, item) for name, item in expected.items()}
    if isinstance(actual, dict) and isinstance(expected, dict):
        return {name: projected(actual[name], item) for name, item in expected.items() if name in actual}
    if isinstance(actual, list) and isinstance(expected, list):
        rest = [*expected, *([None] * len(actual))]
        return [projected(item, wanted) if wanted is not None else item for item, wanted in zip(actual, rest)]
    return actual
