package dev.flashorm.migrate.physical;

import java.util.List;
import java.util.Optional;

/**
 * @param name empty where the catalog keeps none (SQLite)
 * @param options what follows the actions, as SQL: `DEFERRABLE INITIALLY DEFERRED`, `NOT VALID`; usually empty
 */
public record ForeignKey(
        Optional<String> name,
        List<String> columns,
        ObjectName target,
        List<String> targetColumns,
        Action onDelete,
        Action onUpdate,
        String options,
        Optional<String> comment) {
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** What happens to the rows that point to a deleted or changed one. */
    public enum Action {
        NO_ACTION("NO ACTION"),
        RESTRICT("RESTRICT"),
        CASCADE("CASCADE"),
        SET_NULL("SET NULL"),
        SET_DEFAULT("SET DEFAULT");

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    public ForeignKey withName(Optional<String> other) {
        return new ForeignKey(other, columns, target, targetColumns, onDelete, onUpdate, options, comment);
    }

    public ForeignKey withComment(Optional<String> other) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, options, other);
    }

    public ForeignKey withColumns(List<String> others) {
        return new ForeignKey(name, others, target, targetColumns, onDelete, onUpdate, options, comment);
    }

    public ForeignKey withTarget(ObjectName table, List<String> others) {
        return new ForeignKey(name, columns, table, others, onDelete, onUpdate, options, comment);
    }
}
