package dev.flashorm.migrate.physical;

import java.util.List;
import java.util.Optional;

/**
 * An index of a table, unique or not; also a unique constraint, which is one with {@link #constraint()}.
 *
 * @param constraint declared as a constraint of the table, which an index serves
 * @param method `BTREE`, `GIN`, `FULLTEXT`…, in upper case; empty for the dialect's default
 * @param include columns that are stored but not searched (PostgreSQL)
 * @param where the condition of a partial index
 * @param options what follows the keys, as SQL: `NULLS NOT DISTINCT`, `WITH (…)`, `DEFERRABLE`; usually empty
 */
public record TableIndex(
        String name,
        boolean unique,
        boolean constraint,
        Optional<String> method,
        List<IndexPart> parts,
        List<String> include,
        Optional<SqlExpression> where,
        String options,
        Optional<String> comment) {
    public TableIndex {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
    }

    /** An index of plain columns. */
    public static TableIndex of(String name, boolean unique, List<String> columns) {
        return new TableIndex(
                name,
                unique,
                false,
                Optional.empty(),
                columns.stream().map(IndexPart::column).toList(),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    /** The columns, without expressions. */
    public List<String> columns() {
        return parts.stream().flatMap(part -> part.column().stream()).toList();
    }

    public TableIndex withName(String other) {
        return new TableIndex(other, unique, constraint, method, parts, include, where, options, comment);
    }

    public TableIndex withParts(List<IndexPart> others, List<String> included) {
        return new TableIndex(name, unique, constraint, method, others, included, where, options, comment);
    }

    public TableIndex withComment(Optional<String> other) {
        return new TableIndex(name, unique, constraint, method, parts, include, where, options, other);
    }
}
