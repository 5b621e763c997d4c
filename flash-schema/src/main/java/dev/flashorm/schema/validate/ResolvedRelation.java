package dev.flashorm.schema.validate;

import org.jspecify.annotations.Nullable;

/** The one or two fields that make a relation. */
sealed interface ResolvedRelation {
    /**
     * One-to-one or one-to-many.
     *
     * @param forward the side that holds the key; absent when only the list side is there
     * @param back the other side; absent when it is missing
     */
    record Inline(@Nullable ResolvedField forward, @Nullable ResolvedField back, boolean oneToOne)
            implements ResolvedRelation {}

    /** Lists on both sides, joined by a table that no model names. */
    record Implicit(ResolvedField a, ResolvedField b) implements ResolvedRelation {}

    /** Lists on both sides, each with the ids of the other in a column. */
    record Embedded(ResolvedField a, ResolvedField b) implements ResolvedRelation {}
}
