package dev.flashorm.migrate.journal;

import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryEntry.Intent;
import dev.flashorm.migrate.history.HistoryStore;
import dev.flashorm.migrate.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How far a migration has come, kept in its history row: an intent before a step that nobody can take back, done after
 * it. Each write is one statement or in the caller's transaction.
 */
public final class Journal {
    private final HistoryStore history;
    /** Over the first `digested` statements: a file of many steps is not hashed anew for each of them. */
    private final MessageDigest digest = sha256();

    private HistoryEntry entry;
    private int digested;

    public Journal(HistoryStore history, HistoryEntry entry) {
        this.history = history;
        this.entry = entry;
    }

    public HistoryEntry entry() {
        return entry;
    }

    public void open() throws SQLException {
        history.save(entry);
    }

    /** Step k is about to run, 1-based. */
    public void intend(int step, Statement statement, String before) throws SQLException {
        save(with(
                entry.stepsDone(),
                entry.doneChecksum(),
                Optional.of(new Intent(step, statement.checksum(), before)),
                Optional.empty()));
    }

    /** Step k, which is done, is about to be taken back: whoever finds this looks which of the two holds. */
    public void intendUndo(int step, List<Statement> all, String before) throws SQLException {
        save(with(
                step - 1,
                checksum(all.subList(0, step - 1)),
                Optional.of(new Intent(step, all.get(step - 1).checksum(), before)),
                entry.error()));
    }

    /** Nothing is done any more. */
    public void undone() throws SQLException {
        history.delete(entry.id());
    }

    /** The first `steps` statements are done. */
    public void done(int steps, List<Statement> all) throws SQLException {
        for (; digested < steps; digested++) {
            add(digest, all.get(digested));
        }
        save(with(
                steps,
                digested == steps ? current() : checksum(all.subList(0, steps)),
                Optional.empty(),
                Optional.empty()));
    }

    /** The step failed and left nothing: only what stopped the run is recorded. */
    public void failed(String error) throws SQLException {
        save(with(entry.stepsDone(), entry.doneChecksum(), Optional.empty(), Optional.of(error)));
    }

    /** The step failed, and what it left isn't known: the intent stays. */
    public void unclear(String error) throws SQLException {
        save(with(entry.stepsDone(), entry.doneChecksum(), entry.intent(), Optional.of(error)));
    }

    /** Whether the statements that are done are still those of the file. */
    public boolean matches(List<Statement> all) {
        return entry.stepsDone() <= all.size()
                && entry.doneChecksum().equals(checksum(all.subList(0, entry.stepsDone())));
    }

    /** SHA-256 over the statements' own checksums, in hexadecimal. */
    public static String checksum(List<Statement> statements) {
        MessageDigest digest = sha256();
        statements.forEach(statement -> add(digest, statement));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Statement statement) {
        digest.update(statement.checksum().getBytes(StandardCharsets.US_ASCII));
    }

    private String current() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void save(HistoryEntry next) throws SQLException {
        history.save(next);
        entry = next;
    }

    private HistoryEntry with(int done, String doneChecksum, Optional<Intent> intent, Optional<String> error) {
        return new HistoryEntry(
                entry.id(),
                entry.name(),
                entry.checksum(),
                entry.sqlChecksum(),
                entry.stateHash(),
                entry.direction(),
                entry.startedAt(),
                entry.finishedAt(),
                done,
                entry.stepsTotal(),
                doneChecksum,
                intent,
                error,
                entry.executedBy(),
                entry.toolVersion());
    }
}
