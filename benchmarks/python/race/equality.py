"""Nobody is timed who does not give the same results."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

from .contestant import Contestant, entry
from .scene import Scene

CALLS: dict[str, Callable[[Contestant], Awaitable[Any]]] = {
    "get_by_id": lambda contestant: contestant.get_by_id(77),
    "page": lambda contestant: contestant.page("name 3", 40),
    "thousand_rows": lambda contestant: contestant.thousand_rows(),
    "users_with_posts": lambda contestant: contestant.users_with_posts(),
    "three_levels": lambda contestant: contestant.three_levels(),
    "aggregate": lambda contestant: contestant.aggregate(),
    "insert_one": lambda contestant: contestant.insert_one(entry(5)),
    "insert_many": lambda contestant: contestant.insert_many([entry(number) for number in range(100, 1100)]),
    "update": lambda contestant: contestant.update(7001, "name 8", "street"),
    "get_by_id after update": lambda contestant: contestant.get_by_id(7001),
    "upsert of a new one": lambda contestant: contestant.upsert("visits"),
    "upsert of an old one": lambda contestant: contestant.upsert("visits"),
    "email_by_id": lambda contestant: contestant.email_by_id(77),
    "top_users": lambda contestant: contestant.top_users(),
    "insert_comment": lambda contestant: contestant.insert_comment(3, 4, "well said"),
}

#: What is compared of a row, and the names that others have for it.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "name": ("name",),
    "email": ("email",),
    "address": ("address",),
    "is_admin": ("is_admin", "isAdmin", "isadmin"),
    "created_at": ("created_at", "createdAt"),
    "user_id": ("user_id", "userId"),
    "post_id": ("post_id", "postId"),
    "title": ("title",),
    "content": ("content",),
    "label": ("label",),
    "note": ("note",),
    "kind": ("kind",),
    "small": ("small",),
    "big": ("big",),
    "ratio": ("ratio",),
    "amount": ("amount",),
    "active": ("active",),
    "optional": ("optional",),
    "taken_at": ("taken_at", "takenAt"),
    "ended_at": ("ended_at", "endedAt"),
    "flagged": ("flagged",),
    "hits": ("hits",),
    "count": ("count",),
    "posts": ("posts",),
    "comments": ("comments",),
}

RELATIONS = ("posts", "comments")

#: What a call loads; elsewhere a class may have them empty, or not at all.
LOADED = {"users_with_posts": {"posts"}, "three_levels": {"posts", "comments"}, "top_users": {"posts"}}


async def require_equal(scene: Scene, contestants: Mapping[str, Callable[[], Contestant]]) -> None:
    """Raises, naming the contestant and the call that differ."""
    expected: dict[str, Any] = {}
    for name, make in contestants.items():
        await scene.reset()
        contestant = make()
        await contestant.open(scene.url)
        for call, run in CALLS.items():
            result = _neutral(await run(contestant), LOADED.get(call, set()))
            if expected.setdefault(call, result) != result:
                raise AssertionError(f"{name} differs in {call}\n  expected {expected[call]!r:.600}\n  but was  {result!r:.600}")
        await contestant.close()


def _neutral(value: Any, loaded: set[str]) -> Any:
    if value is None or isinstance(value, bool | str | float):
        return value
    if isinstance(value, int | Decimal):
        return Decimal(value)
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=timezone.utc)
    row = {
        column: _neutral(_member(value, names), loaded)
        for column, names in COLUMNS.items()
        # A relation that was not loaded may be there and empty, or load when it is looked at.
        if column not in RELATIONS or column in loaded
        if _has(value, names)
        if column not in RELATIONS or _member(value, names) is not None
    }
    if row or isinstance(value, Mapping):
        return row
    assert isinstance(value, Iterable), value
    return [_neutral(item, loaded) for item in value]


def _has(value: Any, names: tuple[str, ...]) -> bool:
    if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return False
    return any(name in value if isinstance(value, Mapping) or hasattr(value, "keys") else hasattr(value, name) for name in names)


def _member(value: Any, names: tuple[str, ...]) -> Any:
    for name in names:
        if isinstance(value, Mapping) or hasattr(value, "keys"):
            if name in value:
                return value[name]
        elif hasattr(value, name):
            return getattr(value, name)
    raise KeyError(names)
