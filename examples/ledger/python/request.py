"""What all requests have in common."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

LARGEST_INTEGER = 2**31 - 1
Answer = tuple[int, Any]


class Refusal(Exception):
    """A request that can't be done, and why; a transaction that raises it is rolled back."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Request:
    """A request with the parameters of its query and its form."""

    def __init__(self, method: str, target: str, form: str) -> None:
        url = urlsplit(target)
        path = url.path.split("/")
        self.method = method
        self.collection = path[1]
        self.id = integer("id", path[2]) if len(path) > 2 and path[2] else None
        self._parameters = dict(parse_qsl(url.query) + parse_qsl(form))

    def text(self, name: str) -> str:
        """A parameter that must be there."""
        value = self.optional(name)
        if value is None:
            raise Refusal(400, f"{name} is missing")
        return value

    def optional(self, name: str) -> str | None:
        """A parameter, if it is there."""
        return self._parameters.get(name, "").strip() or None

    def number(self, name: str, otherwise: int | None = None) -> int:
        """A parameter that is a whole number of 32 bits."""
        if otherwise is not None and self.optional(name) is None:
            return otherwise
        return integer(name, self.text(name))


def integer(name: str, text: str) -> int:
    """A whole number of 32 bits."""
    try:
        value = int(text)
    except ValueError:
        raise Refusal(400, f"{name} is not a number") from None
    if abs(value) > LARGEST_INTEGER:
        raise Refusal(400, f"{name} is not a number")
    return value
