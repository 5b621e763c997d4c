package dev.flashorm.codegen.ir;

import java.util.List;

/** What a new row has when it is given nothing. */
public sealed interface DefaultClient {
    /** Nothing: null where that may be. */
    record None() implements DefaultClient {}

    /** A value as text: a number, `true`, a string, base64 for bytes, ISO 8601 for times, a value's name for enums. */
    record Literal(String text) implements DefaultClient {}

    /** A list of values. */
    record Items(List<Literal> items) implements DefaultClient {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A value that the client makes for each row.
     *
     * @param length of the text, for those that have a choice; else 0
     */
    record Made(Maker maker, int length) implements DefaultClient {}

    /**
     * A value that the database makes.
     *
     * @param isNumbered by its own counter, so that it can tell the number it gave last
     */
    record Database(boolean isNumbered) implements DefaultClient {}

    /** What the client can make. */
    enum Maker {
        NOW,
        UUID4,
        UUID7,
        CUID,
        CUID2,
        ULID,
        NANOID,
        OBJECT_ID
    }
}
