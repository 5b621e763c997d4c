package dev.flashorm.codegen.conformance;

import dev.flashorm.runtime.query.Json;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Results in the neutral form of the suite: maps, lists, strings, numbers, booleans, null. */
public final class Rows {
    private Rows() {}

    /** A row with what was loaded for it, by the names of relations. */
    public static Map<String, @Nullable Object> of(Object row, @Nullable Object... loaded) {
        Map<String, @Nullable Object> plain = record(row);
        for (int i = 0; i < loaded.length; i += 2) {
            plain.put(String.valueOf(loaded[i]), plain(loaded[i + 1]));
        }
        return plain;
    }

    /** Selected values by their paths: `author.name` is a member of a member. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> values(@Nullable Object... selected) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (int i = 0; i < selected.length; i += 2) {
            Map<String, @Nullable Object> parent = plain;
            String path = String.valueOf(selected[i]);
            int dot = path.indexOf('.');
            while (dot >= 0) {
                parent = (Map<String, @Nullable Object>)
                        parent.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<>());
                path = path.substring(dot + 1);
                dot = path.indexOf('.');
            }
            parent.put(path, plain(selected[i + 1]));
        }
        return plain;
    }

    /** What a loop of one row after another saw. */
    public static List<Object> collected(int fetchSize, BiConsumer<Integer, Consumer<Object>> loop) {
        List<Object> seen = new ArrayList<>();
        loop.accept(fetchSize, seen::add);
        return seen;
    }

    /** The neutral form of a call that gives nothing back. */
    public static Object done(Runnable call) {
        call.run();
        return true;
    }

    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Record) {
            return record(value);
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            return number.toString();
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof Json json) {
            return json.value();
        }
        if (value instanceof Map<?, ?> members) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            members.forEach((name, member) -> plain.put(name, name.equals("thrown") ? member : plain(member)));
            return plain;
        }
        if (value == null || value instanceof Boolean) {
            return value;
        }
        return value.toString();
    }

    private static Map<String, @Nullable Object> record(Object row) {
        if (row instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, value));
            return copy;
        }
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        try {
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                String name = component.getName();
                // A field called like a keyword has an underscore in Java.
                plain.put(
                        name.endsWith("_") ? name.substring(0, name.length() - 1) : name,
                        plain(component.getAccessor().invoke(row)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return plain;
    }

    /** What of a result an expectation speaks of: the members that it names. */
    static @Nullable Object projected(@Nullable Object actual, @Nullable Object expected) {
        if (actual instanceof Map<?, ?> row && expected instanceof Map<?, ?> wanted) {
            Map<String, @Nullable Object> projected = new LinkedHashMap<>();
            wanted.forEach((name, value) -> {
                if (row.containsKey(name)) {
                    projected.put((String) name, projected(row.get(name), value));
                }
            });
            return projected;
        }
        if (actual instanceof List<?> rows && expected instanceof List<?> wanted) {
            List<@Nullable Object> projected = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                projected.add(i < wanted.size() ? projected(rows.get(i), wanted.get(i)) : rows.get(i));
            }
            return projected;
        }
        return actual;
    }
}
