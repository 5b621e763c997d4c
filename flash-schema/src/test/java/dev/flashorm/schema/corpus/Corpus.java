package dev.flashorm.schema.corpus;

import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that `FLASH_CORPUS` names. */
record Corpus(Path folder) {
    /** `psl/cases.jsonl`: one schema a line, valid or not. */
    List<SchemaCase> languageCases() throws IOException {
        List<SchemaCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("psl/cases.jsonl"))) {
            if (!line.isBlank()) {
                cases.add(languageCase(Json.parseObject(line)));
            }
        }
        return cases;
    }

    private static SchemaCase languageCase(Map<String, @Nullable Object> json) {
        String id = Objects.requireNonNull((String) json.get("id"));
        String schema = Objects.requireNonNull((String) json.get("schema"));
        List<String> findings = new ArrayList<>();
        for (Object finding : (List<?>) Objects.requireNonNull(json.get("diags"))) {
            Map<?, ?> diagnostic = (Map<?, ?>) Objects.requireNonNull(finding);
            findings.add(
                    (Objects.equals(diagnostic.get("sev"), "error") ? "error:" : "warn:") + diagnostic.get("line"));
        }
        return new SchemaCase(
                id,
                List.of(new SourceFile("schema.prisma", schema)),
                Objects.equals(json.get("verdict"), "valid"),
                findings.stream().distinct().sorted().toList(),
                Optional.ofNullable((String) json.get("formatted")),
                json.get("datamodel"));
    }

    /** The folders of `schemas`: real applications, of one or more files. */
    List<SchemaCase> applications() throws IOException {
        List<SchemaCase> cases = new ArrayList<>();
        for (Path application : sorted(folder.resolve("schemas"))) {
            if (!Files.isDirectory(application)) {
                continue;
            }
            List<SourceFile> files = new ArrayList<>();
            for (Path file : sorted(application)) {
                if (file.toString().endsWith(".prisma")) {
                    files.add(new SourceFile(application.relativize(file).toString(), Files.readString(file)));
                }
            }
            Path datamodel = application.resolve("expected.datamodel.json");
            cases.add(new SchemaCase(
                    application.getFileName().toString(),
                    files,
                    true,
                    List.of(),
                    Optional.empty(),
                    Files.exists(datamodel) ? Json.parse(Files.readString(datamodel)) : null));
        }
        return cases;
    }

    /** `ddl/create.jsonl`: the reference's CREATE script of a language case, by its id. */
    Map<String, String> createScripts() throws IOException {
        Map<String, String> scripts = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("ddl/create.jsonl"))) {
            if (!line.isBlank()) {
                Map<String, @Nullable Object> json = Json.parseObject(line);
                if (json.get("id") instanceof String id && json.get("sql") instanceof String sql) {
                    scripts.put(id, sql);
                }
            }
        }
        return scripts;
    }

    /** The reference's CREATE script of an application, where there is one. */
    @Nullable
    String script(SchemaCase application) throws IOException {
        Path script = folder.resolve("schemas").resolve(application.id()).resolve("expected.sql");
        return Files.exists(script) ? Files.readString(script) : null;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder, folder.endsWith("schemas") ? 1 : Integer.MAX_VALUE)) {
            return paths.filter(path -> !path.equals(folder)).sorted().toList();
        }
    }
}
