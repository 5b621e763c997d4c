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
 * <p>Warm runs are measured in CPU time of their thread, which other load on the machine disturbs least.
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
        warmUp();
        for (int lines : SIZES) {
            SourceFile file = new SourceFile("schema.flash", SyntheticSchema.ofLines(lines));
            results.add(warm("compile", lines, () -> compile(file)));
            results.add(warm("format", lines, () -> Formatter.format(file)));
        }
        for (int lines : SIZES) {
            results.add(cold(command, lines));
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

    private static Measured cold(Path command, int lines) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("language");
        Path schema = Files.writeString(folder.resolve("schema.flash"), SyntheticSchema.ofLines(lines));
        double[] millis = new double[COLD_RUNS];
        try {
            for (int i = 0; i < COLD_RUNS; i++) {
                long start = System.nanoTime();
                Process process = new ProcessBuilder(command.toString(), "validate", "--quiet")
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException("flash validate failed");
                }
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        } finally {
            Files.delete(schema);
            Files.delete(folder);
        }
        return measured("flash validate", lines, millis);
    }

    private static Measured measured(String what, int lines, double[] millis) {
        Arrays.sort(millis);
        Measured result = new Measured(what, lines, millis[0], millis[millis.length / 2]);
        System.out.printf(
                Locale.ROOT,
                "%-15s %6d lines %8.1f ms at least %8.1f ms median%n",
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
                + " a process from start to end, in time of the clock.\n\n"
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
