package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * New values for some columns of a row. The generated subclass has a method for each column; only what was called is
 * in the statement, and of several calls for one column the last counts.
 */
public abstract class Changes {
    private static final int UPDATE = -41;
    private static final int WHERE = -42;

    /** No changes, of whatever. */
    static final Changes NONE = new Changes() {};

    private final List<Change<?>> changes = new ArrayList<>(4);
    private Nested<?, ?> related = Nested.none();

    /**
     * One of the changes.
     *
     * @param operation {@link Fragment#SET}, or how the present value is changed
     * @param value null for no value
     */
    public record Change<T>(
            Column<?, T> column,
            Fragment operation,
            @Nullable T value) {
        void bind(PreparedStatement statement, int index) throws SQLException {
            column.type().bind(statement, index, value);
        }
    }

    protected final <T> void set(Column<?, T> column, @Nullable T value) {
        apply(column, Fragment.SET, value);
    }

    final <T> void apply(Column<?, T> column, Fragment operation, @Nullable T value) {
        changes.removeIf(change -> change.column() == column);
        changes.add(new Change<>(column, operation, value));
    }

    /** Whether a value was given for this column. */
    protected final boolean has(Column<?, ?> column) {
        return of(column) != null;
    }

    final @Nullable Change<?> of(Column<?, ?> column) {
        for (Change<?> change : changes) {
            if (change.column() == column) {
                return change;
            }
        }
        return null;
    }

    /** A value of the column's type that the compiler does not know: both ends of a relation have the same. */
    @SuppressWarnings("unchecked")
    final <T> void put(Column<?, T> column, @Nullable Object value) {
        set(column, (T) value);
    }

    /** Adds what every change of a row changes too: `@updatedAt`. Called when there is a change at all. */
    protected void stamp() {}

    /** All of them, in the order in which they were made. */
    public final List<Change<?>> all() {
        return List.copyOf(changes);
    }

    final void shape(Shape shape) {
        for (Change<?> change : changes) {
            shape.add(change.column().code(change.operation()));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    final void relate(Related<?, ?, ?, ?> relation, RelatedWrite<?, ?> write) {
        related = ((Nested) related).with(relation, write);
    }

    /** What is written of related records. */
    @SuppressWarnings("unchecked")
    final <M> Nested<M, Object> related() {
        return (Nested<M, Object>) related;
    }

    final boolean isEmpty() {
        return changes.isEmpty();
    }

    /** @param row what stands before a column's name where its present value is meant: `t0.`, or nothing */
    final void write(SqlText sql, String row) {
        String separator = "";
        for (Change<?> change : changes) {
            String column = change.column().sql();
            String text = Dialect.fill(sql.dialect().fragment(change.operation()), column);
            sql.append(separator).append(text.replace("{current}", row + column));
            separator = ", ";
        }
    }

    /** @return the index after the last */
    final int bind(PreparedStatement statement, int index) throws SQLException {
        int next = index;
        for (Change<?> change : changes) {
            change.bind(statement, next++);
        }
        return next;
    }

    /** What was chosen, and what every change of a row changes too. */
    static <C extends Changes> C made(C changes, Consumer<? super C> change) {
        change.accept(changes);
        Changes made = changes;
        if (!made.isEmpty()) {
            changes.stamp();
        }
        return changes;
    }

    /** Changes the rows of a condition; without any change it only counts them. */
    static <M, C extends Changes> long update(
            Scope scope, Table<M> table, Condition<M> condition, C changes, Consumer<? super C> change) {
        Changes made = made(changes, change);
        requireNothingRelated(made);
        return update(scope, table, condition, made);
    }

    static void requireNothingRelated(Changes made) {
        if (!made.related().isEmpty()) {
            throw new IllegalArgumentException("Only update(…) of one record writes related records.");
        }
    }

    static <M> long update(Scope scope, Table<M> table, Condition<M> condition, Changes made) {
        return made.isEmpty()
                ? new ViewQuery<>(scope, Rows.all(table)).where(condition).count()
                : scope.engine().update(scope, table, condition, made);
    }

    /** On what the text depends of these changes of a condition's rows. */
    <M> Shape shape(Scope scope, Table<M> table, Condition<M> condition) {
        Shape shape = new Shape(table, scope.dialect());
        shape.add(UPDATE);
        shape(shape);
        shape.add(WHERE);
        condition.shape(shape);
        return shape;
    }

    /** @param shape that of the same changes and condition */
    <M> String statement(Scope scope, Table<M> table, Condition<M> condition, Shape shape) {
        return scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            String alias = text.newAlias();
            text.append("UPDATE ").append(table.sql()).append(" AS ").append(alias);
            text.append(" SET ");
            write(text, "");
            if (!condition.isAbsent()) {
                text.append(" WHERE ");
                condition.write(text, alias);
            }
            return text.toString();
        });
    }
}
