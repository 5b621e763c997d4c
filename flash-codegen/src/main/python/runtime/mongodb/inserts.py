"""Inserts records: one, many, or those that are not there yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .documents import Document, Server, delete_all, insert, new_document, records
from .drafts import Draft, drafts
from .errors import FlashError, InvalidCall
from .scope import Steps, atomically, is_mapping
from .tables import Model

Data = Mapping[str, Any]
_DUPLICATE = 11000


def insert_one(server: Server, model: Model, draft: Draft) -> Steps[Any]:
    """Inserts a record that nothing is to be written with."""
    document = new_document(model, draft.values)
    yield from insert(model, [document])
    return records(model, [document])[0]


def insert_many(server: Server, model: Model, wanted: Sequence[Draft]) -> Steps[list[Any]]:
    """Inserts records, all or none, and gives them in their order."""
    documents = [new_document(model, draft.values) for draft in wanted]
    yield from insert_all(server, model, documents)
    return records(model, documents)


def write_many(server: Server, model: Model, wanted: Sequence[Draft]) -> Steps[int]:
    """Inserts records, all or none."""
    return (yield from insert_all(server, model, [new_document(model, draft.values) for draft in wanted]))


def insert_all(server: Server, model: Model, documents: Sequence[Document]) -> Steps[int]:
    """All or none: by a transaction where the server has them, else what a failure leaves behind is deleted."""
    if not documents:
        return 0
    if len(documents) == 1:
        return (yield from insert(model, documents))
    if server.has_transactions:
        return (yield from atomically(insert(model, documents)))
    try:
        return (yield from insert(model, documents))
    except FlashError as error:
        # What stands before the refused one was written. By a wrong count one that was there before would go.
        refused = refusals(error)
        written = [document["_id"] for document in documents[: refused[0]["index"] if refused else 0]]
        if written:
            yield from delete_all(model, {"_id": {"$in": written}})
        raise


def refusals(error: FlashError) -> Sequence[Mapping[str, Any]]:
    """The `index` and `code` of each document that the server refused."""
    details = getattr(error.__cause__, "details", None)
    found: Sequence[Mapping[str, Any]] = details.get("writeErrors", ()) if is_mapping(details) else ()
    return found


def create_missing(server: Server, model: Model, data: Sequence[Data]) -> Steps[int]:
    """Creates those that meet no other record by any key; gives how many that were."""
    wanted = drafts(model, data)
    if any(draft.nested for draft in wanted):
        raise InvalidCall("Records whose duplicates are skipped have nothing written with them.")
    documents = [new_document(model, draft.values) for draft in wanted]
    if not documents:
        return 0
    try:
        return (yield from insert(model, documents, ordered=False))
    except FlashError as error:
        refused = refusals(error)
        if not refused or any(refusal["code"] != _DUPLICATE for refusal in refused):
            raise
        return len(documents) - len(refused)
