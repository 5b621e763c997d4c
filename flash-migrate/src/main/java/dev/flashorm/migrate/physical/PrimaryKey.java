package dev.flashorm.migrate.physical;

import java.util.List;
import java.util.Optional;

/**
 * @param name empty where the database gives it none (MySQL, SQLite)
 * @param options what follows the columns, as SQL: `INCLUDE (…)`, `DEFERRABLE`; usually empty
 */
public record PrimaryKey(Optional<String> name, List<IndexPart> parts, String options, Optional<String> comment) {
    public PrimaryKey {
        parts = List.copyOf(parts);
    }

    public List<String> columns() {
        return parts.stream().flatMap(part -> part.column().stream()).toList();
    }

    public PrimaryKey withName(Optional<String> other) {
        return new PrimaryKey(other, parts, options, comment);
    }

    public PrimaryKey withParts(List<IndexPart> others) {
        return new PrimaryKey(name, others, options, comment);
    }
}
