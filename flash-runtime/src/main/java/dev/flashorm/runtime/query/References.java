package dev.flashorm.runtime.query;

import dev.flashorm.runtime.ConstraintPlace;
import dev.flashorm.runtime.ForeignKeyViolation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps references intact where the database has no foreign keys: deletes records and changes their keys together with
 * what refers to them, in one transaction, in a number of statements that is fixed by the relations: the language lets
 * no cascade go round in a circle.
 */
public final class References {
    private static final int UNPAIR = -62;
    private static final int REPAIR = -63;

    private final Scope scope;
    private final ReferringWrites writes;

    private References(Scope scope, ReferringWrites writes) {
        this.scope = scope;
        this.writes = writes;
    }

    /** Deletes records, and what refers to them as its relation says. @return how many there were of the table */
    public static <M> long delete(Scope scope, Table<M> table, Condition<M> condition, ReferringWrites writes) {
        if (table.incoming().isEmpty()) {
            return writes.deleteAlone(scope, table, condition);
        }
        return scope.session().togetherIfPossible(transaction -> {
            References references = new References(scope.in(transaction), writes);
            List<M> records = references.locked(table, condition);
            if (!transaction.isInTransaction()) {
                Deletable.require(references, table, records);
            }
            return references.delete(table, records);
        });
    }

    /** Changes records, and what refers to them as its relation says. @return how many there were of the table */
    public static <M> long update(
            Scope scope, Table<M> table, Condition<M> condition, Changes changes, ReferringWrites writes) {
        if (!isReferredTo(table, changes)) {
            return writes.updateAlone(scope, table, condition, changes);
        }
        return scope.session().togetherIfPossible(transaction -> {
            References references = new References(scope.in(transaction), writes);
            List<M> records = references.locked(table, condition);
            // What forbids the change comes first: not every server takes back what was written before.
            List<Reference.Incoming<M, ?>> incoming = new ArrayList<>(table.incoming());
            incoming.sort(Comparator.comparing(each -> each.reference().onUpdate() != Reference.Action.RESTRICT));
            incoming.forEach(each -> references.beforeUpdate(each, records, changes));
            return writes.updateAlone(references.scope, table, condition, changes);
        });
    }

    /** Whether a change is one of a column that others refer to. */
    public static boolean isReferredTo(Table<?> table, Changes changes) {
        for (Reference.Incoming<?, ?> incoming : table.incoming()) {
            for (Column<?, ?> column : incoming.link().local()) {
                if (changes.has(column)) {
                    return true;
                }
            }
        }
        return false;
    }

    <M> List<M> locked(Table<M> table, Condition<M> condition) {
        Rows<M> wanted = writes.locked(Rows.all(table));
        return scope.engine().list(scope, condition.isAbsent() ? wanted : wanted.where(condition), Long.MAX_VALUE);
    }

    /** The records at the other end of a relation that refer to these, as many at once as the database takes. */
    <M, T> void referring(Link<M, T> link, List<M> records, Consumer<? super Condition<T>> work) {
        chunks(keys(records, link.local()), link.remote().get(), work);
    }

    private <M> long delete(Table<M> table, List<M> records) {
        List<? extends Column<M, ?>> key = table.keys().get(0).columns();
        if (records.isEmpty()) {
            return 0;
        }
        // What is deleted with them refers to nothing any more when it is asked who does.
        List<Reference.Incoming<M, ?>> incoming = new ArrayList<>(table.incoming());
        incoming.sort(Comparator.comparing(each -> each.reference().onDelete() == Reference.Action.RESTRICT));
        incoming.forEach(each -> beforeDelete(each, records));
        long[] count = {0};
        chunks(keys(records, key), key, some -> count[0] += writes.deleteAlone(scope, table, some));
        return count[0];
    }

    private <M, T> void beforeDelete(Reference.Incoming<M, T> incoming, List<M> records) {
        Link<M, T> link = incoming.link();
        List<Object> keys = keys(records, link.local());
        if (link.through() != null) {
            pairs(link, UNPAIR, "DELETE FROM " + link.through().sql(), keys, null);
            return;
        }
        List<? extends Column<T, ?>> remote = link.remote().get();
        switch (incoming.reference().onDelete()) {
            case CASCADE -> chunks(keys, remote, some -> cascade(link.target(), some));
            case SET_NULL -> chunks(keys, remote, some -> set(incoming, some, null));
            case RESTRICT -> chunks(keys, remote, some -> requireNone(link, some));
            case NO_ACTION -> {}
        }
    }

    private <T> void cascade(Table<T> table, Condition<T> condition) {
        if (table.incoming().isEmpty()) {
            writes.deleteAlone(scope, table, condition);
        } else {
            delete(table, locked(table, condition));
        }
    }

