"""What is timed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from .contestant import Contestant, entry
from .scene import POSTS, USERS

_counter = 0


def _next() -> int:
    """An id of a user: all of them, in an order that no cache likes best."""
    global _counter
    _counter = (_counter + 7919) % USERS
    return _counter + 1


async def _insert_thousand(contestant: Contestant) -> Any:
    first = _next()
    return await contestant.insert_many([entry(number) for number in range(first, first + 1000)])


async def _update(contestant: Contestant) -> Any:
    id = _next()
    return await contestant.update(id, f"name {id % 997}", "another street")


async def _mixed(contestant: Contestant) -> None:
    """Twelve operations, after which the pattern of the seed figures' mixed workload repeats."""
    for i in range(12):
        id = _next()
        if i % 4 == 0:
            await contestant.insert_comment(id % POSTS + 1, id, "a comment")
        elif i % 3 == 0:
            await contestant.top_users()
        else:
            await contestant.email_by_id(id)


Task = Callable[[Contestant], Awaitable[Any]]

#: With the number of operations of one call, whose time is what is told.
TASKS: dict[str, tuple[Task, int]] = {
    "getById": (lambda contestant: contestant.get_by_id(_next()), 1),
    "page": (lambda contestant: contestant.page("name 3", 40), 1),
    "thousandRows": (lambda contestant: contestant.thousand_rows(), 1),
    "insertOne": (lambda contestant: contestant.insert_one(entry(_next())), 1),
    "insertThousand": (_insert_thousand, 1),
    "update": (_update, 1),
    "upsert": (lambda contestant: contestant.upsert(f"tally {_next() % 500}"), 1),
    "usersWithPosts": (lambda contestant: contestant.users_with_posts(), 1),
    "threeLevels": (lambda contestant: contestant.three_levels(), 1),
    "aggregate": (lambda contestant: contestant.aggregate(), 1),
    "mixed": (_mixed, 12),
}
