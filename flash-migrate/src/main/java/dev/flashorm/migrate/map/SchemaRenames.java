package dev.flashorm.migrate.map;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What only changed its name, in names of the schema language.
 *
 * @param origins path after to path before: `User.displayName` to `User.nickname`, `Account` to `User`. A path is the
 *     name of a model or an enum, with a field or a value behind a point
 */
public record SchemaRenames(Map<String, String> origins) {
    private static final SchemaRenames NONE = new SchemaRenames(Map.of());

    public SchemaRenames {
        origins = Map.copyOf(origins);
    }

    public static SchemaRenames none() {
        return NONE;
    }

    /** The path before of a path after. */
    public Optional<String> origin(String path) {
        return Optional.ofNullable(origins.get(path));
    }

    /** With one more. */
    public SchemaRenames with(String after, String before) {
        Map<String, String> more = new TreeMap<>(origins);
        more.put(after, before);
        return new SchemaRenames(more);
    }
}
