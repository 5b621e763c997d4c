"""Streams of documents, which are not there yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import InvalidCall
from .scope import Steps
from .tables import Model


class Source:
    """Never made."""

    def __init__(self, model: Model, arguments: Mapping[str, Any], batch: int) -> None:
        raise InvalidCall("On MongoDB there are no streams.")

    def open(self, server: Any) -> Steps[None]:
        """Begins to read."""
        raise NotImplementedError

    def take(self, server: Any) -> Steps[list[Any]]:
        """The next records; none at the end."""
        raise NotImplementedError

    def close(self, server: Any) -> Steps[None]:
        """Ends it."""
        raise NotImplementedError
