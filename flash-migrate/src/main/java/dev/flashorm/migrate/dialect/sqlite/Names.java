package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.physical.ObjectName;
import java.util.Collection;
import java.util.stream.Collectors;

/** Quoting, as the page "SQLite Keywords" has it. */
final class Names {
    private Names() {}

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quote(ObjectName name) {
        return quote(name.name());
    }

    static String list(Collection<String> names) {
        return names.stream().map(Names::quote).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
