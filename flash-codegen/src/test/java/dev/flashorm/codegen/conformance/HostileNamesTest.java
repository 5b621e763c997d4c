package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.JavaCompilation;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.java.CallTranslator;
import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * `hostile/schema.flash` has names that Java, SQL, the drivers and the runtime have for themselves, or that would end a
 * quotation; the values would, too. They go through every entry that takes a name or a value, and come back as they were.
 */
class HostileNamesTest {
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void namesAndValuesAreNothingElse(DatabaseName name, @TempDir Path output) throws Exception {
        String text = Files.readString(Path.of("src/test/resources/hostile/schema.flash"), StandardCharsets.UTF_8)
                .replace("{provider}", name.provider());
        SchemaResult schema = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
        assertThat(schema.diagnostics()).isEmpty();
        Client client = new CodeGenerator().client(schema.schema());
        CallTranslator translator = new CallTranslator(client);
        List<TypeCases.Call> calls = HostileCalls.of(client);
        List<GeneratedFile> files =
                new ArrayList<>(new CodeGenerator().generate(schema.schema(), JavaSettings.DEFAULT));
        files.add(Calls.source(
                calls.stream()
                        .map(call -> translator.expression(call.call(), call.arguments()))
                        .toList(),
                "javax.sql.DataSource pool",
                "pool"));
        assertThat(JavaCompilation.compile(files, output)).isEmpty();

        Calls compiled = new Calls(JavaCompilation.load(output));
        try (TestDatabase database = TestDatabases.create(name)) {
            database.execute(HostileTables.of(client, name));
            try (AutoCloseable db = compiled.connect(database.url())) {
                List<Step> steps = new ArrayList<>();
                for (TypeCases.Call call : calls) {
                    steps.add(new Step(steps.size(), call.call(), Rows.plain(call.expected())));
                }
                Step.run(compiled, db, steps);
            }
        }
    }
}
