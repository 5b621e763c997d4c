package dev.flashorm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of `golden/schema` is a schema of one or more `.flash` files, with what Flash makes of it: the findings,
 * the linked model and the formatted files. `-Dflash.golden=rewrite` rewrites the expectations.
 */
class SchemaGoldenTest {
    private static final Path CASES = Path.of("src", "test", "resources", "golden", "schema");

    static Stream<String> cases() throws IOException {
        return list(CASES).map(folder -> folder.getFileName().toString());
    }

    private static Stream<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isUnderstoodAsExpected(String name) throws IOException {
        Path folder = CASES.resolve(name);
        List<SourceFile> files = new ArrayList<>();
        for (Path path :
                list(folder).filter(path -> path.toString().endsWith(".flash")).toList()) {
            files.add(new SourceFile(path.getFileName().toString(), Files.readString(path)));
        }
        SchemaResult result = SchemaCompiler.compile(files);

        expect(folder.resolve("expected/findings.txt"), findings(result));
        expect(folder.resolve("expected/model.txt"), ModelText.of(result.schema()));
        for (SourceFile file : files) {
            expect(folder.resolve("expected").resolve(file.path()), Formatter.format(file));
        }
    }

    private static String findings(SchemaResult result) {
        return result.diagnostics().stream().map(SchemaGoldenTest::finding).collect(Collectors.joining());
    }

    private static String finding(Diagnostic diagnostic) {
        return diagnostic.span() + "-" + diagnostic.span().endPosition().line() + ":"
                + diagnostic.span().endPosition().column() + " " + diagnostic.code() + " " + diagnostic.message()
                + "\n";
    }

    private static void expect(Path path, String actual) throws IOException {
        if ("rewrite".equals(System.getProperty("flash.golden"))) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(path));
    }
}
