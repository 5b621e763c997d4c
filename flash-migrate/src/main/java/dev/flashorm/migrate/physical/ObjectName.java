package dev.flashorm.migrate.physical;

import java.util.Comparator;
import java.util.Optional;

/**
 * The name of a table, type, sequence or view.
 *
 * @param schema the database schema; empty for the connection's default one
 */
public record ObjectName(Optional<String> schema, String name) implements Comparable<ObjectName> {
    private static final Comparator<ObjectName> ORDER =
            Comparator.comparing((ObjectName name) -> name.schema().orElse("")).thenComparing(ObjectName::name);

    public static ObjectName of(String name) {
        return new ObjectName(Optional.empty(), name);
    }

    public static ObjectName of(String schema, String name) {
        return new ObjectName(Optional.of(schema), name);
    }

    /** Another object of the same schema. */
    public ObjectName sibling(String other) {
        return new ObjectName(schema, other);
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return schema.map(prefix -> prefix + "." + name).orElse(name);
    }
}
