"""SQLAlchemy 2's ORM, a session for each unit of work."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, insert, select, text
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import selectinload

from .. import sql
from ..contestant import COMMENTED_AT, Entry
from .sqlalchemy_core import values_of
from .sqlalchemy_tables import Comment, Measurement, Post, Saved, Tally, User


class SqlalchemyOrm:
    async def open(self, url: str) -> None:
        self._engine = create_async_engine(
            url.replace("postgresql://", "postgresql+asyncpg://"), pool_size=10
        )
        self._sessions: async_sessionmaker[AsyncSession] = async_sessionmaker(
            self._engine, expire_on_commit=False
        )

    async def _all(self, statement: Any) -> Any:
        async with self._sessions() as session:
            return (await session.scalars(statement)).all()

    async def get_by_id(self, id: int) -> Any:
        async with self._sessions() as session:
            return await session.get(User, id)

    async def page(self, from_name: str, skip: int) -> Any:
        return await self._all(
            select(User)
            .where(User.is_admin == True, User.name >= from_name)  # noqa: E712
            .order_by(User.created_at.desc(), User.id)
            .limit(20)
            .offset(skip)
        )

    async def thousand_rows(self) -> Any:
        return await self._all(select(Measurement))

    async def insert_one(self, entry: Entry) -> Any:
        saved = Saved(**values_of(entry))
        async with self._sessions.begin() as session:
            session.add(saved)
        return saved

    async def insert_many(self, entries: list[Entry]) -> Any:
        async with self._sessions.begin() as session:
            await session.execute(insert(Saved), [values_of(entry) for entry in entries])
        return len(entries)

    async def update(self, id: int, name: str, address: str) -> Any:
        async with self._sessions.begin() as session:
            user = await session.get(User, id)
            if user is not None:
                user.name = name
                user.address = address
            return user

    async def upsert(self, name: str) -> Any:
        async with self._sessions.begin() as session:
            return (
                await session.scalars(
                    pg_insert(Tally)
                    .values(name=name, hits=1)
                    .on_conflict_do_update(index_elements=["name"], set_={"hits": Tally.hits + 1})
                    .returning(Tally)
                )
            ).one()

    async def users_with_posts(self) -> Any:
        return await self._all(
            select(User).where(User.id <= 50).order_by(User.id).options(selectinload(User.posts))
        )

    async def three_levels(self) -> Any:
        return await self._all(
            select(User)
            .where(User.id <= 10)
            .order_by(User.id)
            .options(selectinload(User.posts).selectinload(Post.comments))
        )

    async def aggregate(self) -> Any:
        async with self._sessions() as session:
            rows = await session.execute(
                select(
                    Measurement.kind,
                    func.count().label("count"),
                    func.sum(Measurement.small).label("small"),
                    func.max(Measurement.big).label("big"),
                )
                .group_by(Measurement.kind)
                .order_by(Measurement.kind)
            )
            return rows.mappings().all()

    async def email_by_id(self, id: int) -> Any:
        async with self._sessions() as session:
            return await session.scalar(select(User.email).where(User.id == id))

    async def top_users(self) -> Any:
        async with self._sessions() as session:
            return (await session.execute(text(sql.TOP_USERS))).mappings().all()

    async def insert_comment(self, post_id: int, user_id: int, content: str) -> Any:
        comment = Comment(post_id=post_id, user_id=user_id, content=content, created_at=COMMENTED_AT)
        async with self._sessions.begin() as session:
            session.add(comment)
        return comment.id

    async def close(self) -> None:
        await self._engine.dispose()
