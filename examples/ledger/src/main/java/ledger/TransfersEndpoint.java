package ledger;

import ledger.db.Accounts;
import ledger.db.LedgerDb;
import ledger.db.LedgerSession;
import ledger.db.NewTransfer;
import ledger.db.Transfer;

/** {@code POST /transfers} moves money: all of it or nothing, and never more than there is. */
final class TransfersEndpoint implements Endpoint.Handler {
    private final LedgerDb db;

    TransfersEndpoint(LedgerDb db) {
        this.db = db;
    }

    @Override
    public Answer handle(Request request) {
        if (!request.method().equals("POST")) {
            return Answer.error(405, "POST");
        }
        int from = (int) request.number("from");
        int to = (int) request.number("to");
        long cents = request.number("cents");
        if (cents <= 0 || from == to) {
            return Answer.error(400, "a transfer moves some cents between two accounts");
        }
        Transfer transfer = db.transaction(tx -> transfer(tx, from, to, cents, request));
        return new Answer(201, json(transfer));
    }

    /** The check and the change are one statement, so that two transfers at once can't spend the same money. */
    private static Transfer transfer(LedgerSession tx, int from, int to, long cents, Request request) {
        long paid = tx.accounts()
                .where(Accounts.ID.eq(from), Accounts.CENTS.gte(cents))
                .updateMany(account -> account.cents().decrement(cents));
        if (paid == 0) {
            throw new Refusal(409, "account " + from + " has not so much");
        }
        if (!tx.accounts().update(to, account -> account.cents().increment(cents))) {
            throw new Refusal(404, "there is no account " + to);
        }
        return tx.transfers()
                .create(NewTransfer.of(from, to, cents)
                        .withMemo(request.parameters().get("memo")));
    }

    static String json(Transfer transfer) {
        String memo = transfer.memo();
        return "{\"id\": " + transfer.id() + ", \"from\": " + transfer.fromId() + ", \"to\": " + transfer.toId()
                + ", \"cents\": " + transfer.cents() + (memo == null ? "" : ", \"memo\": " + Answer.string(memo))
                + "}";
    }
}
