package dev.flashorm.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long the language takes: parsing, linking and validating in a warm JVM, and `flash validate` as a process of its
 * own. Arguments: the folder for the results, the `flash` command.
 *
 * <p>Warm runs are measured in CPU time of their thread, which other load on the machine disturbs least; processes by
 * the clock and in the CPU time of all their threads.
 */
public final class LanguageSpeed {
    private static final List<Integer> SIZES = List.of(1_000, 5_000, 25_000);
    private static final long WARM_UP_NANOS = 8_000_000_000L;
    private static final int WARM_RUNS = 25;
    private static final int COLD_RUNS = 11;

    private LanguageSpeed() {}

    /** Milliseconds. */
    private record Measured(String what, int lines, double least, double median) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Path command = Path.of(arguments[1]).toAbsolutePath();
        List<Measured> results = new ArrayList<>();
        // The first run of a build makes its archive of classes in the background, while the warm runs go on here.
        cold(command, SIZES.get(0), 1);
        warmUp();
        for (int lines : SIZES) {
            SourceFile file = new SourceFile("schema.flash", SyntheticSchema.ofLines(lines));
            results.add(warm("compile", lines, () -> compile(file)));
            results.add(warm("format", lines, () -> Formatter.format(file)));
        }
        for (int lines : SIZES) {
            results.addAll(cold(command, lines, COLD_RUNS));
        }
        Files.createDirectories(folder);
        writeJson(folder.resolve("language.json"), results);
        Files.writeString(folder.resolve("language.md"), table(results));
    }

    private static SchemaResult compile(SourceFile file) {
        SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile(file.path(), file.text())));
        if (!result.diagnostics().isEmpty()) {
            throw new IllegalStateException(result.diagnostics().get(0).toString());
        }
        return result;
    }

    private static void warmUp() {
        SourceFile file = new SourceFile("schema.flash", SyntheticSchema.ofLines(5_000));
        long end = System.nanoTime() + WARM_UP_NANOS;
        while (System.nanoTime() < end) {
            compile(file);
            Formatter.format(file);
        }
    }

    private static Measured warm(String what, int lines, Runnable task) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] millis = new double[WARM_RUNS];
        for (int i = 0; i < WARM_RUNS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            task.run();
            millis[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        }
        return measured(what, lines, millis);
    }

    private static List<Measured> cold(Path command, int lines, int runs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("language");
        Path schema = Files.writeString(folder.resolve("schema.flash"), SyntheticSchema.ofLines(lines));
        double[] clock = new double[runs];
        double[] cpu = new double[runs];
        try {
            for (int i = 0; i < runs; i++) {
                TimedProcess process = TimedProcess.run(folder, List.of(command.toString(), "validate", "--quiet"));
                clock[i] = process.clock();
                cpu[i] = process.cpu();
            }
        } finally {
            Files.delete(schema);
            Files.delete(folder);
        }
        return List.of(measured("flash validate", lines, clock), measured("flash validate, CPU", lines, cpu));
    }

    private static Measured measured(String what, int lines, double[] millis) {
        Arrays.sort(millis);
        Measured result = new Measured(what, lines, millis[0], millis[millis.length / 2]);
        System.out.printf(
                Locale.ROOT,
                "%-20s %6d lines %8.1f ms at least %8.1f ms median%n",
                what,
                lines,
                result.least(),
                result.median());
        return result;
    }

    private static void writeJson(Path file, List<Measured> results) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (Measured result : results) {
                json.writeStartObject();
                json.writeStringField("what", result.what());
                json.writeNumberField("lines", result.lines());
                json.writeNumberField("least_ms", rounded(result.least()));
                json.writeNumberField("median_ms", rounded(result.median()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    private static String table(List<Measured> results) {
        StringBuilder text = new StringBuilder("# The schema language: milliseconds by size of the schema\n\n"
                + "`compile` is parsing, linking and validating, in a warm JVM, in CPU time of one thread; `flash validate` is"
                + " a process from start to end, by the clock and in CPU time of all its threads.\n\n"
                + "Made by `benchmarks/language`, Java " + Runtime.version().feature() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, load average "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() + ".\n\n"
                + "| | lines | least | median | µs a line |\n|---|---:|---:|---:|---:|\n");
        for (Measured result : results) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %.1f | %.1f | %.1f |%n",
                    result.what(),
                    result.lines(),
                    result.least(),
                    result.median(),
                    result.median() * 1000 / result.lines()));
        }
        return text.toString();
    }
}
