"""Reads records a batch at a time, so that no more of them are in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .arguments import page
from .documents import records
from .errors import InvalidCall
from .reads import stages_of
from .scope import CLOSE, FETCH, OPEN, Steps
from .selects import selected
from .tables import Model


class Source:
    """The documents of one command: opened, taken until a batch is empty, closed."""

    __slots__ = ("_arguments", "_batch", "_cursor", "_model")

    def __init__(self, model: Model, arguments: Mapping[str, Any], batch: int) -> None:
        if batch < 1:
            raise InvalidCall(f"A batch has at least one record, not {batch}.")
        select: Mapping[str, Any] = arguments.get("select") or {}
        if any(name not in model.by_name for name, wanted in select.items() if wanted):
            raise InvalidCall("On MongoDB a stream selects fields of the documents themselves.")
        self._model = model
        self._arguments = arguments
        self._batch = batch
        self._cursor: str | None = None

    def open(self, server: Any) -> Steps[None]:
        """Begins to read."""
        take, skip = page(self._arguments)
        stages = yield from stages_of(server, self._model, self._arguments)
        if take is not None and take < 0:
            raise InvalidCall("A stream goes forwards: a negative take is for find_many.")
        if stages is None or take == 0:
            return
        if skip:
            stages.append({"$skip": skip})
        if take is not None:
            stages.append({"$limit": take})
        self._cursor = yield OPEN, f"{self._model.database_name}.aggregate", [stages, self._batch]

    def take(self, server: Any) -> Steps[list[Any]]:
        """The next records; none at the end."""
        if self._cursor is None:
            return []
        documents = yield FETCH, self._cursor, [self._batch]
        select = self._arguments.get("select")
        if select is None:
            return records(self._model, documents)
        return (yield from selected(server, self._model, documents, select))

    def close(self, server: Any) -> Steps[None]:
        """Ends it, be it read or not."""
        if self._cursor is not None:
            yield CLOSE, self._cursor, []
