package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.physical.ObjectName;
import java.util.Collection;
import java.util.stream.Collectors;

/** Quoting, by section 4.1 of the manual. */
public final class Names {
    private Names() {}

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String quote(ObjectName name) {
        return name.schema().map(schema -> quote(schema) + ".").orElse("") + quote(name.name());
    }

    static String list(Collection<String> names) {
        return names.stream().map(Names::quote).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
