package dev.flashorm.cli.usage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Which known names somebody may have meant. */
public final class Suggestions {
    private static final int MOST = 3;

    private Suggestions() {}

    /** The nearest first, at most three; empty when nothing is near. */
    public static List<String> nearest(String typed, Collection<String> known) {
        record Candidate(String name, int distance) {}
        List<Candidate> near = new ArrayList<>();
        for (String name : known) {
            int distance = distance(typed, name);
            boolean begun = typed.length() > 2 && name.startsWith(typed);
            if (begun || distance <= Math.max(1, Math.min(typed.length(), name.length()) / 3)) {
                near.add(new Candidate(name, begun ? 0 : distance));
            }
        }
        near.sort((a, b) -> a.distance() != b.distance()
                ? a.distance() - b.distance()
                : a.name().compareTo(b.name()));
        List<String> names = new ArrayList<>();
        for (Candidate candidate : near.subList(0, Math.min(MOST, near.size()))) {
            names.add(candidate.name());
        }
        return names;
    }

    /** Edits between two names: insert, delete, replace, or swap of neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
