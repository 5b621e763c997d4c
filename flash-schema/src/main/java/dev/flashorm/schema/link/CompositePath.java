package dev.flashorm.schema.link;

import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.FieldType;
import org.jspecify.annotations.Nullable;

/** One step down into a composite type. */
final class CompositePath {
    private CompositePath() {}

    static CompositeType.@Nullable Member member(FieldType type, String name) {
        if (type instanceof CompositeType composite) {
            for (CompositeType.Member member : composite.members()) {
                if (member.name().equals(name)) {
                    return member;
                }
            }
        }
        return null;
    }
}
