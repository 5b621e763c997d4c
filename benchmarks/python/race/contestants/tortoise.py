"""Tortoise ORM on asyncpg."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from tortoise import Tortoise as Framework
from tortoise import connections, fields
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.functions import Count, Max, Sum
from tortoise.models import Model
from tortoise.query_utils import Prefetch

from .. import sql
from ..contestant import COMMENTED_AT, Entry


class UtcField(fields.DatetimeField):
    """A time in a column without a zone: UTC is meant."""

    def to_db_value(self, value: datetime | None, instance: Any) -> datetime | None:
        return None if value is None else value.replace(tzinfo=None)

    def to_python_value(self, value: Any) -> datetime | None:
        return None if value is None else value.replace(tzinfo=timezone.utc)


class User(Model):
    id = fields.IntField(primary_key=True)
    name = fields.TextField()
    email = fields.TextField()
    address = fields.TextField(null=True)
    is_admin = fields.BooleanField(source_field="isadmin")
    created_at = UtcField()
    posts: fields.ReverseRelation[Post]

    class Meta:
        table = "users"


class Post(Model):
    id = fields.IntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", related_name="posts")
    title = fields.TextField()
    content = fields.TextField()
    created_at = UtcField()
    comments: fields.ReverseRelation[Comment]

    class Meta:
        table = "posts"


class Comment(Model):
    id = fields.IntField(primary_key=True)
    post: fields.ForeignKeyRelation[Post] = fields.ForeignKeyField("models.Post", related_name="comments")
    user_id = fields.IntField()
    content = fields.TextField()
    created_at = UtcField()

    class Meta:
        table = "comments"


class Measurement(Model):
    id = fields.IntField(primary_key=True, generated=False)
    label = fields.TextField()
    note = fields.TextField(null=True)
    kind = fields.TextField()
    small = fields.IntField()
    big = fields.BigIntField()
    ratio = fields.FloatField()
    amount = fields.DecimalField(12, 2)
    active = fields.BooleanField()
    optional = fields.IntField(null=True)
    taken_at = UtcField()
    ended_at = UtcField(null=True)

    class Meta:
        table = "measurements"


class Saved(Model):
    id = fields.IntField(primary_key=True)
    name = fields.TextField()
    email = fields.TextField()
    address = fields.TextField(null=True)
    flagged = fields.BooleanField()
    created_at = UtcField()

    class Meta:
        table = "entries"


def _saved(entry: Entry) -> Saved:
    return Saved(
        name=entry.name,
        email=entry.email,
        address=entry.address,
        flagged=entry.flagged,
        created_at=entry.created_at,
    )


class Tortoise:
    async def open(self, url: str) -> None:
        await Framework.init(db_url=url.replace("postgresql://", "asyncpg://"), modules={"models": [__name__]})

    def _connection(self) -> BaseDBAsyncClient:
        return connections.get("default")

    async def get_by_id(self, id: int) -> Any:
        return await User.get(id=id)

    async def page(self, from_name: str, skip: int) -> Any:
        return (
            await User.filter(is_admin=True, name__gte=from_name)
            .order_by("-created_at", "id")
            .offset(skip)
            .limit(20)
        )

    async def thousand_rows(self) -> Any:
        return await Measurement.all()

    async def insert_one(self, entry: Entry) -> Any:
        saved = _saved(entry)
        await saved.save()
        return saved

    async def insert_many(self, entries: list[Entry]) -> Any:
        await Saved.bulk_create([_saved(entry) for entry in entries])
        return len(entries)

    async def update(self, id: int, name: str, address: str) -> Any:
        user = await User.get(id=id)
        user.name = name
        user.address = address
        await user.save(update_fields=["name", "address"])
        return user

    async def upsert(self, name: str) -> Any:
        return (await self._connection().execute_query_dict(sql.UPSERT, [name]))[0]

    async def users_with_posts(self) -> Any:
        posts = Prefetch("posts", queryset=Post.all().order_by("id"))
        return await User.filter(id__lte=50).order_by("id").prefetch_related(posts)

    async def three_levels(self) -> Any:
        comments = Prefetch("comments", queryset=Comment.all().order_by("id"))
        posts = Prefetch("posts", queryset=Post.all().order_by("id").prefetch_related(comments))
        return await User.filter(id__lte=10).order_by("id").prefetch_related(posts)

    async def aggregate(self) -> Any:
        return (
            await Measurement.annotate(count=Count("id"), small_sum=Sum("small"), big_max=Max("big"))
            .group_by("kind")
            .order_by("kind")
            .values("kind", "count", small="small_sum", big="big_max")
        )

    async def email_by_id(self, id: int) -> Any:
        return await User.get(id=id).values_list("email", flat=True)

    async def top_users(self) -> Any:
        return await self._connection().execute_query_dict(sql.TOP_USERS)

    async def insert_comment(self, post_id: int, user_id: int, content: str) -> Any:
        comment = await Comment.create(
            post_id=post_id, user_id=user_id, content=content, created_at=COMMENTED_AT
        )
        return comment.id

    async def close(self) -> None:
        await Framework.close_connections()
