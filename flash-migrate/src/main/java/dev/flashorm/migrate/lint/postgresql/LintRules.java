package dev.flashorm.migrate.lint.postgresql;

import dev.flashorm.migrate.lint.ColumnDefinition;
import dev.flashorm.migrate.lint.Hazard;
import dev.flashorm.migrate.lint.HazardRules;
import dev.flashorm.migrate.lint.Lint;
import dev.flashorm.migrate.lint.Operation;
import dev.flashorm.migrate.lint.Scene;
import dev.flashorm.migrate.sql.Directive;
import dev.flashorm.migrate.sql.Token;
import java.util.List;
import java.util.Set;

/** Locks and rewrites by the pages "ALTER TABLE", "CREATE INDEX", "ALTER TYPE" and section 13.3 of the manual. */
public final class LintRules implements HazardRules {
    private static final String ALONE = "`" + Directive.PREFIX + " " + Directive.NO_TRANSACTION + "`";

    /** Functions whose one value serves all rows, so that a default needs no rewrite. */
    private static final Set<String> STABLE = Set.of(
            "now",
            "current_timestamp",
            "localtimestamp",
            "localtime",
            "current_time",
            "transaction_timestamp",
            "statement_timestamp");

    @Override
    public String provider() {
        return "postgresql";
    }

    @Override
    public List<Hazard> judge(Operation operation, Scene scene) {
        if (operation instanceof Operation.CreateIndex create) {
            return index(create, scene);
        }
        if (operation instanceof Operation.AddConstraint add) {
            return scene.isNew(add.table()) ? List.of() : constraint(add);
        }
        if (operation instanceof Operation.RequireColumn require) {
            return scene.isNew(require.table()) || scene.isKnownRequired(require.table(), require.column())
                    ? List.of()
                    : List.of(required(require));
        }
        if (operation instanceof Operation.AddColumn add) {
            return scene.isNew(add.table()) ? List.of() : column(add);
        }
        if (operation instanceof Operation.RetypeColumn retype && !scene.isNew(retype.table())) {
            return List.of(rewrite(
                    retype.table(),
                    "another type for `" + retype.column().name() + "`",
                    "unless the new type only widens the old one, add a new column, fill it in parts, and let the code"
                            + " change over"));
        }
        if (operation instanceof Operation.AddEnumValue add && !scene.runsAlone() && scene.isUsedLater(add.value())) {
            return List.of(new Hazard(
                    Lint.ENUM_VALUE_IN_USE,
                    "a later statement uses " + add.value() + ", which the transaction that adds it cannot",
                    "write " + ALONE + " above this statement"));
        }
        if (operation instanceof Operation.TableClause clause && !scene.isNew(clause.table())) {
            return clause(clause);
        }
        return operation instanceof Operation.Other other ? other(other) : List.of();
    }

    private static List<Hazard> index(Operation.CreateIndex create, Scene scene) {
        if (create.concurrently() && create.has("IF", "NOT", "EXISTS")) {
            return List.of(new Hazard(
                    Lint.MASKED_INVALID_INDEX,
                    "after a build that failed, IF NOT EXISTS finds the broken index and leaves it",
                    "leave IF NOT EXISTS out: Flash looks for an index that is not valid, and drops it"));
        }
        if (create.concurrently() || scene.isNew(create.table())) {
            return List.of();
        }
        return List.of(new Hazard(
                Lint.BLOCKING_INDEX,
                "nobody can write to `" + create.table() + "` until the index is built",
                "write CREATE INDEX CONCURRENTLY, which Flash runs outside of the transaction"));
    }

