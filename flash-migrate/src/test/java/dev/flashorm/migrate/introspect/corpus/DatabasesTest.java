package dev.flashorm.migrate.introspect.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.Differ;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.pull.SchemaPull;
import dev.flashorm.migrate.pull.UnsaidDetails;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sample databases of the world: read, written as a schema, compared with it. Takes many minutes, so only on request. */
@EnabledIfSystemProperty(
        named = "flash.corpus",
        matches = "all",
        disabledReason = "the sample databases take many minutes: -Dflash.corpus=all")
class DatabasesTest {
    private static final Score TWICE = new Score("databases-introspect", "databases introspect");
    private static final Score ROUND_TRIP = new Score("databases-roundtrip", "databases roundtrip");
    private static final Score EXPECTED = new Score("databases-expected", "databases expected");

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "mysql"})
    void readsAndWritesThem(String dialect) throws IOException {
        for (Corpus.SampleDatabase sample : Corpus.required().databases()) {
            if (!sample.dialect().equals(dialect)) {
                continue;
            }
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
                    TWICE.passed();
                } else {
                    TWICE.failed(sample.name(), "differs the second time");
                }
                pull(sample, found);
            } catch (SQLException | RuntimeException e) {
                TWICE.failed(sample.name(), e);
            }
        }
        assertThat(TWICE.share()).isEqualTo(1);
        // A row of many long texts may be too large in the character set that a schema's tables get.
        assertThat(ROUND_TRIP.share()).isGreaterThanOrEqualTo(0.97);
    }

    @AfterAll
    static void publish() throws IOException {
        TWICE.publish();
        ROUND_TRIP.publish();
        EXPECTED.publish();
    }

    private void pull(Corpus.SampleDatabase sample, DatabaseSchema found) throws IOException {
        String text = SchemaPull.of(sample.dialect()).text(found, SchemaPull.ENVIRONMENT);
        Path folder = Path.of("target", "corpus", "pulled");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(sample.name() + ".prisma"), text);
        SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
        List<Diagnostic> errors =
                result.diagnostics().stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            ROUND_TRIP.failed(
                    sample.name(), errors.size() + " errors: " + errors.get(0).message());
        } else {
            roundTrip(sample, found, result);
        }
        if (sample.expected().isPresent()) {
            String reference = PulledText.comparable(sample.expected().get());
            // The reference was not always asked for views.
            boolean views = sample.expected().get().contains("\nview ");
            String ours = PulledText.comparable(views ? text : PulledText.withoutViews(text));
            if (reference.equals(ours)) {
                EXPECTED.passed();
            } else {
                EXPECTED.failed(sample.name(), PulledText.firstDifference(reference, ours));
            }
        }
    }

    /** The schema says what the loaded database holds, and makes a fresh one that holds the same. */
    private void roundTrip(Corpus.SampleDatabase sample, DatabaseSchema found, SchemaResult result) {
        MigrationPlanner planner = MigrationPlanner.of(sample.dialect());
        DatabaseSchema mapped = planner.map(result.schema());
        UnsaidDetails unsaid = UnsaidDetails.of(sample.dialect());
        Differ differ = new Differ(Renames.none());
        List<Change> changes = new ArrayList<>(differ.diff(found, unsaid.keep(found, mapped)));
        if (!changes.isEmpty()) {
            ROUND_TRIP.failed(sample.name(), changes);
            return;
        }
        try (TestDatabase fresh = TestDatabases.create(LoadedDatabase.server(sample))) {
            MigrationPlan plan = planner.plan(DatabaseSchema.empty(), mapped, Renames.none());
            plan.up().forEach(step -> fresh.execute(step.statements().toArray(String[]::new)));
            try (Connection connection = fresh.connect()) {
                IntrospectionScope scope = new IntrospectionScope(schemas(sample));
                DatabaseSchema made = Introspectors.of(sample.dialect()).introspect(connection, scope);
                changes.addAll(differ.diff(made, unsaid.keep(made, mapped)));
                changes.addAll(differ.diff(found, unsaid.keep(found, made)));
            }
            if (changes.isEmpty()) {
                ROUND_TRIP.passed();
            } else {
                ROUND_TRIP.failed(sample.name(), "fresh: " + changes);
            }
        } catch (SQLException | IllegalStateException e) {
            ROUND_TRIP.failed(sample.name(), "fresh: " + e);
        }
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
