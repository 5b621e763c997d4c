package dev.flashorm.migrate.introspect.sqlite;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspector;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the main database of a SQLite connection. */
public final class CatalogIntrospector implements Introspector {
    @Override
    public DatabaseSchema introspect(Connection connection, IntrospectionScope scope) throws SQLException {
        Catalog catalog = new Catalog(connection);
        ObjectReader objects = new ObjectReader(catalog);
        List<ObjectReader.Relation> relations = objects.tables();
        ColumnReader columns = ColumnReader.read(catalog);
        IndexReader indexes = IndexReader.read(catalog);
        ConstraintReader constraints = ConstraintReader.read(catalog);
        List<Table> tables = new ArrayList<>();
        for (ObjectReader.Relation relation : relations) {
            String name = relation.name().name();
            TableText text = TableText.parse(relation.sql());
            tables.add(new Table(
                    relation.name(),
                    columns.columns(name, text, relation.options()),
                    columns.primaryKey(name).map(key -> indexes.withOrder(name, key)),
                    indexes.indexes(name, text),
                    constraints.foreignKeys(name, text),
                    text.checks(),
                    Optional.empty(),
                    relation.options()));
        }
        return new DatabaseSchema(
                List.of(), List.of(), List.of(), List.of(), tables, objects.views(), UnmanagedReader.read(catalog));
    }
}
