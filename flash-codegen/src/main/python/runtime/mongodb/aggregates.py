"""Values of many records, which this client has on databases with SQL only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .documents import Server
from .errors import InvalidCall
from .scope import COUNT, Steps
from .tables import Model


def aggregate(server: Server, model: Model, arguments: Mapping[str, Any]) -> Steps[dict[str, Any]]:
    """Not there yet."""
    raise InvalidCall("On MongoDB the client has no aggregates: it has count.")
    yield COUNT, "", []


def group_by(server: Server, model: Model, arguments: Mapping[str, Any]) -> Steps[list[dict[str, Any]]]:
    """Not there yet."""
    raise InvalidCall("On MongoDB the client has no group_by.")
    yield COUNT, "", []
