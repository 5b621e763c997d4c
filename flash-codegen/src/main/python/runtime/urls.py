"""The address of a database, as the schema file's `url` has it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from .errors import ConnectionFailure


class Address(NamedTuple):
    """The parts of a URL."""

    scheme: str
    host: str
    port: int | None
    user: str | None
    password: str | None
    database: str
    parameters: dict[str, str]


def parse(url: str) -> Address:
    """Takes a URL apart; the error repeats no part of it that may be a password."""
    try:
        parts = urlsplit(url.removeprefix("jdbc:"))
        return Address(
            parts.scheme,
            parts.hostname or "localhost",
            parts.port,
            unquote(parts.username) if parts.username else None,
            unquote(parts.password) if parts.password else None,
            unquote(parts.path.removeprefix("/")),
            _parameters(parts.query),
        )
    except ValueError as error:
        raise ConnectionFailure(
            "The URL of the database cannot be read: its form is scheme://user:password@host:port/database, with the"
            " characters : / ? # @ of a user or password written as %3A %2F %3F %23 %40."
        ) from error


def _parameters(query: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(query).items()}


def limits(url: str, size: int) -> tuple[int, float]:
    """How many connections there may be, and how many seconds to wait for one: `connection_limit`, `pool_timeout`."""
    parameters = _parameters(url.partition("?")[2])
    try:
        return max(1, int(parameters.get("connection_limit", size))), float(parameters.get("pool_timeout", 10))
    except ValueError as error:
        raise ConnectionFailure("connection_limit and pool_timeout of the URL are numbers.") from error
