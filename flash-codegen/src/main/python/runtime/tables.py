"""The models of a client as the compiled calls need them: read once from what the generator wrote."""

from __future__ import annotations

import keyword
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .errors import InvalidCall
from .makers import maker

Convert = Callable[[Any], Any]
"""From a value of Python to one of the driver, or the other way round; never given None."""
MapRows = Callable[[Sequence[Any]], list[Any]]
"""Makes records of rows; columns beyond those of the model are left alone."""


def attribute(name: str) -> str:
    """A field's name in Python."""
    return name + "_" if keyword.iskeyword(name) else name


class Column:
    """A column of a model."""

    __slots__ = (
        "array_type",
        "attribute",
        "database_name",
        "default",
        "encoding",
        "enum",
        "in_database",
        "index",
        "is_generated",
        "is_list",
        "is_nullable",
        "is_updated_at",
        "is_version",
        "members",
        "name",
        "read",
        "sql",
        "type",
        "write",
    )

    def __init__(self, index: int, tree: Mapping[str, Any], enums: Mapping[str, Any]) -> None:
        self.index = index
        self.name: str = tree["name"]
        self.attribute = attribute(self.name)
        self.database_name: str = tree["databaseName"]
        self.sql: str = tree["sql"]
        self.type: str = tree["type"]
        self.encoding: str = tree["encoding"]
        self.array_type: str | None = tree.get("arrayType")
        self.enum: dict[str, str] | None = enums[tree["enum"]] if "enum" in tree else None
        self.is_list: bool = tree.get("isList", False)
        self.is_nullable: bool = tree.get("isNullable", False)
        self.is_updated_at: bool = tree.get("isUpdatedAt", False)
        self.is_version: bool = tree.get("isVersion", False)
        self.is_generated: bool = tree.get("isGenerated", False)
        self.members: tuple[Column, ...] = ()
        """Those of a composite type."""
        self.in_database: bool = tree.get("default", {}).get("database", False)
        self.default: Callable[[], Any] | None = None
        self.write: Convert | None = None
        self.read: Convert | None = None

    def encoded(self, value: Any) -> Any:
        """A value as the driver takes it."""
        if value is None or self.write is None:
            return value
        return self.write(value)

    def decoded(self, value: Any) -> Any:
        """A value of the driver as code sees it."""
        if value is None or self.read is None:
            return value
        return self.read(value)


class Key:
    """A primary key or unique, with the statements that go by it alone."""

    __slots__ = ("columns", "delete", "is_primary", "name", "select")

    def __init__(self, tree: Mapping[str, Any], by_name: Mapping[str, Column]) -> None:
        self.name: str = tree["name"]
        self.columns = tuple(by_name[name] for name in tree["columns"])
        self.is_primary: bool = tree.get("isPrimary", False)
        self.select: str = tree.get("select", "")
        self.delete: str = tree.get("delete", "")


class Relation:
    """One end of a relation; the columns of the other equal those of this one, in the same order."""

    __slots__ = (
        "attribute",
        "is_list",
        "is_nullable",
        "is_of_pairs",
        "is_owning",
        "kept",
        "local",
        "name",
        "opposite",
        "remote",
        "source",
        "target",
        "through",
    )

    source: Model
    target: Model
    remote: tuple[Column, ...]

    def __init__(self, tree: Mapping[str, Any], by_name: Mapping[str, Column]) -> None:
        self.name: str = tree["name"]
        self.attribute = attribute(self.name)
        self.is_list: bool = tree.get("isList", False)
        self.is_nullable: bool = tree.get("isNullable", False)
        self.local = tuple(by_name[name] for name in tree["local"])
        self.through: Mapping[str, str] | None = tree.get("through")
        self.is_of_pairs = self.through is not None or self.local[0].is_list
        """Many-to-many: by a table of pairs, or by a list of keys at each end."""
        self.is_owning: bool = tree.get("isOwning", False) and not self.is_of_pairs
        self.opposite: str | None = tree.get("opposite")
        """The other end of a relation by lists of keys."""
        self.kept: Mapping[str, str] | None = tree.get("kept")


