package dev.flashorm.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Related records to load with others, all of them with a fixed number of statements.
 *
 * @param <M> the record that has the relation
 * @param <V> what is loaded for each: a list, or a record or null
 */
public interface Include<M, V extends @Nullable Object> {
    /** What belongs to each of the records, in their order. */
    List<V> load(Scope scope, List<M> records);
}
