package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.dialect.Dialects;
import dev.flashorm.migrate.map.SchemaMapper;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Extension;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.View;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.provider.Providers;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.SchemaDocument;
import dev.flashorm.schema.syntax.SchemaFileParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** `flash pull` into a new file: a database as the text of a schema. */
public final class SchemaPull {
    /** The address of a database comes from the environment, where nobody says otherwise. */
    public static final String ENVIRONMENT = "env(\"DATABASE_URL\")";

    /** Where extensions lie unless somebody says otherwise. */
    private static final Set<String> USUAL_SCHEMAS = Set.of("public", "pg_catalog");

    private final Provider provider;
    private final FieldTypes types;

    private SchemaPull(Provider provider, FieldTypes types) {
        this.provider = provider;
        this.types = types;
    }

    /**
     * The writer of a provider.
     *
     * @param provider a canonical name of a provider with a catalog: `postgresql`, `mysql`, `sqlite`, `mongodb`
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
            case "mongodb" -> new dev.flashorm.migrate.pull.mongodb.ColumnFieldTypes();
            case "sqlite" -> new dev.flashorm.migrate.pull.sqlite.ColumnFieldTypes();
            default -> throw new IllegalArgumentException("no catalog to read on " + provider);
        };
    }

    /**
     * The schema, formatted: datasource, models by name, views, enums.
     *
     * @param url as the datasource is to say it: `env("DATABASE_URL")`
     */
    public String text(DatabaseSchema database, String url) {
        return text(database, url, KnownNames.none());
    }

    /** The same with the names of an existing schema. */
    private String text(DatabaseSchema database, String url, KnownNames known) {
        PulledNames names = new PulledNames(provider, types, known, database);
        List<PulledModel> models = new ArrayList<>();
        FieldWriter fields = new FieldWriter(provider, types, names);
        IndexWriter indexes = new IndexWriter(provider, types);
        for (Table table : database.tables()) {
            if (JoinTable.of(database, table).isEmpty()) {
                PulledModel model = fields.model(table);
                indexes.write(table, model);
                names.writeMapping(model);
                models.add(model);
            }
        }
        new RelationWriter(provider, types, known, models).write(database);
        for (View view : database.views()) {
            // A materialized view is as old as its last refresh: nobody wants it for a table unasked.
            if (!view.columns().isEmpty() && !view.materialized()) {
                PulledModel model = fields.view(view);
                names.writeMapping(model);
                models.add(model);
            }
        }
        StringBuilder out = new StringBuilder();
        printDatasource(database, names, url, out);
        models.forEach(model -> model.print(out.append('\n')));
        fields.composites().forEach(type -> type.print(out.append('\n')));
        names.enums().forEach(type -> type.print(out.append('\n')));
        return Formatter.format(new SourceFile("schema.flash", out.toString()));
    }

    /**
     * Files that people wrote, brought up to what a database holds: the places that differ, and no others.
     *
     * @param files of the schema; compiled, without an error
     * @param schema what they say
     * @return the files in the same order; those that need no change are the same objects
     */
    public List<SourceFile> update(List<SourceFile> files, Schema schema, DatabaseSchema database) {
        SchemaMapper mapper = new SchemaMapper(Dialects.byName(provider.name())
                .orElseThrow(() -> new IllegalArgumentException(provider.name()))
                .columns());
        DatabaseSchema described = UnsaidDetails.of(provider.name()).keep(database, mapper.map(schema));
        KnownNames known = KnownNames.of(mapper, schema);
        List<View> views = database.views().stream()
                .filter(view -> known.block(view.name()).isPresent())
                .toList();
        return new SchemaMerge(
                        document(described.withViews(views), known),
                        document(database, known),
                        files.stream().map(SchemaFileParser::parse).toList())
                .merge();
    }

    private SchemaDocument document(DatabaseSchema database, KnownNames known) {
        return SchemaFileParser.parse(new SourceFile("database", text(database, ENVIRONMENT, known)));
    }

    private void printDatasource(DatabaseSchema database, PulledNames names, String url, StringBuilder out) {
        out.append("datasource db {\n");
        out.append("  provider = \"").append(provider.name()).append("\"\n");
        out.append("  url = ").append(url).append('\n');
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
        List<String> arguments = new ArrayList<>();
        if (!name.equals(extension.name())) {
            arguments.add("map: " + SchemaString.quote(extension.name()));
        }
        // A schema of its own is part of the names by which its functions are called.
        extension
                .schema()
                .filter(schema -> !USUAL_SCHEMAS.contains(schema))
                .ifPresent(schema -> arguments.add("schema: " + SchemaString.quote(schema)));
        return arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")";
    }
}
