"""PostgreSQL: how values travel, and what its errors mean."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
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


_BEGIN = datetime(2000, 1, 1, tzinfo=timezone.utc)
_FIRST_DAY = _BEGIN.toordinal()


def encode_timestamp(value: datetime) -> tuple[int]:
    """As the server counts, in UTC. The driver would take the first and the last of Python's times for infinite."""
    since = (value if value.tzinfo else value.replace(tzinfo=timezone.utc)) - _BEGIN
    return ((since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds,)


def decode_timestamp(count: tuple[int]) -> datetime:
    """OverflowError for what is infinite, or in a year that Python does not have."""
    return _BEGIN + timedelta(0, 0, count[0])


def encode_date(value: date) -> tuple[int]:
    """As the server counts."""
    return (value.toordinal() - _FIRST_DAY,)


def decode_date(count: tuple[int]) -> date:
    """OverflowError for what is infinite, or in a year that Python does not have."""
    return date(2000, 1, 1) + timedelta(days=count[0])


def encode_bits(value: str) -> bytes:
    """Their number, then eight in a byte."""
    size = len(value)
    whole = value.ljust((size + 7) // 8 * 8, "0")
    return struct.pack("!i", size) + (int(whole, 2).to_bytes(len(whole) // 8, "big") if size else b"")


def decode_bits(value: bytes) -> str:
    """The digits 0 and 1."""
    (size,) = struct.unpack_from("!i", value)
    return "".join(format(byte, "08b") for byte in value[4:])[:size]


CODECS: Mapping[str, tuple[Callable[[Any], Any], Callable[[Any], Any], str]] = {
    "timestamp": (encode_timestamp, decode_timestamp, "tuple"),
    "timestamptz": (encode_timestamp, decode_timestamp, "tuple"),
    "date": (encode_date, decode_date, "tuple"),
    "inet": (str, str, "text"),
    "bit": (encode_bits, decode_bits, "binary"),
    "varbit": (encode_bits, decode_bits, "binary"),
}
"""
Types of which the driver would make something else, with what writes and reads them, and the form that these take. Not
as text where a text may be empty: in an array of such, the driver leaves nothing in its place.
"""


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
    "TIMESTAMP": _zoned,
    "TIMESTAMPTZ": _zoned,
    "TIMETZ": write_timetz,
    "DECIMAL": write_decimal,
    "MONEY": write_money,
    "JSON": json_text,
    "FLOAT": float,
}
_READ: Mapping[str, Convert] = {
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


def has_citext(tables: Tables) -> bool:
    """Whether there are columns of citext, which an extension brings into some schema."""
    return any(column.array_type == "citext[]" for model in tables.models.values() for column in model.columns)


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
