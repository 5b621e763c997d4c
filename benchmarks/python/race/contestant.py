"""What everybody does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Protocol

COMMENTED_AT = datetime(2026, 3, 1, tzinfo=timezone.utc)
EPOCH = datetime(2026, 1, 1, tzinfo=timezone.utc)


@dataclass(slots=True)
class Entry:
    name: str
    email: str
    address: str | None
    flagged: bool
    created_at: datetime


def entry(number: int) -> Entry:
    """The one with this number, the same for everybody."""
    return Entry(
        f"name {number}",
        f"mail{number}@x.io",
        None if number % 2 == 0 else f"street {number}",
        number % 3 == 0,
        EPOCH + timedelta(seconds=number),
    )


class Contestant(Protocol):
    """Rows come back as objects or mappings; their columns are read by `equality`."""

    async def open(self, url: str) -> None: ...
    async def get_by_id(self, id: int) -> Any: ...
    async def page(self, from_name: str, skip: int) -> Any: ...
    async def thousand_rows(self) -> Any: ...
    async def insert_one(self, entry: Entry) -> Any: ...
    async def insert_many(self, entries: list[Entry]) -> Any: ...
    async def update(self, id: int, name: str, address: str) -> Any: ...
    async def upsert(self, name: str) -> Any: ...
    async def users_with_posts(self) -> Any: ...
    async def three_levels(self) -> Any: ...
    async def aggregate(self) -> Any: ...
    async def email_by_id(self, id: int) -> Any: ...
    async def top_users(self) -> Any: ...
    async def insert_comment(self, post_id: int, user_id: int, content: str) -> Any: ...
    async def close(self) -> None: ...
