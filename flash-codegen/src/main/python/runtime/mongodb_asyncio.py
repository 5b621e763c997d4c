"""MongoDB for asyncio: one client of pymongo, and the transactions of its sessions."""

from __future__ import annotations

import asyncio
from typing import Any

from pymongo import AsyncMongoClient, ReturnDocument
from pymongo.errors import OperationFailure, PyMongoError

from .documents import Server
from .errors import ConnectionFailure, FlashError, InvalidCall, TransactionsUnavailable, TransactionUnusable
from .mongodb import has_transactions, translate
from .scope import BEGIN, CLOSE, COMMIT, COUNT, FETCH, OPEN, ROWS, Step
from .tables import Tables
from .urls import limits

_TRANSACTION = "transaction"


class Connection:
    """What one call after another goes through, to share the driver's own connections with others."""

    def __init__(self, driver: Driver, client: Any, database: Any, server: Server) -> None:
        self.scope: Any = server
        self._driver = driver
        self._client = client
        self._database = database
        self._session: Any = None
        self._cursors: dict[str, Any] = {}
        self._depth = 0
        self._is_spoiled = False
        self._is_lost = False

    async def perform(self, step: Step) -> Any:
        """Does what a call asks for."""
        kind, text, values = step
        if kind is ROWS or kind is COUNT:
            method: str = values[0]
            collection = self._database[text.removesuffix("." + method)]
            return await getattr(self, "_" + method)(collection, *values[1:])
        if kind is OPEN:
            collection = self._database[text.removesuffix(".aggregate")]
            stages, batch = values
            cursor = await collection.aggregate(stages, batchSize=batch, session=self._session)
            self._cursors[name := f"cursor {id(cursor)}"] = cursor
            return name
        if kind is FETCH:
            return await self._cursors[text].to_list(values[0])
        if kind is CLOSE:
            cursor = self._cursors.pop(text, None)
            if cursor is not None:
                await cursor.close()
            return None
        await self._control(kind, text)
        return None

    async def _find(self, collection: Any, condition: Any, projection: Any) -> Any:
        return await collection.find(condition, projection, session=self._session).to_list()

    async def _aggregate(self, collection: Any, stages: Any) -> Any:
        cursor = await collection.aggregate(stages, session=self._session)
        return await cursor.to_list()

    async def _insert_many(self, collection: Any, documents: Any, ordered: bool) -> int:
        result = await collection.insert_many(documents, ordered=ordered, session=self._session)
        return len(result.inserted_ids)

    async def _update_many(self, collection: Any, condition: Any, change: Any) -> Any:
        result = await collection.update_many(condition, change, session=self._session)
        return result.matched_count

    async def _find_one_and_update(self, collection: Any, condition: Any, change: Any) -> Any:
        found = await collection.find_one_and_update(
            condition, change, return_document=ReturnDocument.AFTER, session=self._session
        )
        return [] if found is None else [found]

    async def _delete_many(self, collection: Any, condition: Any) -> Any:
        result = await collection.delete_many(condition, session=self._session)
        return result.deleted_count

    async def _find_one_and_delete(self, collection: Any, condition: Any) -> Any:
        found = await collection.find_one_and_delete(condition, session=self._session)
        return [] if found is None else [found]

    async def _control(self, kind: str, text: str) -> None:
        """A transaction in a transaction is a part of it."""
        if kind is BEGIN:
            if self._depth == 0:
                if not self.scope.has_transactions:
                    raise TransactionsUnavailable(
                        "This server has no transactions: start it as a replica set, be it of one member."
                    )
                self._session = self._client.start_session()
                await self._session.start_transaction()
            self._depth += 1
            return
        self._depth -= 1
        if kind is COMMIT and self._depth == 0:
            if self._is_spoiled:
                await self._abort()
                raise TransactionUnusable("A part of this transaction has failed, so it was rolled back.")
            await self._session.commit_transaction()
            await self._session.end_session()
            self._session = None
        elif kind is not COMMIT:
            self._is_spoiled = True
            if self._depth == 0:
                await self._abort()

    def begin_text(self, isolation: str | None) -> str:
        """What asks for a transaction."""
        if isolation is not None:
            raise InvalidCall("A transaction of MongoDB is a snapshot: there is no isolation level to choose.")
        return _TRANSACTION

    def is_usable(self) -> bool:
        """Whether it can be used again."""
        return not self._is_lost

    async def reset(self) -> None:
        """Ends what a call has left open."""
        await self._abort()

    async def _abort(self) -> None:
        session, self._session = self._session, None
        # What is open ends with its session, and with its client.
        self._cursors.clear()
        self._depth = 0
        self._is_spoiled = False
        if session is not None:
            try:
                # It sends an abort if the transaction is still open.
                await session.end_session()
            except PyMongoError:
                pass

    async def close(self) -> None:
        """The last one closes the client."""
        await self._abort()
        await self._driver.closed()

    def discard(self) -> None:
        """Rolls back what was not committed."""
        self._is_lost = True
        self._driver.count -= 1
        asyncio.ensure_future(self._abort())

    def translated(self, error: Exception, text: str) -> FlashError:
        """What an error of the driver means."""
        return translate(self._driver.tables, error, text)


class Driver:
    """One client for all connections."""

    def __init__(self, url: str, tables: Tables) -> None:
        self._url = url
        self.tables = tables
        self._client: Any = None
        self.count = 0
        self.size, self.timeout = limits(url, 10)

    async def connect(self) -> Connection:
        """A new connection."""
        try:
            if self._client is None:
                self._client = AsyncMongoClient(
                    self._url.partition("?")[0] + _options(self._url),
                    tz_aware=True,
                    maxPoolSize=self.size,
                    serverSelectionTimeoutMS=10_000,
                )
            client = self._client
            database = client.get_default_database()
            try:
                hello = await client.admin.command("hello")
            except OperationFailure:
                # Servers before 4.4.2.
                hello = await client.admin.command("isMaster")
        except PyMongoError as error:
            failure = translate(self.tables, error, "")
            raise (failure if isinstance(failure, ConnectionFailure) else ConnectionFailure(str(error))) from error
        self.count += 1
        return Connection(self, client, database, Server(has_transactions(hello)))

    async def closed(self) -> None:
        """Counts a connection that is no more."""
        self.count -= 1
        if self.count <= 0 and self._client is not None:
            client, self._client = self._client, None
            await client.close()


def _options(url: str) -> str:
    """Those of the driver: the others of a URL are this client's own."""
    pairs = [pair for pair in url.partition("?")[2].split("&") if pair]
    own = ("connection_limit=", "pool_timeout=")
    return "?" + "&".join(pair for pair in pairs if not pair.startswith(own))
