"""The changes of scalar fields, as type checkers see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, TypedDict
from uuid import UUID

__all__ = [
    "BooleanListUpdate",
    "BytesListUpdate",
    "DateListUpdate",
    "DateTimeListUpdate",
    "DecimalListUpdate",
    "DecimalUpdate",
    "FloatListUpdate",
    "FloatUpdate",
    "IntListUpdate",
    "IntUpdate",
    "JsonListUpdate",
    "StringListUpdate",
    "TimeListUpdate",
    "UuidListUpdate",
]

StringListUpdate = TypedDict(
    "StringListUpdate",
    {
        "set": "Sequence[str]",
        "push": "str | Sequence[str]",
    },
    total=False,
)
IntUpdate = TypedDict(
    "IntUpdate",
    {
        "increment": "int",
        "decrement": "int",
        "multiply": "int",
        "divide": "int",
        "set": "int | None",
    },
    total=False,
)
IntListUpdate = TypedDict(
    "IntListUpdate",
    {
        "set": "Sequence[int]",
        "push": "int | Sequence[int]",
    },
    total=False,
)
FloatUpdate = TypedDict(
    "FloatUpdate",
    {
        "increment": "float",
        "decrement": "float",
        "multiply": "float",
        "divide": "float",
        "set": "float | None",
    },
    total=False,
)
FloatListUpdate = TypedDict(
    "FloatListUpdate",
    {
        "set": "Sequence[float]",
        "push": "float | Sequence[float]",
    },
    total=False,
)
DecimalUpdate = TypedDict(
    "DecimalUpdate",
    {
        "increment": "Decimal | int",
        "decrement": "Decimal | int",
        "multiply": "Decimal | int",
        "divide": "Decimal | int",
        "set": "Decimal | int | None",
    },
    total=False,
)
DecimalListUpdate = TypedDict(
    "DecimalListUpdate",
    {
        "set": "Sequence[Decimal]",
        "push": "Decimal | Sequence[Decimal]",
    },
    total=False,
)
BooleanListUpdate = TypedDict(
    "BooleanListUpdate",
    {
        "set": "Sequence[bool]",
        "push": "bool | Sequence[bool]",
    },
    total=False,
)
DateTimeListUpdate = TypedDict(
    "DateTimeListUpdate",
    {
        "set": "Sequence[datetime]",
        "push": "datetime | Sequence[datetime]",
    },
    total=False,
)
DateListUpdate = TypedDict(
    "DateListUpdate",
    {
        "set": "Sequence[date]",
        "push": "date | Sequence[date]",
    },
    total=False,
)
TimeListUpdate = TypedDict(
    "TimeListUpdate",
    {
        "set": "Sequence[time]",
        "push": "time | Sequence[time]",
    },
    total=False,
)
UuidListUpdate = TypedDict(
    "UuidListUpdate",
    {
        "set": "Sequence[UUID]",
        "push": "UUID | Sequence[UUID]",
    },
    total=False,
)
BytesListUpdate = TypedDict(
    "BytesListUpdate",
    {
        "set": "Sequence[bytes]",
        "push": "bytes | Sequence[bytes]",
    },
    total=False,
)
JsonListUpdate = TypedDict(
    "JsonListUpdate",
    {
        "set": "Sequence[Any]",
        "push": "Any | Sequence[Any]",
    },
    total=False,
)
