"""Calls as type checkers must see them. Each ignored error is one that must be found."""

from __future__ import annotations

from contextlib import aclosing

from flash_client import FlashClient, enums, models, types


async def right(db: FlashClient) -> None:
    user = await db.user.find_unique(where={"email": "ann@acme.dev"}, include={"posts": {"take": 5}})
    if user is not None:
        name: str | None = user.name
        posts: list[models.Post] | None = user.posts
        print(name, posts, user.role is enums.Role.ADMIN)
    await db.user.find_many(
        where={"OR": [{"email": {"contains": "x", "mode": "insensitive"}}, {"visits": {"gte": 3}}], "role": "ADMIN"},
        order=[{"visits": "desc"}, {"boss": {"name": "asc"}}, {"posts": {"_count": "desc"}}],
        include={"boss": True, "team": {"include": {"profile": True}}},
    )
    await db.membership.find_unique(where={"userId_team": {"userId": 1, "team": "core"}})
    await db.user.create({"email": "x@x.io", "posts": {"create": [{"title": "One"}]}})
    await db.user.update({"visits": {"increment": 1}, "name": None}, where={"id": 1})
    await db.user.upsert(where={"id": 1}, data={"create": {"email": "x"}, "update": {"name": "x"}})
    number: int = await db.user.delete_many(where={"id": {"in": [1, 2]}})
    print(number)
    async with db.tx() as tx:
        await tx.user.count()
    wanted: types.UserSelect = {"email": True, "posts": {"select": {"title": True}, "take": 1}, "boss": True}
    for selected in await db.user.find_many(select=wanted, order={"id": "asc"}):
        email: str = selected["email"]
        titles: list[str] = [post["title"] for post in selected["posts"]]
        print(email, titles, selected.get("_count"))
    chosen: types.UserSelected | None = await db.user.find_unique(where={"id": 1}, select={"role": True})
    print(chosen)
    async for each in db.user.stream(where={"visits": {"gt": 1}}, batch=100):
        print(each.email)
    async with aclosing(db.user.stream(select={"id": True})) as ids:
        async for number_of in ids:
            print(number_of["id"])
    async with db.batch_() as batch:
        batch.user.create({"email": "y"})


async def wrong(db: FlashClient) -> None:
    await db.user.find_unique(where={"name": "x"})  # type: ignore[call-overload]
    await db.user.find_many(where={"nothing": 1})  # type: ignore[call-overload]
    await db.user.find_many(where={"visits": {"contains": "x"}})  # type: ignore[call-overload]
    await db.user.find_many(where={"email": 1})  # type: ignore[call-overload]
    await db.user.find_many(order={"email": "up"})  # type: ignore[call-overload]
    await db.user.find_many(include={"email": True})  # type: ignore[call-overload]
    await db.user.create({})  # type: ignore[typeddict-item]
    await db.user.create({"email": "x", "role": "NOBODY"})  # type: ignore[typeddict-item]
    await db.user.create({"email": "x", "posts": {"create": {}}})  # type: ignore[typeddict-item]
    await db.user.update({"email": {"increment": 1}}, where={"id": 1})  # type: ignore[typeddict-item]
    await db.user.upsert(where={"id": 1}, data={"create": {"email": "x"}})  # type: ignore[typeddict-item]
    await db.user.find_many(select={"nothing": True})  # type: ignore[call-overload]
    await db.user.find_many(select={"id": True}, include={"posts": True})  # type: ignore[call-overload]
    found = await db.user.find_first_or_raise(select={"id": True})
    print(found["nothing"])  # type: ignore[typeddict-item]
    user = await db.user.find_unique_or_raise(where={"id": 1})
    print(user.nothing)  # type: ignore[attr-defined]
    print(user.posts[0])  # type: ignore[index]
