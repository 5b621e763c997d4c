package dev.flashorm.benchmarks.migrate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was measured, for people and for programs. */
final class Figures {
    private final List<Figure> figures = new ArrayList<>();

    /** @param part a heading */
    private record Figure(String part, String what, String database, double value, String unit) {}

    void add(String part, String what, String database, double value, String unit) {
        figures.add(new Figure(part, what, database, value, unit));
        System.out.printf("%s | %s | %s | %.0f %s%n", part, what, database, value, unit);
    }

    void write(Path folder, String command) throws IOException {
        StringBuilder out = new StringBuilder("# Migrations: how fast, and how long an application waits\n\nMade by `")
                .append(command)
                .append("`, Java ")
                .append(Runtime.version().feature())
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors.\n");
        String part = "";
        for (Figure figure : figures) {
            if (!figure.part().equals(part)) {
                part = figure.part();
                out.append("\n## ").append(part).append("\n\n| what | database | value |\n|---|---|---:|\n");
            }
            out.append(String.format(
                    "| %s | %s | %.0f %s |%n", figure.what(), figure.database(), figure.value(), figure.unit()));
        }
        Files.writeString(folder.resolve("migrate.md"), out.toString());
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newBufferedWriter(folder.resolve("migrate.json")))) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("command", command);
            json.writeArrayFieldStart("figures");
            for (Figure figure : figures) {
                json.writeStartObject();
                json.writeStringField("part", figure.part());
                json.writeStringField("what", figure.what());
                json.writeStringField("database", figure.database());
                json.writeNumberField("value", Math.round(figure.value()));
                json.writeStringField("unit", figure.unit());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
