"""Gives written records with what belongs to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .errors import InvalidCall
from .reads import by_keys
from .related import includes
from .scope import Scope, Steps
from .tables import Model, key_of


def with_related(
    scope: Scope, model: Model, include: Mapping[str, Any] | None, write: Callable[..., Steps[Any]], *arguments: Any
) -> Steps[Any]:
    """Writes a record; reads it again with its relations if any are wanted."""
    record = yield from write(scope, model, *arguments)
    if not include or record is None:
        return record
    if not model.keys:
        raise InvalidCall(f"{model.name} has no key to read it again by.")
    key = model.primary or model.keys[0]
    found = yield from by_keys(scope, model, key.columns, [key_of(key.columns, record)], includes(model, include))
    return found[0] if found else record