class Model:
    """A table or view."""

    __slots__ = (
        "always",
        "by_name",
        "columns",
        "constraints",
        "database_name",
        "given",
        "given_names",
        "has_hidden_keys",
        "insert_returning",
        "insert_sql",
        "is_view",
        "kept",
        "keys",
        "made",
        "map",
        "name",
        "numbered",
        "numbered_select",
        "plain",
        "primary",
        "relations",
        "returning",
        "table",
        "uniques",
        "updated_at",
        "version",
    )

    def __init__(self, name: str, tree: Mapping[str, Any], enums: Mapping[str, Any], map_rows: MapRows) -> None:
        self.name = name
        self.table: str = tree["table"]
        self.database_name: str = tree["databaseName"]
        self.is_view: bool = tree.get("isView", False)
        self.columns: tuple[Column, ...] = tuple(
            Column(index, column, enums) for index, column in enumerate(tree["columns"])
        )
        self.by_name = {column.name: column for column in self.columns}
        self.keys = tuple(Key(key, self.by_name) for key in tree.get("keys", ()))
        self.uniques = {key.name: key for key in self.keys}
        self.primary = next((key for key in self.keys if key.is_primary), None)
        self.relations = {relation["name"]: Relation(relation, self.by_name) for relation in tree.get("relations", ())}
        self.kept = tuple(relation for relation in self.relations.values() if relation.kept is not None)
        """Those whose other ends refer to this model, which the client looks after."""
        self.constraints = tuple((item["name"], tuple(item["fields"])) for item in tree.get("constraints", ()))
        self.updated_at = tuple(column for column in self.columns if column.is_updated_at)
        self.version = next((column for column in self.columns if column.is_version), None)
        self.map = map_rows
        insert = tree.get("insert")
        self.insert_sql: str | None = insert["sql"] if insert else None
        self.always = tuple(self.by_name[name] for name in insert.get("always", ())) if insert else ()
        self.given = tuple(self.by_name[name] for name in insert.get("given", ())) if insert else ()
        self.given_names = frozenset(column.name for column in self.given)
        self.plain = frozenset(column.name for column in self.columns if not column.is_generated)
        """The fields of which a new record takes a value as it is."""
        self.made: tuple[tuple[str, Callable[[], Any]], ...] = ()
        """The fields whose values the client makes, and how."""
        numbered = insert.get("numbered") if insert else None
        self.numbered = self.by_name[numbered["column"]] if numbered else None
        self.numbered_select: str = numbered["select"] if numbered else ""
        self.has_hidden_keys: bool = insert.get("hasHiddenKeys", False) if insert else False
        self.returning: str = insert["returning"] if insert else ""
        self.insert_returning = (self.insert_sql or "") + self.returning

    def at(self, index: int) -> Column:
        """The column of a place."""
        return self.columns[index]

    def column(self, name: str) -> Column:
        """The column of a field."""
        found = self.by_name.get(name)
        if found is None:
            raise InvalidCall(f"{self.name} has no field {name!r} that has values.")
        return found

    def relation(self, name: str) -> Relation:
        """The relation of a field."""
        found = self.relations.get(name)
        if found is None:
            raise InvalidCall(f"{self.name} has no relation {name!r}.")
        return found


def key_of(columns: Sequence[Column], record: Any) -> Any:
    """A record's key as the driver takes it: a tuple if there are several columns; None if a part of it is null."""
    if len(columns) == 1:
        return columns[0].encoded(getattr(record, columns[0].attribute))
    parts = tuple(column.encoded(getattr(record, column.attribute)) for column in columns)
    return None if None in parts else parts


def _converters(
    column: Column,
    convert: Callable[[Column], tuple[Convert | None, Convert | None]],
    members: Mapping[str, Any],
) -> tuple[Convert | None, Convert | None]:
    write, read = convert(column)
    if column.type == "COMPOSITE":
        write, read = _document_writer(column), _document_reader(column)
    if column.enum is not None:
        write, read = _enum_writer(column, column.enum), members.__getitem__
    if not column.is_list:
        return write, read
    return _of_list(write), _of_list(read)


