"""MySQL and MariaDB for asyncio: connections of asyncmy."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import asyncmy  # type: ignore[import-untyped, unused-ignore]
import asyncmy.cursors  # type: ignore[import-untyped, unused-ignore]

from .errors import ConnectionFailure, FlashError, InvalidCall, StatementFailure
from .mysql import scopes, translate
from .scope import BEGIN, CLOSE, COMMIT, COUNT, FETCH, NUMBER, OPEN, QUERY, ROLLBACK, ROWS, Scope, Step
from .tables import Tables
from .urls import limits, parse

# Of unknown types, which nobody else's checks should stumble over.
_asyncmy: Any = asyncmy
# What is left out because it is there already is no news.
logging.getLogger("asyncmy").setLevel(logging.ERROR)
_FOUND_ROWS = 2
"""The client's flag that an update counts the rows that it finds, be they changed or not."""


class Connection:
    """A connection of asyncmy."""

    def __init__(self, connection: Any, scope: Scope, tables: Tables) -> None:
        self.scope = scope
        self._connection = connection
        self._cursor = connection.cursor()
        self._tables = tables
        self._depth = 0
        self._unread: Any = None
        """The cursor whose rows the server is sending."""

    async def perform(self, step: Step) -> Any:
        """Does what a call asks for."""
        kind, text, values = step
        cursor = self._cursor
        if self._unread is not None and kind not in (FETCH, CLOSE, COMMIT, ROLLBACK):
            raise InvalidCall("MySQL takes no other statement of a transaction while a stream of it is read.")
        if kind is ROWS:
            await cursor.execute(text, values)
            return await cursor.fetchall()
        if kind is COUNT:
            await cursor.execute(text, values)
            count: int = cursor.rowcount
            if text.startswith("INSERT IGNORE"):
                await self._require_duplicates(text)
            return count
        if kind is NUMBER:
            await cursor.execute(text, values)
            return cursor.lastrowid
        if kind is QUERY:
            await cursor.execute(text, values)
            return [item[0] for item in cursor.description or ()], await cursor.fetchall()
        if kind in (BEGIN, COMMIT, ROLLBACK):
            await self._end_stream()
            await self._control(kind, text)
            return None
        return await self._stream(kind, text, values)

    async def _stream(self, kind: str, text: str, values: list[Any]) -> Any:
        if kind is OPEN:
            cursor = self._connection.cursor(_asyncmy.cursors.SSCursor)
            await cursor.execute(text, values)
            self._unread = cursor
            return "stream"
        if kind is FETCH:
            try:
                return await self._unread.fetchmany(values[0])
            except Exception:
                self._unread = None
                raise
        if kind is CLOSE:
            await self._end_stream()
        return None

    async def _end_stream(self) -> None:
        """Reads what is left: the server cannot be told to stop."""
        if self._unread is not None:
            cursor, self._unread = self._unread, None
            await cursor.close()

    async def _require_duplicates(self, text: str) -> None:
        """What an insert leaves out for another reason than that it is there already is an error."""
        await self._cursor.execute("SHOW WARNINGS")
        for _, number, message in await self._cursor.fetchall():
            if number not in (1062, 1586):
                raise translate(self._tables, number, message, text)

    async def _control(self, kind: str, text: str) -> None:
        execute = self._cursor.execute
        if kind is BEGIN:
            if self._depth:
                await execute(f"SAVEPOINT flash_{self._depth}")
            else:
                if text:
                    # Without SESSION it holds for the next transaction only.
                    await execute(text)
                await execute("START TRANSACTION")
            self._depth += 1
        elif kind is COMMIT:
            await execute(f"RELEASE SAVEPOINT flash_{self._depth - 1}" if self._depth > 1 else "COMMIT")
            self._depth -= 1
        else:
            self._depth -= 1
            await execute(f"ROLLBACK TO SAVEPOINT flash_{self._depth}" if self._depth else "ROLLBACK")

    def begin_text(self, isolation: str | None) -> str:
        """What comes before a transaction."""
        return f"SET TRANSACTION ISOLATION LEVEL {isolation}" if isolation else ""

    def is_usable(self) -> bool:
        """Whether it can be used again."""
        return bool(self._connection.connected)

    async def reset(self) -> None:
        """Ends what a call has left open."""
        self._depth = 0
        if self.is_usable():
            try:
                await self._end_stream()
                await self._cursor.execute("ROLLBACK")
            except Exception:  # noqa: BLE001
                self.discard()

    async def close(self) -> None:
        """Says good-bye to the server."""
        await self._connection.ensure_closed()

    def discard(self) -> None:
        """Breaks the connection: the server rolls back what was not committed."""
        self._connection.close()

    def translated(self, error: Exception, text: str) -> FlashError:
        """What an error of the driver means."""
        return _translated(self._tables, error, text)


def _translated(tables: Tables, error: Exception, text: str) -> FlashError:
    arguments: tuple[Any, ...] = error.args
    if isinstance(error, _asyncmy.errors.MySQLError) and len(arguments) > 1 and isinstance(arguments[0], int):
        return translate(tables, arguments[0], str(arguments[1]), text)
    if isinstance(error, (OSError, EOFError, asyncio.IncompleteReadError, _asyncmy.errors.InterfaceError)):
        return ConnectionFailure(f"The connection failed: {error}")
    return StatementFailure(f"The statement could not be carried out: {error}")


class Driver:
    """Opens connections to a server."""

    def __init__(self, url: str, tables: Tables) -> None:
        self._address = parse(url)
        self._tables = tables
        self._scopes: dict[str, Scope] = {}
        self.size, self.timeout = limits(url, 10)

    async def connect(self) -> Connection:
        """A new connection."""
        address = self._address
        try:
            connection = await _asyncmy.connect(
                host=address.host,
                port=address.port or 3306,
                user=address.user,
                password=address.password or "",
                database=address.database,
                charset="utf8mb4",
                autocommit=True,
                binary_prefix=True,
                client_flag=_FOUND_ROWS,
                init_command="SET time_zone = '+00:00'",
                connect_timeout=int(address.parameters.get("connect_timeout", "10")),
            )
        except (OSError, asyncio.TimeoutError, _asyncmy.errors.MySQLError) as error:
            failure = _translated(self._tables, error, "")
            if isinstance(failure, ConnectionFailure):
                raise failure from error
            raise ConnectionFailure(f"MySQL at {address.host} cannot be reached: {error}") from error
        version: str = connection.get_server_info()
        scope = self._scopes.get(version)
        if scope is None:
            scope = self._scopes[version] = scopes(self._tables.dialect, version)
        return Connection(connection, scope, self._tables)
