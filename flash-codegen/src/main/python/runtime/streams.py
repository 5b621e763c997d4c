"""Reads records a batch at a time, so that no more of them are in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .errors import InvalidCall
from .reads import planned
from .scope import CLOSE, FETCH, OPEN, Scope, Steps
from .selects import Selection, taken
from .sql import WHOLE
from .tables import Model


class Source:
    """The rows of one statement: opened, taken until a batch is empty, closed."""

    __slots__ = ("_arguments", "_batch", "_cursor", "_map", "_model", "_shape")

    def __init__(self, model: Model, arguments: Mapping[str, Any], batch: int) -> None:
        if batch < 1:
            raise InvalidCall(f"A batch has at least one record, not {batch}.")
        self._model = model
        self._arguments = arguments
        self._batch = batch
        self._cursor: str | None = None
        self._map: Callable[[Sequence[Any]], list[Any]] = model.map
        self._shape = WHOLE
        if "select" in arguments:
            selection = Selection(model, arguments["select"])
            if selection.lists or any(inner.lists for _, inner in selection.ones):
                raise InvalidCall("A stream selects no lists of related records.")
            self._map = lambda rows: taken(selection, rows, 0, [])[0]
            self._shape = selection.shape

    def open(self, scope: Scope) -> Steps[None]:
        """Begins to read."""
        plan = yield from planned(scope, self._model, self._arguments, self._shape)
        if plan is not None:
            text, values, is_reversed = plan
            if is_reversed:
                raise InvalidCall("A stream goes forwards: a negative take is for find_many.")
            self._cursor = yield OPEN, text, values

    def take(self, scope: Scope) -> Steps[list[Any]]:
        """The next records; none at the end."""
        if self._cursor is None:
            return []
        rows = yield FETCH, self._cursor, [self._batch]
        return self._map(rows)

    def close(self, scope: Scope) -> Steps[None]:
        """Ends it, be it read or not."""
        if self._cursor is not None:
            yield CLOSE, self._cursor, []
