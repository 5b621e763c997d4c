package dev.flashorm.codegen.conformance;

import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/**
 * Counts what came of the suite's cases on one database. Every run writes `target/conformance.json`, the databases that
 * it met; `-Dflash.golden=rewrite` brings these rows into `docs/conformance.json` and the README too, and leaves the
 * rows of databases that were not there.
 */
final class ConformanceReport {
    private static final Map<List<String>, ConformanceReport> REPORTS = new LinkedHashMap<>();

    private final String language;
    private final String database;
    private int passed;
    private int failed;
    private int skipped;

    private ConformanceReport(List<String> languageAndDatabase) {
        this.language = languageAndDatabase.get(0);
        this.database = languageAndDatabase.get(1);
    }

    /** That of Java in this run, to which every class of the suite adds. */
    static ConformanceReport of(DatabaseName database) {
        return of("java", database);
    }

    /** That of a language in this run. */
    static synchronized ConformanceReport of(String language, DatabaseName database) {
        return REPORTS.computeIfAbsent(List.of(language, database.id()), ConformanceReport::new);
    }

    /** A case that counts. */
    DynamicTest test(String name, Executable body) {
        return DynamicTest.dynamicTest(name, () -> {
            try {
                body.execute();
                passed++;
            } catch (TestAbortedException e) {
                skipped++;
                throw e;
            } catch (Throwable e) {
                failed++;
                throw e;
            }
        });
    }

    /** A case that this database cannot run, which test reports show with the reason. */
    DynamicTest skipped(String name, String reason) {
        return test(name, () -> Assumptions.abort(reason));
    }

    /** Writes the rows of this run, at the end of a class's cases. */
    static synchronized void write() throws IOException {
        List<ConformanceRow> rows =
                REPORTS.values().stream().map(ConformanceReport::row).toList();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/conformance.json"), ConformanceRow.json(rows));
        if ("rewrite".equals(System.getProperty("flash.golden"))) {
            ConformanceMatrix.rewrite(rows);
        }
    }

    private ConformanceRow row() {
        return new ConformanceRow(language, database, passed, failed, skipped);
    }
}
