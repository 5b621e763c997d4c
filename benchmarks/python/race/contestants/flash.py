"""Flash's generated client."""

from __future__ import annotations

from typing import Any

from generated import FlashClient

from .. import sql
from ..contestant import COMMENTED_AT, Entry


class Flash:
    async def open(self, url: str) -> None:
        self._db = FlashClient(url)
        await self._db.connect()

    async def get_by_id(self, id: int) -> Any:
        return await self._db.user.find_unique(where={"id": id})

    async def page(self, from_name: str, skip: int) -> Any:
        return await self._db.user.find_many(
            where={"isAdmin": True, "name": {"gte": from_name}},
            order=[{"createdAt": "desc"}, {"id": "asc"}],
            skip=skip,
            take=20,
        )

    async def thousand_rows(self) -> Any:
        return await self._db.measurement.find_many()

    async def insert_one(self, entry: Entry) -> Any:
        return await self._db.entry.create(
            data={
                "name": entry.name,
                "email": entry.email,
                "address": entry.address,
                "flagged": entry.flagged,
                "createdAt": entry.created_at,
            }
        )

    async def insert_many(self, entries: list[Entry]) -> Any:
        return await self._db.entry.create_many(
            data=[
                {
                    "name": entry.name,
                    "email": entry.email,
                    "address": entry.address,
                    "flagged": entry.flagged,
                    "createdAt": entry.created_at,
                }
                for entry in entries
            ]
        )

    async def update(self, id: int, name: str, address: str) -> Any:
        return await self._db.user.update(where={"id": id}, data={"name": name, "address": address})

    async def upsert(self, name: str) -> Any:
        return await self._db.tally.upsert(
            where={"name": name},
            data={"create": {"name": name, "hits": 1}, "update": {"hits": {"increment": 1}}},
        )

    async def users_with_posts(self) -> Any:
        return await self._db.user.find_many(
            where={"id": {"lte": 50}}, order={"id": "asc"}, include={"posts": {"order_by": {"id": "asc"}}}
        )

    async def three_levels(self) -> Any:
        return await self._db.user.find_many(
            where={"id": {"lte": 10}},
            order={"id": "asc"},
            include={
                "posts": {
                    "order_by": {"id": "asc"},
                    "include": {"comments": {"order_by": {"id": "asc"}}},
                }
            },
        )

    async def aggregate(self) -> Any:
        groups = await self._db.measurement.group_by(
            by=["kind"], count=True, sum={"small": True}, max={"big": True}, order={"kind": "asc"}
        )
        return [
            {
                "kind": group["kind"],
                "count": group["_count"],
                "small": group["_sum"]["small"],
                "big": group["_max"]["big"],
            }
            for group in groups
        ]

    async def email_by_id(self, id: int) -> Any:
        return (await self._db.query_raw(sql.EMAIL, id))[0]["email"]

    async def top_users(self) -> Any:
        return await self._db.query_raw(sql.TOP_USERS)

    async def insert_comment(self, post_id: int, user_id: int, content: str) -> Any:
        comment = await self._db.comment.create(
            data={"postId": post_id, "userId": user_id, "content": content, "createdAt": COMMENTED_AT}
        )
        return comment.id

    async def close(self) -> None:
        await self._db.disconnect()
