"""The tables and rows that the tasks want: those of the race in Java."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from decimal import Decimal
from urllib.parse import urlsplit, urlunsplit

import asyncpg

USERS = 10_000
POSTS = 5_000
WRITERS = 500
COMMENTS = POSTS * 3 + POSTS // WRITERS * 10 * 7
MEASUREMENTS = 1_000
START = datetime(2026, 1, 1)

TABLES = """
create table users (id serial primary key, name text not null, email text not null, address text,
  isadmin boolean not null, created_at timestamp(3) not null);
create unique index users_email_key on users (email);
create table posts (id serial primary key, user_id integer not null references users (id), title text not null,
  content text not null, created_at timestamp(3) not null);
create index posts_user_id_idx on posts (user_id);
create table comments (id serial primary key, post_id integer not null references posts (id),
  user_id integer not null references users (id), content text not null, created_at timestamp(3) not null);
create index comments_post_id_idx on comments (post_id);
create index comments_user_id_idx on comments (user_id);
create table measurements (id integer primary key, label text not null, note text, kind text not null,
  small integer not null, big bigint not null, ratio double precision not null, amount decimal(12, 2) not null,
  active boolean not null, optional integer, taken_at timestamp(3) not null, ended_at timestamp(3));
create table entries (id serial primary key, name text not null, email text not null, address text,
  flagged boolean not null, created_at timestamp(3) not null);
create table tallies (name text primary key, hits integer not null);
"""


class Scene:
    def __init__(self, server: str) -> None:
        parts = urlsplit(server)
        self._name = f"flash_race_{os.getpid()}"
        self._server = server
        self.url = urlunsplit(parts._replace(path=f"/{self._name}"))

    async def create(self) -> None:
        self._admin = await asyncpg.connect(self._server)
        await self._admin.execute(f"create database {self._name}")
        self._connection = await asyncpg.connect(self.url)
        await self._connection.execute(TABLES)
        for table, columns, rows in _content():
            await self._connection.copy_records_to_table(table, columns=columns.split(", "), records=rows)
        await self._connection.execute("analyze")

    async def reset(self) -> None:
        """Makes the tables that the tasks write to what they were, so that their size is the same for everybody."""
        await self._connection.execute(
            f"""delete from tallies; delete from entries; delete from comments where id > {COMMENTS};
            alter sequence entries_id_seq restart with 1;
            alter sequence comments_id_seq restart with {COMMENTS + 1}"""
        )

    async def close(self) -> None:
        await self._connection.close()
        await self._admin.execute(f"drop database {self._name} with (force)")
        await self._admin.close()


def _at(second: float) -> datetime:
    return START + timedelta(seconds=second)


def _content() -> list[tuple[str, str, list[tuple[object, ...]]]]:
    users: list[tuple[object, ...]] = [
        (
            f"name {i % 997}",
            f"user{i}@x.io",
            None if i % 4 == 0 else f"{i} Long Street, Springfield",
            i % 10 == 0,
            _at(i * 7919 % 1_000_003),
        )
        for i in range(1, USERS + 1)
    ]
    posts: list[tuple[object, ...]] = []
    comments: list[tuple[object, ...]] = []
    for i in range(POSTS):
        posts.append((i % WRITERS + 1, f"title {i}", "Some words about something. " * 4, _at(i)))
        # Ten on each post of the first ten users, for three levels of ten.
        for j in range(10 if i % WRITERS < 10 else 3):
            comments.append((i + 1, (i * 7 + j * 13) % USERS + 1, f"comment {j}", _at(i * 10 + j)))
    measurements: list[tuple[object, ...]] = [
        (
            i,
            f"label {i}",
            None if i % 2 == 0 else f"a note about {i}",
            f"kind {i % 7}",
            i % 100,
            4_000_000_000 + i,
            i / 8,
            Decimal(i) + Decimal("0.25"),
            i % 3 == 0,
            None if i % 2 == 0 else i,
            _at(i),
            _at(i / 1000) if i % 2 == 0 else None,
        )
        for i in range(1, MEASUREMENTS + 1)
    ]
    return [
        ("users", "name, email, address, isadmin, created_at", users),
        ("posts", "user_id, title, content, created_at", posts),
        ("comments", "post_id, user_id, content, created_at", comments),
        (
            "measurements",
            "id, label, note, kind, small, big, ratio, amount, active, optional, taken_at, ended_at",
            measurements,
        ),
    ]
