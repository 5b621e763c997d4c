package dev.flashorm.migrate.faults;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts, for each fault, database and promise, how often the promise held. */
final class FaultTable {
    private static final String BEGIN = "<!-- faults: written by FaultsTest -->\n";
    private static final String END = "<!-- faults: end -->\n";

    private final Map<String, Map<DatabaseName, Map<Character, Cell>>> faults = new TreeMap<>();
    private final Map<String, List<String>> broken = new LinkedHashMap<>();

    private record Cell(int held, int tried) {
        Cell plus(Cell other) {
            return new Cell(held + other.held, tried + other.tried);
        }
    }

    synchronized void add(String fault, DatabaseName database, char promise, boolean held, String otherwise) {
        cell(fault, database).merge(promise, new Cell(held ? 1 : 0, 1), Cell::plus);
        if (!held) {
            broken.computeIfAbsent(fault + database, key -> new ArrayList<>()).add(promise + ", " + otherwise);
        }
    }

    /** What did not hold, a line each. */
    synchronized List<String> broken(String fault, DatabaseName database) {
        return List.copyOf(broken.getOrDefault(fault + database, List.of()));
    }

    private Map<Character, Cell> cell(String fault, DatabaseName database) {
        return faults.computeIfAbsent(fault, key -> new EnumMap<>(DatabaseName.class))
                .computeIfAbsent(database, key -> new TreeMap<>());
    }

    synchronized String markdown() {
        StringBuilder out =
                new StringBuilder("| fault | database | A | B | C | D | E |\n|---|---|---|---|---|---|---|\n");
        Map<DatabaseName, Map<Character, Cell>> sums = new EnumMap<>(DatabaseName.class);
        faults.forEach((fault, databases) -> databases.forEach((database, cells) -> {
            row(out, fault, database.id(), cells);
            Map<Character, Cell> sum = sums.computeIfAbsent(database, key -> new TreeMap<>());
            cells.forEach((promise, cell) -> sum.merge(promise, cell, Cell::plus));
        }));
        sums.forEach((database, cells) -> row(out, "**all**", "**" + database.id() + "**", cells));
        return out.toString();
    }

    private static void row(StringBuilder out, String fault, String database, Map<Character, Cell> cells) {
        out.append("| ").append(fault).append(" | ").append(database).append(" |");
        for (char promise = 'A'; promise <= 'E'; promise++) {
            Cell cell = cells.get(promise);
            out.append(' ')
                    .append(cell == null ? "–" : cell.held + "/" + cell.tried)
                    .append(" |");
        }
        out.append('\n');
    }

    /** Writes the table into its page and its figures beside it; what was not tried now keeps its figures. */
    synchronized void publish(Path page, Path figures) throws IOException {
        if (Files.exists(figures)) {
            keepOthers(figures);
        }
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        Files.writeString(page, text.substring(0, begin) + "\n" + markdown() + "\n" + text.substring(end));
        write(figures);
    }

    synchronized void write(Path figures) throws IOException {
        Files.createDirectories(figures.toAbsolutePath().getParent());
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(figures))) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (var fault : faults.entrySet()) {
                for (var database : fault.getValue().entrySet()) {
                    json.writeStartObject();
                    json.writeStringField("fault", fault.getKey());
                    json.writeStringField("database", database.getKey().id());
                    for (var cell : database.getValue().entrySet()) {
                        json.writeArrayFieldStart(String.valueOf(cell.getKey()));
                        json.writeNumber(cell.getValue().held);
                        json.writeNumber(cell.getValue().tried);
                        json.writeEndArray();
                    }
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private void keepOthers(Path figures) throws IOException {
        Set<String> now = new HashSet<>();
        faults.forEach((fault, databases) -> databases.keySet().forEach(database -> now.add(fault + database)));
        try (JsonParser json = new JsonFactory().createParser(Files.readString(figures))) {
            String fault = "";
            DatabaseName database = DatabaseName.SQLITE;
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                String field = json.currentName();
                json.nextToken();
                if (field.equals("fault")) {
                    fault = json.getText();
                } else if (field.equals("database")) {
                    database = named(json.getText());
                } else if (!now.contains(fault + database)) {
                    cell(fault, database).put(field.charAt(0), new Cell(json.nextIntValue(0), json.nextIntValue(0)));
                }
            }
        }
    }

    private static DatabaseName named(String id) {
        for (DatabaseName name : DatabaseName.values()) {
            if (name.id().equals(id)) {
                return name;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
