"""Piccolo on asyncpg, with its connection pool."""

from __future__ import annotations

import sys
from collections import defaultdict
from datetime import datetime, timezone
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from piccolo.columns import (
    BigInt,
    Boolean,
    DoublePrecision,
    ForeignKey,
    Integer,
    Numeric,
    Serial,
    Text,
    Timestamp,
)
from piccolo.engine.postgres import PostgresEngine
from piccolo.query.functions.aggregate import Count, Max, Sum
from piccolo.table import Table

from .. import sql
from ..contestant import COMMENTED_AT, Entry

# Piccolo looks for the module of its settings when a table is first asked for its database.
ENGINE = PostgresEngine(config={})
_settings = ModuleType("piccolo_conf")
_settings.DB = ENGINE  # type: ignore[attr-defined]
sys.modules.setdefault("piccolo_conf", _settings)


class User(Table, tablename="users"):
    id = Serial(primary_key=True)
    name = Text()
    email = Text()
    address = Text(null=True)
    is_admin = Boolean(db_column_name="isadmin")
    created_at = Timestamp()


class Post(Table, tablename="posts"):
    id = Serial(primary_key=True)
    user = ForeignKey(User, db_column_name="user_id")
    title = Text()
    content = Text()
    created_at = Timestamp()


class Comment(Table, tablename="comments"):
    id = Serial(primary_key=True)
    post = ForeignKey(Post, db_column_name="post_id")
    user_id = Integer()
    content = Text()
    created_at = Timestamp()


class Measurement(Table, tablename="measurements"):
    id = Integer(primary_key=True)
    label = Text()
    note = Text(null=True)
    kind = Text()
    small = Integer()
    big = BigInt()
    ratio = DoublePrecision()
    amount = Numeric()
    active = Boolean()
    optional = Integer(null=True)
    taken_at = Timestamp()
    ended_at = Timestamp(null=True)


class Saved(Table, tablename="entries"):
    id = Serial(primary_key=True)
    name = Text()
    email = Text()
    address = Text(null=True)
    flagged = Boolean()
    created_at = Timestamp()


class Tally(Table, tablename="tallies"):
    name = Text(primary_key=True)
    hits = Integer()


def _naive(time: datetime) -> datetime:
    return time.replace(tzinfo=None)


def _utc(row: dict[str, Any], *columns: str) -> dict[str, Any]:
    for column in columns:
        time = row[column]
        if time is not None:
            row[column] = time.replace(tzinfo=timezone.utc)
    return row


def _saved(entry: Entry) -> Saved:
    return Saved(
        name=entry.name,
        email=entry.email,
        address=entry.address,
        flagged=entry.flagged,
        created_at=_naive(entry.created_at),
    )


class Piccolo:
    async def open(self, url: str) -> None:
        parts = urlsplit(url)
        ENGINE.config = {
            "host": parts.hostname,
            "port": parts.port,
            "user": parts.username,
            "password": parts.password,
            "database": parts.path[1:],
        }
        await ENGINE.start_connection_pool(min_size=1, max_size=10)

    async def get_by_id(self, id: int) -> Any:
        row = await User.select().where(User.id == id).first()
        return row and _utc(row, "created_at")

    async def page(self, from_name: str, skip: int) -> Any:
        rows = (
            await User.select()
            .where(User.is_admin == True, User.name >= from_name)  # noqa: E712
            .order_by(User.created_at, ascending=False)
            .order_by(User.id)
            .limit(20)
            .offset(skip)
        )
        return [_utc(row, "created_at") for row in rows]

    async def thousand_rows(self) -> Any:
        return [_utc(row, "taken_at", "ended_at") for row in await Measurement.select()]

    async def insert_one(self, entry: Entry) -> Any:
        rows = await Saved.insert(_saved(entry)).returning(*Saved.all_columns())
        return _utc(rows[0], "created_at")

    async def insert_many(self, entries: list[Entry]) -> Any:
        await Saved.insert(*(_saved(entry) for entry in entries))
        return len(entries)

    async def update(self, id: int, name: str, address: str) -> Any:
        rows = (
            await User.update({User.name: name, User.address: address})
            .where(User.id == id)
            .returning(*User.all_columns())
        )
        return _utc(rows[0], "created_at") if rows else None

    async def upsert(self, name: str) -> Any:
        return (
            await Tally.raw(
                "INSERT INTO tallies (name, hits) VALUES ({}, 1) "
                "ON CONFLICT (name) DO UPDATE SET hits = tallies.hits + 1 RETURNING name, hits",
                name,
            )
        )[0]

    async def users_with_posts(self) -> Any:
        users = await self._users(50)
        await self._add_posts(users)
        return users

    async def three_levels(self) -> Any:
        users = await self._users(10)
        posts = await self._add_posts(users)
        rows = (
            await Comment.select(
                Comment.id, Comment.post.as_alias("post_id"), Comment.user_id, Comment.content, Comment.created_at
            )
            .where(Comment.post.is_in([post["id"] for post in posts]))
            .order_by(Comment.id)
        )
        by_post: defaultdict[int, list[Any]] = defaultdict(list)
        for row in rows:
            by_post[row["post_id"]].append(_utc(row, "created_at"))
        for post in posts:
            post["comments"] = by_post[post["id"]]
        return users

    async def _users(self, count: int) -> list[dict[str, Any]]:
        rows = await User.select().where(User.id <= count).order_by(User.id)
        return [_utc(row, "created_at") for row in rows]

    async def _add_posts(self, users: list[dict[str, Any]]) -> list[dict[str, Any]]:
        rows = (
            await Post.select(Post.id, Post.user.as_alias("user_id"), Post.title, Post.content, Post.created_at)
            .where(Post.user.is_in([user["id"] for user in users]))
            .order_by(Post.id)
        )
        by_user: defaultdict[int, list[Any]] = defaultdict(list)
        for row in rows:
            by_user[row["user_id"]].append(_utc(row, "created_at"))
        for user in users:
            user["posts"] = by_user[user["id"]]
        return rows

    async def aggregate(self) -> Any:
        return (
            await Measurement.select(
                Measurement.kind,
                Count().as_alias("count"),
                Sum(Measurement.small).as_alias("small"),
                Max(Measurement.big).as_alias("big"),
            )
            .group_by(Measurement.kind)
            .order_by(Measurement.kind)
        )

    async def email_by_id(self, id: int) -> Any:
        row = await User.select(User.email).where(User.id == id).first()
        return row and row["email"]

    async def top_users(self) -> Any:
        return await User.raw(sql.TOP_USERS)

    async def insert_comment(self, post_id: int, user_id: int, content: str) -> Any:
        rows = await Comment.insert(
            Comment(post=post_id, user_id=user_id, content=content, created_at=_naive(COMMENTED_AT))
        )
        return rows[0]["id"]

    async def close(self) -> None:
        await ENGINE.close_connection_pool()
