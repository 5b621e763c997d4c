"""What the calls of a client raise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class FlashError(Exception):
    """Whatever goes wrong. Its cause is the driver's error where there is one."""

    code = "F8000"
    """One for each class, which never changes its meaning."""
    prisma_code: str | None = None
    """What Prisma calls the same."""


class StatementFailure(FlashError):
    """The database refused a statement for a reason that no other class names."""


class RecordNotFound(FlashError):
    """A record that must exist does not."""

    code = "F8001"
    prisma_code = "P2025"

    def __init__(self, model: str, sought: str) -> None:
        super().__init__(f"No {model} was found for the given {sought}.")
        self.model = model


class ConstraintViolation(FlashError):
    """The database refused a write because of one of its constraints."""

    def __init__(self, model: str | None, fields: Sequence[str], constraint: str | None) -> None:
        self.model = model
        """The model, or the table's name if it belongs to no model; None where the database does not tell."""
        self.fields = tuple(fields)
        """The fields of the constraint; empty where the database does not tell."""
        self.constraint = constraint
        """Its name in the database, if it has one."""
        super().__init__(self._text())

    def _text(self) -> str:
        raise NotImplementedError

    def _place(self, prefix: str) -> str:
        names = self.fields[0] if len(self.fields) == 1 else f"({', '.join(self.fields)})" if self.fields else ""
        text = ".".join(part for part in (self.model, names) if part)
        return prefix + text if text else ""

    def _constraint(self) -> str:
        return f" (constraint {self.constraint})" if self.constraint else ""


class UniqueViolation(ConstraintViolation):
    """A record with the same value of a unique field, or group of fields, exists already."""

    code = "F8002"
    prisma_code = "P2002"

    def _text(self) -> str:
        return f"A record with the same value exists already{self._place(': ')}{self._constraint()}."


class ForeignKeyViolation(ConstraintViolation):
    """A record refers to one that does not exist, or others refer to one that was to go."""

    code = "F8003"
    prisma_code = "P2003"

    def _text(self) -> str:
        return f"A relation would point at nothing{self._place(': ')}{self._constraint()}."


class NotNullViolation(ConstraintViolation):
    """A required field was given no value."""

    code = "F8004"
    prisma_code = "P2011"

    def _text(self) -> str:
        return f"A required field has no value{self._place(': ')}."


class CheckViolation(ConstraintViolation):
    """A value does not satisfy a check of the database."""

    code = "F8005"
    prisma_code = "P2004"

    def _text(self) -> str:
        return f"A check of the database refused the values{self._place(' of ')}{self._constraint()}."


class SerializationConflict(FlashError):
    """Another transaction got in the way: the same transaction may succeed when it is tried again."""

    code = "F8010"
    prisma_code = "P2034"


class Timeout(FlashError):
    """A statement, a lock, a transaction or the wait for a connection took longer than it may."""

    code = "F8011"
    prisma_code = "P2024"


class ConnectionFailure(FlashError):
    """The database is not to be reached, or the connection to it was lost."""

    code = "F8012"
    prisma_code = "P1001"


class TransactionUnusable(FlashError):
    """A statement of this transaction has failed, or it is over."""

    code = "F8013"
    prisma_code = "P2028"


class TransactionsUnavailable(FlashError):
    """The server has no transactions: one of MongoDB has them as a member of a replica set."""

    code = "F8014"


class StaleRecord(FlashError):
    """A record was to be written as it was read, but it was changed or deleted since."""

    code = "F8015"

    def __init__(self, model: str, key: Mapping[str, Any]) -> None:
        fields = ", ".join(f"{name} = {value}" for name, value in key.items())
        super().__init__(
            f"{model} with {fields} was changed or deleted since it was read: read it again, and decide anew."
        )
        self.model = model
        self.key = dict(key)


class ValueOutOfRange(FlashError):
    """A value that the database cannot keep as it is."""

    code = "F8016"
    prisma_code = "P2020"


class InvalidCall(FlashError):
    """The arguments of a call make no sense, or ask for what this database does not have."""

    code = "F8017"
    prisma_code = "P2009"


# The names of Prisma Client Python, for code that comes from there.
PrismaError = FlashError
RecordNotFoundError = RecordNotFound
UniqueViolationError = UniqueViolation
ForeignKeyViolationError = ForeignKeyViolation
MissingRequiredValueError = NotNullViolation
