"""PostgreSQL for asyncio: connections of asyncpg, with their prepared statements."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg  # type: ignore[import-untyped, unused-ignore]

from .errors import ConnectionFailure, FlashError, StatementFailure, TransactionUnusable, ValueOutOfRange
from .postgresql import CODECS, has_citext, scopes, translate
from .scope import BEGIN, CLOSE, COMMIT, COUNT, FETCH, NUMBER, OPEN, QUERY, ROLLBACK, ROWS, Scope, Step
from .tables import Tables
from .urls import limits, parse

_MOST_STATEMENTS = 512


# Of unknown types, which nobody else's checks should stumble over.
_asyncpg: Any = asyncpg


class Connection:
    """A connection of asyncpg. It is given back as it is: a call leaves nothing behind on the server."""

    def __init__(self, connection: Any, scope: Scope, tables: Tables) -> None:
        self.scope = scope
        self._connection = connection
        self._tables = tables
        self._prepared: dict[str, Any] = {}
        self._depth = 0
        self._opened = 0
        self._fetches: dict[str, Any] = {}
        self._is_streaming_alone = False

    async def perform(self, step: Step) -> Any:
        """Does what a call asks for."""
        kind, text, values = step
        if kind is ROWS:
            statement = self._prepared.get(text) or await self._prepare(text)
            return await statement.fetch(*values)
        if kind is COUNT or kind is NUMBER:
            statement = self._prepared.get(text) or await self._prepare(text)
            await statement.fetch(*values)
            # `UPDATE 3`, `INSERT 0 3`, `CREATE TABLE`.
            last: str = statement.get_statusmsg().rpartition(" ")[2]
            return int(last) if last.isdigit() else 0
        if kind is QUERY:
            statement = self._prepared.get(text) or await self._prepare(text)
            return [attribute.name for attribute in statement.get_attributes()], await statement.fetch(*values)
        if kind in (BEGIN, COMMIT, ROLLBACK):
            await self._control(kind, text)
            return None
        return await self._stream(kind, text, values)

    async def _stream(self, kind: str, text: str, values: list[Any]) -> Any:
        """A cursor of the server lives in a transaction: in one of its own if there is none."""
        if kind is OPEN:
            if not self._depth:
                await self._control(BEGIN, "")
                self._is_streaming_alone = True
            self._opened += 1
            name = f"flash_stream_{self._opened}"
            statement = await self._connection.prepare(f"DECLARE {name} NO SCROLL CURSOR FOR {text}")
            await statement.fetch(*values)
            return name
        if kind is FETCH:
            statement = self._fetches.get(text)
            if statement is None:
                statement = await self._connection.prepare(f"FETCH {values[0]} FROM {text}")
                self._fetches[text] = statement
            return await statement.fetch()
        if kind is CLOSE:
            self._fetches.pop(text, None)
            if self._is_streaming_alone:
                self._is_streaming_alone = False
                await self._control(COMMIT, "")
            else:
                await self._connection.execute(f"CLOSE {text}")
        return None

    async def _prepare(self, text: str) -> Any:
        if len(self._prepared) >= _MOST_STATEMENTS:
            # Dropping the last reference lets asyncpg close the statement on the server.
            del self._prepared[next(iter(self._prepared))]
        statement = await self._connection.prepare(text)
        self._prepared[text] = statement
        return statement

    async def _control(self, kind: str, text: str) -> None:
        execute = self._connection.execute
        if kind is BEGIN:
            await execute(f"SAVEPOINT flash_{self._depth}" if self._depth else text or "BEGIN")
            self._depth += 1
        elif kind is COMMIT:
            if self._depth > 1:
                await execute(f"RELEASE SAVEPOINT flash_{self._depth - 1}")
            elif await execute("COMMIT") == "ROLLBACK":
                self._depth = 0
                raise TransactionUnusable("A statement of this transaction has failed, so it was rolled back.")
            self._depth -= 1
        else:
            self._depth -= 1
            await execute(f"ROLLBACK TO SAVEPOINT flash_{self._depth}" if self._depth else "ROLLBACK")

    def begin_text(self, isolation: str | None) -> str:
        """How a transaction begins."""
        return f"BEGIN ISOLATION LEVEL {isolation}" if isolation else "BEGIN"

    def is_usable(self) -> bool:
        """Whether it can be used again."""
        return not self._connection.is_closed()

    async def reset(self) -> None:
        """Ends what a call has left open."""
        self._depth = 0
        self._fetches.clear()
        self._is_streaming_alone = False
        if not self._connection.is_closed():
            try:
                await self._connection.execute("ROLLBACK")
            except Exception:  # noqa: BLE001
                self._connection.terminate()

    async def close(self) -> None:
        """Says good-bye to the server."""
        await self._connection.close(timeout=5)

    def discard(self) -> None:
        """Breaks the connection: the server rolls back what was not committed."""
        self._connection.terminate()

    def translated(self, error: Exception, text: str) -> FlashError:
        """What an error of the driver means."""
        if isinstance(error, asyncpg.InternalClientError):
            # The server has said good-bye, and the driver has not read that to its end.
            self._connection.terminate()
        return _translated(self._tables, error)


def _translated(tables: Tables, error: Exception) -> FlashError:
    if isinstance(error, asyncpg.PostgresError):
        details = {
            "table": getattr(error, "table_name", None),
            "constraint": getattr(error, "constraint_name", None),
            "column": getattr(error, "column_name", None),
        }
        return translate(tables, getattr(error, "sqlstate", None) or "", str(error), details)
    lost = (OSError, EOFError, asyncpg.InterfaceError, asyncpg.InternalClientError)
    if isinstance(error, lost) and not isinstance(error, ValueError):
        return ConnectionFailure(f"The connection failed: {error}")
    if isinstance(error, OverflowError):
        return ValueOutOfRange(
            "The database has a time that Python does not have: years go from 1 to 9999, and none is infinite."
        )
    return StatementFailure(f"The statement could not be carried out: {error}")


class Driver:
    """Opens connections to a server."""

    def __init__(self, url: str, tables: Tables) -> None:
        self._address = parse(url)
        self._tables = tables
        self._scope = scopes(tables.dialect)
        self._has_citext = has_citext(tables)
        self.size, self.timeout = limits(url, 10)

    async def connect(self) -> Connection:
        """A new connection."""
        address = self._address
        parameters = address.parameters
        settings = {"timezone": "UTC", "application_name": parameters.get("application_name", "flash")}
        if "schema" in parameters:
            settings["search_path"] = '"' + parameters["schema"].replace('"', '""') + '"'
        try:
            connection = await _asyncpg.connect(
                host=parameters.get("host", address.host),
                port=address.port or 5432,
                user=address.user,
                password=address.password,
                database=address.database or None,
                ssl=_ssl(parameters),
                timeout=float(parameters.get("connect_timeout", 10)),
                server_settings=settings,
            )
            for name, (encoder, decoder, form) in CODECS.items():
                await connection.set_type_codec(
                    name, schema="pg_catalog", encoder=encoder, decoder=decoder, format=form
                )
            if self._has_citext:
                await _read_citext(connection)
        except asyncio.TimeoutError as error:
            raise ConnectionFailure(f"PostgreSQL at {address.host} does not answer.") from error
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise _translated(self._tables, error) from error
        return Connection(connection, self._scope, self._tables)


def _ssl(parameters: dict[str, str]) -> str | None:
    mode = parameters.get("sslmode")
    return mode if mode in ("disable", "allow", "prefer", "require", "verify-ca", "verify-full") else None


async def _read_citext(connection: Any) -> None:
    schema = await connection.fetchval(
        "SELECT nspname FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace"
        " WHERE pg_type.oid = to_regtype('citext')"
    )
    if schema is not None:
        await connection.set_type_codec(
            "citext", schema=schema, encoder=str.encode, decoder=bytes.decode, format="binary"
        )
