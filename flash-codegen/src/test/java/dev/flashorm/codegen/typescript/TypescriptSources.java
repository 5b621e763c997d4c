package dev.flashorm.codegen.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes generated clients for tests, and compiles them. */
public final class TypescriptSources {
    static final String TYPESCRIPT = "provider = \"typescript\"";
    static final String JAVASCRIPT = TYPESCRIPT + "\n  emit = \"js\"";

    private static final String SETTINGS = """
            {
              "compilerOptions": {
                "target": "es2022",
                "lib": ["es2023", "esnext.disposable"],
                "module": "nodenext",
                "strict": true,
                "noUncheckedIndexedAccess": true,
                "exactOptionalPropertyTypes": true,
                "erasableSyntaxOnly": true,
                "verbatimModuleSyntax": true,
                "isolatedModules": true,
                "noUnusedLocals": true,
                "noImplicitOverride": true,
                "noPropertyAccessFromIndexSignature": true,
                "rewriteRelativeImportExtensions": true,
                "types": ["node"],
                "rootDir": ".",
                "outDir": "out"
              },
              "include": ["*.ts", "generated"]
            }
            """;

    private TypescriptSources() {}

    /** A schema without a generator block. */
    public static List<GeneratedFile> generate(String schema, String settings) {
        return generate(List.of(new SourceFile("schema.flash", schema)), settings);
    }

    static List<GeneratedFile> generate(List<SourceFile> sources, String settings) {
        List<SourceFile> all = new ArrayList<>(sources);
        all.add(new SourceFile("generator.flash", "generator flash_typescript {\n  " + settings + "\n}\n"));
        SchemaResult result = SchemaCompiler.compile(all);
        Optional<dev.flashorm.schema.model.Generator> generator = result.schema().generators().stream()
                .filter(block -> block.name().equals("flash_typescript"))
                .findFirst();
        assertThat(generator).as(result.diagnostics().toString()).isPresent();
        return new TypescriptLanguage()
                .generate(result.schema(), new CodeGenerator().client(result.schema()), generator.orElseThrow())
                .files();
    }

    /** Writes a client to `generated/flash` in a folder where the compiler finds its packages. */
    public static void write(List<GeneratedFile> files, Path folder) throws IOException {
        for (GeneratedFile file : files) {
            Path target = folder.resolve("generated/flash").resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.content());
        }
        Files.writeString(folder.resolve("tsconfig.json"), SETTINGS);
        Files.writeString(folder.resolve("package.json"), "{ \"type\": \"module\" }\n");
        Node.link(folder);
    }

    /**
     * Writes the client of a schema as it is run.
     *
     * @return the module to import
     */
    public static Path javascript(String schema, Path folder) throws IOException {
        write(generate(schema, JAVASCRIPT), folder);
        return folder.resolve("generated/flash/index.js");
    }

    /** What the clients of models are called, by the models' names. */
    public static Map<String, String> accessors(Client client) {
        TypescriptNames names = new TypescriptNames(client);
        return client.models().stream()
                .collect(Collectors.toMap(ModelClient::name, model -> names.accessor(model.name())));
    }

    /** What the compiler says of a folder, which is nothing if all is well; the compiled modules are in `out`. */
    public static String compile(Path folder) {
        return Node.tsc(folder, List.of("-p", folder.toString())).text().strip();
    }

    /** In bytes. */
    static long size(List<GeneratedFile> files) {
        return files.stream()
                .mapToLong(file -> file.content().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