    private static List<Hazard> constraint(Operation.AddConstraint add) {
        boolean hasIndex = add.has("USING", "INDEX");
        return switch (add.kind()) {
            case FOREIGN_KEY ->
                add.notValid()
                        ? List.of()
                        : List.of(new Hazard(
                                Lint.BLOCKING_FOREIGN_KEY,
                                "nobody can write to `" + add.table()
                                        + "`, nor to the table it points to, until every row is checked",
                                "add it NOT VALID; then, with " + ALONE + " above, VALIDATE CONSTRAINT"));
            case CHECK ->
                add.notValid()
                        ? List.of()
                        : List.of(new Hazard(
                                Lint.BLOCKING_CHECK,
                                "nobody can read `" + add.table() + "` until every row is checked",
                                "add it NOT VALID; then, with " + ALONE + " above, VALIDATE CONSTRAINT"));
            case UNIQUE, PRIMARY_KEY ->
                hasIndex
                        ? List.of()
                        : List.of(new Hazard(
                                Lint.BLOCKING_UNIQUE,
                                "nobody can read `" + add.table() + "` until the index is built",
                                "build the index by CREATE UNIQUE INDEX CONCURRENTLY, then add the constraint USING"
                                        + " INDEX"));
        };
    }

    private static Hazard required(Operation.RequireColumn require) {
        return new Hazard(
                Lint.BLOCKING_NOT_NULL,
                "nobody can read `" + require.table() + "` until every row is seen to have a `" + require.column()
                        + "`",
                "add a CHECK (… IS NOT NULL) NOT VALID; with " + ALONE
                        + " above, VALIDATE it; then SET NOT NULL, and drop the check");
    }

    private static List<Hazard> column(Operation.AddColumn add) {
        ColumnDefinition column = add.column();
        if (column.isRequired() && !column.isFilled()) {
            return List.of(new Hazard(
                    Lint.REQUIRED_COLUMN,
                    "`" + column.name() + "` is required and has no default: this fails when `" + add.table()
                            + "` has rows",
                    "give it a default, or add it without NOT NULL, fill it, and require it then"));
        }
        boolean computed = column.has("STORED") || column.isSerial() || column.has("IDENTITY");
        if (!computed && !isVolatile(column.defaultValue())) {
            return List.of();
        }
        return List.of(rewrite(
                add.table(),
                "a value of its own for each row",
                "add the column without it, set the default for new rows, and fill the old ones in parts"));
    }

    /** Whether a function is called that may give each row another value. */
    private static boolean isVolatile(List<Token> value) {
        for (int i = 0; i + 1 < value.size(); i++) {
            boolean call = value.get(i + 1).is('(') && value.get(i).kind() == Token.Kind.WORD;
            if (call && !isCast(value, i) && STABLE.stream().noneMatch(value.get(i)::is)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is the end of a type's name: `::character varying(20)`. */
    private static boolean isCast(List<Token> value, int word) {
        int i = word;
        while (i > 0 && value.get(i).kind() == Token.Kind.WORD) {
            i--;
        }
        return value.get(i).is(':');
    }

    private static List<Hazard> clause(Operation.TableClause clause) {
        boolean rewrites = clause.has("SET", "LOGGED")
                || clause.has("SET", "UNLOGGED")
                || clause.has("SET", "TABLESPACE")
                || clause.has("SET", "ACCESS", "METHOD");
        return rewrites
                ? List.of(rewrite(clause.table(), "this", "do it at a time when nobody needs the table"))
                : List.of();
    }

    private static List<Hazard> other(Operation.Other other) {
        boolean locks = other.starts("LOCK")
                || other.starts("CLUSTER")
                || other.starts("VACUUM", "FULL")
                || (other.starts("VACUUM") && other.has("FULL"))
                || (other.starts("REINDEX") && !other.has("CONCURRENTLY"));
        return locks
                ? List.of(new Hazard(
                        Lint.TABLE_LOCK,
                        "this shuts others out of the table for as long as it runs",
                        "leave it out, or use what works beside others: REINDEX … CONCURRENTLY, VACUUM without FULL"))
                : List.of();
    }

    private static Hazard rewrite(String table, String what, String instead) {
        return new Hazard(
                Lint.TABLE_REWRITE, what + " rewrites `" + table + "`, and nobody can read it meanwhile", instead);
    }
}