    private <M, T> void beforeUpdate(Reference.Incoming<M, T> incoming, List<M> records, Changes changes) {
        Link<M, T> link = incoming.link();
        List<M> changed = records.stream()
                .filter(record -> link.local().stream().anyMatch(column -> isChanged(column, record, changes)))
                .toList();
        List<Object> keys = keys(changed, link.local());
        if (keys.isEmpty()) {
            return;
        }
        if (link.through() != null) {
            JoinTable through = link.through();
            Column<M, ?> column = link.local().get(0);
            pairs(
                    link,
                    REPAIR,
                    "UPDATE " + through.sql() + " SET " + through.local() + " = ?",
                    keys,
                    changes.of(column));
            return;
        }
        List<? extends Column<T, ?>> remote = link.remote().get();
        switch (incoming.reference().onUpdate()) {
            case CASCADE -> chunks(keys, remote, some -> set(incoming, some, changes));
            case SET_NULL -> chunks(keys, remote, some -> set(incoming, some, null));
            case RESTRICT -> chunks(keys, remote, some -> requireNone(link, some));
            case NO_ACTION -> {}
        }
    }

    private static <M> boolean isChanged(Column<M, ?> column, M record, Changes changes) {
        Changes.Change<?> change = changes.of(column);
        if (change == null) {
            return false;
        }
        if (change.operation() != Fragment.SET) {
            throw new UnsupportedOperationException(
                    column + " is referred to by other records: give it a value, not an increment or the like.");
        }
        return !Objects.equals(Keys.comparable(change.value()), Keys.comparable(column.get(record)));
    }

    /** @param changes by which the columns that refer follow; null to make them refer to nothing */
    private <M, T> void set(Reference.Incoming<M, T> incoming, Condition<T> referring, @Nullable Changes changes) {
        Link<M, T> link = incoming.link();
        Changes made = incoming.reference().changes().get();
        for (int i = 0; i < link.local().size(); i++) {
            Changes.Change<?> change =
                    changes == null ? null : changes.of(link.local().get(i));
            if (changes == null || change != null) {
                made.put(link.remote().get().get(i), change == null ? null : change.value());
            }
        }
        made.stamp();
        // Where the database has foreign keys, what they change runs no hooks either.
        writes.update(scope, link.target(), referring, made);
    }

    private <M, T> void requireNone(Link<M, T> link, Condition<T> referring) {
        Table<T> table = link.target();
        if (scope.engine().exists(scope, Rows.all(table).where(referring))) {
            throw violation(link);
        }
    }

    static ForeignKeyViolation violation(Link<?, ?> link) {
        List<String> fields = link.remote().get().stream().map(Column::name).toList();
        return new ForeignKeyViolation(new ConstraintPlace(link.target().model(), fields, null), null);
    }

    /** A statement for the pairs of some records. */
    private <M> void pairs(
            Link<M, ?> link, int kind, String statement, List<Object> keys, Changes.@Nullable Change<?> change) {
        String local = Objects.requireNonNull(link.through()).local();
        int chunk = KeySet.chunk(scope, 1);
        for (int from = 0; from < keys.size(); from += chunk) {
            KeySet some = new KeySet(keys.subList(from, Math.min(keys.size(), from + chunk)), link.local());
            Shape shape = new Shape(link.local().get(0).table(), scope.dialect());
            shape.add(kind);
            shape.add(link.ordinal());
            some.shape(shape);
            String sql = scope.shapes().text(shape, () -> {
                SqlText text = new SqlText(scope.dialect()).append(statement).append(" WHERE ");
                some.write(text, local, "");
                return text.toString();
            });
            scope.session().update(sql, parameters -> {
                if (change != null) {
                    change.bind(parameters, 1);
                }
                some.bind(parameters, change == null ? 1 : 2, scope.dialect());
            });
        }
    }

    private static <M> List<Object> keys(List<M> records, List<? extends Column<M, ?>> columns) {
        Set<Object> keys = new LinkedHashSet<>();
        for (M record : records) {
            Object key = Keys.of(record, columns);
            if (key != null) {
                keys.add(key);
            }
        }
        return new ArrayList<>(keys);
    }

    private <T> void chunks(
            List<Object> keys, List<? extends Column<T, ?>> columns, Consumer<? super Condition<T>> work) {
        int chunk = KeySet.chunk(scope, columns.size());
        for (int from = 0; from < keys.size(); from += chunk) {
            work.accept(new KeyCondition<>(keys.subList(from, Math.min(keys.size(), from + chunk)), columns));
        }
    }
}
