"""What listeners are told."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class StatementEvent(NamedTuple):
    """A statement that was carried out. Its parameters are not told: they may be secrets."""

    sql: str
    seconds: float
    rows: int


Listener = Callable[[StatementEvent], None]
