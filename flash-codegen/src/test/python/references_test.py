"""Deletes and changes of keys where the database has no foreign keys: `references_test.py FOLDER URL`."""

from __future__ import annotations

import sys
import unittest
from datetime import datetime, timezone
from typing import Any

URL = sys.argv.pop(2)
sys.path.insert(0, sys.argv.pop(1))

from flash_client import FlashClient, errors

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class ReferencesTest(unittest.IsolatedAsyncioTestCase):
    """Two teams, each with two members, two pages of two lines, and a badge that both have."""

    db: Any

    async def asyncSetUp(self) -> None:
        self.db = FlashClient(URL)
        db = self.db
        for model in (db.line, db.page, db.member, db.log, db.boss, db.badge, db.team):
            await model.delete_many()
        await db.team.create_many([{"id": 1, "code": "one"}, {"id": 2, "code": "two"}])
        members = [{"id": i, "teamId": 1 if i <= 2 else 2, "updatedAt": EPOCH} for i in range(1, 5)]
        await db.member.create_many(members)
        await db.page.create_many([{"id": i, "teamCode": "one" if i <= 2 else "two"} for i in range(1, 5)])
        await db.line.create_many([{"id": i, "pageId": (i + 1) // 2} for i in range(1, 9)])
        await db.badge.create({"id": 1, "teams": {"connect": [{"id": 1}, {"id": 2}]}})
        self.statements: list[str] = []
        db.listen(lambda event: self.statements.append(event.sql))

    async def asyncTearDown(self) -> None:
        await self.db.disconnect()

    async def test_a_delete_takes_what_refers_with_it(self) -> None:
        self.assertIsNotNone(await self.db.team.delete(where={"id": 1}))
        self.assertEqual([page.teamCode for page in await self.db.page.find_many()], ["two", "two"])
        self.assertEqual(await self.db.line.count(), 4)
        members = await self.db.member.find_many(order={"id": "asc"})
        self.assertEqual([member.teamId for member in members], [None, None, 2, 2])
        self.assertGreater(members[0].updatedAt, EPOCH)
        self.assertEqual(members[2].updatedAt, EPOCH)
        badge = await self.db.badge.find_unique_or_raise(where={"id": 1}, include={"teams": True})
        self.assertEqual([team.id for team in badge.teams], [2])

    async def test_the_number_of_statements_is_that_of_the_relations(self) -> None:
        # Teams, their pages, lines, members, logs and pairs: read, read, delete, delete, set, ask, delete, delete.
        self.assertEqual(await self.db.team.delete_many(), 2)
        self.assertEqual(len(self.statements), 8, self.statements)
        self.assertEqual(await self.db.page.count() + await self.db.line.count(), 0)
        self.assertEqual(await self.db.member.count(), 4)
        self.assertIsNone(await self.db.team.delete(where={"id": 1}))

    async def test_what_may_not_be_left_alone_forbids_it(self) -> None:
        await self.db.log.create({"id": 1, "teamId": 1})
        for call in (
            self.db.team.delete_many(where={"code": "one"}),
            self.db.team.update({"id": 7}, where={"id": 1}),
        ):
            with self.assertRaises(errors.ForeignKeyViolation) as caught:
                await call
            self.assertEqual((caught.exception.model, caught.exception.fields), ("Log", ("teamId",)))
        self.assertEqual(await self.db.line.count(), 8)
        self.assertEqual(await self.db.team.count(where={"id": 1}), 1)

    async def test_a_new_key_is_taken_along(self) -> None:
        changed = await self.db.team.update({"id": 9, "code": "nine"}, where={"id": 1})
        self.assertEqual((changed.id, changed.code), (9, "nine"))
        self.assertEqual(await self.db.page.count(where={"teamCode": "nine"}), 2)
        self.assertEqual(await self.db.member.count(where={"teamId": None}), 2)
        badge = await self.db.badge.find_unique_or_raise(
            where={"id": 1}, include={"teams": {"order_by": {"id": "asc"}}}
        )
        self.assertEqual([team.id for team in badge.teams], [2, 9])

    async def test_the_same_key_and_other_columns_change_nothing_else(self) -> None:
        await self.db.team.update({"code": "one"}, where={"id": 1})
        self.assertEqual(await self.db.member.count(where={"teamId": 1}), 2)
        with self.assertRaises(errors.InvalidCall):
            await self.db.team.update({"id": {"increment": 1}}, where={"id": 1})

    async def test_an_upsert_takes_along_too(self) -> None:
        data = {"create": {"id": 1, "code": "one"}, "update": {"code": "1"}}
        await self.db.team.upsert(where={"id": 1}, data=data)
        self.assertEqual(await self.db.page.count(where={"teamCode": "1"}), 2)

    async def test_records_that_refer_to_each_other_go_together(self) -> None:
        await self.db.boss.create_many([{"id": 1, "bossId": 2}, {"id": 2, "bossId": 1}, {"id": 3, "bossId": 3}])
        await self.db.boss.delete(where={"id": 1})
        self.assertEqual([boss.id for boss in await self.db.boss.find_many()], [3])
        await self.db.boss.delete(where={"id": 3})
        self.assertEqual(await self.db.boss.count(), 0)


if __name__ == "__main__":
    unittest.main()
