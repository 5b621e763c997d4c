package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** `a AND b`, `a OR b`. */
final class Junction<M> extends Condition<M> {
    private static final Junction<?> NONE = new Junction<>(true, List.of());

    private final boolean all;
    private final List<Condition<M>> parts;

    private Junction(boolean all, List<Condition<M>> parts) {
        this.all = all;
        this.parts = parts;
    }

    @SuppressWarnings("unchecked")
    static <M> Condition<M> none() {
        return (Condition<M>) NONE;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <M> Condition<M> of(boolean all, Condition<M>... conditions) {
        return conditions.length == 1 ? conditions[0] : of(all, List.of(conditions));
    }

    static <M> Condition<M> of(boolean all, List<Condition<M>> conditions) {
        List<Condition<M>> present = present(conditions);
        return switch (present.size()) {
            case 0 -> none();
            case 1 -> present.get(0);
            default -> new Junction<>(all, present);
        };
    }

    @Override
    public boolean isAbsent() {
        return parts.isEmpty();
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.junction(all, parts);
    }

    @Override
    void shape(Shape shape) {
        shape.add(all ? AND : OR);
        for (Condition<M> part : parts) {
            part.shape(shape);
        }
        shape.add(END);
    }

    @Override
    void write(SqlText sql, String alias) {
        String separator = "(";
        for (Condition<M> part : parts) {
            sql.append(separator);
            part.write(sql, alias);
            separator = all ? " AND " : " OR ";
        }
        sql.append(")");
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        int next = index;
        for (Condition<M> part : parts) {
            next = part.bind(statement, next, dialect);
        }
        return next;
    }
}
