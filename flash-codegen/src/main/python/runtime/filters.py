"""The conditions and changes of scalar fields, as type checkers see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Literal, TypedDict
from uuid import UUID

__all__ = [
    "AggregateFilter",
    "BooleanFilter",
    "BooleanListFilter",
    "BytesFilter",
    "BytesListFilter",
    "CountFilter",
    "CountOrder",
    "DateFilter",
    "DateListFilter",
    "DateTimeFilter",
    "DateTimeListFilter",
    "DecimalFilter",
    "DecimalListFilter",
    "FieldHaving",
    "FloatFilter",
    "FloatListFilter",
    "IntFilter",
    "IntListFilter",
    "JsonFilter",
    "JsonListFilter",
    "SortNulls",
    "SortOrder",
    "StringFilter",
    "StringListFilter",
    "TimeFilter",
    "TimeListFilter",
    "UuidFilter",
    "UuidListFilter",
]

SortOrder = Literal["asc", "desc"]
SortNulls = TypedDict("SortNulls", {"sort": SortOrder, "nulls": Literal["first", "last"]})
CountOrder = TypedDict("CountOrder", {"_count": SortOrder})
StringFilter = TypedDict(
    "StringFilter",
    {
        "equals": "str | None",
        "not": "str | StringFilter | None",
        "in": "Sequence[str]",
        "not_in": "Sequence[str]",
        "lt": "str",
        "lte": "str",
        "gt": "str",
        "gte": "str",
        "between": "tuple[str, str] | Sequence[str]",
        "contains": "str",
        "startswith": "str",
        "endswith": "str",
        "like": "str",
        "mode": "Literal['default', 'insensitive']",
    },
    total=False,
)
StringListFilter = TypedDict(
    "StringListFilter",
    {
        "equals": "Sequence[str] | None",
        "has": "str",
        "has_every": "Sequence[str]",
        "has_some": "Sequence[str]",
        "is_empty": "bool",
    },
    total=False,
)
IntFilter = TypedDict(
    "IntFilter",
    {
        "equals": "int | None",
        "not": "int | IntFilter | None",
        "in": "Sequence[int]",
        "not_in": "Sequence[int]",
        "lt": "int",
        "lte": "int",
        "gt": "int",
        "gte": "int",
        "between": "tuple[int, int] | Sequence[int]",
    },
    total=False,
)
IntListFilter = TypedDict(
    "IntListFilter",
    {
        "equals": "Sequence[int] | None",
        "has": "int",
        "has_every": "Sequence[int]",
        "has_some": "Sequence[int]",
        "is_empty": "bool",
    },
    total=False,
)
FloatFilter = TypedDict(
    "FloatFilter",
    {
        "equals": "float | None",
        "not": "float | FloatFilter | None",
        "in": "Sequence[float]",
        "not_in": "Sequence[float]",
        "lt": "float",
        "lte": "float",
        "gt": "float",
        "gte": "float",
        "between": "tuple[float, float] | Sequence[float]",
    },
    total=False,
)
FloatListFilter = TypedDict(
    "FloatListFilter",
    {
        "equals": "Sequence[float] | None",
        "has": "float",
        "has_every": "Sequence[float]",
        "has_some": "Sequence[float]",
        "is_empty": "bool",
    },
    total=False,
)
DecimalFilter = TypedDict(
    "DecimalFilter",
    {
        "equals": "Decimal | int | None",
        "not": "Decimal | int | DecimalFilter | None",
        "in": "Sequence[Decimal | int]",
        "not_in": "Sequence[Decimal | int]",
        "lt": "Decimal | int",
        "lte": "Decimal | int",
        "gt": "Decimal | int",
        "gte": "Decimal | int",
        "between": "tuple[Decimal | int, Decimal | int] | Sequence[Decimal | int]",
    },
    total=False,
)
DecimalListFilter = TypedDict(
    "DecimalListFilter",
    {
        "equals": "Sequence[Decimal] | None",
        "has": "Decimal",
        "has_every": "Sequence[Decimal]",
        "has_some": "Sequence[Decimal]",
        "is_empty": "bool",
    },
    total=False,
)
BooleanFilter = TypedDict(
    "BooleanFilter",
    {
        "equals": "bool | None",
        "not": "bool | BooleanFilter | None",
    },
    total=False,
)
BooleanListFilter = TypedDict(
    "BooleanListFilter",
    {
        "equals": "Sequence[bool] | None",
        "has": "bool",
        "has_every": "Sequence[bool]",
        "has_some": "Sequence[bool]",
        "is_empty": "bool",
    },
    total=False,
)
DateTimeFilter = TypedDict(
    "DateTimeFilter",
    {
        "equals": "datetime | None",
        "not": "datetime | DateTimeFilter | None",
        "in": "Sequence[datetime]",
        "not_in": "Sequence[datetime]",
        "lt": "datetime",
        "lte": "datetime",
        "gt": "datetime",
        "gte": "datetime",
        "between": "tuple[datetime, datetime] | Sequence[datetime]",
    },
    total=False,
)
DateTimeListFilter = TypedDict(
    "DateTimeListFilter",
    {
        "equals": "Sequence[datetime] | None",
        "has": "datetime",
        "has_every": "Sequence[datetime]",
        "has_some": "Sequence[datetime]",
        "is_empty": "bool",
    },
    total=False,
)
DateFilter = TypedDict(
    "DateFilter",
    {
        "equals": "date | None",
        "not": "date | DateFilter | None",
        "in": "Sequence[date]",
        "not_in": "Sequence[date]",
        "lt": "date",
        "lte": "date",
        "gt": "date",
        "gte": "date",
        "between": "tuple[date, date] | Sequence[date]",
    },
    total=False,
)
DateListFilter = TypedDict(
    "DateListFilter",
    {
        "equals": "Sequence[date] | None",
        "has": "date",
        "has_every": "Sequence[date]",
        "has_some": "Sequence[date]",
        "is_empty": "bool",
    },
    total=False,
)
TimeFilter = TypedDict(
    "TimeFilter",
    {
        "equals": "time | None",
        "not": "time | TimeFilter | None",
        "in": "Sequence[time]",
        "not_in": "Sequence[time]",
        "lt": "time",
        "lte": "time",
        "gt": "time",
        "gte": "time",
        "between": "tuple[time, time] | Sequence[time]",
    },
    total=False,
)
TimeListFilter = TypedDict(
    "TimeListFilter",
    {
        "equals": "Sequence[time] | None",
        "has": "time",
        "has_every": "Sequence[time]",
        "has_some": "Sequence[time]",
        "is_empty": "bool",
    },
    total=False,
)
UuidFilter = TypedDict(
    "UuidFilter",
    {
        "equals": "UUID | None",
        "not": "UUID | UuidFilter | None",
        "in": "Sequence[UUID]",
        "not_in": "Sequence[UUID]",
        "lt": "UUID",
        "lte": "UUID",
        "gt": "UUID",
        "gte": "UUID",
        "between": "tuple[UUID, UUID] | Sequence[UUID]",
    },
    total=False,
)
UuidListFilter = TypedDict(
    "UuidListFilter",
    {
        "equals": "Sequence[UUID] | None",
        "has": "UUID",
        "has_every": "Sequence[UUID]",
        "has_some": "Sequence[UUID]",
        "is_empty": "bool",
    },
    total=False,
)
BytesFilter = TypedDict(
    "BytesFilter",
    {
        "equals": "bytes | None",
        "not": "bytes | BytesFilter | None",
        "in": "Sequence[bytes]",
        "not_in": "Sequence[bytes]",
    },
    total=False,
)
BytesListFilter = TypedDict(
    "BytesListFilter",
    {
        "equals": "Sequence[bytes] | None",
        "has": "bytes",
        "has_every": "Sequence[bytes]",
        "has_some": "Sequence[bytes]",
        "is_empty": "bool",
    },
    total=False,
)
JsonFilter = TypedDict(
    "JsonFilter",
    {
        "equals": "Any",
        "not": "Any",
        "path": "Sequence[str | int]",
        "exists": "bool",
        "json_contains": "Any",
        "string_contains": "str",
        "string_startswith": "str",
        "string_endswith": "str",
        "lt": "str | float",
        "lte": "str | float",
        "gt": "str | float",
        "gte": "str | float",
    },
    total=False,
)
JsonListFilter = TypedDict(
    "JsonListFilter",
    {
        "equals": "Sequence[Any] | None",
        "has": "Any",
        "has_every": "Sequence[Any]",
        "has_some": "Sequence[Any]",
        "is_empty": "bool",
    },
    total=False,
)
CountFilter = TypedDict(
    "CountFilter",
    {"equals": int, "not": int, "lt": int, "lte": int, "gt": int, "gte": int},
    total=False,
)
AggregateFilter = TypedDict(
    "AggregateFilter",
    {
        "equals": "Any",
        "not": "Any",
        "lt": "Any",
        "lte": "Any",
        "gt": "Any",
        "gte": "Any",
        "between": "Sequence[Any]",
    },
    total=False,
)
FieldHaving = TypedDict(
    "FieldHaving",
    {
        "_count": "int | AggregateFilter",
        "_sum": "AggregateFilter",
        "_avg": "AggregateFilter",
        "_min": "AggregateFilter",
        "_max": "AggregateFilter",
        "equals": "Any",
        "not": "Any",
        "in": "Sequence[Any]",
        "not_in": "Sequence[Any]",
    },
    total=False,
)
