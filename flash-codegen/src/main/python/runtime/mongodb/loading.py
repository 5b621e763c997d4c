"""Gives written records with what belongs to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .documents import Server
from .reads import find_unique
from .scope import Steps
from .tables import Model


def with_related(
    server: Server, model: Model, include: Mapping[str, Any] | None, write: Callable[..., Steps[Any]], *arguments: Any
) -> Steps[Any]:
    """Writes a record; reads it again with its relations if any are wanted."""
    record = yield from write(server, model, *arguments)
    if not include or record is None or model.primary is None:
        return record
    (key,) = model.primary.columns
    return (yield from find_unique(server, model, {key.name: getattr(record, key.attribute)}, include))
