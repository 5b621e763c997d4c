package dev.flashorm.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed from one text to another, in the unified format that `patch -p1` and `git apply` read. Lines that are
 * the same are found by patience: first at both ends, then by the lines that stand once on each side, then the same
 * between these. It takes n log n where the shortest difference would take the square of n.
 */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;

    /** For each line before, the index of the same line after, or -1. */
    private final int[] partner;

    private UnifiedDiff(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
        partner = new int[this.before.size()];
        Arrays.fill(partner, -1);
        match(0, this.before.size(), 0, this.after.size());
    }

    /**
     * The difference; empty when there is none.
     *
     * @param name of the file, in the two lines at the head
     */
    public static String of(String name, String before, String after) {
        return before.equals(after)
                ? ""
                : "--- a/" + name + "\n+++ b/" + name + "\n" + new UnifiedDiff(before, after).hunks();
    }

    /** With their line ends, so that a change of these is a change. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }

    private void match(int fromBefore, int toBefore, int fromAfter, int toAfter) {
        int b = fromBefore;
        int a = fromAfter;
        int bEnd = toBefore;
        int aEnd = toAfter;
        while (b < bEnd && a < aEnd && before.get(b).equals(after.get(a))) {
            partner[b++] = a++;
        }
        while (b < bEnd && a < aEnd && before.get(bEnd - 1).equals(after.get(aEnd - 1))) {
            partner[--bEnd] = --aEnd;
        }
        List<int[]> anchors = anchors(b, bEnd, a, aEnd);
        for (int[] anchor : anchors) {
            match(b, anchor[0], a, anchor[1]);
            partner[anchor[0]] = anchor[1];
            b = anchor[0] + 1;
            a = anchor[1] + 1;
        }
        if (!anchors.isEmpty()) {
            match(b, bEnd, a, aEnd);
        }
    }

    /** Pairs of lines that stand once on each side: the longest run of them in the order of both sides. */
    private List<int[]> anchors(int b, int bEnd, int a, int aEnd) {
        Map<String, Integer> inBefore = once(before, b, bEnd);
        Map<String, Integer> inAfter = once(after, a, aEnd);
        List<int[]> pairs = new ArrayList<>();
        for (int i = b; i < bEnd; i++) {
            Integer here = inBefore.get(before.get(i));
            Integer there = inAfter.get(before.get(i));
            if (here != null && there != null && here >= 0 && there >= 0) {
                pairs.add(new int[] {i, there});
            }
        }
        return longestIncreasing(pairs);
    }

    /** Line to its only index; -1 for a line that stands more than once. */
    private static Map<String, Integer> once(List<String> lines, int from, int to) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = from; i < to; i++) {
            places.merge(lines.get(i), i, (one, other) -> -1);
        }
        return places;
    }

    private static List<int[]> longestIncreasing(List<int[]> pairs) {
        int[] previous = new int[pairs.size()];
        int[] tails = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(tails[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        int[][] run = new int[length][];
        for (int i = length == 0 ? -1 : tails[length - 1], at = length - 1; i >= 0; i = previous[i], at--) {
            run[at] = pairs.get(i);
        }
        return List.of(run);
    }

    /** A line of the output: its sign, and where it stands on each side. */
    private record Line(char sign, int before, int after, String text) {}

    private String hunks() {
        List<Line> lines = script();
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < lines.size()) {
            if (lines.get(i).sign() == ' ') {
                i++;
                continue;
            }
            int start = Math.max(0, i - CONTEXT);
            int last = i;
            for (int next = i; next < lines.size() && next - last <= 2 * CONTEXT; next++) {
                last = lines.get(next).sign() == ' ' ? last : next;
            }
            int end = Math.min(lines.size(), last + CONTEXT + 1);
            hunk(out, lines.subList(start, end));
            i = end;
        }
        return out.toString();
    }

    private List<Line> script() {
        List<Line> lines = new ArrayList<>();
        int a = 0;
        for (int b = 0; b <= before.size(); b++) {
            int until = b == before.size() ? after.size() : partner[b];
            for (; a < until; a++) {
                lines.add(new Line('+', b, a, after.get(a)));
            }
            if (b < before.size()) {
                boolean kept = partner[b] >= 0;
                lines.add(new Line(kept ? ' ' : '-', b, a, before.get(b)));
                a += kept ? 1 : 0;
            }
        }
        return removedFirst(lines);
    }

    /** Within a change, what goes stands before what comes. */
    private static List<Line> removedFirst(List<Line> lines) {
        List<Line> ordered = new ArrayList<>(lines.size());
        List<Line> added = new ArrayList<>();
        for (Line line : lines) {
            if (line.sign() == '+') {
                added.add(line);
                continue;
            }
            if (line.sign() == ' ') {
                ordered.addAll(added);
                added.clear();
            }
            ordered.add(line);
        }
        ordered.addAll(added);
        return ordered;
    }

    private static void hunk(StringBuilder out, List<Line> lines) {
        long removed = lines.stream().filter(line -> line.sign() != '+').count();
        long added = lines.stream().filter(line -> line.sign() != '-').count();
        out.append("@@ -")
                .append(range(lines.get(0).before(), removed))
                .append(" +")
                .append(range(lines.get(0).after(), added))
                .append(" @@\n");
        for (Line line : lines) {
            out.append(line.sign()).append(line.text());
            if (!line.text().endsWith("\n")) {
                out.append("\n\\ No newline at end of file\n");
            }
        }
    }

    /** First line from 1 and count; a range of none is named by the line before it. */
    private static String range(int start, long count) {
        return (count == 0 ? start : start + 1) + (count == 1 ? "" : "," + count);
    }
}
