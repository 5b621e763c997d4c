package dev.flashorm.schema.corpus;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where two JSON values first differ. */
final class Difference {
    private Difference() {}

    static Optional<String> first(String path, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right) {
            for (Map.Entry<?, ?> entry : left.entrySet()) {
                String below = path + "." + entry.getKey();
                if (!right.containsKey(entry.getKey())) {
                    return Optional.of(below + " missing, expected " + entry.getValue());
                }
                Optional<String> difference = first(below, entry.getValue(), right.get(entry.getKey()));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            for (Object key : right.keySet()) {
                if (!left.containsKey(key)) {
                    return Optional.of(path + "." + key + " not expected: " + right.get(key));
                }
            }
            return Optional.empty();
        }
        if (expected instanceof List<?> left && actual instanceof List<?> right) {
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                Optional<String> difference =
                        first(path + "[" + label(left.get(i), i) + "]", left.get(i), right.get(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return left.size() == right.size()
                    ? Optional.empty()
                    : Optional.of(path + " has " + right.size() + " elements, expected " + left.size());
        }
        boolean equal = (expected instanceof BigDecimal left && actual instanceof BigDecimal right)
                ? isClose(left.doubleValue(), right.doubleValue())
                : Objects.equals(withoutDecoration(expected), withoutDecoration(actual));
        return equal ? Optional.empty() : Optional.of(path + " is " + actual + ", expected " + expected);
    }

    /** The reference prints some floats with a wrong last digit. */
    private static boolean isClose(double left, double right) {
        return Math.abs(left - right) <= 1e-12 * Math.abs(left);
    }

    /** Flash leaves out what only decorates a comment: the asterisks and indents of its lines. */
    private static @Nullable Object withoutDecoration(@Nullable Object value) {
        return value instanceof String text
                ? text.lines()
                        .map(line -> line.strip().startsWith("*") ? line.strip().substring(1) : line)
                        .map(String::strip)
                        .collect(Collectors.joining("\n"))
                        .strip()
                : value;
    }

    private static Object label(@Nullable Object element, int index) {
        return element instanceof Map<?, ?> map && map.get("name") instanceof String name ? name : index;
    }
}
