package dev.flashorm.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What generated code costs to make and to compile, and how much of it there is. Arguments: the folder for the results,
 * the `flash` command. Everything that is timed is a process from start to end.
 */
public final class ScaleBenchmark {
    private static final List<Integer> SIZES = List.of(100, 300);
    private static final String HEAP = "512m";
    private static final int RUNS = 5;

    private final Path command;
    private final List<Figure> figures = new ArrayList<>();

    private record Figure(int models, String what, double value, String unit) {}

    private ScaleBenchmark(Path command) {
        this.command = command;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ScaleBenchmark benchmark = new ScaleBenchmark(Path.of(arguments[1]).toAbsolutePath());
        for (int models : SIZES) {
            Path project = Files.createTempDirectory("scale");
            try {
                benchmark.measure(models, project);
            } finally {
                delete(project);
            }
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        benchmark.writeJson(folder.resolve("scale.json"));
        Files.writeString(folder.resolve("scale.md"), benchmark.table());
    }

    private void measure(int models, Path project) throws IOException, InterruptedException {
        Path schema = project.resolve("schema.flash");
        String text = SyntheticSchema.ofModels(models)
                + "generator java {\n  provider = \"java\"\n  output = \"src\"\n  package = \"app.db\"\n}\n";
        Files.writeString(schema, text);
        Path sources = project.resolve("src");
        generate(project);
        add(models, "`flash gen` into an empty folder", median(() -> {
            delete(sources);
            return generate(project);
        }));
        Map<Path, FileTime> before = times(sources);
        add(models, "`flash gen` again, nothing changed", median(() -> generate(project)));
        requireTouched(before, times(sources), 0);
        Files.writeString(
                schema,
                text.replaceFirst("  name      String ", "  fullName  String @map(\"name\") ")
                        .replaceFirst("\\[name, role\\]", "[fullName, role]"));
        add(models, "`flash gen`, one field renamed", generate(project));
        add(models, "files that this wrote", (double) touched(before, times(sources)), "");

        List<Path> files = files(sources, ".java");
        Path classes = project.resolve("classes");
        Path list = Files.writeString(
                project.resolve("sources"), files.stream().map(Path::toString).collect(Collectors.joining("\n")));
        add(models, "`javac -J-Xmx" + HEAP + " -Xlint:all -Werror`", compile(project, list, classes));
        List<Path> compiled = files(classes, ".class");
        add(models, "sources per model", (double) files.size() / models, "");
        add(models, "lines per model", lines(files) / models, "");
        add(models, "classes per model", (double) compiled.size() / models, "");
        add(models, "bytes of classes per model", bytes(compiled) / models, "B");
    }

    private TimedProcess generate(Path project) throws IOException, InterruptedException {
        return TimedProcess.run(project, List.of(command.toString(), "gen"));
    }

    private static TimedProcess compile(Path project, Path sources, Path classes)
            throws IOException, InterruptedException {
        String javac = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
        return TimedProcess.run(
                project,
                List.of(
                        javac,
                        "-J-Xmx" + HEAP,
                        "-Xlint:all",
                        "-Werror",
                        "-cp",
                        classPath(),
                        "-d",
                        classes.toString(),
                        "@" + sources));
    }

    /** That of this process may be relative to its folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @FunctionalInterface
    private interface Timed {
        TimedProcess run() throws IOException, InterruptedException;
    }

    private static TimedProcess median(Timed task) throws IOException, InterruptedException {
        List<TimedProcess> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(task.run());
        }
        return new TimedProcess(
                median(runs.stream().mapToDouble(TimedProcess::clock)),
                median(runs.stream().mapToDouble(TimedProcess::cpu)));
    }

    private static double median(DoubleStream values) {
        return values.sorted().toArray()[RUNS / 2];
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static Map<Path, FileTime> times(Path folder) throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        for (Path file : files(folder, ".java")) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }

    private static long touched(Map<Path, FileTime> before, Map<Path, FileTime> after) {
        return after.entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .count();
    }

    private static void requireTouched(Map<Path, FileTime> before, Map<Path, FileTime> after, long wanted) {
        if (touched(before, after) != wanted) {
            throw new IllegalStateException(touched(before, after) + " files were touched, not " + wanted);
        }
    }

    private static double lines(List<Path> files) throws IOException {
        long lines = 0;
        for (Path file : files) {
            try (Stream<String> each = Files.lines(file)) {
                lines += each.count();
            }
        }
        return (double) lines;
    }

    private static double bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return (double) bytes;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void add(int models, String what, TimedProcess time) {
        add(models, what, time.clock(), "ms");
        add(models, what + ", CPU", time.cpu(), "ms");
    }

    private void add(int models, String what, double value, String unit) {
        figures.add(new Figure(models, what, value, unit));
        System.out.printf(Locale.ROOT, "%d models | %s | %.1f %s%n", models, what, value, unit);
    }

    private void writeJson(Path file) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (Figure figure : figures) {
                json.writeStartObject();
                json.writeNumberField("models", figure.models());
                json.writeStringField("what", figure.what());
                json.writeNumberField("value", Math.round(figure.value() * 10) / 10.0);
                json.writeStringField("unit", figure.unit());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private String table() {
        StringBuilder text =
                new StringBuilder("# Generated Java at scale\n\nModels of ten columns, two relations and two"
                        + " uniques. Times are those of whole processes, for `gen` medians of five, by the clock and in CPU time of all threads; the goals are 1 s for `gen` of 100 models, and"
                        + " 30 s and 512 MB for the compilation of 300.\n\nMade by `benchmarks/scale`, Java "
                        + Runtime.version().feature() + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors, load average "
                        + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() + ".\n\n| |");
        SIZES.forEach(models -> text.append(" ").append(models).append(" models |"));
        text.append("\n|---|").append("---:|".repeat(SIZES.size())).append('\n');
        for (Figure row : figures) {
            if (row.models() == SIZES.get(0)) {
                text.append("| ").append(row.what()).append(" |");
                figures.stream()
                        .filter(figure -> figure.what().equals(row.what()))
                        .forEach(figure -> text.append(String.format(
                                Locale.ROOT,
                                figure.value() < 100 ? " %.1f %s |" : " %,.0f %s |",
                                figure.value(),
                                figure.unit())));
                text.append('\n');
            }
        }
        return text.toString();
    }
}
