package dev.flashorm.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UnifiedDiffTest {
    private static final Pattern RANGE = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@\n");

    @Test
    void isWhatPatchReads() {
        assertThat(UnifiedDiff.of("x.flash", "a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nd\nE\nE2\nf\ng\nh"))
                .isEqualTo("""
                        --- a/x.flash
                        +++ b/x.flash
                        @@ -2,7 +2,8 @@
                         b
                         c
                         d
                        -e
                        +E
                        +E2
                         f
                         g
                        -h
                        +h
                        \\ No newline at end of file
                        """);
        assertThat(UnifiedDiff.of("x", "", "a\n")).endsWith("@@ -0,0 +1 @@\n+a\n");
        assertThat(UnifiedDiff.of("x", "a\n", "")).endsWith("@@ -1 +0,0 @@\n-a\n");
        assertThat(UnifiedDiff.of("x", "a\r\n", "a\n")).endsWith("-a\r\n+a\n");
        assertThat(UnifiedDiff.of("x", "a\n", "a\n")).isEmpty();
    }

    @RepeatedTest(500)
    void appliedItGivesTheOtherText(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String before = text(random);
        String after = text(random);
        assertThat(apply(before, UnifiedDiff.of("x", before, after))).isEqualTo(after);
    }

    private static String text(Random random) {
        int kinds = 1 + random.nextInt(12);
        String text = random.ints(random.nextInt(60), 0, kinds)
                .mapToObj(kind -> "line " + kind + "\n")
                .collect(Collectors.joining());
        return random.nextInt(4) == 0 && !text.isEmpty() ? text.substring(0, text.length() - 1) : text;
    }

    @Test
    @Timeout(20)
    void everyLineOfAHugeFileMayDiffer() {
        String before =
                IntStream.range(0, 200_000).mapToObj(i -> "x" + i + "\n").collect(Collectors.joining());
        assertThat(UnifiedDiff.of("x", before, before.toUpperCase(Locale.ROOT))).contains("@@ -1,200000 +1,200000 @@");
    }

    /** What `patch` does, strictly: every line of context must be where the diff says. */
    private static String apply(String before, String diff) {
        List<String> old = split(before);
        List<String> lines = split(diff);
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 2; i < lines.size(); ) {
            Matcher range = RANGE.matcher(lines.get(i++));
            assertThat(range.matches()).isTrue();
            int count = range.group(2) == null ? 1 : Integer.parseInt(range.group(2));
            int start = Integer.parseInt(range.group(1)) - (count == 0 ? 0 : 1);
            while (next < start) {
                out.append(old.get(next++));
            }
            for (; i < lines.size() && !lines.get(i).startsWith("@@"); i++) {
                String line = lines.get(i).substring(1);
                boolean open = i + 1 < lines.size() && lines.get(i + 1).startsWith("\\");
                String content = open ? line.substring(0, line.length() - 1) : line;
                switch (lines.get(i).charAt(0)) {
                    case '+' -> out.append(content);
                    case '-' -> assertThat(old.get(next++)).isEqualTo(content);
                    case ' ' -> {
                        assertThat(old.get(next++)).isEqualTo(content);
                        out.append(content);
                    }
                    default -> {}
                }
            }
        }
        while (next < old.size()) {
            out.append(old.get(next++));
        }
        return out.toString();
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            lines.add(text.substring(start, end < 0 ? text.length() : end + 1));
            start = end < 0 ? text.length() : end + 1;
        }
        return lines;
    }
}
