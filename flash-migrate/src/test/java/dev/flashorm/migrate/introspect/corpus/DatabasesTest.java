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
import dev.flashorm.migrate.pull.SchemaPull;
import dev.flashorm.migrate.pull.UnsaidDetails;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sample databases of the world: read, written as a schema, compared with it. */
class DatabasesTest {
    private final Score twice = new Score("databases-introspect", "databases introspect");
    private final Score roundTrip = new Score("databases-roundtrip", "databases roundtrip");
    private final Score expected = new Score("databases-expected", "databases expected");

    @Test
    void readsAndWritesThem() throws IOException {
        for (Corpus.SampleDatabase sample : Corpus.required().databases()) {
            try (TestDatabase database = LoadedDatabase.of(sample);
                    Connection connection = database.connect()) {
                IntrospectionScope scope = new IntrospectionScope(schemas(sample));
                long start = System.nanoTime();
                DatabaseSchema found = Introspectors.of(sample.dialect()).introspect(connection, scope);
                long millis = (System.nanoTime() - start) / 1_000_000;
                System.out.println("  " + sample + " " + found.tables().size() + " tables, " + millis + " ms");
                if (Introspectors.of(sample.dialect())
                        .introspect(connection, scope)
                        .equals(found)) {
                    twice.passed();
                } else {
                    twice.failed(sample.name(), "differs the second time");
                }
                pull(sample, found);
            } catch (SQLException | RuntimeException e) {
                twice.failed(sample.name(), e);
            }
        }
        twice.publish();
        roundTrip.publish();
        expected.publish();
        assertThat(twice.share()).isEqualTo(1);
        assertThat(roundTrip.share()).isEqualTo(1);
    }

    private void pull(Corpus.SampleDatabase sample, DatabaseSchema found) throws IOException {
        String text = SchemaPull.of(sample.dialect()).text(found, "DATABASE_URL");
        Path folder = Path.of("target", "corpus", "pulled");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(sample.name() + ".prisma"), text);
        SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
        List<Diagnostic> errors =
                result.diagnostics().stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            roundTrip.failed(
                    sample.name(), errors.size() + " errors: " + errors.get(0).message());
        } else {
            List<Change> changes = difference(sample, found, result);
            if (changes.isEmpty()) {
                roundTrip.passed();
            } else {
                roundTrip.failed(sample.name(), changes);
            }
        }
        if (sample.expected().isPresent()) {
            String reference = PulledText.comparable(sample.expected().get());
            // The reference was not always asked for views.
            boolean views = sample.expected().get().contains("\nview ");
            String ours = PulledText.comparable(views ? text : PulledText.withoutViews(text));
            if (reference.equals(ours)) {
                expected.passed();
            } else {
                expected.failed(sample.name(), PulledText.firstDifference(reference, ours));
            }
        }
    }

    private static List<Change> difference(Corpus.SampleDatabase sample, DatabaseSchema found, SchemaResult result) {
        DatabaseSchema mapped =
                new SchemaMapper(Dialects.byName(sample.dialect()).orElseThrow().columns()).map(result.schema());
        DatabaseSchema complete = UnsaidDetails.of(sample.dialect()).keep(found, mapped);
        return new Differ(Renames.none()).diff(found, complete);
    }

    /** The reference was asked for these; without a list for the connection's own one. */
    private static List<String> schemas(Corpus.SampleDatabase sample) {
        return sample.expected()
                .map(text -> SchemaCompiler.compile(List.of(new SourceFile("expected.prisma", text)))
                        .schema()
                        .datasource()
                        .orElseThrow()
                        .schemas())
                .orElse(List.of());
    }
}
