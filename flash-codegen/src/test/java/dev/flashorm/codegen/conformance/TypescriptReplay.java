package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.Descriptor;
import dev.flashorm.codegen.typescript.CompiledTests;
import dev.flashorm.codegen.typescript.TypescriptSources;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.NewerNode;
import dev.flashorm.testing.Node;
import dev.flashorm.testing.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Replays cases through the client that is generated of a schema, in a process of Node.js.
 *
 * @param schema its text
 * @param suite the folder with the files of cases, and with the seed if they begin with one
 * @param reads files of cases that leave the records as they are
 * @param writes files of cases before each of which the seed is sown anew
 * @param hasOwnSqlite whether a Node.js runs it that brings SQLite along, without `better-sqlite3`
 */
record TypescriptReplay(
        DatabaseName database,
        String schema,
        Path suite,
        boolean isSown,
        List<String> reads,
        List<String> writes,
        boolean hasOwnSqlite) {
    TypescriptReplay(
            DatabaseName database, String schema, Path suite, boolean isSown, List<String> reads, List<String> writes) {
        this(database, schema, suite, isSown, reads, writes, false);
    }

    /** By the SQLite that Node.js brings along. */
    TypescriptReplay withOwnSqlite() {
        return new TypescriptReplay(database, schema, suite, isSown, reads, writes, true);
    }

    /** Runs a compiled test. */
    Said node(List<String> arguments) throws IOException {
        Path folder = CompiledTests.folder();
        return hasOwnSqlite ? NewerNode.run(folder, arguments) : Node.run(folder, arguments);
    }

    /** @param folder an empty one, for the client */
    List<Map<?, ?>> run(String url, Path folder) throws IOException {
        Said said = node(List.of("replay.js", task(url, folder).toString()));
        assertThat(said.code()).as(said.text()).isZero();
        List<Map<?, ?>> outcomes = new ArrayList<>();
        said.text()
                .lines()
                .filter(line -> line.startsWith("{"))
                .forEach(line -> outcomes.add(
                        (Map<?, ?>) Objects.requireNonNull(Json.parse(line).value())));
        assertThat(outcomes).isNotEmpty();
        return outcomes;
    }

    /** Generates the client. @return the file that says so, and where the database is */
    Path task(String url, Path folder) throws IOException {
        SchemaResult compiled = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", schema)));
        assertThat(compiled.diagnostics()).isEmpty();
        Client client = new CodeGenerator().client(compiled.schema());
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("client", TypescriptSources.javascript(schema, folder).toUri().toString());
        task.put("accessors", TypescriptSources.accessors(client));
        task.put("schema", Descriptor.of(client));
        task.put("database", database.id());
        task.put("url", url);
        task.put("suite", suite.toString());
        task.put("isSown", isSown);
        task.put("reads", reads);
        task.put("writes", writes);
        if (hasOwnSqlite) {
            Files.delete(folder.resolve("node_modules"));
        }
        Path file = folder.resolve("task.json");
        Files.writeString(file, Json.of(task).text());
        return file;
    }

    /** The cases that were replayed, as tests that count. */
    Stream<DynamicTest> tests(List<Map<?, ?>> outcomes) {
        return tests(outcomes, Set.of());
    }

    /** @param apart the titles of cases that do not count */
    Stream<DynamicTest> tests(List<Map<?, ?>> outcomes, Set<String> apart) {
        return outcomes.stream().map(outcome -> {
            String title = String.valueOf(outcome.get("name"));
            Executable body = () -> {
                String message = String.valueOf(outcome.get("message"));
                Assumptions.assumeFalse("skipped".equals(outcome.get("outcome")), message);
                assertThat(outcome.get("outcome")).as(message).isEqualTo("passed");
            };
            return hasOwnSqlite || apart.contains(title)
                    ? DynamicTest.dynamicTest(title, body)
                    : ConformanceReport.of("typescript", database).test(title, body);
        });
    }
}
