package dev.flashorm.migrate.introspect.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.dialect.Dialects;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.Differ;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.map.SchemaMapper;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the reference implementation creates from a schema reads back as what we make of the schema. */
class IntrospectCreateTest {
    @Test
    void readsBackWhatTheSchemaSays() throws IOException {
        Score score = new Score("introspect", "introspect create");
        for (Corpus.CreateCase one : Corpus.required().createCases()) {
            try {
                List<Change> changes = difference(one);
                if (changes.isEmpty()) {
                    score.passed();
                } else {
                    score.failed(one.id(), changes);
                }
            } catch (SQLException | RuntimeException e) {
                score.failed(one.id(), e);
            }
        }
        score.publish();
        assertThat(score.share()).isGreaterThanOrEqualTo(0.97);
    }

    private static List<Change> difference(Corpus.CreateCase one) throws SQLException {
        SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", one.schema())));
        List<String> schemas =
                result.schema().datasource().map(Datasource::schemas).orElse(List.of());
        DatabaseSchema mapped =
                new SchemaMapper(Dialects.byName(one.provider()).orElseThrow().columns()).map(result.schema());
        DatabaseName name = DatabaseName.valueOf(one.provider().toUpperCase(Locale.ROOT));
        try (TestDatabase database = TestDatabases.create(name)) {
            SqlLoader.run(database, one.sql().getBytes(StandardCharsets.UTF_8));
            try (Connection connection = database.connect()) {
                DatabaseSchema found =
                        Introspectors.of(one.provider()).introspect(connection, new IntrospectionScope(schemas));
                Differ differ = new Differ(Renames.none());
                List<Change> changes = new ArrayList<>(differ.diff(found, mapped));
                changes.addAll(differ.diff(mapped, found));
                return changes;
            }
        }
    }
}
