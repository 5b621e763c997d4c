package dev.flashorm.migrate.physical;

import java.util.List;

/**
 * A view: kept, and brought back where a rebuild of its tables takes it away; not a thing that a diff changes.
 *
 * @param definition the whole statement that makes it
 * @param columns what it yields, as far as the catalog knows; empty where nobody asked
 */
public record View(ObjectName name, boolean materialized, String definition, List<Column> columns) {
    public View {
        columns = List.copyOf(columns);
    }

    public View(ObjectName name, boolean materialized, String definition) {
        this(name, materialized, definition, List.of());
    }
}
