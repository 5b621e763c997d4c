package dev.flashorm.runtime.query;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what queries say: as SQL, or in the commands of a database that has another language. Without a state of
 * its own; for many threads.
 */
public interface Engine {
    /** @param most no more records than this are needed, whatever the page says */
    <M> List<M> list(Scope scope, Rows<M> rows, long most);

    /**
     * The same with relations to one record, in one statement.
     *
     * @param joins none unless it {@link #hasJoins}
     */
    default <M> List<M> list(Scope scope, Rows<M> rows, long most, List<Joined<M, ?>> joins) {
        return list(scope, rows, most);
    }

    /**
     * The same, read when they are asked for.
     *
     * @param fetchSize how many the driver may hold at once, one at least
     */
    <M> Stream<M> stream(Scope scope, Rows<M> rows, int fetchSize);

    /** Whether related records can be read by the statement of the records themselves. */
    default boolean hasJoins() {
        return false;
    }

    /**
     * Selected values of rows or of groups.
     *
     * @param most no more than this are needed, whatever the page says
     */
    <M, R extends @Nullable Object> List<R> select(Scope scope, Select<M> select, RowMapper<R> mapper, long most);

    /**
     * The same, read when they are asked for.
     *
     * @param fetchSize how many the driver may hold at once, one at least
     */
    <M, R extends @Nullable Object> Stream<R> stream(Scope scope, Select<M> select, RowMapper<R> mapper, int fetchSize);

    /** The same rows, locked against other writers where the database has that for rows that are read. */
    default <M> Rows<M> locked(Rows<M> rows) {
        return rows;
    }

    /** Whether a failure in a transaction can be undone by itself. */
    default boolean hasSavepoints() {
        return false;
    }

    /** How records of a model are inserted: with its hooks, where it has some. */
    default <M, D> Inserter<M, D> inserting(Table<M> table, Inserter<M, D> inserter) {
        return inserter;
    }

    /** Whether something runs when records of the table are deleted. */
    default boolean hasDeleteHooks(Table<?> table) {
        return false;
    }

    <M> long count(Scope scope, Rows<M> rows);

    <M> boolean exists(Scope scope, Rows<M> rows);

    /**
     * Changes all records of a condition.
     *
     * @param changes one at least
     * @return how many there were
     */
    <M> long update(Scope scope, Table<M> table, Condition<M> condition, Changes changes);

    /**
     * Changes records of several conditions, in this order: each in its own way.
     *
     * @return how many there were
     */
    default <M> long updateEach(Scope scope, Table<M> table, List<RowUpdate<M>> updates) {
        long count = 0;
        for (RowUpdate<M> update : updates) {
            count += update(scope, table, update.which(), update.changes());
        }
        return count;
    }

    /**
     * Deletes all records of a condition.
     *
     * @return how many there were
     */
    <M> long delete(Scope scope, Table<M> table, Condition<M> condition);

    /**
     * What belongs to each of the records, in their order; in a number of statements that does not depend on theirs.
     *
     * @param wanted which of the related records, with a page for each record by itself
     */
    <M, T> List<List<T>> related(Scope scope, Link<M, T> link, Rows<T> wanted, List<M> records);

    /**
     * Makes records of a relation of many to many belong together; those that do already still do.
     *
     * @param pairs one at least
     */
    <M, T> void pair(Scope scope, PairLink<M, T> link, List<PairLink.Pair> pairs);

    /**
     * Parts a record from others.
     *
     * @param key that of the record
     * @param which of the others; absent for all
     */
    <M, T> void unpair(Scope scope, PairLink<M, T> link, M record, Object key, Condition<T> which);
}
