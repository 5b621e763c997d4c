package dev.flashorm.schema.provider;

import dev.flashorm.schema.model.FieldType.Scalar;
import java.util.Set;

/**
 * How an index treats the values of a column: `ops: JsonbPathOps`.
 *
 * @param name as written in a schema
 * @param nativeTypes the `@db.` types it is made for
 * @param scalars the types it fits where a field has no `@db.` attribute
 * @param lists made for lists, of any type
 */
public record OperatorClass(String name, Set<String> nativeTypes, Set<Scalar> scalars, boolean lists) {
    public OperatorClass {
        nativeTypes = Set.copyOf(nativeTypes);
        scalars = Set.copyOf(scalars);
    }
}
