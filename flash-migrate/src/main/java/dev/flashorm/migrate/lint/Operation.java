package dev.flashorm.migrate.lint;

import dev.flashorm.migrate.sql.Token;
import java.util.List;

/**
 * What a statement, or one clause of an ALTER TABLE, does. Names are without quotes and without their schema; empty where
 * the statement has none. Where a rule needs more, it looks into the tokens.
 */
public sealed interface Operation {
    /** The clause, or the whole statement; never empty. */
    List<Token> tokens();

    /** Whether these words follow each other somewhere in it. */
    default boolean has(String... words) {
        return Tokens.indexOf(tokens(), words) >= 0;
    }

    /** Whether it begins with these words. */
    default boolean starts(String... words) {
        return Tokens.startsWith(tokens(), 0, words);
    }

    record CreateTable(String table, List<Token> tokens) implements Operation {}

    record DropTable(String table, List<Token> tokens) implements Operation {}

    record RenameTable(String before, String after, List<Token> tokens) implements Operation {}

    record CreateIndex(String table, boolean unique, boolean concurrently, List<Token> tokens) implements Operation {}

    record AddColumn(String table, ColumnDefinition column, List<Token> tokens) implements Operation {}

    record DropColumn(String table, String column, List<Token> tokens) implements Operation {}

    record RenameColumn(String table, String before, String after, List<Token> tokens) implements Operation {}

    /** `ALTER COLUMN … TYPE`, and MySQL's MODIFY and CHANGE, which define the whole column anew. */
    record RetypeColumn(String table, ColumnDefinition column, List<Token> tokens) implements Operation {}

    record RequireColumn(String table, String column, List<Token> tokens) implements Operation {}

    record AddConstraint(String table, String name, Kind kind, List<Token> tokens) implements Operation {
        /** Which constraint. */
        public enum Kind {
            CHECK,
            FOREIGN_KEY,
            UNIQUE,
            PRIMARY_KEY
        }

        /** PostgreSQL: without a look at the rows that are there. */
        public boolean notValid() {
            return has("NOT", "VALID");
        }
    }

    record ValidateConstraint(String table, String name, List<Token> tokens) implements Operation {}

    /** Any other clause of an ALTER TABLE. */
    record TableClause(String table, List<Token> tokens) implements Operation {}

    /** @param value with its quotes */
    record AddEnumValue(String type, String value, List<Token> tokens) implements Operation {}

    record Update(String table, List<Token> tokens) implements Operation {}

    /** DELETE and TRUNCATE. */
    record Delete(String table, List<Token> tokens) implements Operation {}

    /** Any other statement. */
    record Other(List<Token> tokens) implements Operation {}
}
