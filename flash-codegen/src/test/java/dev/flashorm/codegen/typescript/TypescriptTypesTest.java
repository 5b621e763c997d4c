package dev.flashorm.codegen.typescript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.testing.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated clients compile under the strictest settings, and calls are typed as types. */
class TypescriptTypesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String TYPESCRIPT = TypescriptSources.TYPESCRIPT;

    /** Of sources, and of declarations. */
    @ParameterizedTest
    @ValueSource(strings = {TypescriptSources.TYPESCRIPT, TypescriptSources.JAVASCRIPT})
    void wrongCallsAreFoundAndRightOnesAreNot(String settings, @TempDir Path folder) throws IOException {
        Node.require();
        TypescriptSources.write(TypescriptSources.generate(conformance("sqlite"), settings), folder);
        String guide = read(Path.of("..", "docs", "typescript.md"));
        int example = guide.indexOf("```ts\n") + 6;
        write(folder, "guide.ts", settings, guide.substring(example, guide.indexOf("```", example)));
        // An error that is expected but is none is an error, so that each wrong call is proved to be found.
        for (String file : List.of("equal.ts", "results.ts", "arguments.ts")) {
            write(folder, file, settings, read(Path.of("src/test/typescript/types", file)));
        }
        assertThat(TypescriptSources.compile(folder)).isEmpty();
    }

    @Test
    void callsOfDocumentsHaveTheirTypes(@TempDir Path folder) throws IOException {
        Node.require();
        String schema = read(RESOURCES.resolve("documents/schema.flash"));
        TypescriptSources.write(TypescriptSources.generate(schema, TYPESCRIPT), folder);
        write(folder, "documents.ts", TYPESCRIPT, read(Path.of("src/test/typescript/types/documents.ts")));
        assertThat(TypescriptSources.compile(folder)).isEmpty();
    }

    private static void write(Path folder, String file, String settings, String text) throws IOException {
        boolean isSource = settings.equals(TYPESCRIPT);
        Files.writeString(
                folder.resolve(file), isSource ? text : text.replaceAll("(generated/flash/[\\w./]+)\\.ts'", "$1.js'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mongodb"})
    void clientsCompile(String provider, @TempDir Path folder) throws IOException {
        Node.require();
        TypescriptSources.write(TypescriptSources.generate(conformance(provider), TYPESCRIPT), folder);
        List<GeneratedFile> javascript =
                TypescriptSources.generate(conformance(provider), TypescriptSources.JAVASCRIPT);
        assertThat(javascript)
                .extracting(GeneratedFile::path)
                .allMatch(path -> path.endsWith(".js") || path.endsWith(".d.ts"));
        TypescriptSources.write(javascript, folder.resolve("generated/javascript"));
        assertThat(TypescriptSources.compile(folder)).isEmpty();
    }

    /** Names of ECMAScript's, of the generated client's, and those that would end what they stand in. */
    @Test
    void namesAreNothingElse(@TempDir Path folder) throws IOException {
        Node.require();
        String schema =
                Files.readString(RESOURCES.resolve("hostile/schema.flash")).replace("{provider}", "sqlite")
                        + Files.readString(RESOURCES.resolve("hostile/typescript.flash"));
        TypescriptSources.write(TypescriptSources.generate(schema, TYPESCRIPT), folder);
        assertThat(TypescriptSources.compile(folder)).isEmpty();
    }

    @Test
    void importsEndAsTheSettingsSay() {
        String schema = conformance("sqlite");
        for (String extension : List.of("ts", "js", "")) {
            String ending = extension.isEmpty() ? "'" : "." + extension + "'";
            List<GeneratedFile> files =
                    TypescriptSources.generate(schema, TYPESCRIPT + "\n  importFileExtension = \"" + extension + "\"");
            List<String> imports = files.stream()
                    .flatMap(file -> file.content().lines())
                    .filter(line -> line.matches("(import|export|\\}).* from '\\..*"))
                    .toList();
            assertThat(imports).hasSizeGreaterThan(50).allSatisfy(line -> {
                String path = line.substring(line.indexOf('\''));
                assertThat(path).endsWith(ending).doesNotEndWith(extension.equals("ts") ? ".js'" : ".ts'");
            });
        }
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> TypescriptSources.generate(conformance("sqlite"), TYPESCRIPT + "\n  emitt = \"ts\""))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("has no setting `emitt`");
        assertThatThrownBy(() -> TypescriptSources.generate(
                        conformance("sqlite"), TYPESCRIPT + "\n  importFileExtension = \"mjs\""))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("imports can't end with `mjs`");
        assertThatThrownBy(() -> TypescriptSources.generate(conformance("sqlite"), TYPESCRIPT + "\n  emit = \"cjs\""))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("can't emit `cjs`");
        assertThatThrownBy(() -> TypescriptSources.generate(
                        conformance("sqlite"), TypescriptSources.JAVASCRIPT + "\n  importFileExtension = \"ts\""))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("can't import `ts`");
        // What other tools' blocks say besides means nothing here.
        assertThat(TypescriptSources.generate(
                        conformance("sqlite"), "provider = \"prisma-client-js\"\n  binaryTargets = [\"native\"]"))
                .isNotEmpty();
    }

    private static String conformance(String provider) {
        if (provider.equals("mongodb")) {
            return read(RESOURCES.resolve("conformance/schema.mongodb.flash"));
        }
        return read(RESOURCES.resolve("conformance/schema.flash")).replace("{provider}", provider);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
