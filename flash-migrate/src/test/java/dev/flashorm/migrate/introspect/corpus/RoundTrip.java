package dev.flashorm.migrate.introspect.corpus;

import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.migrate.pull.SchemaPull;
import dev.flashorm.migrate.pull.UnsaidDetails;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a database to a schema file and back: the file says what the database holds, and makes a fresh one that holds the same. */
final class RoundTrip {
    private final DatabaseName server;
    private final IntrospectionScope scope;
    private final MigrationPlanner planner;
    private final UnsaidDetails unsaid;
    private boolean alone = true;

    RoundTrip(DatabaseName server, IntrospectionScope scope) {
        this.server = server;
        this.scope = scope;
        planner = MigrationPlanner.of(server.provider());
        unsaid = UnsaidDetails.of(server.provider());
    }

    /**
     * What does not hold; empty when all does.
     *
     * @param found as introspected
     * @param text as pulled from it
     */
    Optional<String> flaw(DatabaseSchema found, String text) {
        SourceFile file = new SourceFile("schema.flash", text);
        SchemaResult result = SchemaCompiler.compile(List.of(file));
        List<Diagnostic> errors =
                result.diagnostics().stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            return Optional.of(errors.size() + " errors: " + errors.get(0).message());
        }
        DatabaseSchema mapped = planner.map(result.schema());
        List<String> changes = PlanVerifier.differences(found, unsaid.keep(found, mapped));
        if (!changes.isEmpty()) {
            return Optional.of(changes.toString());
        }
        SourceFile again = SchemaPull.of(server.provider())
                .update(List.of(file), result.schema(), found)
                .get(0);
        if (again != file) {
            return Optional.of("a second pull changes the schema");
        }
        return fresh(found, mapped).map(flaw -> "fresh: " + flaw);
    }

    /** Whether the fresh database needed nothing but the schema file. */
    boolean isAlone() {
        return alone;
    }

    private Optional<String> fresh(DatabaseSchema found, DatabaseSchema mapped) {
        try {
            return fresh(found, mapped, List.of());
        } catch (IllegalStateException refused) {
            alone = false;
            try {
                return fresh(found, storedAs(found, mapped), beside(found));
            } catch (IllegalStateException again) {
                return Optional.of(again + ", and from the schema alone " + refused);
            }
        }
    }

    /**
     * The tables in the loaded ones' engines and character sets, which the language leaves to the database: a row or a key
     * that fits in a byte a letter may be too wide in the four of utf8mb4, and no other schema file could be written for it.
     */
    private static DatabaseSchema storedAs(DatabaseSchema found, DatabaseSchema mapped) {
        return mapped.withTables(mapped.tables().stream()
                .map(table -> found.table(table.name())
                        .map(old -> table.withOptions(old.options()).withColumns(collated(old, table)))
                        .orElse(table))
                .toList());
    }

    private static List<Column> collated(Table found, Table mapped) {
        return mapped.columns().stream()
                .map(column -> column.withCollation(found.column(column.name()).flatMap(Column::collation)))
                .toList();
    }

    /** What a default, a check or a type without a name in the language calls, and a diff never touches. */
    private static List<String> beside(DatabaseSchema found) {
        DatabaseSchema nothing = DatabaseSchema.empty();
        DatabaseSchema types = new DatabaseSchema(
                found.schemas(), List.of(), found.enums(), found.sequences(), List.of(), List.of(), List.of());
        List<String> statements = new ArrayList<>();
        found.unmanaged().stream()
                .filter(object -> object.table().isEmpty())
                .flatMap(object -> object.definition().stream())
                .forEach(statements::add);
        MigrationPlanner.of("postgresql").plan(nothing, types, Renames.none()).up().stream()
                .flatMap(step -> step.statements().stream())
                .forEach(statements::add);
        return statements;
    }

    private Optional<String> fresh(DatabaseSchema found, DatabaseSchema mapped, List<String> beside) {
        try (TestDatabase fresh = TestDatabases.create(server);
                Connection connection = fresh.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : beside) {
                try {
                    statement.execute(sql);
                } catch (SQLException needless) {
                    // Most of it calls tables that are not there yet.
                }
            }
            DatabaseSchema before = Introspectors.of(server.provider()).introspect(connection, scope);
            List<String> statements = new ArrayList<>();
            if (server.provider().equals("mysql")) {
                // As lenient as towards the sample's own script: the day 0000-00-00 is a default in many of them.
                statements.add("SET SESSION sql_mode = ''");
            }
            MigrationPlan plan = planner.plan(before, unsaid.keep(before, mapped), Renames.none());
            plan.up().forEach(step -> statements.addAll(step.statements()));
            fresh.execute(statements.toArray(String[]::new));
            DatabaseSchema made = Introspectors.of(server.provider()).introspect(connection, scope);
            List<String> changes = new ArrayList<>(PlanVerifier.differences(made, unsaid.keep(made, mapped)));
            changes.addAll(PlanVerifier.differences(found, unsaid.keep(found, made)));
            return changes.isEmpty() ? Optional.empty() : Optional.of(changes.toString());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
