package dev.flashorm.migrate.introspect;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.migrate.physical.UnmanagedObject;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database made by statements, as it is read back. */
record Introspected(DatabaseSchema schema) {
    static Introspected of(DatabaseName name, String... statements) {
        return of(name, IntrospectionScope.defaultSchema(), statements);
    }

    static Introspected of(DatabaseName name, IntrospectionScope scope, String... statements) {
        try (TestDatabase database = TestDatabases.create(name)) {
            database.execute(statements);
            return new Introspected(read(database, scope));
        }
    }

    static DatabaseSchema read(TestDatabase database, IntrospectionScope scope) {
        try (Connection connection = database.connect()) {
            return Introspectors.of(database.name().provider()).introspect(connection, scope);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Table table(String name) {
        return schema.table(ObjectName.of(name)).orElseThrow(() -> new AssertionError("no table " + name));
    }

    Column column(String table, String column) {
        return table(table).column(column).orElseThrow(() -> new AssertionError("no column " + column));
    }

    TableIndex index(String table, String name) {
        return table(table).indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no index " + name + " in " + table(table).indexes()));
    }

    /** `kind name`. */
    List<String> unmanaged() {
        return schema.unmanaged().stream()
                .map((UnmanagedObject object) -> object.kind() + " " + object.name())
                .toList();
    }
}
