package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.physical.ObjectName;
import java.util.Collection;
import java.util.stream.Collectors;

/** Quoting, by sections 9.1.1 and 9.2 of the manual; strings hold whatever the SQL mode. */
public final class Names {
    private Names() {}

    public static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    static String quote(ObjectName name) {
        return name.schema().map(schema -> quote(schema) + ".").orElse("") + quote(name.name());
    }

    static String list(Collection<String> names) {
        return names.stream().map(Names::quote).collect(Collectors.joining(", "));
    }

    public static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
