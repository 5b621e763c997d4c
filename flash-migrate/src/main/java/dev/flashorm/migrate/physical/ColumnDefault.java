package dev.flashorm.migrate.physical;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a column holds when an INSERT leaves it out. Numbers are equal by value, expressions by {@link SqlExpression}.
 *
 * @param sql as it stands after DEFAULT
 */
public record ColumnDefault(Kind kind, String sql) {
    /** How to read the text. */
    public enum Kind {
        NUMBER,
        /** A quoted string, also where it stands for a date, JSON, bytes or an enum's value. */
        STRING,
        BOOLEAN,
        /** The time of the statement. */
        NOW,
        EXPRESSION
    }

    public static ColumnDefault expression(String sql) {
        return new ColumnDefault(Kind.EXPRESSION, sql);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ColumnDefault that)) {
            return false;
        }
        if (kind == Kind.NUMBER && that.kind == Kind.NUMBER) {
            Optional<BigDecimal> mine = number();
            Optional<BigDecimal> theirs = that.number();
            if (mine.isPresent() && theirs.isPresent()) {
                return mine.get().compareTo(theirs.get()) == 0;
            }
        }
        return kind == that.kind
                && (kind == Kind.STRING
                        ? sql.equals(that.sql)
                        : new SqlExpression(sql).equals(new SqlExpression(that.sql)));
    }

    @Override
    public int hashCode() {
        return kind.hashCode();
    }

    private Optional<BigDecimal> number() {
        try {
            return Optional.of(new BigDecimal(sql));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return sql;
    }
}
