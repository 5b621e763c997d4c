"""Related documents of MongoDB, and those that refer to others: `documents_test.py FOLDER URL`, of `Documents.flash`."""

from __future__ import annotations

import sys
import unittest
from datetime import datetime, timezone
from typing import Any

URL = sys.argv.pop(2)
sys.path.insert(0, sys.argv.pop(1))

from flash_client import FlashClient, errors

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class DocumentsTest(unittest.IsolatedAsyncioTestCase):
    """Two teams, each with two members, two pages of two lines."""

    db: Any

    async def asyncSetUp(self) -> None:
        self.db = FlashClient(URL)
        db = self.db
        for model in (db.note, db.log, db.line, db.page, db.member, db.badge, db.team):
            await model.delete_many()
        await db.team.create_many([{"id": 1, "code": "one"}, {"id": 2, "code": "two"}])
        members = [{"id": i, "teamId": 1 if i <= 2 else 2, "updatedAt": EPOCH} for i in range(1, 5)]
        await db.member.create_many(members)
        await db.page.create_many([{"id": i, "teamCode": "one" if i <= 2 else "two"} for i in range(1, 5)])
        await db.line.create_many([{"id": i, "pageId": (i + 1) // 2} for i in range(1, 9)])

    async def asyncTearDown(self) -> None:
        await self.db.disconnect()

    async def codes(self) -> list[str]:
        return [page.teamCode for page in await self.db.page.find_many(order={"id": "asc"})]

    async def badges(self) -> dict[str, list[int]]:
        """The keys that badges list; those that teams list are the same."""
        found = await self.db.badge.find_many(order={"name": "asc"})
        for team in await self.db.team.find_many():
            listed = {badge.id for badge in found if team.id in badge.teamIds}
            self.assertEqual(set(team.badgeIds) & {badge.id for badge in found}, listed)
        return {badge.name: sorted(badge.teamIds) for badge in found}

    async def test_a_delete_takes_what_refers_with_it(self) -> None:
        self.assertEqual((await self.db.team.delete(where={"id": 1})).code, "one")
        self.assertEqual(await self.codes(), ["two", "two"])
        self.assertEqual(await self.db.line.count(), 4)
        members = await self.db.member.find_many(order={"id": "asc"})
        self.assertEqual([member.teamId for member in members], [None, None, 2, 2])
        self.assertGreater(members[0].updatedAt, EPOCH)
        self.assertEqual(members[2].updatedAt, EPOCH)
        self.assertEqual(await self.db.team.delete_many(), 1)
        self.assertEqual(await self.db.line.count(), 0)
        self.assertIsNone(await self.db.team.delete(where={"id": 1}))

    async def test_what_forbids_a_delete_is_found_before_anything_is_written(self) -> None:
        await self.db.note.create({"id": 1, "lineId": 3})
        await self.db.log.create({"id": 1, "teamId": 2})
        for where, model in (({"id": 1}, "Note"), ({"id": 2}, "Log")):
            with self.assertRaises(errors.ForeignKeyViolation) as caught:
                await self.db.team.delete_many(where=where)
            self.assertEqual(caught.exception.model, model)
        self.assertEqual(await self.db.member.count(where={"teamId": None}), 0)
        self.assertEqual(await self.db.line.count(), 8)

    async def test_a_change_of_what_others_refer_to_is_followed(self) -> None:
        await self.db.team.update({"code": "uno"}, where={"id": 1})
        await self.db.team.update_many({"code": "due"}, where={"id": 2})
        self.assertEqual(await self.codes(), ["uno", "uno", "due", "due"])
        data = {"create": {"id": 1, "code": "x"}, "update": {"code": "ein"}}
        await self.db.team.upsert(where={"id": 1}, data=data)
        self.assertEqual(await self.codes(), ["ein", "ein", "due", "due"])

    async def test_related_documents_are_written_with_their_owner(self) -> None:
        team = await self.db.team.update(
            {
                "members": {"connect": {"id": 3}, "disconnect": {"id": 1}},
                "pages": {"delete": {"id": 1}, "create": {"id": 5}},
                "log": {"create": {"id": 7}},
            },
            where={"id": 1},
            include={"members": {"order_by": {"id": "asc"}}, "pages": {"order_by": {"id": "asc"}}, "log": True},
        )
        self.assertEqual([member.id for member in team.members], [2, 3])
        self.assertEqual([page.id for page in team.pages], [2, 5])
        self.assertEqual(team.log.id, 7)
        self.assertEqual(await self.db.line.count(), 6)
        with self.assertRaises(errors.RecordNotFoundError):
            await self.db.line.create({"id": 9, "page": {"connect": {"id": 99}}})
        line = await self.db.line.create({"id": 9, "page": {"create": {"id": 6, "team": {"connect": {"code": "two"}}}}})
        self.assertEqual((line.pageId, await self.codes()), (6, ["one", "two", "two", "one", "two"]))
        with self.assertRaises(errors.InvalidCall):
            await self.db.team.update_many({"pages": {"create": {"id": 8}}})

    async def test_both_ends_of_a_many_to_many_relation_list_each_other(self) -> None:
        data = {"id": 3, "code": "three", "badges": {"create": [{"name": "a"}, {"name": "b"}]}}
        team = await self.db.team.create(data, include={"badges": {"order_by": {"name": "asc"}}})
        self.assertEqual(team.badgeIds, [badge.id for badge in team.badges])
        either = {"where": {"id": 2}, "create": {"id": 2, "code": "no"}}
        change = {"teams": {"connect": [{"id": 1}, {"id": 3}], "connect_or_create": either}}
        await self.db.badge.update(change, where={"name": "a"})
        self.assertEqual(await self.badges(), {"a": [1, 2, 3], "b": [3]})
        self.assertEqual((await self.db.team.find_unique(where={"id": 2})).code, "two")
        await self.db.team.update({"badges": {"disconnect": {"name": "a"}}}, where={"id": 3})
        self.assertEqual(await self.badges(), {"a": [1, 2], "b": [3]})
        await self.db.badge.update({"teams": {"set": [{"id": 3}]}}, where={"name": "a"})
        self.assertEqual(await self.badges(), {"a": [3], "b": [3]})
        await self.db.team.update({"badges": {"delete": {"name": "a"}}}, where={"id": 3})
        self.assertEqual(await self.badges(), {"b": [3]})
        await self.db.badge.create({"name": "low", "aboves": {"create": {"name": "high"}}})
        high, low = await self.db.badge.find_many(where={"name": {"in": ["high", "low"]}}, order={"name": "asc"})
        self.assertEqual((low.above, low.below, high.above, high.below), ([high.id], [], [], [low.id]))


if __name__ == "__main__":
    unittest.main()
