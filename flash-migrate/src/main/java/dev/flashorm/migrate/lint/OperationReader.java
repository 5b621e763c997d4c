package dev.flashorm.migrate.lint;

import dev.flashorm.migrate.lint.Operation.AddConstraint;
import dev.flashorm.migrate.sql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a statement does off its tokens. The grammars of the databases are one here: a clause that only one of them
 * has cannot be mistaken for another's.
 */
final class OperationReader {
    /** What stands behind CREATE when it makes a table. */
    private static final List<String> TABLE_KINDS =
            List.of("TABLE", "TEMPORARY", "TEMP", "GLOBAL", "LOCAL", "UNLOGGED", "VIRTUAL");

    private final TokenCursor cursor;

    OperationReader(List<Token> tokens) {
        cursor = new TokenCursor(tokens);
    }

    List<Operation> read() {
        if (cursor.take("ALTER", "TABLE")) {
            return alterTable();
        }
        if (cursor.take("ALTER", "TYPE")) {
            String type = cursor.name();
            return cursor.take("ADD", "VALUE") ? List.of(addValue(type)) : List.of(other());
        }
        if (cursor.take("CREATE")) {
            return List.of(create());
        }
        if (cursor.take("DROP", "TABLE")) {
            cursor.take("IF", "EXISTS");
            List<Operation> drops = new ArrayList<>();
            do {
                drops.add(new Operation.DropTable(cursor.name(), cursor.all()));
            } while (cursor.take(','));
            return drops;
        }
        if (cursor.take("RENAME", "TABLE")) {
            return renameTables();
        }
        return List.of(rows());
    }

    private Operation create() {
        boolean unique = cursor.take("UNIQUE");
        if (!unique && !cursor.take("FULLTEXT")) {
            cursor.take("SPATIAL");
        }
        if (cursor.take("INDEX")) {
            boolean concurrently = cursor.take("CONCURRENTLY");
            cursor.skipTo("ON");
            cursor.take("ONLY");
            return new Operation.CreateIndex(cursor.name(), unique, concurrently, cursor.all());
        }
        if (TABLE_KINDS.stream().anyMatch(cursor::isAt)) {
            cursor.skipTo("TABLE");
            cursor.take("IF", "NOT", "EXISTS");
            return new Operation.CreateTable(cursor.name(), cursor.all());
        }
        return other();
    }

    private Operation rows() {
        if (cursor.take("UPDATE")) {
            cursor.take("ONLY");
            return new Operation.Update(cursor.name(), cursor.all());
        }
        if (cursor.take("DELETE", "FROM")) {
            cursor.take("ONLY");
            return new Operation.Delete(cursor.name(), cursor.all());
        }
        if (cursor.take("TRUNCATE")) {
            cursor.take("TABLE");
            cursor.take("ONLY");
            return new Operation.Delete(cursor.name(), cursor.all());
        }
        return other();
    }

    private List<Operation> renameTables() {
        List<Operation> renames = new ArrayList<>();
        do {
            String before = cursor.name();
            cursor.take("TO");
            renames.add(new Operation.RenameTable(before, cursor.name(), cursor.all()));
        } while (cursor.take(','));
        return renames;
    }

    private Operation addValue(String type) {
        cursor.take("IF", "NOT", "EXISTS");
        return new Operation.AddEnumValue(type, cursor.text(), cursor.all());
    }

    private List<Operation> alterTable() {
        cursor.take("IF", "EXISTS");
        cursor.take("ONLY");
        String table = cursor.name();
        cursor.take('*');
        List<Operation> operations = new ArrayList<>();
        for (List<Token> clause : cursor.restByCommas()) {
            operations.add(new ClauseReader(table, clause).read());
        }
        return operations;
    }

    private Operation other() {
        return new Operation.Other(cursor.all());
    }

    /** Reads one clause of an ALTER TABLE. */
    private static final class ClauseReader {
        private final String table;
        private final List<Token> clause;
        private final TokenCursor cursor;

        ClauseReader(String table, List<Token> clause) {
            this.table = table;
            this.clause = clause;
            cursor = new TokenCursor(clause);
        }

        Operation read() {
            if (cursor.take("ADD")) {
                return add();
            }
            if (cursor.take("DROP")) {
                return drop();
            }
            if (cursor.take("RENAME")) {
                return rename();
            }
            if (cursor.take("ALTER")) {
                return alter();
            }
            if (cursor.take("MODIFY")) {
                cursor.take("COLUMN");
                return new Operation.RetypeColumn(table, column(), clause);
            }
            if (cursor.take("CHANGE")) {
                cursor.take("COLUMN");
                String before = cursor.name();
                ColumnDefinition column = column();
                return before.equalsIgnoreCase(column.name())
                        ? new Operation.RetypeColumn(table, column, clause)
                        : new Operation.RenameColumn(table, before, column.name(), clause);
            }
            if (cursor.take("VALIDATE", "CONSTRAINT")) {
                return new Operation.ValidateConstraint(table, cursor.name(), clause);
            }
            return other();
        }

        private Operation add() {
            String name = cursor.take("CONSTRAINT") && !cursor.isConstraint() ? cursor.name() : "";
            AddConstraint.Kind kind = cursor.constraintKind();
            if (kind != null) {
                return new AddConstraint(table, name, kind, clause);
            }
            boolean column = cursor.take("COLUMN");
            if (!column && (cursor.isIndex() || !name.isEmpty() || cursor.isAt('('))) {
                return other();
            }
            cursor.take("IF", "NOT", "EXISTS");
            return new Operation.AddColumn(table, column(), clause);
        }

        private Operation drop() {
            boolean column = cursor.take("COLUMN");
            if (!column && (cursor.isIndex() || cursor.isConstraint() || cursor.isAt("CONSTRAINT"))) {
                return other();
            }
            cursor.take("IF", "EXISTS");
            return new Operation.DropColumn(table, cursor.name(), clause);
        }

        private Operation rename() {
            if (cursor.take("TO") || cursor.take("AS")) {
                return new Operation.RenameTable(table, cursor.name(), clause);
            }
            if (cursor.isAt("CONSTRAINT") || cursor.isIndex()) {
                return other();
            }
            cursor.take("COLUMN");
            String before = cursor.name();
            return cursor.take("TO")
                    ? new Operation.RenameColumn(table, before, cursor.name(), clause)
                    : new Operation.RenameTable(table, before, clause);
        }

        private Operation alter() {
            cursor.take("COLUMN");
            String column = cursor.name();
            if (cursor.take("SET", "NOT", "NULL")) {
                return new Operation.RequireColumn(table, column, clause);
            }
            if (cursor.take("TYPE") || cursor.take("SET", "DATA", "TYPE")) {
                return new Operation.RetypeColumn(table, new ColumnDefinition(column, cursor.rest()), clause);
            }
            return other();
        }

        private ColumnDefinition column() {
            String name = cursor.name();
            return new ColumnDefinition(name, cursor.rest());
        }

        private Operation other() {
            return new Operation.TableClause(table, clause);
        }
    }
}
