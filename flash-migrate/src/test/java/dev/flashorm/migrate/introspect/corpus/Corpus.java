package dev.flashorm.migrate.introspect.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The folder that `FLASH_CORPUS` names. */
public record Corpus(Path folder) {
    /** Skips the test where there is none. */
    public static Corpus required() {
        String folder = System.getenv("FLASH_CORPUS");
        if (folder == null || folder.isBlank()) {
            throw new TestAbortedException("FLASH_CORPUS names no corpus");
        }
        return new Corpus(Path.of(folder));
    }

    /**
     * A schema and the statements that the reference implementation creates it with.
     *
     * @param provider a canonical name
     */
    public record CreateCase(String id, String provider, String schema, String sql) {}

    /** `ddl/create.jsonl`, those that apply to an empty database. */
    public List<CreateCase> createCases() throws IOException {
        Map<String, String> schemas = new HashMap<>();
        for (Map<String, String> line : lines("psl/cases.jsonl")) {
            schemas.put(line.getOrDefault("id", ""), line.getOrDefault("schema", ""));
        }
        List<CreateCase> cases = new ArrayList<>();
        for (Map<String, String> line : lines("ddl/create.jsonl")) {
            String id = line.getOrDefault("id", "");
            String schema = schemas.get(id);
            if (schema != null && line.getOrDefault("applies", "").equals("true")) {
                cases.add(new CreateCase(id, line.getOrDefault("provider", ""), schema, line.getOrDefault("sql", "")));
            }
        }
        return cases;
    }

    /**
     * A sample database.
     *
     * @param dialect `postgresql`, `mysql`, `sqlite`
     * @param scripts in the order in which they are to be run
     * @param file a SQLite file, where it comes as one
     * @param expected the schema that the reference implementation reads from it
     */
    public record SampleDatabase(
            String name, String dialect, List<Path> scripts, Optional<Path> file, Optional<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** `databases/*`. */
    public List<SampleDatabase> databases() throws IOException {
        Map<String, SampleDatabase> found = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("databases/INDEX.tsv"))) {
            String[] cells = line.split("\t", -1);
            Path place = folder.resolve("databases").resolve(cells[0]);
            if (cells.length < 4 || !Files.isDirectory(place)) {
                continue;
            }
            String dialect = cells[3];
            Path expected = place.resolve("expected.prisma");
            // Two databases of the same name share a folder: what is not of the script's dialect is of the other.
            Optional<String> text = Files.exists(expected)
                    ? Optional.of(Files.readString(expected))
                            .filter(schema -> schema.contains("provider = \"" + dialect + "\""))
                    : Optional.empty();
            found.put(
                    cells[0],
                    new SampleDatabase(
                            cells[0],
                            dialect,
                            files(place, ".sql"),
                            files(place, ".db").stream().findFirst(),
                            text));
        }
        return List.copyOf(found.values());
    }

    private static List<Path> files(Path place, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            // A main script sorts before what builds on it: pagila-schema.sql, pagila-schema-jsonb.sql.
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted(Comparator.comparingInt(file -> file.toString().length()))
                    .toList();
        }
    }

    /** The scalar members of each line; nested ones are left out. */
    private List<Map<String, String>> lines(String file) throws IOException {
        List<Map<String, String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            if (!line.isBlank()) {
                lines.add(members(line));
            }
        }
        return lines;
    }

    private static Map<String, String> members(String json) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isScalarValue()) {
                    members.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return members;
    }
}
