package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what a database has applied with what the folder says: edited, missing, out of order. */
final class HistoryCheck {
    private final DatabaseEngine engine;
    private final MigrationFolder folder;
    private final Map<String, HistoryEntry> rows = new HashMap<>();
    private final Map<String, Migration> migrations = new HashMap<>();
    private final List<FailureException> problems = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    HistoryCheck(DatabaseEngine engine, MigrationFolder folder, List<HistoryEntry> entries) {
        this.engine = engine;
        this.folder = folder;
        entries.forEach(entry -> rows.put(entry.id(), entry));
        folder.migrations().forEach(migration -> migrations.put(migration.id(), migration));
        entries.forEach(this::checkRow);
        folder.migrations().forEach(this::checkMigration);
    }

    List<FailureException> problems() {
        return problems;
    }

    List<String> notices() {
        return notices;
    }

    void throwFirst() {
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
    }

    private void checkRow(HistoryEntry row) {
        Migration migration = migrations.get(row.id());
        if (migration == null) {
            Optional<Migration> successor = folder.migrations().stream()
                    .filter(candidate -> candidate.replaces().contains(row.id()))
                    .findFirst();
            if (successor.isPresent()) {
                halfReplaced(row, successor.get());
                return;
            }
            problems.add(FailureException.failed(
                            "F5421",
                            "the migration `" + row.id() + "` is applied, but missing in `" + folder.display() + "`")
                    .note("applied " + row.startedAt() + " by " + row.executedBy())
                    .help("bring its folder back from version control, or use the database that this folder belongs to")
                    .next("flash migrate status")
                    .build());
        } else if (row.isApplied() && !migration.checksum().equals(row.checksum())) {
            edited(row, migration);
        }
    }

    private void halfReplaced(HistoryEntry row, Migration successor) {
        List<String> lacking = successor.replaces().stream()
                .filter(id -> rows.get(id) == null || !rows.get(id).isApplied())
                .toList();
        problems.add(FailureException.failed(
                        "F5425",
                        "the database has `" + row.id() + "`, but not all of what `" + successor.id()
                                + "` was put together from")
                .note("it lacks " + String.join(", ", lacking))
                .note("nothing was executed")
                .help(
                        "take the folder as it was before they were put together from version control, run `flash apply` there,"
                                + " then come back")
                .next("flash migrate status")
                .build());
    }

    private void edited(HistoryEntry row, Migration migration) {
        SqlFile file = SqlFile.parse(migration.up(), engine.lexicon());
        if (file.checksum().equals(row.sqlChecksum()) || differsInLineEndsOnly(row, file)) {
            notices.add("`" + file.file().path()
                    + "` was changed after it was applied, in comments, blanks or line ends" + " only");
            return;
        }
        problems.add(FailureException.failed("F5420", "`" + file.file().path() + "` was changed after it was applied")
                .at(file.file().span(0, 0))
                .note("applied " + row.startedAt() + " by " + row.executedBy() + " with the checksum " + row.checksum()
                        + "; now it is " + migration.checksum())
                .note("nothing was executed")
                .help("bring the file back from version control; write what is new into a migration of its own")
                .next("flash migrate status")
                .build());
    }

    /** Prisma records the checksum of the bytes alone, and Git may check a file out with other line ends. */
    private static boolean differsInLineEndsOnly(HistoryEntry row, SqlFile file) {
        String text = file.file().text().replace("\r\n", "\n");
        return row.sqlChecksum().isEmpty()
                && (row.checksum().equals(Migration.sha256(text))
                        || row.checksum().equals(Migration.sha256(text.replace("\n", "\r\n"))));
    }

    private void checkMigration(Migration migration) {
        if (migration.provider().isPresent() && !migration.provider().get().equals(engine.provider())) {
            problems.add(FailureException.failed(
                            "F5423",
                            "the migration `" + migration.display() + "` is written for "
                                    + migration.provider().get() + ", and the database is " + engine.provider())
                    .help("use the database that these migrations are for, or a folder of its own")
                    .build());
        }
        HistoryEntry row = rows.get(migration.id());
        if (row == null || !row.isApplied()) {
            return;
        }
        for (String parent : migration.parents()) {
            HistoryEntry before = rows.get(parent);
            if (before == null || !before.isApplied()) {
                problems.add(FailureException.failed(
                                "F5422",
                                "the migration `" + parent + "` is not applied, but `" + migration.id()
                                        + "`, which builds on it, is")
                        .note("running it now would change the order in which every other database got them")
                        .help("if its changes are in the database already, mark it as applied")
                        .next("flash migrate resolve --applied " + parent)
                        .build());
            }
        }
    }
}
