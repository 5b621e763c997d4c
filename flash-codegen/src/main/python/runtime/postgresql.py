"""PostgreSQL: how values travel, and what its errors mean."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

from .conditions import json_text
from .errors import (
    CheckViolation,
    ConnectionFailure,
    FlashError,
    ForeignKeyViolation,
    InvalidCall,
    NotNullViolation,
    SerializationConflict,
    StatementFailure,
    Timeout,
    TransactionUnusable,
    UniqueViolation,
)
from .scope import Scope
from .tables import Column, Convert, Tables

_MOST_PARAMETERS = 32_767


def write_timestamp(value: datetime) -> datetime:
    """`timestamp`: by agreement UTC."""
    return _zoned(value).astimezone(timezone.utc).replace(tzinfo=None)


def read_timestamp(value: datetime) -> datetime:
    """The same, with its zone."""
    return value.replace(tzinfo=timezone.utc)


def _zoned(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise InvalidCall("A DateTime needs its zone: datetime(…, tzinfo=timezone.utc).")
    return value


def write_timetz(value: time) -> time:
    """`timetz`: kept and given as the time of day in UTC."""
    return value.replace(tzinfo=timezone.utc)


def read_timetz(value: time) -> time:
    """The time of day in UTC."""
    offset = value.utcoffset() or timedelta()
    moment = datetime(2000, 1, 2, value.hour, value.minute, value.second, value.microsecond) - offset
    return moment.time()


def read_money(value: str) -> Decimal:
    """From `-$1,234.50`, whatever the locale's currency is."""
    digits = "".join(c for c in value if c.isdigit() or c in ".-")
    return Decimal(digits)


def write_decimal(value: Any) -> Decimal:
    """A whole number or double as what it is written as."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


def write_money(value: Any) -> str:
    """As text, without an exponent."""
    return format(write_decimal(value), "f")


def read_json(value: str) -> Any:
    """JSON from text."""
    return json.loads(value)


_WRITE: Mapping[str, Convert] = {
    "TIMESTAMP": write_timestamp,
    "TIMESTAMPTZ": _zoned,
    "TIMETZ": write_timetz,
    "DECIMAL": write_decimal,
    "MONEY": write_money,
    "JSON": json_text,
    "FLOAT": float,
}
_READ: Mapping[str, Convert] = {
    "TIMESTAMP": read_timestamp,
    "TIMETZ": read_timetz,
    "MONEY": read_money,
    "JSON": read_json,
}


def convert(column: Column) -> tuple[Convert | None, Convert | None]:
    """How values of a column are written and read."""
    return _WRITE.get(column.encoding), _READ.get(column.encoding)


def placeholders(text: str) -> str:
    """Numbers the question marks that stand for values; those in names and texts stay."""
    parts: list[str] = []
    number = 0
    quote = ""
    for char in text:
        if quote:
            # A doubled quote ends the name and begins it again.
            if char == quote:
                quote = ""
        elif char in "\"'":
            quote = char
        elif char == "?":
            number += 1
            parts.append(f"${number}")
            continue
        parts.append(char)
    return "".join(parts)


def scopes(dialect: Mapping[str, Any]) -> Scope:
    """What compiled calls must know of PostgreSQL."""
    return Scope(dialect, placeholders, most_parameters=_MOST_PARAMETERS)


def untyped(tables: Tables) -> list[str]:
    """The types whose values travel as text because the driver would make something else of them."""
    columns = [column for model in tables.models.values() for column in model.columns]
    return sorted(
        {
            column.array_type.removesuffix("[]")
            for column in columns
            if column.encoding == "UNTYPED_TEXT" and column.array_type
        }
    )


def translate(tables: Tables, state: str, message: str, details: Mapping[str, str | None]) -> FlashError:
    """By the SQLSTATE; details are the fields of the server's message: table, constraint, columns."""
    columns = _columns(details)
    if state == "23505":
        return UniqueViolation(*tables.place(details.get("table"), details.get("constraint"), columns))
    if state in ("23503", "23001"):
        return ForeignKeyViolation(*tables.place(details.get("table"), details.get("constraint"), columns))
    if state == "23502":
        return NotNullViolation(*tables.place(details.get("table"), details.get("constraint"), columns))
    if state == "23514":
        return CheckViolation(*tables.place(details.get("table"), details.get("constraint"), columns))
    if state in ("40001", "40P01"):
        return SerializationConflict(f"Another transaction got in the way: {message}")
    if state == "55P03":
        return Timeout(f"A lock was not to be had in time: {message}")
    if state in ("57014", "25P03", "25P04"):
        return Timeout(f"The database stopped the statement: {message}")
    if state == "25P02":
        return TransactionUnusable("An earlier statement of this transaction has failed, so it can only roll back.")
    if state in ("28P01", "28000"):
        return ConnectionFailure(f"The server refuses the log-in; check user and password. {message}")
    if state == "3D000":
        return ConnectionFailure(f"There is no such database. {message}")
    if state == "53300":
        return ConnectionFailure(f"The server has no connection left. {message}")
    if state.startswith(("08", "57P")):
        return ConnectionFailure(f"The connection failed: {message}")
    return StatementFailure(f"The database refused the statement: {message}")


def _columns(details: Mapping[str, str | None]) -> Sequence[str]:
    column = details.get("column")
    return [column] if column else []
