package dev.flashorm.runtime.query;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How two tables belong together, seen from one of them.
 *
 * @param ordinal of the relation among those of the table
 * @param local columns of this end
 * @param remote columns of the other end that equal them, in the same order; given late, because models refer to each
 *     other in circles
 * @param through the table of pairs, if there is one
 */
public record Link<M, T>(
        int ordinal,
        List<? extends Column<M, ?>> local,
        Supplier<List<? extends Column<T, ?>>> remote,
        @Nullable JoinTable through) {
    /** The table at the other end. */
    public Table<T> target() {
        return remote.get().get(0).table();
    }

    /**
     * The rows at the other end that belong to a row of this one: {@code  FROM posts AS t1 WHERE t1.author_id = t0.id}.
     *
     * @param alias of this end
     * @param related of the other
     */
    String from(SqlText sql, String alias, String related) {
        List<? extends Column<T, ?>> keys = remote.get();
        StringBuilder text = new StringBuilder(" FROM ")
                .append(target().sql())
                .append(" AS ")
                .append(related);
        if (through == null) {
            String separator = " WHERE ";
            for (int i = 0; i < keys.size(); i++) {
                text.append(separator).append(keys.get(i).in(related));
                text.append(" = ").append(local.get(i).in(alias));
                separator = " AND ";
            }
            return text.toString();
        }
        String pairs = sql.newAlias();
        return text.append(" INNER JOIN " + through.sql() + " AS " + pairs)
                .append(" ON " + pairs + '.' + through.remote() + " = "
                        + keys.get(0).in(related))
                .append(" WHERE " + pairs + '.' + through.local() + " = "
                        + local.get(0).in(alias))
                .toString();
    }
}
