package dev.flashorm.runtime;

/** The database has no transactions the way it runs: a MongoDB server that belongs to no replica set. */
public final class TransactionsUnavailable extends FlashException {
    private static final long serialVersionUID = 1L;

    public TransactionsUnavailable(String message) {
        super("F8014", message, null);
    }
}
