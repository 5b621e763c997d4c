package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The schemas of `docs/schemas`. */
final class JsonSchemas {
    static final Path FOLDER = Path.of("../docs/schemas");
    private static final String BASE = "https://schemas.invalid/";
    private static final SchemaRegistry REGISTRY = registry();

    private JsonSchemas() {}

    /** The file of a command: `migrate up` is in `migrate-up.json`; without a command, `flash.json`. */
    static String fileOf(String command) {
        return (command.isEmpty() ? "flash" : command.replace(' ', '-')) + ".json";
    }

    static void check(Sandbox.Run run) {
        assertThat(run.stdout().strip().lines()).as("one object on one line").hasSize(1);
        JsonNode json = run.json();
        Schema schema = REGISTRY.getSchema(
                SchemaLocation.of(BASE + fileOf(json.get("command").asString())));
        assertThat(schema.validate(run.stdout(), InputFormat.JSON))
                .as(run.stdout())
                .isEmpty();
        assertThat(json.get("ok").asBoolean()).isEqualTo(run.exit() == 0);
    }

    private static SchemaRegistry registry() {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                texts.put(BASE + file.getFileName(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
    }
}
