"""What the conformance suite does not reach: many tasks at once, cancelled calls, lost connections, full pools, limits."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import unittest
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, sys.argv.pop(1))

from flash_client import FlashClient, errors

SCHEMA = (
    "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE, name TEXT, role TEXT,"
    " visits INTEGER NOT NULL, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL, boss_id INTEGER)",
    "CREATE TABLE posts (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, published BOOLEAN NOT NULL,"
    " author_id INTEGER REFERENCES users (id))",
    "CREATE TABLE samples (key TEXT PRIMARY KEY, bool BOOLEAN, boolN BOOLEAN, int INTEGER, intN INTEGER, big INTEGER,"
    " bigN INTEGER, float REAL, floatN REAL, decimal DECIMAL, decimalN DECIMAL, text TEXT, textN TEXT, time DATETIME,"
    " timeN DATETIME, json TEXT, jsonN TEXT, bytes BLOB, bytesN BLOB, role TEXT, roleN TEXT)",
)


class RuntimeTest(unittest.IsolatedAsyncioTestCase):
    """On a database of its own in a file."""

    async def asyncSetUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.url = "sqlite:" + str(Path(self.folder.name) / "test.db")
        self.db = FlashClient(self.url)
        for text in SCHEMA:
            await self.db.execute_raw(text)

    async def asyncTearDown(self) -> None:
        await self.db.disconnect()
        self.folder.cleanup()

    async def test_fifty_tasks_at_once(self) -> None:
        async def work(number: int) -> int:
            user = await self.db.user.create({"email": f"u{number}@x.io"})
            async with self.db.tx() as tx:
                await tx.user.update({"visits": {"increment": number}}, where={"id": user.id})
            found = await self.db.user.find_unique_or_raise(where={"id": user.id})
            return found.visits

        self.assertEqual(await asyncio.gather(*(work(number) for number in range(50))), list(range(50)))

    async def test_calls_of_one_transaction_wait_for_each_other(self) -> None:
        async with self.db.tx() as tx:
            await asyncio.gather(*(tx.user.create({"email": f"u{number}"}) for number in range(20)))
            self.assertEqual(await tx.user.count(), 20)

    async def test_a_cancelled_transaction_rolls_back(self) -> None:
        begun = asyncio.Event()

        async def work() -> None:
            async with self.db.tx() as tx:
                await tx.user.create({"email": "x"})
                begun.set()
                await asyncio.sleep(60)

        task = asyncio.create_task(work())
        await begun.wait()
        task.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await task
        self.assertEqual(await self.db.user.count(), 0)
        await self.db.user.create({"email": "y"})

    async def test_an_error_rolls_back_and_the_connection_lives(self) -> None:
        with self.assertRaises(errors.UniqueViolation) as caught:
            async with self.db.tx() as tx:
                await tx.user.create({"email": "x"})
                await tx.user.create({"email": "x"})
        self.assertEqual((caught.exception.model, caught.exception.fields), ("User", ("email",)))
        self.assertEqual(caught.exception.prisma_code, "P2002")
        self.assertEqual(await self.db.user.count(), 0)

    async def test_a_transaction_that_is_over_takes_no_calls(self) -> None:
        async with self.db.tx() as tx:
            pass
        with self.assertRaises(errors.TransactionUnusable):
            await tx.user.count()

    async def test_a_transaction_may_take_only_so_long(self) -> None:
        with self.assertRaises(errors.Timeout):
            async with self.db.tx(timeout=timedelta(milliseconds=1)) as tx:
                await asyncio.sleep(0.05)
                await tx.user.create({"email": "late"})
        self.assertEqual(await self.db.user.count(), 0)

    async def test_a_full_pool_times_out(self) -> None:
        async with FlashClient(self.url + "?connection_limit=1&pool_timeout=0.05") as db:
            async with db.tx():
                with self.assertRaises(errors.Timeout):
                    await db.user.count()
            self.assertEqual(await db.user.count(), 0)

    async def test_long_lists(self) -> None:
        await self.db.user.create_many([{"email": f"u{number}"} for number in range(1000)])
        self.assertEqual(await self.db.user.count(where={"id": {"in": list(range(20_000))}}), 1000)
        users = await self.db.user.find_many(include={"posts": True})
        self.assertEqual(len(users), 1000)
        self.assertTrue(all(user.posts == [] for user in users))

    async def test_a_forgotten_value_changes_no_rows(self) -> None:
        await self.db.user.create({"email": "x"})
        for where in ({}, {"AND": []}, {"OR": [{}]}):
            call: Any = where
            with self.assertRaises(errors.InvalidCall):
                await self.db.user.delete_many(where=call)
        self.assertEqual(await self.db.user.delete_many(), 1)

    async def test_wrong_arguments_are_told(self) -> None:
        wrong: list[Any] = [{"nothing": 1}, {"email": {"near": 1}}, {"posts": {"any": {}}}, {"role": "NOBODY"}]
        for where in wrong:
            with self.assertRaises(errors.InvalidCall):
                await self.db.user.find_many(where=where)
        call: Any = {"email": None}
        with self.assertRaises(errors.InvalidCall):
            await self.db.user.find_unique(where=call)

    async def test_extreme_values(self) -> None:
        values: Any = {
            "key": "k",
            "bool": True,
            "int": -(2**31),
            "big": 2**63 - 1,
            "float": 5e-324,
            "decimal": Decimal("999999999999999999"),
            "text": "'; DROP TABLE users; --%s?$1\x00",
            "time": datetime(9999, 12, 31, 23, 59, 59, 999999, timezone.utc),
            "json": [None, {"a": ["é😀"]}],
            "bytes": b"\x00\xff",
            "role": "ADMIN",
        }
        made = await self.db.sample.create(values)
        for name, value in values.items():
            self.assertEqual(getattr(made, name), value, name)
        with self.assertRaises(errors.ValueOutOfRange):
            await self.db.sample.update({"big": 2**63}, where={"key": "k"})
        with self.assertRaises(errors.ValueOutOfRange):
            await self.db.sample.update({"decimal": Decimal("0.1234567890123456")}, where={"key": "k"})
        naive: Any = datetime(2026, 1, 1)
        with self.assertRaises(errors.InvalidCall):
            await self.db.sample.update({"time": naive}, where={"key": "k"})
        east = datetime(2026, 1, 1, 2, tzinfo=timezone(timedelta(hours=2)))
        moved = await self.db.sample.update({"time": east}, where={"key": "k"})
        self.assertEqual(moved and moved.time, datetime(2026, 1, 1, tzinfo=timezone.utc))

    async def test_a_batch_is_all_or_nothing(self) -> None:
        async with self.db.batch_() as batch:
            batch.user.create({"email": "x"})
            batch.user.update_many({"name": "N"})
        self.assertEqual(await self.db.user.count(where={"name": "N"}), 1)
        with self.assertRaises(errors.UniqueViolation):
            async with self.db.batch_() as batch:
                batch.user.create({"email": "y"})
                batch.user.create({"email": "x"})
        self.assertEqual(await self.db.user.count(), 1)

    async def test_cursors_and_negative_pages(self) -> None:
        await self.db.user.create_many([{"email": f"u{number}"} for number in range(10)])
        found = await self.db.user.find_many(cursor={"id": 4}, take=2)
        self.assertEqual([user.id for user in found], [4, 5])
        found = await self.db.user.find_many(cursor={"id": 4}, take=-2, skip=1, order={"id": "asc"})
        self.assertEqual([user.id for user in found], [2, 3])
        found = await self.db.user.find_many(take=-3, order={"id": "asc"})
        self.assertEqual([user.id for user in found], [8, 9, 10])
        self.assertEqual(await self.db.user.find_many(cursor={"id": 99}), [])

    async def test_records_of_raw_rows(self) -> None:
        from flash_client import models

        await self.db.user.create({"email": "x"})
        found = await self.db.query_first("SELECT * FROM users WHERE email = ?", "x", model=models.User)
        self.assertEqual(found.email, "x")
        self.assertEqual(await self.db.query_raw("SELECT 1 AS one"), [{"one": 1}])

    async def test_a_file_that_cannot_be_opened(self) -> None:
        with self.assertRaises(errors.ConnectionFailure):
            await FlashClient("sqlite:/nowhere/at/all.db").connect()


if __name__ == "__main__":
    unittest.main()
