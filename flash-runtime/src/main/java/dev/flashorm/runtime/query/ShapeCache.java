package dev.flashorm.runtime.query;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The texts of assembled statements by their shape. One for a database; safe for many threads. */
public final class ShapeCache {
    /** More shapes than this are not written by people: forget them rather than fill the memory. */
    private static final int MAX_SHAPES = 4_096;

    private final ConcurrentHashMap<Shape, String> texts = new ConcurrentHashMap<>();

    /** The text of a shape, assembled when it is new. */
    String text(Shape shape, Supplier<String> assemble) {
        @Nullable String known = texts.get(shape);
        if (known != null) {
            return known;
        }
        String text = assemble.get();
        if (texts.size() >= MAX_SHAPES) {
            texts.clear();
        }
        texts.put(shape, text);
        return text;
    }
}
