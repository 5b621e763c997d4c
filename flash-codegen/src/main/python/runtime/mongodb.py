"""MongoDB: how values travel, and what its errors mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import Any

from bson import Decimal128, Int64, ObjectId, Timestamp
from bson.errors import InvalidBSON, InvalidId
from pymongo.errors import (
    AutoReconnect,
    BulkWriteError,
    ConfigurationError,
    OperationFailure,
    PyMongoError,
)
from pymongo.errors import (
    ConnectionFailure as DriversConnectionFailure,
)

from .errors import (
    CheckViolation,
    ConnectionFailure,
    FlashError,
    InvalidCall,
    SerializationConflict,
    StatementFailure,
    Timeout,
    TransactionsUnavailable,
    UniqueViolation,
    ValueOutOfRange,
)
from .scope import is_list, is_mapping
from .tables import Column, Convert, Tables


def write_int(value: Any) -> int:
    """Of 32 bits."""
    if not -(2**31) <= value < 2**31:
        raise ValueOutOfRange(f"An Int has 32 bits, but was given {value}.")
    return int(value)


def write_long_int(value: Any) -> Int64:
    """Of 32 bits, kept in 64."""
    return Int64(write_int(value))


def write_big_int(value: Any) -> Int64:
    """Of 64 bits."""
    if not -(2**63) <= value < 2**63:
        raise ValueOutOfRange(f"A BigInt has 64 bits, but was given {value}.")
    return Int64(value)


def write_object_id(value: Any) -> ObjectId:
    """From 24 hexadecimal digits."""
    try:
        return ObjectId(value)
    except (InvalidId, TypeError):
        raise InvalidCall(f"An ObjectId has 24 hexadecimal digits, but was given {value!r}.") from None


def write_object_id_bytes(value: Any) -> ObjectId:
    """From twelve bytes."""
    return write_object_id(bytes(value))


def write_date_time(value: datetime) -> datetime:
    """To the millisecond."""
    if value.tzinfo is None:
        raise InvalidCall("A DateTime needs its zone: datetime(…, tzinfo=timezone.utc).")
    utc = value.astimezone(timezone.utc)
    return utc.replace(microsecond=utc.microsecond // 1000 * 1000)


def write_timestamp(value: datetime) -> Timestamp:
    """To the second."""
    seconds = int(write_date_time(value).timestamp() // 1)
    if not 0 <= seconds < 2**32:
        raise ValueOutOfRange("A BSON timestamp reaches from 1970 to 2106.")
    return Timestamp(seconds, 0)


def write_json(value: Any) -> Any:
    """Members in the order of their names: for MongoDB another order is another value, for JSON it is not."""
    if is_mapping(value):
        return {name: write_json(value[name]) for name in sorted(value)}
    if is_list(value):
        return [write_json(item) for item in value]
    return value


def read_json(value: Any) -> Any:
    """Plain values."""
    if is_mapping(value):
        return {name: read_json(item) for name, item in value.items()}
    if is_list(value):
        return [read_json(item) for item in value]
    if isinstance(value, Decimal128):
        return float(value.to_decimal())
    return int(value) if isinstance(value, Int64) else value


def read_timestamp(value: Timestamp) -> datetime:
    """To the second."""
    return value.as_datetime()


def read_object_id_bytes(value: ObjectId) -> bytes:
    """Its twelve bytes."""
    return value.binary


read_object_id = str
read_int = read_long_int = read_big_int = int
read_float = float
read_bytes = bytes

_WRITE: Mapping[str, Convert] = {
    "INT": write_int,
    "LONG_INT": write_long_int,
    "BIG_INT": write_big_int,
    "FLOAT": float,
    "OBJECT_ID": write_object_id,
    "OBJECT_ID_BYTES": write_object_id_bytes,
    "DATE_TIME": write_date_time,
    "TIMESTAMP": write_timestamp,
    "JSON": write_json,
    "BYTES": bytes,
}
_READ: Mapping[str, Convert] = {
    "OBJECT_ID": str,
    "OBJECT_ID_BYTES": read_object_id_bytes,
    "INT": int,
    "LONG_INT": int,
    "BIG_INT": int,
    "FLOAT": float,
    "TIMESTAMP": read_timestamp,
    "JSON": read_json,
    "BYTES": bytes,
}


def convert(column: Column) -> tuple[Convert | None, Convert | None]:
    """How values of a column are written and read."""
    return _WRITE.get(column.encoding), _READ.get(column.encoding)


def has_transactions(hello: Mapping[str, Any]) -> bool:
    """Whether a server has them, by what it says of itself."""
    return "setName" in hello or hello.get("msg") == "isdbgrid"


def translate(tables: Tables, error: Exception, text: str) -> FlashError:
    """By the server's error codes; text is the collection and the command."""
    if isinstance(error, PyMongoError) and error.has_error_label("TransientTransactionError"):
        return SerializationConflict(f"Another transaction got in the way: {error}")
    if isinstance(error, (AutoReconnect, ConfigurationError, DriversConnectionFailure)):
        return ConnectionFailure(f"MongoDB is not to be reached: {error}")
    if isinstance(error, (OverflowError, InvalidBSON)):
        return ValueOutOfRange(f"A value is out of range: {error}")
    if not isinstance(error, OperationFailure):
        return StatementFailure(f"The command could not be carried out: {error}")
    failure: Mapping[str, Any] = error.details or {}
    if isinstance(error, BulkWriteError):
        failure = next(iter(failure.get("writeErrors") or ()), failure)
    code = failure.get("code", error.code)
    message = str(failure.get("errmsg", error))
    collection = text.rpartition(".")[0]
    if code == 11000:
        return UniqueViolation(*_duplicate(tables, collection, failure, message))
    if code == 121:
        return CheckViolation(*tables.place(collection, None, ()))
    if code == 112:
        return SerializationConflict(f"Another transaction got in the way: {message}")
    if code == 50:
        return Timeout(f"The server stopped the command: {message}")
    if code == 20:
        return TransactionsUnavailable(f"This server has no transactions: {message}")
    if code == 18:
        return ConnectionFailure(f"The server refuses the log-in; check user and password. {message}")
    return StatementFailure(f"The server refused the command: {message}")


def _duplicate(
    tables: Tables, collection: str, failure: Mapping[str, Any], message: str
) -> tuple[str | None, Sequence[str], str | None]:
    """`… index: users_email_key dup key …`; of some servers with the collection and a dollar before it."""
    index = message.partition("index: ")[2].partition(" ")[0].rpartition("$")[2] or None
    pattern = failure.get("keyPattern")
    columns = list(pattern) if is_mapping(pattern) else ["_id"] if index and index.startswith("_id") else []
    return tables.place(collection, index, columns)
