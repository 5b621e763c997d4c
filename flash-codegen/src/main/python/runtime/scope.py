"""What a compiled call must know of the database that it runs on, and the steps that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Mapping, Sequence
from typing import Any, TypeGuard, TypeVar

from .errors import InvalidCall

ROWS = "rows"
"""A statement that gives rows."""
QUERY = "query"
"""A statement that gives the names of its columns, and rows."""
COUNT = "count"
"""A statement that gives the number of rows that it changed."""
NUMBER = "number"
"""An insert that gives the number of the new row."""
BEGIN = "begin"
"""Begins a transaction, or a savepoint in one."""
COMMIT = "commit"
ROLLBACK = "rollback"
OPEN = "open"
"""A statement whose rows are fetched in parts: gives the name of a cursor, the text of the steps that use it."""
FETCH = "fetch"
"""The next so many rows of a cursor."""
CLOSE = "close"
"""Leaves the rest of a cursor unread, if there is one."""
STATEMENTS = frozenset((ROWS, QUERY, COUNT, NUMBER, OPEN))
"""What listeners are told of."""

Step = tuple[str, str, list[Any]]
"""What is to be done, its SQL, its parameters."""
Result = TypeVar("Result")
Steps = Generator[Step, Any, Result]
"""A call without input or output: it yields what is to be done, and is sent what came of it."""

Kind = tuple[Callable[[Any], Any], Callable[[Any], Any]]
"""How values of a type are written and read; never given None."""

_MOST_TEXTS = 2048


class Scope:
    """One kind of database: its fragments of SQL, its abilities, the texts of the calls that were compiled for it."""

    __slots__ = (
        "_fragments",
        "_texts",
        "deletes_returning",
        "has_arrays",
        "has_transactions",
        "inserts_returning",
        "is_glob",
        "kinds",
        "most_parameters",
        "path_key",
        "placeholders",
        "raw",
        "updates_returning",
    )

    def __init__(
        self,
        dialect: Mapping[str, Any],
        placeholders: Callable[[str], str],
        *,
        variant: str = "",
        most_parameters: int,
        raw: Callable[[str], str] = str,
        inserts_returning: bool = True,
        updates_returning: bool = True,
        deletes_returning: bool = True,
        kinds: Mapping[type[Any], Kind] | None = None,
        path_key: Callable[[str], str] | None = None,
    ) -> None:
        """
        placeholders writes the question marks of a text as the driver wants them, raw those of somebody's own; kinds are
        types of values in statements of one's own that the driver has otherwise; path_key writes a key in a path of JSON.
        """
        self._fragments: dict[str, str] = {**dialect["fragments"], **dialect.get("variants", {}).get(variant, {})}
        self._texts: dict[Hashable, str] = {}
        self.placeholders = placeholders
        self.raw = raw
        self.kinds: Mapping[type[Any], Kind] = kinds or {}
        self.path_key = path_key
        self.is_glob: bool = dialect["patterns"] == "GLOB"
        self.has_arrays: bool = dialect.get("hasArrays", False)
        self.has_transactions = True
        self.most_parameters = most_parameters
        self.inserts_returning = inserts_returning
        self.updates_returning = updates_returning
        self.deletes_returning = deletes_returning

    def has(self, fragment: str) -> bool:
        """Whether the database has this at all."""
        return fragment in self._fragments

    def fragment(self, fragment: str) -> str:
        """A piece of SQL."""
        text = self._fragments.get(fragment)
        if text is None:
            raise InvalidCall(f"This database has no {fragment}.")
        return text

    def keys_at_once(self, columns: int) -> int:
        """How many keys one statement takes: a power of two, as they are filled up to one."""
        if columns == 1 and self.has_arrays:
            return 1 << 30
        most = max(1, self.most_parameters // columns // 2)
        return min(8192, 1 << (most.bit_length() - 1))

    def text(self, key: Hashable, write: Callable[..., str], *arguments: Any) -> str:
        """The statement of a shape, written once; the one that was written first goes when there are too many."""
        text = self._texts.get(key)
        if text is None:
            text = self.placeholders(write(self, *arguments))
            if len(self._texts) >= _MOST_TEXTS:
                del self._texts[next(iter(self._texts))]
            self._texts[key] = text
        return text

    def constant(self, text: str) -> str:
        """A statement that the generator wrote, as the driver wants it."""
        found = self._texts.get(text)
        if found is None:
            found = self._texts[text] = self.placeholders(text)
        return found


def is_mapping(value: Any) -> TypeGuard[Mapping[str, Any]]:
    """Whether a value has members."""
    return type(value) is dict or isinstance(value, Mapping)


def is_list(value: Any) -> TypeGuard[Sequence[Any]]:
    """Whether a value has items."""
    return isinstance(value, (list, tuple))


def atomically(steps: Steps[Result]) -> Steps[Result]:
    """All or nothing: in a transaction of its own, or in a savepoint of the one that there is."""
    yield BEGIN, "", []
    try:
        result = yield from steps
    except Exception:
        yield ROLLBACK, "", []
        raise
    yield COMMIT, "", []
    return result


def at_best(has_transactions: bool, steps: Steps[Result]) -> Steps[Result]:
    """All or nothing where the server has transactions, else one after another."""
    return atomically(steps) if has_transactions else steps


def room(count: int) -> int:
    """How many parameters stand for so many values, so that lists of many lengths share a statement."""
    return count if count <= 1 else 1 << (count - 1).bit_length()


def filled(values: list[Any]) -> list[Any]:
    """Filled up with the last value to the room that they take."""
    missing = room(len(values)) - len(values)
    return values + values[-1:] * missing if missing else values
