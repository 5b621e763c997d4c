package dev.flashorm.schema.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant: real names that are near to a wrong one. */
public final class Suggestions {
    private static final int MOST = 3;
    /** Names longer than this are compared only for equality but for case: no typing error is that long. */
    private static final int LONGEST = 64;

    private Suggestions() {}

    private record Candidate(String name, int distance) {}

    /** Up to three candidates, nearest first; empty when nothing is near. */
    public static List<String> near(String wrong, Collection<String> candidates) {
        List<Candidate> found = new ArrayList<>();
        String lower = wrong.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, wrong.length() / 3);
        for (String candidate : candidates) {
            String other = candidate.toLowerCase(Locale.ROOT);
            if (candidate.equals(wrong)) {
                continue;
            }
            int distance = lower.equals(other) ? 0 : distance(lower, other, limit);
            if (distance <= limit) {
                found.add(new Candidate(candidate, distance));
            }
        }
        found.sort(Comparator.comparingInt(Candidate::distance));
        List<String> names = new ArrayList<>();
        for (Candidate candidate : found) {
            if (names.size() < MOST && !names.contains(candidate.name)) {
                names.add(candidate.name);
            }
        }
        return names;
    }

    /** The one candidate that must be meant: the only near one, or one that is nearer than all others. */
    public static Optional<String> certain(String wrong, Collection<String> candidates) {
        List<String> near = near(wrong, candidates);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        if (near.size() == 1) {
            return Optional.of(near.get(0));
        }
        String lower = wrong.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, wrong.length() / 3);
        int first = distance(lower, near.get(0).toLowerCase(Locale.ROOT), limit);
        int second = distance(lower, near.get(1).toLowerCase(Locale.ROOT), limit);
        return first < second ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** "`a`", "`a` or `b`", "`a`, `b` or `c`". */
    public static String oneOf(List<String> names) {
        return join(names, " or ");
    }

    /** "`a`", "`a` and `b`", "`a`, `b` and `c`". */
    public static String allOf(List<String> names) {
        return join(names, " and ");
    }

    private static String join(List<String> names, String last) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                text.append(i == names.size() - 1 ? last : ", ");
            }
            text.append('`').append(names.get(i)).append('`');
        }
        return text.toString();
    }

    /**
     * Damerau and Levenshtein's distance: insertions, deletions, replacements and swaps of neighbours. Gives up, with
     * more than the limit, as soon as it must exceed it.
     */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit || a.length() > LONGEST) {
            return limit + 1;
        }
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int smallest = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int best = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, beforePrevious[j - 2] + 1);
                }
                current[j] = best;
                smallest = Math.min(smallest, best);
            }
            if (smallest > limit) {
                return limit + 1;
            }
            int[] spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }
}
