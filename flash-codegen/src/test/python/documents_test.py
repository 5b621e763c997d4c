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

    async def test_nothing_belongs_to_what_has_no_key(self) -> None:
        await self.db.fan.delete_many()
        await self.db.fan.create_many([{"id": 1}, {"id": 2, "nick": "duo"}])
        for fans in ({"delete_many": {}}, {"set": []}, {"disconnect": [{"id": 2}]}, {"delete": {"id": 1}}):
            await self.db.team.update({"fans": fans}, where={"id": 1})
        await self.db.team.delete(where={"id": 1})
        self.assertEqual([fan.nick for fan in await self.db.fan.find_many(order={"id": "asc"})], [None, "duo"])

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


    async def test_parts_of_json_have_conditions(self) -> None:
        await self.db.member.update({"extra": {"tags": ["x", "y"], "a.b": {"c": 1}, "n": 2}}, where={"id": 1})
        await self.db.member.update({"extra": ["x", {"n": 3}], "home": {"city": "Bern", "more": [7]}}, where={"id": 2})

        async def found(where: dict[str, Any]) -> list[int]:
            return [member.id for member in await self.db.member.find_many(where=where, order={"id": "asc"})]

        self.assertEqual(await found({"extra": {"path": ["tags"], "json_contains": ["y"]}}), [1])
        self.assertEqual(await found({"extra": {"json_contains": "x"}}), [2])
        self.assertEqual(await found({"extra": {"path": [1, "n"], "gt": 2, "not": 4}}), [2])
        self.assertEqual(await found({"extra": {"path": ["a.b"], "exists": True}}), [1])
        self.assertEqual(await found({"NOT": {"extra": {"path": ["tags", 0], "string_startswith": "y"}}}), [1])
        self.assertEqual(await found({"home": {"is": {"more": {"path": [0], "equals": 7}}}}), [2])
        with self.assertRaises(errors.InvalidCall):
            await found({"places": {"some": {"more": {"path": [0], "equals": 7}}}})

    async def test_orders_and_conditions_go_by_related_documents(self) -> None:
        await self.db.page.delete(where={"id": 4})
        teams = await self.db.team.find_many(order={"pages": {"_count": "asc"}})
        self.assertEqual([team.id for team in teams], [2, 1])
        lines = await self.db.line.find_many(order=[{"page": {"team": {"code": "desc"}}}, {"id": "desc"}], take=3)
        self.assertEqual([line.id for line in lines], [6, 5, 4])
        where = {"pages": {"_count": {"gt": 1}}, "badges": {"_count": 0}}
        self.assertEqual([team.id for team in await self.db.team.find_many(where=where)], [1])
        with self.assertRaises(errors.InvalidCall):
            await self.db.line.find_many(order={"page": {"id": "asc"}}, cursor={"id": 2})

    async def test_groups_have_aggregates(self) -> None:
        groups = await self.db.line.group_by(
            ["pageId"],
            count=True,
            max={"id": True},
            distinct_count={"pageId": True},
            having={"id": {"_min": {"gt": 1}}, "pageId": {"_distinct": 1, "not": 4}},
            order={"pageId": "desc"},
        )
        expected = [(3, 2, 6, 1), (2, 2, 4, 1)]
        found = [(g["pageId"], g["_count"], g["_max"]["id"], g["_distinct"]["pageId"]) for g in groups]
        self.assertEqual(found, expected)
        values = await self.db.member.aggregate(count={"teamId": True, "_all": True}, sum={"teamId": True}, take=3)
        self.assertEqual(values, {"_count": {"teamId": 3, "_all": 3}, "_sum": {"teamId": 4}})


if __name__ == "__main__":
    unittest.main()
