package dev.flashorm.migrate.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** Reads the corpus: one JSON object a line, of which the texts and truth values are kept. */
final class Corpus {
    private static final JsonFactory JSON = new JsonFactory();

    private Corpus() {}

    static Path folder() {
        String folder = System.getenv("FLASH_CORPUS");
        if (folder == null || folder.isBlank()) {
            throw new TestAbortedException("FLASH_CORPUS names no corpus");
        }
        return Path.of(folder);
    }

    /** The cases of a file, as fields; null and what is nested are left out. */
    static List<Map<String, String>> cases(String file) throws IOException {
        List<Map<String, String>> cases = new ArrayList<>();
        for (String line : Files.readAllLines(folder().resolve(file))) {
            if (!line.isBlank()) {
                cases.add(fields(line));
            }
        }
        return cases;
    }

    private static Map<String, String> fields(String line) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    fields.put(name, parser.getText());
                }
                parser.skipChildren();
            }
        }
        return fields;
    }
}
