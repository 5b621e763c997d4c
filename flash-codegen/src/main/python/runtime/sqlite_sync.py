"""SQLite for programs without an event loop."""

from __future__ import annotations

from .sqlite import Connection, path_of, scopes
from .tables import Tables
from .urls import limits


class Driver:
    """Opens connections to a file."""

    def __init__(self, url: str, tables: Tables) -> None:
        self._path = path_of(url)
        self._tables = tables
        self._scope = scopes(tables.dialect)
        # A database in memory belongs to its one connection.
        self.size, self.timeout = limits(url, 1 if self._path in ("", ":memory:") else 4)

    def connect(self) -> Connection:
        """A new connection."""
        return Connection(self._path, self._scope, self._tables)
