"""
Creates, reads, changes and deletes a record of each model of an application: `applications.py FOLDER URL`. Prints how
many models that were.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
import uuid
from datetime import datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def value_of(column: Any, turn: int) -> Any:
    """A value for a column; another turn gives another one, where the type has more than one."""
    if column.is_list:
        return []
    if column.enum is not None:
        names = list(column.enum)
        return names[turn % 2 if len(names) > 1 else 0]
    values: dict[str, Any] = {
        "STRING": str(uuid.uuid4()) if column.array_type == "uuid[]" else f"t{turn}",
        "UUID": uuid.uuid4(),
        "BOOLEAN": turn % 2 == 0,
        "DECIMAL": Decimal(f"{turn}.5"),
        "FLOAT": turn + 0.5,
        "TIME": time(turn),
        "DATE_TIME": EPOCH + timedelta(days=turn),
        "DATE": (EPOCH + timedelta(days=turn)).date(),
        "JSON": {"turn": turn},
        "BYTES": bytes([turn]),
    }
    return values.get(column.type, turn)


def is_required(column: Any) -> bool:
    """Whether a new record must be given a value of a column."""
    is_made = column.default is not None or column.in_database or column.is_generated
    return not (column.is_nullable or column.is_list or is_made or column.is_updated_at or column.is_version)


def shown(value: Any) -> Any:
    """Texts of a fixed length are filled up."""
    return value.rstrip() if isinstance(value, str) else value


class Application:
    """The records of an application: those that refer to others behind them."""

    def __init__(self, db: Any, models: Any, accessors: dict[str, str]) -> None:
        self._db = db
        self._models = models
        self._accessors = accessors
        self.made: dict[str, Any] = {}
        self._in_progress: set[str] = set()

    def _own(self, model: Any) -> Any:
        return getattr(self._db, self._accessors[model.name])

    def _references(self, model: Any) -> list[Any]:
        required = {column.name for column in model.columns if is_required(column)}
        owning = [relation for relation in model.relations.values() if relation.is_owning]
        return [relation for relation in owning if any(column.name in required for column in relation.local)]

    async def record_of(self, name: str) -> Any:
        """The record of a model, made with those that it needs."""
        if name in self.made:
            return self.made[name]
        assert name not in self._in_progress, f"{name} needs itself"
        self._in_progress.add(name)
        model = self._models[name]
        data = {column.name: value_of(column, 1) for column in model.columns if is_required(column)}
        for relation in self._references(model):
            parent = await self.record_of(relation.target.name)
            for local, remote in zip(relation.local, relation.remote):
                data[local.name] = getattr(parent, remote.attribute)
        record = await self._own(model).create(data)
        self._require(model, record, data)
        self.made[name] = record
        return record

    def _require(self, model: Any, record: Any, data: dict[str, Any]) -> None:
        for name, value in data.items():
            found = getattr(record, model.by_name[name].attribute)
            assert shown(found) == shown(value), (model.name, name, found, value)

    def _where(self, model: Any, record: Any) -> dict[str, Any]:
        key = model.keys[0]
        values = {column.name: getattr(record, column.attribute) for column in key.columns}
        return values if len(values) == 1 else {key.name: values}

    async def read(self, name: str) -> None:
        """Reads a record alone and with all that belongs to it."""
        model = self._models[name]
        where = self._where(model, self.made[name])
        assert await self._own(model).find_unique(where=where) == self.made[name], name
        related = await self._own(model).find_first(where=where, include=dict.fromkeys(model.relations, True))
        for relation in self._references(model):
            assert getattr(related, relation.attribute) == self.made[relation.target.name], (name, relation.name)

    async def change(self, name: str) -> None:
        """Changes what is in no key and no reference."""
        model = self._models[name]
        kept = {column.name for key in model.keys for column in key.columns}
        kept |= {column.name for relation in model.relations.values() for column in relation.local}
        changed = [c for c in model.columns if c.name not in kept and not c.is_generated and not c.is_version]
        data = {column.name: value_of(column, 2) for column in changed}
        record = await self._own(model).update(data, where=self._where(model, self.made[name]))
        self._require(model, record, data)
        self.made[name] = record

    async def delete(self, name: str) -> None:
        """Deletes a record."""
        model = self._models[name]
        where = self._where(model, self.made[name])
        assert await self._own(model).delete(where=where) == self.made[name], name
        assert await self._own(model).find_unique(where=where) is None, name


async def main(folder: str, url: str) -> None:
    """Everything."""
    sys.path.insert(0, folder)
    package: Any = importlib.import_module("flash_client")
    models = importlib.import_module("flash_client._schema").TABLES.models
    async with package.FlashClient(url) as db:
        accessors = {own._model.name: name for name, own in vars(db).items() if hasattr(own, "_model")}
        application = Application(db, models, accessors)
        for name, model in models.items():
            # Rows of views are none of the client's making, nor those with a required column of an unknown type.
            if model.insert_sql is not None:
                await application.record_of(name)
        for name in application.made:
            await application.read(name)
        for name in application.made:
            await application.change(name)
        for name in reversed(application.made):
            await application.delete(name)
    print(f"{len(application.made)} models")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
