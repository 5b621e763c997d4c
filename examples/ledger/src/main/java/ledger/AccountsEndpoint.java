package ledger;

import java.util.List;
import ledger.db.Account;
import ledger.db.Accounts;
import ledger.db.LedgerDb;
import ledger.db.NewAccount;
import ledger.db.Transfer;
import ledger.db.Transfers;

/**
 * {@code POST /accounts} opens one, {@code GET /accounts?after=ID&take=N} is a page of them, {@code GET /accounts/ID}
 * one with the last transfers from it.
 */
final class AccountsEndpoint implements Endpoint.Handler {
    private static final long LARGEST_PAGE = 100;

    private final LedgerDb db;

    AccountsEndpoint(LedgerDb db) {
        this.db = db;
    }

    /** An account and the last transfers from it. */
    private record Statement(Account account, List<Transfer> sent) {}

    @Override
    public Answer handle(Request request) {
        return switch (request.method()) {
            case "POST" -> open(request.text("owner"), request.number("cents", 0));
            case "GET" -> request.id().isPresent()
                    ? statement(request.id().get())
                    : page((int) request.number("after", 0), request.number("take", 20));
            default -> Answer.error(405, "GET or POST");
        };
    }

    private Answer open(String owner, long cents) {
        Account account = db.accounts().create(NewAccount.of(owner).withCents(cents));
        return new Answer(201, json(account));
    }

    /** By the last id of the page before: however far in, it costs the same, and a new account moves nothing. */
    private Answer page(int after, long take) {
        List<Account> accounts = db.accounts()
                .where(Accounts.ID.gt(after))
                .orderBy(Accounts.ID.asc())
                .take(Math.min(Math.max(take, 0), LARGEST_PAGE))
                .list();
        return new Answer(200, Answer.array(accounts, AccountsEndpoint::json));
    }

    private Answer statement(int id) {
        return db.accounts()
                .where(Accounts.ID.eq(id))
                .with(Accounts.SENT.orderBy(Transfers.ID.desc()).take(5), Statement::new)
                .first()
                .map(found -> new Answer(
                        200,
                        "{\"account\": " + json(found.account()) + ", \"sent\": "
                                + Answer.array(found.sent(), TransfersEndpoint::json) + "}"))
                .orElseThrow(() -> new Refusal(404, "there is no account " + id));
    }

    static String json(Account account) {
        return "{\"id\": " + account.id() + ", \"owner\": " + Answer.string(account.owner()) + ", \"cents\": "
                + account.cents() + "}";
    }
}
