"""The arguments of calls that read, whatever the database is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from .errors import InvalidCall, RecordNotFound
from .tables import Model

Arguments = Mapping[str, Any]
Found = TypeVar("Found")


def page(arguments: Arguments) -> tuple[int | None, int | None]:
    """How many are wanted, and how many are left out before them."""
    take: int | None = arguments.get("take")
    skip: int | None = arguments.get("skip")
    if skip is not None and skip < 0:
        raise InvalidCall(f"skip leaves out so many of the first, not {skip}.")
    return take, skip or None


def of_one(arguments: Arguments) -> Arguments:
    """The same for the first record alone."""
    take = arguments.get("take")
    return {**arguments, "take": 1} if take is None or take > 1 else arguments


def must_be(model: Model, found: Found | None, sought: str) -> Found:
    """What must be there."""
    if found is None:
        raise RecordNotFound(model.name, sought)
    return found


def require_transaction(is_in_transaction: bool) -> None:
    """Rows stay locked until a transaction ends."""
    if not is_in_transaction:
        raise InvalidCall("Rows stay locked until a transaction ends, but there is none: use tx of db.tx().")


def require_alone(include: Any) -> None:
    """Records come with what is included, or as what is selected."""
    if include is not None:
        raise InvalidCall("Give select or include, not both: a select names relations among its fields.")


def given(
    where: Any, include: Any, order: Any, take: Any, skip: Any, cursor: Any, distinct: Any, lock: Any, select: Any
) -> dict[str, Any]:
    """The arguments that are there."""
    arguments: dict[str, Any] = {}
    if where is not None:
        arguments["where"] = where
    if include is not None:
        arguments["include"] = include
    if order is not None:
        arguments["order"] = order
    if take is not None:
        arguments["take"] = take
    if skip is not None:
        arguments["skip"] = skip
    if cursor is not None:
        arguments["cursor"] = cursor
    if distinct is not None:
        arguments["distinct"] = distinct
    if lock is not None:
        arguments["lock"] = lock
    if select is not None:
        require_alone(include)
        arguments["select"] = select
    return arguments
