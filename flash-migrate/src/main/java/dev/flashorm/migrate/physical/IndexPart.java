package dev.flashorm.migrate.physical;

import java.util.Optional;

/**
 * One key of an index: a column or an expression.
 *
 * @param column its name; empty for an expression
 * @param expression empty for a column
 * @param descending the order; ascending is every dialect's default
 * @param nullsFirst PostgreSQL: where NULLs sort; empty for the order's default
 * @param operatorClass PostgreSQL: when it is not the type's default one
 * @param length MySQL: the prefix, in characters or bytes
 * @param collation when it is not the column's own
 */
public record IndexPart(
        Optional<String> column,
        Optional<SqlExpression> expression,
        boolean descending,
        Optional<Boolean> nullsFirst,
        Optional<String> operatorClass,
        Optional<Integer> length,
        Optional<String> collation) {
    public static IndexPart column(String name) {
        return new IndexPart(
                Optional.of(name),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same key of a column that has another name. */
    public IndexPart onColumn(String name) {
        return new IndexPart(Optional.of(name), expression, descending, nullsFirst, operatorClass, length, collation);
    }
}
