"""Connections that a server breaks: `lost_test.py FOLDER PROVIDER URL`."""

from __future__ import annotations

import asyncio
import sys
import unittest
from typing import Any

URL = sys.argv.pop(3)
PROVIDER = sys.argv.pop(2)
sys.path.insert(0, sys.argv.pop(1))

from flash_client import FlashClient, errors

OWN, KILL, SLEEP = (
    ("SELECT pg_backend_pid() AS number", "SELECT pg_terminate_backend({})", "SELECT pg_sleep(300)")
    if PROVIDER == "postgresql"
    else ("SELECT CONNECTION_ID() AS number", "KILL {}", "SELECT SLEEP(300)")
)


class LostTest(unittest.IsolatedAsyncioTestCase):
    """A client with one connection, and another that breaks it."""

    db: Any
    other: Any

    async def asyncSetUp(self) -> None:
        self.db = FlashClient(URL + ("&" if "?" in URL else "?") + "connection_limit=1")
        self.other = FlashClient(URL)

    async def asyncTearDown(self) -> None:
        await self.db.disconnect()
        await self.other.disconnect()

    async def number(self) -> int:
        found: int = (await self.db.query_raw(OWN))[0]["number"]
        return found

    async def kill(self, number: int) -> None:
        await self.other.query_raw(KILL.format(number))

    async def assert_works_again(self, number: int) -> None:
        """At once, or after the one call that finds the connection broken."""
        try:
            found = await self.number()
        except errors.ConnectionFailure:
            found = await self.number()
        self.assertNotEqual(found, number)

    async def test_a_connection_that_is_lost_while_it_is_free(self) -> None:
        number = await self.number()
        await self.kill(number)
        await self.assert_works_again(number)

    async def test_a_connection_that_is_lost_during_a_statement(self) -> None:
        number = await self.number()
        sleeping = asyncio.create_task(self.db.query_raw(SLEEP))
        await asyncio.sleep(0.5)
        await self.kill(number)
        with self.assertRaises(errors.ConnectionFailure):
            await sleeping
        await self.assert_works_again(number)

    async def test_a_connection_that_is_lost_in_a_transaction(self) -> None:
        await self.db.tag.delete_many()
        with self.assertRaises(errors.ConnectionFailure):
            async with self.db.tx() as tx:
                await tx.tag.create({"name": "lost"})
                number = (await tx.query_raw(OWN))[0]["number"]
                await self.kill(number)
                await tx.tag.create({"name": "lost too"})
        self.assertEqual(await self.other.tag.count(), 0)
        await self.assert_works_again(number)


if __name__ == "__main__":
    unittest.main()
