# As it was written for Prisma Client Python; only what it imports from has changed.
from __future__ import annotations

from typing import Any

from flash_client import Prisma
from flash_client.enums import Status
from flash_client.errors import RecordNotFoundError
from flash_client.models import Article, Comment
from flash_client.types import ArticleInclude, ArticleWhereInput

WITH_DETAILS: ArticleInclude = {"author": True, "tags": {"order_by": {"name": "asc"}}}


class Articles:
    def __init__(self, db: Prisma) -> None:
        self._db = db

    async def publish(self, email: str, slug: str, title: str, tags: list[str]) -> Article:
        for name in tags:
            await self._db.tag.upsert(where={"name": name}, data={"create": {"name": name}, "update": {}})
        await self._db.author.upsert(where={"email": email}, data={"create": {"email": email}, "update": {}})
        return await self._db.article.create(
            data={
                "slug": slug,
                "title": title,
                "status": Status.PUBLISHED,
                "author": {"connect": {"email": email}},
                "tags": {"connect": [{"name": name} for name in tags]},
            },
            include=WITH_DETAILS,
        )

    async def page(
        self, take: int = 20, *, tag: str | None = None, text: str | None = None, after: int | None = None
    ) -> tuple[list[Article], int]:
        where: ArticleWhereInput = {"status": "PUBLISHED"}
        if tag is not None:
            where["tags"] = {"some": {"name": tag}}
        if text is not None:
            where["OR"] = [{"title": {"contains": text}}, {"comments": {"some": {"body": {"contains": text}}}}]
        articles = await self._db.article.find_many(
            where=where,
            order=[{"views": "desc"}, {"id": "asc"}],
            take=take,
            skip=None if after is None else 1,
            cursor=None if after is None else {"id": after},
            include=WITH_DETAILS,
        )
        return articles, await self._db.article.count(where=where)

    async def read(self, slug: str) -> Article | None:
        read = await self._db.article.update(where={"slug": slug}, data={"views": {"increment": 1}})
        if read is None:
            return None
        return await self._db.article.find_unique(
            where={"id": read.id}, include={"comments": {"include": {"author": True}, "order_by": {"id": "asc"}}}
        )

    async def comment(self, slug: str, body: str, email: str | None = None) -> int:
        async with self._db.tx() as tx:
            article = await tx.article.find_unique_or_raise(where={"slug": slug})
            author = None if email is None else await tx.author.find_first_or_raise(where={"email": email})
            await tx.comment.create(
                {"body": body, "articleId": article.id, "authorId": None if author is None else author.id}
            )
            return await tx.comment.count(where={"articleId": article.id})

    async def views(self) -> list[tuple[int, int | None]]:
        groups = await self._db.article.group_by(
            by=["authorId"], sum={"views": True}, having={"views": {"_sum": {"gt": 0}}}, order={"authorId": "asc"}
        )
        return [(group["authorId"], group["_sum"]["views"]) for group in groups]

    async def tagged(self, name: str) -> list[dict[str, Any]]:
        return await self._db.query_raw(
            'SELECT a.slug FROM "Article" a JOIN "_ArticleToTag" p ON p."A" = a.id JOIN "Tag" t ON t.id = p."B"'
            " WHERE t.name = ? ORDER BY a.slug",
            name,
        )

    async def import_comments(self, slug: str, bodies: list[str]) -> list[Comment]:
        try:
            article = await self._db.article.find_first_or_raise(where={"slug": slug})
        except RecordNotFoundError:
            return []
        await self._db.comment.create_many(data=[{"body": body, "articleId": article.id} for body in bodies])
        return await self._db.comment.find_many(where={"articleId": article.id}, order={"id": "asc"})

    async def withdraw(self, email: str) -> int:
        return await self._db.article.update_many(where={"author": {"is": {"email": email}}}, data={"status": "DRAFT"})

    async def clear(self) -> None:
        async with self._db.batch_() as batcher:
            batcher.comment.delete_many()
            batcher.article.delete_many()
            batcher.author.delete_many()
