package dev.flashorm.migrate.introspect.corpus;

import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A database as SQL, from a file of such databases:
 *
 * <pre>
 * -- database: a table without a key
 * -- on: mysql              (without it: on all servers of the file)
 * -- schemas: one, two      (those that are read; without it the default one)
 * -- leans: on a function   (why its tables cannot be made again without what is beside them)
 * CREATE …
 * </pre>
 */
record HandmadeDatabase(String name, List<String> servers, List<String> schemas, String leans, String script) {
    private static final String HEAD = "-- database: ";

    /** @param file under `databases/` of the test resources */
    static List<HandmadeDatabase> read(String file) throws IOException {
        try (InputStream in = HandmadeDatabase.class.getResourceAsStream("/databases/" + file)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static List<HandmadeDatabase> parse(String text) {
        List<HandmadeDatabase> databases = new ArrayList<>();
        for (String part : ("\n" + text).split("\n" + HEAD, -1)) {
            if (!part.isBlank()) {
                databases.add(one(part));
            }
        }
        return databases;
    }

    private static HandmadeDatabase one(String part) {
        int end = part.indexOf('\n');
        return new HandmadeDatabase(
                part.substring(0, end).strip(),
                list(part, "-- on: "),
                list(part, "-- schemas: "),
                String.join(", ", list(part, "-- leans: ")),
                part.substring(end + 1));
    }

    private static List<String> list(String part, String head) {
        return part.lines()
                .filter(line -> line.startsWith(head))
                .flatMap(line -> Arrays.stream(line.substring(head.length()).split(",", -1)))
                .map(String::strip)
                .toList();
    }

    boolean isFor(DatabaseName server) {
        return servers.isEmpty() || servers.contains(server.id());
    }

    IntrospectionScope scope() {
        return new IntrospectionScope(schemas);
    }

    @Override
    public String toString() {
        return name;
    }
}
