package dev.flashorm.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what was measured, and writes it as ratios to what an expert writes by hand. */
final class Standings {
    private final Map<Row, Samples> samples = new LinkedHashMap<>();
    private final Subject subject;
    private final List<String> contestants;

    Standings(Subject subject, List<String> contestants) {
        this.subject = subject;
        this.contestants = contestants;
    }

    private record Row(String database, String task, String contestant) {}

    private static final class Samples {
        final List<Double> micros = new ArrayList<>();
        final List<Double> costs = new ArrayList<>();
    }

    /** The next round of a contestant. */
    void add(String database, String task, String contestant, double micros, double cost) {
        Samples found = samples.computeIfAbsent(new Row(database, task, contestant), unused -> new Samples());
        found.micros.add(micros);
        found.costs.add(cost);
    }

    void print(String database, String task) {
        for (String contestant : contestants) {
            Row row = new Row(database, task, contestant);
            System.out.printf(
                    Locale.ROOT,
                    "%-11s %-20s %-16s %12.2f us %6.2f%n",
                    database,
                    task,
                    contestant,
                    median(samples(row, contestant).micros),
                    ratio(row));
        }
    }

    /**
     * {@code java.json}, {@code java.md} and {@code java.svg}.
     *
     * @param command that made them
     */
    void write(Path folder, String command) throws IOException {
        Files.createDirectories(folder);
        writeJson(folder.resolve(subject.name() + ".json"));
        Files.writeString(folder.resolve(subject.name() + ".md"), table(command));
        Files.writeString(folder.resolve(subject.name() + ".svg"), new RatioPlot(contestants).draw(ratios()));
    }

    private void writeJson(Path file) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (Map.Entry<Row, Samples> entry : samples.entrySet()) {
                json.writeStartObject();
                json.writeStringField("database", entry.getKey().database());
                json.writeStringField("task", entry.getKey().task());
                json.writeStringField("contestant", entry.getKey().contestant());
                json.writeNumberField("median_us", rounded(median(entry.getValue().micros), 3));
                json.writeNumberField("ratio", rounded(ratio(entry.getKey()), 3));
                json.writeNumberField(subject.cost(), rounded(median(entry.getValue().costs), 1));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private List<RatioPlot.Mark> ratios() {
        return samples.keySet().stream()
                .map(row -> new RatioPlot.Mark(row.database(), row.task(), row.contestant(), ratio(row)))
                .toList();
    }

    private String table(String command) {
        StringBuilder text = new StringBuilder("# " + subject.title() + "\n\n"
                + "The median of the rounds, with the spread (quartiles) in brackets; behind it "
                + subject.costText() + ", likewise as a multiple. All results were equal before anything was timed."
                + " The same as a picture: [" + subject.name() + ".svg](" + subject.name() + ".svg).\n\n"
                + "Made by `" + command + "`: " + subject.way() + ".\n");
        String database = "";
        String task = "";
        for (Row row : samples.keySet()) {
            if (!row.database().equals(database)) {
                database = row.database();
                text.append("\n## ").append(database).append("\n\n| task |");
                contestants.forEach(name -> text.append(' ').append(name).append(" |"));
                text.append("\n|---|").append("---:|".repeat(contestants.size()));
            }
            if (!row.task().equals(task)) {
                task = row.task();
                line(text, database, task);
            }
            if (row.equals(lastOf(database))) {
                text.append('\n');
                goals(text, database);
                task = "";
            }
        }
        return text.toString();
    }

    private void goals(StringBuilder text, String database) {
        if (!contestants.contains(Goal.FLASH)) {
            return;
        }
        text.append("\nGoals:\n\n");
        for (Goal goal : subject.goals()) {
            List<String> misses = goal.misses(database, this);
            text.append("* ").append(goal.text()).append(": ");
            text.append(misses.isEmpty() ? "met" : "missed, " + String.join(", ", misses))
                    .append(".\n");
        }
    }

    List<String> tasks(String database) {
        return samples.keySet().stream()
                .filter(row -> row.database().equals(database))
                .map(Row::task)
                .distinct()
                .toList();
    }

    /** Whoever ran in a row, but for Flash and the measure. */
    List<String> peers(String database, String task) {
        return samples.keySet().stream()
                .filter(row -> row.database().equals(database) && row.task().equals(task))
                .map(Row::contestant)
                .filter(name -> !name.equals(Goal.FLASH) && !name.equals(Contestants.MEASURE))
                .toList();
    }

    /** Whether it took part on a database. */
    boolean isThere(String database, String contestant) {
        return samples.keySet().stream()
                .anyMatch(row ->
                        row.database().equals(database) && row.contestant().equals(contestant));
    }

    /** The median time as a multiple of the measure's. */
    double ratio(String database, String task, String contestant) {
        return ratio(new Row(database, task, contestant));
    }

    /** The median cost as a multiple of the measure's. */
    double cost(String database, String task, String contestant) {
        Row row = new Row(database, task, contestant);
        return median(samples(row, contestant).costs) / median(samples(row, Contestants.MEASURE).costs);
    }

    /** The geometric mean of all rows' ratios. */
    double mean(String database, String contestant) {
        return Math.exp(tasks(database).stream()
                .mapToDouble(task -> Math.log(ratio(database, task, contestant)))
                .average()
                .orElseThrow());
    }

    private void line(StringBuilder text, String database, String task) {
        text.append("\n| ").append(task).append(" |");
        for (String name : contestants) {
            Row row = new Row(database, task, name);
            Samples found = samples.get(row);
            if (found == null) {
                text.append(" |");
                continue;
            }
            List<Double> ratios = ratios(row);
            text.append(String.format(
                    Locale.ROOT,
                    " %.2f (%.2f–%.2f) · %.2f %s |",
                    median(ratios),
                    quantile(ratios, 0.25),
                    quantile(ratios, 0.75),
                    cost(database, task, name),
                    subject.costUnit()));
        }
    }

    private Row lastOf(String database) {
        Row last = null;
        for (Row row : samples.keySet()) {
            if (row.database().equals(database)) {
                last = row;
            }
        }
        if (last == null) {
            throw new IllegalStateException(database);
        }
        return last;
    }

    private double ratio(Row row) {
        return median(ratios(row));
    }

    /** Round by round: what slowed one down has slowed the other down too. */
    private List<Double> ratios(Row row) {
        List<Double> mine = samples(row, row.contestant()).micros;
        List<Double> measure = samples(row, Contestants.MEASURE).micros;
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(mine.size(), measure.size()); round++) {
            ratios.add(mine.get(round) / measure.get(round));
        }
        return ratios;
    }

    private Samples samples(Row row, String contestant) {
        Samples found = samples.get(new Row(row.database(), row.task(), contestant));
        if (found == null) {
            throw new IllegalStateException(contestant + " was not measured in " + row.task());
        }
        return found;
    }

    private static double rounded(double value, int digits) {
        double unit = Math.pow(10, digits);
        return Math.round(value * unit) / unit;
    }

    private static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    private static double quantile(List<Double> values, double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        double at = part * (sorted.size() - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }
}
