"""Chosen fields of documents, which are not there yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .documents import Server
from .errors import InvalidCall
from .scope import Steps
from .tables import Model

Arguments = Mapping[str, Any]


def find_unique(server: Server, model: Model, where: Arguments, select: Arguments) -> Steps[Any]:
    """InvalidCall."""
    raise InvalidCall(_MESSAGE)


def find_first(server: Server, model: Model, arguments: Arguments) -> Steps[Any]:
    """InvalidCall."""
    raise InvalidCall(_MESSAGE)


def find_many(server: Server, model: Model, arguments: Arguments) -> Steps[list[Any]]:
    """InvalidCall."""
    raise InvalidCall(_MESSAGE)


_MESSAGE = "On MongoDB records are read whole: there is no select."
