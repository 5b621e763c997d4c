"""
Replays the conformance suite through a generated client: `replay.py FOLDER PROVIDER URL`. The folder has the client as
the package `flash_client`, and `suite.json`. Prints a line of JSON for each case: name, outcome, message.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import sys
import traceback
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import neutral
from neutral import NotOffered

FUNCTIONS = {
    "_count": "count",
    "_distinct": "distinct_count",
    "_sum": "sum",
    "_avg": "avg",
    "_min": "min",
    "_max": "max",
}
TYPES = {"bool": bool, "bytes": bytes, "floating": float, "decimal": Decimal, "DATE_TIME": datetime}
FLOAT = "the driver reads a FLOAT of MySQL as text, in which the server writes six digits"
ON_MYSQL = {"Float @db.Float, apart, 1: -16777216": FLOAT, "Float @db.Float, apart, many": FLOAT}
READ_AGAIN = {"update", "delete", "updateAsRead", "deleteAsRead", "createMany"}
"""Calls that give records, which MySQL has to be asked for: Java tells only how many, or asks for fewer."""


async def awaited(found: Any) -> Any:
    """The result of a call of either interface."""
    return await found if inspect.isawaitable(found) else found


class Block:
    """A block of either interface."""

    def __init__(self, manager: Any) -> None:
        self._manager = manager
        self._is_async = hasattr(manager, "__aenter__")

    async def __aenter__(self) -> Any:
        return await self._manager.__aenter__() if self._is_async else self._manager.__enter__()

    async def __aexit__(self, *error: object) -> Any:
        return await self._manager.__aexit__(*error) if self._is_async else self._manager.__exit__(*error)


class Replay:
    """Carries out the calls of cases."""

    def __init__(self, package: Any, provider: str) -> None:
        self._errors = package.errors
        self._tables = importlib.import_module("flash_client._schema").TABLES
        self.provider = provider

    async def outcome(self, db: Any, call: str, arguments: Any) -> Any:
        """What comes of a call, be it an error."""
        try:
            return neutral.plain(await self.call(db, call, arguments))
        except self._errors.FlashError as error:
            return {"error": type(error).__name__, "message": str(error)}

    async def reset(self, db: Any, statements: list[str]) -> None:
        """Empties the tables."""
        if self.provider == "mongodb":
            for name in reversed(self._tables.models):
                await awaited(getattr(db, name.lower()).delete_many())
            return
        async with Block(db.tx()) as inside:
            for text in statements:
                await awaited(inside.execute_raw(text))
            if self.provider == "mysql":
                await awaited(inside.execute_raw("SET FOREIGN_KEY_CHECKS = 1"))

    def possible(self, steps: list[Any]) -> list[Any]:
        """The steps without those of several records, and their expectations, whose values Python does not have."""
        lost: list[Any] = []
        for call, drafts, *_ in steps:
            if isinstance(drafts, list) and "." in call:
                model = self._tables.models[call.partition(".")[0]]
                lost += [draft["id"] for draft in drafts if "id" in draft and not neutral.is_offered(model, draft)]
        if not lost or isinstance(steps[0][1], dict):
            return steps
        return [
            [[item for item in part if item["id"] not in lost] if isinstance(part, list) else part for part in step]
            for step in steps
        ]

    async def call(self, db: Any, call: str, arguments: Any) -> Any:
        """The result of a call."""
        if call == "transaction":
            async with Block(db.tx()) as inside:
                for step in arguments:
                    await self.call(inside, step[0], step[1])
            return None
        if call == "savepoint":
            try:
                await self.call(db, "transaction", arguments)
            except self._errors.FlashError:
                return None
            return None
        if call == "sql":
            return await self._sql(db, arguments)
        name, _, method = call.partition(".")
        model = self._tables.models[name]
        own = getattr(db, name.lower())
        if method == "update":
            arguments = {**arguments, "data": await self._by_keys(db, model, arguments["data"])}
        reader = getattr(self, "_" + method, None)
        if reader is not None:
            return await reader(own, model, arguments)
        return await self._read(own, model, method, arguments)

    async def _read(self, own: Any, model: Any, method: str, arguments: dict[str, Any]) -> Any:
        wanted = self._chosen(model, arguments)
        if method == "exists" and "cursor" in wanted:
            return await awaited(own.find_first(**wanted)) is not None
        names = {"findMany": "find_many", "findFirst": "find_first", "count": "count", "exists": "exists"}
        return await awaited(getattr(own, names[method])(**wanted))

    def _chosen(self, model: Any, arguments: dict[str, Any]) -> dict[str, Any]:
        wanted: dict[str, Any] = {}
        if "where" in arguments:
            wanted["where"] = neutral.where(model, arguments["where"])
        if "orderBy" in arguments:
            wanted["order"] = neutral.order(arguments["orderBy"])
        if "include" in arguments:
            wanted["include"] = neutral.include(model, arguments["include"])
        for name in ("skip", "take"):
            if name in arguments:
                wanted[name] = arguments[name]
        if "lock" in arguments:
            wanted["lock"] = arguments["lock"].replace("noWait", "no_wait").replace("skipLocked", "skip_locked")
        if arguments.get("distinct") is True:
            wanted["distinct"] = list(arguments["select"])
        if "select" in arguments:
            wanted["select"] = neutral.select(model, arguments["select"])
        for place in ("after", "before"):
            if place in arguments:
                wanted["cursor"] = neutral.unique(model, arguments[place])
                wanted["skip"] = wanted.get("skip", 0) + 1
        if "before" in arguments:
            wanted["take"] = -wanted.get("take", 1_000_000)
        return wanted

    async def _stream(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        stream = own.stream(**self._chosen(model, arguments), batch=arguments["fetchSize"])
        return [record async for record in stream] if hasattr(stream, "__aiter__") else list(stream)

    async def _reload(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        return await self._get(own, model, arguments)

    async def _save(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        """A record as it is: created, or changed by its key and, where it has one, its version."""
        row = neutral.data(model, arguments)
        key = {column.name: row[column.name] for column in model.primary.columns}
        where = neutral.unique(model, key)
        rest = {name: item for name, item in row.items() if name not in key and not model.by_name[name].is_updated_at}
        if model.version is not None and await awaited(own.exists(where=key)):
            where[model.version.name] = rest.pop(model.version.name)
            return await awaited(own.update(rest, where=where))
        return await awaited(own.upsert(where=where, data={"create": row, "update": rest}))

    async def _by_keys(self, db: Any, model: Any, data: dict[str, Any]) -> dict[str, Any]:
        """Children that a condition chooses, to be connected or not, by their keys; by no record's if there are none."""
        found = dict(data)
        for name, relation in model.relations.items():
            if not relation.is_list or not isinstance(data.get(name), dict):
                continue
            target = relation.target
            for action in {"connect", "disconnect"} & set(data[name]):
                wanted = data[name][action]
                if isinstance(wanted, dict) and not neutral.is_key(target, wanted):
                    key = target.primary.columns[0].name
                    calls = getattr(db, target.name.lower())
                    children = await awaited(calls.find_many(where=neutral.where(target, wanted)))
                    keys = [getattr(child, key) for child in children] or [0]
                    found[name] = {**found[name], action: {key: {"in": keys}}}
        return found

    async def _findUnique(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        return await awaited(own.find_unique(where=neutral.unique(model, arguments["where"])))

    async def _get(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        return await awaited(own.find_unique_or_raise(where=neutral.unique(model, arguments["where"])))

    async def _aggregate(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        return await awaited(own.aggregate(**self._chosen(model, arguments), **self._functions(arguments)))

    async def _groupBy(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        wanted = {**self._chosen(model, arguments), **self._functions(arguments)}
        if "orderBy" in arguments:
            wanted["order"] = arguments["orderBy"]
        if "having" in arguments:
            wanted["having"] = neutral.having(arguments["having"])
        return await awaited(own.group_by(arguments["by"], **wanted))

    def _functions(self, arguments: dict[str, Any]) -> dict[str, Any]:
        return {own: arguments[name] for name, own in FUNCTIONS.items() if name in arguments}

    async def _create(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        return await awaited(own.create(neutral.data(model, arguments)))

    async def _createMany(self, own: Any, model: Any, arguments: list[Any]) -> Any:
        return await awaited(own.create_many_and_return([neutral.data(model, item) for item in arguments]))

    async def _copyIn(self, own: Any, model: Any, arguments: list[Any]) -> Any:
        return await awaited(own.create_many([neutral.data(model, item) for item in arguments]))

    async def _createManySkippingDuplicates(self, own: Any, model: Any, arguments: list[Any]) -> Any:
        rows = [neutral.data(model, item) for item in arguments]
        return await awaited(own.create_many(rows, skip_duplicates=True))

    async def _update(self, own: Any, model: Any, arguments: dict[str, Any]) -> bool:
        where = neutral.unique(model, arguments["where"])
        return await awaited(own.update(neutral.data(model, arguments["data"]), where=where)) is not None

    async def _updateAsRead(self, own: Any, model: Any, arguments: dict[str, Any]) -> bool:
        row = arguments["row"]
        where = {"id": row["id"], "edits": row["edits"]}
        return await awaited(own.update(neutral.data(model, arguments["data"]), where=where)) is not None

    async def _deleteAsRead(self, own: Any, model: Any, arguments: dict[str, Any]) -> bool:
        row = arguments["row"]
        return await awaited(own.delete(where={"id": row["id"], "edits": row["edits"]})) is not None

    async def _delete(self, own: Any, model: Any, arguments: dict[str, Any]) -> bool:
        return await awaited(own.delete(where=neutral.unique(model, arguments["where"]))) is not None

    async def _updateMany(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        where = neutral.where(model, arguments["where"])
        return await awaited(own.update_many(neutral.data(model, arguments["data"]), where=where))

    async def _updateAll(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        return await awaited(own.update_many(neutral.data(model, arguments["data"])))

    async def _deleteMany(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        return await awaited(own.delete_many(where=neutral.where(model, arguments["where"])))

    async def _deleteAll(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        return await awaited(own.delete_many())

    async def _upsert(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        # A number that the database gives is one that no record has.
        key = {name: arguments["create"].get(name, 0) for name in arguments["by"]}
        both = {name: neutral.data(model, arguments[name]) for name in ("create", "update")}
        return await awaited(own.upsert(where=neutral.unique(model, key), data=both))

    async def _upsertMany(self, own: Any, model: Any, arguments: dict[str, Any]) -> Any:
        rows = [neutral.data(model, item) for item in arguments["create"]]
        changes = neutral.data(model, arguments["update"])
        return await awaited(own.upsert_many(by=arguments["by"], create=rows, update=changes))

    async def _sql(self, db: Any, arguments: dict[str, Any]) -> Any:
        text: str = arguments["text"]
        if self.provider == "postgresql":
            for number in range(text.count("?")):
                text = text.replace("?", f"${number + 1}", 1)
        parameters = [self._parameter(given) for given in arguments["parameters"]]
        if "rows" not in arguments:
            return await awaited(db.execute_raw(text, *parameters))
        names = [name.rpartition(".")[2] for name in text.removeprefix("SELECT ").partition(" FROM ")[0].split(", ")]
        wanted = [self._type(kind) for kind in arguments["rows"].values()]
        types = {name: kind for name, kind in zip(names, wanted) if kind is not None}
        if arguments.get("take") == "one":
            found = await awaited(db.query_first(text, *parameters, types=types))
            return dict(zip(arguments["rows"], found.values()))
        rows = await awaited(db.query_raw(text, *parameters, types=types))
        return [dict(zip(arguments["rows"], row.values())) for row in rows]

    def _column(self, field: str) -> Any:
        model, _, name = field.partition(".")
        return self._tables.models[model].by_name[name]

    def _parameter(self, given: Any) -> Any:
        """`{"User.createdAt": "2026-…"}` is a value of that field."""
        if not isinstance(given, dict):
            return given
        ((field, kept),) = given.items()
        column = self._column(field)
        enum = self._enum(column)
        return neutral.value(column, kept) if enum is None else enum(kept)

    def _type(self, kind: str) -> Any:
        """The type of a column of rows, where it has to be told."""
        if "." not in kind:
            return TYPES.get(kind)
        column = self._column(kind)
        return self._enum(column) or TYPES.get(column.type)

    def _enum(self, column: Any) -> Any:
        """The class of a column's enum: the one with the same values of the database."""
        enums = self._tables.enums.items()
        return next((kind for kind, members in enums if column.enum and set(members) == set(column.enum.values())), None)


async def run_case(replay: Replay, db: Any, case: dict[str, Any], statements: list[str]) -> None:
    """Raises AssertionError where something else comes out than is expected."""
    if replay.provider == "mysql" and case["name"] in ON_MYSQL:
        raise NotOffered(ON_MYSQL[case["name"]])
    statements.clear()
    for call, arguments, *rest in replay.possible(case["steps"]):
        expected = neutral.plain(rest[0]) if rest else None
        found = await replay.outcome(db, call, arguments)
        if isinstance(expected, dict) and "error" in expected:
            expected["error"] = neutral.ERRORS.get(expected["error"], expected["error"])
        elif isinstance(found, dict) and "error" in found:
            raise AssertionError(f"{call}: {found}")
        if rest and neutral.projected(found, expected) != expected:
            raise AssertionError(f"{call} gives {found}, not {expected}")
    calls = {step[0].partition(".")[2] for step in case["steps"]}
    is_counted = "statements" in case and not (replay.provider == "mysql" and calls & READ_AGAIN)
    if is_counted and len(statements) != case["statements"]:
        raise AssertionError(f"{len(statements)} statements, not {case['statements']}: {statements}")


def number(text: str) -> int | Decimal:
    """A number that JSON writes with a point or an exponent: `1E+1` is 10."""
    found = Decimal(text)
    return int(found) if found == found.to_integral_value() and found.adjusted() < 20 else found


def expanded(members: dict[str, Any]) -> Any:
    """`{"repeat": "x", "times": 1000}` is a text that no file should hold."""
    return members["repeat"] * members["times"] if set(members) == {"repeat", "times"} else members


async def main(folder: Path, provider: str, url: str) -> None:
    """Replays everything."""
    sys.path.insert(0, str(folder))
    package: Any = importlib.import_module("flash_client")
    text = (folder / "suite.json").read_text(encoding="utf-8")
    suite = json.loads(text, parse_float=number, object_hook=expanded)
    replay = Replay(package, provider)
    statements: list[str] = []
    async with Block(package.FlashClient(url)) as db:
        db.listen(lambda event: statements.append(event.sql))
        is_sown = False
        for case in suite["cases"]:
            if suite["seed"] and (not is_sown or not case["reads"]):
                await replay.reset(db, suite["reset"])
                for call, arguments in suite["seed"]:
                    await replay.call(db, call, arguments)
                for text in suite["pairs"]:
                    await awaited(db.execute_raw(text))
                is_sown = True
            outcome, message = "passed", ""
            try:
                await run_case(replay, db, case, statements)
            except NotOffered as reason:
                outcome, message = "skipped", str(reason)
            except AssertionError as failure:
                outcome, message = "failed", str(failure)
            except Exception:  # noqa: BLE001, the message says which
                outcome, message = "failed", traceback.format_exc()
            print(json.dumps({"name": case["name"], "outcome": outcome, "message": message}), flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
