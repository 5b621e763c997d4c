"""`POST /accounts` opens one, `GET /accounts?after=ID&take=N` is a page, `GET /accounts/ID` one with its last transfers."""

from __future__ import annotations

from typing import Any

from ledger_db import FlashClient
from ledger_db.models import Account
from request import Answer, Refusal, Request
from transfers import shown_transfer

LARGEST_PAGE = 100


def accounts(db: FlashClient, request: Request) -> Answer:
    """Answers for `/accounts`."""
    if request.method == "POST":
        return _open(db, request.text("owner"), request.number("cents", 0))
    if request.method == "GET":
        if request.id is None:
            return _page(db, request.number("after", 0), request.number("take", 20))
        return _statement(db, request.id)
    raise Refusal(405, "GET or POST")


def _open(db: FlashClient, owner: str, cents: int) -> Answer:
    return 201, _shown(db.account.create({"owner": owner, "cents": cents}))


def _page(db: FlashClient, after: int, take: int) -> Answer:
    """By the last id of the page before: however far in, it costs the same, and a new account moves nothing."""
    take = min(max(take, 0), LARGEST_PAGE)
    found = db.account.find_many(where={"id": {"gt": after}}, order={"id": "asc"}, take=take)
    return 200, [_shown(account) for account in found]


def _statement(db: FlashClient, number: int) -> Answer:
    account = db.account.find_unique(where={"id": number}, include={"sent": {"order_by": {"id": "desc"}, "take": 5}})
    if account is None:
        raise Refusal(404, f"there is no account {number}")
    return 200, {"account": _shown(account), "sent": [shown_transfer(transfer) for transfer in account.sent or ()]}


def _shown(account: Account) -> dict[str, Any]:
    return {"id": account.id, "owner": account.owner, "cents": account.cents}
