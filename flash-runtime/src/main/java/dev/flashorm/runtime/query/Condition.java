package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What rows must satisfy. Immutable, made by columns and relations and put together here.
 *
 * @param <M> the record of the rows that it is for
 */
public abstract class Condition<M> {
    Condition() {}

    /** No condition: it can stand wherever one can, and restricts nothing. */
    public static <M> Condition<M> absent() {
        return Junction.none();
    }

    /** All of them; absent ones do not count. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M> Condition<M> and(Condition<M>... conditions) {
        return Junction.of(true, conditions);
    }

    /** One of them at least; absent ones do not count. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M> Condition<M> or(Condition<M>... conditions) {
        return Junction.of(false, conditions);
    }

    /** The contrary. As always in SQL, what compares with null is neither true nor false, so it does not match. */
    public static <M> Condition<M> not(Condition<M> condition) {
        return condition.isAbsent() ? condition : new Negation<>(condition);
    }

    public final Condition<M> and(Condition<M> other) {
        return Junction.of(true, List.of(this, other));
    }

    public final Condition<M> or(Condition<M> other) {
        return Junction.of(false, List.of(this, other));
    }

    /** Whether it restricts nothing. */
    public boolean isAbsent() {
        return false;
    }

    /** Shows what it says to an engine that speaks no SQL. */
    public abstract <R> R accept(ConditionVisitor<R> visitor);

    /** Adds what the text depends on. */
    abstract void shape(Shape shape);

    abstract void write(SqlText sql, String alias);

    /**
     * Sets the parameters, in the order of the text.
     *
     * @param index of the first
     * @return the index after the last
     */
    abstract int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException;

    /** The codes of what is not a comparison, below all codes of columns. */
    static final int AND = -1;

    static final int OR = -2;
    static final int NOT = -3;
    static final int END = -4;
    static final int RELATION = -5;
    static final int COMPUTED = -6;

    static <M> List<Condition<M>> present(List<Condition<M>> conditions) {
        List<Condition<M>> present = new ArrayList<>(conditions.size());
        for (Condition<M> condition : conditions) {
            if (!condition.isAbsent()) {
                present.add(condition);
            }
        }
        return present;
    }
}
