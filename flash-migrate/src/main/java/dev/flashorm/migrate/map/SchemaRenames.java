package dev.flashorm.migrate.map;

import java.util.List;
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

    /** As a person types them, see {@link RenameRequests}: `User.nickname=displayName`. */
    public List<String> requests() {
        return new TreeMap<>(origins)
                .entrySet().stream()
                        .map(rename -> rename.getValue() + "=" + FormerNames.member(rename.getKey()))
                        .toList();
    }

    /** With one more. */
    public SchemaRenames with(String after, String before) {
        Map<String, String> more = new TreeMap<>(origins);
        more.put(after, before);
        return new SchemaRenames(more);
    }

    /** These and then others, as one step: a thing that was renamed twice comes from its first name. */
    public SchemaRenames then(SchemaRenames later) {
        Map<String, String> composed = new TreeMap<>();
        origins.forEach((path, origin) -> {
            if (!later.origins.containsValue(path)) {
                composed.put(later.pathAfter(path), origin);
            }
        });
        later.origins.forEach((path, origin) -> composed.put(path, pathBefore(origin)));
        return new SchemaRenames(composed);
    }

    /** A member of what was renamed as a whole goes with it. */
    private String pathBefore(String path) {
        int point = path.indexOf('.');
        return origin(path)
                .orElseGet(() -> point < 0
                        ? path
                        : origin(path.substring(0, point)).orElse(path.substring(0, point)) + path.substring(point));
    }

    private String pathAfter(String path) {
        int point = path.indexOf('.');
        if (point < 0) {
            return path;
        }
        String owner = path.substring(0, point);
        return origins.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(owner))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(owner)
                + path.substring(point);
    }
}
