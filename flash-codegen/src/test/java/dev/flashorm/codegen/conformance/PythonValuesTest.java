package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.conformance.TypeCases.Call;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The values of {@link TypesTest} and the names of {@link HostileNamesTest}, through generated Python. */
class PythonValuesTest {
    @TestFactory
    Stream<DynamicTest> sqlite(@TempDir Path folder) throws Exception {
        return types(DatabaseName.SQLITE, folder);
    }

    @TestFactory
    Stream<DynamicTest> postgresql(@TempDir Path folder) throws Exception {
        return types(DatabaseName.POSTGRESQL, folder);
    }

    @TestFactory
    Stream<DynamicTest> mariadb(@TempDir Path folder) throws Exception {
        return types(DatabaseName.MARIADB, folder);
    }

    @TestFactory
    Stream<DynamicTest> mysql(@TempDir Path folder) throws Exception {
        return types(DatabaseName.MYSQL, folder);
    }

    @TestFactory
    Stream<DynamicTest> mongodb(@TempDir Path folder) throws Exception {
        return types(DatabaseName.MONGODB, folder);
    }

    private static Stream<DynamicTest> types(DatabaseName name, Path folder) throws Exception {
        TypeSuite suite = TypeSuite.of(name);
        PythonReplay replay = PythonReplay.unsown(name, suite.schema(), suite.tables());
        List<Map<String, Object>> cases = new ArrayList<>();
        suite.cases().forEach((title, calls) -> cases.add(test(title, calls)));
        return replay.tests(replay.run(cases, folder), suite.apart());
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void hostileNamesAndValuesAreNothingElse(DatabaseName name, @TempDir Path folder) throws Exception {
        String schema = Files.readString(Path.of("src/test/resources/hostile/schema.flash"))
                .replace("{provider}", name.provider());
        Client client = new CodeGenerator()
                .client(SchemaCompiler.compile(List.of(new SourceFile("schema.flash", schema)))
                        .schema());
        PythonReplay replay = PythonReplay.unsown(name, schema, List.of(HostileTables.of(client, name)));
        assertThat(replay.run(List.of(test("names and values", whole(client))), folder))
                .containsExactly(Map.of("name", "names and values", "outcome", "passed", "message", ""));
    }

    /** Without `select`, which Prisma Client Python does not have: whole records, with the relations that it names. */
    private static List<Call> whole(Client client) {
        return HostileCalls.of(client).stream()
                .map(call -> call.arguments() instanceof Map<?, ?> arguments
                                && arguments.get("select") instanceof Map<?, ?> select
                        ? new Call(call.call(), whole(arguments, select), call.expected())
                        : call)
                .toList();
    }

    private static Map<?, ?> whole(Map<?, ?> arguments, Map<?, ?> select) {
        Map<Object, Object> whole = new LinkedHashMap<>(arguments);
        whole.remove("select");
        Map<Object, Object> include = new LinkedHashMap<>();
        select.forEach((name, wanted) -> {
            if (wanted instanceof Map<?, ?>) {
                include.put(name, true);
            }
        });
        whole.put("include", include);
        return whole;
    }

    private static Map<String, Object> test(String title, List<Call> calls) {
        List<Object> written = TypeSuite.written(title, calls);
        return PythonReplay.test(title, true, written.subList(1, written.size()), -1);
    }
}
