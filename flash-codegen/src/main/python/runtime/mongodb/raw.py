"""There are no statements of one's own without SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .documents import Server
from .errors import InvalidCall
from .scope import COUNT, Steps
from .tables import Tables


def execute(server: Server, text: str, values: Sequence[Any], tables: Tables) -> Steps[int]:
    """Refused."""
    raise InvalidCall("MongoDB has no SQL: use a MongoClient of pymongo beside this client.")
    yield COUNT, "", []


def query(
    server: Server,
    text: str,
    values: Sequence[Any],
    tables: Tables,
    model: type[Any] | None,
    types: Mapping[str, type[Any]] | None,
) -> Steps[list[Any]]:
    """Refused."""
    raise InvalidCall("MongoDB has no SQL: use a MongoClient of pymongo beside this client.")
    yield COUNT, "", []
