"""SQLite: how values travel, what its errors mean, and its connections, which block."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

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
    ValueOutOfRange,
)
from .scope import BEGIN, CLOSE, COMMIT, COUNT, FETCH, NUMBER, OPEN, QUERY, ROLLBACK, ROWS, Kind, Scope, Step
from .tables import Column, Convert, Tables

_EXACT_DIGITS = 15
_INTEGER_DIGITS = 18
_MOST_PARAMETERS = 32_766


def write_date_time(value: datetime) -> str:
    """Text that sorts as the time does: `2026-01-31T09:30:00.000+00:00`."""
    if value.tzinfo is None:
        raise InvalidCall("A DateTime needs its zone: datetime(…, tzinfo=timezone.utc).")
    utc = value.astimezone(timezone.utc)
    return utc.isoformat(timespec="microseconds" if utc.microsecond % 1000 else "milliseconds")


def read_date_time(value: Any) -> datetime:
    """What was written, milliseconds since 1970, or what CURRENT_TIMESTAMP gives."""
    if isinstance(value, (int, float)):
        return datetime.fromtimestamp(value / 1000, timezone.utc)
    text = str(value)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = datetime.fromisoformat(_microseconds(text))
    return found if found.tzinfo else found.replace(tzinfo=timezone.utc)


def _microseconds(text: str) -> str:
    """Other ways to write a time, with as many digits of the second as Python has."""
    plain = text.removesuffix("Z") + ("+00:00" if text.endswith("Z") else "")
    dot = plain.find(".")
    if dot < 0:
        return plain
    end = dot + 1
    while end < len(plain) and plain[end].isdigit():
        end += 1
    return plain[: dot + 1] + plain[dot + 1 : end][:6].ljust(6, "0") + plain[end:]


def write_decimal(value: Decimal | float) -> float:
    """Fifteen digits survive the way through a double; a value with more is refused, never rounded."""
    number = Decimal(str(value)).normalize()
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        raise ValueOutOfRange("SQLite keeps no Decimal that is not a number.")
    if exponent >= 0 and len(digits) + exponent <= _INTEGER_DIGITS:
        return int(number)
    if len(digits) <= _EXACT_DIGITS:
        return float(number)
    raise ValueOutOfRange(f"SQLite keeps 15 significant digits of a Decimal, but this value has {len(digits)}.")


def read_decimal(value: Any) -> Decimal:
    """The shortest decimal that stands for the double."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return number.quantize(Decimal(1)) if number == number.to_integral_value() and abs(number) < 10**18 else number


def write_json(value: Any) -> str:
    """JSON as text."""
    return json_text(value)


def read_json(value: Any) -> Any:
    """JSON from text. A column of numeric affinity keeps a JSON number as a number."""
    return json.loads(value) if isinstance(value, str) else value


def read_boolean(value: Any) -> bool:
    """From 0 and 1."""
    return bool(value)


_WRITE: Mapping[str, Convert] = {
    "DATE_TIME": write_date_time,
    "DECIMAL": write_decimal,
    "JSON": write_json,
    "FLOAT": float,
}
_READ: Mapping[str, Convert] = {
    "BOOLEAN": read_boolean,
    "DATE_TIME": read_date_time,
    "DECIMAL": read_decimal,
    "JSON": read_json,
}


_KINDS: Mapping[type[Any], Kind] = {
    bool: (bool, bool),
    datetime: (lambda value: write_date_time(value) if value.tzinfo else value, read_date_time),
    Decimal: (write_decimal, read_decimal),
}


def path_key(key: str) -> str:
    """Before 3.45, a quoted key ends at any quotation mark, while one without quotes is compared as JSON writes it."""
    text = json_text(key)
    is_bare = '"' in key and "." not in key and "[" not in key and sqlite3.sqlite_version_info < (3, 45)
    return text[1:-1] if is_bare else text


def convert(column: Column) -> tuple[Convert | None, Convert | None]:
    """How values of a column are written and read."""
    return _WRITE.get(column.encoding), _READ.get(column.encoding)


def scopes(dialect: Mapping[str, Any]) -> Scope:
    """What compiled calls must know of SQLite."""
    return Scope(
        dialect, lambda text: text, most_parameters=_MOST_PARAMETERS, kinds=_KINDS, path_key=path_key
    )


def path_of(url: str) -> str:
    """The file that a URL names."""
    for prefix in ("jdbc:sqlite:", "sqlite:", "file:"):
        if url.startswith(prefix):
            url = url[len(prefix) :]
            break
    path = unquote(url.partition("?")[0])
    return path[2:] if path.startswith("///") else path.removeprefix("//")


