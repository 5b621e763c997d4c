package dev.flashorm.migrate.introspect.postgresql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspector;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads PostgreSQL. Types and expressions are qualified as the connection's search path has it. */
public final class CatalogIntrospector implements Introspector {
    @Override
    public DatabaseSchema introspect(Connection connection, IntrospectionScope scope) throws SQLException {
        Catalog catalog = new Catalog(connection);
        Namespaces namespaces = Namespaces.read(catalog, scope);
        SequenceReader sequences = SequenceReader.read(catalog, namespaces);
        TypeReader types = new TypeReader(namespaces);
        Map<Long, List<ColumnReader.Found>> columns = new ColumnReader(namespaces, types, sequences).read(catalog);
        ConstraintReader constraints = ConstraintReader.read(catalog, namespaces);
        IndexReader indexes = IndexReader.read(catalog, namespaces);
        ObjectReader objects = new ObjectReader(catalog, namespaces);
        List<Table> tables = new ArrayList<>();
        for (ObjectReader.Relation relation : objects.tables()) {
            long id = relation.id();
            tables.add(new Table(
                    relation.name(),
                    ColumnReader.columns(columns, id),
                    indexes.primaryKey(id),
                    indexes.indexes(id),
                    constraints.foreignKeys(id),
                    constraints.checks(id),
                    relation.comment(),
                    relation.options()));
        }
        return new DatabaseSchema(
                namespaces.named(),
                objects.extensions(),
                objects.enums(),
                sequences.freeSequences(columns),
                tables,
                objects.views(columns),
                new UnmanagedReader(namespaces).read(catalog));
    }
}
