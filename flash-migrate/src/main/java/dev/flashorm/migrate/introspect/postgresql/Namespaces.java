package dev.flashorm.migrate.introspect.postgresql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.ObjectName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The schemas that are read.
 *
 * @param own the one that names without a schema belong to
 * @param read those that exist of the ones asked for
 */
record Namespaces(String own, List<String> read) {
    static Namespaces read(Catalog catalog, IntrospectionScope scope) throws SQLException {
        // The setting may name schemas that don't exist; without any that does, new tables go to public.
        String own = catalog.query("SELECT coalesce(current_schema(), 'public') AS name", row -> row.text("name"))
                .get(0);
        List<String> wanted = scope.schemas().isEmpty() ? List.of(own) : scope.schemas();
        return new Namespaces(
                own,
                catalog.query(
                        "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (?) ORDER BY nspname",
                        row -> row.text("nspname"),
                        wanted));
    }

    /** Those that a schema file has to name. */
    List<String> named() {
        return read.stream().filter(name -> !name.equals(own)).toList();
    }

    ObjectName name(String schema, String name) {
        return new ObjectName(schema.equals(own) ? Optional.empty() : Optional.of(schema), name);
    }
}
