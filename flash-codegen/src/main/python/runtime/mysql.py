"""MySQL and MariaDB: how values travel, and what their errors mean."""

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
    UniqueViolation,
)
from .scope import Kind, Scope
from .tables import Column, Convert, Tables

_MOST_PARAMETERS = 65_535


def write_date_time(value: datetime) -> datetime:
    """`DATETIME` and `TIMESTAMP`: the session's zone is UTC."""
    if value.tzinfo is None:
        raise InvalidCall("A DateTime needs its zone: datetime(…, tzinfo=timezone.utc).")
    return value.astimezone(timezone.utc).replace(tzinfo=None)


def read_date_time(value: datetime) -> datetime:
    """The same, with its zone."""
    return value.replace(tzinfo=timezone.utc)


def read_time(value: Any) -> time:
    """A time of day, which the driver gives as a duration."""
    return (datetime.min + value).time() if isinstance(value, timedelta) else value


def read_boolean(value: Any) -> bool:
    """From 0 and 1, as a number or as a bit."""
    return value not in (0, b"\x00")


def read_json(value: Any) -> Any:
    """JSON from text."""
    return json.loads(value)


def write_decimal(value: Any) -> Decimal:
    """A whole number or double as what it is written as."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


_WRITE: Mapping[str, Convert] = {
    "DATE_TIME": write_date_time,
    "JSON": json_text,
    "DECIMAL": write_decimal,
    "FLOAT": float,
}
_READ: Mapping[str, Convert] = {
    "BOOLEAN": read_boolean,
    "DATE_TIME": read_date_time,
    "TIME": read_time,
    "JSON": read_json,
}

_KINDS: Mapping[type[Any], Kind] = {
    bool: (bool, read_boolean),
    datetime: (lambda value: write_date_time(value) if value.tzinfo else value, read_date_time),
    time: (lambda value: value, read_time),
}


def convert(column: Column) -> tuple[Convert | None, Convert | None]:
    """How values of a column are written and read."""
    return _WRITE.get(column.encoding), _READ.get(column.encoding)


def placeholders(text: str) -> str:
    """Question marks that stand for values as the driver wants them, which puts values in itself."""
    parts: list[str] = []
    quote = ""
    is_escaped = False
    for char in text:
        if char == "%":
            parts.append("%%")
            continue
        if is_escaped:
            is_escaped = False
        elif quote:
            if char == quote:
                quote = ""
            is_escaped = char == "\\" and quote != "`"
        elif char in "\"'`":
            quote = char
        elif char == "?":
            parts.append("%s")
            continue
        parts.append(char)
    return "".join(parts)


def scopes(dialect: Mapping[str, Any], version: str) -> Scope:
    """What compiled calls must know of a server of this version."""
    is_mariadb = "mariadb" in version.lower()
    return Scope(
        dialect,
        placeholders,
        variant="mariadb" if is_mariadb else "",
        most_parameters=_MOST_PARAMETERS,
        raw=placeholders,
        kinds=_KINDS,
        inserts_returning=is_mariadb,
        updates_returning=False,
        deletes_returning=is_mariadb,
    )


def translate(tables: Tables, number: int, message: str, text: str) -> FlashError:
    """By the server's error numbers."""
    # 1062: ER_DUP_ENTRY; 1586: ER_DUP_ENTRY_WITH_KEY_NAME
    if number in (1062, 1586):
        return UniqueViolation(*_duplicate(tables, message, text))
    # 1451, 1452: ER_ROW_IS_REFERENCED_2, ER_NO_REFERENCED_ROW_2; 1216, 1217: the same without names
    if number in (1451, 1452, 1216, 1217):
        return ForeignKeyViolation(*_foreign_key(tables, message, text))
    # 1048: ER_BAD_NULL_ERROR; 1364: ER_NO_DEFAULT_FOR_FIELD
    if number in (1048, 1364):
        column = _between(message, "'", False)
        return NotNullViolation(*tables.place(_table(text), None, [column] if column else []))
    # 3819: ER_CHECK_CONSTRAINT_VIOLATED of MySQL; 4025: ER_CONSTRAINT_FAILED of MariaDB
    if number in (3819, 4025):
        name = _between(message, "'" if number == 3819 else "`", False)
        return CheckViolation(*tables.place(_table(text), name, []))
    # 1213: ER_LOCK_DEADLOCK; 1020: ER_CHECKREAD; 3101: ER_TRANSACTION_ROLLBACK_DURING_COMMIT
    if number in (1213, 1020, 3101):
        return SerializationConflict(f"Another transaction got in the way: {message}")
    # 1205: ER_LOCK_WAIT_TIMEOUT; 3572: ER_LOCK_NOWAIT
    if number in (1205, 3572):
        return Timeout(f"A lock was not to be had in time: {message}")
    # 3024: ER_QUERY_TIMEOUT; 1969: ER_STATEMENT_TIMEOUT of MariaDB; 1317: ER_QUERY_INTERRUPTED
    if number in (3024, 1969, 1317):
        return Timeout(f"The database stopped the statement: {message}")
    # 1044: ER_DBACCESS_DENIED_ERROR; 1045: ER_ACCESS_DENIED_ERROR; 1698: ER_ACCESS_DENIED_NO_PASSWORD_ERROR
    if number in (1044, 1045, 1698):
        return ConnectionFailure(f"The server refuses the log-in; check user, password and database. {message}")
    # 1049: ER_BAD_DB_ERROR
    if number == 1049:
        return ConnectionFailure(f"There is no such database. {message}")
    # 1040: ER_CON_COUNT_ERROR; 1203: ER_TOO_MANY_USER_CONNECTIONS
    if number in (1040, 1203):
        return ConnectionFailure(f"The server has no connection left. {message}")
    # 1053: ER_SERVER_SHUTDOWN; 1927: ER_CONNECTION_KILLED; 4031: ER_CLIENT_INTERACTION_TIMEOUT; 2000 and up: clients
    if number in (1053, 1927, 4031) or 2000 <= number < 2100:
        return ConnectionFailure(f"The connection failed: {message}")
    return StatementFailure(f"The database refused the statement: {message}")


Place = tuple[str | None, Sequence[str], str | None]


def _duplicate(tables: Tables, message: str, text: str) -> Place:
    """`Duplicate entry '…' for key 'users.users_email_key'`; MariaDB leaves the table out."""
    table = _table(text)
    key = _between(message, "'", True)
    if key is None:
        return tables.place(table, None, [])
    if table and key.startswith(table + "."):
        key = key[len(table) + 1 :]
    return tables.place(table, key, [])


def _foreign_key(tables: Tables, message: str, text: str) -> Place:
    """``… (`db`.`posts`, CONSTRAINT `fk` FOREIGN KEY (`author_id`, …) REFERENCES `users` (…) …)``."""
    names = message.split("`")[1::2]
    if len(names) < 3:
        return tables.place(_table(text), None, [])
    columns = message.partition("FOREIGN KEY (")[2].partition(")")[0].split("`")[1::2]
    return tables.place(names[1], names[2], columns)


def _between(message: str, quote: str, is_last: bool) -> str | None:
    """A name in the first or last quotes; a message may quote a value too, and that may contain anything."""
    parts = message.split(quote)
    if len(parts) < 3:
        return None
    return parts[-2] if is_last else parts[1]


def _table(text: str) -> str | None:
    """The table that a statement writes."""
    parts = text.replace("``", "\0").split("`")
    return parts[1].replace("\0", "`").replace("%%", "%") if len(parts) > 2 else None
