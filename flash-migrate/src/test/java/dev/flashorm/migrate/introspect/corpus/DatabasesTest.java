package dev.flashorm.migrate.introspect.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.pull.SchemaPull;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sample databases of the world: loaded, read, written as a schema, compared with it. MySQL and MariaDB take tens of
 * milliseconds to make a table: without `-Dflash.corpus=all` only their smaller samples are loaded.
 */
class DatabasesTest {
    private static final boolean ALL = "all".equals(System.getProperty("flash.corpus"));

    /** Most of the time is spent waiting for a server's disk. */
    private static final int AT_ONCE = 6;

    private static final long SMALL_SCRIPT = 12_000;

    private static final Score LOAD = new Score("databases-load", "databases load");
    private static final Score TWICE = new Score("databases-introspect", "databases introspect");
    private static final Score ROUND_TRIP = new Score("databases-roundtrip", "databases roundtrip");
    private static final Score ALONE = new Score("databases-alone", "databases roundtrip by the schema alone");
    private static final Score EXPECTED = new Score("databases-expected", "databases expected");

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void readsAndWritesThem(DatabaseName server) throws Exception {
        TestDatabases.get(server);
        List<Callable<@Nullable Void>> looks = new ArrayList<>();
        int left = 0;
        for (Corpus.SampleDatabase sample : Corpus.required().databases()) {
            if (sample.dialect().equals(server.provider())) {
                if (ALL || isQuick(server, sample)) {
                    looks.add(() -> look(server, sample));
                } else {
                    left++;
                }
            }
        }
        if (left > 0) {
            System.out.println(left + " large samples are not loaded on " + server + ": -Dflash.corpus=all");
        }
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<@Nullable Void> done : pool.invokeAll(looks)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(TWICE.share()).isEqualTo(1);
        assertThat(ROUND_TRIP.share()).isEqualTo(1);
    }

    private static boolean isQuick(DatabaseName server, Corpus.SampleDatabase sample) throws IOException {
        long size = 0;
        for (Path script : sample.scripts()) {
            size += Files.size(script);
        }
        return !server.provider().equals("mysql") || size < SMALL_SCRIPT;
    }

    private static @Nullable Void look(DatabaseName server, Corpus.SampleDatabase sample) throws IOException {
        String id = sample.name() + " on " + server.id();
        try (TestDatabase database = LoadedDatabase.of(server, sample);
                Connection connection = database.connect()) {
            LOAD.passed();
            IntrospectionScope scope = new IntrospectionScope(schemas(sample));
            DatabaseSchema found = Introspectors.of(sample.dialect()).introspect(connection, scope);
            if (Introspectors.of(sample.dialect()).introspect(connection, scope).equals(found)) {
                TWICE.passed();
            } else {
                TWICE.failed(id, "differs the second time");
            }
            pull(server, sample, scope, found);
        } catch (LoadedDatabase.NotLoadedException e) {
            LOAD.failed(id, String.valueOf(e.getMessage()));
        } catch (SQLException | RuntimeException e) {
            TWICE.failed(id, e);
        }
        return null;
    }

    @AfterAll
    static void publish() throws IOException {
        LOAD.publish();
        TWICE.publish();
        ROUND_TRIP.publish();
        ALONE.publish();
        EXPECTED.publish();
    }

    private static void pull(
            DatabaseName server, Corpus.SampleDatabase sample, IntrospectionScope scope, DatabaseSchema found)
            throws IOException {
        String id = sample.name() + " on " + server.id();
        String text = SchemaPull.of(sample.dialect()).text(found, SchemaPull.ENVIRONMENT);
        Path folder = Path.of("target", "corpus", "pulled");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(sample.name() + ".prisma"), text);
        RoundTrip trip = new RoundTrip(server, scope);
        trip.flaw(found, text).ifPresentOrElse(flaw -> ROUND_TRIP.failed(id, flaw), () -> {
            ROUND_TRIP.passed();
            if (trip.isAlone()) {
                ALONE.passed();
            } else {
                ALONE.failed(id, "with the tables' character sets and what lies beside the schema");
            }
        });
        if (sample.expected().isPresent() && server != DatabaseName.MYSQL) {
            String reference = PulledText.comparable(sample.expected().get());
            // The reference was not always asked for views.
            boolean views = sample.expected().get().contains("\nview ");
            String ours = PulledText.comparable(views ? text : PulledText.withoutViews(text));
            if (reference.equals(ours)) {
                EXPECTED.passed();
            } else {
                EXPECTED.failed(id, PulledText.firstDifference(reference, ours));
            }
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
