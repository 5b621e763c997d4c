package dev.flashorm.migrate.engine;

import dev.flashorm.migrate.physical.ObjectName;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a statement makes, or gives another name.
 *
 * @param kind in upper case, as `CREATE` calls it; a collection of MongoDB is a `TABLE`
 * @param quoted whether the name is exactly so; else the database may have folded it
 */
public record CreatedObject(String kind, Optional<String> schema, String name, boolean quoted) {
    /** Whether it is the one that a catalog calls so. */
    public boolean is(String wantedKind, ObjectName wanted) {
        boolean sameSchema = schema.isEmpty()
                || wanted.schema().isEmpty()
                || wanted.schema().get().equalsIgnoreCase(schema.get());
        return kind.equals(wantedKind)
                && sameSchema
                && (name.equals(wanted.name())
                        || (!quoted && name.toLowerCase(Locale.ROOT).equals(wanted.name())));
    }
}
