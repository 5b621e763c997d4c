package dev.flashorm.migrate.introspect.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.migrate.pull.SchemaPull;
import dev.flashorm.migrate.pull.UnsaidDetails;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that was made from a schema holds what the schema says: every kind of default and type, and no false change. */
final class MadeDatabasesTest {
    private static final String HEAD = "// schema: ";

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void differInNothing(DatabaseName server) throws IOException {
        TestDatabases.get(server);
        List<String> flaws = new ArrayList<>();
        for (String part : schemas(server.provider())) {
            String name = part.substring(0, part.indexOf('\n'));
            flaws(server, part.substring(part.indexOf('\n'))).forEach(flaw -> flaws.add(name + ": " + flaw));
        }
        assertThat(flaws).isEmpty();
    }

    private static List<String> schemas(String provider) throws IOException {
        try (InputStream in = MadeDatabasesTest.class.getResourceAsStream("/databases/" + provider + ".flash")) {
            String text = "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split("\n" + HEAD, -1)).stream()
                    .filter(part -> !part.isBlank())
                    .toList();
        }
    }

    private static List<String> flaws(DatabaseName server, String models) {
        String text = "datasource db {\n  provider = \"" + server.provider() + "\"\n}\n" + models;
        SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
        if (!result.isValid()) {
            return List.of(result.diagnostics().toString());
        }
        MigrationPlanner planner = MigrationPlanner.of(server.provider());
        DatabaseSchema mapped = planner.map(result.schema());
        List<String> statements = new ArrayList<>();
        planner.plan(DatabaseSchema.empty(), mapped, Renames.none())
                .up()
                .forEach(step -> statements.addAll(step.statements()));
        IntrospectionScope scope = IntrospectionScope.defaultSchema();
        try (TestDatabase database = TestDatabases.create(server)) {
            database.execute(statements.toArray(String[]::new));
            try (Connection connection = database.connect()) {
                DatabaseSchema found = Introspectors.of(server.provider()).introspect(connection, scope);
                List<String> flaws = new ArrayList<>(PlanVerifier.differences(
                        found, UnsaidDetails.of(server.provider()).keep(found, mapped)));
                String pulled = SchemaPull.of(server.provider()).text(found, SchemaPull.ENVIRONMENT);
                new RoundTrip(server, scope).flaw(found, pulled).ifPresent(flaws::add);
                return flaws;
            }
        } catch (SQLException | IllegalStateException e) {
            return List.of(e.toString());
        }
    }
}
