"""`POST /transfers` moves money: all of it or nothing, and never more than there is."""

from __future__ import annotations

from typing import Any

from ledger_db import FlashClient
from ledger_db.models import Transfer
from request import Answer, Refusal, Request


def transfers(db: FlashClient, request: Request) -> Answer:
    """Answers for `/transfers`."""
    if request.method != "POST":
        raise Refusal(405, "POST")
    payer, payee, cents = request.number("from"), request.number("to"), request.number("cents")
    if cents <= 0 or payer == payee:
        raise Refusal(400, "a transfer moves some cents between two accounts")
    with db.tx() as tx:
        # The check and the change are one statement, so that two transfers at once can't spend the same money.
        if not tx.account.update_many({"cents": {"decrement": cents}}, where={"id": payer, "cents": {"gte": cents}}):
            raise Refusal(409, f"account {payer} has not so much")
        if not tx.account.update_many({"cents": {"increment": cents}}, where={"id": payee}):
            raise Refusal(404, f"there is no account {payee}")
        transfer = tx.transfer.create(
            {"fromId": payer, "toId": payee, "cents": cents, "memo": request.optional("memo")}
        )
    return 201, shown_transfer(transfer)


def shown_transfer(transfer: Transfer) -> dict[str, Any]:
    """A transfer as answers have it."""
    shown = {"id": transfer.id, "from": transfer.fromId, "to": transfer.toId, "cents": transfer.cents}
    return shown if transfer.memo is None else {**shown, "memo": transfer.memo}
