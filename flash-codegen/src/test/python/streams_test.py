"""Streams, read to the end and left early: `streams_test.py FOLDER PROVIDER URL`, on the tables of the suite."""

from __future__ import annotations

import asyncio
import sys
import unittest
from contextlib import aclosing
from typing import Any

URL = sys.argv.pop(3)
PROVIDER = sys.argv.pop(2)
sys.path.insert(0, sys.argv.pop(1))

from flash_client import FlashClient, errors

COUNT = 5000


class StreamsTest(unittest.IsolatedAsyncioTestCase):
    """By a client of one connection, so that each test finds out whether it was given back."""

    db: Any

    async def asyncSetUp(self) -> None:
        self.db = FlashClient(URL + ("&" if "?" in URL else "?") + "connection_limit=1&pool_timeout=10")
        await self.db.user.delete_many()
        await self.db.user.create_many([{"email": f"u{n}", "visits": n} for n in range(COUNT)])

    async def asyncTearDown(self) -> None:
        await self.db.disconnect()

    async def test_to_the_end(self) -> None:
        found = [user.visits async for user in self.db.user.stream(order={"visits": "desc"}, batch=333)]
        self.assertEqual(found, list(reversed(range(COUNT))))
        self.assertEqual(await self.db.user.count(), COUNT)

    async def test_selected_with_a_related_record(self) -> None:
        stream = self.db.user.stream(select={"visits": True, "boss": {"select": {"email": True}}}, take=2)
        self.assertEqual([set(user) async for user in stream], [{"visits", "boss"}] * 2)

    async def test_left_early(self) -> None:
        async with aclosing(self.db.user.stream(batch=10)) as users:
            async for _ in users:
                break
        self.assertEqual(await self.db.user.count(), COUNT)

    async def test_left_early_and_forgotten(self) -> None:
        async for _ in self.db.user.stream(batch=10):
            break
        self.assertEqual(await self.db.user.count(), COUNT)

    async def test_a_block_that_raises_gives_the_connection_back(self) -> None:
        with self.assertRaises(ZeroDivisionError):
            async with aclosing(self.db.user.stream(batch=10)) as users:
                async for _ in users:
                    raise ZeroDivisionError
        self.assertEqual(await self.db.user.count(), COUNT)

    async def test_a_cancelled_task_gives_its_place_back(self) -> None:
        begun = asyncio.Event()

        async def work() -> None:
            async for _ in self.db.user.stream(batch=1):
                begun.set()
                await asyncio.sleep(60)

        task = asyncio.create_task(work())
        await begun.wait()
        task.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await task
        self.assertEqual(await self.db.user.count(), COUNT)

    async def test_what_the_database_refuses(self) -> None:
        await self.db.execute_raw("ALTER TABLE users RENAME TO users_")
        with self.assertRaises(errors.StatementFailure):
            async for _ in self.db.user.stream():
                pass
        await self.db.execute_raw("ALTER TABLE users_ RENAME TO users")
        self.assertEqual(await self.db.user.count(), COUNT)

    async def test_in_a_transaction(self) -> None:
        async with self.db.tx() as tx:
            await tx.user.create({"email": "new", "visits": COUNT})
            found = [user.visits async for user in tx.user.stream(order={"visits": "asc"}, batch=100)]
            self.assertEqual(found, list(range(COUNT + 1)))
            self.assertEqual(await tx.user.delete_many(where={"email": "new"}), 1)

    async def test_other_calls_of_the_transaction(self) -> None:
        async with self.db.tx() as tx:
            async with aclosing(tx.user.stream(order={"visits": "asc"}, batch=2)) as users:
                async for user in users:
                    if PROVIDER == "mysql":
                        with self.assertRaises(errors.InvalidCall):
                            await tx.user.count()
                    else:
                        await tx.user.update({"name": "seen"}, where={"id": user.id})
                    if user.visits == 6:
                        break
            self.assertEqual(await tx.user.count(where={"name": "seen"}), 0 if PROVIDER == "mysql" else 7)

    async def test_two_at_once(self) -> None:
        if PROVIDER == "mysql":
            self.skipTest("a connection of MySQL carries one stream")
        async with self.db.tx() as tx:
            first = tx.user.stream(order={"visits": "asc"}, batch=3)
            second = tx.user.stream(order={"visits": "desc"}, batch=2)
            for number in range(8):
                self.assertEqual((await anext(first)).visits, number)
                self.assertEqual((await anext(second)).visits, COUNT - 1 - number)
            await first.aclose()
            self.assertEqual((await anext(second)).visits, COUNT - 9)
            await second.aclose()

    async def test_a_transaction_that_ends_before_its_stream(self) -> None:
        async with self.db.tx() as tx:
            users = tx.user.stream(batch=10)
            await anext(users)
        await users.aclose()
        async with self.db.tx() as tx:
            users = tx.user.stream(batch=10)
            await anext(users)
        with self.assertRaises(errors.TransactionUnusable):
            for _ in range(10):
                await anext(users)
        self.assertEqual(await self.db.user.count(), COUNT)

    async def test_a_transaction_that_rolls_back_before_its_stream(self) -> None:
        with self.assertRaises(ZeroDivisionError):
            async with self.db.tx() as tx:
                users = tx.user.stream(batch=10)
                await anext(users)
                raise ZeroDivisionError
        await users.aclose()
        self.assertEqual(await self.db.user.count(), COUNT)

    async def test_no_lists_of_related_records(self) -> None:
        with self.assertRaises(errors.InvalidCall):
            self.db.user.stream(select={"posts": True})


if __name__ == "__main__":
    unittest.main()
