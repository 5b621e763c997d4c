package dev.flashorm.migrate.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Catalog queries are in bulk: their number does not depend on the number of tables. */
class ManyTablesTest {
    private static final int TABLES = 500;

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void asksNoMoreForThirtyTablesThanForThree(DatabaseName name) throws SQLException {
        assertThat(queries(name, 30)).isEqualTo(queries(name, 3));
    }

    private static int queries(DatabaseName name, int tables) throws SQLException {
        try (TestDatabase database = TestDatabases.create(name)) {
            List<String> statements = new ArrayList<>();
            for (int i = 0; i < tables; i++) {
                statements.add(
                        "CREATE TABLE t" + i + " (id int PRIMARY KEY, a varchar(9) NOT NULL UNIQUE, b int DEFAULT 7, "
                                + "parent int, CHECK (b > 0), FOREIGN KEY (parent) REFERENCES t" + Math.max(0, i - 1)
                                + " (id))");
                statements.add("CREATE INDEX i" + i + " ON t" + i + " (b DESC, a)");
            }
            database.execute(statements.toArray(String[]::new));
            AtomicInteger count = new AtomicInteger();
            try (Connection connection = database.connect()) {
                DatabaseSchema found = Introspectors.of(name.provider())
                        .introspect(counted(connection, count), IntrospectionScope.defaultSchema());
                assertThat(found.tables()).hasSize(tables);
            }
            return count.get();
        }
    }

    /** Counts the statements that are made of the connection. */
    private static Connection counted(Connection connection, AtomicInteger count) {
        return (Connection) Proxy.newProxyInstance(
                ManyTablesTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        count.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    /** The time is printed, not judged: a machine may be busy. */
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
