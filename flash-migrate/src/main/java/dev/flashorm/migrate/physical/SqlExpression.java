package dev.flashorm.migrate.physical;

/**
 * SQL that a person or a catalog wrote: a check, the condition of an index, what a column is computed from. Two are equal when
 * they are of one shape ({@link ExpressionShape}); what has none must not differ but in white space, in the case of unquoted
 * words and in parentheses around the whole.
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
                && (sql.equals(that.sql) || meaning().equals(that.meaning()));
    }

    @Override
    public int hashCode() {
        return meaning().hashCode();
    }

    private Object meaning() {
        return ExpressionShape.of(sql).<Object>map(shape -> shape).orElseGet(() -> SqlSpelling.of(sql));
    }

    @Override
    public String toString() {
        return sql;
    }
}
