"""Who takes part; the one that the others are measured by comes first."""

from __future__ import annotations

from collections.abc import Callable

from ..contestant import Contestant
from .asyncpg import HandWritten, Pooled
from .flash import Flash
from .piccolo import Piccolo
from .sqlalchemy_core import SqlalchemyCore
from .sqlalchemy_orm import SqlalchemyOrm
from .tortoise import Tortoise

CONTESTANTS: dict[str, Callable[[], Contestant]] = {
    "hand-written": HandWritten,
    "flash": Flash,
    "naive": Pooled,
    "sqlalchemy-core": SqlalchemyCore,
    "sqlalchemy-orm": SqlalchemyOrm,
    "tortoise": Tortoise,
    "piccolo": Piccolo,
}