def _enum_writer(column: Column, values: Mapping[str, str]) -> Convert:
    def write(value: Any) -> str:
        try:
            return values[value]
        except KeyError:
            raise InvalidCall(f"{column.name} is one of {', '.join(values)}, not {value!r}.") from None

    return write


def _document_writer(column: Column) -> Convert:
    def write(value: Mapping[str, Any]) -> dict[str, Any]:
        known = {member.name: member for member in column.members}
        for name in value:
            if name not in known:
                raise InvalidCall(f"{column.name} has no member {name!r}.")
        document: dict[str, Any] = {}
        for name, member in known.items():
            given = value.get(name)
            if given is not None:
                document[member.database_name] = member.encoded(given)
            elif not member.is_nullable and not member.is_list:
                raise InvalidCall(f"{column.name}.{name} has no value, and is required.")
        return document

    return write


def _document_reader(column: Column) -> Convert:
    def read(value: Mapping[str, Any]) -> dict[str, Any]:
        return {
            member.name: member.decoded(value.get(member.database_name, [] if member.is_list else None))
            for member in column.members
        }

    return read


def _of_list(convert: Convert | None) -> Convert | None:
    if convert is None:
        return None
    return lambda values: [None if value is None else convert(value) for value in values]


def _complete(
    column: Column,
    tree: Mapping[str, Any],
    convert: Callable[[Column], tuple[Convert | None, Convert | None]],
    members: Mapping[str, Mapping[str, Any]],
    composites: Mapping[str, tuple[tuple[Column, ...], Any]],
) -> None:
    if "composite" in tree:
        column.members = composites[tree["composite"]][0]
    column.write, column.read = _converters(column, convert, members.get(tree.get("enum", ""), {}))
    column.default = maker(tree.get("default", {}), tree, column.enum)


class Tables:
    """All models of a client."""

    def __init__(
        self,
        descriptor: Mapping[str, Any],
        maps: Mapping[str, MapRows],
        members: Mapping[str, Mapping[str, Any]],
        convert: Callable[[Column], tuple[Convert | None, Convert | None]],
    ) -> None:
        """members are those of enums by the database's values; convert gives how values are written and read."""
        self.provider: str = descriptor["provider"]
        self.dialect: Mapping[str, Any] = descriptor["dialect"]
        enums: Mapping[str, Any] = descriptor.get("enums", {})
        trees: Mapping[str, Any] = descriptor["models"]
        composites = {
            name: (tuple(Column(i, column, enums) for i, column in enumerate(tree["columns"])), tree["columns"])
            for name, tree in descriptor.get("composites", {}).items()
        }
        for columns, column_trees in composites.values():
            for column, tree in zip(columns, column_trees):
                _complete(column, tree, convert, members, composites)
        self.models = {name: Model(name, tree, enums, maps[name]) for name, tree in trees.items()}
        for model in self.models.values():
            for tree in trees[model.name].get("relations", ()):
                relation = model.relations[tree["name"]]
                relation.source = model
                relation.target = self.models[tree["target"]]
                relation.remote = tuple(relation.target.by_name[name] for name in tree["remote"])
            for column, tree in zip(model.columns, trees[model.name]["columns"]):
                _complete(column, tree, convert, members, composites)
            model.made = tuple((column.name, column.default) for column in model.always if column.default is not None)
        self.enums: dict[type[Any], Mapping[str, Any]] = {}
        """The members of enums by the database's values."""
        for by_value in members.values():
            for member in by_value.values():
                self.enums[type(member)] = by_value
        self._by_table = {model.database_name: model for model in self.models.values()}

    def place(
        self, table: str | None, constraint: str | None, columns: Sequence[str]
    ) -> tuple[str | None, Sequence[str], str | None]:
        """Where a constraint sits, in the words of the schema file as far as the database told."""
        model = self._by_table.get(table) if table else None
        candidates = [model] if model else list(self.models.values())
        if constraint:
            known = [(m, fields) for m in candidates for name, fields in m.constraints if name == constraint]
            if len(known) == 1:
                return known[0][0].name, known[0][1], constraint
        names = {column.database_name: column.name for column in model.columns} if model else {}
        return model.name if model else table, [names.get(column, column) for column in columns], constraint
