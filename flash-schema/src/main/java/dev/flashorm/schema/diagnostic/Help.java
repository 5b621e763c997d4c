package dev.flashorm.schema.diagnostic;

import java.util.List;

/**
 * What to change, in a sentence; with edits, a tool can do it.
 *
 * @param edits all to be applied together, in source order, not overlapping; empty when only a person can decide
 * @param isMeant whether the edits only insert, and insert what the author must have meant, so that a tool may apply
 *     them without asking; edits of one compilation that are meant can all be applied together
 */
public record Help(String text, List<TextEdit> edits, boolean isMeant) {
    public Help {
        edits = List.copyOf(edits);
        if (isMeant && !edits.stream().allMatch(edit -> edit.span().isEmpty())) {
            throw new IllegalArgumentException("replaces text: " + text);
        }
    }
}
