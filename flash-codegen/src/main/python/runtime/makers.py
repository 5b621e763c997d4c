"""The values that a client makes for `@default(…)`."""

from __future__ import annotations

import base64
import decimal
import functools
import hashlib
import itertools
import json
import os
import secrets
import time
import uuid
from collections.abc import Callable, Mapping
from datetime import date, datetime, timezone
from datetime import time as time_of_day
from typing import Any

_BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
_OBJECT_IDS = itertools.count(secrets.randbelow(1 << 20))
_COUNTER = itertools.count(secrets.randbelow(36**4))


def now() -> datetime:
    """The present, to the millisecond: what every database keeps."""
    present = datetime.now(timezone.utc)
    return present.replace(microsecond=present.microsecond // 1000 * 1000)


def _digits(number: int, alphabet: str, length: int) -> str:
    base = len(alphabet)
    text: list[str] = []
    for _ in range(length):
        number, digit = divmod(number, base)
        text.append(alphabet[digit])
    return "".join(reversed(text))


def _block(number: int) -> str:
    return _digits(number, _BASE36, 4)


_PROCESS = _block(secrets.randbelow(36**4))


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000


def uuid4() -> str:
    """A random UUID (RFC 9562, version 4)."""
    return str(uuid.uuid4())


def uuid7() -> str:
    """A UUID that sorts by its time, to the millisecond (RFC 9562, version 7)."""
    value = (_milliseconds() & (2**48 - 1)) << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62
    return str(uuid.UUID(int=value | secrets.randbits(62)))


def ulid() -> str:
    """26 characters, which sort by their time (ULID specification)."""
    return _digits(_milliseconds(), _BASE32, 10) + _digits(secrets.randbits(80), _BASE32, 16)


def cuid() -> str:
    """25 characters: time, a counter, this process, chance."""
    chance = _block(secrets.randbelow(36**4)) + _block(secrets.randbelow(36**4))
    return "c" + _digits(_milliseconds(), _BASE36, 8) + _block(next(_COUNTER)) + _PROCESS + chance


def cuid2() -> str:
    """24 characters that tell nothing: a hash over time, chance and a counter."""
    seed = f"{_milliseconds()}{next(_COUNTER)}".encode() + secrets.token_bytes(32)
    number = int.from_bytes(hashlib.sha512(seed).digest(), "big")
    return secrets.choice(_BASE36[10:]) + _digits(number, _BASE36, 23)


def nanoid(length: int) -> str:
    """Characters that need no escape in a URL."""
    return "".join(_URL_SAFE[byte & 63] for byte in secrets.token_bytes(length))


@functools.lru_cache(1)
def _process(number: int) -> str:
    """Chance, anew in a process that was forked off."""
    return secrets.token_hex(5)


def object_id() -> str:
    """24 hexadecimal digits that sort by their time, as MongoDB's own: time, this process, a counter."""
    return f"{int(time.time()):08x}{_process(os.getpid())}{next(_OBJECT_IDS) & 0xFFFFFF:06x}"


_MAKERS: Mapping[str, Callable[[], Any]] = {
    "NOW": now,
    "UUID4": uuid4,
    "UUID7": uuid7,
    "CUID": cuid,
    "CUID2": cuid2,
    "ULID": ulid,
    "OBJECT_ID": object_id,
}


def maker(
    default: Mapping[str, Any], column: Mapping[str, Any], enum: Mapping[str, str] | None
) -> Callable[[], Any] | None:
    """What makes the value of a new record that is given none; None where that is not the client's business."""
    if "maker" in default:
        return _made(default, column["type"])
    if "items" in default:
        items = [_literal(text, column["type"]) for text in default["items"]]
        return lambda: list(items)
    if "literal" in default:
        value = _literal(default["literal"], column["type"])
        return lambda: value
    if column.get("isList"):
        return list
    return None


def _made(default: Mapping[str, Any], type_: str) -> Callable[[], Any]:
    name: str = default["maker"]
    if name == "NANOID":
        length: int = default.get("length", 21)
        return lambda: nanoid(length)
    if name == "NOW" and type_ == "DATE":
        return lambda: now().date()
    if name == "NOW" and type_ == "TIME":
        return lambda: now().time()
    if type_ == "UUID":
        text = _MAKERS[name]
        return lambda: uuid.UUID(text())
    return _MAKERS[name]


def _literal(text: str, type_: str) -> Any:
    """A default as the schema file has it."""
    if type_ in ("INT", "BIG_INT"):
        return int(text)
    if type_ == "FLOAT":
        return float(text)
    if type_ == "DECIMAL":
        return decimal.Decimal(text)
    if type_ == "BOOLEAN":
        return text == "true"
    if type_ == "BYTES":
        return base64.b64decode(text)
    if type_ == "JSON":
        return json.loads(text)
    if type_ == "UUID":
        return uuid.UUID(text)
    if type_ == "DATE":
        return date.fromisoformat(text[:10])
    if type_ == "TIME":
        return time_of_day.fromisoformat(text[text.find("T") + 1 :].removesuffix("Z"))
    if type_ == "DATE_TIME":
        value = datetime.fromisoformat(text.removesuffix("Z"))
        return value.astimezone(timezone.utc) if value.tzinfo else value.replace(tzinfo=timezone.utc)
    return text
