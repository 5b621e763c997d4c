package dev.flashorm.runtime.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A related record with what belongs to it. */
final class ToOneWith<M, T, V extends @Nullable Object, R> implements Joinable<M, @Nullable R> {
    private final ToOne<M, T> relation;
    private final Include<T, V> include;
    private final BiFunction<? super T, ? super V, ? extends R> combine;

    ToOneWith(ToOne<M, T> relation, Include<T, V> include, BiFunction<? super T, ? super V, ? extends R> combine) {
        this.relation = relation;
        this.include = include;
        this.combine = combine;
    }

    @Override
    public List<@Nullable R> load(Scope scope, List<M> records) {
        List<@Nullable T> related = relation.load(scope, records);
        return combined(related, include.load(scope, present(related)));
    }

    private static <T> List<T> present(List<@Nullable T> related) {
        List<T> present = new ArrayList<>();
        for (T record : related) {
            if (record != null) {
                present.add(record);
            }
        }
        return present;
    }

    private List<@Nullable R> combined(List<@Nullable T> related, List<V> values) {
        List<@Nullable R> combined = new ArrayList<>(related.size());
        int next = 0;
        for (T record : related) {
            combined.add(record == null ? null : combine.apply(record, values.get(next++)));
        }
        return combined;
    }

    @Override
    public Joined<M, @Nullable R> joined() {
        return new Both(new JoinedRecord<>(relation.link()), Joinable.joined(include));
    }

    /** The related record, and with it what belongs to it if that can be joined too. */
    private final class Both implements Joined<M, @Nullable R> {
        private final JoinedRecord<M, T> record;
        private final @Nullable Joined<T, V> inner;
        private final List<@Nullable T> related = new ArrayList<>();

        Both(JoinedRecord<M, T> record, @Nullable Joined<T, V> inner) {
            this.record = record;
            this.inner = inner;
        }

        @Override
        public void shape(Shape shape) {
            record.shape(shape);
            if (inner != null) {
                inner.shape(shape);
            }
            shape.add(Condition.END);
        }

        @Override
        public void write(SqlText sql, String alias, StringBuilder joins) {
            String own = record.join(sql, alias, joins);
            if (inner != null) {
                inner.write(sql, own, joins);
            }
        }

        @Override
        public int width() {
            return record.width() + (inner == null ? 0 : inner.width());
        }

        @Override
        public void read(ResultSet rows, int at) throws SQLException {
            T found = record.record(rows, at);
            related.add(found);
            if (found != null && inner != null) {
                inner.read(rows, at + record.width());
            }
        }

        @Override
        public List<@Nullable R> values(Scope scope) {
            return combined(related, inner == null ? include.load(scope, present(related)) : inner.values(scope));
        }
    }
}
