"""What is written against asyncpg by hand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

import asyncpg

from .. import sql
from ..contestant import COMMENTED_AT, Entry



@dataclass(slots=True)
class User:
    id: int
    name: str
    email: str
    address: str | None
    is_admin: bool
    created_at: datetime
    posts: list[Post] = field(default_factory=list)


@dataclass(slots=True)
class Post:
    id: int
    user_id: int
    title: str
    content: str
    created_at: datetime
    comments: list[Comment] = field(default_factory=list)


@dataclass(slots=True)
class Comment:
    id: int
    post_id: int
    user_id: int
    content: str
    created_at: datetime


@dataclass(slots=True)
class Measurement:
    id: int
    label: str
    note: str | None
    kind: str
    small: int
    big: int
    ratio: float
    amount: Decimal
    active: bool
    optional: int | None
    taken_at: datetime
    ended_at: datetime | None


@dataclass(slots=True)
class Saved:
    id: int
    name: str
    email: str
    address: str | None
    flagged: bool
    created_at: datetime


def _utc(time: datetime) -> datetime:
    return time.replace(tzinfo=timezone.utc)


def _naive(time: datetime) -> datetime:
    """The column has no zone: UTC is meant."""
    return time.replace(tzinfo=None)


def _user(row: Any) -> User:
    return User(row[0], row[1], row[2], row[3], row[4], _utc(row[5]))


def _post(row: Any) -> Post:
    return Post(row[0], row[1], row[2], row[3], _utc(row[4]))


def _comment(row: Any) -> Comment:
    return Comment(row[0], row[1], row[2], row[3], _utc(row[4]))


def _measurement(row: Any) -> Measurement:
    ended = row[11]
    return Measurement(
        *row[0:10], _utc(row[10]), None if ended is None else _utc(ended)
    )


def _saved(row: Any) -> Saved:
    return Saved(row[0], row[1], row[2], row[3], row[4], _utc(row[5]))


class _Asyncpg:
    """The same work, on whatever connection the subclass has."""

    async def _rows(self, text: str, *values: Any) -> Any:
        raise NotImplementedError

    async def _row(self, text: str, *values: Any) -> Any:
        raise NotImplementedError

    async def get_by_id(self, id: int) -> Any:
        return _user(await self._row(sql.BY_ID, id))

    async def page(self, from_name: str, skip: int) -> Any:
        return [_user(row) for row in await self._rows(sql.PAGE, True, from_name, skip)]

    async def thousand_rows(self) -> Any:
        return [_measurement(row) for row in await self._rows(sql.MEASUREMENTS)]

    async def insert_one(self, entry: Entry) -> Any:
        return _saved(
            await self._row(
                sql.INSERT, entry.name, entry.email, entry.address, entry.flagged, _naive(entry.created_at)
            )
        )

    async def insert_many(self, entries: list[Entry]) -> Any:
        await self._rows(
            sql.INSERT_MANY,
            [entry.name for entry in entries],
            [entry.email for entry in entries],
            [entry.address for entry in entries],
            [entry.flagged for entry in entries],
            [_naive(entry.created_at) for entry in entries],
        )
        return len(entries)

    async def update(self, id: int, name: str, address: str) -> Any:
        row = await self._row(sql.UPDATE, name, address, id)
        return None if row is None else _user(row)

    async def upsert(self, name: str) -> Any:
        return await self._row(sql.UPSERT, name)

    async def users_with_posts(self) -> Any:
        users = [_user(row) for row in await self._rows(sql.FIFTY_USERS)]
        await self._add_posts(users)
        return users

    async def three_levels(self) -> Any:
        users = [_user(row) for row in await self._rows(sql.TEN_USERS)]
        posts = await self._add_posts(users)
        rows = await self._rows(sql.COMMENTS_OF, [post.id for post in posts])
        by_post: defaultdict[int, list[Comment]] = defaultdict(list)
        for row in rows:
            by_post[row[1]].append(_comment(row))
        for post in posts:
            post.comments = by_post[post.id]
        return users

    async def _add_posts(self, users: list[User]) -> list[Post]:
        rows = await self._rows(sql.POSTS_OF, [user.id for user in users])
        posts = [_post(row) for row in rows]
        by_user: defaultdict[int, list[Post]] = defaultdict(list)
        for post in posts:
            by_user[post.user_id].append(post)
        for user in users:
            user.posts = by_user[user.id]
        return posts

    async def aggregate(self) -> Any:
        return await self._rows(sql.AGGREGATE)

    async def email_by_id(self, id: int) -> Any:
        return (await self._row(sql.EMAIL, id))[0]

    async def top_users(self) -> Any:
        return await self._rows(sql.TOP_USERS)

    async def insert_comment(self, post_id: int, user_id: int, content: str) -> Any:
        return (await self._row(sql.INSERT_COMMENT, post_id, user_id, content, _naive(COMMENTED_AT)))[0]


class HandWritten(_Asyncpg):
    """An expert's: a connection that is held. asyncpg keeps its statements prepared."""

    async def open(self, url: str) -> None:
        self._connection = await asyncpg.connect(url)

    async def _rows(self, text: str, *values: Any) -> Any:
        return await self._connection.fetch(text, *values)

    async def _row(self, text: str, *values: Any) -> Any:
        return await self._connection.fetchrow(text, *values)

    async def close(self) -> None:
        await self._connection.close()


class Pooled(_Asyncpg):
    """As the documentation has it: the pool resets a connection at each return, which is a statement more."""

    async def open(self, url: str) -> None:
        self._pool = await asyncpg.create_pool(url, min_size=1, max_size=10)

    async def _rows(self, text: str, *values: Any) -> Any:
        return await self._pool.fetch(text, *values)

    async def _row(self, text: str, *values: Any) -> Any:
        return await self._pool.fetchrow(text, *values)

    async def close(self) -> None:
        await self._pool.close()
