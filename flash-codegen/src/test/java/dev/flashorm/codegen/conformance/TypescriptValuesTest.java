package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.NewerNode;
import dev.flashorm.testing.Node;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The values of {@link TypesTest} and the names of {@link HostileNamesTest}, through generated TypeScript. */
class TypescriptValuesTest {
    @TestFactory
    Stream<DynamicTest> sqlite(@TempDir Path folder) throws Exception {
        return types(DatabaseName.SQLITE, folder, false);
    }

    /** By `node:sqlite`. The cases count once. */
    @TestFactory
    Stream<DynamicTest> sqliteOfNode(@TempDir Path folder) throws Exception {
        NewerNode.require();
        return types(DatabaseName.SQLITE, folder, true);
    }

    @TestFactory
    Stream<DynamicTest> postgresql(@TempDir Path folder) throws Exception {
        return types(DatabaseName.POSTGRESQL, folder, false);
    }

    @TestFactory
    Stream<DynamicTest> mariadb(@TempDir Path folder) throws Exception {
        return types(DatabaseName.MARIADB, folder, false);
    }

    @TestFactory
    Stream<DynamicTest> mysql(@TempDir Path folder) throws Exception {
        return types(DatabaseName.MYSQL, folder, false);
    }

    @TestFactory
    Stream<DynamicTest> mongodb(@TempDir Path folder) throws Exception {
        return types(DatabaseName.MONGODB, folder, false);
    }

    private static Stream<DynamicTest> types(DatabaseName name, Path folder, boolean hasOwnSqlite) throws Exception {
        TypeSuite suite = TypeSuite.of(name);
        TypescriptReplay common = replay(name, suite.schema(), suite.written(), folder);
        TypescriptReplay replay = hasOwnSqlite ? common.withOwnSqlite() : common;
        return Stream.concat(
                replay.tests(run(replay, suite.tables().toArray(String[]::new), folder), suite.apart()),
                Stream.of(DynamicTest.dynamicTest("end", ConformanceReport::write)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void hostileNamesAndValuesAreNothingElse(DatabaseName name, @TempDir Path folder) throws Exception {
        String schema = Files.readString(Path.of("src/test/resources/hostile/schema.flash"))
                .replace("{provider}", name.provider());
        Client client = new CodeGenerator()
                .client(SchemaCompiler.compile(List.of(new SourceFile("schema.flash", schema)))
                        .schema());
        Json cases = Json.of(List.of(TypeSuite.written("names and values", HostileCalls.of(client))));
        TypescriptReplay replay = replay(name, schema, cases, folder);
        assertThat(run(replay, HostileTables.of(client, name), folder))
                .containsExactly(Map.of("name", "names and values", "outcome", "passed"));
    }

    private static TypescriptReplay replay(DatabaseName name, String schema, Json cases, Path folder) throws Exception {
        Node.require();
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        Files.writeString(folder.resolve("cases.json"), cases.text());
        return new TypescriptReplay(name, schema, folder, false, List.of("cases.json"), List.of());
    }

    private static List<Map<?, ?>> run(TypescriptReplay replay, String[] tables, Path folder) throws Exception {
        try (TestDatabase database = TestDatabases.create(replay.database())) {
            if (tables.length > 0) {
                database.execute(tables);
            }
            return replay.run(database.url(), Files.createDirectory(folder.resolve("client")));
        }
    }
}
