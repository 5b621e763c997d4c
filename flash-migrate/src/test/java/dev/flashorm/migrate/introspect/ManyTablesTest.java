package dev.flashorm.migrate.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManyTablesTest {
    private static final int TABLES = 500;

    /** Catalog queries are in bulk: their number does not depend on the number of tables. */
    @Test
    void readsFiveHundredTables() {
        try (TestDatabase database = TestDatabases.create(DatabaseName.POSTGRESQL)) {
            List<String> statements = new ArrayList<>();
            for (int i = 0; i < TABLES; i++) {
                statements.add(
                        "CREATE TABLE t" + i + " (id serial PRIMARY KEY, a text NOT NULL UNIQUE, b int DEFAULT 7, "
                                + "c timestamptz DEFAULT now(), d jsonb, e numeric(10,2) CHECK (e > 0), parent int REFERENCES t"
                                + Math.max(0, i - 1) + ")");
                statements.add("CREATE INDEX ON t" + i + " (b, c DESC)");
            }
            database.execute(statements.toArray(String[]::new));
            Introspected.read(database, IntrospectionScope.defaultSchema());
            Instant start = Instant.now();
            DatabaseSchema found = Introspected.read(database, IntrospectionScope.defaultSchema());
            Duration taken = Duration.between(start, Instant.now());
            System.out.println("introspect 500 tables on postgresql: " + taken.toMillis() + " ms");
            assertThat(found.tables())
                    .hasSize(TABLES)
                    .allMatch(table -> table.indexes().size() == 2);
        }
    }
}
