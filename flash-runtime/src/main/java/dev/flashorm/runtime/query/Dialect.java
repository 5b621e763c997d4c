package dev.flashorm.runtime.query;

import dev.flashorm.runtime.DatabaseKind;
import java.util.EnumMap;
import java.util.Map;

/** How one database writes what queries leave open. Built once by generated code; immutable. */
public final class Dialect {
    /** Of a database that has no SQL. */
    /** Stands for a parameter that is a path in a JSON value. */
    static final String PATH = "{path}";

    static final Dialect NONE = builder(PatternStyle.LIKE, false).build();

    private final Map<Fragment, String> fragments;
    private final Map<DatabaseKind, Dialect> variants;
    private final PatternStyle patterns;
    private final boolean arrays;

    private Dialect(
            Map<Fragment, String> fragments,
            Map<DatabaseKind, Dialect> variants,
            PatternStyle patterns,
            boolean arrays) {
        this.fragments = fragments;
        this.variants = variants;
        this.patterns = patterns;
        this.arrays = arrays;
    }

    /**
     * @param patterns how {@code contains}, {@code startsWith} and {@code endsWith} write their value
     * @param arrays whether a list of values is one parameter
     */
    public static Builder builder(PatternStyle patterns, boolean arrays) {
        return new Builder(patterns, arrays);
    }

    /** The dialect of a relative of the database, which is this one unless it differs. */
    Dialect on(DatabaseKind kind) {
        Dialect variant = variants.get(kind);
        return variant == null ? this : variant;
    }

    String fragment(Fragment fragment) {
        String text = fragments.get(fragment);
        if (text == null) {
            throw new UnsupportedOperationException("This database has no " + fragment + ".");
        }
        return text;
    }

    /** How often a placeholder stands in a fragment. */
    int count(Fragment fragment, String placeholder) {
        String text = fragment(fragment);
        int count = 0;
        for (int at = text.indexOf(placeholder); at >= 0; at = text.indexOf(placeholder, at + 1)) {
            count++;
        }
        return count;
    }

    boolean has(Fragment fragment) {
        return fragments.containsKey(fragment);
    }

    PatternStyle patterns() {
        return patterns;
    }

    boolean hasArrays() {
        return arrays;
    }

    /** Collects the fragments. */
    public static final class Builder {
        private final Map<Fragment, String> fragments = new EnumMap<>(Fragment.class);
        private final Map<DatabaseKind, Map<Fragment, String>> variants = new EnumMap<>(DatabaseKind.class);
        private final PatternStyle patterns;
        private final boolean arrays;

        private Builder(PatternStyle patterns, boolean arrays) {
            this.patterns = patterns;
            this.arrays = arrays;
        }

        public Builder with(Fragment fragment, String sql) {
            fragments.put(fragment, sql);
            return this;
        }

        /** A fragment that a relative of the database writes in another way. */
        public Builder with(DatabaseKind kind, Fragment fragment, String sql) {
            variants.computeIfAbsent(kind, key -> new EnumMap<>(Fragment.class)).put(fragment, sql);
            return this;
        }

        public Dialect build() {
            Map<DatabaseKind, Dialect> relatives = new EnumMap<>(DatabaseKind.class);
            variants.forEach((kind, differing) -> {
                Map<Fragment, String> all = new EnumMap<>(fragments);
                all.putAll(differing);
                relatives.put(kind, new Dialect(all, Map.of(), patterns, arrays));
            });
            return new Dialect(new EnumMap<>(fragments), relatives, patterns, arrays);
        }
    }

    /** Pattern languages of `LIKE` and its like, with their escapes. */
    public enum PatternStyle {
        /** {@code LIKE … ESCAPE '!'}: percent and underscore. */
        LIKE('%', "%_!"),
        /** {@code GLOB}: an asterisk, and a class of one character for each that means something. */
        GLOB('*', "*?[");

        private final char any;
        private final String special;

        PatternStyle(char any, String special) {
            this.any = any;
            this.special = special;
        }

        String pattern(boolean before, String value, boolean after) {
            StringBuilder text = new StringBuilder(value.length() + 4);
            if (before) {
                text.append(any);
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (special.indexOf(c) < 0) {
                    text.append(c);
                } else if (this == GLOB) {
                    text.append('[').append(c).append(']');
                } else {
                    text.append('!').append(c);
                }
            }
            return after ? text.append(any).toString() : text.toString();
        }
    }

    /** Puts a column into a fragment. */
    static String fill(String fragment, String column) {
        return fragment.replace("{}", column);
    }
}
