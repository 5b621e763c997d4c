package dev.flashorm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.diagnostic.TerminalRenderer;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sixteen times the schema takes about sixteen times as long to compile, to lay out and to report on, whatever there is
 * much of. A step that looks at everything for each thing would take 256 times as long; 64 lies between.
 */
class LinearTimeTest {
    private static final int SMALL = 1_000;
    private static final int TIMES = 16;
    private static final int ATTEMPTS = 4;
    private static final double TOLERATED = 64;

    private record Shape(String name, IntFunction<String> text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape(
                        "strings",
                        n -> "model A {\n  id Int @id\n" + lines(n, "  f%1$d String @map(\"column_%1$d\")") + "}\n"),
                new Shape(
                        "values",
                        n -> "enum E {\n" + lines(n, "  v%d") + "}\nmodel A {\n  id Int @id\n  e E @default(v1)\n}\n"),
                new Shape(
                        "indexes",
                        n -> "model A {\n  id Int @id\n" + lines(n, "  f%1$d Int\n  @@index([f%1$d, id])") + "}\n"),
                new Shape(
                        "relations of a pair",
                        n -> "model A {\n  id Int @id\n" + lines(n, "  b%1$d B[] @relation(\"r%1$d\")")
                                + "}\nmodel B {\n  id Int @id\n" + lines(n, "  a%1$d A[] @relation(\"r%1$d\")")
                                + "}\n"),
                new Shape(
                        "relations of one name",
                        n -> "model A {\n  id Int @id\n" + lines(n, "  b%d B[] @relation(\"r\")")
                                + "}\nmodel B {\n  id Int @id\n" + lines(n, "  a%d A[] @relation(\"r\")") + "}\n"),
                new Shape("comments", n -> "model A {\n  id Int @id\n" + lines(n, "  /// %d") + "}\n"),
                new Shape("findings", n -> "model A {\n  id Int @id\n" + lines(n, "  f%1$d Unknown%1$d") + "}\n"),
                new Shape(
                        "findings on one line",
                        n -> "model A {\n  id Int @id\n  @@index(["
                                + lines(n, "\uD83C\uDF89f%d,").replace("\n", "") + "])\n  @@unique(["
                                + lines(n, "f%d,").replace("\n", "") + "])\n}\n"),
                new Shape("stray lines", n -> lines(n, "f%d Int )")));
    }

    private static String lines(int count, String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(format.formatted(i)).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void timeGrowsWithTheSize(Shape shape) {
        String small = shape.text().apply(SMALL);
        String large = shape.text().apply(SMALL * TIMES);
        double least = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && least > TOLERATED; attempt++) {
            least = Math.min(least, (double) nanos(large) / Math.max(1, Math.min(nanos(small), nanos(small))));
        }
        assertThat(least).isLessThan(TOLERATED);
    }

    /** Of this thread's processor time, which other work on the machine and collections of garbage leave alone. */
    private static long nanos(String text) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SourceFile file = new SourceFile("schema.flash", text);
        new TerminalRenderer(false).render(SchemaCompiler.compile(List.of(file)).diagnostics());
        Formatter.format(file);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
}
