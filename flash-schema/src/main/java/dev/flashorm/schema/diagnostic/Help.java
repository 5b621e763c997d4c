package dev.flashorm.schema.diagnostic;

import java.util.List;

/**
 * What to change, in a sentence; with edits, a tool can do it.
 *
 * @param edits all to be applied together, in source order, not overlapping; empty when only a person can decide
 */
public record Help(String text, List<TextEdit> edits) {
    public Help {
        edits = List.copyOf(edits);
    }

    public static Help of(String text) {
        return new Help(text, List.of());
    }
}
