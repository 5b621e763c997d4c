package dev.flashorm.migrate.physical;

/**
 * SQL that a person or a catalog wrote: a check, a default, the condition of an index. Two are equal when they differ
 * only in white space, in the case of unquoted words and in parentheses around the whole.
 *
 * @param sql as written
 */
public record SqlExpression(String sql) {
    /** Whether one pair of parentheses stands around the whole. */
    public boolean isEnclosed() {
        return !withoutParentheses().equals(sql.strip());
    }

    /** The text without such parentheses. */
    public String withoutParentheses() {
        return SqlSpelling.withoutOuterParentheses(sql.strip());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlExpression that
                && (sql.equals(that.sql) || SqlSpelling.of(sql).equals(SqlSpelling.of(that.sql)));
    }

    @Override
    public int hashCode() {
        return SqlSpelling.of(sql).hashCode();
    }

    @Override
    public String toString() {
        return sql;
    }
}
