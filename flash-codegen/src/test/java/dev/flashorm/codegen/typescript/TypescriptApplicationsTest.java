package dev.flashorm.codegen.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.Descriptor;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Node;
import dev.flashorm.testing.Said;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Applications of more than 50 models: their clients compile under the strictest settings, take less than two million
 * bytes, and create, read, change and delete a record of every model.
 */
@EnabledIfEnvironmentVariable(named = "FLASH_CORPUS", matches = ".+")
class TypescriptApplicationsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Armadillidiid__cal.com__packages_prisma_schema",
                "triggerdotdev__trigger.dev__internal-packages_database_prisma_schema",
                "langfuse__langfuse__packages_shared_prisma_schema"
            })
    void largeApplicationsRun(String name, @TempDir Path folder) throws Exception {
        Node.require();
        Path application = Path.of(System.getenv("FLASH_CORPUS"), "schemas", name);
        SourceFile schema = new SourceFile("schema.prisma", Files.readString(application.resolve("schema.prisma")));
        List<GeneratedFile> files = TypescriptSources.generate(List.of(schema), TypescriptSources.TYPESCRIPT);
        assertThat(TypescriptSources.size(files)).as("bytes").isLessThan(2_000_000);
        TypescriptSources.write(files, folder);
        long start = System.nanoTime();
        assertThat(TypescriptSources.compile(folder)).isEmpty();
        long compiled = System.nanoTime();

        Assumptions.assumeFalse(
                TestDatabases.available(DatabaseName.POSTGRESQL).isEmpty(), "postgresql is not to be had");
        Client client = new CodeGenerator()
                .client(SchemaCompiler.compile(List.of(schema)).schema());
        try (TestDatabase database = TestDatabases.create(DatabaseName.POSTGRESQL)) {
            database.execute(Files.readString(application.resolve("expected.sql")));
            Path task = folder.resolve("task.json");
            Files.writeString(
                    task,
                    Json.of(Map.of(
                                    "client",
                                    folder.resolve("out/generated/flash/index.js")
                                            .toUri()
                                            .toString(),
                                    "accessors",
                                    TypescriptSources.accessors(client),
                                    "schema",
                                    Descriptor.of(client),
                                    "url",
                                    database.url()))
                            .text());
            Said said = Node.run(CompiledTests.folder(), List.of("applications.js", task.toString()));
            assertThat(said.code()).as(said.text()).isZero();
            int models = Integer.parseInt(said.text().strip().replace(" models", ""));
            assertThat(models).isGreaterThan(50);
            System.out.printf(
                    "typescript %s models=%d bytes=%d tsc=%d ms%n",
                    name, models, TypescriptSources.size(files), (compiled - start) / 1_000_000);
        }
    }
}
