package dev.flashorm.migrate.introspect.mysql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspector;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the database that a connection to MySQL or MariaDB uses. */
public final class CatalogIntrospector implements Introspector {
    @Override
    public DatabaseSchema introspect(Connection connection, IntrospectionScope scope) throws SQLException {
        Catalog catalog = new Catalog(connection);
        Server server = Server.detect(catalog);
        ObjectReader objects = new ObjectReader(catalog);
        List<ObjectReader.Relation> relations = objects.tables();
        ConstraintReader constraints = ConstraintReader.read(catalog, server);
        Map<String, List<Column>> columns = new ColumnReader(server, constraints).read(catalog);
        IndexReader indexes = IndexReader.read(catalog, server);
        List<Table> tables = new ArrayList<>();
        for (ObjectReader.Relation relation : relations) {
            String name = relation.name().name();
            List<ForeignKey> foreignKeys = constraints.foreignKeys(name);
            tables.add(new Table(
                    relation.name(),
                    columns.getOrDefault(name, List.of()),
                    indexes.primaryKey(name),
                    indexes.indexes(name, foreignKeys),
                    foreignKeys,
                    constraints.checks(name),
                    relation.comment(),
                    relation.options()));
        }
        return new DatabaseSchema(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                tables,
                objects.views(columns),
                UnmanagedReader.read(catalog));
    }
}