class Connection:
    """A connection that blocks: for the synchronous client, or in a thread."""

    def __init__(self, path: str, scope: Scope, tables: Tables) -> None:
        self.scope = scope
        self._tables = tables
        try:
            self._connection = sqlite3.connect(
                path, check_same_thread=False, isolation_level=None, cached_statements=512
            )
            self._execute: Callable[..., sqlite3.Cursor] = self._connection.execute
            self._execute("PRAGMA foreign_keys = ON")
            self._execute("PRAGMA busy_timeout = 5000")
        except sqlite3.Error as error:
            raise ConnectionFailure(f"SQLite cannot open {path}: {error}") from error
        self._depth = 0
        self._cursors: dict[str, sqlite3.Cursor] = {}
        self._opened = 0

    @property
    def depth(self) -> int:
        """How many transactions and savepoints are open."""
        return self._depth

    def perform(self, step: Step) -> Any:
        """Does what a call asks for."""
        kind, text, values = step
        if kind is ROWS:
            return self._execute(text, values).fetchall()
        if kind is COUNT:
            return self._execute(text, values).rowcount
        if kind is NUMBER:
            return self._execute(text, values).lastrowid
        if kind is QUERY:
            cursor = self._execute(text, values)
            return [item[0] for item in cursor.description or ()], cursor.fetchall()
        if kind in (BEGIN, COMMIT, ROLLBACK):
            self._control(kind, text)
            return None
        return self._stream(kind, text, values)

    def _stream(self, kind: str, text: str, values: list[Any]) -> Any:
        if kind is OPEN:
            self._opened += 1
            name = str(self._opened)
            self._cursors[name] = self._execute(text, values)
            return name
        if kind is FETCH:
            return self._cursors[text].fetchmany(values[0])
        if kind is CLOSE and text in self._cursors:
            self._cursors.pop(text).close()
        return None

    def _end_streams(self) -> None:
        while self._cursors:
            self._cursors.popitem()[1].close()

    def _control(self, kind: str, text: str) -> None:
        if kind is not BEGIN and self._depth == 1:
            self._end_streams()
        if kind is BEGIN:
            # Whoever may write begins as a writer: to become one later fails when somebody else has written.
            self._execute(f"SAVEPOINT flash_{self._depth}" if self._depth else text or "BEGIN IMMEDIATE")
            self._depth += 1
        elif kind is COMMIT:
            self._execute(f"RELEASE flash_{self._depth - 1}" if self._depth > 1 else "COMMIT")
            self._depth -= 1
        else:
            self._depth -= 1
            if self._depth:
                self._execute(f"ROLLBACK TO flash_{self._depth}")
                self._execute(f"RELEASE flash_{self._depth}")
            elif self._connection.in_transaction:
                self._execute("ROLLBACK")

    def begin_text(self, isolation: str | None) -> str:
        """How a transaction begins; all of SQLite's are serializable."""
        return "BEGIN IMMEDIATE"

    def reset(self) -> None:
        """Ends what a call has left open."""
        self._depth = 0
        self._end_streams()
        if self._connection.in_transaction:
            self._connection.rollback()

    def interrupt(self) -> None:
        """Stops a statement that runs in another thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def translated(self, error: Exception, text: str) -> FlashError:
        """What an error of the driver means."""
        return translate(self._tables, error, text)


def translate(tables: Tables, error: Exception, text: str) -> FlashError:
    """What an error of the driver means."""
    message = str(error)
    if isinstance(error, OverflowError):
        return ValueOutOfRange("SQLite keeps whole numbers of 64 bits.")
    if not isinstance(error, sqlite3.Error):
        return StatementFailure(f"The statement could not be carried out: {message}")
    name = _error_name(error, message)
    if name in ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID"):
        return UniqueViolation(*_place(tables, message, text))
    if name == "SQLITE_CONSTRAINT_FOREIGNKEY":
        return ForeignKeyViolation(*tables.place(_table(text), None, ()))
    if name == "SQLITE_CONSTRAINT_NOTNULL":
        return NotNullViolation(*_place(tables, message, text))
    if name == "SQLITE_CONSTRAINT_CHECK":
        return CheckViolation(*tables.place(_table(text), message.partition(": ")[2] or None, ()))
    if name == "SQLITE_BUSY_SNAPSHOT":
        return SerializationConflict(f"Another transaction got in the way: {message}")
    if name in ("SQLITE_BUSY", "SQLITE_LOCKED") or message.endswith("is locked"):
        return Timeout(f"The database stays locked by another writer: {message}")
    if name == "SQLITE_INTERRUPT":
        return Timeout("The statement was interrupted.")
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return ConnectionFailure(f"The file of the database cannot be used: {message}")
    return StatementFailure(f"The database refused the statement: {message}")


def _error_name(error: sqlite3.Error, message: str) -> str:
    """Python tells the extended code since 3.11."""
    name: str | None = getattr(error, "sqlite_errorname", None)
    if name is not None:
        return name
    for begin, known in (
        ("UNIQUE", "SQLITE_CONSTRAINT_UNIQUE"),
        ("FOREIGN KEY", "SQLITE_CONSTRAINT_FOREIGNKEY"),
        ("NOT NULL", "SQLITE_CONSTRAINT_NOTNULL"),
        ("CHECK", "SQLITE_CONSTRAINT_CHECK"),
        ("interrupted", "SQLITE_INTERRUPT"),
    ):
        if message.startswith(begin):
            return known
    return ""


def _place(tables: Tables, message: str, text: str) -> tuple[str | None, Sequence[str], str | None]:
    """From `UNIQUE constraint failed: memberships.team, memberships.since`."""
    table = _table(text)
    columns = message.partition(": ")[2]
    if not columns or columns.startswith("index "):
        return tables.place(table, None, ())
    prefix = f"{table}."
    return tables.place(table, None, [column.removeprefix(prefix) for column in columns.split(", ")])


def _table(text: str) -> str | None:
    """The table that a statement writes."""
    start = text.find('"')
    if start < 0:
        return None
    name: list[str] = []
    at = start + 1
    while at < len(text):
        if text[at] == '"':
            if text[at + 1 : at + 2] != '"':
                return "".join(name)
            at += 1
        name.append(text[at])
        at += 1
    return None
