"""SQLAlchemy 2 without its ORM."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Table, func, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.ext.asyncio import create_async_engine

from .. import sql
from ..contestant import COMMENTED_AT, Entry
from .sqlalchemy_tables import Comment, Measurement, Post, Saved, Tally, User

users, posts, comments, measurements, entries, tallies = (
    model.__table__ for model in (User, Post, Comment, Measurement, Saved, Tally)
)
assert isinstance(users, Table)


def values_of(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "email": entry.email,
        "address": entry.address,
        "flagged": entry.flagged,
        "created_at": entry.created_at,
    }


class SqlalchemyCore:
    async def open(self, url: str) -> None:
        self._engine = create_async_engine(
            url.replace("postgresql://", "postgresql+asyncpg://"), pool_size=10
        )

    async def _read(self, statement: Any) -> Any:
        async with self._engine.connect() as connection:
            return (await connection.execute(statement)).mappings().all()

    async def _write(self, statement: Any) -> Any:
        async with self._engine.begin() as connection:
            return (await connection.execute(statement)).mappings().one()

    async def get_by_id(self, id: int) -> Any:
        return (await self._read(select(users).where(users.c.id == id)))[0]

    async def page(self, from_name: str, skip: int) -> Any:
        return await self._read(
            select(users)
            .where(users.c.isadmin == True, users.c.name >= from_name)  # noqa: E712
            .order_by(users.c.created_at.desc(), users.c.id)
            .limit(20)
            .offset(skip)
        )

    async def thousand_rows(self) -> Any:
        return await self._read(select(measurements))

    async def insert_one(self, entry: Entry) -> Any:
        return await self._write(insert(entries).values(values_of(entry)).returning(*entries.c))

    async def insert_many(self, rows: list[Entry]) -> Any:
        async with self._engine.begin() as connection:
            await connection.execute(insert(entries), [values_of(entry) for entry in rows])
        return len(rows)

    async def update(self, id: int, name: str, address: str) -> Any:
        return await self._write(
            update(users).where(users.c.id == id).values(name=name, address=address).returning(*users.c)
        )

    async def upsert(self, name: str) -> Any:
        return await self._write(
            pg_insert(tallies)
            .values(name=name, hits=1)
            .on_conflict_do_update(index_elements=["name"], set_={"hits": tallies.c.hits + 1})
            .returning(*tallies.c)
        )

    async def users_with_posts(self) -> Any:
        async with self._engine.connect() as connection:
            found = await self._users(connection, 50)
            await self._add_posts(connection, found)
            return found

    async def three_levels(self) -> Any:
        async with self._engine.connect() as connection:
            found = await self._users(connection, 10)
            their = await self._add_posts(connection, found)
            ids = [post["id"] for post in their]
            rows = await connection.execute(
                select(comments).where(comments.c.post_id.in_(ids)).order_by(comments.c.id)
            )
            by_post: defaultdict[int, list[Any]] = defaultdict(list)
            for row in rows.mappings():
                by_post[row["post_id"]].append(row)
            for post in their:
                post["comments"] = by_post[post["id"]]
            return found

    async def _users(self, connection: Any, count: int) -> list[dict[str, Any]]:
        rows = await connection.execute(select(users).where(users.c.id <= count).order_by(users.c.id))
        return [dict(row) for row in rows.mappings()]

    async def _add_posts(self, connection: Any, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        ids = [user["id"] for user in found]
        rows = await connection.execute(select(posts).where(posts.c.user_id.in_(ids)).order_by(posts.c.id))
        their = [dict(row) for row in rows.mappings()]
        by_user: defaultdict[int, list[Any]] = defaultdict(list)
        for post in their:
            by_user[post["user_id"]].append(post)
        for user in found:
            user["posts"] = by_user[user["id"]]
        return their

    async def aggregate(self) -> Any:
        kind = measurements.c.kind
        return await self._read(
            select(
                kind,
                func.count().label("count"),
                func.sum(measurements.c.small).label("small"),
                func.max(measurements.c.big).label("big"),
            )
            .group_by(kind)
            .order_by(kind)
        )

    async def email_by_id(self, id: int) -> Any:
        return (await self._read(select(users.c.email).where(users.c.id == id)))[0]["email"]

    async def top_users(self) -> Any:
        return await self._read(text(sql.TOP_USERS))

    async def insert_comment(self, post_id: int, user_id: int, content: str) -> Any:
        row = await self._write(
            insert(comments)
            .values(post_id=post_id, user_id=user_id, content=content, created_at=COMMENTED_AT)
            .returning(comments.c.id)
        )
        return row["id"]

    async def close(self) -> None:
        await self._engine.dispose()
