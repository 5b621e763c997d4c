package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Extension;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.View;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.provider.Providers;
import dev.flashorm.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** `flash pull` into a new file: a database as the text of a schema. */
public final class SchemaPull {
    private final Provider provider;
    private final FieldTypes types;

    private SchemaPull(Provider provider, FieldTypes types) {
        this.provider = provider;
        this.types = types;
    }

    /**
     * The writer of a provider.
     *
     * @param provider a canonical name of a provider with a catalog: `postgresql`, `mysql`, `sqlite`
     */
    public static SchemaPull of(String provider) {
        Provider found = Providers.byName(provider).orElseThrow(() -> new IllegalArgumentException(provider));
        return new SchemaPull(found, fieldTypes(provider));
    }

    /** The types of a provider. */
    static FieldTypes fieldTypes(String provider) {
        return switch (provider) {
            case "postgresql" -> new dev.flashorm.migrate.pull.postgresql.ColumnFieldTypes();
            case "mysql" -> new dev.flashorm.migrate.pull.mysql.ColumnFieldTypes();
            case "sqlite" -> new dev.flashorm.migrate.pull.sqlite.ColumnFieldTypes();
            default -> throw new IllegalArgumentException("no catalog to read on " + provider);
        };
    }

    /**
     * The schema, formatted: datasource, models by name, views, enums.
     *
     * @param urlVariable the environment variable that the datasource names
     */
    public String text(DatabaseSchema database, String urlVariable) {
        PulledNames names = new PulledNames(provider, types, database);
        List<PulledModel> models = new ArrayList<>();
        FieldWriter fields = new FieldWriter(provider, types, names);
        IndexWriter indexes = new IndexWriter(provider);
        for (Table table : database.tables()) {
            if (JoinTable.of(database, table).isEmpty()) {
                PulledModel model = fields.model(table);
                indexes.write(table, model);
                names.writeMapping(model);
                models.add(model);
            }
        }
        new RelationWriter(provider, types, models).write(database);
        for (View view : database.views()) {
            // A materialized view is as old as its last refresh: nobody wants it for a table unasked.
            if (!view.columns().isEmpty() && !view.materialized()) {
                PulledModel model = fields.view(view);
                names.writeMapping(model);
                models.add(model);
            }
        }
        StringBuilder out = new StringBuilder();
        printDatasource(database, names, urlVariable, out);
        models.forEach(model -> model.print(out.append('\n')));
        names.enums().forEach(type -> type.print(out.append('\n')));
        return Formatter.format(new SourceFile("schema.flash", out.toString()));
    }

    private void printDatasource(DatabaseSchema database, PulledNames names, String urlVariable, StringBuilder out) {
        out.append("datasource db {\n");
        out.append("  provider = \"").append(provider.name()).append("\"\n");
        out.append("  url = env(").append(SchemaString.quote(urlVariable)).append(")\n");
        if (!names.schemas().isEmpty()) {
            List<String> quoted =
                    names.schemas().stream().map(SchemaString::quote).toList();
            out.append("  schemas = [").append(String.join(", ", quoted)).append("]\n");
        }
        if (!database.extensions().isEmpty()) {
            List<String> extensions =
                    database.extensions().stream().map(SchemaPull::extension).toList();
            out.append("  extensions = [").append(String.join(", ", extensions)).append("]\n");
        }
        out.append("}\n");
    }

    private static String extension(Extension extension) {
        String name = Identifiers.sanitized(extension.name());
        return name.equals(extension.name()) ? name : name + "(map: " + SchemaString.quote(extension.name()) + ")";
    }
}
